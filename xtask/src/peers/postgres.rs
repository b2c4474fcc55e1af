//! A private PostgreSQL cluster in a temporary folder, on a free port of the loopback address.
//!
//! Flushing stays on as in a real installation: the fault tests are about what survives.

use std::fs::{self, Permissions};
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, process};

use super::user::User;
use crate::Result;
use crate::find;
use crate::process::text_of;

/// Runs beside us and waits for the end of its standard input, which comes with our end however that happens:
/// a drop, a panic, Ctrl-C, even kill -9. Then it stops the server and removes the folder.
const KEEPER: &str = "\
trap '' INT HUP
cat >/dev/null
[ -f \"$2/data/postmaster.pid\" ] && \"$1/pg_ctl\" -D \"$2/data\" -m immediate -w stop >/dev/null 2>&1
rm -rf \"$2\"";

/// A running server; dropping it stops the server and removes its folder.
pub(super) struct Cluster {
    port: u16,
    keeper: Child,
}

impl Cluster {
    /// Finds or installs the server, makes a cluster and starts it.
    pub(super) fn start() -> Result<Self> {
        let programs = match programs() {
            Some(found) => found,
            None => {
                find::install(&["postgresql"]).map_err(|fault| format!("no PostgreSQL {fault}"))?;
                programs().ok_or("no initdb, even after installing PostgreSQL")?
            }
        };
        let user = User::for_server()?;
        let folder = folder(user)?;
        let cluster = Self {
            port: free_port()?,
            keeper: keeper(&programs, &folder, user)?,
        };
        cluster.create(&programs, &folder, user)?;
        Ok(cluster)
    }

    fn create(&self, programs: &Path, folder: &Path, user: Option<User>) -> Result<()> {
        let data = folder.join("data");
        let mut initdb = command(&programs.join("initdb"), folder, user);
        initdb.args([
            "--auth=trust",
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "-D",
        ]);
        text_of(initdb.arg(&data))?;
        self.configure(&data, folder)
            .map_err(|fault| format!("postgresql.conf: {fault}"))?;
        let log = folder.join("server.log");
        let mut start = command(&programs.join("pg_ctl"), folder, user);
        text_of(
            start
                .args(["-w", "-s", "start", "-D"])
                .arg(&data)
                .arg("-l")
                .arg(&log),
        )
        .map(drop)
        .map_err(|fault| format!("{fault}\n{}", fs::read_to_string(&log).unwrap_or_default()))
    }

    fn configure(&self, data: &Path, folder: &Path) -> std::io::Result<()> {
        let mut conf = fs::OpenOptions::new()
            .append(true)
            .open(data.join("postgresql.conf"))?;
        writeln!(conf, "listen_addresses = '127.0.0.1'")?;
        writeln!(conf, "port = {}", self.port)?;
        writeln!(conf, "unix_socket_directories = '{}'", folder.display())?;
        // Each test has a database of its own and several connections to it.
        writeln!(conf, "max_connections = 300")
    }

    /// Where tests reach it, as the one user it has.
    pub(super) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nothing can be done about a keeper that is gone already.
        let _ = self.keeper.wait();
    }
}

/// The folder that holds the server's programs: the one on the search path, else Debian's newest.
fn programs() -> Option<PathBuf> {
    let complete = |dir: &PathBuf| {
        ["initdb", "pg_ctl", "postgres"]
            .iter()
            .all(|name| dir.join(name).is_file())
    };
    let on_path = find::program(&["initdb"], &[])
        .and_then(|file| file.canonicalize().ok()?.parent().map(Path::to_owned));
    let debian = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        });
    on_path.filter(complete).or_else(|| {
        debian
            .filter(|(_, dir)| complete(dir))
            .max_by_key(|(version, _)| *version)
            .map(|(_, dir)| dir)
    })
}

/// An empty folder that only the server's user can read.
fn folder(user: Option<User>) -> Result<PathBuf> {
    let folder = env::temp_dir().join(format!("wenzheng-postgres-{}", process::id()));
    let fault = |fault: std::io::Error| format!("{}: {fault}", folder.display());
    fs::create_dir(&folder).map_err(fault)?;
    fs::set_permissions(&folder, Permissions::from_mode(0o700)).map_err(fault)?;
    user.map_or(Ok(()), |user| user.owns(&folder))?;
    Ok(folder)
}

fn keeper(programs: &Path, folder: &Path, user: Option<User>) -> Result<Child> {
    let mut keeper = command(Path::new("sh"), Path::new("/"), user);
    keeper.args(["-c", KEEPER, "keeper"]).arg(programs).arg(folder);
    // In a group of its own, so that Ctrl-C reaches us and not the keeper.
    keeper
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    keeper.spawn().map_err(|fault| format!("sh: {fault}"))
}

/// A program in the folder, as the server's user: it asks for a folder that it can read.
fn command(program: &Path, folder: &Path, user: Option<User>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    if let Some(user) = user {
        user.runs(&mut command);
    }
    command
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|fault| format!("no free port: {fault}"))?;
    listener
        .local_addr()
        .map(|address| address.port())
        .map_err(|fault| format!("no free port: {fault}"))
}
