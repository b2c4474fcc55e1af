//! What matters today on one screen and one sheet: for leaders, and for everybody in the office who sees all cases.

mod charts;

use super::Line;
use crate::parts::Chart;
use crate::shell::{Frame, T};
use askama::Template;
use office::Adopted;
use office::counts::{Figures, UnitFigures};
use office::view::QueueLine;
use store::Tally;

/// `GET /desk/today`.
#[derive(Debug, Template)]
#[template(path = "desk/today.html")]
pub struct Today {
    frame: Frame,
    as_of: String,
    figures: Vec<Figure>,
    charts: Vec<Chart>,
    units: Vec<UnitLine>,
    /// All of them, with how fast each is.
    all_units: Option<String>,
    kinds: Vec<KindLine>,
    steps: Vec<StepLine>,
    lists: Vec<List>,
}

/// One number, and where the cases behind it are for whoever may see them.
#[derive(Debug)]
struct Figure {
    count: u64,
    name: String,
    note: Option<String>,
    href: Option<String>,
    /// Whether it asks for something to be done.
    bad: bool,
}

#[derive(Debug)]
struct UnitLine {
    name: String,
    open: u64,
    overdue: u64,
    href: Option<String>,
}

#[derive(Debug)]
struct KindLine {
    name: String,
    count: u64,
    before: u64,
}

#[derive(Debug)]
struct StepLine {
    name: String,
    count: u64,
}

/// Cases, each with where to go on.
#[derive(Debug)]
struct List {
    title: String,
    lines: Vec<Line>,
    /// Where on the page of a case, and what to do there.
    act: Option<(String, String)>,
    more: Option<(String, String)>,
}

/// What this person finds behind the numbers.
#[derive(Debug, Clone, Copy)]
pub struct Doors {
    /// The ledger and the queue of everything.
    pub all: bool,
    /// The supervision board.
    pub board: bool,
}

/// Lists of cases beside the figures.
#[derive(Debug, Default)]
pub struct Lists {
    /// What was put before this leader, and how many in all.
    pub submitted: Option<(Vec<QueueLine>, u64)>,
    /// What is overdue the longest.
    pub overdue: Vec<QueueLine>,
}

/// Units shown on one screen.
const UNITS: usize = 5;

/// Kinds and steps shown.
const KINDS: usize = 6;

/// A unit's name in the reader's language.
pub(super) fn unit_name(t: T, unit: &UnitFigures) -> String {
    match &unit.names {
        Some((zh, en)) => if t.lang() == calendar::Lang::Zh { zh } else { en }.clone(),
        None => unit.unit.to_string(),
    }
}

impl Today {
    /// From the figures of now.
    pub fn of(frame: Frame, adopted: &Adopted, found: &Figures, doors: Doors, lists: &Lists) -> Self {
        let t = frame.t;
        let procedure = &adopted.procedure;
        let overdue = |unit: &UnitFigures| UnitLine {
            name: unit_name(t, unit),
            open: unit.open,
            overdue: unit.overdue,
            href: doors
                .board
                .then(|| format!("/desk/board?unit={}", unit.unit.as_str())),
        };
        let busy = found.units.iter().filter(|unit| unit.open > 0);
        let kind = |tally: &Tally| KindLine {
            name: procedure
                .categories
                .iter()
                .find(|category| category.id == tally.id)
                .map_or_else(
                    || t.say("today-no-kind"),
                    |category| t.text(&category.name).to_owned(),
                ),
            count: tally.count,
            before: tally.before,
        };
        let step = |tally: &Tally| StepLine {
            name: procedure
                .step(&tally.id)
                .map_or_else(|| tally.id.clone(), |step| t.text(&step.name).to_owned()),
            count: tally.count,
        };
        Self {
            as_of: t.args(
                "today-as-of",
                &[("at", adopted.calendar.show(found.now, t.lang()))],
            ),
            figures: figures(t, adopted, found, doors, lists),
            charts: vec![
                charts::trend(t, found),
                charts::share(t, found),
                charts::heat(t, found),
            ],
            units: busy.take(UNITS).map(overdue).collect(),
            all_units: doors.board.then(|| "/desk/board?what=units".to_owned()),
            kinds: found.categories.iter().take(KINDS).map(kind).collect(),
            steps: found.steps.iter().take(KINDS).map(step).collect(),
            lists: of_cases(t, adopted, found, doors, lists),
            frame,
        }
    }
}

fn figures(t: T, adopted: &Adopted, found: &Figures, doors: Doors, lists: &Lists) -> Vec<Figure> {
    let (today, yesterday) = match found.days.as_slice() {
        [.., yesterday, today] => (*today, *yesterday),
        _ => return Vec::new(),
    };
    let figure = |count, key: &str, href: Option<String>| Figure {
        count,
        name: t.say(key),
        note: None,
        href,
        bad: false,
    };
    let bad = |count, key: &str, href: Option<String>| Figure {
        bad: count > 0,
        ..figure(count, key, href)
    };
    let board = |what: &str| doors.board.then(|| format!("/desk/board?what={what}"));
    let ledger = format!("/desk/ledger?from={0}&to={0}", today.day);
    let note = |count: u64| Some(t.args("today-yesterday", &[("count", words::count(count))]));
    let mut all = vec![
        Figure {
            note: note(yesterday.came.all),
            ..figure(today.came.all, "today-came", doors.all.then_some(ledger))
        },
        Figure {
            note: note(yesterday.answered),
            ..figure(today.answered, "today-answered", None)
        },
        figure(
            found.open(),
            "today-open",
            doors.all.then(|| "/desk?queue=all".to_owned()),
        ),
        bad(found.overdue, "today-overdue", board("overdue")),
        figure(found.repeats, "today-repeats", board("repeats")),
        figure(found.pressed, "today-pressed", board("pressed")),
    ];
    if let Some((_, count)) = &lists.submitted {
        all.push(figure(
            *count,
            "today-submitted",
            Some("/desk?queue=submitted".to_owned()),
        ));
    }
    let instructs = |rule: &procedure::ActRule| rule.does == procedure::Do::Instruct;
    if adopted.procedure.acts.iter().any(instructs) {
        all.push(figure(found.instructed, "today-instructed", board("instructed")));
    }
    all
}

fn of_cases(t: T, adopted: &Adopted, found: &Figures, doors: Doors, lists: &Lists) -> Vec<List> {
    let lines = |some: &[QueueLine]| -> Vec<Line> {
        some.iter()
            .map(|line| Line::of(t, adopted, line, found.now))
            .collect()
    };
    let mut all = Vec::new();
    if let Some((submitted, _)) = &lists.submitted {
        all.push(List {
            title: t.say("today-before-me"),
            lines: lines(submitted),
            act: Some(("instruct".to_owned(), t.say("today-instruct"))),
            more: Some(("/desk?queue=submitted".to_owned(), t.say("today-more"))),
        });
    }
    if doors.all || !lists.overdue.is_empty() {
        all.push(List {
            title: t.say("today-longest"),
            lines: lines(&lists.overdue),
            act: None,
            more: doors
                .board
                .then(|| ("/desk/board?what=overdue".to_owned(), t.say("today-more"))),
        });
    }
    all
}
