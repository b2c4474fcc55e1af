//! What came from other jurisdictions: the list, and one message with what may be answered.

use crate::parts::{Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::{Calendar, Lang};
use office::exchange::content::{Content, File, HandedOver, Notice, Report};
use office::exchange::{ACKNOWLEDGED, FAILED, InboxLine, InboxView, OPEN};
use store::Peer;

/// `GET /desk/inbox`.
#[derive(Debug, Template)]
#[template(path = "desk/inbox.html")]
pub struct Inbox {
    frame: Frame,
    waiting: Vec<Line>,
    done: Vec<Line>,
}

/// `GET /desk/inbox/{peer}/{id}`.
#[derive(Debug, Template)]
#[template(path = "desk/inbox-message.html")]
pub struct InboxMessage {
    frame: Frame,
    line: Line,
    fault: Option<String>,
    facts: Vec<(String, String)>,
    texts: Vec<(String, String)>,
    destroyed: bool,
    /// The form for a ruling.
    ruling: Option<Field>,
    /// Whether it can be acknowledged.
    acknowledge: bool,
    not_done: Option<String>,
}

#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    from: String,
    kind: String,
    at: String,
    theirs: Option<String>,
    failed: bool,
    ours: Option<(String, String)>,
}

impl Line {
    fn of(t: T, calendar: &Calendar, line: &InboxLine) -> Self {
        let crossing = &line.crossing;
        Self {
            href: format!("/desk/inbox/{}/{}", crossing.peer, crossing.id),
            title: line.title.clone().unwrap_or_else(|| kind_name(t, &crossing.kind)),
            from: peer_name(t, &line.peer),
            kind: kind_name(t, &crossing.kind),
            at: calendar.show(crossing.at, t.lang()),
            theirs: crossing.theirs.clone(),
            failed: crossing.state == FAILED,
            ours: crossing
                .number
                .as_ref()
                .map(|number| (format!("/desk/case/{number}"), number.to_string())),
        }
    }
}

impl Inbox {
    /// From what waits and what is done with.
    pub fn of(frame: Frame, calendar: &Calendar, waiting: &[InboxLine], done: &[InboxLine]) -> Self {
        let t = frame.t;
        let lines = |all: &[InboxLine]| all.iter().map(|line| Line::of(t, calendar, line)).collect();
        Self {
            waiting: lines(waiting),
            done: lines(done),
            frame,
        }
    }
}

impl InboxMessage {
    /// A message; `note` is what was typed, with what is wrong with it.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        view: &InboxView,
        note: &str,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let crossing = &view.line.crossing;
        let open = crossing.state == OPEN;
        let (facts, texts) = match &view.content {
            Some(content) => told(t, calendar, content),
            None => Default::default(),
        };
        let wrong = |name: &str| {
            faults
                .iter()
                .find(|(field, _)| field == name)
                .map(|(_, says)| says.clone())
        };
        let ruling = (open && crossing.kind == "report-up").then(|| {
            let mut field = Field::new(t, "note", t.say("exchange-note"), Input::area(note, 4, 20_000))
                .hint(t.say("exchange-note-hint"))
                .optional();
            field.fault = wrong("note");
            field
        });
        Self {
            line: Line::of(t, calendar, &view.line),
            fault: view.fault.as_deref().map(|code| why(t, code)),
            facts,
            texts,
            destroyed: view.content.is_none(),
            ruling,
            acknowledge: crossing.state == FAILED || (open && ACKNOWLEDGED.contains(&&*crossing.kind)),
            not_done: wrong("passed"),
            frame,
        }
    }
}

/// Facts and texts of a message.
type Told = (Vec<(String, String)>, Vec<(String, String)>);

fn told(t: T, calendar: &Calendar, content: &Content) -> Told {
    match content {
        Content::Case(case) => of_case(t, calendar, case),
        Content::ReportUp(report) => of_report(t, calendar, report),
        Content::Feedback(feedback) => {
            let mut facts = vec![(t.say("exchange-paper"), feedback.paper.clone())];
            facts.extend(
                feedback
                    .number
                    .clone()
                    .map(|number| (t.say("exchange-paper-number"), number)),
            );
            let parts = feedback.parts.iter();
            (
                facts,
                parts.map(|part| (part.name.clone(), part.text.clone())).collect(),
            )
        }
        Content::Ruling(ruling) => {
            let said = t.say(if ruling.passed {
                "exchange-approved"
            } else {
                "exchange-returned"
            });
            let note = ruling
                .note
                .iter()
                .map(|note| (t.say("exchange-note"), note.clone()));
            (vec![(t.say("exchange-ruling"), said)], note.collect())
        }
        Content::Notice(notice) => of_notice(t, calendar, notice),
        Content::NewKey(new) => (vec![(t.say("exchange-key"), new.key.clone())], Vec::new()),
        Content::LogHead(shown) => {
            let head = (t.say("verify-head"), shown.head.clone());
            (Vec::new(), vec![head])
        }
        Content::Receipt(receipt) => {
            let by = receipt
                .by
                .iter()
                .map(|by| (t.say("exchange-acknowledged-by"), by.clone()));
            (by.collect(), Vec::new())
        }
    }
}

