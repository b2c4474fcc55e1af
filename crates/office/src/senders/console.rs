//! A console instead of gateways, for the demo: one line per message, addresses masked, codes to be read.

use super::{Channel, Letter, NotSent, Sender, Sending};
use seal::mask;
use std::io::Write;
use std::sync::Mutex;

/// Prints messages.
pub struct Console(Mutex<Box<dyn Write + Send>>);

impl Console {
    /// Prints to the standard output or wherever else.
    pub fn new(to: impl Write + Send + 'static) -> Self {
        Self(Mutex::new(Box::new(to)))
    }
}

impl Sender for Console {
    fn send<'a>(&'a self, channel: Channel, letter: &'a Letter) -> Sending<'a> {
        let to = match channel {
            Channel::Mail => mask::email(&letter.to),
            Channel::Sms | Channel::Wechat => mask::phone(&letter.to),
        };
        let line = format!("[{} → {to}] {}", channel.word(), letter.text.replace('\n', " "));
        let written = match self.0.lock() {
            Ok(mut out) => writeln!(out, "{line}").and_then(|()| out.flush()),
            Err(_) => Err(std::io::Error::other("an earlier line failed")),
        };
        let done = written.map_err(|error| NotSent::Later(error.to_string()));
        Box::pin(std::future::ready(done))
    }
}
