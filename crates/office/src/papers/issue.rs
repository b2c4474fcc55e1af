//! Which documents an event issues, in whose name and in which series: they are numbered in the commit of the event.

use super::OFFICE;
use super::issued::{Issued, IssuedOf};
use crate::load::Loaded;
use crate::{Office, Problem};
use case::{Act, By, Effect, Event, OrderNo, UnitId};
use procedure::{Document, Noun, Words};
use store::Commit;

/// The documents of an event: the one that it writes, and those that come with it by themselves.
pub(crate) fn documents(event: &Event) -> impl Iterator<Item = (&str, Option<OrderNo>)> {
    let written = match &event.act {
        Act::Write(writing) => Some((writing.document.as_str(), event.order)),
        _ => None,
    };
    let by_itself = event.effects.iter().filter_map(|effect| match effect {
        Effect::Issue { document, order } => Some((document.as_str(), *order)),
        _ => None,
    });
    written.into_iter().chain(by_itself)
}

impl Office {
    /// Adds the documents of a case's new events to their commit.
    pub(crate) async fn number_papers(
        &self,
        j: &str,
        loaded: &Loaded,
        events: &[Event],
        commit: &mut Commit,
    ) -> Result<(), Problem> {
        for (event, seq) in events.iter().zip(loaded.case.seq + 1..) {
            for (document, order) in documents(event) {
                let Some(rule) = loaded.adopted.procedure.document(document) else {
                    continue;
                };
                let (body, issuer) = self.issuer(j, loaded, event, rule).await?;
                let issued = Issued {
                    document: rule.id.clone(),
                    of: Some(IssuedOf {
                        number: loaded.number.clone(),
                        seq,
                        order,
                    }),
                    body,
                    issuer,
                    series: rule.series.clone(),
                    year: Self::day(&loaded.adopted.calendar, event.at).year(),
                    by: match &event.by {
                        By::Staff { person, .. } => Some(person.clone()),
                        By::Citizen | By::System => None,
                    },
                    unit: unit_of(event).cloned(),
                    month: None,
                };
                commit.papers.push(issued.new_paper(event.at)?);
            }
        }
        Ok(())
    }

    /// The body in whose row a document is numbered, and its name.
    async fn issuer(
        &self,
        j: &str,
        loaded: &Loaded,
        event: &Event,
        rule: &Document,
    ) -> Result<(String, Words), Problem> {
        let office = self.issuing_office(j, &loaded.adopted.procedure).await?;
        let unit = match unit_of(event) {
            Some(id) => {
                let day = Self::day(&loaded.adopted.calendar, event.at);
                self.store().unit(j, id, day).await?
            }
            None => None,
        };
        if let Some(name) = &rule.issuer {
            let place = self.place_name(j).await?;
            let fill =
                |text: &str, place: &str, unit: &str| text.replace("{place}", place).replace("{unit}", unit);
            let (zh, en) = unit.map_or_else(Default::default, |unit| (unit.zh, unit.en));
            let issuer = Words {
                zh: fill(&name.zh, &place.zh, &zh),
                en: fill(&name.en, &place.en, &en),
            };
            return Ok((format!("name:{}", issuer.zh), issuer));
        }
        Ok(match unit {
            Some(unit) => {
                let (zh, en) = (unit.zh, unit.en);
                (format!("unit:{}", unit.id), Words { zh, en })
            }
            None => (OFFICE.to_owned(), office),
        })
    }

    /// The name of the place.
    pub(super) async fn place_name(&self, j: &str) -> Result<Words, Problem> {
        let found = self
            .store()
            .jurisdictions()
            .await?
            .into_iter()
            .find(|row| row.id == j);
        let (zh, en) = found.map_or_else(Default::default, |row| (row.zh, row.en));
        Ok(Words { zh, en })
    }

    /// The name of the office that issues documents of a jurisdiction.
    pub(super) async fn issuing_office(
        &self,
        j: &str,
        rules: &procedure::Procedure,
    ) -> Result<Words, Problem> {
        let place = self.place_name(j).await?;
        let noun = rules.wording.iter().find(|wording| wording.key == Noun::Office);
        let (zh, en) = match noun {
            Some(noun) => (noun.zh.clone(), noun.en.clone()),
            None => {
                let say = |lang| words::say(lang, "paper-office", &[]);
                (say(calendar::Lang::Zh), say(calendar::Lang::En))
            }
        };
        Ok(Words {
            zh: format!("{}{zh}", place.zh),
            en: format!("{} {en}", place.en),
        })
    }
}

/// The unit in whose name somebody acted.
pub(super) fn unit_of(event: &Event) -> Option<&UnitId> {
    match &event.by {
        By::Staff { unit, .. } => unit.as_ref(),
        By::Citizen | By::System => None,
    }
}
