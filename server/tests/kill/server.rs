//! The victim: the release binary with its own PostgreSQL, beside a sandbox that survives.

use std::{
    path::PathBuf,
    process::Stdio,
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use serde_json::Value;
use sqlx::{PgPool, postgres::PgConnectOptions};
use tokio::process::{Child, Command};

pub const API_KEY: &str = "clew_kill_test_key";
pub const EMAIL: &str = "kill@shop.test";
pub const PASSWORD: &str = "a long enough password";

/// How many were started: each has a folder of its own.
static STARTED: AtomicUsize = AtomicUsize::new(0);

/// The server under test and what survives it.
pub struct Victim {
    child: Child,
    sandbox: sandbox::Running,
    folder: PathBuf,
    pub url: String,
    pub pool: PgPool,
    http: reqwest::Client,
}

/// The program that people run.
pub fn program() -> PathBuf {
    std::env::var_os("CLEW_BIN").expect("CLEW_BIN names the server's program; ./clew test sets it").into()
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Victim {
    pub async fn start() -> Self {
        let which = STARTED.fetch_add(1, Ordering::SeqCst);
        let folder = std::env::temp_dir().join(format!("clew-kill-{}-{which}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let url = format!("http://127.0.0.1:{}", free_port());
        let sandbox = sandbox::start(sandbox::Config {
            http: "127.0.0.1:0".parse().unwrap(),
            smtp: "127.0.0.1:0".parse().unwrap(),
            webhook_url: Some(format!("{url}/api/webhooks/stripe")),
            webhook_secret: Some("whsec_kill".to_owned()),
            ..sandbox::Config::default()
        })
        .await
        .unwrap();
        let child = spawn(&folder, &url, &sandbox);
        let http = reqwest::Client::builder().timeout(Duration::from_secs(90)).build().unwrap();
        wait_ready(&http, &url).await;
        let pool = connect(&folder).await;
        let victim = Self { child, sandbox, folder, url, pool, http };
        victim.prepare().await;
        victim
    }

    /// An account and a key.
    async fn prepare(&self) {
        let now = domain::clock::Clock::System.now();
        domain::api_key::keep(&self.pool, "kill test", API_KEY, domain::api_key::Scope::STOREFRONT, now)
            .await
            .unwrap();
        let mut create = command(&self.folder, &self.url, &self.sandbox)
            .args(["create-admin", EMAIL])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = create.stdin.take().unwrap();
        tokio::io::AsyncWriteExt::write_all(&mut stdin, format!("{PASSWORD}\n").as_bytes()).await.unwrap();
        drop(stdin);
        assert!(create.wait().await.unwrap().success());
    }

    /// SIGKILL, at once, and a new process on the same data.
    pub async fn kill_and_restart(&mut self) {
        self.child.kill().await.unwrap();
        self.child = spawn(&self.folder, &self.url, &self.sandbox);
        wait_ready(&self.http, &self.url).await;
    }

    /// Waits until no job is left; the ones that are due and older than the patience are the answer.
    pub async fn until_idle(&self, patience: Duration) -> Vec<(String, i32, Option<String>)> {
        let deadline = Instant::now() + patience;
        let mut ticks = tokio::time::interval(Duration::from_millis(200));
        loop {
            ticks.tick().await;
            let left: Vec<(String, i32, Option<String>)> =
                sqlx::query_as("select name, attempts, last_error from job")
                    .fetch_all(&self.pool)
                    .await
                    .unwrap();
            if left.is_empty() || Instant::now() > deadline {
                return left;
            }
        }
    }

    pub async fn mails_once_there_are(&self, count: usize, deadline: Instant) -> Vec<Value> {
        let patience = deadline.saturating_duration_since(Instant::now()).as_millis();
        let url = format!("{}/_control/mail/wait?count={count}&timeout_ms={patience}", self.sandbox.http);
        self.http.get(url).send().await.unwrap().json().await.unwrap()
    }

    /// What the database itself must say.
    pub async fn check_rows(&self) {
        for (what, sql) in [
            ("an order without its confirmation", "select count(*) from orders where payment <> 'paid'"),
            (
                "a second success of one payment",
                "select count(*) from (select payment_id from payment_entry where kind = 'success' group by 1 having count(*) > 1) x",
            ),
            (
                "a gap in a history",
                "select count(*) from orders o where o.version <> (select count(*) from event e where e.order_id = o.id)",
            ),
            (
                "a notice that is not sent",
                "select count(*) from notice where channel = 'email' and state <> 'sent'",
            ),
            (
                "a webhook that was not processed",
                "select count(*) from inbox where state not in ('processed', 'ignored')",
            ),
            ("a job", "select count(*) from job"),
        ] {
            let found: i64 = sqlx::query_scalar(sql).fetch_one(&self.pool).await.unwrap();
            assert_eq!(found, 0, "{what}");
        }
    }

    /// Its process, as the system knows it.
    pub fn pid(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// The sandbox's address.
    pub fn sandbox(&self) -> &str {
        &self.sandbox.http
    }

    pub async fn stop(mut self) {
        self.pool.close().await;
        let pid = self.pid().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().await.unwrap().success());
        assert!(self.child.wait().await.unwrap().success(), "a stop in order");
        assert!(!self.folder.join("data/postgres/postmaster.pid").exists(), "PostgreSQL was stopped too");
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn command(folder: &std::path::Path, url: &str, sandbox: &sandbox::Running) -> Command {
    let mut command = Command::new(program());
    command
        .current_dir(folder)
        .env_remove("DATABASE_URL")
        .env("CLEW_DATA", folder.join("data"))
        .env("CLEW_LISTEN", url.trim_start_matches("http://"))
        .env("STRIPE_SECRET_KEY", "sk_test_kill")
        .env("STRIPE_WEBHOOK_SECRET", "whsec_kill")
        .env("STRIPE_API_BASE", &sandbox.http)
        .env("SHIPPO_TOKEN", "shippo_test_kill")
        .env("SHIPPO_API_BASE", format!("{}/shippo", sandbox.http))
        .env("SMTP_URL", format!("smtp://{}", sandbox.smtp))
        // It waits for messages, at whatever hour it runs.
        .env("CLEW_QUIET_HOURS", "none")
        .env("CLEW_NOTICE_DELAY", "0")
        .env("RUST_LOG", "error")
        .stdout(Stdio::null());
    command
}

fn spawn(folder: &std::path::Path, url: &str, sandbox: &sandbox::Running) -> Child {
    command(folder, url, sandbox).arg("serve").kill_on_drop(true).spawn().unwrap()
}

async fn wait_ready(http: &reqwest::Client, url: &str) {
    let ready = async {
        let mut ticks = tokio::time::interval(Duration::from_millis(50));
        loop {
            ticks.tick().await;
            if http.get(format!("{url}/livez")).send().await.is_ok_and(|answer| answer.status().is_success())
            {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(60), ready).await.expect("the server starts within a minute");
}

async fn connect(folder: &std::path::Path) -> PgPool {
    let home = std::fs::canonicalize(folder.join("data")).unwrap();
    let data = std::fs::read_link(home.join("postgres")).unwrap_or_else(|_| home.join("postgres"));
    let options = PgConnectOptions::new_without_pgpass()
        .socket(data.with_file_name("socket"))
        .username("clew")
        .database("clew");
    PgPool::connect_with(options).await.unwrap()
}
