//! The private PostgreSQL of a shop that names no database: made from the installed binaries, in the data directory, reached through
//! a unix socket only its owner can open. Durable settings; found again after a crash; stopped on exit.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context, bail};
use sqlx::{Connection, PgConnection, postgres::PgConnectOptions};
use tokio::process::Command;

/// Who PostgreSQL runs as when we are root: it refuses to run as root itself.
const SYSTEM_USER: &str = "postgres";
/// Linux allows 107 bytes for a socket's path; PostgreSQL adds `/.s.PGSQL.5432`.
const LONGEST_SOCKET_FOLDER: usize = 90;

/// A running private PostgreSQL.
#[derive(Debug)]
pub struct Cluster {
    bin: PathBuf,
    data: PathBuf,
    socket: PathBuf,
    as_user: Option<&'static str>,
    /// Locked alone while the cluster is started or stopped.
    turn: PathBuf,
    /// Locked, shared, by every process that uses the cluster: the last one to let go stops it.
    users: fs::File,
}

impl Cluster {
    /// Finds or makes the cluster in `home` and starts it, unless it is running already.
    ///
    /// # Errors
    /// With what to do, when PostgreSQL is not installed or does not start.
    pub async fn start(home: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(home).with_context(|| format!("{} cannot be made", home.display()))?;
        let home = fs::canonicalize(home)?;
        let turn = home.join("postgres.lock");
        let alone = fs::File::create(&turn)?;
        alone.lock()?;
        let users = fs::File::create(home.join("postgres.users"))?;
        users.lock_shared()?;
        let as_user = is_root().then_some(SYSTEM_USER);
        let data = place(&home, as_user).await?;
        let bin = binaries(&data)?;
        let socket = socket_folder(&data)?;
        let cluster = Self { bin, data, socket, as_user, turn, users };
        cluster.own(&cluster.socket).await?;
        if !cluster.data.join("PG_VERSION").exists() {
            cluster.init().await?;
        }
        if !cluster.is_running().await {
            cluster.launch().await?;
        }
        cluster.create_database().await?;
        Ok(cluster)
    }

    /// How to connect to it.
    pub fn options(&self) -> PgConnectOptions {
        PgConnectOptions::new_without_pgpass().socket(&self.socket).username("clew").database("clew")
    }

    /// Lets go of it. The last process that used it stops it: clients are disconnected, nothing is lost.
    pub async fn stop(self) {
        let alone = fs::File::create(&self.turn).and_then(|file| file.lock().map(|()| file));
        let last = self.users.unlock().is_ok() && self.users.try_lock().is_ok();
        if alone.is_err() || !last {
            return;
        }
        let stopped = self
            .run("pg_ctl", &["stop", "-m", "fast", "-w", "-t", "60", "-D", &self.data.to_string_lossy()])
            .await;
        if let Err(error) = stopped {
            tracing::warn!(%error, "the private PostgreSQL did not stop; the next start finds it running");
        }
    }

    async fn init(&self) -> anyhow::Result<()> {
        tracing::info!(folder = %self.data.display(), "making a private PostgreSQL");
        // A folder half made by an interrupted start has no PG_VERSION yet and holds nothing.
        if self.data.exists() {
            fs::remove_dir_all(&self.data)?;
        }
        fs::create_dir_all(&self.data)?;
        self.own(&self.data).await?;
        let data = self.data.to_string_lossy().into_owned();
        let made =
            ["-D", &data, "-U", "clew", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust", "--data-checksums"];
        if let Err(error) = self.run("initdb", &made).await {
            fs::remove_dir_all(&self.data)?;
            return Err(error);
        }
        Ok(())
    }

    async fn is_running(&self) -> bool {
        self.run("pg_ctl", &["status", "-D", &self.data.to_string_lossy()]).await.is_ok()
    }

    async fn launch(&self) -> anyhow::Result<()> {
        let options = format!(
            "-k '{}' -c listen_addresses='' -c unix_socket_permissions=0700 -c max_connections=120 -c max_wal_size=1GB",
            self.socket.display()
        );
        let log = self.data.join("server.log");
        let (data, log) = (self.data.to_string_lossy(), log.to_string_lossy());
        self.run("pg_ctl", &["start", "-w", "-t", "120", "-D", &data, "-l", &log, "-o", &options])
            .await
            .with_context(|| format!("PostgreSQL did not start; it says why in {log}"))
    }

    async fn create_database(&self) -> anyhow::Result<()> {
        let mut conn = PgConnection::connect_with(&self.options().database("postgres")).await?;
        let there: bool =
            sqlx::query_scalar("select exists (select 1 from pg_database where datname = 'clew')")
                .fetch_one(&mut conn)
                .await?;
        if !there {
            sqlx::query("create database clew").execute(&mut conn).await?;
        }
        conn.close().await?;
        Ok(())
    }

    async fn own(&self, folder: &Path) -> anyhow::Result<()> {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
        if let Some(user) = self.as_user {
            let given = Command::new("chown").arg(user).arg(folder).status().await?;
            if !given.success() {
                bail!("{} could not be given to the user {user}", folder.display());
            }
        }
        Ok(())
    }

    async fn run(&self, program: &str, args: &[&str]) -> anyhow::Result<()> {
        let program = self.bin.join(program);
        let mut command = match self.as_user {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(&program);
                command
            }
            None => Command::new(&program),
        };
        // Its own process group: a Ctrl-C at our terminal is ours to pass on, in order.
        let done = command
            .args(args)
            .current_dir("/")
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(false)
            .spawn()
            .with_context(|| format!("{} cannot be run", program.display()))?;
        let done = wait(done).await?;
        if done.0 { Ok(()) } else { bail!("{} failed: {}", program.display(), done.1.trim()) }
    }
}

