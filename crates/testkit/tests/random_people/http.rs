//! The smallest client: one connection for each request, HTTP/1.0, so that an answer ends where the connection does.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// What is sent.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn get(path: &str) -> Self {
        Self {
            method: "GET".to_owned(),
            path: path.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    pub(crate) fn post(path: &str, media: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            method: "POST".to_owned(),
            headers: vec![("Content-Type".to_owned(), media.to_owned())],
            body: body.into(),
            ..Self::get(path)
        }
    }

    pub(crate) fn json(path: &str, body: &serde_json::Value) -> Self {
        Self::post(path, "application/json", body.to_string())
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Whether it says something itself; what comes back then was no secret.
    pub(crate) fn says(&self, what: &str) -> bool {
        let (path, body) = (unescaped(self.path.as_bytes()), unescaped(&self.body));
        self.body.windows(what.len()).any(|w| w == what.as_bytes())
            || path.contains(what)
            || body.contains(what)
    }
}

/// What comes back.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// Where it sends on to.
    pub(crate) fn location(&self) -> &str {
        let line = self
            .headers
            .lines()
            .find_map(|line| line.strip_prefix("location: "));
        line.unwrap_or_default()
    }

    /// Whether somebody has to show first who they are.
    pub(crate) fn sends_away(&self) -> bool {
        self.status == 401
            || self.location().starts_with("/desk/sign-in")
            || self.location().starts_with("/follow")
    }
}

pub(crate) async fn send(url: &str, request: &Request) -> Answer {
    let address = url.strip_prefix("http://").unwrap();
    let mut connection = TcpStream::connect(address).await.unwrap();
    let mut head = format!(
        "{} {} HTTP/1.0\r\nHost: {address}\r\n",
        request.method, request.path
    );
    for (name, value) in &request.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", request.body.len()));
    let whole = [head.as_bytes(), &request.body].concat();
    connection.write_all(&whole).await.unwrap();
    let mut back = Vec::new();
    connection.read_to_end(&mut back).await.unwrap();
    let text = String::from_utf8_lossy(&back);
    let (head, body) = text
        .split_once("\r\n\r\n")
        .unwrap_or_else(|| panic!("no answer to {} {}: {text:?}", request.method, request.path));
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    Answer {
        status: status.unwrap_or_else(|| panic!("no status: {head}")),
        headers: head.to_owned(),
        body: body.to_owned(),
    }
}

/// A form or address without its escapes.
fn unescaped(text: &[u8]) -> String {
    let mut out = Vec::new();
    let mut bytes = text.iter().copied();
    while let Some(byte) = bytes.next() {
        let hex = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16));
        match byte {
            b'%' => {
                let (high, low) = (hex(bytes.next()), hex(bytes.next()));
                let both = high.zip(low).and_then(|(h, l)| u8::try_from(h * 16 + l).ok());
                out.push(both.unwrap_or(b'%'));
            }
            b'+' => out.push(b' '),
            other => out.push(other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A text as forms carry it.
pub(crate) fn escaped(text: &str) -> String {
    let byte = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(b).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
