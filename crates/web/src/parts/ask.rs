//! What the form of each act asks for. The fields are those of `case::Act`; a new procedure arranges acts, it
//! brings no new ones, so this list holds for every procedure.

use procedure::Do;

/// One thing that a form can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(
    missing_docs,
    reason = "named as the fields of case::Act are, where each is explained"
)]
pub enum Ask {
    AcceptGround,
    RefuseGround,
    Category,
    Name,
    Phone,
    IdNumber,
    PhoneCode,
    Address,
    Explanation,
    Reason,
    Proposal,
    Way,
    Text,
    Partner,
    Units,
    Note,
    Limit,
    Granted,
    Attachments,
    Passed,
    Faults,
    Reached,
    Solved,
    Satisfied,
    Priority,
    Outcome,
    Attendance,
    Unit,
    Earlier,
    Measure,
    Serious,
    RefusalWithoutReason,
    When,
    Mended,
    New,
}

/// What the form of an act asks for, in order. Receiving has pages of its own.
pub fn asks(act: Do) -> &'static [Ask] {
    use Ask::*;
    match act {
        Do::Receive | Do::SignFor | Do::Archive => &[],
        Do::Complete => &[Name, Phone, PhoneCode, IdNumber, Address, Category],
        Do::Accept => &[AcceptGround, Category],
        Do::Refuse => &[RefuseGround, Explanation],
        Do::PassUp | Do::TakeBack | Do::Withdraw | Do::Reopen => &[Reason],
        Do::Answer => &[Way, Text, Partner],
        Do::Dispatch => &[Units, Note],
        Do::Contact | Do::Reply | Do::DemandOpinion | Do::GiveOpinion | Do::Urge => &[Text],
        Do::AskExtension => &[Limit, Reason],
        Do::RuleExtension => &[Granted, Limit, Reason],
        Do::AskSendBack => &[Reason, Proposal],
        Do::RuleSendBack => &[Granted, Reason],
        Do::Report | Do::Add => &[Text, Attachments],
        Do::Review => &[Passed, Faults, Note],
        Do::AnswerVisit => &[Solved, Satisfied, Text],
        Do::Visit => &[Reached, Solved, Satisfied, Text],
        Do::Supervise => &[Priority, Text],
        Do::Recheck | Do::RecordAccountability => &[Outcome, Text],
        Do::Convene => &[Attendance, Outcome, Text],
        Do::Designate => &[Unit, Reason],
        Do::ConfirmRepeat => &[Earlier],
        Do::Escalate => &[Measure, Unit, Serious, RefusalWithoutReason, Text],
        Do::LinkEmergency => &[Partner, When, Text],
        Do::Correct => &[Mended, New, Reason],
        Do::Close => &[Outcome],
        Do::Claim => &[Note],
        Do::Mark | Do::Withhold | Do::Hide => &[Reason],
        Do::Tidy | Do::Submit | Do::ReportUp | Do::AskCitizen | Do::Publish => &[Text],
        Do::Instruct => &[Outcome, Partner, Text],
        Do::Sign => &[Passed, Faults, Note],
        Do::RuleAbove => &[Passed, Note],
        Do::Record => &[Text, Partner, When],
        Do::Write | Do::Deliver | Do::Merge | Do::Refer => &[],
    }
}

impl Ask {
    /// Name under which it is sent: the field of `office::Draft`.
    pub fn name(self) -> &'static str {
        match self {
            Ask::AcceptGround | Ask::RefuseGround => "ground",
            Ask::Category => "category",
            Ask::Name => "name",
            Ask::Phone => "phone",
            Ask::IdNumber => "id_number",
            Ask::PhoneCode => "phone_code",
            Ask::Address => "address",
            Ask::Explanation => "explanation",
            Ask::Reason => "reason",
            Ask::Proposal => "proposal",
            Ask::Way => "way",
            Ask::Text => "text",
            Ask::Partner => "partner",
            Ask::Units => "to",
            Ask::Note => "note",
            Ask::Limit => "limit",
            Ask::Granted => "granted",
            Ask::Attachments => "attachments",
            Ask::Passed => "passed",
            Ask::Faults => "faults",
            Ask::Reached => "reached",
            Ask::Solved => "solved",
            Ask::Satisfied => "satisfied",
            Ask::Priority => "priority",
            Ask::Outcome => "outcome",
            Ask::Attendance => "units",
            Ask::Unit => "unit",
            Ask::Earlier => "earlier",
            Ask::Measure => "measure",
            Ask::Serious => "serious",
            Ask::RefusalWithoutReason => "refusal_without_reason",
            Ask::When => "when",
            Ask::Mended => "field",
            Ask::New => "new",
        }
    }
}
