//! The envelope, version 1: the message as a text, and a signature over exactly the bytes of that text.

use super::content::Content;
use calendar::Instant;
use seal::signing::{SigningKey, signed_by};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The format that this program writes and reads.
pub const FORMAT: &str = "wenzheng-exchange-1";

/// A signed message as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SignedMessage)]
pub struct Envelope {
    /// `wenzheng-exchange-1`.
    pub format: String,
    /// The message: a JSON text, as a string, so that its bytes stay as they were signed.
    pub message: String,
    /// Ed25519 signature of the sender over the bytes of the message, in base64.
    pub signature: String,
}

/// The message within.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The same for every try: the receiver knows a second delivery by it. At most 64 letters, digits and hyphens.
    pub id: String,
    /// Who sends.
    pub from: Party,
    /// To whom.
    pub to: Party,
    /// When this try was signed, RFC 3339.
    pub sent: String,
    /// The case that it is about, on both sides.
    pub case: Numbers,
    /// Id of the message that this one answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
}

/// A jurisdiction. Its public key says which; id and name are for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its id in its own installation.
    pub id: String,
    /// Its public key, in base64.
    pub key: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The numbers of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// On the side of the sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender: Option<String>,
    /// On the side of the receiver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiver: Option<String>,
}

/// Longest id or number, in bytes.
const LONGEST: usize = 64;

impl Message {
    /// Signs it.
    ///
    /// # Errors
    /// None that can happen: it is plain text.
    pub fn signed(&self, key: &SigningKey) -> Result<Envelope, serde_json::Error> {
        let message = serde_json::to_string(self)?;
        Ok(Envelope {
            format: FORMAT.to_owned(),
            signature: key.sign(message.as_bytes()),
            message,
        })
    }

    /// When this try was signed.
    pub fn sent(&self) -> Option<Instant> {
        Instant::parse(&self.sent).ok()
    }

    /// Ids and numbers stand in keys of tables, and on pages.
    fn is_sound(&self) -> bool {
        let plain = |text: &str| {
            !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_graphic())
        };
        let (sender, receiver) = (&self.case.sender, &self.case.receiver);
        plain(&self.id)
            && self.id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && [&self.answers, sender, receiver]
                .into_iter()
                .flatten()
                .all(|text| plain(text))
    }
}

impl Envelope {
    /// Reads an envelope and the message within; believes nothing of it yet. U+0000 is refused: no text that people
    /// write holds it.
    pub fn read(bytes: &[u8]) -> Option<(Self, Message)> {
        let envelope: Self = serde_json::from_slice(bytes).ok()?;
        if envelope.format != FORMAT || envelope.message.contains("\\u0000") {
            return None;
        }
        let message: Message = serde_json::from_str(&envelope.message).ok()?;
        message.is_sound().then_some((envelope, message))
    }

    /// Whether the holder of a public key signed exactly this message.
    pub fn is_signed_by(&self, key: &str) -> bool {
        signed_by(key, self.message.as_bytes(), &self.signature)
    }
}

/// An instant as messages write it.
pub(crate) fn written(at: Instant) -> String {
    jiff::Timestamp::from_millisecond(at.ms())
        .map(|at| at.to_string())
        .unwrap_or_default()
}
