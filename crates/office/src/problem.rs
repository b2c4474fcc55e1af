//! What a use case answers when it cannot do what was asked: a code with arguments, never prose.

use crate::staff::Owes;
use calendar::Instant;
use case::Refusal;
use procedure::{Basis, Words};
use store::{CommitError, StoreError};

/// A field of a form or request that cannot be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Name of the field.
    pub field: String,
    /// Catalogue key.
    pub code: &'static str,
    /// Arguments of the catalogue text.
    pub args: Vec<(&'static str, String)>,
}

impl FieldFault {
    /// A fault without arguments.
    pub fn new(field: &str, code: &'static str) -> Self {
        Self {
            field: field.to_owned(),
            code,
            args: Vec::new(),
        }
    }

    /// That a text is longer than so many characters.
    pub fn too_long(field: &str, most: usize) -> Self {
        Self {
            args: vec![("most", most.to_string())],
            ..Self::new(field, "field-too-long")
        }
    }
}

/// Files cannot be kept now: the place of attachments is full or does not answer.
pub(crate) const FILES_UNKEPT: &str = "field-files-unkept";

/// Why a use case did not do what was asked. Nothing has changed then.
#[derive(Debug)]
pub enum Problem {
    /// The rules refuse it, with their clause.
    Refused(Refusal),
    /// Not there, or not to be seen by this person: the answer is the same.
    NotFound,
    /// The person may not do this at all.
    Forbidden,
    /// Nobody is signed in, or the session is over.
    SignedOut,
    /// A second factor is owed.
    SecondFactor(Owes),
    /// Name and secret do not fit: login and password, number and check code, a one-time code.
    WrongSecret,
    /// Fields that cannot be taken.
    Invalid(Vec<FieldFault>),
    /// Too many attempts; try again at this time, UTC milliseconds.
    Throttled(Instant),
    /// The rules lapsed after this day, and nobody has decided to use them on.
    Lapsed(jiff::civil::Date),
    /// No procedure is in force for this jurisdiction on this day.
    NoProcedure,
    /// The key was destroyed by decision, and what it hid can be read no more.
    Destroyed,
    /// The case was changed by others again and again while this was decided; ask again.
    Busy,
    /// The database or disk failed.
    Store(StoreError),
    /// What is stored cannot be understood.
    Corrupt(String),
}

impl Problem {
    /// Catalogue key of the text.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Refused(refusal) => refusal.code,
            Problem::NotFound => "problem-not-found",
            Problem::Forbidden => "problem-forbidden",
            Problem::SignedOut => "problem-signed-out",
            Problem::SecondFactor(Owes::Code) => "problem-second-factor",
            Problem::SecondFactor(Owes::SetUp) => "problem-second-factor-missing",
            Problem::SecondFactor(Owes::Password) => "problem-password-given",
            Problem::WrongSecret => "problem-wrong-secret",
            Problem::Invalid(_) => "problem-invalid",
            Problem::Throttled(_) => "problem-throttled",
            Problem::Lapsed(_) => "problem-rules-lapsed",
            Problem::NoProcedure => "problem-no-procedure",
            Problem::Destroyed => "problem-destroyed",
            Problem::Busy => "problem-busy",
            Problem::Store(StoreError::Full) => "problem-disk-full",
            Problem::Store(error) if error.passes() => "problem-unavailable",
            Problem::Store(_) | Problem::Corrupt(_) => "problem-internal",
        }
    }

    /// Arguments of the text. Instants are given in milliseconds; screens put them into words.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Problem::Refused(refusal) => refusal.args.clone(),
            Problem::Lapsed(last) => vec![("day", last.to_string())],
            Problem::Throttled(until) => vec![("until", until.ms().to_string())],
            _ => Vec::new(),
        }
    }

    /// The clause or other basis, for refusals of the rules.
    pub fn basis(&self) -> Option<&Basis> {
        match self {
            Problem::Refused(refusal) => Some(&refusal.basis),
            _ => None,
        }
    }

    /// What the procedure says about it.
    pub fn say(&self) -> Option<&Words> {
        match self {
            Problem::Refused(refusal) => refusal.say.as_ref(),
            _ => None,
        }
    }

    /// Whether the same request may succeed later.
    pub fn passes(&self) -> bool {
        match self {
            Problem::Busy => true,
            Problem::Store(error) => error.passes(),
            Problem::Invalid(faults) => faults.iter().any(|fault| fault.code == FILES_UNKEPT),
            _ => false,
        }
    }

    /// One field at fault.
    pub fn field(field: &str, code: &'static str) -> Self {
        Problem::Invalid(vec![FieldFault::new(field, code)])
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Problem::Refused(refusal)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Problem::Store(error)
    }
}

impl From<CommitError> for Problem {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Conflict { .. } | CommitError::Duplicate(_) => Problem::Busy,
            CommitError::CodeGone => Problem::field("phone_code", "field-code-gone"),
            CommitError::Store(error) => Problem::Store(error),
        }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Problem::Corrupt(error.to_string())
    }
}

impl From<seal::SealError> for Problem {
    fn from(error: seal::SealError) -> Self {
        match error {
            seal::SealError::Destroyed => Problem::Destroyed,
            error => Problem::Corrupt(error.to_string()),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.code(), self)
    }
}

impl std::error::Error for Problem {}

impl From<store::BlobError> for Problem {
    fn from(error: store::BlobError) -> Self {
        match error {
            store::BlobError::Full => Problem::Store(StoreError::Full),
            store::BlobError::Unavailable(why) => Problem::Store(StoreError::Unavailable(why)),
            other => Problem::Corrupt(other.to_string()),
        }
    }
}
