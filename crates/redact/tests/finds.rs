//! How well it finds: measured on invented texts that lie beside, held to a floor, and published in `docs/redaction.md`
//! as measured.

use redact::{Find, Kind};
use std::collections::BTreeMap;

const TEXTS: [&str; 6] = [
    include_str!("texts/names.txt"),
    include_str!("texts/numbers.txt"),
    include_str!("texts/addresses.txt"),
    include_str!("texts/accounts.txt"),
    include_str!("texts/mixed.txt"),
    include_str!("texts/plain.txt"),
];

/// Of a hundred that stand in the texts, how many are found at least; of a hundred found, how many are right at least.
const FLOOR: [(Kind, u32, u32); 9] = [
    (Kind::Name, 90, 90),
    (Kind::Phone, 95, 95),
    (Kind::IdNumber, 95, 95),
    (Kind::Plate, 95, 95),
    (Kind::BankCard, 95, 95),
    (Kind::Address, 90, 90),
    (Kind::Email, 95, 95),
    (Kind::Wechat, 90, 90),
    (Kind::Qq, 95, 95),
];

/// A text without its marks, and what they mark.
fn read(line: &str) -> (String, Vec<Find>) {
    let line = line.replace("\\n", "\n");
    let (mut text, mut finds, mut rest) = (String::new(), Vec::new(), line.as_str());
    while let Some((before, marked)) = rest.split_once('{') {
        let (kind, marked) = marked.split_once(':').unwrap();
        let (piece, behind) = marked.split_once('}').unwrap();
        text.push_str(before);
        let start = text.len();
        text.push_str(piece);
        let kind = match kind {
            "n" => Kind::Name,
            "p" => Kind::Phone,
            "i" => Kind::IdNumber,
            "c" => Kind::Plate,
            "b" => Kind::BankCard,
            "a" => Kind::Address,
            "e" => Kind::Email,
            "w" => Kind::Wechat,
            "q" => Kind::Qq,
            other => panic!("no kind {other}"),
        };
        finds.push(Find {
            span: start..text.len(),
            kind,
        });
        rest = behind;
    }
    text.push_str(rest);
    (text, finds)
}

/// Hard ones, on which the finders were bettered after they had been measured on them.
const HARD: &str = include_str!("texts/hard.txt");

/// Written after the finders, and never used to better them.
const HELD_OUT: &str = include_str!("texts/held-out.txt");

/// The same once more, written before the finders were changed the next time.
const HELD_OUT_2: &str = include_str!("texts/held-out-2.txt");

fn of(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn lines() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().flat_map(|text| of(text))
}

#[derive(Default)]
struct Tally {
    there: u32,
    found: u32,
    right: u32,
}

/// What was found in some texts by kind, and what went wrong.
fn measure<'a>(lines: impl Iterator<Item = &'a str>) -> (BTreeMap<Kind, Tally>, String) {
    let mut tallies: BTreeMap<Kind, Tally> = BTreeMap::new();
    let mut errors = String::new();
    for line in lines {
        let (text, there) = read(line);
        let found = redact::find(&text);
        for find in &there {
            tallies.entry(find.kind).or_default().there += 1;
            if !found.contains(find) {
                errors += &format!("missed {:?} {} in {text}\n", find.kind, &text[find.span.clone()]);
            }
        }
        for find in &found {
            let tally = tallies.entry(find.kind).or_default();
            tally.found += 1;
            if there.contains(find) {
                tally.right += 1;
            } else {
                errors += &format!("wrong {:?} {} in {text}\n", find.kind, &text[find.span.clone()]);
            }
        }
    }
    (tallies, errors)
}

/// `docs/redaction.md` says what was measured, under a heading.
fn published(heading: &str, tallies: &BTreeMap<Kind, Tally>, errors: &str) {
    let said = include_str!("../../../docs/redaction.md");
    let (_, said) = said.split_once(heading).unwrap();
    let said = said.split("\n## ").next().unwrap();
    let row = |(kind, t): (&Kind, &Tally)| {
        format!(
            "| {kind:?} | {} | {} | {} | {} |",
            t.there,
            t.found,
            t.right,
            t.there - t.right
        )
    };
    let rows: Vec<String> = tallies.iter().map(row).collect();
    let all = rows.iter().all(|row| said.contains(row));
    assert!(
        all,
        "docs/redaction.md does not say:\n{}\n{errors}",
        rows.join("\n")
    );
}

#[test]
fn what_is_found_of_what_stands_there() {
    let (tallies, errors) = measure(lines());
    published("## How well", &tallies, &errors);
    for (kind, recall, precision) in FLOOR {
        let t = &tallies[&kind];
        assert!(
            t.right * 100 >= recall * t.there,
            "{kind:?} is missed too often\n{errors}"
        );
        assert!(
            t.right * 100 >= precision * t.found,
            "{kind:?} is found too often\n{errors}"
        );
    }
}

#[test]
fn what_is_found_in_hard_texts() {
    let (tallies, errors) = measure(of(HARD));
    published("## On hard texts", &tallies, &errors);
}

#[test]
fn what_is_found_in_texts_that_bettered_nothing() {
    let (tallies, errors) = measure(of(HELD_OUT));
    published("## On other texts", &tallies, &errors);
}

#[test]
fn what_is_found_in_further_texts_that_bettered_nothing() {
    let (tallies, errors) = measure(of(HELD_OUT_2));
    published("## On further texts", &tallies, &errors);
}

#[test]
fn the_set_is_large_enough_to_say_something() {
    assert!(lines().count() >= 300);
    assert!(lines().map(|line| read(line).1.len()).sum::<usize>() >= 250);
    assert!(lines().filter(|line| read(line).1.is_empty()).count() >= 80);
}

#[test]
fn finds_stand_in_order_and_apart() {
    for line in lines() {
        let (text, _) = read(line);
        let finds = redact::find(&text);
        assert!(
            finds.windows(2).all(|two| two[0].span.end <= two[1].span.start),
            "{text}"
        );
    }
}
