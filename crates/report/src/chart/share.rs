//! Shares: a bar for each week or unit, as long for all, divided into what was in time, late, overdue and still has time.

use super::nice::{along, len, percent};
use super::pen::{At, Pen};
use super::{SIZE, Tongue, WIDTH};
use crate::Table;
use procedure::draw::measure::{fit, width};

/// How much was in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Unique within the page; letters, digits and hyphens.
    pub id: String,
    /// What the picture shows.
    pub title: String,
    /// The column of the rows: 周, 单位.
    pub over: String,
    /// One for each week or unit.
    pub rows: Vec<Row>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Beside the bar, in the sentence and in the table.
    pub name: String,
    /// Done, and nothing about it was late.
    pub in_time: u64,
    /// Something was done too late, and nothing is overdue now.
    pub late: u64,
    /// Something is overdue now.
    pub overdue: u64,
    /// Under way, and nothing was late.
    pub open: u64,
}

impl Row {
    fn parts(&self) -> [u64; 4] {
        [self.in_time, self.late, self.overdue, self.open]
    }

    fn all(&self) -> u64 {
        self.parts().iter().sum()
    }
}

const TOP: f64 = 42.0;
const PITCH: f64 = 20.0;
const THICK: f64 = 16.0;

impl Share {
    fn sums(&self) -> [u64; 4] {
        let mut sums = [0; 4];
        for row in &self.rows {
            for (sum, part) in sums.iter_mut().zip(row.parts()) {
                *sum += part;
            }
        }
        sums
    }

    fn names(tongue: impl Tongue) -> [String; 4] {
        ["chart-in-time", "chart-late", "chart-overdue", "chart-open"].map(|key| tongue.say(key, &[]))
    }

    /// What the picture shows, in a sentence or two.
    pub fn told(&self, tongue: impl Tongue) -> String {
        let sums = self.sums();
        let all: u64 = sums.iter().sum();
        if all == 0 {
            return tongue.say("chart-share-none", &[]);
        }
        let [in_time, late, overdue, open] = sums.map(words::count);
        let mut told = tongue.say(
            "chart-share-told",
            &[
                ("all", words::count(all)),
                ("in-time", in_time),
                ("late", late),
                ("overdue", overdue),
                ("open", open),
            ],
        );
        let bad = |row: &&Row| row.late + row.overdue;
        // of several as bad the last: what is nearest to today
        let worst = self
            .rows
            .iter()
            .max_by_key(bad)
            .filter(|row| row.late + row.overdue > 0);
        if let Some(row) = worst {
            if tongue.spaces() {
                told.push(' ');
            }
            let args = [
                ("name", row.name.clone()),
                ("count", words::count(row.late + row.overdue)),
            ];
            told += &tongue.say("chart-share-worst", &args);
        }
        told
    }

    /// Every number, and the share that was in time of what was done or is overdue.
    pub fn table(&self, tongue: impl Tongue) -> Table {
        let mut head = vec![self.over.clone()];
        head.extend(Self::names(tongue));
        head.push(tongue.say("chart-all", &[]));
        head.push(tongue.say("chart-in-time-share", &[]));
        let row = |row: &Row| {
            let mut cells = vec![row.name.clone()];
            cells.extend(row.parts().map(words::count));
            cells.push(words::count(row.all()));
            let of = percent(row.in_time, row.in_time + row.late + row.overdue);
            cells.push(of.map_or_else(|| "–".to_owned(), |of| format!("{of}%")));
            cells
        };
        Table {
            head,
            rows: self.rows.iter().map(row).collect(),
        }
    }

    /// The picture.
    pub fn svg(&self, tongue: impl Tongue) -> String {
        let height = TOP + PITCH * len(self.rows.len());
        let mut pen = Pen::new(&self.id, height, &self.title, &self.told(tongue));
        pen.patterns(&self.id);
        self.legend(&mut pen, tongue);
        let names: Vec<String> = self.rows.iter().map(|row| fit(&row.name, SIZE, 110.0)).collect();
        let left = names.iter().map(|name| width(name, SIZE)).fold(0.0, f64::max) + 8.0;
        let most = self.rows.iter().map(Row::all).max().unwrap_or(0);
        let right = WIDTH - width(&words::count(most), SIZE) - 8.0;
        for (at, (row, name)) in self.rows.iter().zip(&names).enumerate() {
            let y = TOP + PITCH * len(at);
            let base = y + THICK / 2.0 + SIZE / 3.0;
            pen.text((0.0, base), At::Start, name, "");
            pen.text((WIDTH, base), At::End, &words::count(row.all()), "soft");
            pen.rect((left, y, right - left, THICK), "trough");
            let mut x = left;
            for (which, part) in row.parts().into_iter().enumerate() {
                let wide = along(part, row.all(), right - left);
                if part > 0 {
                    self.fill(&mut pen, which, (x, y, wide, THICK));
                    let number = words::count(part);
                    if width(&number, SIZE) + 6.0 <= wide {
                        let class = if which == 0 { "on-solid" } else { "on-pale" };
                        pen.text((x + wide / 2.0, base), At::Middle, &number, class);
                    }
                }
                x += wide;
            }
        }
        pen.finish()
    }

    fn fill(&self, pen: &mut Pen, which: usize, place: (f64, f64, f64, f64)) {
        match which {
            0 => pen.rect(place, "solid"),
            1 => pen.patterned(place, &self.id, "lean"),
            2 => pen.patterned(place, &self.id, "cross"),
            _ => pen.rect(place, "blank"),
        }
    }

    /// Two rows of two: also English names have room.
    fn legend(&self, pen: &mut Pen, tongue: impl Tongue) {
        for (which, name) in Self::names(tongue).iter().enumerate() {
            let (x, y) = (len(which % 2) * WIDTH / 2.0, len(which / 2) * 18.0);
            self.fill(pen, which, (x + 0.5, y + 4.0, 14.0, 11.0));
            pen.text(
                (x + 20.0, y + 14.0),
                At::Start,
                &fit(name, SIZE, WIDTH / 2.0 - 24.0),
                "",
            );
        }
    }
}
