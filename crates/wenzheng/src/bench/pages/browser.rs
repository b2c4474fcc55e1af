//! Asks for pages as a browser does: on one connection that is kept, and for compressed ones.

use crate::bench::Fault;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// What browsers take.
pub(super) const ACCEPTS: &str = "gzip, deflate, br, zstd";

/// A connection.
pub(super) struct Browser {
    stream: TcpStream,
    host: String,
    kept: Vec<u8>,
}

/// An answer.
pub(super) struct Answer {
    pub(super) status: u16,
    head: String,
    pub(super) body: Vec<u8>,
    /// Bytes that came, head and all.
    pub(super) wire: usize,
}

impl Answer {
    /// The value of a cookie that it sets.
    pub(super) fn cookie(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let cookies = lines.filter(|(header, _)| header.eq_ignore_ascii_case("set-cookie"));
        let mut pairs = cookies.filter_map(|(_, line)| line.split(';').next()?.split_once('='));
        pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// The page, where it came as it is.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }

    /// Whether it is a page at all.
    pub(super) fn is_page(&self) -> bool {
        self.header("content-type")
            .is_some_and(|media| media.starts_with("text/html"))
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    lines
        .find(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}

impl Browser {
    pub(super) async fn open(host: &str) -> Result<Self, Fault> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            host: host.to_owned(),
            kept: Vec::with_capacity(64 * 1024),
        })
    }

    /// Asks for a page.
    pub(super) async fn get(
        &mut self,
        path: &str,
        cookie: &str,
        accepts: Option<&str>,
    ) -> Result<Answer, Fault> {
        let host = &self.host;
        let accepts = accepts.map_or_else(String::new, |accepts| format!("accept-encoding: {accepts}\r\n"));
        let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\n{accepts}\r\n");
        self.exchange(&request).await
    }

    /// Sends a form; its values hold nothing that has to be encoded.
    pub(super) async fn post(&mut self, path: &str, cookie: &str, form: &str) -> Result<Answer, Fault> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
            self.host,
            form.len()
        );
        self.exchange(&request).await
    }

    async fn exchange(&mut self, request: &str) -> Result<Answer, Fault> {
        self.stream.write_all(request.as_bytes()).await?;
        let head = self.until(b"\r\n\r\n").await?;
        let mut wire = head.len();
        let head = String::from_utf8(head)?;
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        if header(&head, "content-type").is_some_and(|media| media.starts_with("text/event-stream")) {
            // what never ends is no page
            *self = Self::open(&self.host).await?;
            return Ok(Answer {
                status: status.unwrap_or_default(),
                head,
                body: Vec::new(),
                wire,
            });
        }
        let length = header(&head, "content-length").and_then(|length| length.parse::<usize>().ok());
        let mut body = Vec::new();
        match length {
            Some(length) => body = self.take(length).await?,
            None => loop {
                // in pieces, each behind its length; the last has none
                let line = self.until(b"\r\n").await?;
                wire += line.len();
                let length = String::from_utf8(line)?;
                let length = usize::from_str_radix(length.trim(), 16)?;
                let piece = self.take(length + 2).await?;
                wire += 2;
                if length == 0 {
                    break;
                }
                body.extend_from_slice(piece.get(..length).unwrap_or_default());
            },
        }
        Ok(Answer {
            status: status.ok_or("an answer without a status")?,
            wire: wire + body.len(),
            head,
            body,
        })
    }

    async fn until(&mut self, mark: &[u8]) -> Result<Vec<u8>, Fault> {
        loop {
            if let Some(at) = self.kept.windows(mark.len()).position(|window| window == mark) {
                return Ok(self.kept.drain(..at + mark.len()).collect());
            }
            self.more().await?;
        }
    }

    async fn take(&mut self, length: usize) -> Result<Vec<u8>, Fault> {
        while self.kept.len() < length {
            self.more().await?;
        }
        Ok(self.kept.drain(..length).collect())
    }

    async fn more(&mut self) -> Result<(), Fault> {
        if self.stream.read_buf(&mut self.kept).await? == 0 {
            return Err("the server closed the connection".into());
        }
        Ok(())
    }
}
