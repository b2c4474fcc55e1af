//! A gateway for SMS: a small HTTP server that checks each signature and answers as the test says.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, mpsc};

/// One call as it came.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// Header `Idempotency-Key`.
    pub(crate) key: String,
    /// Header `Wenzheng-Timestamp`.
    pub(crate) timestamp: i64,
    /// The body.
    pub(crate) body: serde_json::Value,
    /// What was answered.
    pub(crate) status: u16,
}

impl Call {
    /// A text field of the body.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.body[field].as_str().unwrap_or_default()
    }
}

type Answer = dyn Fn(&Call) -> u16 + Send + Sync;

/// A gateway at work.
pub(crate) struct TestGateway {
    /// Where it takes calls.
    pub(crate) url: String,
    calls: Arc<Mutex<Vec<Call>>>,
    arrived: Mutex<mpsc::Receiver<()>>,
}

impl TestGateway {
    /// A gateway that takes over everything.
    pub(crate) fn willing() -> Self {
        Self::answering(|_| 200)
    }

    /// A gateway that answers each call with a status.
    pub(crate) fn answering(answer: impl Fn(&Call) -> u16 + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/send", listener.local_addr().unwrap());
        let calls = Arc::new(Mutex::new(Vec::new()));
        let (tell, arrived) = mpsc::channel();
        let (kept, answer): (_, Arc<Answer>) = (calls.clone(), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (kept, answer, tell) = (kept.clone(), answer.clone(), tell.clone());
                std::thread::spawn(move || {
                    serve(stream, |mut call| {
                        call.status = answer(&call);
                        let status = call.status;
                        kept.lock().unwrap().push(call);
                        let _ = tell.send(());
                        status
                    });
                });
            }
        });
        Self {
            url,
            calls,
            arrived: Mutex::new(arrived),
        }
    }

    /// The calls so far.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap().clone()
    }

    /// The calls for a template.
    pub(crate) fn of(&self, template: &str) -> Vec<Call> {
        let mut calls = self.calls();
        calls.retain(|call| call.text("template") == template);
        calls
    }

    /// Blocks until so many more calls have come.
    pub(crate) fn wait_for(&self, more: usize) {
        let arrived = self.arrived.lock().unwrap();
        for _ in 0..more {
            arrived.recv().unwrap();
        }
    }
}

/// The signature, made here independently of the office.
pub(crate) fn sign(secret: &str, timestamp: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(&[timestamp.as_bytes(), b".", body].concat());
    let digits: Vec<String> = mac
        .finalize()
        .into_bytes()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    format!("v1={}", digits.concat())
}

/// Answers the calls of one connection.
fn serve(mut stream: TcpStream, take: impl Fn(Call) -> u16) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        assert_eq!(line, "POST /send HTTP/1.1\r\n");
        let mut headers = HashMap::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                break;
            };
            headers.insert(name.to_ascii_lowercase(), value.to_owned());
        }
        let mut body = vec![0; headers["content-length"].parse().unwrap()];
        reader.read_exact(&mut body).unwrap();
        let timestamp = &headers["wenzheng-timestamp"];
        let status = if headers["wenzheng-signature"] == sign(super::SECRET, timestamp, &body) {
            take(Call {
                key: headers["idempotency-key"].clone(),
                timestamp: timestamp.parse().unwrap(),
                body: serde_json::from_slice(&body).unwrap(),
                status: 0,
            })
        } else {
            403
        };
        // The reason repeats the number, as careless gateways do.
        let said = format!("no such number: {}", String::from_utf8_lossy(&body));
        write!(
            stream,
            "HTTP/1.1 {status} Said\r\nContent-Length: {}\r\n\r\n{said}",
            said.len()
        )
        .unwrap();
    }
}
