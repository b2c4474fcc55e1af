//! A chart in a page: its name, the picture, what it shows in a sentence, and every number in a table.

use super::piece;
use crate::shell::T;
use askama::Template;
use calendar::Lang;
use report::Table;
use report::chart::{Heat, Share, Tongue, Trend};

/// One chart.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/chart.html")]
pub struct Chart {
    t: T,
    title: String,
    svg: Picture,
    told: String,
    table: Table,
}
piece!(Chart);

/// SVG made by [`report::chart`], which escapes what people named.
#[derive(Debug, Clone)]
struct Picture(String);
piece!(Picture);

impl std::fmt::Display for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Tongue for T {
    fn say(self, key: &str, args: &[(&str, String)]) -> String {
        self.args(key, args)
    }

    fn spaces(self) -> bool {
        self.name() != T::new(Lang::Zh).name()
    }
}

impl Chart {
    /// How something went over time.
    pub fn trend(t: T, chart: &Trend) -> Self {
        Self {
            t,
            title: chart.title.clone(),
            svg: Picture(chart.svg(t)),
            told: chart.told(t),
            table: chart.table(),
        }
    }

    /// How much was in time.
    pub fn share(t: T, chart: &Share) -> Self {
        Self {
            t,
            title: chart.title.clone(),
            svg: Picture(chart.svg(t)),
            told: chart.told(t),
            table: chart.table(t),
        }
    }

    /// Where it gets hot.
    pub fn heat(t: T, chart: &Heat) -> Self {
        Self {
            t,
            title: chart.title.clone(),
            svg: Picture(chart.svg(t)),
            told: chart.told(t),
            table: chart.table(t),
        }
    }
}
