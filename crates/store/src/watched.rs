//! What supervisors and leaders watch among open cases: what is too late, what repeats, what is urged or supervised, what
//! a leader instructed. What accuses somebody is not among it: that is looked after in a queue of its own.

use crate::columns::Columns;
use crate::places::Places;
use crate::put_case::NEVER;
use crate::queues::QueueAfter;
use crate::rows::case_row;
use crate::sql::query;
use calendar::Instant;
use case::UnitId;
use case::rows::CaseRow;

/// Why a case is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// A duty is too late at this instant.
    Overdue(Instant),
    /// Confirmed as repeat of an earlier one.
    Repeat,
    /// Urged or supervised.
    Pressed,
    /// Under an instruction of a leader.
    Instructed,
}

/// Which of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WatchedFor {
    /// Only cases with an open work order of this unit.
    pub unit: Option<UnitId>,
    /// Only cases that were put before one of these roles; all where there are none.
    pub submitted: Vec<String>,
}

/// The condition on `case_row`; both begin with one of its partial indexes.
fn condition(watched: Watched, of: &WatchedFor, places: &mut Places) -> String {
    let mut text = "jurisdiction = $1 AND live = 1 AND accused = 0".to_owned();
    text += match watched {
        Watched::Overdue(_) => " AND due_order <= $2",
        Watched::Repeat => " AND watched = 1 AND due_order <= $2 AND repeat_of IS NOT NULL",
        Watched::Pressed => " AND watched = 1 AND due_order <= $2 AND (supervised = 1 OR urged IS NOT NULL)",
        Watched::Instructed => " AND watched = 1 AND due_order <= $2 AND instructed IS NOT NULL",
    };
    if of.unit.is_some() {
        text += &format!(
            " AND number IN (SELECT number FROM order_row WHERE jurisdiction = $1 AND ended = 0 AND unit = {})",
            places.next()
        );
    }
    if !of.submitted.is_empty() {
        let any: Vec<String> = of
            .submitted
            .iter()
            .map(|_| format!("submitted LIKE {}", places.next()))
            .collect();
        text += &format!(" AND ({})", any.join(" OR "));
    }
    text
}

/// What `$2` is.
fn until(watched: Watched) -> i64 {
    match watched {
        Watched::Overdue(now) => now.ms(),
        _ => NEVER,
    }
}

/// What the condition asks for, in the order of its places.
fn wanted(of: &WatchedFor) -> Vec<String> {
    let unit = of.unit.iter().map(|unit| unit.as_str().to_owned());
    unit.chain(of.submitted.iter().map(|role| format!("% {role} %")))
        .collect()
}

operation! {
    /// What is watched, what is due first first.
    scan fn watched(
        c,
        jurisdiction: &str,
        watched: Watched,
        of: &WatchedFor,
        after: Option<&QueueAfter>,
        limit: u32,
    ) -> Vec<CaseRow> {
        let mut places = Places::after(3);
        let mut text = format!("SELECT * FROM case_row WHERE {}", condition(watched, of, &mut places));
        if after.is_some() {
            text += &format!(" AND (due_order, number) > {}", places.list(2));
        }
        text += " ORDER BY due_order, number LIMIT $3";
        let mut query = query(text).bind(jurisdiction).bind(until(watched)).bind(i64::from(limit));
        for wanted in wanted(of) {
            query = query.bind(wanted);
        }
        if let Some(after) = after {
            query = query.bind(after.due.map_or(NEVER, Instant::ms)).bind(after.number.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}

operation! {
    /// How many are watched.
    scan fn watched_count(c, jurisdiction: &str, watched: Watched, of: &WatchedFor) -> u64 {
        let mut places = Places::after(2);
        let text = format!("SELECT COUNT(*) AS cases FROM case_row WHERE {}", condition(watched, of, &mut places));
        let mut query = query(text).bind(jurisdiction).bind(until(watched));
        for wanted in wanted(of) {
            query = query.bind(wanted);
        }
        query.fetch_one(&mut *c).await?.count("cases")
    }
}
