//! Drafts: acts in plain text, as a form or client sends them, before they are sealed.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Stands among the accused of a mark where nobody else stays accused who was so far: staff found that they are not meant.
pub const ONLY_THESE: &str = "only-these";

/// The citizen as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CitizenDraft {
    /// Name.
    pub name: String,
    /// Phone number.
    pub phone: String,
    /// Resident id number.
    #[serde(default)]
    pub id_number: Option<String>,
    /// Address.
    #[serde(default)]
    pub address: Option<String>,
    /// The one-time code that went to the phone; verifies the real name together with the id number.
    #[serde(default)]
    pub phone_code: Option<String>,
    /// The proof for another verifier, where the installation has one.
    #[serde(default)]
    pub proof: Option<ProofDraft>,
}

/// Proof of a real name for a verifier that was plugged in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProofDraft {
    /// Id of the verifier.
    pub by: String,
    /// What it asks for.
    pub value: String,
}

/// One unit's part in a dispatch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PartDraft {
    /// Unit id.
    pub unit: String,
    /// Lead or assisting.
    #[serde(default)]
    pub lead: bool,
    /// Whether the unit can answer directly.
    #[serde(default)]
    pub direct: bool,
}

/// A typed part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentPartDraft {
    /// Part id of the document.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// The answer to a question of a return visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerDraft {
    /// Question, by id.
    pub question: String,
    /// Yes or no.
    pub yes: bool,
}

/// An act as it is sent. Field names are those of the events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "act", rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are those of case::Act, documented there")]
pub enum Draft {
    Complete {
        citizen: CitizenDraft,
        #[serde(default)]
        category: Option<String>,
    },
    Accept {
        ground: String,
        #[serde(default)]
        category: Option<String>,
    },
    Refuse {
        ground: String,
        explanation: String,
    },
    PassUp {
        reason: String,
    },
    Answer {
        way: String,
        text: String,
        #[serde(default)]
        partner: Option<String>,
    },
    Dispatch {
        to: Vec<PartDraft>,
        #[serde(default)]
        note: Option<String>,
        #[serde(default)]
        limit: Option<String>,
        #[serde(default)]
        way: Option<String>,
    },
    TakeBack {
        reason: String,
    },
    SignFor,
    Contact {
        text: String,
    },
    AskExtension {
        limit: String,
        reason: String,
    },
    RuleExtension {
        granted: bool,
        #[serde(default)]
        limit: Option<String>,
        reason: String,
    },
    AskSendBack {
        reason: String,
        proposal: String,
    },
    RuleSendBack {
        granted: bool,
        reason: String,
    },
    Report {
        text: String,
        #[serde(default)]
        checks: Vec<String>,
        #[serde(default)]
        outcome: Option<String>,
    },
    Review {
        passed: bool,
        #[serde(default)]
        faults: Vec<String>,
        #[serde(default)]
        note: Option<String>,
    },
    Reply {
        text: String,
        #[serde(default)]
        channel: Option<String>,
    },
    AnswerVisit {
        solved: bool,
        satisfied: bool,
        #[serde(default)]
        text: Option<String>,
        #[serde(default)]
        answers: Vec<AnswerDraft>,
    },
    Visit {
        reached: bool,
        #[serde(default)]
        solved: bool,
        #[serde(default)]
        satisfied: bool,
        #[serde(default)]
        text: Option<String>,
        #[serde(default)]
        way: Option<String>,
        #[serde(default)]
        answers: Vec<AnswerDraft>,
    },
    DemandOpinion {
        text: String,
    },
    GiveOpinion {
        text: String,
    },
    Urge {
        text: String,
    },
    Supervise {
        priority: String,
        text: String,
    },
    Recheck {
        outcome: String,
        text: String,
    },
    Convene {
        units: Vec<String>,
        outcome: String,
        text: String,
    },
    Designate {
        unit: String,
        reason: String,
    },
    ConfirmRepeat {
        earlier: String,
    },
    Escalate {
        measure: String,
        unit: String,
        #[serde(default)]
        serious: bool,
        #[serde(default)]
        refusal_without_reason: bool,
        text: String,
    },
    LinkEmergency {
        partner: String,
        when: String,
        #[serde(default)]
        text: Option<String>,
    },
    RecordAccountability {
        outcome: String,
        text: String,
    },
    Withdraw {
        reason: String,
    },
    Add {
        text: String,
    },
    Correct {
        field: FieldDraft,
        new: String,
        reason: String,
    },
    Close {
        outcome: String,
    },
    Reopen {
        reason: String,
    },
    Archive,
    Write {
        document: String,
        #[serde(default)]
        parts: Vec<DocumentPartDraft>,
        #[serde(default)]
        outcome: Option<String>,
    },
    Deliver {
        document: String,
        to: String,
        #[serde(default)]
        way: Option<String>,
        #[serde(default)]
        when: Option<String>,
    },
    Claim {
        #[serde(default)]
        unit: Option<String>,
        #[serde(default)]
        note: Option<String>,
    },
    Mark {
        #[serde(default)]
        marks: Vec<String>,
        #[serde(default)]
        division: Option<String>,
        /// Units that are accused, beside those that are so far; with `only-these` among them, in place of all so far.
        #[serde(default)]
        accused: Vec<String>,
        /// Logins of members of staff who are accused, likewise.
        #[serde(default)]
        accused_people: Vec<String>,
        /// Other names under which they are known, or whom no list names, in one line. Whoever of the directory has a
        /// name that stands there is accused, today or when they join it.
        #[serde(default)]
        accused_named: Option<String>,
        #[serde(default)]
        reason: Option<String>,
    },
    Tidy {
        text: String,
    },
    Publish {
        #[serde(default)]
        text: Option<String>,
        /// Names the finds that were seen, see `GET /cases/{number}/finds`; needed where there are any.
        #[serde(default)]
        found: Option<String>,
        /// Finds that may be read by everybody, as they stand in the text.
        #[serde(default)]
        keep: Vec<String>,
        /// What is hidden beside the finds, as it stands in the text.
        #[serde(default)]
        hide: Vec<String>,
    },
    Withhold {
        reason: String,
    },
    Hide {
        reason: String,
    },
    Submit {
        to: String,
        text: String,
    },
    Instruct {
        #[serde(default)]
        outcome: Option<String>,
        #[serde(default)]
        partner: Option<String>,
        text: String,
    },
    Sign {
        passed: bool,
        #[serde(default)]
        faults: Vec<String>,
        #[serde(default)]
        note: Option<String>,
    },
    Record {
        record: String,
        #[serde(default)]
        text: Option<String>,
        #[serde(default)]
        partner: Option<String>,
        #[serde(default)]
        channel: Option<String>,
        #[serde(default)]
        when: Option<String>,
    },
    ReportUp {
        text: String,
    },
    RuleAbove {
        passed: bool,
        #[serde(default)]
        note: Option<String>,
    },
    AskCitizen {
        text: String,
    },
    Merge {
        into: String,
    },
    Refer {
        channel: String,
        number: String,
        #[serde(default)]
        claimed: bool,
    },
}

impl Draft {
    /// Whether a judgement says both: that it passes, and that norms are not met.
    pub(crate) fn contradicts_itself(&self) -> bool {
        match self {
            Self::Review { passed, faults, .. } | Self::Sign { passed, faults, .. } => {
                *passed && !faults.is_empty()
            }
            _ => false,
        }
    }
}

/// The field that a correction mends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words are those of case::act::Correctable")]
pub enum FieldDraft {
    Name,
    Phone,
    IdNumber,
    Address,
    Title,
}
