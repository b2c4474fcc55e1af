//! Rows of cases after an upgrade: columns and tables of a newer schema are filled from the log once, when the program
//! starts, and that is remembered.

use crate::columns::Columns;
use crate::macros::Engine;
use crate::put_case::Tables;
use crate::rebuild::{FIRST, PAGE, Refold};
use crate::rules::AllRules;
use crate::sql::query;
use crate::{Store, StoreError};
use std::sync::Arc;

/// The newest schema that holds more of a case than the one before it. Whoever lands such a migration sets its number here.
pub(crate) const FOLDED: i64 = 18;

/// In the table of marks: the schema of which the rows of all cases hold everything. A database that was made with a newer
/// one has no mark and needs none.
const MARK: &str = "cases-folded";

impl Store {
    /// Fills the rows of all cases after an upgrade from a schema that held less, unless that was done before: it costs one
    /// look then. Each page of cases is written while nobody appends to the log, so that another process may work, or do
    /// the same, at the same time; broken off, the next start does it from the beginning. Gives the number of cases.
    ///
    /// # Errors
    /// The database's; [`StoreError::Corrupt`] where the log cannot be folded.
    pub async fn fold_cases(&self) -> Result<u64, StoreError> {
        let Some(schema) = self.cases_folded().await?.filter(|schema| *schema < FOLDED) else {
            return Ok(0);
        };
        tracing::info!(
            schema,
            "rows of cases are filled from the log after the upgrade, once"
        );
        let mut cases = 0;
        for jurisdiction in self.jurisdictions().await? {
            let rules = Arc::new(AllRules::load(self, &jurisdiction.id).await?);
            let mut after = FIRST.to_owned();
            loop {
                let streams = self.case_streams(&jurisdiction.id, &after, PAGE).await?;
                let Some(last) = streams.last() else { break };
                after.clone_from(last);
                cases += streams.len() as u64;
                self.fold_into_rows(jurisdiction.id.clone(), streams, rules.clone())
                    .await?;
            }
        }
        self.remember_cases_folded().await?;
        tracing::info!(cases, "rows of cases filled");
        Ok(cases)
    }
}

statements! {
    /// What the migration leaves to be done.
    trait Unfolded {
        /// Notes from which schema a database with a log was brought up to date. An earlier note that still waits stays.
        fn note_unfolded(c, found: i64) -> Result<(), StoreError> {
            query(
                "INSERT INTO log_mark (name, position) SELECT $1, $2 WHERE EXISTS (SELECT 1 FROM event)
                 ON CONFLICT DO NOTHING",
            )
            .bind(MARK)
            .bind(found)
            .execute(&mut *c)
            .await?;
            Ok(())
        }
    }
}

operation! {
    read pub(crate) fn cases_folded(c) -> Option<i64> {
        let row = query("SELECT position FROM log_mark WHERE name = $1").bind(MARK).fetch_optional(&mut *c).await?;
        row.map(|row| row.number("position")).transpose()
    }
}

operation! {
    /// Folds some cases into the rows that are read.
    write pub(crate) fn fold_into_rows(
        c,
        jurisdiction: String,
        streams: Vec<String>,
        rules: Arc<AllRules>,
    ) -> () {
        // what somebody appended between the fold and its rows would be lost from them
        if let Some(hold) = c.hold_events() {
            query(hold).execute(&mut *c).await?;
        }
        c.fold_streams(Tables::Live, &jurisdiction, &streams, &rules).await
    }
}

operation! {
    write pub(crate) fn remember_cases_folded(c) -> () {
        query(
            "INSERT INTO log_mark (name, position) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET position = excluded.position",
        )
        .bind(MARK)
        .bind(FOLDED)
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}
