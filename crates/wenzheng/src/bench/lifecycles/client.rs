//! A lean HTTP/1.1 client on one connection that is kept.

use crate::bench::Fault;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

/// A connection.
pub(crate) struct Connection {
    stream: TcpStream,
    host: String,
    kept: Vec<u8>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The value of a cookie that it sets.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let cookies = lines.filter(|(header, _)| header.eq_ignore_ascii_case("set-cookie"));
        let mut pairs = cookies.filter_map(|(_, line)| line.split(';').next()?.split_once('='));
        pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// The form token in its page.
    pub(crate) fn token(&self) -> Option<&str> {
        self.between("name=\"token\" value=\"", "\"")
    }

    /// What stands between two marks in the body.
    pub(crate) fn between(&self, before: &str, behind: &str) -> Option<&str> {
        let (_, rest) = self.body.split_once(before)?;
        rest.split_once(behind).map(|(found, _)| found)
    }
}

impl Connection {
    pub(crate) async fn open(host: &str) -> Result<Self, Fault> {
        Self::on(TcpStream::connect(host).await?, host)
    }

    fn on(stream: TcpStream, host: &str) -> Result<Self, Fault> {
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            host: host.to_owned(),
            kept: Vec::with_capacity(32 * 1024),
        })
    }

    /// From an address of this machine that belongs to one citizen alone: what is counted by address counts as it would
    /// outside.
    pub(crate) async fn open_from(host: &str, citizen: u32) -> Result<Self, Fault> {
        let [_, high, middle, low] = citizen.to_be_bytes();
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from(([127, 1 + high % 200, middle, low], 0)))?;
        let stream = socket.connect(host.parse()?).await?;
        Self::on(stream, host)
    }

    /// Host and port.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    pub(crate) async fn get(&mut self, path: &str, cookie: &str) -> Result<Answer, Fault> {
        let host = &self.host;
        let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\n\r\n");
        self.exchange(request).await
    }

    pub(crate) async fn post(
        &mut self,
        path: &str,
        cookie: &str,
        fields: &[(&str, &str)],
    ) -> Result<Answer, Fault> {
        let body = encoded(fields);
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        );
        self.exchange(request).await
    }

    async fn exchange(&mut self, request: String) -> Result<Answer, Fault> {
        self.stream.write_all(request.as_bytes()).await?;
        let end = loop {
            if let Some(end) = self.kept.windows(4).position(|w| w == b"\r\n\r\n") {
                break end + 4;
            }
            self.more().await?;
        };
        let head = String::from_utf8(self.kept.drain(..end).collect())?;
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            let value = value.parse().ok()?;
            name.eq_ignore_ascii_case("content-length").then_some(value)
        });
        let length: usize = length.ok_or_else(|| format!("an answer without a length: {head}"))?;
        while self.kept.len() < length {
            self.more().await?;
        }
        let body = String::from_utf8(self.kept.drain(..length).collect())?;
        Ok(Answer {
            status: status.ok_or("an answer without a status")?,
            head,
            body,
        })
    }

    async fn more(&mut self) -> Result<(), Fault> {
        if self.stream.read_buf(&mut self.kept).await? == 0 {
            return Err("the server closed the connection".into());
        }
        Ok(())
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(name);
        text.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() {
                text.push(char::from(byte));
            } else {
                text.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    text
}
