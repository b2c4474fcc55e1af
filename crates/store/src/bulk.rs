//! Many rows in one statement, where each statement is a way to the server and back: the fewer there are, the more
//! commands fit into a second. SQLite has no such way, and one short statement for all rows is quicker there.

/// Cuts rows into pieces of 64, 32, 16 and so on, or whatever else is the most: few lengths, so that the engine knows the
/// statements by heart.
pub(crate) fn chunks<T>(most: usize, mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        if rows.is_empty() {
            return None;
        }
        let length = most.min(1 << rows.len().ilog2());
        let (chunk, rest) = rows.split_at(length);
        rows = rest;
        Some(chunk)
    })
}

/// `INSERT INTO t (a, b)` with placeholders for some rows, and what follows them.
pub(crate) fn text(numbered: bool, head: &str, rows: usize, tail: &str) -> String {
    let width = head.matches(',').count() + 1;
    let mut text = String::with_capacity(head.len() + tail.len() + rows * width * 6);
    text += head;
    text += " VALUES ";
    placeholders(numbered, &mut text, rows, width);
    text += tail;
    text
}

/// `($1, $2), ($3, $4)`, or `(?, ?), (?, ?)` for an engine that looks numbers up one by one: SQLite searches the
/// names of all parameters for each one that is bound, which took a fifth of the time of a commit.
pub(crate) fn placeholders(numbered: bool, text: &mut String, rows: usize, width: usize) {
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { "), (" });
        for column in 0..width {
            text.push_str(if column == 0 { "" } else { ", " });
            if numbered {
                text.push('$');
                text.push_str(&(row * width + column + 1).to_string());
            } else {
                text.push('?');
            }
        }
    }
    text.push(')');
}

/// Inserts rows, a chunk a statement, and gives how many were written.
macro_rules! insert_many {
    ($c:expr, $head:expr, $rows:expr, $tail:expr, |$query:ident, $row:ident| $bind:expr) => {{
        let mut written = 0;
        let (mut text, mut length) = (String::new(), 0);
        for rows in crate::bulk::chunks(crate::macros::Engine::rows_at_once($c), $rows) {
            if rows.len() != length {
                length = rows.len();
                text = crate::bulk::text(crate::macros::Engine::numbered($c), $head, length, $tail);
            }
            let mut $query = crate::sql::query(text.clone());
            for $row in rows {
                $query = $bind;
            }
            written += $query.execute(&mut *$c).await?;
        }
        written
    }};
}

#[cfg(test)]
mod tests {
    use super::{chunks, text};

    #[test]
    fn rows_are_cut_into_powers_of_two() {
        let rows: Vec<u8> = (0..=201).collect();
        let lengths: Vec<usize> = chunks(64, &rows).map(<[u8]>::len).collect();
        assert_eq!(lengths, [64, 64, 64, 8, 2]);
        assert_eq!(chunks(64, &rows).flatten().copied().collect::<Vec<_>>(), rows);
        assert!(chunks(1, &rows).all(|chunk| chunk.len() == 1));
        assert_eq!(chunks::<u8>(64, &[]).count(), 0);
    }

    #[test]
    fn each_row_has_its_placeholders() {
        assert_eq!(
            text(true, "INSERT INTO t (a, b)", 2, " ON CONFLICT DO NOTHING"),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT DO NOTHING"
        );
        assert_eq!(
            text(false, "INSERT INTO t (a, b)", 2, ""),
            "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)"
        );
    }
}
