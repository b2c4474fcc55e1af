//! A text made of pieces of several files, each line knowing where it comes from.

use super::Assembled;
use crate::read::line_of;

/// A piece: its text, its file, the line of its first character, and whether its lines go on counting from there.
struct Piece {
    text: String,
    file: usize,
    line: usize,
    counts: bool,
}

/// Pieces in their order.
pub(crate) struct Pieces<'a> {
    base: &'a str,
    files: Vec<String>,
    /// What is put into the base: byte position, text, file, line.
    inserts: Vec<(usize, Piece)>,
    behind: Vec<Piece>,
}

impl<'a> Pieces<'a> {
    /// A file by itself.
    pub(crate) fn of(base: &'a str) -> Self {
        Self {
            base,
            files: Vec::new(),
            inserts: Vec::new(),
            behind: Vec::new(),
        }
    }

    fn file(&mut self, name: &str) -> usize {
        match self.files.iter().position(|f| f == name) {
            Some(known) => known + 1,
            None => {
                self.files.push(name.to_owned());
                self.files.len()
            }
        }
    }

    /// Another file behind all that is there, under a line that names it.
    pub(crate) fn append(&mut self, mark: &str, name: &str, text: &str) {
        let file = self.file(name);
        self.behind.push(Piece {
            text: format!("\n{mark}\n"),
            file,
            line: 1,
            counts: false,
        });
        self.behind.push(Piece {
            text: text.to_owned(),
            file,
            line: 1,
            counts: true,
        });
    }

    /// Something put into the base at a byte position; what comes first stands first.
    pub(crate) fn insert(&mut self, at: usize, name: &str, line: usize, text: String) {
        let (file, counts) = (self.file(name), false);
        self.inserts.push((
            at,
            Piece {
                text,
                file,
                line,
                counts,
            },
        ));
    }

    /// A piece of another file behind all that is there. Where it counts, its lines are those of the file from `line` on.
    pub(crate) fn behind(&mut self, name: &str, line: usize, counts: bool, text: String) {
        let file = self.file(name);
        self.behind.push(Piece {
            text,
            file,
            line,
            counts,
        });
    }

    /// The whole.
    pub(crate) fn build(mut self) -> Assembled {
        self.inserts.sort_by_key(|(at, _)| *at);
        let mut all = Vec::new();
        let mut from = 0;
        let base = |from: usize, to: usize, text: &str| Piece {
            text: text.get(from..to).unwrap_or_default().to_owned(),
            file: 0,
            line: line_of(text, from),
            counts: true,
        };
        for (at, piece) in self.inserts {
            all.push(base(from, at, self.base));
            all.push(piece);
            from = at;
        }
        all.push(base(from, self.base.len(), self.base));
        all.extend(self.behind);
        let (mut text, mut places) = (String::new(), Vec::new());
        for piece in all {
            // a piece that begins within a line belongs to that line
            if !piece.text.is_empty() && (text.is_empty() || text.ends_with('\n')) {
                places.push((piece.file, piece.line));
            }
            let mut line = piece.line;
            for (at, _) in piece.text.match_indices('\n') {
                line += usize::from(piece.counts);
                if at + 1 < piece.text.len() {
                    places.push((piece.file, line));
                }
            }
            text.push_str(&piece.text);
        }
        Assembled {
            text,
            files: self.files,
            places,
        }
    }
}
