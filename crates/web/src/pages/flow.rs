//! The course of a case: the picture, and a table that says the same.

use crate::parts::{Cited, act_name, reworded};
use crate::shell::{Frame, T};
use askama::Template;
use procedure::{ActRule, Of, Procedure, Ruled};

/// `GET /procedure/flow`.
#[derive(Debug, Template)]
#[template(path = "flow.html")]
pub struct Flow {
    frame: Frame,
    alt: String,
    lanes: Vec<(String, Vec<StepRow>)>,
}

#[derive(Debug)]
struct StepRow {
    id: String,
    name: String,
    acts: Vec<ActRow>,
}

#[derive(Debug)]
struct ActRow {
    name: String,
    by: String,
    /// The step it leads to: its id and name.
    to: Option<(String, String)>,
    cited: Cited,
}

impl Flow {
    /// Of the procedure in force.
    pub fn of(frame: Frame, rules: &Procedure) -> Self {
        let t = frame.t;
        let title = t.text(&rules.head.title).to_owned();
        let lane = |of: Of| -> Vec<StepRow> {
            let steps = rules.steps.iter().filter(|step| step.of == of);
            let row = |step: &procedure::Step| StepRow {
                id: format!("step-{}", step.id),
                name: t.text(&step.name).to_owned(),
                acts: acts(t, rules, &step.id),
            };
            steps.map(row).collect()
        };
        Self {
            alt: t.args("flow-alt", &[("title", title)]),
            lanes: vec![
                (t.say("flow-of-cases"), lane(Of::Case)),
                (t.say("flow-of-orders"), lane(Of::Order)),
            ],
            frame,
        }
    }
}

/// What may be done in a step: what leads on first, each act and way once.
fn acts(t: T, rules: &Procedure, step: &str) -> Vec<ActRow> {
    let here = |rule: &&ActRule| rule.in_steps.iter().any(|s| s == step);
    let mut rows: Vec<ActRow> = Vec::new();
    for rule in rules.acts.iter().filter(here) {
        let named = rule.names().and_then(|id| {
            let record = rules.record(id).map(|record| &record.name);
            record.map(|name| t.text(name).to_owned())
        });
        let roles = rule.by.iter().filter_map(|id| rules.role(id));
        let roles: Vec<&str> = roles.map(|role| t.text(&role.name)).collect();
        let to = rule.to.as_ref().filter(|to| *to != step);
        let to = to.and_then(|to| rules.step(to));
        let row = ActRow {
            name: named.unwrap_or_else(|| reworded(t, rules, act_name(t, rule.does))),
            by: roles.join(" · "),
            to: to.map(|to| (format!("step-{}", to.id), t.text(&to.name).to_owned())),
            cited: Cited::of(t, &rule.basis(), "/procedure"),
        };
        let same = |known: &ActRow| known.name == row.name && known.by == row.by && known.to == row.to;
        if !rows.iter().any(same) {
            rows.push(row);
        }
    }
    rows.sort_by_key(|row| row.to.is_none());
    rows
}
