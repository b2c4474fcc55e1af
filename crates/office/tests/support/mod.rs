//! Peers of the outbox: a gateway that checks what it gets, and a mail server.

#![allow(clippy::print_stderr, reason = "a skipped part is to be seen")]

mod gateway;
mod mail_server;
pub(crate) mod provider;

pub(crate) use gateway::{Call, TestGateway, sign};
pub(crate) use mail_server::{MailServer, free_port, python};

use office::{Senders, Settings};
use std::path::Path;

/// The secret that both sides know.
pub(crate) const SECRET: &str = "a secret between office and gateway";

/// Senders from settings as somebody would write them. A secret lies in the file `secret` of the folder.
pub(crate) fn senders(folder: &Path, settings: &str) -> Senders {
    std::fs::write(folder.join("secret"), format!("{SECRET}\n")).unwrap();
    let settings = Settings::parse(settings, folder).unwrap_or_else(|error| panic!("{error}"));
    Senders::new(&settings).unwrap()
}

/// Settings for an SMS gateway.
pub(crate) fn sms(url: &str) -> String {
    format!("[sms]\nurl = \"{url}\"\nsecret_file = \"secret\"\ncode_template = \"SMS_7\"\n")
}

/// Settings for a mail server on this machine.
pub(crate) fn smtp(port: u16) -> String {
    format!(
        "[smtp]\nhost = \"127.0.0.1\"\nport = {port}\nencryption = \"none\"\nfrom = \"12345热线 <no-reply@wenzheng.example>\"\n"
    )
}
