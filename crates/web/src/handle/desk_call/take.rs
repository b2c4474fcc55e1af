//! The call is taken: registered, and in the same breath accepted, answered, refused or passed up, as the operator chose.

use super::onward::{self, Went};
use super::{PAGE, Shown, Taking};
use crate::handle::back::faults;
use crate::handle::desk_case;
use crate::handle::late::Late;
use crate::handle::place::Place;
use crate::handle::signed::Desk;
use crate::pages::desk::call::{Outcome, TAKE, Taken};
use crate::pages::desk::case_page::Opening;
use crate::parts::{Stopped, act_name, anonymous, grouped, reworded};
use crate::shell::{Flash, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use office::draft::CitizenDraft;
use office::{FieldFault, Message, Problem, Receipt};
use procedure::{Do, Field};

/// Longest title made of what the caller says, in characters.
const TITLE: usize = 30;

/// `POST /desk/call`.
pub(crate) async fn take(
    State(state): State<AppState>,
    (here, place): (Here, Place),
    desk: Result<Desk, PageError>,
    posted: Posted,
) -> Result<Response, PageError> {
    let desk = match desk {
        Err(PageError::SignIn) => {
            let late = Late {
                state: &state,
                here: &here,
                place: &place,
                at: PAGE,
                about: "",
            };
            return late.at_desk(&posted).await;
        }
        desk => desk?,
    };
    let call = Taking::of(&state, &desk, Some(&posted)).await?;
    let outcome = call.chosen();
    let missing = call.missing(&outcome);
    let received = match missing.is_empty() {
        true => state.office.receive(&desk.j, desk.actor(), call.message()).await,
        false => Err(Problem::Invalid(missing)),
    };
    let received = match received {
        // what was changed is not dropped, and nothing is done with the case that the form made before
        Ok(first) if first.changed => {
            let rules = &desk.adopted.procedure;
            let shown = Shown {
                earlier: call.earlier().await.ok(),
                beside: Some(call.beside().await?),
                stopped: Some(Stopped::called_before(desk.here.t, rules, &first.number)),
                anew: true,
                ..Shown::default()
            };
            return Ok(call.page(StatusCode::CONFLICT, shown, &[]));
        }
        Ok(receipt) => receipt,
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let shown = Shown {
                earlier: call.earlier().await.ok(),
                beside: Some(call.beside().await?),
                ..Shown::default()
            };
            return Ok(call.page(StatusCode::UNPROCESSABLE_ENTITY, shown, &says));
        }
        // the caller is on the line: what was said stays in the form
        Err(problem) if problem.passes() || matches!(problem, Problem::Lapsed(_)) => {
            let t = desk.here.t;
            let why = t.args(problem.code(), &problem.args());
            let shown = Shown {
                stopped: Some(Stopped::saying(format!("{why} {}", t.say("call-kept")))),
                ..Shown::default()
            };
            let status = match problem {
                Problem::Lapsed(_) => StatusCode::CONFLICT,
                _ => StatusCode::SERVICE_UNAVAILABLE,
            };
            return Ok(call.page(status, shown, &[]));
        }
        Err(other) => return Err(other.into()),
    };
    let went = onward::go(&state, &desk, &posted, &outcome, &received.number).await;
    // the check code is shown this once: whatever fails from here on, the page that is shown says it
    let unfinished = || {
        let says = desk.here.t.say("call-unfinished");
        (StatusCode::SERVICE_UNAVAILABLE, Some(says), true)
    };
    let (status, not_done, kept) = match went {
        Err(_) => unfinished(),
        Ok(Went::Refused(act, status, back)) => {
            // the call is registered whatever became of the act: its form is there again, and nothing is lost
            let mut told = desk.clone();
            told.here.flash = Some(half_done(&received));
            let back = Some((act, None, &*back));
            let page = desk_case::page(&state, &told, &received.number, status, Opening::Closed, back);
            match page.await {
                Ok(page) => return Ok(page),
                Err(_) => unfinished(),
            }
        }
        Ok(Went::Done) => (StatusCode::OK, None, false),
        Ok(Went::OutOfSight) => (StatusCode::OK, Some(desk.here.t.say("call-out-of-sight")), false),
        Ok(Went::Stopped { done, at, problem }) => {
            let says = call.stopped(&done, at, &problem);
            (StatusCode::SERVICE_UNAVAILABLE, Some(says), true)
        }
    };
    let shown = Shown {
        taken: Some(taken(&desk, &outcome, &received, not_done, kept)),
        focus: if kept { "" } else { "phone" },
        ..Shown::default()
    };
    Ok(call.page(status, shown, &[]))
}

/// Says that the call has its number although what was to follow was refused.
fn half_done(receipt: &Receipt) -> Flash {
    let key = if receipt.check_code.is_empty() {
        "call-half-done-again"
    } else {
        "call-half-done"
    };
    Flash::new(key)
        .with("number", grouped(receipt.number.as_str()))
        .with("code", &receipt.check_code)
}

