//! Facts and conditions: the few things about a case, a work order or an act that a rule may ask.
//!
//! A condition is written as a person would: `case.repeat`, `not act.granted`, `case.units >= 3`,
//! `case.ground = 6-6`, `case.open-orders < 2`.

use serde::Deserialize;

macro_rules! facts {
    ($( $variant:ident $name:literal $shape:ident $doc:literal ),+ $(,)?) => {
        /// What a rule may ask.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Fact { $( #[doc = $doc] $variant ),+ }
        impl Fact {
            /// Every fact, for guides and checks.
            pub const ALL: &'static [Fact] = &[ $( Fact::$variant ),+ ];
            /// The name in the file.
            pub const fn name(self) -> &'static str { match self { $( Fact::$variant => $name ),+ } }
            /// What it means, one line.
            pub const fn meaning(self) -> &'static str { match self { $( Fact::$variant => $doc ),+ } }
            /// How it is asked.
            pub const fn shape(self) -> Shape { match self { $( Fact::$variant => Shape::$shape ),+ } }
        }
    };
}

/// How a fact is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Yes or no.
    Flag,
    /// With `>=`, `<` and a number.
    Count,
    /// With `=` and an id.
    Id,
}

facts! {
    CaseRealName "case.real-name" Flag "the citizen's real name is verified",
    CaseAccepted "case.accepted" Flag "the case was accepted",
    CaseAnswered "case.answered" Flag "the citizen has a reply that still stands",
    CaseRepeat "case.repeat" Flag "the case is confirmed as a repeat complaint",
    CaseSupervised "case.supervised" Flag "the case is under supervision",
    CaseReplySupervised "case.evasion-after-supervision" Flag "after supervision a report was returned as evasive or a recheck found it bad",
    CaseLeadDesignated "case.lead-designated" Flag "a lead unit was designated",
    CaseResponsibilityClear "case.responsibility-clear" Flag "whose matter it is stands: a lead was designated, a send-back was refused, or the time to send back passed unused",
    CaseEmergency "case.emergency" Flag "the case was refused as an emergency",
    CaseLinked "case.emergency-linked" Flag "the linkage of an emergency is recorded",
    CaseGround "case.ground" Id "the ground of acceptance or refusal",
    CaseChannel "case.channel" Id "the channel it came through",
    CaseCategory "case.category" Id "the kind of case",
    CaseWay "case.way" Id "the way it is handled",
    CaseMark "case.mark" Id "what the case is marked as",
    CasePublic "case.public" Flag "the message is public",
    CaseWithheld "case.withheld" Flag "it was decided not to make the message public",
    CaseTidied "case.tidied" Flag "a clean copy stands beside the original",
    CaseSubmitted "case.submitted" Flag "the case was put before a leader",
    CaseInstructed "case.instructed" Flag "a leader gave an instruction",
    CaseInstructedAs "case.instructed-as" Id "the rank of the leader who gave an instruction, from the outcomes of that act",
    CaseAccused "case.accused" Flag "the message accuses a unit or its people",
    CaseAnonymous "case.anonymous" Flag "nobody is registered as the one who wrote",
    CaseRecorded "case.recorded" Id "a record of this kind was written on the case since it was last reopened",
    CaseWritten "case.written" Id "the document was written since the case was last reopened",
    CaseDelivered "case.delivered" Id "the last document of this kind went to everybody it is for",
    CaseReportedUp "case.reported-up" Flag "the case was reported to the level above and not returned",
    CaseApprovedAbove "case.approved-above" Flag "the level above approved the report",
    CaseWaitsForCitizen "case.waits-for-citizen" Flag "the citizen was asked for more and has not added it",
    CaseMerged "case.merged" Flag "the case is handled with another",
    CaseReplied "case.replied" Flag "the citizen was replied to since the case was last reopened",
    CaseLines "case.lines" Count "other lines on which the same case runs, with their numbers",
    CaseClaimedLines "case.claimed-lines" Count "other lines on which it was claimed",
    CaseOrders "case.orders" Count "work orders ever made",
    CaseSignatures "case.signatures" Count "signatures in a row since the last return",
    CaseOpenOrders "case.open-orders" Count "work orders not ended yet",
    CaseDoneOrders "case.done-orders" Count "work orders whose result passed the review since the case was last reopened",
    CaseToRectify "case.orders-to-rectify" Count "lead work orders done since the case was last reopened whose unit was not yet told to rectify",
    CaseLeadStands "case.lead-stands" Flag "a lead work order is open, or was done since the case was last reopened",
    CaseUnits "case.units" Count "different units that had a work order",
    CaseUnitKinds "case.unit-kinds" Count "different kinds of units that had a work order, such as levels of government",
    CaseOpenRequests "case.open-requests" Count "extension or send-back requests not ruled on",
    CaseOpenOpinions "case.open-opinions" Count "written opinions demanded and not given",
    CaseReturns "case.returns" Count "results returned in review",
    CaseSendBacks "case.send-backs" Count "send-backs granted",
    CaseUnsolved "case.unsolved" Flag "in the last visit that reached the citizen it was not called solved and satisfying",
    CaseVisitsAnswered "case.visits-answered" Count "return visits answered since the last reply",
    CasePersonVisits "case.person-visits" Count "visits by a person since the last reply or answer to the message of a visit, tries included",
    CaseDissatisfiedPersonVisits "case.dissatisfied-person-visits" Count "visits by a person in which the citizen was dissatisfied, since the case was last reopened",
    CaseFailedCoordinations "case.failed-coordinations" Count "coordination meetings that failed",
    CaseMeasures "case.measures" Count "measures taken after supervision",
    CaseLapses "case.lapses" Count "clocks that lapsed",
    CaseBadRechecks "case.bad-rechecks" Count "rechecks that found poor, false or concealed handling",
    OrderDirect "order.direct" Flag "the work order is marked directly answerable",
    OrderLead "order.lead" Flag "the unit is the lead unit",
    OrderSignedFor "order.signed-for" Flag "the unit signed for it",
    OrderPersonal "order.personal" Flag "a named leader must act in person",
    OrderExtensionOpen "order.extension-open" Flag "an extension request waits for a ruling",
    OrderSendBackOpen "order.send-back-open" Flag "a send-back request waits for a ruling",
    OrderOpinionOpen "order.opinion-open" Flag "a written opinion was demanded and not given",
    OrderRectifying "order.rectifying" Flag "the unit was told to verify and rectify",
    OrderContacted "order.contacted" Flag "the unit recorded a contact with the citizen",
    OrderUnit "order.unit" Id "the unit",
    OrderClaimed "order.claimed" Flag "the unit claimed it",
    OrderSignedOff "order.signed-off" Flag "the result reported last was signed",
    OrderRecorded "order.recorded" Id "a record of this kind was written on the work order",
    OrderWritten "order.written" Id "the document was written on the work order",
    OrderDelivered "order.delivered" Id "the last document of this kind of the work order went to everybody it is for",
    OrderOutcome "order.outcome" Id "the outcome that the unit reported",
    OrderUnitKind "order.unit-kind" Id "the kind of unit",
    OrderRequestsRefused "order.send-backs-refused" Count "send-back requests of this work order that were refused",
    ClockOpen "clock.open" Id "the clock with this id runs and is not past its due time",
    ClockLapsed "clock.lapsed" Id "the clock with this id lapsed",
    ActorPersonal "actor.in-person" Flag "the person acting is the one whom the rule on repeat complaints names",
    ActGranted "act.granted" Flag "the ruling grants what was asked",
    ActPassed "act.passed" Flag "the review passes the result",
    ActSatisfied "act.satisfied" Flag "the citizen is satisfied",
    ActSolved "act.solved" Flag "the citizen says it is solved",
    ActReached "act.reached" Flag "the citizen was reached",
    ActSerious "act.serious" Flag "the circumstances are serious (情节严重)",
    ActRefusalWithoutReason "act.refusal-without-reason" Flag "a unit refuses without proper reason, and whose matter it is stands (case.responsibility-clear)",
    ActOutcome "act.outcome" Id "the outcome named",
    ActMeasure "act.measure" Id "the measure that supervision goes on to",
    ActMark "act.mark" Id "a mark that the act sets",
    ActChannel "act.channel" Id "the channel named",
    ActOwnMatter "act.own-matter" Flag "the case lies in the territory or among the duties of every unit named",
    ActToAccused "act.to-accused" Flag "a unit named is the accused one or under it",
    ActToKind "act.to-kind" Id "the kind of a unit named",
    ActCataloguedKind "act.catalogued-kind" Id "the kind of the unit that the dispatch catalogue names",
    ActLimitNamed "act.limit-named" Flag "the act names a limit",
    ActorOutside "actor.outside" Flag "the person acting is staff of a contractor",
    ActorRole "actor.role" Id "the role in which the person acts",
    ActBad "act.bad-outcome" Flag "the outcome named counts against the handling",
}

