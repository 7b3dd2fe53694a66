//! Many orders, in the program that people run. Ten thousand change at once: ten thousand mails leave, none twice, and whoever pays meanwhile is
//! told within seconds; taken back in time, the same change sends nothing. A million go out as a file, and the program grows by no more than a page.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[expect(dead_code, reason = "nobody is killed here")]
#[path = "kill/server.rs"]
mod killed;

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use futures::TryStreamExt;
use killed::{API_KEY, EMAIL, PASSWORD, Victim};
use reqwest::header;
use serde_json::{Value, json};

const ORDERS: usize = 10_000;
/// How soon one who pays is told, whatever else leaves.
const SOON: Duration = Duration::from_secs(5);

/// What the program may grow by while a million orders go through it.
const GROWTH: usize = 32 * 1024;
/// One at a time: both measure.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

struct Desk {
    victim: Victim,
    http: reqwest::Client,
    cookie: String,
}

impl Desk {
    async fn open() -> Self {
        let victim = Victim::start().await;
        let none = reqwest::redirect::Policy::none();
        let http =
            reqwest::Client::builder().redirect(none).timeout(Duration::from_secs(520)).build().unwrap();
        let form = [("email", EMAIL), ("password", PASSWORD)];
        let answer = http.post(format!("{}/admin/sign-in", victim.url)).form(&form).send().await.unwrap();
        let cookie = answer.headers()[header::SET_COOKIE].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { victim, http, cookie }
    }

    async fn press(&self, function: &str, form: &[(&str, &str)]) {
        let request = self.http.post(format!("{}/admin/fn/{function}", self.victim.url));
        let request = request.header(header::COOKIE, &self.cookie).header("sec-fetch-site", "same-origin");
        let status = request.form(form).send().await.unwrap().status();
        assert!(status.is_success() || status.is_redirection(), "{function}: {status}");
    }

