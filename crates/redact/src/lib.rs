//! Finds in Chinese free text what tells who somebody is: names, numbers of phones, identity cards, plates and bank
//! cards, addresses to the door, e-mail, WeChat and QQ; and blacks it out.
//!
//! It finds by form and context, without a dictionary of people, so it errs in both directions: `docs/redaction.md`
//! publishes how often. A moderator looks at what it marks before anything becomes public. Pure.

mod accounts;
mod address;
mod names;
mod numbers;
mod plate;
mod text;
mod veil;

pub use veil::{Veil, black_out};

use serde::{Deserialize, Serialize};
use std::ops::Range;
use text::Text;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A person's name with at least one given character.
    Name,
    /// A mobile number, or a landline.
    Phone,
    /// A resident identity number.
    IdNumber,
    /// A vehicle's plate.
    Plate,
    /// A bank card or account.
    BankCard,
    /// The part of an address that leads to a door.
    Address,
    /// An e-mail address.
    Email,
    /// A WeChat id.
    Wechat,
    /// A QQ number.
    Qq,
    /// What a moderator wants hidden, or what is known of the citizen of the case.
    Told,
}

impl Kind {
    /// Every kind that is found by itself.
    pub const FOUND: [Self; 9] = [
        Self::Name,
        Self::Phone,
        Self::IdNumber,
        Self::Plate,
        Self::BankCard,
        Self::Address,
        Self::Email,
        Self::Wechat,
        Self::Qq,
    ];

    /// Key of its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "redact-name",
            Self::Phone => "redact-phone",
            Self::IdNumber => "redact-id-number",
            Self::Plate => "redact-plate",
            Self::BankCard => "redact-bank-card",
            Self::Address => "redact-address",
            Self::Email => "redact-email",
            Self::Wechat => "redact-wechat",
            Self::Qq => "redact-qq",
            Self::Told => "redact-told",
        }
    }
}

/// A piece of a text that tells who somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// Where, in bytes.
    pub span: Range<usize>,
    /// What.
    pub kind: Kind,
}

/// What a text tells of people, in the order of the text, without overlaps.
pub fn find(text: &str) -> Vec<Find> {
    let mut text = Text::of(text);
    accounts::emails(&mut text);
    numbers::find(&mut text);
    accounts::find(&mut text);
    plate::find(&mut text);
    address::find(&mut text);
    names::find(&mut text);
    text.finds()
}
