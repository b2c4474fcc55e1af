//! Puts the plan on paper: grounds, tracks, then cards over them.

use super::card::{BODY, Badge, Card, INNER, LINE, SMALL, TITLE};
use super::edge::{Channel, Track};
use super::measure::{fit, width};
use super::pen::{Pen, Set, ink};
use super::plan::Plan;
use super::row::Row;
use crate::explain::Voice;
use crate::model::Do;

pub(super) fn paint(plan: &Plan, voice: &Voice<'_>) -> String {
    let head = &voice.procedure.head;
    let title = voice.say("draw-title", &[("title", voice.words(&head.title))]);
    let mut pen = Pen::new(plan.width, plan.height, &title, &voice.say("draw-desc", &[]));
    heading(&mut pen, plan, voice);
    grounds(&mut pen, plan, voice);
    // uprights first: what crosses them then shows as one line
    for track in &plan.tracks {
        upright(&mut pen, plan, track);
    }
    for track in &plan.tracks {
        joints(&mut pen, plan, track);
    }
    for card in &plan.boxes {
        draw_card(&mut pen, card);
    }
    for lane in [&plan.cases, &plan.orders] {
        for (index, card) in lane.iter().enumerate() {
            draw_card(&mut pen, card);
            if let Some(next) = lane
                .get(index + 1)
                .filter(|n| card.rows.iter().any(|r| r.own == Some(n.step)))
            {
                let x = card.x + card.width / 2.0;
                pen.line((x, card.y + card.height), (x, next.y - 6.0), ink::BLUE, false);
                pen.head((x, next.y - 1.0), (0.0, 1.0), ink::BLUE);
            }
        }
    }
    start(&mut pen, plan, voice);
    dots(&mut pen, plan);
    pen.finish()
}

fn set(size: f64, ink: &str) -> Set<'_> {
    Set {
        size,
        bold: false,
        ink,
        end: false,
    }
}

fn bold(size: f64, ink: &str) -> Set<'_> {
    Set {
        size,
        bold: true,
        ink,
        end: false,
    }
}

fn at_end(size: f64, ink: &str) -> Set<'_> {
    Set {
        size,
        bold: false,
        ink,
        end: true,
    }
}

fn heading(pen: &mut Pen, plan: &Plan, voice: &Voice<'_>) {
    let head = &voice.procedure.head;
    pen.text(
        24.0,
        42.0,
        &fit(&voice.words(&head.title), 23.0, plan.width - 48.0),
        bold(23.0, ink::TEXT),
    );
    let args = [
        ("by", voice.words(&head.issued_by)),
        ("from", head.in_force.to_string()),
    ];
    pen.text(
        24.0,
        68.0,
        &voice.say("draw-in-force", &args),
        set(BODY, ink::SOFT),
    );
    for (index, line) in plan.people.iter().enumerate() {
        pen.text(
            24.0,
            92.0 + index as f64 * 20.0,
            line,
            set(SMALL + 1.0, ink::SOFT),
        );
    }
    let mut x = plan.width - 24.0;
    let legend = [("draw-legend-right", true), ("draw-legend-clock", false)];
    for (key, right) in legend {
        let text = voice.say(key, &[]);
        let wide = width(&text, SMALL) + 30.0;
        x -= wide;
        draw_badge(
            pen,
            &Badge {
                text,
                right,
                x,
                y: 54.0,
                width: wide,
            },
            (0.0, 0.0),
        );
        x -= 10.0;
    }
}

fn grounds(pen: &mut Pen, plan: &Plan, voice: &Voice<'_>) {
    let lanes = [
        ("draw-cases", ink::CASES, &plan.cases),
        ("draw-orders", ink::ORDERS, &plan.orders),
    ];
    for ((key, ground, cards), (left, top, right)) in lanes.into_iter().zip(plan.lanes) {
        let Some(first) = cards.first() else { continue };
        pen.rect(
            (left, top, right - left, plan.height - top - 24.0),
            10.0,
            ground,
            None,
        );
        pen.text(first.x, top + 28.0, &voice.say(key, &[]), bold(17.0, ink::BLUE));
    }
}

/// Above the first card: a case arrives, and who takes it in.
fn start(pen: &mut Pen, plan: &Plan, voice: &Voice<'_>) {
    let Some(first) = plan.cases.first() else { return };
    let y = first.y - 50.0;
    let x = first.x + first.width / 2.0;
    let receipts = voice.procedure.acts.iter().filter(|a| a.does == Do::Receive);
    let mut roles: Vec<String> = Vec::new();
    for role in receipts.flat_map(|receipt| &receipt.by) {
        if !roles.contains(role) {
            roles.push(role.clone());
        }
    }
    let args = [
        ("act", voice.say("draw-start", &[])),
        ("roles", voice.roles(&roles)),
    ];
    let mut text = voice.say("draw-by", &args);
    // beside the first card there are tracks with words of their own
    if width(&text, BODY) > first.width {
        text = voice.say("draw-start", &[]);
    }
    let wide = width(&text, BODY) + 32.0;
    pen.rect((x - wide / 2.0, y, wide, 26.0), 13.0, ink::BLUE, None);
    pen.text(
        x - width(&text, BODY) / 2.0,
        y + 18.0,
        &text,
        set(BODY, ink::PAPER),
    );
    pen.line((x, y + 26.0), (x, first.y - 6.0), ink::BLUE, false);
    pen.head((x, first.y - 1.0), (0.0, 1.0), ink::BLUE);
}

