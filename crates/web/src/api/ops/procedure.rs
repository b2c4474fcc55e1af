//! `GET /procedure`: what the rules in force name.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::named::{Both, Named};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use procedure::vocabulary::word;
use procedure::{Procedure, Purpose, StepEnd};
use serde::Serialize;
use utoipa::ToSchema;

/// The rules in force.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Rules {
    /// Id of the procedure.
    id: String,
    /// Title of the regulation.
    title: Both,
    /// Version of the procedure.
    version: String,
    /// SHA-256 of its text, in hex; events name it.
    hash: String,
    /// First day in force.
    #[schema(format = Date)]
    in_force: String,
    /// Its clauses.
    clauses: Vec<ClauseText>,
    /// Who may act.
    roles: Vec<Named>,
    /// Where cases come from.
    channels: Vec<Named>,
    /// Kinds of cases.
    categories: Vec<Named>,
    /// Grounds of acceptance and refusal.
    grounds: Vec<Named>,
    /// Ways to handle a case.
    ways: Vec<Named>,
    /// Where cases and work orders can stand.
    steps: Vec<Named>,
    /// Time limits.
    clocks: Vec<Named>,
    /// Faults for which a reply is returned.
    norms: Vec<Named>,
    /// How something ended.
    outcomes: Vec<Named>,
    /// What is supervised first.
    priorities: Vec<Named>,
    /// What supervision can go on to.
    measures: Vec<Named>,
}

/// A clause.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClauseText {
    /// Id, as refusals and clocks cite it.
    id: String,
    /// The adopted text.
    text: String,
    /// What it is taken to mean where it is silent or open.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<Both>,
}

/// The rules in force
///
/// The names and ids that commands and views use, and the text of each clause. For everybody.
#[utoipa::path(
    get, path = "/procedure", operation_id = "procedure", tag = "rules",
    responses((status = 200, description = "The rules.", body = Rules)),
)]
pub(crate) async fn handle(State(state): State<AppState>, place: Place) -> Answer<Rules> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    Ok(Json(rules(&adopted.procedure)))
}

fn rules(p: &Procedure) -> Rules {
    Rules {
        id: p.head.id.clone(),
        title: Both::of(&p.head.title),
        version: p.head.version.clone(),
        hash: p.hash.clone(),
        in_force: p.head.in_force.to_string(),
        clauses: p.clauses.iter().map(clause).collect(),
        roles: list(&p.roles, |r| Named::of(&r.id, &r.name, r)),
        channels: list(&p.channels, |c| Named {
            self_service: Some(c.self_service),
            ..Named::of(&c.id, &c.name, c)
        }),
        categories: list(&p.categories, |c| Named {
            accuses: Some(c.accuses),
            ..Named::of(&c.id, &c.name, c)
        }),
        grounds: list(&p.grounds, |g| Named {
            purpose: Some(purpose(g.purpose)),
            guidance: guidance(p, g.guidance.as_deref()),
            emergency: Some(g.emergency),
            ..Named::of(&g.id, &g.name, g)
        }),
        ways: list(&p.ways, |w| Named {
            act: Some(word(w.by_act)),
            partner: Some(w.partner),
            ..Named::of(&w.id, &w.name, w)
        }),
        steps: list(&p.steps, |s| Named {
            of: Some(s.of.word()),
            ends: Some(s.end == StepEnd::Final),
            ..Named::of(&s.id, &s.name, s)
        }),
        clocks: list(&p.clocks, |c| Named {
            of: Some(c.of.word()),
            limit: c.limit.map(|l| l.to_string()),
            right: Some(c.right),
            ..Named::of(&c.id, &c.name, c)
        }),
        norms: list(&p.norms, |n| Named::of(&n.id, &n.name, n)),
        outcomes: list(&p.outcomes, |o| Named {
            act: Some(word(o.of_act)),
            bad: Some(o.bad),
            ..Named::of(&o.id, &o.name, o)
        }),
        priorities: list(&p.priorities, |r| Named::of(&r.id, &r.name, r)),
        measures: list(&p.measures, |m| Named::of(&m.id, &m.name, m)),
    }
}

fn list<R>(rules: &[R], named: impl Fn(&R) -> Named) -> Vec<Named> {
    rules.iter().map(named).collect()
}

fn clause(clause: &procedure::Clause) -> ClauseText {
    ClauseText {
        id: clause.id.to_string(),
        text: clause.text.clone(),
        reading: clause.reading.as_ref().map(Both::of),
    }
}

fn guidance(p: &Procedure, id: Option<&str>) -> Option<Both> {
    let found = p.guidance.iter().find(|g| Some(g.id.as_str()) == id)?;
    Some(Both::of(&found.text))
}

fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Accept => "accept",
        Purpose::Refuse => "refuse",
    }
}