fn taken(desk: &Desk, outcome: &Outcome, receipt: &Receipt, not_done: Option<String>, kept: bool) -> Taken {
    let t = desk.here.t;
    let plain = outcome.id == TAKE || not_done.is_some();
    Taken {
        number: grouped(receipt.number.as_str()),
        code: Some(receipt.check_code.clone()).filter(|code| !code.is_empty()),
        says: if plain {
            t.say("call-taken")
        } else {
            t.args("call-taken-and", &[("what", outcome.label.clone())])
        },
        href: format!("/desk/case/{}", receipt.number),
        not_done,
        kept,
    }
}

impl Taking<'_> {
    /// What the operator chose; only registered where nothing is chosen that is open to them.
    fn chosen(&self) -> Outcome {
        let mut all = self.outcomes();
        let id = self.was("outcome");
        let place = all
            .iter()
            .position(|outcome| outcome.id == id)
            .unwrap_or_default();
        all.swap_remove(place)
    }

    /// What was found elsewhere often has no name.
    fn nameless(&self) -> bool {
        anonymous(&self.desk.adopted.procedure)
            && self.filled("phone").is_none()
            && self.filled("name").is_none()
    }

    /// What was done behind the receipt, where it ended, and why.
    fn stopped(&self, done: &[Do], at: Do, problem: &Problem) -> String {
        let (t, rules) = (self.desk.here.t, &self.desk.adopted.procedure);
        let name = |act: &Do| reworded(t, rules, act_name(t, *act));
        let why = t.args(problem.code(), &problem.args());
        let args = [("act", name(&at)), ("why", why)];
        let ended = t.args("call-stopped", &args);
        if done.is_empty() {
            return ended;
        }
        let done: Vec<String> = done.iter().map(name).collect();
        let done = t.args("call-stopped-behind", &[("done", done.join(" · "))]);
        format!("{done} {ended}")
    }

    /// What is known beforehand to be missing: said while the caller is on the line, before anything is stored.
    fn missing(&self, outcome: &Outcome) -> Vec<FieldFault> {
        let needs = |need: Field| outcome.needs.contains(&need);
        let does = |act: Do| outcome.acts.contains(&act);
        let mut wanted = vec![("text", true), ("channel", true)];
        wanted.extend([("phone", !self.nameless()), ("name", !self.nameless())]);
        wanted.push(("category", needs(Field::Category)));
        wanted.push(("accept_ground", does(Do::Accept) && needs(Field::Ground)));
        wanted.push(("answer_text", does(Do::Answer)));
        wanted.push(("partner", outcome.partner));
        wanted.push(("unit", does(Do::Dispatch)));
        wanted.push(("refuse_ground", does(Do::Refuse)));
        wanted.push(("reason", does(Do::PassUp)));
        let blank = wanted
            .into_iter()
            .filter(|(name, wanted)| *wanted && self.filled(name).is_none());
        let mut faults: Vec<FieldFault> = blank
            .map(|(name, _)| FieldFault::new(name, "field-empty"))
            .collect();
        if needs(Field::RealName) {
            let names = ["id_number", "phone_code"];
            let unproven = names.into_iter().filter(|name| self.filled(name).is_none());
            faults.extend(unproven.map(|name| FieldFault::new(name, "call-real-name-first")));
        }
        faults
    }

    /// The title: as typed, or how the caller begins.
    fn title(&self) -> String {
        self.filled("title").unwrap_or_else(|| {
            let said = self.was("text");
            let ends = |c: char| "。！？；\n!?;".contains(c);
            let first = said.split(ends).find(|piece| !piece.trim().is_empty());
            let first = first.unwrap_or_default().trim();
            let comma = first.char_indices().filter(|(_, c)| "，,".contains(*c));
            let within = |(at, _): &(usize, char)| first[..*at].chars().count() <= TITLE;
            match comma.take_while(within).last() {
                // a long sentence is cut where the caller drew breath
                Some((at, _)) if first.chars().count() > TITLE => first[..at].to_owned(),
                _ => first.chars().take(TITLE).collect(),
            }
        })
    }

    fn message(&self) -> Message {
        Message {
            id: self.was("command"),
            channel: self.was("channel"),
            title: self.title(),
            text: self.was("text"),
            category: self.filled("category"),
            place: self.filled("place"),
            posted: self.filled("posted"),
            division: self.filled("division"),
            marks: self.marks(),
            accused: self.all("accused"),
            accused_people: self.accused_people(),
            accused_named: self.filled("accused_named"),
            citizen: (!self.nameless()).then(|| CitizenDraft {
                name: self.was("name"),
                phone: self.was("phone"),
                id_number: self.filled("id_number"),
                address: self.filled("address"),
                phone_code: self.filled("phone_code"),
                proof: None,
            }),
            uploads: Vec::new(),
            external: self.filled("external"),
            account: None,
        }
    }
}
