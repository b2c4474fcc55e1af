//! One case as the API shows it.

mod clock;
mod details;
mod document;
mod effect;
mod offer;
mod order;
mod timeline;

use super::named::Both;
use super::time::Time;
use case::state::Publicity;
use clock::ClockBody;
use document::DocumentLine;
use offer::OfferBody;
use office::view::CaseView;
use order::{OrderBody, RequestBody};
use serde::Serialize;
use timeline::EntryBody;
use utoipa::ToSchema;

/// A case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Case)]
pub(crate) struct CaseBody {
    /// Number.
    number: String,
    /// Number in another ledger or platform.
    external: Option<String>,
    /// Sequence number of its last event, to be sent as `seen`.
    seq: u64,
    /// The procedure under which it runs.
    procedure: ProcedureRef,
    /// Step, by id.
    step: String,
    /// Channel, by id.
    channel: String,
    /// Kind, by id.
    category: Option<String>,
    /// Ground of acceptance or refusal, by id.
    ground: Option<String>,
    /// Way it is handled, by id.
    way: Option<String>,
    /// What it is about; `null` where its key was destroyed, as with all texts.
    title: Option<String>,
    /// The message as it was given.
    text: Option<String>,
    /// Place that it concerns.
    place: Option<String>,
    /// The last reply to the citizen.
    reply: Option<String>,
    /// Who wrote, masked.
    citizen: Option<CitizenBody>,
    /// Files of the message.
    attachments: Vec<FileBody>,
    /// Received.
    received: Option<Time>,
    /// Accepted.
    accepted: Option<Time>,
    /// Refused.
    refused: Option<Time>,
    /// Replied to, the last time.
    replied: Option<Time>,
    /// Closed.
    closed: Option<Time>,
    /// Confirmed as repeat of this earlier case. Not shown to citizens.
    repeat_of: Option<String>,
    /// Priorities under which it is supervised, by id. Not shown to citizens.
    priorities: Vec<String>,
    /// Entered from a past ledger.
    history: bool,
    /// What it is marked as, by id. Not shown to citizens.
    marks: Vec<String>,
    /// Code of the administrative division that it concerns. Not shown to citizens.
    division: Option<String>,
    /// Units that it accuses, by id. Not shown to citizens.
    accused: Vec<String>,
    /// Whom it accuses, in the words of whoever sent it. Not shown to citizens.
    accused_named: Option<String>,
    /// When it was posted where it was found. Not shown to citizens.
    posted: Option<Time>,
    /// The clean copy beside the message. Not shown to citizens.
    clean: Option<String>,
    /// `undecided`, `public`, `withheld` or `hidden`.
    publicity: &'static str,
    /// In whose name the last reply went out.
    in_name: Option<Both>,
    /// The case that is handled for this one too. Not shown to citizens.
    merged_into: Option<String>,
    /// Other lines on which the same case runs.
    lines: Vec<LineRef>,
    /// Roles before which it was put, by id. Not shown to citizens.
    submitted: Vec<String>,
    /// Work orders.
    orders: Vec<OrderBody>,
    /// What units asked for. Not shown to citizens.
    requests: Vec<RequestBody>,
    /// Clocks, the open ones first by due time. Citizens see those of the case, not those of work orders.
    clocks: Vec<ClockBody>,
    /// Documents that the caller may read, oldest first.
    documents: Vec<DocumentLine>,
    /// What happened, oldest first.
    timeline: Vec<EntryBody>,
    /// What the caller may do now.
    offers: Vec<OfferBody>,
    /// When it was looked at.
    now: Time,
}

/// Another line on which a case runs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OtherLine)]
pub(crate) struct LineRef {
    /// Channel, by id.
    channel: String,
    /// Number there.
    number: String,
    /// When it was claimed there.
    claimed: Option<Time>,
}

/// A procedure as adopted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProcedureRef {
    /// Id.
    id: String,
    /// Version.
    version: String,
    /// SHA-256 of its text, in hex.
    hash: String,
}

/// The citizen, masked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Citizen)]
pub(crate) struct CitizenBody {
    /// Such as 王**.
    name: String,
    /// Such as 138****5678.
    phone: String,
    /// Masked, where given.
    id_number: Option<String>,
    /// Kept to the district, where given.
    address: Option<String>,
    /// Whether the real name was verified.
    verified: bool,
}

