//! Finds entries of the knowledge base: by what stands in them, by the words that somebody says, and what is public.

use super::{KnowledgeRow, row};
use crate::macros::Engine;
use crate::places::Places;
use crate::sql::query;
use case::knowledge::plain;
use jiff::civil::Date;

/// Most pieces of a search; the rest is left out.
const PIECES: usize = 6;

/// What holds on a day, of what everybody may read or of all.
fn holding(public: bool, places: &mut Places) -> String {
    let day = places.next();
    let shown = if public { " AND public = 1" } else { "" };
    format!("state = 'current'{shown} AND from_day <= {day} AND (to_day IS NULL OR to_day > {day})")
}

/// A piece of text as LIKE looks for it anywhere.
fn anywhere(piece: &str) -> String {
    let mut text = "%".to_owned();
    for sign in piece.chars() {
        if "%_\\".contains(sign) {
            text.push('\\');
        }
        text.push(sign);
    }
    text + "%"
}

operation! {
    /// Entries that hold on a day in which every piece of `sought` stands somewhere: where it stands in the title first,
    /// then what was decided last.
    scan fn knowledge_holding_words(
        c,
        jurisdiction: &str,
        sought: &str,
        day: Date,
        public: bool,
        limit: u32,
    ) -> Vec<KnowledgeRow> {
        let sought = plain(sought);
        let pieces: Vec<String> = sought.split_whitespace().take(PIECES).map(anywhere).collect();
        let Some(first) = pieces.first() else { return Ok(Vec::new()) };
        let mut places = Places::after(3);
        let mut text = format!("SELECT * FROM knowledge_row WHERE jurisdiction = $1 AND {}", holding(public, &mut places));
        for _ in &pieces {
            text += &format!(" AND search LIKE {} ESCAPE '\\'", places.next());
        }
        text += " ORDER BY CASE WHEN head LIKE $3 ESCAPE '\\' THEN 0 ELSE 1 END, decided DESC, id LIMIT $2";
        let mut query = query(text)
            .bind(jurisdiction)
            .bind(i64::from(limit))
            .bind(first)
            .bind(day.to_string());
        for piece in &pieces {
            query = query.bind(piece);
        }
        query.fetch_all(&mut *c).await?.iter().map(row).collect()
    }
}

operation! {
    /// Entries that hold on a day one of whose words is among `runs`: those first of whose words most are, then those with
    /// the longest. Each run is looked up, so that the cost goes by what is said and not by what is stored.
    scan fn knowledge_said(
        c,
        jurisdiction: &str,
        runs: &[String],
        day: Date,
        public: bool,
        limit: u32,
    ) -> Vec<KnowledgeRow> {
        let Some(last) = runs.last() else { return Ok(Vec::new()) };
        // few lengths, so that the engine knows the statements by heart
        let length = runs.len().next_power_of_two();
        let mut places = Places::after(0);
        let numbered = c.numbered();
        let mut place = || {
            let place = places.next();
            if numbered { place } else { "?".to_owned() }
        };
        let here = place();
        let list: Vec<String> = (0..length).map(|_| place()).collect();
        let shown = if public { " AND k.public = 1" } else { "" };
        let text = format!(
            "WITH hit AS (
                 SELECT jurisdiction, id, version, COUNT(*) AS times, SUM(LENGTH(word)) AS chars FROM knowledge_word
                 WHERE jurisdiction = {here} AND word IN ({}) GROUP BY jurisdiction, id, version)
             SELECT k.* FROM hit h
             JOIN knowledge_row k ON k.jurisdiction = h.jurisdiction AND k.id = h.id AND k.version = h.version
             WHERE k.state = 'current'{shown} AND k.from_day <= {} AND (k.to_day IS NULL OR k.to_day > {})
             ORDER BY h.times DESC, h.chars DESC, k.id LIMIT {}",
            list.join(", "), place(), place(), place()
        );
        let mut query = query(text).bind(jurisdiction);
        for run in runs.iter().chain(std::iter::repeat_n(last, length - runs.len())) {
            query = query.bind(run);
        }
        let day = day.to_string();
        query = query.bind(day.clone()).bind(day).bind(i64::from(limit));
        query.fetch_all(&mut *c).await?.iter().map(row).collect()
    }
}

operation! {
    /// What everybody may read and holds on a day, what was decided last on top, from behind an instant and an id.
    read fn knowledge_public(
        c,
        jurisdiction: &str,
        day: Date,
        after: Option<(i64, &str)>,
        limit: u32,
    ) -> Vec<KnowledgeRow> {
        let mut places = Places::after(2);
        let mut text = format!("SELECT * FROM knowledge_row WHERE jurisdiction = $1 AND {}", holding(true, &mut places));
        if after.is_some() {
            text += &format!(" AND (decided, id) < {}", places.list(2));
        }
        text += " ORDER BY decided DESC, id DESC LIMIT $2";
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit)).bind(day.to_string());
        if let Some((at, id)) = after {
            query = query.bind(at).bind(id);
        }
        query.fetch_all(&mut *c).await?.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::anywhere;

    #[test]
    fn signs_that_mean_something_to_like_are_looked_for_as_they_stand() {
        assert_eq!(anywhere("100%_\\"), "%100\\%\\_\\\\%");
    }
}
