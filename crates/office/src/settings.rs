//! Settings of an installation: the file `wenzheng.toml` in its data folder. How to reach people, and when to leave
//! them in peace. Secrets stand in files or variables of their own, so that the settings can be shown.

mod bucket;
mod fault;
mod public_url;
mod quiet;
mod read;

pub use bucket::{BucketSettings, KeepIn};
pub use fault::SettingsError;
pub use public_url::public_url;
pub use quiet::QuietHours;

use crate::log::LogChoice;
use crate::senders::Secret;
use crate::sign_on::SignOn;
use crate::staff::SignInRules;
use lettre::message::Mailbox;

/// Name of the file in the data folder.
pub const FILE: &str = "wenzheng.toml";

/// The settings. What is absent is not used.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Where people reach the office, for links in messages, such as `https://wenzheng.example`.
    pub public_url: Option<String>,
    /// The mail server.
    pub smtp: Option<Smtp>,
    /// The SMS gateway.
    pub sms: Option<Webhook>,
    /// The WeChat gateway.
    pub wechat: Option<Webhook>,
    /// When citizens are left in peace.
    pub quiet_hours: Option<QuietHours>,
    /// How new texts and files are sealed.
    pub cipher: seal::Cipher,
    /// What is asked of those who sign in.
    pub sign_in: Option<SignInRules>,
    /// The service by which staff can sign in.
    pub sign_on: Option<SignOn>,
    /// A bucket for attachments; without it they lie in the data folder.
    pub attachments: Option<BucketSettings>,
    /// What new logs begin with.
    pub log: LogChoice,
}

impl Settings {
    /// The secrets with which gateways sign what they bring back, see [`crate::Office::trust_gateways`].
    pub fn gateway_secrets(&self) -> Vec<Secret> {
        let gateways = self.sms.iter().chain(&self.wechat);
        gateways.map(|gateway| gateway.secret.clone()).collect()
    }
}

/// A mail server.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// Host name.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is encrypted.
    pub encryption: Encryption,
    /// User and password, where the server asks for them.
    pub login: Option<(String, Secret)>,
    /// Who writes.
    pub from: Mailbox,
}

/// How the connection to a mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// Begun in the clear and encrypted before anything is said; mail is not sent without.
    StartTls,
    /// Encrypted from the beginning.
    Tls,
    /// Not at all: only to a server on this machine.
    None,
}

/// A gateway that takes signed calls.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// Where it takes them.
    pub url: String,
    /// Signs both what goes there and what comes back.
    pub secret: Secret,
    /// Its template id for one-time codes.
    pub code_template: Option<String>,
    /// Channels of the procedure whose citizens are told this way; WeChat only.
    pub channels: Vec<String>,
}
