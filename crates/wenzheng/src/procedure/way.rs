//! The end of `wenzheng procedure check`: what was proven, and the longest lawful way from receipt to reply.

use ::calendar::{Calendar, Lang, Limit};
use ::procedure::Procedure;
use ::procedure::prove::{Leg, Longest, Proof, Span};
use serde_json::{Value as Json, json};
use words::say;

/// The report in lines.
pub(super) fn lines(
    procedure: &Procedure,
    proof: &Proof,
    calendar: Option<&Calendar>,
    lang: Lang,
) -> Vec<String> {
    let say = |key: &str, args: &[(&str, String)]| say(lang, key, args);
    let mut lines = Vec::new();
    let way = &proof.longest;
    if !way.legs.is_empty() {
        let sum = sum(way, lang);
        let sum = if sum.is_empty() {
            say("procedure-way-no-limit", &[])
        } else {
            sum
        };
        lines.push(say("procedure-way", &[("sum", sum)]));
        lines.extend(
            way.legs
                .iter()
                .map(|leg| format!("    {}", shown(procedure, leg, lang))),
        );
    }
    for span in &way.whole {
        lines.push(say("procedure-way-whole", &[("limit", limit(span, lang))]));
    }
    let name = |id: &String| {
        procedure
            .step(id)
            .map_or_else(|| id.clone(), |s| s.name.get(lang).to_owned())
    };
    if !way.open.is_empty() {
        let steps: Vec<String> = way.open.iter().map(name).collect();
        lines.push(say("procedure-way-open", &[("steps", steps.join(comma(lang)))]));
    }
    for round in &way.rounds {
        let legs: Vec<String> = round.legs.iter().map(|leg| shown(procedure, leg, lang)).collect();
        lines.push(say("procedure-way-unbounded", &[("way", legs.join("; "))]));
    }
    if let Some((calendar, worst)) = calendar.and_then(|c| Some((c, way.worst(procedure, c)?))) {
        let args = [
            ("from", calendar.local(worst.from).date().to_string()),
            ("due", calendar.show_due(worst.due, lang)),
            ("days", worst.days.to_string()),
        ];
        lines.push(say("procedure-way-worst", &args));
    }
    let counts = [
        ("states", proof.states.to_string()),
        ("ways", proof.ways.to_string()),
    ];
    let key = match (proof.whole && way.all, proof.whole_of_two) {
        (true, true) => "procedure-proven",
        (true, false) => "procedure-proven-of-one",
        (false, _) => "procedure-not-proven",
    };
    lines.push(say(key, &counts));
    lines
}

/// The same as data.
pub(super) fn data(procedure: &Procedure, proof: &Proof, calendar: Option<&Calendar>) -> Json {
    let leg = |leg: &Leg| {
        json!({
            "act": leg.what, "lapse": leg.lapse, "by": leg.by, "clause": leg.clause,
            "case": leg.case, "orders": leg.orders,
        })
    };
    let span = |span: &Span| {
        json!({
            "clock": span.clock, "limit": span.limit.map(|l| l.to_string()),
            "extension": span.more.map(|l| l.to_string()), "clause": span.clause,
        })
    };
    let way = &proof.longest;
    let worst = calendar.and_then(|c| Some((c, way.worst(procedure, c)?)));
    json!({
        "states": proof.states,
        "ways": proof.ways,
        "whole": proof.whole && way.all,
        "whole_of_two_work_orders": proof.whole_of_two,
        "longest": {
            "sum": sum(way, Lang::En),
            "path": way.legs.iter().map(leg).collect::<Vec<_>>(),
            "limits": way.spans.iter().map(span).collect::<Vec<_>>(),
            "on_the_whole": way.whole.iter().map(span).collect::<Vec<_>>(),
            "without_limit": way.open,
            "unbounded": way.rounds.iter()
                .map(|r| r.legs.iter().map(leg).collect::<Vec<_>>())
                .collect::<Vec<_>>(),
            "worst": worst.map(|(calendar, worst)| json!({
                "from": calendar.rfc3339(worst.from), "due": calendar.rfc3339(worst.due), "days": worst.days,
            })),
        },
    })
}

/// `12 hours + 6 days (SQ-10(3))`, limit after limit.
fn sum(way: &Longest, lang: Lang) -> String {
    let spans: Vec<String> = way.spans.iter().map(|span| limit(span, lang)).collect();
    spans.join(" + ")
}

/// A limit with its extension, clock and clause.
fn limit(span: &Span, lang: Lang) -> String {
    let text = |limit: Limit| match lang {
        Lang::Zh => limit.zh(),
        Lang::En => limit.to_string(),
    };
    let own = span
        .limit
        .map_or_else(|| say(lang, "procedure-way-named", &[]), text);
    let more = span
        .more
        .map(|more| format!(" + {}", text(more)))
        .unwrap_or_default();
    let clause = span
        .clause
        .clone()
        .unwrap_or_else(|| say(lang, "procedure-way-house", &[]));
    format!("{own}{more} ({}, {clause})", span.clock)
}

/// One leg: what is done, by whom, under which clause, and where it leads.
fn shown(procedure: &Procedure, leg: &Leg, lang: Lang) -> String {
    let step = |id: &String| {
        procedure
            .step(id)
            .map_or_else(|| id.clone(), |s| s.name.get(lang).to_owned())
    };
    let role = |id: &String| {
        procedure
            .role(id)
            .map_or_else(|| id.clone(), |r| r.name.get(lang).to_owned())
    };
    let what = if leg.lapse {
        say(lang, "procedure-way-lapse", &[("clock", leg.what.clone())])
    } else {
        say(lang, &format!("act-{}", leg.what), &[])
    };
    let by: Vec<String> = leg.by.iter().map(role).collect();
    let clause = leg
        .clause
        .clone()
        .unwrap_or_else(|| say(lang, "procedure-way-house", &[]));
    let mut text = format!("{what} ({clause}");
    if !by.is_empty() {
        text.push_str(": ");
        text.push_str(&by.join(comma(lang)));
    }
    text.push_str(") → ");
    text.push_str(&step(&leg.case));
    if !leg.orders.is_empty() {
        let orders: Vec<String> = leg.orders.iter().map(step).collect();
        text.push_str(&format!(" [{}]", orders.join(comma(lang))));
    }
    text
}

fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}
