//! A heat map: a row for each unit, a column for each week, the number in its field.

use super::nice::len;
use super::pen::{At, Pen};
use super::{SIZE, Tongue, WIDTH};
use crate::Table;
use crate::chart::Period;
use procedure::draw::measure::{fit, width};

/// Where it gets hot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heat {
    /// Unique within the page; letters, digits and hyphens.
    pub id: String,
    /// What the picture shows.
    pub title: String,
    /// The column of the rows: 单位.
    pub over: String,
    /// The columns, the earliest first.
    pub periods: Vec<Period>,
    /// A name, and a value for each period.
    pub rows: Vec<(String, Vec<u64>)>,
}

const TOP: f64 = 18.0;
const PITCH: f64 = 22.0;

/// Shades beside that of nothing.
const SHADES: u64 = 5;

impl Heat {
    /// The hottest field: row, period, value. Of several as hot the last.
    fn most(&self) -> Option<(&str, &Period, u64)> {
        let fields = self.rows.iter().flat_map(|(name, values)| {
            let values = self.periods.iter().zip(values);
            values.map(move |(period, value)| (name.as_str(), period, *value))
        });
        fields
            .max_by_key(|(_, _, value)| *value)
            .filter(|(_, _, value)| *value > 0)
    }

    /// What the picture shows, in one sentence.
    pub fn told(&self, tongue: impl Tongue) -> String {
        let Some((name, period, value)) = self.most() else {
            return tongue.say("chart-heat-none", &[]);
        };
        let of = |values: &Vec<u64>| values.iter().take(self.periods.len()).sum::<u64>();
        let all = self.rows.iter().map(|(name, values)| (name, of(values)));
        let (first, sum) = all.max_by_key(|(_, sum)| *sum).unzip();
        tongue.say(
            "chart-heat-told",
            &[
                ("name", first.cloned().unwrap_or_default()),
                ("all", words::count(sum.unwrap_or(0))),
                ("hot", name.to_owned()),
                ("at", period.long.clone()),
                ("most", words::count(value)),
            ],
        )
    }

    /// Every number.
    pub fn table(&self, tongue: impl Tongue) -> Table {
        let mut head = vec![self.over.clone()];
        head.extend(self.periods.iter().map(|period| period.long.clone()));
        head.push(tongue.say("chart-all", &[]));
        let row = |(name, values): &(String, Vec<u64>)| {
            let values: Vec<u64> = values.iter().copied().take(self.periods.len()).collect();
            let mut cells = vec![name.clone()];
            cells.extend(values.iter().map(words::count));
            cells.push(words::count(values.iter().sum::<u64>()));
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
        let names: Vec<String> = self.rows.iter().map(|(name, _)| fit(name, SIZE, 132.0)).collect();
        let left = names.iter().map(|name| width(name, SIZE)).fold(0.0, f64::max) + 8.0;
        let wide = (WIDTH - left) / len(self.periods.len()).max(1.0);
        let mut until = f64::INFINITY;
        for (at, period) in self.periods.iter().enumerate().rev() {
            let (x, half) = (
                left + wide * (len(at) + 0.5),
                width(&period.short, SIZE) / 2.0 + 3.0,
            );
            if x + half <= until {
                pen.text((x, SIZE), At::Middle, &period.short, "soft");
                until = x - half;
            }
        }
        let most = self.most().map_or(0, |(_, _, value)| value);
        for (at, ((_, values), name)) in self.rows.iter().zip(&names).enumerate() {
            let y = TOP + PITCH * len(at);
            let base = y + PITCH / 2.0 + SIZE / 3.0;
            pen.text((0.0, base), At::Start, name, "");
            for (column, value) in values.iter().take(self.periods.len()).enumerate() {
                let (x, shade) = (left + wide * len(column), shade(*value, most));
                pen.rect(
                    (x + 0.5, y + 0.5, wide - 1.0, PITCH - 1.0),
                    &format!("heat{shade}"),
                );
                let number = words::count(value);
                if *value > 0 && width(&number, SIZE) <= wide {
                    let class = if shade >= 4 { "on-solid" } else { "on-pale" };
                    pen.text((x + wide / 2.0, base), At::Middle, &number, class);
                }
            }
        }
        pen.finish()
    }
}

/// 0 for nothing, then evenly up to [`SHADES`] for the most.
fn shade(value: u64, most: u64) -> u64 {
    let scaled = u128::from(value) * u128::from(SHADES);
    let shade = scaled.div_ceil(u128::from(most.max(1)));
    u64::try_from(shade).unwrap_or(SHADES).min(SHADES)
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn nothing_has_a_shade_of_its_own_and_the_most_the_darkest() {
        assert_eq!(
            [0, 1, 10, 11, 49, 50].map(|value| shade(value, 50)),
            [0, 1, 1, 2, 5, 5]
        );
        assert_eq!(shade(0, 0), 0);
    }
}
