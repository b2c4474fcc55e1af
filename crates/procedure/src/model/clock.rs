//! `[[clock]]` and `[[rung]]`: time limits, and what happens around their due times.

use super::{ClauseId, House, Words, basis::ruled};
use crate::Condition;
use calendar::{Limit, Start};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// The whole case: the citizen's clocks, which never restart.
    Case,
    /// One unit's work order.
    Order,
}

/// Something that happens in the course of a case and can start, meet or stop a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// The case came in.
    Received,
    /// The case was accepted.
    Accepted,
    /// The case was refused.
    Refused,
    /// The case was passed up.
    PassedUp,
    /// The citizen was answered without a work order.
    Answered,
    /// A work order went to a unit.
    Dispatched,
    /// A dispatch was taken back before it was signed for.
    TakenBack,
    /// The unit signed for the work order.
    SignedFor,
    /// The unit applied for more time.
    ExtensionAsked,
    /// The unit applied to send the work order back.
    SendBackAsked,
    /// The send-back was granted.
    SentBack,
    /// The send-back was refused.
    SendBackRefused,
    /// The unit reported its result.
    Reported,
    /// The result passed the review.
    Passed,
    /// The review returned the result.
    Returned,
    /// The citizen was told the reply.
    Replied,
    /// The message of a return visit was answered.
    VisitAnswered,
    /// A person visited, or tried to.
    Visited,
    /// A person tried to visit and did not reach the citizen.
    Unreached,
    /// The citizen said that the matter is solved.
    Solved,
    /// The citizen said that it is not solved, or is dissatisfied.
    Unsolved,
    /// The unit has to verify and rectify.
    RectificationOrdered,
    /// A written opinion was demanded.
    OpinionDemanded,
    /// The written opinion was given.
    OpinionGiven,
    /// Supervision began.
    Supervised,
    /// The case was closed.
    Closed,
    /// The citizen withdrew.
    Withdrawn,
    /// A closed case was reopened.
    Reopened,
    /// The case was filed.
    Archived,
    /// A unit claimed the case.
    Claimed,
    /// The case was marked.
    Marked,
    /// The clean copy was made.
    Tidied,
    /// The message became public.
    Published,
    /// The message stays unpublished.
    Withheld,
    /// The message was hidden.
    Hidden,
    /// The case was put before a leader.
    Submitted,
    /// A leader gave an instruction.
    Instructed,
    /// One signatory passed it.
    Signed,
    /// One signatory returned it.
    Unsigned,
    /// A record of the file's kinds was written.
    Recorded,
    /// A document was written.
    Written,
    /// A document was delivered.
    Delivered,
    /// It was reported to the level above.
    ReportedUp,
    /// The level above approved it.
    ApprovedAbove,
    /// The level above returned it.
    ReturnedAbove,
    /// The citizen was asked for more.
    CitizenAsked,
    /// The citizen added to the message.
    CitizenAdded,
    /// The case is handled with another.
    Merged,
    /// A number of another line was entered.
    Referred,
    /// An extension was granted.
    ExtensionGranted,
    /// The handling was rechecked.
    Rechecked,
}

/// One alternative of a limit: taken where its conditions hold and the clock starts within its dates.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// All of these hold.
    #[serde(default, rename = "if")]
    pub only_if: Vec<Condition>,
    /// How long.
    pub limit: Limit,
    /// First day on which a clock that starts takes it.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day on which a clock that starts takes it.
    #[serde(default)]
    pub until: Option<Date>,
    /// The clause that sets it; the clock's own basis where absent.
    #[serde(default)]
    pub clause: Option<ClauseId>,
}

/// A due time counted back from that of another clock.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// The other clock, of the same work order or case.
    pub clock: String,
    /// How long before its due time.
    pub by: Limit,
}

/// From when a clock counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountsFrom {
    /// From the moment that starts it.
    #[default]
    Moment,
    /// From when the message was posted where it was found, if that is known.
    Posted,
}

