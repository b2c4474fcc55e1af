//! What the kind of matter in a ledger says about a message, in the words of a procedure.

use std::collections::BTreeMap;

use calendar::Limit;
use procedure::fact::Compare;
use procedure::{ClockRule, Condition, Fact, Mark, Procedure, Words};

use crate::column::{Limited, limits};

/// What is known of a message by its kind: a category or a mark of the procedure, or nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known<'a> {
    category: Option<&'a str>,
    mark: Option<&'a Mark>,
    /// All marks, as those of one group exclude each other.
    marks: &'a [Mark],
}

/// What the kinds of a ledger can mean under a procedure, by every name that they have there.
#[derive(Debug)]
pub(crate) struct Kinds<'a>(BTreeMap<String, Known<'a>>);

impl<'a> Kinds<'a> {
    /// The categories and marks of a procedure by their id and their name in either language.
    pub(crate) fn of(procedure: &'a Procedure) -> Self {
        let mut kinds: BTreeMap<String, Known<'a>> = BTreeMap::new();
        for category in &procedure.categories {
            for name in names(&category.id, &category.name) {
                kinds.entry(name).or_default().category = Some(&category.id);
            }
        }
        for mark in &procedure.marks {
            for name in names(&mark.id, &mark.name) {
                let known = kinds.entry(name).or_default();
                (known.mark, known.marks) = (Some(mark), &procedure.marks);
            }
        }
        Self(kinds)
    }

    /// What a kind says. Nothing that is only like a name is taken for it.
    pub(crate) fn known(&self, kind: Option<&str>) -> Known<'a> {
        kind.and_then(|kind| self.0.get(&plain(kind)).copied())
            .unwrap_or_default()
    }
}

fn names(id: &str, name: &Words) -> [String; 3] {
    [id, &name.zh, &name.en].map(plain)
}

impl Known<'_> {
    /// Whether the procedure knows the kind.
    pub(crate) fn anything(self) -> bool {
        self.category.is_some() || self.mark.is_some()
    }

    /// The limit that a message falls under, if its kind decides that; `Some(None)` if it decides that the
    /// clock does not run for it.
    pub(crate) fn limit(self, clock: &ClockRule) -> Option<Option<Limit>> {
        if !self.all(&clock.only_if)? {
            return Some(None);
        }
        for limited in limits(clock) {
            let Limited::By {
                limit,
                only_if,
                dates,
                ..
            } = limited
            else {
                continue;
            };
            // which of several dated limits is taken, no kind decides
            match (self.all(only_if), dates) {
                (Some(false), _) => {}
                (Some(true), [None, None]) => return Some(Some(limit)),
                _ => return None,
            }
        }
        None
    }

    /// Whether all conditions hold, if that is known.
    fn all(self, conditions: &[Condition]) -> Option<bool> {
        let each = || conditions.iter().map(|condition| self.holds(condition));
        if each().any(|holds| holds == Some(false)) {
            return Some(false);
        }
        each().all(|holds| holds == Some(true)).then_some(true)
    }

    fn holds(self, condition: &Condition) -> Option<bool> {
        let Compare::Is(id) = &condition.compare else {
            return None;
        };
        let holds = match condition.fact {
            Fact::CaseCategory => self.category.map(|category| category == id),
            Fact::CaseMark => self.marked(id),
            _ => None,
        };
        holds.map(|holds| holds != condition.not)
    }

    /// Whether the mark is set, if that is known.
    fn marked(self, id: &str) -> Option<bool> {
        let (mark, asked) = (self.mark?, self.marks.iter().find(|mark| mark.id == id)?);
        if mark.id == asked.id {
            return Some(true);
        }
        (mark.group.is_some() && mark.group == asked.group).then_some(false)
    }
}

/// A name without blanks and in lower case.
fn plain(name: &str) -> String {
    let blank = |c: &char| !c.is_whitespace();
    name.chars().filter(blank).flat_map(char::to_lowercase).collect()
}
