//! Writes the rows of the knowledge base.

use super::{KnowledgeChange, KnowledgeMoved, KnowledgeRow, of_unit};
use crate::StoreError;
use crate::columns::{json, stored};
use crate::sql::{Query, query};
use case::knowledge::{Standing, plain};

/// The statements of one change. The same change twice leaves the same rows.
pub(crate) fn put<'q>(
    jurisdiction: &'q str,
    change: &'q KnowledgeChange,
) -> Result<Vec<Query<'q>>, StoreError> {
    match change {
        KnowledgeChange::Supply(row) => supply(jurisdiction, row),
        KnowledgeChange::Move(moved) => Ok(move_on(jurisdiction, moved)),
    }
}

fn supply<'q>(jurisdiction: &'q str, row: &'q KnowledgeRow) -> Result<Vec<Query<'q>>, StoreError> {
    let entry = &row.entry;
    let head = plain(&entry.title);
    let search = format!(
        "{head}\n{}\n{}",
        plain(&entry.words.join("\n")),
        plain(&entry.text)
    );
    let gives_way = query(
        "UPDATE knowledge_row SET state = 'earlier'
         WHERE jurisdiction = $1 AND id = $2 AND version < $3 AND state = 'proposed'",
    );
    let enters = query(
        "INSERT INTO knowledge_row (jurisdiction, id, version, state, unit, public, from_day, to_day, review, supplied,
             supplied_by, head, search, entry, seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (jurisdiction, id, version) DO NOTHING",
    );
    let mut all = vec![
        gives_way
            .bind(jurisdiction)
            .bind(&row.id)
            .bind(i64::from(row.version)),
        enters
            .bind(jurisdiction)
            .bind(&row.id)
            .bind(i64::from(row.version))
            .bind(row.standing.as_str())
            .bind(of_unit(entry.unit.as_ref()))
            .bind(i64::from(entry.public))
            .bind(entry.from.to_string())
            .bind(entry.to.map(|day| day.to_string()))
            .bind(entry.review.to_string())
            .bind(row.supplied.ms())
            .bind(row.supplied_by.as_str())
            .bind(head)
            .bind(search)
            .bind(json(entry)?)
            .bind(stored(row.seq)),
    ];
    for word in &entry.words {
        let word = query(
            "INSERT INTO knowledge_word (jurisdiction, word, id, version) VALUES ($1, $2, $3, $4)
             ON CONFLICT (jurisdiction, word, id, version) DO NOTHING",
        )
        .bind(jurisdiction)
        .bind(plain(word))
        .bind(&row.id)
        .bind(i64::from(row.version));
        all.push(word);
    }
    Ok(all)
}

fn move_on<'q>(jurisdiction: &'q str, moved: &'q KnowledgeMoved) -> Vec<Query<'q>> {
    let mut all = Vec::new();
    if matches!(moved.to, Standing::Current | Standing::Withdrawn) {
        // what stood there, or waits beside it, is the past
        let past = query(
            "UPDATE knowledge_row SET state = 'earlier'
             WHERE jurisdiction = $1 AND id = $2 AND version <> $3 AND (state = 'current'
                 OR (state = 'proposed' AND (version < $3 OR $4 = 'withdrawn')))",
        );
        all.push(
            past.bind(jurisdiction)
                .bind(&moved.id)
                .bind(i64::from(moved.version))
                .bind(moved.to.as_str()),
        );
    }
    let moves = query(
        "UPDATE knowledge_row SET state = $4, decided = $5, decided_by = $6, review = COALESCE($7, review),
             reason = $8, seq = $9
         WHERE jurisdiction = $1 AND id = $2 AND version = $3",
    );
    all.push(
        moves
            .bind(jurisdiction)
            .bind(&moved.id)
            .bind(i64::from(moved.version))
            .bind(moved.to.as_str())
            .bind(moved.at.ms())
            .bind(moved.by.as_str())
            .bind(moved.review.map(|day| day.to_string()))
            .bind(moved.reason.as_deref())
            .bind(stored(moved.seq)),
    );
    all
}
