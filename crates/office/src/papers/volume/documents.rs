//! The documents of a case with what stands in them, one after another.

use super::super::PaperLine;
use super::{Maker, Section};
use calendar::Instant;
use report::{Block, Paper, Table};

impl Maker<'_> {
    /// The documents that the reader may read: a list with whom each went to, then each as it was issued.
    pub(super) fn papers(&self, composed: &[Paper]) -> Section {
        let papers = &self.view.papers;
        let heads = [
            "paper-number",
            "paper-what",
            "paper-issuer",
            "paper-when",
            "paper-delivered",
        ];
        let table = Table {
            head: heads.iter().map(|key| self.say(key)).collect(),
            rows: papers.iter().map(|line| self.listed(line)).collect(),
        };
        let mut blocks = Vec::new();
        if !papers.is_empty() {
            blocks.push(Block::Table(table));
        }
        blocks.extend(composed.iter().flat_map(|paper| self.whole(paper)));
        Section {
            heading: self.say("paper-papers"),
            pieces: papers.len(),
            blocks,
        }
    }

    fn listed(&self, line: &PaperLine) -> Vec<String> {
        let delivered = |(to, at): &(String, Option<Instant>)| match at {
            Some(at) => format!("{} {}", self.addressee(to), self.at(*at)),
            None => self.args("paper-to-deliver", &[("to", self.addressee(to))]),
        };
        vec![
            line.number.to_string(),
            self.name(&line.name),
            self.name(&line.issuer),
            self.at(line.issued),
            line.to.iter().map(delivered).collect::<Vec<_>>().join("\n"),
        ]
    }

    fn addressee(&self, to: &str) -> String {
        match to {
            "citizen" => self.say("shell-by-citizen"),
            "unit" => self.say("paper-unit"),
            body => {
                let bodies = &self.view.adopted.procedure.bodies;
                let found = bodies.iter().find(|one| one.id == body);
                found.map_or_else(|| body.to_owned(), |one| self.name(&one.name))
            }
        }
    }

    /// A document within the volume: its headings stand below that of the section.
    fn whole(&self, paper: &Paper) -> Vec<Block> {
        let number = paper.number.as_ref().map(ToString::to_string);
        let title: Vec<String> = number.into_iter().chain([paper.title.clone()]).collect();
        let mut blocks = vec![Block::Subheading(title.join(" "))];
        let to: Vec<&str> = paper
            .to
            .iter()
            .map(String::as_str)
            .filter(|to| !to.is_empty())
            .collect();
        if !to.is_empty() {
            let names = words::list(self.lang, to);
            blocks.push(Block::Text(self.args("paper-volume-to", &[("names", names)])));
        }
        blocks.extend(paper.blocks.iter().map(|block| match block {
            Block::Heading(text) => Block::Subheading(text.clone()),
            other => other.clone(),
        }));
        if let Some(signed) = &paper.signed {
            let day = report::day(signed.on, self.lang);
            blocks.push(Block::Text(format!("{} {day}", signed.by)));
        }
        blocks
    }
}
