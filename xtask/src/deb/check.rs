//! Whether a package holds what it should, can be installed into a folder and purged again, and the program in it serves.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{Build, TARGET, build, of};
use crate::Result;
use crate::{find, process};

/// What must be in it.
const FILES: [&str; 9] = [
    "./etc/wenzheng.env",
    "./usr/bin/wenzheng",
    "./usr/lib/systemd/system/wenzheng.service",
    "./usr/lib/sysusers.d/wenzheng.conf",
    "./usr/share/man/man8/wenzheng.8.gz",
    "./usr/share/doc/wenzheng/copyright",
    "./usr/share/doc/wenzheng/changelog.gz",
    "./usr/share/doc/wenzheng/operating.md",
    "./usr/share/doc/wenzheng/security.md",
];

/// Builds one of the program as the tests have it, and looks at it; what could not be looked at.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let package = build(root, Build::Debug)?;
    let mut skipped = Vec::new();
    contents(&package)?;
    let folder = root.join(TARGET).join("root");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|fault| of(&folder, fault))?;
    }
    if find::is_root() {
        installed(&package, &folder)?;
    } else {
        process::text_of(Command::new("dpkg-deb").arg("-x").arg(&package).arg(&folder))?;
        skipped.push("installing the package: not root".to_owned());
    }
    serves(&folder)?;
    if find::is_root() {
        purged(&folder)?;
    }
    if let Some(lintian) = find::program(&["lintian"], &[]) {
        process::text_of(Command::new(lintian).args(["--fail-on", "error"]).arg(&package))?;
    }
    Ok(skipped)
}

/// Each file is there, belongs to root, and can be written by nobody else.
fn contents(package: &Path) -> Result<()> {
    let listed = process::text_of(Command::new("dpkg-deb").arg("-c").arg(package))?;
    for file in FILES {
        if !listed
            .lines()
            .any(|line| line.split_whitespace().last() == Some(file))
        {
            return Err(format!("{file} is not in the package"));
        }
    }
    for line in listed.lines() {
        let mut words = line.split_whitespace();
        let (mode, owner) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let others: String = mode.chars().skip(5).collect();
        if owner != "root/root" || others.contains('w') {
            return Err(format!("others could change a file of the package: {line}"));
        }
    }
    let fields = process::text_of(Command::new("dpkg-deb").arg("-f").arg(package))?;
    for field in ["Package: wenzheng", "Depends: libc6 (>= 2."] {
        if !fields.contains(field) || fields.contains("@V") {
            return Err(format!("no '{field}' among the fields of the package"));
        }
    }
    Ok(())
}

/// By dpkg, with its scripts, into a folder that stands for a machine.
fn installed(package: &Path, folder: &Path) -> Result<()> {
    for name in ["etc", "var/lib/dpkg/info", "var/lib/dpkg/updates"] {
        let path = folder.join(name);
        fs::create_dir_all(&path).map_err(|fault| of(&path, fault))?;
    }
    for name in [
        "etc/passwd",
        "etc/group",
        "etc/shadow",
        "etc/gshadow",
        "var/lib/dpkg/status",
    ] {
        let path = folder.join(name);
        fs::write(&path, "").map_err(|fault| of(&path, fault))?;
    }
    process::text_of(dpkg(folder).arg("--install").arg(package))?;
    let people = fs::read_to_string(folder.join("etc/passwd")).unwrap_or_default();
    if !people.lines().any(|line| line.starts_with("wenzheng:")) {
        return Err("installing the package made no user".to_owned());
    }
    for (name, mode) in [("var/lib/wenzheng", 0o700), ("etc/wenzheng.env", 0o640)] {
        let found = fs::metadata(folder.join(name)).map_err(|fault| format!("{name}: {fault}"))?;
        if found.permissions().mode() & 0o777 != mode {
            return Err(format!(
                "{name} has mode {:o}",
                found.permissions().mode() & 0o777
            ));
        }
    }
    Ok(())
}

/// Purged, it leaves the data folder.
fn purged(folder: &Path) -> Result<()> {
    process::text_of(dpkg(folder).args(["--purge", "wenzheng"]))?;
    if folder.join("etc/wenzheng.env").exists() || folder.join("usr/bin/wenzheng").exists() {
        return Err("purging the package left files of it".to_owned());
    }
    if !folder.join("var/lib/wenzheng").is_dir() {
        return Err("purging the package took the data folder".to_owned());
    }
    Ok(())
}

fn dpkg(folder: &Path) -> Command {
    let mut dpkg = Command::new("dpkg");
    // The machine has no shell for the scripts, and no C library to depend on.
    dpkg.arg(format!("--root={}", folder.display())).args([
        "--force-script-chrootless",
        "--force-depends",
        "--force-bad-path",
    ]);
    dpkg
}

/// How long the installed program may take until it serves, and until it answers.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server that is ended whatever comes.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program as it was installed sets up an installation and is ready.
fn serves(folder: &Path) -> Result<()> {
    let data: PathBuf = folder.join("data");
    let child = Command::new(folder.join("usr/bin/wenzheng"))
        .args([
            "--lang",
            "en",
            "serve",
            "--procedure",
            "suqian-12345",
            "--listen",
            "127.0.0.1:0",
            "--data",
        ])
        .arg(&data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut served = Served(child.map_err(|fault| format!("the installed program: {fault}"))?);
    let out = served
        .0
        .stdout
        .take()
        .ok_or("the installed program has no output")?;
    // It reads on its own, so that a program that says nothing is not waited for for ever.
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let mut out = out;
        let sent = tell.send(address_in(&mut out));
        // A program whose reader goes away ends: it is read on.
        sent.is_ok() && io::copy(&mut out, &mut io::sink()).is_ok()
    });
    let address = told.recv_timeout(PATIENCE).map_err(|_| {
        format!(
            "the installed program does not serve after {} s",
            PATIENCE.as_secs()
        )
    })??;
    let mut stream = TcpStream::connect(&address).map_err(|fault| format!("{address}: {fault}"))?;
    stream
        .set_read_timeout(Some(PATIENCE))
        .map_err(|fault| format!("{address}: {fault}"))?;
    let mut answer = String::new();
    write!(
        stream,
        "GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .and_then(|()| stream.read_to_string(&mut answer))
    .map_err(|fault| format!("{address}: {fault}"))?;
    if answer.starts_with("HTTP/1.1 200") {
        Ok(())
    } else {
        Err(format!("the installed program is not ready: {answer}"))
    }
}

/// The address that the program says it serves at.
fn address_in(out: &mut ChildStdout) -> Result<String> {
    let mut said = Vec::new();
    loop {
        let mut byte = [0];
        if out.read(&mut byte).map_err(|fault| fault.to_string())? == 0 {
            return Err("the installed program ended without serving".to_owned());
        }
        said.push(byte[0]);
        let text = String::from_utf8_lossy(&said);
        if let Some((line, _)) = text
            .split_once("serves at http://")
            .and_then(|(_, rest)| rest.split_once(char::is_whitespace))
        {
            return Ok(line.to_owned());
        }
    }
}
