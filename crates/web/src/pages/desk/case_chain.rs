//! Who passed it and who is next: what was put before leaders, what they instructed, and every signature, in order.

use crate::parts::{Cited, Tag, Tone, did_name, notes};
use crate::shell::T;
use office::view::{CaseView, TimelineEntry};
use procedure::{ActRule, Do, Fact, Procedure, Ruled};

/// One place in the sequence.
#[derive(Debug)]
pub(crate) struct Link {
    /// What was done, or is waited for.
    pub(crate) what: Tag,
    /// By whom.
    pub(crate) who: String,
    /// When.
    pub(crate) at: Option<String>,
    /// What was found at fault, and of which unit.
    pub(crate) notes: Vec<String>,
    /// What was written, for those who may read it.
    pub(crate) said: Vec<String>,
    /// The rule.
    pub(crate) cited: Cited,
    /// `done`, `back`, `now` or `then`.
    pub(crate) class: &'static str,
}

/// Whether somebody passes or returns something with it.
pub(crate) fn judges(act: Do) -> bool {
    matches!(act, Do::Review | Do::Sign | Do::RuleAbove)
}

fn belongs(act: Do) -> bool {
    judges(act) || matches!(act, Do::Submit | Do::Instruct | Do::ReportUp)
}

/// The sequence, the oldest first; empty where nothing was signed, put before anybody or instructed, and nothing of the
/// kind is next.
pub(crate) fn chain(t: T, view: &CaseView, page: &str) -> Vec<Link> {
    let done = view.timeline.iter().filter(|e| e.word.is_some_and(belongs));
    let mut links: Vec<Link> = done.map(|entry| of_entry(t, view, entry, page)).collect();
    let rules = &view.adopted.procedure;
    for order in view.case.orders.iter().filter(|order| order.is_open()) {
        let whose = (view.case.orders.len() > 1).then(|| order.unit.name.clone());
        links.extend(ahead(t, rules, &order.step, whose.as_deref(), page));
    }
    links.extend(ahead(t, rules, &view.case.step, None, page));
    links
}

fn of_entry(t: T, view: &CaseView, entry: &TimelineEntry, page: &str) -> Link {
    let rules = &view.adopted.procedure;
    let passed = match &entry.act {
        case::Act::Review { passed, .. } => Some(*passed),
        case::Act::Sign(signing) => Some(signing.passed),
        case::Act::RuleAbove(ruling) => Some(ruling.passed),
        _ => None,
    };
    let (tone, class) = match passed {
        Some(true) => (Tone::Met, "done"),
        Some(false) => (Tone::Overdue, "back"),
        None => (Tone::Plain, "done"),
    };
    let role = match &entry.by {
        case::By::Staff { role, .. } => rules.role(role).map(|r| t.text(&r.name).to_owned()),
        _ => None,
    };
    let who: Vec<String> = role.into_iter().chain(entry.name.clone()).collect();
    let unit = entry.order.and_then(|no| view.case.order(no));
    let unit = unit.filter(|_| view.case.orders.len() > 1);
    let mut lines: Vec<String> = unit.map(|order| order.unit.name.clone()).into_iter().collect();
    lines.extend(notes(t, rules, &entry.act));
    Link {
        what: Tag {
            tone,
            word: did_name(t, rules, &entry.act),
        },
        who: who.join(" "),
        at: Some(view.adopted.calendar.show(entry.at, t.lang())),
        notes: lines,
        said: entry.texts.iter().filter_map(|(_, text)| text.clone()).collect(),
        cited: Cited::of(t, &entry.basis, page),
        class,
    }
}

/// Who signs next in a step, and after them, as far as one follows from the other.
fn ahead(t: T, rules: &Procedure, step: &str, whose: Option<&str>, page: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut been = vec![step.to_owned()];
    while let Some(rule) = been.last().and_then(|step| passing(rules, step)) {
        let roles = rule.by.iter().filter_map(|id| rules.role(id));
        let roles: Vec<&str> = roles.map(|role| t.text(&role.name)).collect();
        let first = links.is_empty();
        links.push(Link {
            what: Tag {
                tone: if first { Tone::Soon } else { Tone::Off },
                word: if first {
                    t.say("chain-now")
                } else {
                    t.say("chain-then")
                },
            },
            who: roles.join(" · "),
            at: None,
            notes: whose.map(str::to_owned).into_iter().collect(),
            said: Vec::new(),
            cited: Cited::of(t, &rule.basis(), page),
            class: if first { "now" } else { "then" },
        });
        // what else a rule asks is known only when it is asked
        let plain = rule.only_where.iter().all(|asked| asked.fact == Fact::ActPassed);
        match rule.to.as_ref().filter(|to| plain && !been.contains(to)) {
            Some(to) => been.push(to.clone()),
            None => break,
        }
    }
    links
}

/// The rule by which what stands in a step is passed on: the first that asks for it to be passed, or the first at all.
fn passing<'a>(rules: &'a Procedure, step: &str) -> Option<&'a ActRule> {
    let here = |rule: &&ActRule| judges(rule.does) && rule.in_steps.iter().any(|s| s == step);
    let mut all = rules.acts.iter().filter(here);
    let asks = |rule: &&ActRule| {
        let mut asked = rule.only_where.iter();
        asked.any(|c| c.fact == Fact::ActPassed && !c.not)
    };
    all.clone().find(asks).or_else(|| all.next())
}
