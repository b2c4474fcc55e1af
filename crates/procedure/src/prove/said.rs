//! What an act says that rules and clocks can ask, and the moments that lie in it. Crate `case` asks here too: which
//! act brings about which moment stands nowhere else.

use crate::model::{Do, Moment};

/// What an act says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// A ruling grants what was asked.
    pub granted: bool,
    /// A review, a signature or the level above passes it.
    pub passed: bool,
    /// The citizen was reached.
    pub reached: bool,
    /// The citizen calls it solved.
    pub solved: bool,
    /// The citizen is satisfied.
    pub satisfied: bool,
}

impl Said {
    /// Everything that the act can say.
    pub fn all(does: Do) -> Vec<Self> {
        let no = Self::default();
        let visit = |reached: bool| {
            let each = [(false, false), (false, true), (true, false), (true, true)];
            each.map(|(solved, satisfied)| Self {
                reached,
                solved,
                satisfied,
                ..no
            })
        };
        match does {
            Do::RuleExtension | Do::RuleSendBack => vec![no, Self { granted: true, ..no }],
            Do::Review | Do::Sign | Do::RuleAbove => vec![no, Self { passed: true, ..no }],
            Do::AnswerVisit => visit(true).to_vec(),
            Do::Visit => std::iter::once(no).chain(visit(true)).collect(),
            _ => vec![no],
        }
    }

    /// Solved only where the citizen says so and is satisfied; anything else keeps the matter open.
    pub fn settled(self) -> bool {
        self.solved && self.satisfied
    }
}

/// The moments that an act brings about, in their order. Those of work orders that it makes, moves or ends come on
/// top: [`Moment::Dispatched`], [`Moment::Claimed`], [`Moment::Withdrawn`], [`Moment::RectificationOrdered`].
pub fn moments(does: Do, said: Said) -> Vec<Moment> {
    let first = match does {
        Do::Answer => Some(Moment::Answered),
        Do::AnswerVisit => Some(Moment::VisitAnswered),
        Do::Visit => Some(Moment::Visited),
        _ => None,
    };
    first.into_iter().chain(moment(does, said)).collect()
}

/// The last of them.
fn moment(does: Do, said: Said) -> Option<Moment> {
    let visit = || {
        if said.settled() {
            Moment::Solved
        } else {
            Moment::Unsolved
        }
    };
    Some(match does {
        Do::Receive => Moment::Received,
        Do::Accept => Moment::Accepted,
        Do::Refuse => Moment::Refused,
        Do::PassUp => Moment::PassedUp,
        Do::Answer | Do::Reply => Moment::Replied,
        Do::TakeBack => Moment::TakenBack,
        Do::SignFor => Moment::SignedFor,
        Do::AskExtension => Moment::ExtensionAsked,
        Do::RuleExtension if said.granted => Moment::ExtensionGranted,
        Do::AskSendBack => Moment::SendBackAsked,
        Do::RuleSendBack if said.granted => Moment::SentBack,
        Do::RuleSendBack => Moment::SendBackRefused,
        Do::Report => Moment::Reported,
        Do::Review if said.passed => Moment::Passed,
        Do::Review => Moment::Returned,
        Do::AnswerVisit => visit(),
        Do::Visit if said.reached => visit(),
        Do::Visit => Moment::Unreached,
        Do::DemandOpinion => Moment::OpinionDemanded,
        Do::GiveOpinion => Moment::OpinionGiven,
        Do::Supervise => Moment::Supervised,
        Do::Close => Moment::Closed,
        Do::Withdraw => Moment::Withdrawn,
        Do::Reopen => Moment::Reopened,
        Do::Archive => Moment::Archived,
        Do::Add => Moment::CitizenAdded,
        Do::Mark => Moment::Marked,
        Do::Tidy => Moment::Tidied,
        Do::Publish => Moment::Published,
        Do::Withhold => Moment::Withheld,
        Do::Hide => Moment::Hidden,
        Do::Submit => Moment::Submitted,
        Do::Instruct => Moment::Instructed,
        Do::Sign if said.passed => Moment::Signed,
        Do::Sign => Moment::Unsigned,
        Do::Record => Moment::Recorded,
        Do::Write => Moment::Written,
        Do::Deliver => Moment::Delivered,
        Do::ReportUp => Moment::ReportedUp,
        Do::RuleAbove if said.passed => Moment::ApprovedAbove,
        Do::RuleAbove => Moment::ReturnedAbove,
        Do::AskCitizen => Moment::CitizenAsked,
        Do::Merge => Moment::Merged,
        Do::Refer => Moment::Referred,
        Do::Recheck => Moment::Rechecked,
        Do::Complete
        | Do::Dispatch
        | Do::Claim
        | Do::Contact
        | Do::RuleExtension
        | Do::Urge
        | Do::Convene
        | Do::Designate
        | Do::ConfirmRepeat
        | Do::Escalate
        | Do::LinkEmergency
        | Do::RecordAccountability
        | Do::Correct => return None,
    })
}
