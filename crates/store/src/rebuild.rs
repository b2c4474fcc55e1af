//! Makes the read models again from the log: into shadow tables while work goes on, swapped in by one transaction.

use crate::columns::Columns;
use crate::load::fold;
use crate::log::stored_event;
use crate::macros::Engine;
use crate::put_case::{CaseRows, PutCase, Tables};
use crate::put_change::PutChange;
use crate::retention::Retention;
use crate::rules::AllRules;
use crate::sql::query;
use crate::{CaseChange, RowChange, Store, StoreError, StoredEvent};
use std::sync::Arc;

/// The row changes of one event of a stream that is not a case's; the jurisdiction stands in front.
pub type Fold = fn(&str, &StoredEvent) -> Result<Vec<RowChange>, StoreError>;

/// What was made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rebuilt {
    /// Cases.
    pub cases: u64,
    /// Events of other streams.
    pub others: u64,
}

/// Streams folded at a time.
pub(crate) const PAGE: usize = 200;

/// Events of other streams folded at a time.
const OTHERS: i64 = 1000;

/// Tables that are folds of case streams.
const CASE_TABLES: [(&str, &str); 4] = [
    ("case_row", "jurisdiction, number"),
    ("order_row", "jurisdiction, number, order_no"),
    ("clock_row", "jurisdiction, number, position"),
    ("public_facet", "jurisdiction, number, facet"),
];

/// Tables that are folds of other streams and can be dropped. Adopted rules and jurisdictions never change and
/// stay.
const OTHER_TABLES: [&str; 15] = [
    "unit_row",
    "person_row",
    "post_row",
    "roster_row",
    "peer_row",
    "exchange_row",
    "paper_row",
    "round_row",
    "catalogue_row",
    "knowledge_row",
    "knowledge_word",
    "source_row",
    "item_row",
    "credential_row",
    "access_row",
];

/// Case streams lie between these.
pub(crate) const FIRST: &str = "case/";
const BEHIND: &str = "case0";

impl Store {
    /// Makes all read models of a jurisdiction again from its log, streams of cases by the adopted rules that their
    /// events name, all others by `other`. Commits go on meanwhile. Only one process may do this at a time: hold a
    /// lease.
    pub async fn rebuild(&self, jurisdiction: &str, other: Fold) -> Result<Rebuilt, StoreError> {
        let rules = Arc::new(AllRules::load(self, jurisdiction).await?);
        self.make_shadows().await?;
        let mut after = FIRST.to_owned();
        loop {
            let streams = self.case_streams(jurisdiction, &after, PAGE).await?;
            let Some(last) = streams.last() else { break };
            after.clone_from(last);
            self.fold_into_shadows(jurisdiction.to_owned(), streams, rules.clone())
                .await?;
        }
        let rebuilt = self.swap_shadows(jurisdiction.to_owned(), rules, other).await?;
        tracing::info!(
            cases = rebuilt.cases,
            others = rebuilt.others,
            "read models made again"
        );
        Ok(rebuilt)
    }
}

operation! {
    /// Empty shadow tables, whatever an earlier rebuild left behind.
    write pub(crate) fn make_shadows(c) -> () {
        for (table, key) in CASE_TABLES {
            for text in [
                format!("DROP TABLE IF EXISTS shadow_{table}"),
                format!("CREATE TABLE shadow_{table} AS SELECT * FROM {table} WHERE 1 = 0"),
                format!("CREATE UNIQUE INDEX shadow_{table}_key ON shadow_{table} ({key})"),
            ] {
                query(text).execute(&mut *c).await?;
            }
        }
        Ok(())
    }
}

operation! {
    /// Names of case streams, from behind `after`.
    scan pub(crate) fn case_streams(c, jurisdiction: &str, after: &str, limit: usize) -> Vec<String> {
        let rows = query(
            "SELECT stream FROM event WHERE jurisdiction = $1 AND stream > $2 AND stream < $3 AND seq = 1
             ORDER BY stream LIMIT $4",
        )
        .bind(jurisdiction)
        .bind(after)
        .bind(BEHIND)
        .bind(crate::columns::stored(limit as u64))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(|row| row.text("stream")).collect()
    }
}

operation! {
    /// Folds some streams into the shadow tables.
    write pub(crate) fn fold_into_shadows(
        c,
        jurisdiction: String,
        streams: Vec<String>,
        rules: Arc<AllRules>,
    ) -> () {
        c.fold_streams(Tables::Shadow, &jurisdiction, &streams, &rules).await
    }
}

