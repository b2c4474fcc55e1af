//! Names of what stands beside the course: marks, records, documents, bodies, rounds, and the steps of demands. Each
//! must mean something wherever a rule names it.

use super::file::{File, line};
use super::findings::Findings;
use super::references::Named;
use crate::model::Ruled;
use crate::vocabulary::word;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    acts(file, found);
    demands(file, found);
    clocks(file, found);
    documents(file, found);
    let p = file.procedure;
    let roles = Named::new("role", p.roles.iter().map(|r| r.id.as_str()));
    for (i, round) in p.rounds.iter().enumerate() {
        for (j, role) in round.by.iter().enumerate() {
            roles.check(role, line!(file, "round", i, "by", j), round.clause(), found);
        }
    }
    for (i, monthly) in p.monthly.iter().enumerate() {
        for (j, role) in monthly.by.iter().enumerate() {
            roles.check(role, line!(file, "monthly", i, "by", j), monthly.clause(), found);
        }
    }
    for (i, wording) in p.wording.iter().enumerate() {
        let earlier = p.wording.iter().take(i).position(|w| w.key == wording.key);
        if let Some(other) = earlier {
            let args = vec![
                ("id", word(wording.key)),
                ("table", "wording".to_owned()),
                ("other", line!(file, "wording", other, "key").to_string()),
            ];
            found.fault(line!(file, "wording", i, "key"), "check-id-twice", None, args);
        }
    }
}

fn acts(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let records = Named::new("record", p.records.iter().map(|r| r.id.as_str()));
    let documents = Named::new("document", p.documents.iter().map(|d| d.id.as_str()));
    let marks = Named::new("mark", p.marks.iter().map(|m| m.id.as_str()));
    let steps = Named::new("step", p.steps.iter().map(|s| s.id.as_str()));
    for (i, act) in p.acts.iter().enumerate() {
        let clause = act.clause();
        if let Some(record) = &act.record {
            records.check(record, line!(file, "act", i, "record"), clause, found);
        }
        if let Some(document) = &act.document {
            documents.check(document, line!(file, "act", i, "document"), clause, found);
        }
        for (key, list) in [("marks", &act.marks), ("unmarks", &act.unmarks)] {
            for (j, mark) in list.iter().enumerate() {
                marks.check(mark, line!(file, "act", i, key, j), clause, found);
            }
        }
        for (j, over) in act.pass_over.iter().enumerate() {
            steps.check(
                &over.step,
                line!(file, "act", i, "pass_over", j, "step"),
                clause,
                found,
            );
        }
    }
}

/// The steps of demands, and the acts that they are made on.
fn demands(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let steps = Named::new("step", p.steps.iter().map(|s| s.id.as_str()));
    for (i, demand) in p.demands.iter().enumerate() {
        for (j, step) in demand.in_steps.iter().enumerate() {
            steps.check(step, line!(file, "demand", i, "in", j), demand.clause(), found);
        }
        for (j, does) in demand.on.iter().enumerate() {
            let there = |act: &&crate::ActRule| {
                let met = |step: &String| act.in_steps.contains(step);
                act.does == *does && (demand.in_steps.is_empty() || demand.in_steps.iter().any(met))
            };
            if p.acts.iter().any(|act| there(&act)) {
                continue;
            }
            let args = vec![("act", word(*does))];
            let line = line!(file, "demand", i, "on", j);
            found.fault(line, "check-demand-idle", demand.clause(), args);
        }
    }
}

fn clocks(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let clocks = Named::new("clock", p.clocks.iter().map(|c| c.id.as_str()));
    let rounds = Named::new("round", p.rounds.iter().map(|r| r.id.as_str()));
    let papers = p.documents.iter().map(|d| d.id.as_str());
    let papers = Named::new(
        "record / document",
        p.records.iter().map(|r| r.id.as_str()).chain(papers),
    );
    for (i, clock) in p.clocks.iter().enumerate() {
        let clause = clock.clause();
        if let Some(round) = &clock.round {
            rounds.check(round, line!(file, "clock", i, "round"), clause, found);
        }
        if let Some(before) = &clock.before {
            clocks.check(
                &before.clock,
                line!(file, "clock", i, "before", "clock"),
                clause,
                found,
            );
        }
        for (j, name) in clock.named.iter().enumerate() {
            papers.check(name, line!(file, "clock", i, "named", j), clause, found);
        }
    }
}

fn documents(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let mut bodies = Named::new("body", p.bodies.iter().map(|b| b.id.as_str()));
    bodies.also(["citizen", "unit"]);
    let rungs = Named::new("rung", p.rungs.iter().map(|r| r.id.as_str()));
    for (i, document) in p.documents.iter().enumerate() {
        for (j, to) in document.to.iter().enumerate() {
            bodies.check(to, line!(file, "document", i, "to", j), document.clause(), found);
        }
        for (j, rung) in document.rungs.iter().enumerate() {
            rungs.check(
                rung,
                line!(file, "document", i, "rungs", j),
                document.clause(),
                found,
            );
        }
    }
}
