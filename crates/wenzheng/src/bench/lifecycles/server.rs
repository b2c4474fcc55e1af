//! `wenzheng serve` as a process of its own.

use crate::bench::Fault;
use std::path::Path;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// A server at work. It goes when this is dropped.
pub(crate) struct Server {
    child: Child,
    /// Host and port.
    pub(crate) address: String,
}

/// Memory of a process, in MiB.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) resident: u64,
    pub(crate) most: u64,
}

impl Server {
    /// Starts it on a folder and waits until it serves.
    pub(crate) async fn start(folder: &Path, database_url: Option<&str>) -> Result<Self, Fault> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["--lang", "en", "serve", "--listen", "127.0.0.1:0"])
            .args([
                "--procedure",
                &crate::bench::course::procedure_id()?,
                "--jurisdiction",
                crate::bench::ready::HERE,
            ])
            .arg("--data")
            .arg(folder)
            .stdout(Stdio::piped())
            .kill_on_drop(true);
        if let Some(url) = database_url {
            command.args(["--database-url", url]);
        }
        let mut child = command.spawn()?;
        let output = child.stdout.take().ok_or("the server has no output")?;
        let mut lines = BufReader::new(output).lines();
        while let Some(line) = lines.next_line().await? {
            if let Some((_, address)) = line.split_once("http://") {
                let address = address.split(|c: char| c == '/' || c.is_whitespace()).next();
                let address = address.unwrap_or_default().to_owned();
                // What it goes on to say is read, so that it never waits for a reader.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Ok(Self { child, address });
            }
        }
        Err(format!("the server ended: {}", child.wait().await?).into())
    }

    /// Seconds of processor time that it has used so far.
    pub(crate) fn processor_seconds(&self) -> Result<f64, Fault> {
        let id = self.child.id().ok_or("the server has ended")?;
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        // Behind the name, which may hold anything: user and system time in hundredths of a second.
        let behind = stat.rsplit_once(") ").map_or("", |(_, behind)| behind);
        let ticks = behind
            .split(' ')
            .skip(11)
            .take(2)
            .filter_map(|ticks| ticks.parse::<f64>().ok());
        Ok(ticks.sum::<f64>() / 100.0)
    }

    /// Its memory now, and at most so far.
    pub(crate) fn memory(&self) -> Result<Memory, Fault> {
        let id = self.child.id().ok_or("the server has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
            kib.unwrap_or(0) / 1024
        };
        Ok(Memory {
            resident: of("VmRSS:"),
            most: of("VmHWM:"),
        })
    }

    /// Ends it at once: what it has answered is stored.
    pub(crate) async fn stop(mut self) -> Result<(), Fault> {
        self.child.kill().await?;
        Ok(())
    }
}
