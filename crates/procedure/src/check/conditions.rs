//! Conditions: the ids in them, facts that nobody knows where they are asked, and sets that never hold together.

use super::file::{File, Part};
use super::findings::Findings;
use super::nearest::{list, nearest};
use crate::fact::{Compare, Condition, Fact};
use crate::model::{ClauseId, Do, Of, Procedure, Ruled};

/// Where a list of conditions stands, which decides what can be asked there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked<'a> {
    /// Of an act, on a case or a work order.
    Act(Do, Of),
    /// Of any of some acts; of what concerns a case or a work order, where only one is meant.
    Acts(&'a [Do], Option<Of>),
    /// When a clock starts, of a case or a work order.
    Clock(Of),
    /// When a case is looked over for supervision.
    Case,
    /// When a measure is taken.
    Measure,
}

struct Set<'a> {
    conditions: Vec<(&'a Condition, Vec<Part<'a>>)>,
    asked: Asked<'a>,
    clause: Option<&'a ClauseId>,
    /// Whether all must hold together.
    together: bool,
}

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    for set in sets(file) {
        for (condition, path) in &set.conditions {
            let line = file.line(path);
            let fault = |found: &mut Findings, code: &'static str| {
                found.fault(line, code, set.clause, vec![("condition", condition.to_string())]);
            };
            id_stands(file, condition, line, set.clause, found);
            if condition.fact.name().starts_with("act.") && !act_knows(condition.fact, set.asked) {
                fault(found, "check-condition-act");
            }
            let of_order =
                condition.fact.name().starts_with("order.") || condition.fact == Fact::ActorPersonal;
            // a demand may stand on acts of both kinds; the engine asks where there is a work order
            let order_there = matches!(
                set.asked,
                Asked::Act(_, Of::Order) | Asked::Clock(Of::Order) | Asked::Acts(_, None | Some(Of::Order))
            );
            if of_order && !order_there {
                fault(found, "check-condition-order");
            }
        }
        if set.together {
            contradiction(file, &set, found);
        }
    }
}

fn sets<'a>(file: &File<'a>) -> Vec<Set<'a>> {
    let p = file.procedure;
    let mut sets = Vec::new();
    let path = |section: &'a str, index: usize, rest: Vec<Part<'a>>| {
        let mut path: Vec<Part<'a>> = vec![section.into(), index.into()];
        path.extend(rest);
        path
    };
    let all = |conditions: &'a [Condition], section: &'a str, index: usize, key: &'a str| {
        let conditions = conditions.iter().enumerate();
        conditions
            .map(|(j, c)| (c, path(section, index, vec![key.into(), j.into()])))
            .collect::<Vec<_>>()
    };
    for (i, act) in p.acts.iter().enumerate() {
        let of = act
            .in_steps
            .first()
            .and_then(|s| p.step(s))
            .map_or(Of::Case, |s| s.of);
        let asked = Asked::Act(act.does, of);
        let clause = act.clause();
        let only = act.only_if.iter().enumerate();
        let mut conditions = all(&act.only_where, "act", i, "if");
        conditions.extend(only.map(|(j, r)| {
            (
                &r.that,
                path("act", i, vec!["only_if".into(), j.into(), "that".into()]),
            )
        }));
        sets.push(Set {
            conditions,
            asked,
            clause,
            together: true,
        });
    }
    for (i, demand) in p.demands.iter().enumerate() {
        let mut conditions = all(&demand.only_where, "demand", i, "if");
        let that = demand.that.iter();
        conditions.extend(that.map(|c| (c, path("demand", i, vec!["that".into()]))));
        sets.push(Set {
            conditions,
            asked: Asked::Acts(&demand.on, None),
            clause: demand.clause(),
            // what is demanded is refused where it does not hold: the two sides never clash
            together: false,
        });
    }
    for (i, document) in p.documents.iter().enumerate() {
        sets.push(Set {
            conditions: all(&document.only_if, "document", i, "if"),
            asked: Asked::Acts(&document.on, Some(document.of)),
            clause: document.clause(),
            together: true,
        });
    }
    for (i, clock) in p.clocks.iter().enumerate() {
        for (j, other) in clock.limits.iter().enumerate() {
            let conditions = other.only_if.iter().enumerate().map(|(k, c)| {
                let rest = vec!["limits".into(), j.into(), "if".into(), k.into()];
                (c, path("clock", i, rest))
            });
            sets.push(Set {
                conditions: conditions.collect(),
                asked: Asked::Clock(clock.of),
                clause: other.clause.as_ref().or(clock.clause()),
                together: true,
            });
        }
        let clause = clock.clause();
        for (list, key) in [(&clock.only_if, "if"), (&clock.runs_again_if, "runs_again_if")] {
            let conditions = all(list, "clock", i, key);
            sets.push(Set {
                conditions,
                asked: Asked::Clock(clock.of),
                clause,
                together: true,
            });
        }
    }
    for (i, priority) in p.priorities.iter().enumerate() {
        let conditions = all(&priority.any_of, "priority", i, "any_of");
        sets.push(Set {
            conditions,
            asked: Asked::Case,
            clause: priority.clause(),
            together: false,
        });
    }
    for (i, measure) in p.measures.iter().enumerate() {
        let clause = measure.clause();
        let conditions = all(&measure.any_of, "measure", i, "any_of");
        sets.push(Set {
            conditions,
            asked: Asked::Measure,
            clause,
            together: false,
        });
        let conditions = all(&measure.all_of, "measure", i, "all_of");
        sets.push(Set {
            conditions,
            asked: Asked::Measure,
            clause,
            together: true,
        });
    }
    sets
}