fn upright(pen: &mut Pen, plan: &Plan, track: &Track) {
    let x = plan.track_x(track);
    let (top, bottom) = track.span();
    pen.line((x, top), (x, bottom), colour(track), false);
}

/// What leads into a track and out of it.
fn joints(pen: &mut Pen, plan: &Plan, track: &Track) {
    let (x, colour) = (plan.track_x(track), colour(track));
    for source in &track.sources {
        pen.line((x, source.y), (source.x, source.y), colour, source.by_itself);
    }
    let (end_x, end_y) = track.end;
    let direction = if track.from_left { 1.0 } else { -1.0 };
    pen.line((x, end_y), (end_x - direction * 8.0, end_y), colour, false);
    pen.head((end_x, end_y), (direction, 0.0), colour);
}

/// The beginnings of the tracks, over the edges of the cards.
fn dots(pen: &mut Pen, plan: &Plan) {
    for track in &plan.tracks {
        for source in &track.sources {
            pen.dot(source.x, source.y, 3.6, colour(track));
        }
    }
}

/// Neighbours in a channel differ, and so do the channels.
fn colour(track: &Track) -> &'static str {
    let shift = match track.channel {
        Channel::Cases => 0,
        Channel::Orders => 2,
        Channel::Middle => 5,
    };
    ink::TRACKS
        .get((track.slot + shift) % ink::TRACKS.len())
        .copied()
        .unwrap_or(ink::BLUE)
}

fn draw_card(pen: &mut Pen, card: &Card) {
    pen.open(&card.name);
    let fill = if card.end { ink::END } else { ink::PAPER };
    pen.rect(
        (card.x, card.y, card.width, card.height),
        8.0,
        fill,
        Some(ink::EDGE),
    );
    let (left, right) = (card.x + INNER, card.x + card.width - INNER);
    let room = card.width - 3.0 * INNER - width(&card.basis, SMALL);
    pen.text(
        left,
        card.y + 26.0,
        &fit(&card.name, TITLE, room),
        bold(TITLE, ink::TEXT),
    );
    if !card.basis.is_empty() {
        pen.text(right, card.y + 25.0, &card.basis, at_end(SMALL, ink::SOFT));
    }
    for badge in &card.badges {
        draw_badge(pen, badge, (card.x, card.y));
    }
    lines(pen, &card.note, (left, card.y + card.note_y));
    for row in &card.rows {
        draw_row(pen, row, (left, right), card.y + row.y);
    }
    lines(pen, &card.also, (left, card.y + card.also_y));
    pen.close();
}

fn lines(pen: &mut Pen, lines: &[String], (x, y): (f64, f64)) {
    for (index, line) in lines.iter().enumerate() {
        pen.text(x, y + 14.0 + index as f64 * LINE, line, set(SMALL, ink::SOFT));
    }
}

fn draw_row(pen: &mut Pen, row: &Row, (left, right): (f64, f64), y: f64) {
    pen.open(&row.title);
    pen.text(left, y + 15.0, &row.act, bold(BODY, ink::TEXT));
    let own_lines = if row.below { row.by.len().max(1) } else { 0 };
    for (index, line) in row.target.iter().enumerate() {
        let down = (own_lines + index) as f64 * 20.0;
        pen.text(right, y + 15.0 + down, line, at_end(BODY, ink::BLUE));
    }
    let after = left + width(&row.act, BODY) + 8.0;
    for (index, line) in row.by.iter().enumerate() {
        let x = if index == 0 { after } else { left + 12.0 };
        pen.text(x, y + 15.0 + index as f64 * 20.0, line, set(SMALL, ink::SOFT));
    }
    lines(pen, &row.conditions, (left + 12.0, y + row.head() as f64 * 20.0));
    pen.close();
}

fn draw_badge(pen: &mut Pen, badge: &Badge, (x, y): (f64, f64)) {
    let (fill, line, text) = if badge.right {
        ("#eef2fb", "#8fa3cc", "#2c4377")
    } else {
        ("#fff3dc", "#d9a441", "#6b4200")
    };
    let (x, y) = (x + badge.x, y + badge.y);
    pen.rect((x, y, badge.width, 19.0), 9.5, fill, Some(line));
    pen.clock(x + 13.0, y + 9.5, text);
    pen.text(x + 23.0, y + 13.8, &badge.text, set(SMALL, text));
}