    async fn count(&self, sql: &'static str) -> usize {
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&self.victim.pool).await.unwrap();
        usize::try_from(count).unwrap()
    }

    async fn until(&self, what: &str, sql: &'static str) {
        let so = async {
            let mut ticks = tokio::time::interval(Duration::from_millis(100));
            while self.count(sql).await == 0 {
                ticks.tick().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(120), so)
            .await
            .unwrap_or_else(|_| panic!("not {what} in time"));
    }

    /// As many more orders in production.
    async fn stand(&self) {
        let made = sqlx::query(include_str!("it/stand.sql"));
        let made = made.bind(i32::try_from(ORDERS).unwrap()).bind("in_production").bind("processing").bind(1);
        made.execute(&self.victim.pool).await.unwrap();
    }

    /// All that is in production is shipped in one go: the change's id, once it is done.
    async fn ship_all(&self) -> String {
        let wish =
            [("all", "true"), ("filter[status]", "processing"), ("action", "move"), ("stage", "shipped")];
        self.press("preview_bulk", &wish).await;
        let id: uuid::Uuid = sqlx::query_scalar("select id from bulk order by created_at desc limit 1")
            .fetch_one(&self.victim.pool)
            .await
            .unwrap();
        self.press("start_bulk", &[("id", &id.to_string())]).await;
        self.until(
            "done",
            "select count(*) from bulk where not exists (select 1 from bulk b where b.state = 'running')",
        )
        .await;
        id.to_string()
    }

    /// The time that messages of a bulk change wait passes.
    async fn ten_minutes_pass(&self) {
        for sql in [
            "update notice set not_before = not_before - interval '20 minutes' where not_before is not null",
            "update bulk set held_until = held_until - interval '20 minutes'",
            "update job set run_at = run_at - interval '20 minutes' where name = 'send_notice'",
        ] {
            sqlx::query(sql).execute(&self.victim.pool).await.unwrap();
        }
    }

    /// Somebody orders and pays, and waits for word.
    async fn one_who_pays(&self) -> Duration {
        let body = json!({
            "customer": { "name": "Eva Ruiz", "email": "eva@urgent.test" },
            "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
            "items": [{ "name": "Poster A2", "quantity": 1, "unitAmount": 1450 }],
            "currency": "EUR", "workflow": "print-factory", "language": "en"
        });
        let request = self.http.post(format!("{}/api/orders", self.victim.url)).bearer_auth(API_KEY);
        let created: Value = request
            .header("idempotency-key", "urgent")
            .json(&body)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let session = created["checkoutUrl"].as_str().unwrap().rsplit('/').next().unwrap();
        let began = Instant::now();
        let pay = format!("{}/_control/sessions/{session}/pay", self.victim.sandbox());
        self.http.post(pay).json(&json!({ "card": "4242424242424242" })).send().await.unwrap();
        assert_eq!(self.mails("to=eva@urgent.test&count=1").await.len(), 1);
        began.elapsed()
    }

    async fn mails(&self, which: &str) -> Vec<Value> {
        let url =
            format!("{}/_control/mail/wait?brief=true&timeout_ms=500000&{which}", self.victim.sandbox());
        self.http.get(url).send().await.unwrap().json().await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_changes_send_ten_thousand_mails_once_and_none_when_undone() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let _alone = ALONE.lock().await;
    let desk = Desk::open().await;
    desk.stand().await;
    desk.ship_all().await;
    assert_eq!(
        desk.count(
            "select count(*) from notice where channel = 'email' and state not in ('pending', 'deferred')"
        )
        .await,
        0
    );

    desk.ten_minutes_pass().await;
    let began = Instant::now();
    desk.until("begun", "select count(*) from notice where channel = 'email' and state = 'sent'").await;
    let told = desk.one_who_pays().await;
    let left = desk
        .count("select count(*) from notice where channel = 'email' and state in ('pending', 'deferred')")
        .await;
    let mails = desk.mails(&format!("count={}", ORDERS + 1)).await;
    println!(
        "{ORDERS} mails in {:?}; one who paid meanwhile was told after {told:?}, {left} were waiting",
        began.elapsed()
    );
    let names: HashSet<_> = mails.iter().map(|mail| mail["message_id"].as_str().unwrap()).collect();
    assert_eq!((names.len(), mails.len()), (ORDERS + 1, ORDERS + 1), "each once");
    assert!(left > 0 && told < SOON, "who pays is told before {left} others: {told:?}");
    let stuck = desk.victim.until_idle(Duration::from_secs(60)).await;
    assert!(stuck.is_empty(), "{:?}", stuck.first());
    assert_eq!(
        desk.count("select count(*) from notice where channel = 'email' and state = 'sent'").await,
        ORDERS + 1
    );

    // The same once more, taken back while nothing has left.
    desk.stand().await;
    let id = desk.ship_all().await;
    desk.press("undo_bulk", &[("id", &id)]).await;
    desk.until("undone", "select count(*) from bulk where state = 'undone'").await;
    desk.ten_minutes_pass().await;
    let stuck = desk.victim.until_idle(Duration::from_secs(60)).await;
    assert!(stuck.is_empty(), "{:?}", stuck.first());
    assert_eq!(desk.mails(&format!("count={}", ORDERS + 1)).await.len(), ORDERS + 1, "nobody was told");
    assert_eq!(
        desk.count("select count(*) from notice where state = 'withdrawn' and channel = 'email'").await,
        ORDERS
    );
    desk.victim.stop().await;
}

/// Kilobytes of a line of `/proc/…/status`.
fn kilobytes(pid: u32, line: &str) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let found = status.lines().find_map(|each| each.strip_prefix(line)).unwrap();
    found.trim_start_matches(':').trim().trim_end_matches(" kB").parse().unwrap()
}