/// One time limit.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// Id used by rules and events.
    pub id: String,
    /// Name on screens.
    pub name: Words,
    /// Whose clock it is.
    pub of: Of,
    /// The clause that sets the limit.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
    /// How long. Absent where the due time comes from elsewhere: the act, a round, another clock.
    #[serde(default)]
    pub limit: Option<Limit>,
    /// Other limits on conditions: the first that holds is taken, else `limit`.
    #[serde(default)]
    pub limits: Vec<Alternative>,
    /// Whether the act that starts it names the limit.
    #[serde(default)]
    pub set_by_act: bool,
    /// Due at the next time of this round.
    #[serde(default)]
    pub round: Option<String>,
    /// Counted back from another clock.
    #[serde(default)]
    pub before: Option<Before>,
    /// From when it counts.
    #[serde(default)]
    pub counts_from: CountsFrom,
    /// The first day that counts.
    #[serde(default)]
    pub start: Start,
    /// What starts it.
    pub starts_on: Vec<Moment>,
    /// Only where all of these hold when it would start.
    #[serde(default, rename = "if")]
    pub only_if: Vec<Condition>,
    /// What meets it. Before the due time it is then met; after, it stays lapsed and is met late.
    #[serde(default)]
    pub met_by: Vec<Moment>,
    /// What sets a met or ended clock running again with its old due time (such as a return in review).
    #[serde(default)]
    pub runs_again_on: Vec<Moment>,
    /// It runs again only where all of these hold.
    #[serde(default)]
    pub runs_again_if: Vec<Condition>,
    /// What ends it without meeting it (such as a granted send-back).
    #[serde(default)]
    pub withdrawn_on: Vec<Moment>,
    /// What makes it pause: the days until it goes on do not count.
    #[serde(default)]
    pub pauses_on: Vec<Moment>,
    /// What makes it go on after a pause.
    #[serde(default)]
    pub resumes_on: Vec<Moment>,
    /// Records and documents that alone count among its recorded, written and delivered moments.
    #[serde(default)]
    pub named: Vec<String>,
    /// A right that expires, not a duty that can be overdue (such as the time to send back).
    #[serde(default)]
    pub right: bool,
    /// Whether and how far it can be extended.
    #[serde(default)]
    pub extension: Option<Extension>,
    /// Step that a lapse leads to, if any.
    #[serde(default)]
    pub lapse_to: Option<String>,
}
ruled!(ClockRule);

/// How far a clock can be extended.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// Sum of all extensions granted, or with `in_all` the longest time from the clock's start to the last due time.
    pub at_most: Limit,
    /// Whether `at_most` counts from the clock's start, the limit itself included.
    #[serde(default)]
    pub in_all: bool,
    /// The clause that allows it.
    pub clause: ClauseId,
}

/// What a rung does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RungDo {
    /// Tell somebody.
    Remind,
    /// 催办.
    Urge,
    /// 督办, under a named priority.
    Supervise,
}

/// Where a rung stands relative to the due time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RungTime {
    /// Before it, by the rung's distance.
    Before,
    /// At the due time.
    At,
    /// After it, by the rung's distance.
    After,
}

/// `[[rung]]`: one step of urging around a due time. Each fires once per clock.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// Id, unique in the file.
    pub id: String,
    /// The clock it belongs to.
    pub clock: String,
    /// Only for work orders of this unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Before, at or after the due time.
    pub when: RungTime,
    /// By how much; absent for `at`.
    #[serde(default)]
    pub by: Option<Limit>,
    /// What it does.
    #[serde(rename = "do")]
    pub does: RungDo,
    /// The priority under which it supervises.
    #[serde(default)]
    pub priority: Option<String>,
    /// Roles that are told.
    pub tell: Vec<String>,
    /// The message template used.
    pub template: String,
    /// The clause that asks for it.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
}
ruled!(Rung);
