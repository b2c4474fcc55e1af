//! Rounds: the times of today, the form that records one, and the list of a month.

use crate::parts::{Choice, Field, Input, Tag, Tone, note};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use office::rounds::{RoundSlot, SlotState};
use report::sheet::{Cell, Sheet};

/// `GET /desk/rounds`; the form sends to `POST /desk/rounds`.
#[derive(Debug, Template)]
#[template(path = "desk/rounds.html")]
pub struct Rounds {
    frame: Frame,
    today: Vec<Line>,
    /// Empty for those who have nothing to record.
    fields: Vec<Field>,
    month: String,
    chooser: Field,
    lines: Vec<Line>,
    counts: String,
}

#[derive(Debug)]
struct Line {
    name: String,
    at: String,
    state: Tag,
    by: String,
    when: String,
    items: String,
    text: String,
}

impl Line {
    fn of(t: T, calendar: &Calendar, slot: &RoundSlot) -> Self {
        let mut line = Self {
            name: t.text(&slot.name).to_owned(),
            at: calendar.show(slot.at, t.lang()),
            state: Tag {
                tone: match slot.state {
                    SlotState::Ahead => Tone::Plain,
                    SlotState::Waits => Tone::Running,
                    SlotState::Recorded { late: false, .. } => Tone::Met,
                    SlotState::Recorded { late: true, .. } => Tone::Late,
                    SlotState::Missed => Tone::Overdue,
                },
                word: state_name(t, &slot.state),
            },
            by: String::new(),
            when: String::new(),
            items: String::new(),
            text: String::new(),
        };
        if let SlotState::Recorded {
            at, by, items, text, ..
        } = &slot.state
        {
            line.by.clone_from(by);
            line.when = calendar.show(*at, t.lang());
            line.items = items.map(|items| items.to_string()).unwrap_or_default();
            line.text = text.clone().unwrap_or_default();
        }
        line
    }
}

fn state_name(t: T, state: &SlotState) -> String {
    match state {
        SlotState::Ahead => t.say("rounds-ahead"),
        SlotState::Waits => t.say("rounds-waits"),
        SlotState::Recorded { late: false, .. } => t.say("rounds-done"),
        SlotState::Recorded { late: true, .. } => t.say("rounds-done-late"),
        SlotState::Missed => t.say("rounds-missed"),
    }
}

impl Rounds {
    /// From the times of today, those that can be recorded, and those of a month; `was` and `faults` are of a form that
    /// comes back.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        today: &[RoundSlot],
        open: &[RoundSlot],
        (month, slots): (String, &[RoundSlot]),
        was: &dyn Fn(&str) -> String,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let lines = |slots: &[RoundSlot]| slots.iter().map(|slot| Line::of(t, calendar, slot)).collect();
        let mine: Vec<&RoundSlot> = open.iter().filter(|slot| slot.mine).collect();
        let mut fields = if mine.is_empty() {
            Vec::new()
        } else {
            fields(t, calendar, &mine, was)
        };
        note(&mut fields, faults);
        let mut chooser = month_field(t, &month);
        note(std::slice::from_mut(&mut chooser), faults);
        let missed = slots.iter().filter(|slot| {
            matches!(
                slot.state,
                SlotState::Missed | SlotState::Recorded { late: true, .. }
            )
        });
        let counts = [("all", slots.len()), ("missed", missed.count())];
        Self {
            today: lines(today),
            fields,
            chooser,
            month,
            lines: lines(slots),
            counts: t.args("rounds-counts", &counts.map(|(name, n)| (name, words::count(n)))),
            frame,
        }
    }
}

fn month_field(t: T, month: &str) -> Field {
    let input = Input::Line {
        value: month.to_owned(),
        kind: "month",
        autocomplete: "off",
        keyboard: "text",
        most: 7,
    };
    Field::new(t, "month", t.say("rounds-month"), input)
}

fn fields(t: T, calendar: &Calendar, mine: &[&RoundSlot], was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let chosen = was("slot");
    let choice = |(no, slot): (usize, &&RoundSlot)| {
        let value = format!("{} {}", slot.round, slot.at.ms());
        Choice {
            chosen: if chosen.is_empty() {
                no == 0
            } else {
                chosen == value
            },
            label: format!("{} {}", t.text(&slot.name), calendar.show(slot.at, t.lang())),
            note: Some(state_name(t, &slot.state)),
            value,
        }
    };
    let slots = mine.iter().enumerate().map(choice).collect();
    let items = Input::Line {
        value: was("items"),
        kind: "text",
        autocomplete: "off",
        keyboard: "numeric",
        most: 6,
    };
    vec![
        Field::new(t, "slot", t.say("rounds-which"), Input::Radios(slots)),
        Field::new(t, "items", t.say("rounds-items"), items)
            .hint(t.say("rounds-items-hint"))
            .optional(),
        Field::new(
            t,
            "text",
            t.say("rounds-text"),
            Input::area(&was("text"), 4, 20_000),
        )
        .hint(t.say("rounds-text-hint"))
        .optional(),
    ]
}

/// The list of a month as it is taken along.
pub fn month_sheet(t: T, calendar: &Calendar, slots: &[RoundSlot]) -> Sheet {
    let head = [
        t.say("rounds-name"),
        t.say("rounds-at"),
        t.say("rounds-state"),
        t.say("rounds-by"),
        t.say("rounds-when"),
        t.say("rounds-items"),
        t.say("rounds-text"),
    ];
    let row = |slot: &RoundSlot| {
        let line = Line::of(t, calendar, slot);
        let items = line.items.parse::<i64>();
        vec![
            line.name.into(),
            line.at.into(),
            line.state.word.into(),
            line.by.into(),
            line.when.into(),
            items.map_or_else(|_| Cell::Text(String::new()), Cell::Number),
            line.text.into(),
        ]
    };
    Sheet {
        head: head.into(),
        rows: slots.iter().map(row).collect(),
    }
}
