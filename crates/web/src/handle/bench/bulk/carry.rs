//! Carrying it out, case by case, each as a command of its own. Where the store fails in the middle, what was done stays
//! done and is told, and what was not is left to go on with: the ids of the commands are made of the form's, so that none
//! is carried out twice.

use super::picked::Picked;
use crate::handle::back::{faults, refused};
use crate::handle::signed::Desk;
use crate::pages::desk::bulk::Outcome;
use crate::state::AppState;
use case::{CommandId, OrderNo};
use office::{Draft, Order, Problem};

/// What became of all of them.
#[derive(Default)]
pub(super) struct Went {
    pub(super) done: Vec<Outcome>,
    /// Refused by the rules, each with what they say.
    pub(super) refused: Vec<Outcome>,
    /// Not done yet, as forms send it.
    pub(super) left: Vec<(String, Outcome)>,
    /// Why it ended in the middle.
    pub(super) stopped: Option<String>,
}

impl Went {
    /// Nothing was done with any: the store failed before.
    pub(super) fn nowhere(desk: &Desk, picked: &[Picked], problem: &Problem) -> Self {
        Self {
            left: picked.iter().map(|one| left(desk, one, None)).collect(),
            stopped: Some(desk.here.t.args(problem.code(), &problem.args())),
            ..Self::default()
        }
    }
}

/// Does it with each of them, until the store fails.
pub(super) async fn all(state: &AppState, desk: &Desk, picked: &[Picked], with: (&str, &Draft)) -> Went {
    let mut went = Went::default();
    for one in picked {
        match went.stopped {
            Some(_) => went.left.push(left(desk, one, None)),
            None => carry_out(state, desk, (one, with), &mut went).await,
        }
    }
    went
}

fn left(desk: &Desk, one: &Picked, says: Option<String>) -> (String, Outcome) {
    (one.value.clone(), outcome(desk, one, says))
}

fn outcome(desk: &Desk, one: &Picked, says: Option<String>) -> Outcome {
    Outcome {
        title: one.title(desk),
        href: one.seen.is_some().then(|| format!("/desk/case/{}", one.number)),
        number: one.number.to_string(),
        says,
    }
}

/// Does it with one case: for each work order that is meant.
async fn carry_out(
    state: &AppState,
    desk: &Desk,
    (one, (base, draft)): (&Picked, (&str, &Draft)),
    went: &mut Went,
) {
    let t = desk.here.t;
    let Some(seen) = &one.seen else {
        let says = t.say("field-no-such-case");
        return went.refused.push(outcome(desk, one, Some(says)));
    };
    if one.judged() {
        return went.refused.push(outcome(desk, one, Some(t.say("bulk-judged"))));
    }
    let mut orders: Vec<Option<OrderNo>> = seen.offers.iter().map(|offer| offer.order).collect();
    if orders.is_empty() {
        // asked all the same: the refusal names its clause
        orders.push(seen.tried);
    }
    for order in orders {
        let no = order.unwrap_or_default();
        let command = Order {
            number: one.number.clone(),
            order,
            id: CommandId::from(format!("{base}-{}-{no}", one.number)),
            seen: None,
            draft: draft.clone(),
            uploads: Vec::new(),
        };
        let says = match state.office.command(&desk.j, desk.actor(), command).await {
            Ok(_) => {
                went.done.push(outcome(desk, one, None));
                continue;
            }
            Err(problem) if problem.passes() => {
                let says = t.args(problem.code(), &problem.args());
                // one case at which many work is no reason to leave the others
                if matches!(problem, Problem::Store(_)) {
                    went.stopped = Some(says.clone());
                }
                return went.left.push(left(desk, one, Some(says)));
            }
            Err(Problem::Refused(refusal)) => refused(t, &desk.adopted, &refusal),
            Err(Problem::Invalid(found)) => {
                let says = faults(t, &found).into_iter().map(|(_, says)| says);
                says.collect::<Vec<_>>().join(" ")
            }
            Err(Problem::NotFound | Problem::Forbidden) => t.say("bulk-not-yours"),
            Err(other) => {
                tracing::error!(error = %other, "one of several cases failed");
                t.args(other.code(), &other.args())
            }
        };
        went.refused.push(outcome(desk, one, Some(says)));
    }
}