/// Whether anything can be known of the act where it is asked.
fn act_knows(fact: Fact, asked: Asked<'_>) -> bool {
    let acts: &[Do] = match fact {
        Fact::ActGranted => &[Do::RuleExtension, Do::RuleSendBack],
        Fact::ActPassed => &[Do::Review, Do::Sign, Do::RuleAbove],
        Fact::ActSatisfied | Fact::ActSolved | Fact::ActReached => &[Do::AnswerVisit, Do::Visit],
        Fact::ActSerious | Fact::ActRefusalWithoutReason | Fact::ActMeasure => &[Do::Escalate],
        Fact::ActBad => &[Do::Recheck, Do::Convene, Do::Close, Do::RecordAccountability],
        _ => return true,
    };
    match asked {
        Asked::Act(does, _) => acts.contains(&does),
        Asked::Acts(all, _) => !all.is_empty() && all.iter().all(|does| acts.contains(does)),
        Asked::Measure => acts.contains(&Do::Escalate),
        Asked::Clock(_) => false,
        // the act that was just done is looked at
        Asked::Case => true,
    }
}

fn id_stands(
    file: &File<'_>,
    condition: &Condition,
    line: usize,
    clause: Option<&ClauseId>,
    found: &mut Findings,
) {
    let Compare::Is(id) = &condition.compare else {
        return;
    };
    let Some((table, known)) = ids(file.procedure, condition.fact) else {
        return;
    };
    if !known.contains(&id.as_str()) {
        let args = vec![
            ("id", id.clone()),
            ("table", table.to_owned()),
            ("near", nearest(id, known.iter().copied())),
            ("words", list(known)),
        ];
        found.fault(line, "check-unknown-id", clause, args);
    }
}

/// The list that the ids of a fact stand in; `None` where the file does not name them, such as units.
fn ids(p: &Procedure, fact: Fact) -> Option<(&'static str, Vec<&str>)> {
    macro_rules! of {
        ($table:literal $list:ident) => {
            ($table, p.$list.iter().map(|x| x.id.as_str()).collect())
        };
    }
    Some(match fact {
        Fact::CaseGround => of!("ground" grounds),
        Fact::CaseChannel | Fact::ActChannel => of!("channel" channels),
        Fact::CaseCategory => of!("category" categories),
        Fact::CaseMark | Fact::ActMark => of!("mark" marks),
        Fact::CaseRecorded | Fact::OrderRecorded => of!("record" records),
        Fact::CaseWritten | Fact::CaseDelivered | Fact::OrderWritten | Fact::OrderDelivered => {
            of!("document" documents)
        }
        Fact::CaseInstructedAs | Fact::ActOutcome | Fact::OrderOutcome => of!("outcome" outcomes),
        Fact::ActMeasure => of!("measure" measures),
        Fact::ActorRole => of!("role" roles),
        Fact::CaseWay => of!("way" ways),
        Fact::ClockOpen | Fact::ClockLapsed => of!("clock" clocks),
        _ => return None,
    })
}

/// Two conditions that cannot both hold: a fact and its opposite, at least five and fewer than two, two ids at once.
fn contradiction(file: &File<'_>, set: &Set<'_>, found: &mut Findings) {
    for (j, (b, path)) in set.conditions.iter().enumerate() {
        for (a, _) in set.conditions.iter().take(j) {
            if a.fact == b.fact && clash(a, b) {
                let args = vec![("condition", b.to_string()), ("other", a.to_string())];
                found.fault(file.line(path), "check-conditions-clash", set.clause, args);
            }
        }
    }
}

/// Whether the fact can hold of several ids at once: a case has many marks, records and documents, an act many units.
fn several(fact: Fact) -> bool {
    matches!(
        fact,
        Fact::ClockOpen
            | Fact::ClockLapsed
            | Fact::CaseMark
            | Fact::CaseInstructedAs
            | Fact::CaseRecorded
            | Fact::CaseWritten
            | Fact::CaseDelivered
            | Fact::OrderRecorded
            | Fact::OrderWritten
            | Fact::OrderDelivered
            | Fact::ActMark
            | Fact::ActToKind
            | Fact::ActorRole
    )
}

fn clash(a: &Condition, b: &Condition) -> bool {
    use Compare::{AtLeast, Holds, Is, Under};
    /// `not >= 3` is `< 3`.
    fn range(c: &Condition) -> Option<(u32, u32)> {
        match (&c.compare, c.not) {
            (AtLeast(n), false) | (Under(n), true) => Some((*n, u32::MAX)),
            (Under(n), false) | (AtLeast(n), true) => Some((0, *n)),
            _ => None,
        }
    }
    match (&a.compare, &b.compare) {
        (Holds, Holds) => a.not != b.not,
        (Is(x), Is(y)) if several(a.fact) => x == y && a.not != b.not,
        (Is(x), Is(y)) => (x == y) == (a.not != b.not) && !(a.not && b.not),
        _ => match (range(a), range(b)) {
            (Some((low, high)), Some((from, to))) => low.max(from) >= high.min(to),
            _ => false,
        },
    }
}
