//! Senders: what takes a message out of the house. Mail by SMTP, SMS and WeChat through a gateway's webhook, and a
//! console that prints instead of sending.

pub mod console;
pub mod gateway;
pub mod mail;
mod secret;
pub mod sign;

pub use console::Console;
pub use gateway::Gateway;
pub use mail::Mail;
pub use secret::Secret;

use crate::settings::{QuietHours, Settings};
use calendar::Instant;
use std::pin::Pin;
use std::sync::Arc;

/// The kinds of ways out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Mail to an address.
    Mail,
    /// SMS to a phone number.
    Sms,
    /// WeChat, through a gateway that knows its followers by phone number.
    Wechat,
}

impl Channel {
    /// The word in settings and logs.
    pub fn word(self) -> &'static str {
        match self {
            Channel::Mail => "mail",
            Channel::Sms => "sms",
            Channel::Wechat => "wechat",
        }
    }
}

/// One message to one address, as it leaves. It is never logged and never stored: the address stands in it.
pub struct Letter {
    /// The same for every try: a receiver knows a second delivery by it. ASCII letters, digits and `-._/%`.
    pub id: String,
    /// When it is sent, UTC milliseconds.
    pub at: Instant,
    /// Mail address or phone number.
    pub to: String,
    /// Template of the procedure, or `code` for one-time codes.
    pub template: String,
    /// Template id registered with the gateway.
    pub gateway_id: Option<String>,
    /// What is filled into the template, in the order in which the text asks for it.
    pub parameters: Vec<(&'static str, String)>,
    /// Subject line.
    pub subject: String,
    /// The text, filled in.
    pub text: String,
}

/// Why a message was not taken. The reasons are the other side's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// It will never be taken: an unknown address, a faulty request.
    Refused(String),
    /// It may be taken later: no connection, a busy server.
    Later(String),
}

/// A message on its way.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;

/// Takes messages out of the house.
pub trait Sender: Send + Sync {
    /// Sends one message. Success means that the other side has taken it over.
    fn send<'a>(&'a self, channel: Channel, letter: &'a Letter) -> Sending<'a>;
}

/// The senders of an installation, one at most for each channel.
#[derive(Clone, Default)]
pub struct Senders {
    /// For mail.
    pub mail: Option<Arc<dyn Sender>>,
    /// For SMS.
    pub sms: Option<Arc<dyn Sender>>,
    /// For WeChat.
    pub wechat: Option<Arc<dyn Sender>>,
    /// Channels of the procedure whose citizens are told by WeChat rather than SMS.
    pub wechat_channels: Vec<String>,
    /// Gateway template id of one-time codes.
    pub code_template: Option<String>,
    /// When citizens are left in peace.
    pub quiet_hours: Option<QuietHours>,
}

impl Senders {
    /// The senders that the settings ask for.
    ///
    /// # Errors
    /// A mail server whose encryption cannot be set up.
    pub fn new(settings: &Settings) -> Result<Self, crate::settings::SettingsError> {
        let gateway = |set: &crate::settings::Webhook| -> Arc<dyn Sender> { Arc::new(Gateway::new(set)) };
        Ok(Self {
            mail: match &settings.smtp {
                Some(smtp) => Some(Arc::new(Mail::new(smtp)?)),
                None => None,
            },
            sms: settings.sms.as_ref().map(gateway),
            wechat: settings.wechat.as_ref().map(gateway),
            wechat_channels: settings
                .wechat
                .as_ref()
                .map(|w| w.channels.clone())
                .unwrap_or_default(),
            code_template: settings.sms.as_ref().and_then(|s| s.code_template.clone()),
            quiet_hours: settings.quiet_hours.clone(),
        })
    }

    /// One sender for everything, such as the demo's console.
    pub fn all_by(sender: Arc<dyn Sender>) -> Self {
        Self {
            mail: Some(sender.clone()),
            sms: Some(sender.clone()),
            wechat: Some(sender),
            ..Self::default()
        }
    }

    /// The sender for a channel.
    pub fn for_channel(&self, channel: Channel) -> Option<&Arc<dyn Sender>> {
        match channel {
            Channel::Mail => self.mail.as_ref(),
            Channel::Sms => self.sms.as_ref(),
            Channel::Wechat => self.wechat.as_ref(),
        }
    }
}
