//! What the components are shown with: made by the same parts as on every page, with words of no case.

use crate::parts::{ActForm, ClockRow, Field, Input, Left, Moment, Tag, Tone};
use crate::shell::T;
use calendar::Instant;

const HOUR: i64 = 3_600_000;

pub(super) fn tags(t: T) -> Vec<Tag> {
    let tones = [
        Tone::Running,
        Tone::Soon,
        Tone::Overdue,
        Tone::Met,
        Tone::Late,
        Tone::Off,
    ];
    let plain = Tag::plain(&t.say("design-sample-step"));
    std::iter::once(plain)
        .chain(tones.map(|tone| Tag::of_tone(t, tone)))
        .collect()
}

pub(super) fn clocks(t: T, now: Instant) -> Vec<ClockRow> {
    let name = || t.say("design-sample-clock");
    let clock = |tone: Tone, from: i64, due: i64| {
        let (from, due) = (now.plus_ms(from * HOUR), now.plus_ms(due * HOUR));
        ClockRow::shown(
            t,
            name(),
            tone,
            t.say("design-sample-due"),
            Some(Left::of(t, from, due, now)),
        )
    };
    vec![
        clock(Tone::Running, -1, 30),
        clock(Tone::Soon, -30, 2),
        clock(Tone::Overdue, -30, -5),
        ClockRow::shown(t, name(), Tone::Met, t.say("design-sample-due"), None),
    ]
}

pub(super) fn faulty(t: T) -> Vec<Field> {
    let mut field = Field::new(t, "faulty", t.say("design-line"), Input::line("138", 40));
    field.id = "design-faulty".to_owned();
    field.fault = Some(t.say("identity-phone"));
    vec![field]
}

pub(super) fn acts(t: T, token: &str) -> Vec<ActForm> {
    let field = |id: &str| {
        let mut field = Field::new(t, "note", t.say("design-area"), Input::area("", 3, 200));
        field.id = id.to_owned();
        vec![field]
    };
    vec![
        ActForm::shown(
            t,
            "act-plain",
            t.say("design-sample-act"),
            token,
            field("act-plain-note"),
            false,
        ),
        ActForm::shown(
            t,
            "act-grave",
            t.say("design-sample-grave"),
            token,
            field("act-grave-note"),
            true,
        ),
    ]
}

pub(super) fn moments(t: T) -> Vec<Moment> {
    let moment = |what: &str, bad: bool| {
        Moment::shown(
            t,
            t.say("design-sample-due"),
            t.say(what),
            t.say("design-sample-text"),
            bad,
        )
    };
    vec![
        moment("design-sample-act", false),
        moment("design-sample-bad", true),
    ]
}

pub(super) fn rows(t: T) -> Vec<(String, String, Tag)> {
    let row = |title: &str, tone: Tone| (t.say(title), t.say("design-sample-due"), Tag::of_tone(t, tone));
    let titles = ["design-sample-one", "design-sample-two", "design-sample-text"];
    let tones = [Tone::Overdue, Tone::Soon, Tone::Running];
    titles
        .into_iter()
        .cycle()
        .zip(tones.into_iter().cycle())
        .take(6)
        .map(|(title, tone)| row(title, tone))
        .collect()
}
