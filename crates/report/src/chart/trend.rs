//! A trend: a bar for each day or week, and a line beside the bars where two things are compared.

use super::nice::{along, end, len};
use super::pen::{At, Pen};
use super::{SIZE, Tongue, WIDTH};
use crate::Table;
use procedure::draw::measure::{fit, width};

/// How something went over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// Unique within the page; letters, digits and hyphens.
    pub id: String,
    /// What the picture shows.
    pub title: String,
    /// The column of the periods: 日期, 周.
    pub over: String,
    /// Days or weeks, the earliest first.
    pub periods: Vec<Period>,
    /// Drawn as bars, with a value for each period.
    pub bars: Series,
    /// Drawn as a line with dots.
    pub line: Option<Series>,
}

/// A day or a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// As it stands below its bar.
    pub short: String,
    /// As sentence and table name it.
    pub long: String,
}

/// One thing counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What is counted.
    pub name: String,
    /// How many, period by period.
    pub values: Vec<u64>,
}

impl Series {
    fn most(&self) -> u64 {
        self.values.iter().copied().max().unwrap_or(0)
    }

    fn all(&self) -> u64 {
        self.values.iter().sum()
    }
}

const TOP: f64 = 30.0;
const DEEP: f64 = 132.0;
const HEIGHT: f64 = TOP + DEEP + 20.0;

impl Trend {
    /// What the picture shows, in one sentence for each series.
    pub fn told(&self, tongue: impl Tongue) -> String {
        let mut told = self.one(tongue, &self.bars);
        if let Some(line) = &self.line {
            if tongue.spaces() {
                told.push(' ');
            }
            told += &self.one(tongue, line);
        }
        told
    }

    fn one(&self, tongue: impl Tongue, series: &Series) -> String {
        let (all, name) = (series.all(), series.name.clone());
        if all == 0 {
            return tongue.say("chart-trend-none", &[("name", name)]);
        }
        let most = series.most();
        // of several as high the last: what is nearest to today
        let at = series.values.iter().rposition(|value| *value == most);
        let at = at.and_then(|at| self.periods.get(at));
        let args = [
            ("name", name),
            ("all", words::count(all)),
            ("most", words::count(most)),
            ("at", at.map(|at| at.long.clone()).unwrap_or_default()),
        ];
        tongue.say("chart-trend-told", &args)
    }

    /// Every number.
    pub fn table(&self) -> Table {
        let mut head = vec![self.over.clone(), self.bars.name.clone()];
        head.extend(self.line.iter().map(|line| line.name.clone()));
        let row = |(at, period): (usize, &Period)| {
            let value = |series: &Series| words::count(series.values.get(at).copied().unwrap_or(0));
            let mut row = vec![period.long.clone(), value(&self.bars)];
            row.extend(self.line.iter().map(value));
            row
        };
        Table {
            head,
            rows: self.periods.iter().enumerate().map(row).collect(),
        }
    }

    /// The picture.
    pub fn svg(&self, tongue: impl Tongue) -> String {
        let mut pen = Pen::new(&self.id, HEIGHT, &self.title, &self.told(tongue));
        let most = self.bars.most().max(self.line.as_ref().map_or(0, Series::most));
        let top = end(most);
        let left = width(&words::count(top), SIZE) + 6.0;
        self.legend(&mut pen, left);
        for (value, y) in [(top, TOP), (top / 2, TOP + DEEP / 2.0), (0, TOP + DEEP)] {
            pen.line(&[(left, y), (WIDTH, y)], if value == 0 { "axis" } else { "grid" });
            pen.text(
                (left - 6.0, y + SIZE / 3.0),
                At::End,
                &words::count(value),
                "soft",
            );
        }
        let slot = (WIDTH - left) / len(self.periods.len()).max(1.0);
        let middle = |at: usize| left + slot * (len(at) + 0.5);
        for (at, value) in self.bars.values.iter().take(self.periods.len()).enumerate() {
            let high = along(*value, top, DEEP);
            let wide = (slot * 0.72).min(28.0);
            pen.rect((middle(at) - wide / 2.0, TOP + DEEP - high, wide, high), "column");
        }
        if let Some(line) = &self.line {
            let values = line.values.iter().take(self.periods.len());
            let points: Vec<(f64, f64)> = values
                .enumerate()
                .map(|(at, value)| (middle(at), TOP + DEEP - along(*value, top, DEEP)))
                .collect();
            pen.line(&points, "line");
            for point in points {
                pen.dot(point, "dot");
            }
        }
        self.names(&mut pen, slot, &middle);
        pen.finish()
    }

    /// What is a bar and what the line.
    fn legend(&self, pen: &mut Pen, left: f64) {
        let room = (WIDTH - left) / 2.0 - 24.0;
        pen.rect((left, 6.0, 10.0, 10.0), "column");
        let name = fit(&self.bars.name, SIZE, room);
        pen.text((left + 15.0, 15.0), At::Start, &name, "");
        let Some(line) = &self.line else { return };
        let x = left + 15.0 + width(&name, SIZE) + 18.0;
        pen.line(&[(x, 11.0), (x + 18.0, 11.0)], "line");
        pen.dot((x + 9.0, 11.0), "dot");
        pen.text((x + 23.0, 15.0), At::Start, &fit(&line.name, SIZE, room), "");
    }

    /// As many names of periods as have room, counted back from the last.
    fn names(&self, pen: &mut Pen, slot: f64, middle: &dyn Fn(usize) -> f64) {
        let wide = self.periods.iter().map(|period| width(&period.short, SIZE));
        let wide = wide.fold(0.0, f64::max) + 8.0;
        let mut until = f64::INFINITY;
        for (at, period) in self.periods.iter().enumerate().rev() {
            let x = middle(at).min(WIDTH - (wide - 8.0) / 2.0);
            if x + wide / 2.0 > until || slot <= 0.0 {
                continue;
            }
            pen.text((x, HEIGHT - 4.0), At::Middle, &period.short, "soft");
            until = x - wide / 2.0;
        }
    }
}
