//! The list of a month: its cases with handling and reply, as they stood when the list was filed. Titles are not among
//! what is filed: they are opened when the list is read, and are gone with the key of their case.

use super::issued::{Issued, OFFICE};
use crate::keys::case_key;
use crate::{Office, Problem};
use calendar::{Instant, Lang};
use case::access::Wish;
use case::{Actor, CaseNumber, CommandId};
use jiff::civil::Date;
use procedure::Procedure;
use report::{Block, Paper, Signature, Table};
use seal::KeyId;
use serde::{Deserialize, Serialize};
use store::{
    Answered, Append, Commit, CommitError, LedgerAfter, LedgerFilter, PAPERS, RowChange, paper_stream,
};

/// What is filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Filed {
    /// Such as `2026-03`.
    pub(crate) month: String,
    /// The cases, the oldest first.
    pub(crate) lines: Vec<MonthLine>,
}

/// A case as it stood when the list was filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthLine {
    /// Its number.
    pub number: CaseNumber,
    /// Its step.
    pub step: String,
    /// Its channel.
    pub channel: String,
    /// When it was received, UTC milliseconds.
    pub received: Instant,
    /// When it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replied: Option<Instant>,
    /// The earliest open due time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
}

/// Where a filed list stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledList {
    /// Its series.
    pub stream: String,
    /// Its number.
    pub no: u64,
}

/// A filed list as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledMonth {
    /// Its number.
    pub number: report::Number,
    /// Its series.
    pub stream: String,
    /// Its place in the series.
    pub no: u64,
    /// When it was filed, UTC milliseconds.
    pub filed: Instant,
    /// Such as `2026-03`.
    pub month: String,
}

/// How many filed lists are shown: ten years of months.
const SHOWN: u32 = 120;
/// Lines read from the ledger at a time.
const PAGE: u32 = 500;

impl Office {
    /// Files the list of a month under the next number of its series. The month must be over.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people who do not file it; [`Problem::Invalid`] where the rules know no such list, and
    /// for what is no month or is not over yet.
    pub async fn file_month(
        &self,
        j: &str,
        who: &Actor,
        id: &CommandId,
        list: &str,
        month: &str,
    ) -> Result<FiledList, Problem> {
        if let Some(first) = self.store().answered(j, id).await? {
            return Ok(serde_json::from_slice(&first)?);
        }
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        let Actor::Staff { person, posts } = who else {
            return Err(Problem::Forbidden);
        };
        self.may_list(j, who, Wish::ListAll).await?;
        let rule = adopted.procedure.monthly.iter().find(|rule| rule.id == list);
        let rule = rule.ok_or_else(|| Problem::field("list", "field-no-such-list"))?;
        if !posts.iter().any(|post| rule.by.contains(&post.role)) {
            return Err(Problem::Forbidden);
        }
        let wrong = || Problem::field("month", "field-not-a-month");
        let first: Date = format!("{}-01", month.trim()).parse().map_err(|_| wrong())?;
        let next = first.last_of_month().tomorrow().map_err(|_| wrong())?;
        let midnight = |day: Date| adopted.calendar.instant(day.at(0, 0, 0, 0)).map_err(|_| wrong());
        let (from, to) = (midnight(first)?, midnight(next)?);
        if to > now {
            return Err(Problem::field("month", "field-month-not-over"));
        }
        let lines = self.month_lines(j, from, to).await?;
        let year = Self::day(&adopted.calendar, now).year();
        let issued = Issued {
            document: rule.id.clone(),
            of: None,
            body: OFFICE.to_owned(),
            issuer: self.issuing_office(j, &adopted.procedure).await?,
            series: rule.series.clone(),
            year,
            by: Some(person.clone()),
            unit: None,
            month: Some(Filed {
                month: format!("{:04}-{:02}", first.year(), first.month()),
                lines,
            }),
        };
        let stream = paper_stream(OFFICE, &rule.series, year);
        loop {
            let last = self.store().last_seq(j, &stream).await?;
            let filed = FiledList {
                stream: stream.clone(),
                no: last + 1,
            };
            let mut commit = Commit::new(j, now);
            commit.procedure.clone_from(&adopted.procedure.hash);
            commit.calendar = adopted.calendar.hash().to_owned();
            commit.streams.push(Append {
                stream: stream.clone(),
                expected: last,
                events: vec![issued.event(now)?],
            });
            commit.changes.push(RowChange::Paper(issued.row(&filed, now)));
            commit.command = Some(Answered {
                id: id.clone(),
                answer: serde_json::to_vec(&filed)?,
            });
            match self.commit(commit).await {
                Ok(_) => return Ok(filed),
                Err(CommitError::Conflict { .. }) => {}
                Err(CommitError::Duplicate(first)) => return Ok(serde_json::from_slice(&first)?),
                Err(error) => return Err(error.into()),
            }
        }
    }

    async fn month_lines(&self, j: &str, from: Instant, to: Instant) -> Result<Vec<MonthLine>, Problem> {
        let filter = LedgerFilter {
            from: Some(from),
            to: Some(to),
            history: Some(false),
            ..LedgerFilter::default()
        };
        let mut after: Option<LedgerAfter> = None;
        let mut lines = Vec::new();
        loop {
            let rows = self.store().ledger(j, &filter, after.as_ref(), PAGE).await?;
            let last = rows.last().map(|row| LedgerAfter {
                received: row.received,
                number: row.number.clone(),
            });
            let full = rows.len() == PAGE as usize;
            // the list goes to many readers: accusations stand in none
            lines.extend(rows.into_iter().filter(|row| !row.accused).map(|row| MonthLine {
                number: row.number,
                step: row.step,
                channel: row.channel,
                received: row.received,
                replied: row.replied,
                due: row.due,
            }));
            if !full {
                break;
            }
            after = last;
        }
        lines.reverse();
        Ok(lines)
    }

