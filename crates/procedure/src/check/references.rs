//! Names that must mean something: steps, roles, clocks, templates, priorities, guidance, calendar.

use super::file::{File, line};
use super::findings::Findings;
use super::nearest::{list, nearest};
use crate::model::{ClauseId, Ruled};
use std::collections::HashSet;

/// The names of one list of the file.
pub(super) struct Named<'a> {
    table: &'static str,
    ids: HashSet<&'a str>,
}

impl<'a> Named<'a> {
    pub(super) fn new(table: &'static str, ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            table,
            ids: ids.into_iter().collect(),
        }
    }

    /// Words that mean something of their own beside the names of the list.
    pub(super) fn also(&mut self, words: impl IntoIterator<Item = &'a str>) {
        self.ids.extend(words);
    }

    pub(super) fn check(&self, id: &str, line: usize, clause: Option<&ClauseId>, found: &mut Findings) {
        if self.ids.contains(id) {
            return;
        }
        let mut known: Vec<&str> = self.ids.iter().copied().collect();
        known.sort_unstable();
        let args = vec![
            ("id", id.to_owned()),
            ("table", self.table.to_owned()),
            ("near", nearest(id, known.iter().copied())),
            ("words", list(known)),
        ];
        found.fault(line, "check-unknown-id", clause, args);
    }
}

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let steps = Named::new("step", p.steps.iter().map(|s| s.id.as_str()));
    let clocks = Named::new("clock", p.clocks.iter().map(|c| c.id.as_str()));
    let templates = Named::new("template", p.templates.iter().map(|t| t.id.as_str()));
    let mut roles = Named::new("role", p.roles.iter().map(|r| r.id.as_str()));
    let mut told = Named::new("role", roles.ids.iter().copied());
    told.also(["citizen", "unit"]);
    // whoever dispatched the work order; only an act on one can tell them
    let mut told_of_act = Named::new("role", told.ids.iter().copied());
    told_of_act.also(["assigner"]);
    roles.also(["system"]);

    head(file, &steps, &clocks, found);
    for (i, role) in p.head.continued_by.iter().enumerate() {
        roles.check(role, line!(file, "procedure", "continued_by", i), None, found);
    }
    for (i, step) in p.steps.iter().enumerate() {
        for (j, clock) in step.clocks.iter().enumerate() {
            clocks.check(clock, line!(file, "step", i, "clocks", j), step.clause(), found);
        }
    }
    for (i, act) in p.acts.iter().enumerate() {
        let clause = act.clause();
        for (j, step) in act.in_steps.iter().enumerate() {
            steps.check(step, line!(file, "act", i, "in", j), clause, found);
        }
        for (j, role) in act.by.iter().enumerate() {
            roles.check(role, line!(file, "act", i, "by", j), clause, found);
        }
        if let Some(to) = &act.to {
            steps.check(to, line!(file, "act", i, "to"), clause, found);
        }
        if let Some(to) = &act.case_to {
            steps.check(to, line!(file, "act", i, "case_to"), clause, found);
        }
        if let Some(orders) = &act.orders {
            steps.check(&orders.to, line!(file, "act", i, "orders", "to"), clause, found);
        }
        for (j, tell) in act.tell.iter().enumerate() {
            told_of_act.check(&tell.who, line!(file, "act", i, "tell", j, "who"), clause, found);
            templates.check(
                &tell.template,
                line!(file, "act", i, "tell", j, "template"),
                clause,
                found,
            );
        }
    }
    for (i, clock) in p.clocks.iter().enumerate() {
        if let Some(to) = &clock.lapse_to {
            steps.check(to, line!(file, "clock", i, "lapse_to"), clock.clause(), found);
        }
    }
    let priorities = Named::new("priority", p.priorities.iter().map(|x| x.id.as_str()));
    for (i, rung) in p.rungs.iter().enumerate() {
        let clause = rung.clause();
        clocks.check(&rung.clock, line!(file, "rung", i, "clock"), clause, found);
        templates.check(&rung.template, line!(file, "rung", i, "template"), clause, found);
        for (j, who) in rung.tell.iter().enumerate() {
            told.check(who, line!(file, "rung", i, "tell", j), clause, found);
        }
        if let Some(priority) = &rung.priority {
            priorities.check(priority, line!(file, "rung", i, "priority"), clause, found);
        }
    }
    let guidance = Named::new("guidance", p.guidance.iter().map(|g| g.id.as_str()));
    for (i, ground) in p.grounds.iter().enumerate() {
        if let Some(id) = &ground.guidance {
            guidance.check(id, line!(file, "ground", i, "guidance"), ground.clause(), found);
        }
    }
    for (i, personal) in p.personal.iter().enumerate() {
        let line = line!(file, "personal", i, "role");
        Named::new("role", p.roles.iter().map(|r| r.id.as_str())).check(
            &personal.role,
            line,
            personal.clause(),
            found,
        );
    }
}

fn head(file: &File<'_>, steps: &Named<'_>, clocks: &Named<'_>, found: &mut Findings) {
    let head = &file.procedure.head;
    steps.check(
        &head.first_step,
        line!(file, "procedure", "first_step"),
        None,
        found,
    );
    if !head.first_order_step.is_empty() {
        steps.check(
            &head.first_order_step,
            line!(file, "procedure", "first_order_step"),
            None,
            found,
        );
    }
    if let Some(clock) = &head.repeat_clock {
        let line = line!(file, "procedure", "repeat_clock");
        clocks.check(clock, line, head.repeat_clause.as_ref(), found);
    }
    if !file.calendars.contains(&head.calendar.as_str()) {
        let args = vec![
            ("id", head.calendar.clone()),
            ("words", list(file.calendars.iter().copied())),
        ];
        found.fault(line!(file, "procedure", "calendar"), "check-calendar", None, args);
    }
}
