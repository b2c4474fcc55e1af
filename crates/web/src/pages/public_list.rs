//! The list of public messages: filters, what is chosen of them, the messages.

use crate::handle::public_filter::{Asked, address};
use crate::parts::{Choice, Field, Input, Pager, Tag, Tone, note, reworded};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::{Calendar, Instant, Lang};
use case::facets::PublicState;
use jiff::{ToSpan, civil::Date};
use office::Adopted;
use office::view::public::{PublicLine, PublicUnits};
use store::Unit;

/// `GET /public`.
#[derive(Debug, Template)]
#[template(path = "public-list.html")]
pub struct PublicList {
    frame: Frame,
    fields: Vec<Field>,
    days: Vec<Field>,
    chips: Vec<Chip>,
    count: Option<String>,
    lines: Vec<Line>,
    pager: Pager,
    feed: String,
    feed_title: String,
}

/// A filter in force, with the address of the list without it.
#[derive(Debug)]
struct Chip {
    label: String,
    href: String,
    says: String,
}

#[derive(Debug)]
struct Line {
    href: String,
    title: Option<String>,
    at: String,
    about: Vec<String>,
    state: Tag,
    typical: bool,
}

/// What was found for a page of the list.
#[derive(Debug, Default)]
pub struct Found {
    /// The messages.
    pub lines: Vec<PublicLine>,
    /// How many there are, at most one more than `most`.
    pub count: u32,
    /// How far they were counted.
    pub most: u32,
    /// Units by which to look through them.
    pub units: PublicUnits,
    /// Whether this is the first page.
    pub first: bool,
    /// The address of the next one.
    pub next: Option<String>,
    /// What is wrong with the filters, in the reader's language.
    pub faults: Vec<(String, String)>,
}

impl PublicList {
    /// A page of the list.
    pub(crate) fn of(frame: Frame, adopted: &Adopted, now: Instant, asked: &Asked, found: Found) -> Self {
        let t: T = frame.t;
        let (mut fields, mut days) = fields(t, adopted, now, asked, &found.units);
        note(&mut fields, &found.faults);
        note(&mut days, &found.faults);
        let chips = narrowed(t, adopted, &found.units, asked);
        let chips = chips.into_iter().map(|(name, label)| {
            let mut rest = asked.pairs();
            rest.retain(|(other, _)| *other != name);
            Chip {
                href: address("/public", &rest),
                says: t.args("portal-chip-off", &[("what", label.clone())]),
                label,
            }
        });
        let count = found.faults.is_empty().then(|| match found.count {
            count if count > found.most => {
                t.args("portal-count-more", &[("count", words::count(found.most))])
            }
            count => t.args("portal-count", &[("count", words::count(count))]),
        });
        let mut of_feed = asked.pairs();
        of_feed.retain(|(name, _)| !["month", "from", "to"].contains(name));
        Self {
            feed: address("/public/feed", &of_feed),
            feed_title: frame.title.clone(),
            chips: chips.collect(),
            count: count.map(|says| reworded(t, &adopted.procedure, says)),
            lines: found.lines.iter().map(|line| line_of(t, adopted, line)).collect(),
            pager: Pager {
                t,
                first: (!found.first).then(|| address("/public", &asked.pairs())),
                next: found.next,
            },
            fields,
            days,
            frame,
        }
    }

    fn faulty(&self) -> Vec<&Field> {
        let all = self.fields.iter().chain(&self.days);
        all.filter(|field| field.fault.is_some()).collect()
    }

    /// Whether the days stand open: somebody chose some.
    fn by_days(&self) -> bool {
        self.days.iter().any(|field| {
            field.fault.is_some() || matches!(&field.input, Input::Line { value, .. } if !value.is_empty())
        })
    }
}

fn line_of(t: T, adopted: &Adopted, line: &PublicLine) -> Line {
    let kind = adopted
        .procedure
        .categories
        .iter()
        .find(|kind| Some(&kind.id) == line.category.as_ref());
    let about = [
        line.unit.as_ref().map(|unit| unit.name.clone()),
        kind.map(|kind| t.text(&kind.name).to_owned()),
    ];
    Line {
        href: format!("/public/{}", line.number),
        title: line.title.clone(),
        at: adopted.calendar.show(line.at, t.lang()),
        about: about.into_iter().flatten().collect(),
        state: state_tag(t, line.state),
        typical: line.typical,
    }
}

/// How a public message stands, as a word.
pub fn state_name(t: T, state: PublicState) -> String {
    match state {
        PublicState::Handling => t.say("portal-state-handling"),
        PublicState::Answered => t.say("portal-state-answered"),
        PublicState::Closed => t.say("portal-state-closed"),
    }
}

/// And as a tag.
pub fn state_tag(t: T, state: PublicState) -> Tag {
    Tag {
        tone: match state {
            PublicState::Handling => Tone::Running,
            PublicState::Answered => Tone::Plain,
            PublicState::Closed => Tone::Met,
        },
        word: state_name(t, state),
    }
}