statements! {
    /// Folding within a transaction.
    trait Refold {
        fn fold_streams(
            c,
            tables: Tables,
            jurisdiction: &str,
            streams: &[String],
            rules: &AllRules,
        ) -> Result<(), StoreError> {
            let mut changes = vec![];
            for stream in streams {
                let events = c.events_of(jurisdiction, stream).await?;
                let (Some(loaded), Some(last)) = (fold(&events)?, events.last()) else { continue };
                let number = stream.trim_start_matches(FIRST).into();
                if let Some(after) = case::rows::rows(&rules.of(last)?, &loaded.case, &number) {
                    changes.push(CaseChange { before: None, after });
                }
            }
            let mut rows = CaseRows::default();
            changes.iter().for_each(|change| rows.add(jurisdiction, change));
            c.put_cases(tables, &rows).await
        }

        fn events_of(c, jurisdiction: &str, stream: &str) -> Result<Vec<StoredEvent>, StoreError> {
            let rows = query("SELECT * FROM event WHERE jurisdiction = $1 AND stream = $2 ORDER BY seq")
                .bind(jurisdiction)
                .bind(stream)
                .fetch_all(&mut *c)
                .await?;
            rows.iter().map(stored_event).collect()
        }

        /// Case streams that are longer than what was folded: they grew meanwhile.
        fn grown(c, jurisdiction: &str) -> Result<Vec<String>, StoreError> {
            let rows = query(
                "SELECT e.stream FROM (
                     SELECT stream, MAX(seq) AS seq FROM event
                     WHERE jurisdiction = $1 AND stream > $2 AND stream < $3 GROUP BY stream) e
                 LEFT JOIN shadow_case_row s ON s.jurisdiction = $1 AND s.number = SUBSTR(e.stream, 6)
                 WHERE s.seq IS NULL OR s.seq <> e.seq",
            )
            .bind(jurisdiction)
            .bind(FIRST)
            .bind(BEHIND)
            .fetch_all(&mut *c)
            .await?;
            rows.iter().map(|row| row.text("stream")).collect()
        }

        /// Events of all streams that are not a case's, stream by stream, from behind one.
        fn other_events(c, jurisdiction: &str, after: &(String, u64)) -> Result<Vec<StoredEvent>, StoreError> {
            let rows = query(
                "SELECT * FROM event WHERE jurisdiction = $1 AND (stream < $2 OR stream >= $3)
                     AND (stream, seq) > ($4, $5) ORDER BY stream, seq LIMIT $6",
            )
            .bind(jurisdiction)
            .bind(FIRST)
            .bind(BEHIND)
            .bind(&after.0)
            .bind(crate::columns::stored(after.1))
            .bind(OTHERS)
            .fetch_all(&mut *c)
            .await?;
            rows.iter().map(stored_event).collect()
        }
    }
}

operation! {
    /// Catches up with what was committed meanwhile, and puts the shadow tables in the place of the rows.
    write pub(crate) fn swap_shadows(c, jurisdiction: String, rules: Arc<AllRules>, other: Fold) -> Rebuilt {
        if let Some(hold) = c.hold_events() {
            query(hold).execute(&mut *c).await?;
        }
        let grown = c.grown(&jurisdiction).await?;
        // under what such a case stood before nothing says any more: it is found anew
        for stream in &grown {
            query("DELETE FROM shadow_public_facet WHERE jurisdiction = $1 AND number = $2")
                .bind(&jurisdiction)
                .bind(stream.trim_start_matches(FIRST))
                .execute(&mut *c)
                .await?;
        }
        c.fold_streams(Tables::Shadow, &jurisdiction, &grown, &rules).await?;
        let mut cases = 0;
        for (table, _) in CASE_TABLES {
            let clear = format!("DELETE FROM {table} WHERE jurisdiction = $1");
            query(clear).bind(&jurisdiction).execute(&mut *c).await?;
            let fill = format!("INSERT INTO {table} SELECT * FROM shadow_{table}");
            let rows = query(fill).execute(&mut *c).await?;
            cases = if table == "case_row" { rows } else { cases };
            query(format!("DROP TABLE shadow_{table}")).execute(&mut *c).await?;
        }
        c.note_all_destroyed(&jurisdiction).await?;
        for table in OTHER_TABLES {
            let clear = format!("DELETE FROM {table} WHERE jurisdiction = $1");
            query(clear).bind(&jurisdiction).execute(&mut *c).await?;
        }
        let (mut others, mut after) = (0, (String::new(), 0));
        loop {
            let events = c.other_events(&jurisdiction, &after).await?;
            let Some(last) = events.last() else { break };
            after = (last.stream.clone(), last.seq);
            others += events.len() as u64;
            for event in &events {
                for change in other(&jurisdiction, event)? {
                    c.put_change(&jurisdiction, &change).await?;
                }
            }
        }
        Ok(Rebuilt { cases, others })
    }
}