/// A file of a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FileOfCase)]
pub(crate) struct FileBody {
    /// Id, for its path.
    id: String,
    /// Name; `null` where its key was destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Media type, told by the content.
    media: String,
    /// Length in bytes.
    bytes: u64,
}

impl FileBody {
    /// Of a file with its opened name.
    fn of(file: &case::act::Attachment, name: Option<String>) -> Self {
        Self {
            id: file.id.clone(),
            name,
            media: file.media.clone(),
            bytes: file.bytes,
        }
    }
}

impl CaseBody {
    /// As staff or as the citizen sees it.
    pub(crate) fn of(view: CaseView, staff: bool) -> Self {
        let (procedure, calendar) = (&*view.adopted.procedure, &*view.adopted.calendar);
        let case = &view.case;
        let at = |at| Time::maybe(calendar, at);
        let requests = case.requests.iter().filter(|_| staff);
        let repeat_of = case.repeat_of.as_ref().filter(|_| staff);
        Self {
            number: view.number.to_string(),
            external: case.external.clone(),
            seq: case.seq,
            procedure: ProcedureRef {
                id: procedure.head.id.clone(),
                version: procedure.head.version.clone(),
                hash: procedure.hash.clone(),
            },
            step: case.step.clone(),
            channel: case.channel.clone(),
            category: case.category.clone(),
            ground: case.ground.clone(),
            way: case.way.clone(),
            received: at(case.received),
            accepted: at(case.accepted),
            refused: at(case.refused),
            replied: at(case.replied),
            closed: at(case.closed),
            repeat_of: repeat_of.map(|r| r.number.to_string()),
            priorities: case.priorities.iter().filter(|_| staff).cloned().collect(),
            history: case.history,
            marks: case.marks.iter().filter(|_| staff).cloned().collect(),
            division: case.division.clone().filter(|_| staff),
            accused: case
                .accused
                .iter()
                .filter(|_| staff)
                .map(|u| u.id.to_string())
                .collect(),
            accused_named: view.accused_named.clone().filter(|_| staff),
            posted: at(case.posted.filter(|_| staff)),
            publicity: match case.publicity {
                Publicity::Undecided => "undecided",
                Publicity::Public(_) => "public",
                Publicity::Withheld(_) => "withheld",
                Publicity::Hidden(_) => "hidden",
            },
            in_name: case.in_name.as_ref().map(Both::of),
            merged_into: case
                .merged_into
                .as_ref()
                .filter(|_| staff)
                .map(ToString::to_string),
            lines: case
                .lines
                .iter()
                .map(|line| LineRef {
                    channel: line.channel.clone(),
                    number: line.number.clone(),
                    claimed: at(line.claimed),
                })
                .collect(),
            submitted: case
                .submitted
                .iter()
                .filter(|_| staff)
                .map(|(role, _)| role.clone())
                .collect(),
            requests: requests.map(|r| RequestBody::of(calendar, r)).collect(),
            orders: view
                .orders
                .iter()
                .map(|o| OrderBody::of(calendar, o, staff))
                .collect(),
            clocks: view
                .clocks
                .iter()
                .map(|c| ClockBody::of(procedure, calendar, c))
                .collect(),
            timeline: view
                .timeline
                .iter()
                .map(|e| EntryBody::of(calendar, e, staff))
                .collect(),
            documents: view
                .papers
                .iter()
                .map(|line| DocumentLine::of(calendar, line))
                .collect(),
            offers: view.offers.iter().map(OfferBody::of).collect(),
            now: Time::of(calendar, view.now),
            title: view.title,
            text: view.text,
            clean: view.clean,
            place: view.place,
            reply: view.reply,
            attachments: view
                .files
                .into_iter()
                .filter(|file| file.seq == 1)
                .map(|file| FileBody::of(&file.file, file.name))
                .collect(),
            citizen: view.citizen.map(|c| CitizenBody {
                name: c.name,
                phone: c.phone,
                id_number: c.id_number,
                address: c.address,
                verified: c.verified,
            }),
        }
    }
}