/// Orders with an item each, written as cheaply as PostgreSQL can: without triggers, and with the one index that the list is read by.
async fn write_orders(desk: &Desk, count: i32) {
    let mut conn = desk.victim.pool.acquire().await.unwrap();
    let drop_indexes = "do $$ declare name text; begin
        for name in select indexrelid::regclass::text from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
            where i.indrelid = 'orders'::regclass and c.oid is null and indexrelid <> 'orders_placed'::regclass
        loop execute 'drop index ' || name; end loop; end $$";
    for sql in [
        "set session_replication_role = replica",
        "set statement_timeout = 0",
        "set synchronous_commit = off",
        drop_indexes,
    ] {
        sqlx::query(sql).execute(&mut *conn).await.unwrap();
    }
    let sql = "with made as (
            insert into orders (id, number, workflow_id, stage, status, payment, version, language, currency, subtotal, shipping, total,
                customer_name, email, email_hash, address, success_url, cancel_url, placed_at, updated_at)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, lpad(n::text, 10, '0'), w.id, 'new', 'confirmed', 'paid', 2, 'es', 'EUR', 1000, 0, 1000,
                case n % 1000 when 0 then '=cmd|calc ' else 'Ana ' end || n, 'ana' || n || '@customer.test', decode('00', 'hex'),
                '{\"line1\": \"Calle Mayor 12\", \"city\": \"Madrid\", \"postalCode\": \"28013\", \"country\": \"ES\"}',
                'http://shop.test', 'http://shop.test', now() - n * interval '1 second', now()
            from generate_series(1, $1) n, workflow w where w.key = 'print-factory'
            returning id)
        insert into order_item (order_id, position, name, quantity, unit_amount, options) select id, 1, 'Poster A2', 1, 1000, '{}' from made";
    sqlx::query(sql).bind(count).execute(&mut *conn).await.unwrap();
    sqlx::query("analyze orders, order_item").execute(&mut *conn).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_million_orders_go_out_as_a_file_and_the_program_does_not_grow() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let _alone = ALONE.lock().await;
    // Fewer where somebody only tries it.
    let orders = std::env::var("CLEW_MANY_ORDERS").map_or(1_000_000, |count| count.parse().unwrap());
    let desk = Desk::open().await;
    let began = Instant::now();
    write_orders(&desk, i32::try_from(orders).unwrap()).await;
    let written = began.elapsed();
    // Whatever the first page needs is there already.
    let list = |query: &str| {
        desk.http
            .get(format!("{}/admin/orders.csv{query}", desk.victim.url))
            .header(header::COOKIE, &desk.cookie)
    };
    list("?q=Ana%2012345").send().await.unwrap().bytes().await.unwrap();
    let pid = desk.victim.pid();
    // The peak begins anew where it stands now (proc(5), `clear_refs`).
    std::fs::write(format!("/proc/{pid}/clear_refs"), "5").unwrap();
    let before = kilobytes(pid, "VmHWM");
    let began = Instant::now();
    let answer = list("").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let mut pieces = answer.bytes_stream();
    let (mut rows, mut bytes, mut marked, mut ends) = (0_usize, 0_usize, 0_usize, [0; 2]);
    while let Some(piece) = pieces.try_next().await.unwrap() {
        bytes += piece.len();
        // Every row ends in CRLF, and no cell here holds one.
        rows += piece.iter().filter(|byte| **byte == b'\n').count();
        marked += piece.iter().filter(|byte| **byte == b'\'').count();
        for byte in piece.iter().rev().take(2).rev() {
            ends = [ends[1], *byte];
        }
    }
    let after = kilobytes(pid, "VmHWM");
    let took = began.elapsed();
    println!(
        "{orders} orders written in {written:?}; their file of {} MB came in {took:?}; the program's peak was {before} kB before and {after} kB after",
        bytes / 1_000_000
    );
    assert_eq!((rows, ends), (orders + 1, *b"\r\n"), "a row for each, and the header");
    assert_eq!(marked, orders / 1000, "hostile names are marked, and nothing else");
    // The kernel counts by thread and adds up now and then: a peak may be read a little lower than before.
    let growth = after.saturating_sub(before);
    assert!(growth <= GROWTH, "the program grew by {growth} kB");
    assert!(bytes / 1024 > GROWTH || orders < 1_000_000, "the file is larger than what may be held");
    desk.victim.stop().await;
}
