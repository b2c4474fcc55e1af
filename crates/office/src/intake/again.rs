//! A message that arrives again under its id: the first answer, and whether something else was sent this time.

use super::{Message, Receipt};
use crate::{Office, Problem};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// What is stored of the answer to a message.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    receipt: Receipt,
    /// A keyed hash of what was sent, for itself alone: equal messages have different ones. Not there where an older program
    /// took the message in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content: Option<String>,
}

/// The answer as it is stored, without the check code.
pub(super) fn kept(receipt: &Receipt, content: String) -> Result<Vec<u8>, Problem> {
    let kept = Kept {
        receipt: Receipt {
            check_code: String::new(),
            ..receipt.clone()
        },
        content: Some(content),
    };
    Ok(serde_json::to_vec(&kept)?)
}

/// The first answer to this command, without its check code. An id used for something else is a fault of the client.
pub(super) fn repeated(first: &[u8], content: &str) -> Result<Receipt, Problem> {
    let kept: Kept =
        serde_json::from_slice(first).map_err(|_| Problem::field("id", "field-command-id-used"))?;
    Ok(Receipt {
        changed: kept.content.is_some_and(|first| first != content),
        ..kept.receipt
    })
}

impl Office {
    /// A keyed hash of a message and its id.
    pub(super) fn digest_of_message(&self, message: &Message) -> String {
        self.hash("message content", &message.content())
    }
}

impl Message {
    /// All that was sent, each part with its length before it. Codes that prove who writes are no part of what they say.
    fn content(&self) -> String {
        let mut all = String::new();
        let mut add = |part: &str| {
            let part = part.trim();
            all.push_str(&format!("{}:{part}", part.len()));
        };
        for part in [&self.id, &self.channel, &self.title, &self.text] {
            add(part);
        }
        let citizen = self.citizen.as_ref();
        for part in [
            self.category.as_ref(),
            self.place.as_ref(),
            self.external.as_ref(),
            self.posted.as_ref(),
            self.division.as_ref(),
            self.accused_named.as_ref(),
            citizen.map(|citizen| &citizen.name),
            citizen.map(|citizen| &citizen.phone),
            citizen.and_then(|citizen| citizen.id_number.as_ref()),
            citizen.and_then(|citizen| citizen.address.as_ref()),
        ] {
            add(part.map_or("", String::as_str));
        }
        for list in [&self.marks, &self.accused, &self.accused_people] {
            add(&list.len().to_string());
            list.iter().for_each(|part| add(part));
        }
        add(if self.account.is_some() { "account" } else { "" });
        for upload in &self.uploads {
            add(&upload.name);
            add(&crate::chance::hex(&Sha256::digest(&upload.content)));
        }
        all
    }
}
