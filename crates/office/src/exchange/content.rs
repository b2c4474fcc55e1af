//! What a message says, by kind. Personal data stand in it only as far as the kind needs them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", content = "body", rename_all = "kebab-case")]
#[schema(as = CrossingContent)]
pub enum Content {
    /// A case is handed down or over.
    Case(HandedOver),
    /// A handling report asks for approval.
    ReportUp(Report),
    /// The report was approved or returned.
    Ruling(Ruling),
    /// Written feedback to a body.
    Feedback(Feedback),
    /// Something noticed elsewhere is brought to the level above.
    Notice(Notice),
    /// The sender signs with another key from now on.
    NewKey(NewKey),
    /// The state of the sender's public log, to be signed by the receiver too.
    LogHead(ShownHead),
    /// A message was taken, or what it brought was acknowledged by a person.
    Receipt(Receipt),
}

/// The kinds that a link may let in; receipts, new keys and heads of logs always come in.
pub const KINDS: [&str; 5] = ["case", "report-up", "ruling", "feedback", "notice"];

impl Content {
    /// The word of its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Case(_) => "case",
            Self::ReportUp(_) => "report-up",
            Self::Ruling(_) => "ruling",
            Self::Feedback(_) => "feedback",
            Self::Notice(_) => "notice",
            Self::NewKey(_) => "new-key",
            Self::LogHead(_) => "log-head",
            Self::Receipt(_) => "receipt",
        }
    }

    /// The line that says what it is about.
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Case(case) => Some(&case.title),
            Self::ReportUp(report) => Some(&report.title),
            Self::Feedback(feedback) => Some(&feedback.title),
            Self::Notice(notice) => Some(&notice.title),
            Self::Ruling(_) | Self::NewKey(_) | Self::LogHead(_) | Self::Receipt(_) => None,
        }
    }

    /// Names of those whom what it tells of accuses.
    pub fn accused(&self) -> &[String] {
        match self {
            Self::Case(case) => &case.accused,
            Self::ReportUp(report) => &report.accused,
            Self::Feedback(feedback) => &feedback.accused,
            _ => &[],
        }
    }
}

/// A case handed down or over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingHandedOver)]
pub struct HandedOver {
    /// What it is about.
    pub title: String,
    /// The message as the citizen gave it.
    pub text: String,
    /// Kind of case, by the sender's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Place it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who wrote: what is needed to call back, and nothing more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citizen: Option<Caller>,
    /// When the sender received it, RFC 3339.
    pub received: String,
    /// What the receiver is asked to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Until when an answer is asked for, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Numbers of the same case on other lines, as far as the sender knows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<File>,
    /// Names of those whom the message accuses, where it does: the receiver keeps it from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused: Vec<String>,
}

/// The citizen, to be called back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingCaller)]
pub struct Caller {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Whether the sender verified the real name.
    #[serde(default)]
    pub verified: bool,
}

/// The number of a case on another line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingReference)]
pub struct Reference {
    /// The line, by the sender's channel id.
    pub line: String,
    /// The number there.
    pub number: String,
}

/// A file; its content comes along where it is not too large.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingFile)]
pub struct File {
    /// Name as given.
    pub name: String,
    /// Media type.
    pub media: String,
    /// Length in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, in hex.
    pub sha256: String,
    /// The content in base64; absent where it is fetched another way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

/// A handling report that asks for approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingReport)]
pub struct Report {
    /// What the case is about.
    pub title: String,
    /// The message as the citizen gave it.
    pub original: String,
    /// The report.
    pub text: String,
    /// Results that units reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<UnitResult>,
    /// When the sender received the case, RFC 3339.
    pub received: String,
    /// Names of those whom the message accuses, where it does: the receiver keeps it from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused: Vec<String>,
}

/// What a unit reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingUnitResult)]
pub struct UnitResult {
    /// Name of the unit.
    pub unit: String,
    /// The result.
    pub text: String,
}

/// The ruling on a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingRuling)]
pub struct Ruling {
    /// Approved or returned.
    pub passed: bool,
    /// What is to be completed, where it is returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Written feedback to a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingFeedback)]
pub struct Feedback {
    /// What the case is about.
    pub title: String,
    /// Name of the paper.
    pub paper: String,
    /// Number of the paper, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its parts, in order.
    pub parts: Vec<Section>,
    /// Names of those whom the message accuses, where it does: the receiver keeps it from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused: Vec<String>,
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingSection)]
pub struct Section {
    /// Heading.
    pub name: String,
    /// Text.
    pub text: String,
}

/// Something noticed elsewhere, written up for the level above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingNotice)]
pub struct Notice {
    /// What it is about.
    pub title: String,
    /// The report.
    pub text: String,
    /// What was found, as it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// Where it was found, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When it was posted there, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted: Option<String>,
    /// When the sender found it, RFC 3339.
    pub found: String,
}

/// The key with which the sender signs from now on. The message itself is signed with the key before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingNewKey)]
pub struct NewKey {
    /// The new public key, in base64.
    pub key: String,
    /// Signature by the new key over `new key KEY for TO`, where `TO` is the receiver's key as the message names it.
    pub proof: String,
}

/// The state of a log, as `docs/log-format.md` has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingLogHead)]
pub struct ShownHead {
    /// The signed head.
    pub head: String,
    /// Proofs that it continues earlier ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
}

/// A proof of consistency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingExtension)]
pub struct Extension {
    /// Leaves of the earlier head.
    pub from: u64,
    /// The hashes, in hexadecimal digits.
    pub path: Vec<String>,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CrossingReceipt)]
pub struct Receipt {
    /// How far it is.
    pub what: Received,
    /// The member of staff who acknowledged it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The receiver's signature under the head of a log, as a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cosignature: Option<String>,
}

/// How far a message is on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CrossingReceived)]
pub enum Received {
    /// Checked and kept.
    Taken,
    /// A person has read it.
    Acknowledged,
}
