//! How long personal data is kept, for the administrator. It shows numbers and times, nothing that was written.

use crate::parts::grouped;
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use office::retention::{DueCase, Standing};

/// `GET /desk/retention`; the forms send to `POST /desk/retention/{what}`.
#[derive(Debug, Template)]
#[template(path = "desk/retention.html")]
pub struct Retention {
    frame: Frame,
    standing: String,
    why: Option<String>,
    days: String,
    held: Vec<(String, String)>,
    due: Vec<(String, String)>,
    says: Vec<String>,
}

impl Retention {
    /// From how it stands.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        standing: &Standing,
        due: &[DueCase],
        says: &[String],
    ) -> Self {
        let t: T = frame.t;
        let show = |at| calendar.show(at, t.lang());
        let why = standing.set.as_ref().map(|(at, by, reason)| {
            let reason = reason.clone().unwrap_or_else(|| t.say("shell-destroyed"));
            t.args(
                "retention-set-by",
                &[("at", show(*at)), ("by", by.clone()), ("reason", reason)],
            )
        });
        Self {
            standing: match standing.days {
                Some(days) => t.args("retention-days", &[("days", days.to_string())]),
                None => t.say("retention-never"),
            },
            why,
            days: standing.days.map(|days| days.to_string()).unwrap_or_default(),
            held: standing
                .held
                .iter()
                .map(|held| {
                    let reason = held.reason.clone().unwrap_or_else(|| t.say("shell-destroyed"));
                    (
                        grouped(held.number.as_str()),
                        format!("{} · {reason}", show(held.since)),
                    )
                })
                .collect(),
            due: due
                .iter()
                .map(|due| (grouped(due.number.as_str()), show(due.last)))
                .collect(),
            says: says.to_vec(),
            frame,
        }
    }
}
