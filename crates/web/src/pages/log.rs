//! The public log, and what it says of a receipt or a case.

use crate::parts::{Field, Input, grouped};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::{Calendar, Instant};
use office::log::{Elsewhere, History, Judged, LogStanding, PART};
use proof::{Head, Kept};
use std::sync::Arc;

/// `GET /log`.
#[derive(Debug, Template)]
#[template(path = "log.html")]
pub struct LogPage {
    frame: Frame,
    key: String,
    size: u64,
    at: String,
    root: String,
    days: Vec<Day>,
    cosigned: Vec<(String, u64, String)>,
    /// Parts of the whole log: the first entry of each, and which entries it has, counted from one.
    parts: Vec<(u64, String)>,
}

#[derive(Debug)]
struct Day {
    day: String,
    /// The same as people read it.
    shown: String,
    size: u64,
    at: String,
    root: String,
    /// Whether it continues the one before; `None` for the first.
    extends: Option<bool>,
}

impl LogPage {
    /// Of a log.
    pub fn of(frame: Frame, calendar: &Calendar, log: LogStanding) -> Self {
        let show = |ms: i64| calendar.show(Instant::from_ms(ms), frame.t.lang());
        let day = |(day, head, extends): (String, Head, Option<bool>)| Day {
            size: head.size,
            at: show(head.time),
            // Enough to compare by eye; the whole head lies behind the day.
            root: format!("{}…", head.root.to_string().chars().take(16).collect::<String>()),
            extends,
            shown: day
                .parse::<jiff::civil::Date>()
                .map_or_else(|_| day.clone(), |date| calendar::show_day(date, frame.t.lang())),
            day,
        };
        let cosigned = log.cosigned.iter();
        let cosigned = cosigned.map(|(by, seen)| (frame.t.text(by).to_owned(), seen.size, show(seen.time)));
        let size = log.head.size;
        let starts = (0..size.max(1)).step_by(usize::try_from(PART).unwrap_or(usize::MAX));
        let part = |from: u64| {
            (
                from,
                format!(
                    "{}–{}",
                    words::count(from + 1),
                    words::count(size.min(from + PART))
                ),
            )
        };
        Self {
            parts: starts.map(part).collect(),
            cosigned: cosigned.collect(),
            key: log.key,
            size: log.head.size,
            at: show(log.head.time),
            root: log.head.root.to_string(),
            days: log.days.into_iter().map(day).collect(),
            frame,
        }
    }
}

/// `GET /verify` and what comes of it.
#[derive(Debug, Template)]
#[template(path = "verify.html")]
pub struct VerifyPage {
    frame: Frame,
    calendar: Arc<Calendar>,
    receipt: Field,
    number: Field,
    code: Field,
    wrong: Option<String>,
    /// What became of the receipt: whether it is good, and the sentence.
    verdicts: Vec<(bool, String)>,
    /// The way to the check of the office whose receipt it is.
    sister: Option<(String, String)>,
    head: Option<String>,
    path: Vec<String>,
    case: Option<String>,
    events: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    seq: u64,
    recorded: String,
    leaf: Option<u64>,
    commitment: String,
    proved: bool,
}

impl VerifyPage {
    /// The empty form.
    pub fn of(frame: Frame, calendar: Arc<Calendar>) -> Self {
        Self {
            receipt: receipt_field(frame.t, ""),
            number: number_field(frame.t, ""),
            code: code_field(frame.t),
            wrong: None,
            verdicts: Vec::new(),
            sister: None,
            head: None,
            path: Vec::new(),
            case: None,
            events: Vec::new(),
            calendar,
            frame,
        }
    }

    /// With a receipt that cannot be read.
    pub fn pasted(mut self, receipt: &str, wrong: String) -> Self {
        self.receipt = receipt_field(self.frame.t, receipt);
        self.receipt.fault = Some(wrong);
        self
    }