/// Waits for the program itself. `pg_ctl start` leaves a server behind that keeps the pipe open, so the pipe's end is not awaited
/// once the program has succeeded.
async fn wait(mut child: tokio::process::Child) -> anyhow::Result<(bool, String)> {
    use tokio::io::AsyncReadExt;
    let mut said = Vec::new();
    let mut stderr = child.stderr.take();
    let status = child.wait().await?;
    if !status.success()
        && let Some(stderr) = &mut stderr
    {
        stderr.take(16_384).read_to_end(&mut said).await?;
    }
    Ok((status.success(), String::from_utf8_lossy(&said).into_owned()))
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

/// The server that made the data, or the newest installed one where there are none yet.
fn binaries(data: &Path) -> anyhow::Result<PathBuf> {
    let made_by = fs::read_to_string(data.join("PG_VERSION"))
        .map(|version| version.trim().to_owned())
        .unwrap_or_default();
    installed(&made_by).with_context(|| {
        format!("PostgreSQL {made_by} is not installed. Install its server (Debian: apt-get install postgresql) or set DATABASE_URL")
    })
}

fn installed(version: &str) -> Option<PathBuf> {
    let installed =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<(u32, PathBuf)> = installed
        .filter_map(|path| Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin"))))
        .filter(|(number, bin): &(u32, PathBuf)| {
            (version.is_empty() || number.to_string() == version) && bin.join("initdb").exists()
        })
        .collect();
    found.sort();
    let on_path = || {
        std::env::split_paths(&std::env::var_os("PATH")?)
            .find(|dir| dir.join("initdb").exists() && dir.join("pg_ctl").exists())
    };
    found.pop().map(|(_, bin)| bin).or_else(on_path)
}

/// Where the data lies: in the data directory; elsewhere, with a link from there, when the system user cannot reach it.
async fn place(home: &Path, as_user: Option<&str>) -> anyhow::Result<PathBuf> {
    let data = home.join("postgres");
    if let Ok(elsewhere) = fs::read_link(&data) {
        return Ok(elsewhere);
    }
    let Some(user) = as_user else { return Ok(data) };
    let reachable = Command::new("runuser")
        .args(["-u", user, "--", "test", "-x"])
        .arg(home)
        .status()
        .await
        .is_ok_and(|status| status.success());
    if reachable || data.exists() {
        return Ok(data);
    }
    let elsewhere = PathBuf::from("/var/lib/clew").join(fingerprint(home)).join("postgres");
    fs::create_dir_all(elsewhere.parent().context("a folder has a parent")?)?;
    std::os::unix::fs::symlink(&elsewhere, &data)?;
    tracing::info!(folder = %elsewhere.display(), "the user {user} cannot reach the data directory; PostgreSQL's data lies elsewhere");
    Ok(elsewhere)
}

fn socket_folder(data: &Path) -> anyhow::Result<PathBuf> {
    let near = data.with_file_name("socket");
    let folder = if near.as_os_str().len() <= LONGEST_SOCKET_FOLDER {
        near
    } else {
        PathBuf::from("/tmp").join(format!("clew-{}", fingerprint(data)))
    };
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn fingerprint(path: &Path) -> String {
    use sha2::Digest;
    hex::encode(&sha2::Sha256::digest(path.as_os_str().as_encoded_bytes())[..6])
}
