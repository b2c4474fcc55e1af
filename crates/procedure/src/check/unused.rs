//! What stands beside the course and never comes into it: marks that nobody can set, records and documents that no act
//! writes, bodies to which nothing goes.

use super::file::{File, line};
use super::findings::Findings;
use crate::fact::{Condition, Fact};
use crate::model::{Do, Field, Procedure, Ruled};
use crate::vocabulary::word;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    marks(file, found);
    let p = file.procedure;
    let names = |does: Do, id: &String| p.acts.iter().any(|a| a.does == does && a.names() == Some(id));
    for (index, record) in p.records.iter().enumerate() {
        if !names(Do::Record, &record.id) {
            fault(
                file,
                "check-never-written",
                (("record", index), &record.id, record),
                Do::Record,
                found,
            );
        }
    }
    for (index, document) in p.documents.iter().enumerate() {
        let issued = document
            .on
            .iter()
            .any(|does| p.acts.iter().any(|a| a.does == *does));
        if !issued && document.rungs.is_empty() && !names(Do::Write, &document.id) {
            let does = document.on.first().copied().unwrap_or(Do::Write);
            fault(
                file,
                "check-never-written",
                (("document", index), &document.id, document),
                does,
                found,
            );
        }
    }
    for (index, body) in p.bodies.iter().enumerate() {
        if !p.documents.iter().any(|d| d.to.contains(&body.id)) {
            unused(file, (("body", index), &body.id, body), found);
        }
    }
    let has = |does: Do| p.acts.iter().any(|a| a.does == does);
    for (index, gate) in p.gates.iter().enumerate().filter(|_| !has(Do::Report)) {
        fault(
            file,
            "check-list-idle",
            (("gate", index), &gate.id, gate),
            Do::Report,
            found,
        );
    }
    let visits = has(Do::Visit) || has(Do::AnswerVisit);
    for (index, question) in p.questions.iter().enumerate().filter(|_| !visits) {
        fault(
            file,
            "check-list-idle",
            (("question", index), &question.id, question),
            Do::Visit,
            found,
        );
    }
}

fn marks(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let chosen = p.acts.iter().any(|act| {
        let needs = || act.needs.iter().any(|n| n.field == Field::Marks);
        act.does == Do::Mark || act.does == Do::Receive && needs()
    });
    let asked = asked(p);
    for (index, mark) in p.marks.iter().enumerate() {
        let set = p.acts.iter().any(|act| act.marks.contains(&mark.id));
        let asks = |c: &&Condition| {
            let of_mark = matches!(c.fact, Fact::CaseMark | Fact::ActMark);
            of_mark && c.compare == crate::fact::Compare::Is(mark.id.clone())
        };
        if !chosen && !set {
            fault(
                file,
                "check-list-idle",
                (("mark", index), &mark.id, mark),
                Do::Mark,
                found,
            );
        } else if !chosen && !asked.iter().any(asks) {
            unused(file, (("mark", index), &mark.id, mark), found);
        }
    }
}

/// Every condition of the file, wherever it stands.
fn asked(p: &Procedure) -> Vec<&Condition> {
    let acts = p.acts.iter().flat_map(|a| {
        let musts = a.only_if.iter().map(|o| &o.that);
        a.only_where.iter().chain(musts)
    });
    let demands = p.demands.iter().flat_map(|d| d.only_where.iter().chain(&d.that));
    let clocks = p.clocks.iter().flat_map(|c| {
        let others = c.limits.iter().flat_map(|a| &a.only_if);
        c.only_if.iter().chain(&c.runs_again_if).chain(others)
    });
    let documents = p.documents.iter().flat_map(|d| &d.only_if);
    let priorities = p.priorities.iter().flat_map(|x| &x.any_of);
    let measures = p.measures.iter().flat_map(|m| m.any_of.iter().chain(&m.all_of));
    let rest = documents.chain(priorities).chain(measures);
    acts.chain(demands).chain(clocks).chain(rest).collect()
}

/// An entry of a list: its table and place, its id, and the rule itself.
type Entry<'a> = ((&'static str, usize), &'a str, &'a dyn Ruled);

fn fault(file: &File<'_>, code: &'static str, (at, id, rule): Entry<'_>, does: Do, found: &mut Findings) {
    let (table, index) = at;
    let args = vec![
        ("table", table.to_owned()),
        ("id", id.to_owned()),
        ("act", word(does)),
    ];
    found.fault(line!(file, table, index, "id"), code, rule.clause(), args);
}

fn unused(file: &File<'_>, (at, id, rule): Entry<'_>, found: &mut Findings) {
    let (table, index) = at;
    let args = vec![("table", table.to_owned()), ("id", id.to_owned())];
    found.advice(
        line!(file, table, index, "id"),
        "check-unused",
        rule.clause(),
        args,
    );
}
