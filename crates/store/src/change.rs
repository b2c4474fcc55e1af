//! Rows that are folds of other streams than cases: jurisdictions, adopted rules, units, people, posts, rosters.

use crate::access::AccessRow;
use crate::catalogue::CatalogueRow;
use crate::credentials::CredentialRow;
use crate::exchange::{Crossing, Peer};
use crate::items::{ItemMoved, ItemRow, SourceRow};
use crate::knowledge::KnowledgeChange;
use crate::papers::PaperRow;
use crate::rounds::SlotRow;
use calendar::Instant;
use case::{PersonId, UnitId};
use jiff::civil::Date;
use seal::{KeyId, Sealed};

/// A change of one row. The same change twice leaves the same row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowChange {
    /// Set a jurisdiction.
    Jurisdiction(Jurisdiction),
    /// Adopt a procedure or calendar. A text once adopted stays as it is.
    Adopt(Adopted),
    /// Set a unit.
    Unit(Unit),
    /// Set a person.
    Person(Person),
    /// Set a post, by person, role, unit and first day.
    Post(PostHeld),
    /// Set a duty, by unit, person and beginning.
    Duty(Duty),
    /// Strike a duty off the roster.
    StrikeDuty(Duty),
    /// Set the link to another jurisdiction.
    Peer(Peer),
    /// Set a message that crossed.
    Crossing(Crossing),
    /// Enter an issued document, when rows are made again; a commit numbers and enters its own.
    Paper(PaperRow),
    /// Set a source of items.
    Source(SourceRow),
    /// Enter an item that was found.
    Item(ItemRow),
    /// Move an item on.
    MoveItem(ItemMoved),
    /// Set an entry of the dispatch catalogue.
    Catalogue(CatalogueRow),
    /// Enter or move on a version of an entry of the knowledge base.
    Knowledge(KnowledgeChange),
    /// Set a credential.
    Credential(CredentialRow),
    /// Enter that somebody read something.
    Access(AccessRow),
    /// Enter what became of one time of a round.
    Slot(SlotRow),
    /// Destroy a key, at this instant: what was sealed under it can be read no more.
    DestroyKey(KeyId, Instant),
}

/// A government that uses the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jurisdiction {
    /// Id, on every row.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Host name under which it is served, if it has one of its own.
    pub host: Option<String>,
}

/// What kind of rules were adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A procedure.
    Procedure,
    /// A calendar.
    Calendar,
    /// A unit's own rules, as they were written; in force with the procedure that holds them.
    OwnRules,
    /// A procedure that is in force only with own rules in it.
    Parent,
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Calendar => "calendar",
            Self::OwnRules => "own-rules",
            Self::Parent => "parent",
        }
    }
}

/// The adopted copy of rules: immutable, named by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// Hash of the text.
    pub hash: String,
    /// Procedure, calendar or own rules.
    pub kind: Kind,
    /// Id that its text gives.
    pub id: String,
    /// Version that its text gives.
    pub version: String,
    /// First day in force, in the zone of the jurisdiction.
    pub in_force: Date,
    /// The text.
    pub text: Vec<u8>,
    /// When it was adopted, UTC milliseconds.
    pub adopted_at: Instant,
    /// Who adopted it: a person's id, or where it came from; empty where that was not recorded yet.
    pub adopted_by: String,
}

/// A unit between two days; merged, split or renamed units have several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Id.
    pub id: UnitId,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Kind, as the procedure's personal rules name it.
    pub kind: String,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Code of its administrative division.
    pub territory: Option<String>,
    /// Its duties: ids of categories and marks.
    pub duties: Vec<String>,
    /// First day.
    pub from: Date,
    /// First day no more.
    pub to: Option<Date>,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Id.
    pub id: PersonId,
    /// Name to sign in with.
    pub login: String,
    /// Name as others see it.
    pub name: String,
    /// Hash of the password; `None` where nobody can sign in.
    pub password: Option<String>,
    /// Address for mail.
    pub email: Option<Sealed>,
    /// Phone.
    pub phone: Option<Sealed>,
    /// Whether the person may sign in.
    pub active: bool,
    /// Sequence number of the last event folded into this row.
    pub seq: u64,
}

/// A role held between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostHeld {
    /// Who.
    pub person: PersonId,
    /// Role id of the procedure.
    pub role: String,
    /// Unit, for roles seated in units.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: Date,
    /// First day no more.
    pub to: Option<Date>,
}

/// On duty for a unit from one instant up to another, UTC milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// For which unit.
    pub unit: UnitId,
    /// Who.
    pub person: PersonId,
    /// From.
    pub from: Instant,
    /// The first instant no more.
    pub to: Instant,
}