    /// With a number and a code of which something is wrong, by field; with both together by no field.
    pub fn numbered(mut self, number: &str, says: &[(String, String)]) -> Self {
        self.number = number_field(self.frame.t, number);
        for field in [&mut self.number, &mut self.code] {
            let wrong = says.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        let wrong = says.iter().find(|(name, _)| name.is_empty());
        self.wrong = wrong.map(|(_, says)| says.clone());
        self
    }

    /// Whether something does not fit: then what proves it stands open.
    fn doubted(&self) -> bool {
        self.verdicts.iter().any(|(good, _)| !good)
    }

    fn faulty(&self) -> Vec<&Field> {
        let all = [&self.receipt, &self.number, &self.code];
        all.into_iter().filter(|field| field.fault.is_some()).collect()
    }

    fn show(&self, ms: i64) -> String {
        self.calendar.show(Instant::from_ms(ms), self.frame.t.lang())
    }

    /// What the log says of a receipt.
    pub fn judged(mut self, given: &str, judged: &Judged) -> Self {
        let t: T = self.frame.t;
        let until = ("until", self.show(judged.receipt.until()));
        let says = match judged.kept {
            Kept::InLog => {
                // People count from one.
                let leaf = judged.leaf.map_or(0, |leaf| leaf + 1);
                let args = [
                    ("leaf", words::count(leaf)),
                    ("size", words::count(judged.head.size)),
                ];
                t.args("verify-kept", &args)
            }
            Kept::NotYet => t.args("verify-early", &[until]),
            Kept::Broken => t.args("verify-broken", &[until]),
            Kept::NotOurs => match &judged.elsewhere {
                Some(Elsewhere {
                    site: Some((name, _)),
                    ..
                }) => t.args("verify-sister", &[("place", t.text(name).to_owned())]),
                Some(Elsewhere { log, .. }) => t.args("verify-elsewhere", &[("log", log.clone())]),
                None => t.say("verify-foreign"),
            },
        };
        if let Some(Elsewhere {
            site: Some((name, at)),
            ..
        }) = &judged.elsewhere
        {
            let label = t.args("verify-sister-check", &[("place", t.text(name).to_owned())]);
            self.sister = Some((at.clone(), label));
        }
        self.verdicts.push((judged.kept == Kept::InLog, says));
        if judged.kept != Kept::NotOurs {
            let says = if judged.extends {
                "verify-extends"
            } else {
                "verify-not-extends"
            };
            self.verdicts.push((judged.extends, t.say(says)));
            self.head = Some(judged.head.text());
            self.path = judged.path.iter().map(ToString::to_string).collect();
        }
        self.receipt = receipt_field(t, given);
        self
    }

    /// What the log has of a case.
    pub fn history(mut self, number: &str, history: &History) -> Self {
        let t: T = self.frame.t;
        let line = |event: &office::log::EventProof| Line {
            seq: event.seq,
            recorded: self.show(event.recorded),
            leaf: event.leaf.map(|leaf| leaf + 1),
            commitment: event.commitment.to_string(),
            proved: event.proved,
        };
        self.events = history.events.iter().map(line).collect();
        let waits = |event: &office::log::EventProof| event.leaf.is_none();
        let good = history.events.iter().all(|event| event.proved || waits(event));
        let proved = history.events.iter().filter(|event| event.proved).count();
        let says = if good {
            t.args("verify-all-proved", &[("count", words::count(proved))])
        } else {
            t.say("verify-some-not")
        };
        self.verdicts.push((good, says));
        self.head = Some(history.head.text());
        self.case = Some(grouped(number));
        self.number = number_field(t, number);
        self
    }
}

fn receipt_field(t: T, value: &str) -> Field {
    let area = Input::Area {
        value: value.to_owned(),
        rows: 8,
        most: 4000,
    };
    Field::new(t, "receipt", t.say("verify-receipt"), area).hint(t.say("verify-receipt-hint"))
}

fn number_field(t: T, value: &str) -> Field {
    let numeric = Input::Line {
        value: value.to_owned(),
        kind: "text",
        autocomplete: "off",
        keyboard: "numeric",
        most: 24,
    };
    Field::new(t, "number", t.say("citizen-number"), numeric).hint(t.say("citizen-number-hint"))
}

fn code_field(t: T) -> Field {
    let code = Field::new(t, "code", t.say("citizen-check-code"), Input::line("", 12));
    code.hint(t.say("citizen-check-code-hint"))
}