/// How a condition compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compare {
    /// The flag is set.
    Holds,
    /// At least this many.
    AtLeast(u32),
    /// Fewer than this many.
    Under(u32),
    /// Exactly this id.
    Is(String),
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Condition {
    /// Whether it must not hold.
    pub not: bool,
    /// What is asked.
    pub fact: Fact,
    /// How it compares.
    pub compare: Compare,
}

/// Why a condition cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// No such fact.
    #[error("there is no fact \"{0}\"; the facts are listed in docs/writing-a-procedure.md")]
    Unknown(String),
    /// Asked in the wrong way.
    #[error("\"{0}\" is asked {1}")]
    Shape(String, &'static str),
}

impl TryFrom<String> for Condition {
    type Error = ConditionError;

    fn try_from(text: String) -> Result<Self, ConditionError> {
        let (not, rest) = match text.trim().strip_prefix("not ") {
            Some(rest) => (true, rest.trim()),
            None => (false, text.trim()),
        };
        let parts: Vec<&str> = rest.split_whitespace().collect();
        let name = parts.first().copied().unwrap_or_default();
        let fact = Fact::ALL
            .iter()
            .copied()
            .find(|f| f.name() == name)
            .ok_or_else(|| ConditionError::Unknown(name.to_owned()))?;
        let number = |n: &str| n.parse::<u32>().ok();
        let compare = match (
            fact.shape(),
            parts.get(1).copied(),
            parts.get(2).copied(),
            parts.len(),
        ) {
            (Shape::Flag, None, None, 1) => Some(Compare::Holds),
            (Shape::Count, Some(">="), Some(n), 3) => number(n).map(Compare::AtLeast),
            (Shape::Count, Some("<"), Some(n), 3) => number(n).map(Compare::Under),
            (Shape::Id, Some("="), Some(id), 3) => Some(Compare::Is(id.to_owned())),
            _ => None,
        };
        let how = match fact.shape() {
            Shape::Flag => "by its name alone",
            Shape::Count => "with a number, such as \">= 2\" or \"< 1\"",
            Shape::Id => "with an id, such as \"= phone\"",
        };
        let compare = compare.ok_or(ConditionError::Shape(name.to_owned(), how))?;
        Ok(Self { not, fact, compare })
    }
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.not {
            f.write_str("not ")?;
        }
        f.write_str(self.fact.name())?;
        match &self.compare {
            Compare::Holds => Ok(()),
            Compare::AtLeast(n) => write!(f, " >= {n}"),
            Compare::Under(n) => write!(f, " < {n}"),
            Compare::Is(id) => write!(f, " = {id}"),
        }
    }
}