fn of_case(t: T, calendar: &Calendar, case: &HandedOver) -> Told {
    let mut facts = vec![(t.say("exchange-received"), moment(calendar, t, &case.received))];
    facts.extend(
        case.due
            .iter()
            .map(|due| (t.say("exchange-due"), moment(calendar, t, due))),
    );
    facts.extend(
        case.place
            .iter()
            .map(|place| (t.say("exchange-place"), place.clone())),
    );
    if let Some(citizen) = &case.citizen {
        let shown = format!("{} {}", citizen.name, citizen.phone);
        facts.push((t.say("exchange-citizen"), shown));
    }
    let files: Vec<String> = case.files.iter().map(|file: &File| file.name.clone()).collect();
    if !files.is_empty() {
        facts.push((t.say("exchange-files-named"), files.join(" · ")));
    }
    let mut texts = vec![(t.say("exchange-original"), case.text.clone())];
    texts.extend(
        case.note
            .iter()
            .map(|note| (t.say("exchange-asked"), note.clone())),
    );
    (facts, texts)
}

fn of_report(t: T, calendar: &Calendar, report: &Report) -> Told {
    let facts = vec![(t.say("exchange-received"), moment(calendar, t, &report.received))];
    let mut texts = vec![
        (t.say("exchange-original"), report.original.clone()),
        (t.say("exchange-report"), report.text.clone()),
    ];
    let results = report.results.iter();
    texts.extend(results.map(|result| {
        (
            t.args("exchange-result", &[("unit", result.unit.clone())]),
            result.text.clone(),
        )
    }));
    (facts, texts)
}

fn of_notice(t: T, calendar: &Calendar, notice: &Notice) -> Told {
    let facts = [
        ("exchange-noticed", notice.source.clone()),
        ("exchange-noticed-at", notice.address.clone()),
        (
            "exchange-noticed-posted",
            notice.posted.as_ref().map(|at| moment(calendar, t, at)),
        ),
        ("exchange-noticed-found", Some(moment(calendar, t, &notice.found))),
    ];
    let facts = facts
        .into_iter()
        .filter_map(|(key, value)| Some((t.say(key), value?)));
    let mut texts = vec![(t.say("exchange-notice-text"), notice.text.clone())];
    texts.extend(
        notice
            .original
            .iter()
            .map(|original| (t.say("exchange-notice-original"), original.clone())),
    );
    (facts.collect(), texts)
}

/// Why it could not be carried out. Faults of fields and refusals of rules are told by their code: what they are
/// filled with is not kept.
fn why(t: T, code: &str) -> String {
    if code.starts_with("exchange-") {
        t.say(code)
    } else {
        t.args("exchange-not-by-rules", &[("code", code.to_owned())])
    }
}

/// A time as messages write it, in words; as it stands where it is none.
fn moment(calendar: &Calendar, t: T, text: &str) -> String {
    calendar::Instant::parse(text).map_or_else(|_| text.to_owned(), |at| calendar.show(at, t.lang()))
}

fn peer_name(t: T, peer: &Peer) -> String {
    if t.lang() == Lang::Zh {
        peer.zh.clone()
    } else {
        peer.en.clone()
    }
}

/// A kind in words.
pub fn kind_name(t: T, kind: &str) -> String {
    match kind {
        "case" => t.say("exchange-kind-case"),
        "report-up" => t.say("exchange-kind-report-up"),
        "ruling" => t.say("exchange-kind-ruling"),
        "feedback" => t.say("exchange-kind-feedback"),
        "notice" => t.say("exchange-kind-notice"),
        "new-key" => t.say("exchange-kind-new-key"),
        "log-head" => t.say("exchange-kind-log-head"),
        _ => t.say("exchange-kind-receipt"),
    }
}
