//! What is blacked out of the texts of one case: what is found, what a moderator added, and not what a moderator kept.

use crate::{Find, Kind, find};
use serde::{Deserialize, Serialize};

/// What stands in the place of what was blacked out. Its length tells nothing.
const BLACK: &str = "■■■";
/// Shorter pieces are not looked for elsewhere in the text: they would be found everywhere.
const SHORTEST: usize = 2;

/// The decisions of a moderator on the texts of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veil {
    /// Hidden too, wherever it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hide: Vec<String>,
    /// Found, but nobody's secret.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
}

impl Veil {
    /// What is blacked out of a text, in its order, without overlaps. What was found once is hidden wherever it stands.
    pub fn finds(&self, text: &str) -> Vec<Find> {
        self.over(text, find(text))
    }

    /// What the text tells of people, whether a moderator keeps it or not.
    pub fn all(&self, text: &str) -> Vec<Find> {
        let open = Self {
            keep: Vec::new(),
            ..self.clone()
        };
        open.finds(text)
    }

    /// The text with what is hidden blacked out.
    pub fn apply(&self, text: &str) -> String {
        black_out(text, &self.finds(text))
    }

    fn over(&self, text: &str, found: Vec<Find>) -> Vec<Find> {
        let piece = |find: &Find| text.get(find.span.clone()).unwrap_or_default().to_owned();
        let mut finds: Vec<Find> = found
            .into_iter()
            .filter(|find| !self.keeps(&piece(find)))
            .collect();
        let named: Vec<(String, Kind)> = finds.iter().map(|find| (piece(find), find.kind)).collect();
        let told = self.hide.iter().map(|term| (term.trim().to_owned(), Kind::Told));
        let mut terms: Vec<(String, Kind)> = told.chain(named).collect();
        // the longest first, so that no part of a term is taken for the whole
        terms.sort_by_key(|(term, _)| std::cmp::Reverse(term.len()));
        for (term, kind) in terms.iter().filter(|(term, _)| term.chars().count() >= SHORTEST) {
            for (start, _) in text.match_indices(term.as_str()) {
                let span = start..start + term.len();
                if !finds
                    .iter()
                    .any(|f| f.span.start < span.end && span.start < f.span.end)
                {
                    finds.push(Find { span, kind: *kind });
                } else if *kind == Kind::Told {
                    // what a moderator named is hidden whole, though a part of it was found
                    finds.retain(|f| f.span.start < span.start || span.end < f.span.end);
                    if !finds
                        .iter()
                        .any(|f| f.span.start <= span.start && span.end <= f.span.end)
                    {
                        finds.push(Find { span, kind: *kind });
                    }
                }
            }
        }
        finds.sort_by_key(|find| (find.span.start, find.span.end));
        finds
    }

    fn keeps(&self, piece: &str) -> bool {
        self.keep.iter().any(|kept| kept.trim() == piece)
    }
}

/// A text with these finds blacked out.
pub fn black_out(text: &str, finds: &[Find]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for find in finds {
        if find.span.end <= from {
            continue;
        }
        if find.span.start >= from {
            out.push_str(text.get(from..find.span.start).unwrap_or_default());
            out.push_str(BLACK);
        }
        from = find.span.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}