    /// The lists that were filed, the newest first, for people of the office.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn filed_months(&self, j: &str, who: &Actor) -> Result<Vec<FiledMonth>, Problem> {
        self.may_list(j, who, Wish::ListAll).await?;
        let adopted = self.in_force(j, self.now()).await?;
        let mut found = Vec::new();
        for rule in &adopted.procedure.monthly {
            for row in self.store().papers(j, Some(&rule.id), None, SHOWN).await? {
                let stored = self.store().event(j, &row.stream, row.no).await?;
                let issued = Issued::read(&stored.ok_or(Problem::NotFound)?)?;
                found.push(FiledMonth {
                    number: issued.number(row.no),
                    stream: row.stream,
                    no: row.no,
                    filed: row.issued,
                    month: issued.month.map(|filed| filed.month).unwrap_or_default(),
                });
            }
        }
        found.sort_by_key(|list| std::cmp::Reverse(list.filed));
        Ok(found)
    }

    /// A filed list as a document, for people of the office.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others; [`Problem::NotFound`] where there is none.
    pub async fn filed_month(
        &self,
        j: &str,
        who: &Actor,
        (stream, no): (&str, u64),
        lang: Lang,
    ) -> Result<Paper, Problem> {
        self.may_list(j, who, Wish::ListAll).await?;
        let stored = self.store().event(j, stream, no).await?;
        let stored = stored
            .filter(|s| s.stream.starts_with(PAPERS))
            .ok_or(Problem::NotFound)?;
        let issued = Issued::read(&stored)?;
        let filed = issued.month.as_ref().ok_or(Problem::NotFound)?;
        let adopted = self.adopted(j, &stored.procedure, &stored.calendar).await?;
        let rule = adopted
            .procedure
            .monthly
            .iter()
            .find(|rule| rule.id == issued.document);
        let say = |key: &str| words::say(lang, key, &[]);
        let mut rows = Vec::with_capacity(filed.lines.len());
        let mut lines = Vec::with_capacity(filed.lines.len());
        for line in &filed.lines {
            // one that was found to accuse somebody after the list was filed
            let row = self.store().case_row(j, &line.number).await?;
            if !row.is_some_and(|row| row.accused) {
                lines.push(line);
            }
        }
        for (line, place) in lines.iter().zip(1..) {
            let title = self.title_of(j, &line.number).await?;
            rows.push(vec![
                place.to_string(),
                line.number.to_string(),
                title.unwrap_or_else(|| say("shell-destroyed")),
                adopted.calendar.show(line.received, lang),
                line.standing(&adopted.procedure, lang, stored.at),
                line.replied
                    .map_or_else(|| say("paper-month-open"), |at| adopted.calendar.show(at, lang)),
            ]);
        }
        let answered = lines.iter().filter(|line| line.replied.is_some()).count();
        let heads = [
            "paper-no",
            "paper-number",
            "paper-title",
            "paper-received",
            "paper-handling",
            "paper-replied",
        ];
        let counts = [
            ("all", lines.len().to_string()),
            ("answered", answered.to_string()),
        ];
        Ok(Paper {
            lang,
            issuer: issued.issuer.get(lang).to_owned(),
            title: rule.map_or_else(String::new, |rule| {
                rule.title
                    .get(lang)
                    .replace("{month}", &month_name(&filed.month, lang))
            }),
            number: Some(issued.number(no)),
            to: Vec::new(),
            blocks: vec![
                Block::Text(words::say(lang, "paper-month-counts", &counts)),
                Block::Table(Table {
                    head: heads.iter().map(|key| say(key)).collect(),
                    rows,
                }),
            ],
            signed: Some(Signature {
                by: issued.issuer.get(lang).to_owned(),
                on: Self::day(&adopted.calendar, stored.at),
                contact: None,
            }),
            notes: rule
                .map(|rule| super::basis_note(rule, lang))
                .into_iter()
                .collect(),
        })
    }

    async fn title_of(&self, j: &str, number: &CaseNumber) -> Result<Option<String>, Problem> {
        let Some(row) = self.store().case_row(j, number).await? else {
            return Ok(None);
        };
        let key = self.key(j, &KeyId::new(case_key(number.as_str()))).await?;
        Ok(key.and_then(|key| key.open("title", &row.title).ok()))
    }
}

impl MonthLine {
    /// The step, and whether something was overdue when the list was filed.
    fn standing(&self, procedure: &Procedure, lang: Lang, filed: Instant) -> String {
        let step = procedure
            .step(&self.step)
            .map_or(self.step.as_str(), |step| step.name.get(lang));
        if self.due.is_some_and(|due| due <= filed) {
            let late = words::say(lang, "paper-month-late", &[]);
            return format!("{step}\n{late}");
        }
        step.to_owned()
    }
}

/// `2026-03` as people write it.
fn month_name(month: &str, lang: Lang) -> String {
    match (month.split_once('-'), lang) {
        (Some((year, month)), Lang::Zh) => format!("{year}年{}月", month.trim_start_matches('0')),
        _ => month.to_owned(),
    }
}
