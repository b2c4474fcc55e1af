//! The file under check: what it says, and on which line each thing stands.

use crate::model::{ClauseId, Procedure, Ruled};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where the lines of a text begin.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The line, from 1, of a byte position.
    pub(super) fn at(&self, position: usize) -> usize {
        self.0.partition_point(|start| *start <= position) + 1
    }
}

/// One step of the way to a value: a key, or a position in a list.
pub(super) enum Part<'a> {
    Key(&'a str),
    At(usize),
}

impl<'a> From<&'a str> for Part<'a> {
    fn from(key: &'a str) -> Self {
        Part::Key(key)
    }
}

impl From<usize> for Part<'_> {
    fn from(at: usize) -> Self {
        Part::At(at)
    }
}

/// The line of a key or list entry: `line!(file, "act", 3, "by")`; the nearest table's where it is absent.
macro_rules! line {
    ($file:expr, $($part:expr),+) => { $file.line(&[$($crate::check::file::Part::from($part)),+]) };
}
pub(super) use line;

pub(super) struct File<'a> {
    pub(super) procedure: &'a Procedure,
    pub(super) root: &'a DeTable<'a>,
    pub(super) lines: &'a Lines,
    pub(super) calendars: &'a [&'a str],
}

/// A rule of any table, for questions that concern them all.
pub(super) struct AnyRule<'a> {
    pub(super) section: &'static str,
    pub(super) index: usize,
    pub(super) id: Option<&'a str>,
    pub(super) rule: &'a dyn Ruled,
}

impl<'a> File<'a> {
    pub(super) fn line(&self, path: &[Part<'_>]) -> usize {
        let mut line = 1;
        let mut table = Some(self.root);
        let mut value: Option<&Spanned<DeValue<'_>>> = None;
        for part in path {
            let next = match part {
                Part::Key(key) => table
                    .and_then(|t| t.get_key_value(*key))
                    .map(|(k, v)| (k.span().start, v)),
                Part::At(at) => {
                    let list = value.and_then(|v| v.get_ref().as_array());
                    list.and_then(|l| l.get(*at)).map(|v| (v.span().start, v))
                }
            };
            let Some((start, found)) = next else { break };
            line = self.lines.at(start);
            value = Some(found);
            table = found.get_ref().as_table();
        }
        line
    }

    /// Every table that must say why it stands.
    pub(super) fn rules(&self) -> Vec<AnyRule<'a>> {
        let p = self.procedure;
        let mut all = Vec::new();
        macro_rules! each {
            ($($section:literal $list:ident),+) => { $(
                all.extend(p.$list.iter().enumerate().map(|(index, rule)| {
                    AnyRule { section: $section, index, id: Some(&rule.id), rule: rule as &dyn Ruled }
                }));
            )+ };
        }
        each!(
            "role" roles, "channel" channels, "category" categories, "ground" grounds, "guidance" guidance,
            "way" ways, "step" steps, "clock" clocks, "rung" rungs, "norm" norms, "outcome" outcomes,
            "priority" priorities, "measure" measures, "mark" marks, "gate" gates, "question" questions,
            "record" records, "body" bodies, "document" documents, "round" rounds
        );
        macro_rules! nameless {
            ($($section:literal $list:ident),+) => { $(
                all.extend(p.$list.iter().enumerate().map(|(index, rule)| {
                    AnyRule { section: $section, index, id: None, rule: rule as &dyn Ruled }
                }));
            )+ };
        }
        nameless!("act" acts, "personal" personal, "demand" demands);
        all
    }

    /// Every clause that is cited, with the line where it is.
    pub(super) fn citations(&self) -> Vec<(usize, &'a ClauseId)> {
        let p = self.procedure;
        let mut all = Vec::new();
        for any in self.rules() {
            if let Some(clause) = any.rule.clause() {
                all.push((line!(self, any.section, any.index, "clause"), clause));
            }
        }
        for (i, act) in p.acts.iter().enumerate() {
            for (j, need) in act.needs.iter().enumerate() {
                all.extend(
                    need.clause
                        .iter()
                        .map(|c| (line!(self, "act", i, "needs", j, "clause"), c)),
                );
            }
            for (j, only) in act.only_if.iter().enumerate() {
                all.extend(
                    only.clause
                        .iter()
                        .map(|c| (line!(self, "act", i, "only_if", j, "clause"), c)),
                );
            }
        }
        for (i, demand) in p.demands.iter().enumerate() {
            for (j, need) in demand.needs.iter().enumerate() {
                let line = || line!(self, "demand", i, "needs", j, "clause");
                all.extend(need.clause.iter().map(|c| (line(), c)));
            }
        }
        for (i, clock) in p.clocks.iter().enumerate() {
            for (j, other) in clock.limits.iter().enumerate() {
                let line = || line!(self, "clock", i, "limits", j, "clause");
                all.extend(other.clause.iter().map(|c| (line(), c)));
            }
            let extension = clock.extension.iter();
            all.extend(extension.map(|e| (line!(self, "clock", i, "extension", "clause"), &e.clause)));
        }
        let repeat = p.head.repeat_clause.iter();
        all.extend(repeat.map(|c| (line!(self, "procedure", "repeat_clause"), c)));
        all
    }
}
