//! What follows the receipt of a call, act by act. Each is a command of its own with an id made of the form's, so that a form
//! sent twice acts once; where one is refused, those before it stand.

use crate::handle::back::refill_with;
use crate::handle::signed::Desk;
use crate::pages::desk::call::{Outcome, guidance};
use crate::parts::{Refill, reading};
use crate::shell::{PageError, Posted};
use crate::state::AppState;
use axum::http::StatusCode;
use case::{CaseNumber, CommandId};
use office::{Order, Problem};
use procedure::{Do, Procedure};

/// How it went.
pub(super) enum Went {
    /// All was done.
    Done,
    /// This act was not, for the reasons in the form that comes back.
    Refused(Do, StatusCode, Box<Refill>),
    /// Whoever took the call may not see the case: it accuses their own office.
    OutOfSight,
    /// The store failed at this act, behind those that were done.
    Stopped {
        done: Vec<Do>,
        at: Do,
        problem: Box<Problem>,
    },
}

/// Does what the operator chose, one act after the other.
pub(super) async fn go(
    state: &AppState,
    desk: &Desk,
    posted: &Posted,
    outcome: &Outcome,
    number: &CaseNumber,
) -> Result<Went, PageError> {
    let repeats = posted.text("repeat").is_some();
    let mut behind = Vec::new();
    let acts = repeats.then_some(Do::ConfirmRepeat).into_iter();
    for act in acts.chain(outcome.acts.iter().copied()) {
        let fields = sent(&desk.adopted.procedure, act, outcome, posted);
        let all = |name: &str| -> Vec<String> {
            let same = fields.iter().filter(|(n, v)| n == name && !v.is_empty());
            same.map(|(_, value)| value.clone()).collect()
        };
        let done = match reading(act, &outcome.needs, &all) {
            Ok(draft) => {
                let command = posted.text("command").unwrap_or_default();
                let order = Order {
                    number: number.clone(),
                    order: None,
                    id: CommandId::from(format!("{command}-{}", procedure::vocabulary::word(act))),
                    seen: None,
                    draft,
                    uploads: Vec::new(),
                };
                state.office.command(&desk.j, desk.actor(), order).await
            }
            Err(faults) => Err(Problem::Invalid(faults)),
        };
        match done {
            Ok(_) => behind.push(act),
            Err(problem) if problem.passes() => {
                return Ok(Went::Stopped {
                    done: behind,
                    at: act,
                    problem: Box::new(problem),
                });
            }
            Err(Problem::NotFound | Problem::Forbidden) => return Ok(Went::OutOfSight),
            Err(problem) => {
                let (status, back) = refill_with(desk.here.t, &desk.adopted, fields, problem)?;
                return Ok(Went::Refused(act, status, Box::new(back)));
            }
        }
    }
    Ok(Went::Done)
}

/// What was typed for an act, under the names of its own form.
fn sent(rules: &Procedure, act: Do, outcome: &Outcome, posted: &Posted) -> Vec<(String, String)> {
    let typed = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let way = || outcome.way.clone().unwrap_or_default();
    let fields: Vec<(&str, String)> = match act {
        Do::ConfirmRepeat => vec![("earlier", typed("repeat"))],
        Do::Accept => vec![
            ("ground", typed("accept_ground")),
            ("category", typed("category")),
        ],
        Do::Answer => vec![
            ("way", way()),
            ("text", typed("answer_text")),
            ("partner", typed("partner")),
        ],
        Do::Dispatch => vec![("to-1", typed("unit")), ("way", way())],
        Do::Refuse => {
            let ground = typed("refuse_ground");
            let told = guidance(rules, &ground).map(|words| words.zh.clone());
            let own = posted.text("explanation").map(str::to_owned);
            vec![
                ("explanation", own.or(told).unwrap_or_default()),
                ("ground", ground),
            ]
        }
        Do::PassUp => vec![("reason", typed("reason"))],
        _ => Vec::new(),
    };
    let named = |(name, value): (&str, String)| (name.to_owned(), value);
    fields.into_iter().map(named).collect()
}
