//! What was done in the course of a case, as tables: transfers and replies, instructions, everything.

use super::{Maker, Section};
use crate::view::TimelineEntry;
use case::{Act, By};
use procedure::{Basis, Do};
use report::{Block, Table};

/// What goes to and fro between office, units and citizen.
const TRANSFERS: [Do; 12] = [
    Do::PassUp,
    Do::Answer,
    Do::Dispatch,
    Do::TakeBack,
    Do::SignFor,
    Do::AskExtension,
    Do::RuleExtension,
    Do::AskSendBack,
    Do::RuleSendBack,
    Do::Report,
    Do::Review,
    Do::Reply,
];

impl Maker<'_> {
    /// Transfers and replies.
    pub(super) fn transfers(&self) -> Section {
        let entries = self.entries(|entry| entry.word.is_some_and(|word| TRANSFERS.contains(&word)));
        self.section("paper-transfers", &entries)
    }

    /// What leaders instructed, for those who may read it.
    pub(super) fn instructions(&self) -> Section {
        let entries = self.entries(|entry| entry.word == Some(Do::Instruct));
        self.section("paper-instructions", &entries)
    }

    /// Everything, in its order.
    pub(super) fn course(&self) -> Section {
        self.section("paper-course", &self.entries(|_| true))
    }

    fn entries(&self, wanted: impl Fn(&TimelineEntry) -> bool) -> Vec<&TimelineEntry> {
        self.view.timeline.iter().filter(|entry| wanted(entry)).collect()
    }

    fn section(&self, heading: &str, entries: &[&TimelineEntry]) -> Section {
        let heads = [
            "paper-when",
            "paper-what",
            "paper-who",
            "paper-basis",
            "paper-text",
        ];
        let table = Table {
            head: heads.iter().map(|key| self.say(key)).collect(),
            rows: entries.iter().map(|entry| self.row(entry)).collect(),
        };
        Section {
            heading: self.say(heading),
            pieces: entries.len(),
            blocks: if entries.is_empty() {
                Vec::new()
            } else {
                vec![Block::Table(table)]
            },
        }
    }

    fn row(&self, entry: &TimelineEntry) -> Vec<String> {
        let what = match entry.word {
            Some(word) => {
                let name = self.say(&format!("act-{}", procedure::vocabulary::word(word)));
                words::begun(&name)
            }
            None => match &entry.act {
                Act::Lapse { .. } => self.say("paper-lapse"),
                Act::Rung { .. } => self.say("paper-rung"),
                _ => self.say("paper-past"),
            },
        };
        let unit = entry
            .order
            .and_then(|no| self.view.case.order(no))
            .map(|order| order.unit.name.clone());
        let what: Vec<String> = std::iter::once(what).chain(unit).collect();
        // the message itself stands in a section of its own
        let said = if matches!(entry.act, Act::Receive { .. } | Act::RecordHistory { .. }) {
            String::new()
        } else {
            let texts = entry.texts.iter().map(|(_, text)| self.written(text.as_ref()));
            texts.collect::<Vec<_>>().join("\n")
        };
        let basis = match &entry.basis {
            Basis::Clause(clause) => clause.to_string(),
            Basis::House => self.say("paper-house"),
            Basis::Product(_) => self.say("paper-product"),
        };
        vec![self.at(entry.at), what.join("\n"), self.who(entry), basis, said]
    }

    fn who(&self, entry: &TimelineEntry) -> String {
        match &entry.by {
            By::Citizen => self.say("shell-by-citizen"),
            By::System => self.say("shell-by-system"),
            By::Staff { role, .. } => {
                let role = self
                    .view
                    .adopted
                    .procedure
                    .role(role)
                    .map(|role| self.name(&role.name));
                role.into_iter()
                    .chain(entry.name.clone())
                    .collect::<Vec<_>>()
                    .join(" ")
            }
        }
    }
}
