//! The volume of a case: what is filed of it, with an index. Put together anew whenever it is asked for, from what the
//! reader may see.

mod documents;
mod evidence;
mod record;

use crate::view::CaseView;
use crate::{Office, Problem};
use calendar::{Instant, Lang};
use case::access::Wish;
use case::{Actor, CaseNumber};
use procedure::Words;
use report::{Block, Paper, Table};

/// One section: its heading, how many pieces it holds, and what it says.
struct Section {
    heading: String,
    pieces: usize,
    blocks: Vec<Block>,
}

/// What sections are made from.
struct Maker<'a> {
    lang: Lang,
    view: &'a CaseView,
}

impl Office {
    /// The volume of a case for a member of staff who may see it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none or the person may not see it.
    pub async fn volume(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        lang: Lang,
    ) -> Result<Paper, Problem> {
        if matches!(who, Actor::Citizen(_)) {
            return Err(Problem::NotFound);
        }
        let mut view = self.case(j, who, number).await?;
        view.call_units(&self.unit_names(j, lang).await?);
        let composed = self.composed(j, who, number, view.instructions, lang).await?;
        let maker = Maker { lang, view: &view };
        let sections = [
            maker.original(),
            maker.handling(),
            maker.transfers(),
            maker.evidence(),
            maker.instructions(),
            maker.papers(&composed),
            maker.course(),
        ];
        let mut blocks = vec![maker.index(&sections)];
        for (section, no) in sections.into_iter().zip(1..) {
            if section.blocks.is_empty() {
                continue;
            }
            blocks.push(Block::Heading(numbered(lang, no, &section.heading)));
            blocks.extend(section.blocks);
        }
        Ok(Paper {
            lang,
            issuer: self
                .issuing_office(j, &view.adopted.procedure)
                .await?
                .get(lang)
                .to_owned(),
            title: maker.args("paper-volume", &[("number", number.to_string())]),
            number: None,
            to: Vec::new(),
            blocks,
            signed: None,
            notes: vec![
                maker.args("paper-volume-made", &[("at", maker.at(view.now))]),
                maker.args(
                    "paper-volume-rules",
                    &[
                        ("rules", maker.name(&view.adopted.procedure.head.title)),
                        ("version", view.adopted.procedure.head.version.clone()),
                    ],
                ),
            ],
        })
    }
}

impl Office {
    /// The documents of a case that somebody may read, in their order.
    async fn composed(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        instructions: bool,
        lang: Lang,
    ) -> Result<Vec<Paper>, Problem> {
        let loaded = self.load(j, who, Wish::SeeCase, number).await?;
        let mut all = Vec::new();
        for found in self.papers_found(j, who, &loaded).await? {
            all.push(self.compose(j, &loaded, &found, instructions, lang).await?);
        }
        Ok(all)
    }
}

impl Maker<'_> {
    fn say(&self, key: &str) -> String {
        words::say(self.lang, key, &[])
    }

    fn args(&self, key: &str, args: &[(&str, String)]) -> String {
        words::say(self.lang, key, args)
    }

    fn name(&self, words: &Words) -> String {
        words.get(self.lang).to_owned()
    }

    fn at(&self, at: Instant) -> String {
        self.view.adopted.calendar.show(at, self.lang)
    }

    /// What was written, or that it is destroyed.
    fn written(&self, text: Option<&String>) -> String {
        text.cloned().unwrap_or_else(|| self.say("shell-destroyed"))
    }

    fn index(&self, sections: &[Section]) -> Block {
        let row = |(section, no): (&Section, usize)| {
            vec![
                no.to_string(),
                section.heading.clone(),
                section.pieces.to_string(),
            ]
        };
        Block::Table(Table {
            head: vec![
                self.say("paper-no"),
                self.say("paper-content"),
                self.say("paper-pieces"),
            ],
            rows: sections.iter().zip(1..).map(row).collect(),
        })
    }

    /// The message as it was given.
    fn original(&self) -> Section {
        let (view, case) = (self.view, &self.view.case);
        let rules = &view.adopted.procedure;
        let mut pairs = vec![(self.say("paper-title"), self.written(view.title.as_ref()))];
        let mut push =
            |key: &str, value: Option<String>| pairs.extend(value.map(|value| (self.say(key), value)));
        push(
            "paper-channel",
            rules.channel(&case.channel).map(|c| self.name(&c.name)),
        );
        push("paper-external", case.external.clone());
        push("paper-received", case.received.map(|at| self.at(at)));
        push("paper-place", view.place.clone());
        push(
            "paper-citizen",
            view.citizen.as_ref().map(|c| format!("{} {}", c.name, c.phone)),
        );
        Section {
            heading: self.say("paper-original"),
            pieces: 1,
            blocks: vec![Block::Pairs(pairs), Block::Text(self.written(view.text.as_ref()))],
        }
    }

    /// What each unit found and did, and what the citizen was told.
    fn handling(&self) -> Section {
        let view = self.view;
        let mut blocks = Vec::new();
        for line in &view.orders {
            let order = &line.order;
            let part = self.say(if order.lead { "paper-lead" } else { "paper-assist" });
            blocks.push(Block::Subheading(format!(
                "{}. {} {part}",
                order.no, order.unit.name
            )));
            let mut pairs = Vec::new();
            let moments = [
                ("paper-dispatched", Some(order.dispatched)),
                ("paper-signed-for", order.signed),
                ("paper-reported", order.reported),
                ("paper-passed", order.passed),
            ];
            for (key, at) in moments {
                pairs.extend(at.map(|at| (self.say(key), self.at(at))));
            }
            blocks.push(Block::Pairs(pairs));
            if order.result.is_some() {
                blocks.push(Block::Text(self.written(line.result.as_ref())));
            }
        }
        let mut pieces = view.orders.len();
        if view.case.reply.is_some() {
            blocks.push(Block::Subheading(self.say("paper-reply")));
            blocks.push(Block::Text(self.written(view.reply.as_ref())));
            pieces += 1;
        }
        Section {
            heading: self.say("paper-handling"),
            pieces,
            blocks,
        }
    }
}

/// A heading with its number: 一、 or 1.
pub(crate) fn numbered(lang: Lang, no: usize, text: &str) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: usize| DIGITS.get(n).copied().unwrap_or_default();
    match lang {
        Lang::En => format!("{no}. {text}"),
        Lang::Zh if no < 10 => format!("{}、{text}", digit(no)),
        Lang::Zh if no < 20 => format!("十{}、{text}", digit(no - 10)),
        Lang::Zh => format!("{}十{}、{text}", digit(no / 10), digit(no % 10)),
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;
    use calendar::Lang;

    #[test]
    fn headings_are_numbered_as_official_documents_do() {
        let of = |no| numbered(Lang::Zh, no, "x");
        assert_eq!(
            [of(1), of(10), of(11), of(20), of(21)],
            ["一、x", "十、x", "十一、x", "二十、x", "二十一、x"]
        );
        assert_eq!(numbered(Lang::En, 3, "Evidence"), "3. Evidence");
    }
}
