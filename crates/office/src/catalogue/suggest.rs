//! What the catalogue says to a case that is about to be dispatched.

use crate::keys::NamedKey;
use crate::view::CaseView;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::{Subject, Wish, may};
use case::act::Catalogued;
use case::catalogue::{Entry, Sought, fitting};
use case::{Actor, Case};
use jiff::civil::Date;

/// The entry that fits best, with what it has in common with the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The entry.
    pub entry: Entry,
    /// The category or mark.
    pub topic: Option<String>,
    /// The word in the title.
    pub word: Option<String>,
    /// The division.
    pub division: Option<String>,
}

/// What is known of a message while somebody takes it in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typing<'a> {
    /// What was said so far, title and text.
    pub said: &'a str,
    /// Category id.
    pub category: Option<&'a str>,
    /// Mark ids.
    pub marks: &'a [String],
    /// Code of the administrative division.
    pub division: Option<&'a str>,
    /// Units that it accuses.
    pub accused: &'a [String],
    /// Logins of people whom it accuses.
    pub accused_people: &'a [String],
    /// Whom it accuses, in the caller's words.
    pub accused_named: Option<&'a str>,
}

impl Office {
    /// What the catalogue suggests while a call is taken, by what was typed so far: nothing, where whoever is accused is
    /// not known.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people who take no calls.
    pub async fn suggestion_while_typing(
        &self,
        j: &str,
        who: &Actor,
        typing: &Typing<'_>,
    ) -> Result<Option<Suggestion>, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        if !may(&adopted.procedure, who, Wish::TakeCalls, &Subject::default()) {
            return Err(Problem::Forbidden);
        }
        let day = Self::day(&adopted.calendar, self.now());
        let found = self
            .accused_of(j, typing.accused, typing.accused_people, day)
            .await;
        let (mut accused, mut accused_people) = match found {
            Err(Problem::Invalid(_)) => return Ok(None),
            found => found?,
        };
        if let Some(words) = typing.accused_named {
            self.accused_in_words(j, &[words], day, &mut accused, &mut accused_people)
                .await?;
        }
        let case = Case {
            category: typing.category.map(str::to_owned),
            marks: typing.marks.to_vec(),
            division: typing.division.map(str::to_owned),
            accused,
            accused_people,
            ..Case::default()
        };
        self.best(j, &case, typing.said, day).await
    }

    /// What the catalogue suggests for a case that somebody looks at.
    ///
    /// # Errors
    /// The store's.
    pub async fn suggestion(&self, j: &str, view: &CaseView) -> Result<Option<Suggestion>, Problem> {
        let day = Self::day(&view.adopted.calendar, view.now);
        let title = view.title.as_deref().unwrap_or_default();
        self.best(j, &view.case, title, day).await
    }

    /// The entry that a dispatch carries.
    pub(crate) async fn catalogued(
        &self,
        j: &str,
        case: &Case,
        key: &NamedKey,
        now: Instant,
    ) -> Result<Option<Catalogued>, Problem> {
        let title = case.title.as_ref();
        let title = title.and_then(|title| key.open("title", title).ok());
        let day = crate::directory::day_of(now);
        let best = self
            .best(j, case, title.as_deref().unwrap_or_default(), day)
            .await?;
        let Some(Suggestion { entry, .. }) = best else {
            return Ok(None);
        };
        let unit = self.store().unit(j, &entry.lead, day).await?;
        Ok(unit.map(|unit| Catalogued {
            entry: entry.id,
            unit: unit.id,
            kind: unit.kind,
            member: entry.member,
        }))
    }

    /// The most specific entry that fits, whose lead there is today and is not accused.
    async fn best(
        &self,
        j: &str,
        case: &Case,
        title: &str,
        day: Date,
    ) -> Result<Option<Suggestion>, Problem> {
        let entries = self.store().catalogue(j).await?;
        if entries.is_empty() {
            return Ok(None);
        }
        let sought = Sought {
            category: case.category.as_deref(),
            marks: &case.marks,
            title,
            division: case.division.as_deref(),
            day,
        };
        let accused = case.accused.iter().map(|unit| unit.id.clone()).collect();
        let accused = self.with_under(j, accused).await?;
        for fit in fitting(&entries, &sought) {
            let lead = &fit.entry.lead;
            // an entry that names an accused unit in any part is no suggestion
            let named = std::iter::once(lead).chain(&fit.entry.assisting);
            if named.into_iter().any(|unit| accused.contains(unit)) {
                continue;
            }
            if self.store().unit(j, lead, day).await?.is_none() {
                continue;
            }
            let own = |text: Option<&str>| text.map(str::to_owned);
            return Ok(Some(Suggestion {
                topic: own(fit.topic),
                word: own(fit.word),
                division: own(fit.division),
                entry: fit.entry.clone(),
            }));
        }
        Ok(None)
    }
}