/// The filters in force: name, and label with what was chosen.
pub(crate) fn narrowed(
    t: T,
    adopted: &Adopted,
    units: &PublicUnits,
    asked: &Asked,
) -> Vec<(&'static str, String)> {
    let label = |(name, value): (&'static str, &str)| {
        if name == "typical" {
            return (name, t.say("portal-typical"));
        }
        let unit = |units: &[Unit], fits: &dyn Fn(&Unit) -> bool| {
            let found = units.iter().find(|unit| fits(unit));
            found.map(|unit| named(t, unit))
        };
        let (what, chosen) = match name {
            "unit" => (
                "portal-by-unit",
                unit(&units.answering, &|u| u.id.as_str() == value),
            ),
            "place" => (
                "portal-by-place",
                unit(&units.places, &|u| u.territory.as_deref() == Some(value)),
            ),
            "kind" => {
                let kinds = &adopted.procedure.categories;
                let kind = kinds.iter().find(|kind| kind.id == value);
                ("portal-by-kind", kind.map(|kind| t.text(&kind.name).to_owned()))
            }
            "state" => (
                "portal-by-state",
                PublicState::named(value).map(|state| state_name(t, state)),
            ),
            "month" => (
                "portal-by-month",
                format!("{value}-01").parse().ok().map(|day| month(t, day)),
            ),
            "from" => ("portal-by-from", None),
            _ => ("portal-by-to", None),
        };
        let chosen = chosen.unwrap_or_else(|| value.to_owned());
        (name, format!("{}{}{chosen}", t.say(what), t.say("shell-colon")))
    };
    asked.pairs().into_iter().map(label).collect()
}

/// The name of a unit in the reader's language.
pub fn named(t: T, unit: &Unit) -> String {
    match t.lang() {
        Lang::Zh => unit.zh.clone(),
        Lang::En => unit.en.clone(),
    }
}

fn month(t: T, day: Date) -> String {
    let args = [
        ("year", day.year().to_string()),
        ("month", day.month().to_string()),
    ];
    t.args("portal-month", &args)
}

/// Months that can be chosen from; days go further back.
const MONTHS: usize = 12;

fn fields(
    t: T,
    adopted: &Adopted,
    now: Instant,
    asked: &Asked,
    units: &PublicUnits,
) -> (Vec<Field>, Vec<Field>) {
    let list = |name: &str, label: &str, chosen: &str, all: Vec<(String, String)>| {
        let every = (String::new(), t.say("portal-all"));
        let choices = std::iter::once(every).chain(all).map(|(value, label)| Choice {
            chosen: value == chosen.trim(),
            value,
            label,
            note: None,
        });
        let choices: Vec<Choice> = choices.collect();
        // nothing to choose between is no question
        (choices.len() > 1).then(|| Field::new(t, name, t.say(label), Input::List(choices)).optional())
    };
    let kinds = adopted.procedure.categories.iter().filter(|kind| !kind.accuses);
    let kinds = kinds.map(|kind| (kind.id.clone(), t.text(&kind.name).to_owned()));
    let of_place = units
        .places
        .iter()
        .filter_map(|unit| Some((unit.territory.clone()?, named(t, unit))));
    let answering = units
        .answering
        .iter()
        .map(|unit| (unit.id.to_string(), named(t, unit)));
    let states = PublicState::ALL.map(|state| (state.word().to_owned(), state_name(t, state)));
    let fields = [
        list("unit", "portal-by-unit", &asked.unit, answering.collect()),
        list("kind", "portal-by-kind", &asked.kind, kinds.collect()),
        list("place", "portal-by-place", &asked.place, of_place.collect()),
        list("state", "portal-by-state", &asked.state, states.to_vec()),
        list(
            "month",
            "portal-by-month",
            &asked.month,
            months(t, &adopted.calendar, now),
        ),
        typical(t, adopted, asked),
    ];
    let day = |name: &str, label: &str, value: &str| {
        let line = Input::Line {
            value: value.trim().to_owned(),
            kind: "date",
            autocomplete: "off",
            keyboard: "text",
            most: 10,
        };
        Field::new(t, name, t.say(label), line).optional()
    };
    let days = vec![
        day("from", "portal-by-from", &asked.from),
        day("to", "portal-by-to", &asked.to),
    ];
    (fields.into_iter().flatten().collect(), days)
}

/// Where the rules know typical cases.
fn typical(t: T, adopted: &Adopted, asked: &Asked) -> Option<Field> {
    let known = adopted.procedure.marks.iter().any(|mark| mark.typical);
    let on = !asked.typical.trim().is_empty();
    known.then(|| Field::new(t, "typical", t.say("portal-typical-only"), Input::Tick { on }).optional())
}

fn months(t: T, calendar: &Calendar, now: Instant) -> Vec<(String, String)> {
    let this = calendar.local(now).date().first_of_month();
    let back = |n: usize| {
        let day = this.checked_sub(i32::try_from(n).unwrap_or(0).months()).ok()?;
        Some((format!("{:04}-{:02}", day.year(), day.month()), month(t, day)))
    };
    (0..MONTHS).filter_map(back).collect()
}
