//! An exported log gone through: sound as it is, and every change named.

use proof::{
    Algorithm, Check, Edge, Entry, Event, Found, Head, Kept, Leaf, Line, Opening, Promise, Receipt, Report,
    Scheme, SigningKey, Unlogged,
};

const START: i64 = 1_780_000_000_000;
const HASH: Algorithm = Algorithm::Sha256;

fn key() -> SigningKey {
    SigningKey::of(Scheme::Ed25519, &[1; 32]).unwrap()
}

fn salt(n: u64) -> Vec<u8> {
    vec![n as u8; 32]
}

/// Event `n`: every stream has three.
fn of(n: u64, bytes: &[u8], recorded: i64) -> (String, u64, Event, proof::Digest) {
    let (stream, seq) = (format!("case/{}", n / 3), n % 3 + 1);
    let entry = Entry {
        log: "example",
        stream: &stream,
        seq,
        kind: "note",
        version: 1,
        at: recorded,
        recorded,
        procedure: "p",
        calendar: "c",
        bytes,
    };
    let (event, commitment) = (Event::of(&entry, &salt(n)), entry.commitment(HASH, &salt(n)));
    (stream, seq, event, commitment)
}

fn at(n: u64) -> i64 {
    START + 1000 * n as i64
}

/// A log of forty events with a head behind every tenth, and the stored nodes.
fn log() -> Vec<Line> {
    let mut lines = vec![Line::Opening(Opening::new("example", key().public(), HASH))];
    let mut edge = Edge::new(HASH);
    for n in 0..40 {
        let (stream, seq, event, commitment) = of(n, b"{}", at(n));
        lines.push(Line::Leaf(Leaf {
            leaf: n,
            commitment,
            stream: Some(stream),
            seq: Some(seq),
            event: Some(event),
        }));
        for node in edge.push(&commitment) {
            lines.push(Line::Node {
                node: (node.level, node.index),
                hash: node.hash,
            });
        }
        if n % 10 == 9 {
            let head = Head::sign(&key(), "example", HASH, n + 1, edge.root(), at(n) + 500).unwrap();
            lines.push(Line::Head { head: head.text() });
        }
    }
    lines
}

fn check(lines: &[Line], receipts: Vec<Receipt>, old: Vec<Head>) -> Report {
    let mut check = Check::new(Some(key().public()), receipts, old);
    for line in lines {
        check.line(&serde_json::to_string(line).unwrap());
    }
    check.end()
}

/// What is found, as `FOUND stream seq`.
fn found(lines: &[Line]) -> Vec<(Found, String)> {
    let name = |f: &proof::Finding| {
        let event = f
            .stream
            .clone()
            .map(|stream| format!("{stream} {}", f.seq.unwrap()));
        (f.found, event.unwrap_or_default())
    };
    check(lines, vec![], vec![]).findings.iter().map(name).collect()
}

fn leaf(lines: &mut [Line], n: u64) -> &mut Leaf {
    lines
        .iter_mut()
        .find_map(|line| match line {
            Line::Leaf(leaf) if leaf.leaf == n => Some(leaf),
            _ => None,
        })
        .unwrap()
}

#[test]
fn a_log_as_it_is_has_no_fault() {
    let report = check(&log(), vec![], vec![]);
    assert!(report.sound, "{:?}", report.findings);
    assert_eq!(
        (report.leaves, report.events, report.heads, report.covered),
        (40, 40, 4, 40)
    );
    assert_eq!(report.until, Some(at(39) + 500));
}

/// A stranger's copy has no events, and stands as well.
#[test]
fn commitments_alone_are_checked_too() {
    let mut lines = log();
    lines.retain(|line| !matches!(line, Line::Node { .. }));
    for line in &mut lines {
        if let Line::Leaf(leaf) = line {
            (leaf.stream, leaf.seq, leaf.event) = (None, None, None);
        }
    }
    assert!(check(&lines, vec![], vec![]).sound);
    leaf(&mut lines, 12).commitment = HASH.digest(&[b"another"]);
    let findings = check(&lines, vec![], vec![]).findings;
    assert_eq!(findings[0].found, Found::Root);
    let suspects: Vec<u64> = findings[1..].iter().filter_map(|finding| finding.leaf).collect();
    assert_eq!(suspects, (10..20).collect::<Vec<u64>>());
}

#[test]
fn an_altered_event_is_named() {
    let mut lines = log();
    leaf(&mut lines, 13).event.as_mut().unwrap().bytes = "e30K".into();
    assert_eq!(found(&lines), [(Found::Altered, "case/4 2".to_owned())]);
}

#[test]
fn a_dropped_event_is_named() {
    let mut lines = log();
    leaf(&mut lines, 0).event = None;
    assert_eq!(found(&lines), [(Found::Gone, "case/0 1".to_owned())]);
}

#[test]
fn events_that_changed_places_are_named() {
    let mut lines = log();
    let first = leaf(&mut lines, 3).event.clone();
    let second = std::mem::replace(&mut leaf(&mut lines, 4).event, first);
    leaf(&mut lines, 3).event = second;
    let wrong = [
        (Found::Altered, "case/1 1".to_owned()),
        (Found::Altered, "case/1 2".to_owned()),
    ];
    assert_eq!(found(&lines), wrong);
}

#[test]
fn a_time_put_back_is_named() {
    let mut lines = log();
    leaf(&mut lines, 20).event.as_mut().unwrap().recorded -= 1;
    assert_eq!(found(&lines), [(Found::Altered, "case/6 3".to_owned())]);
}

/// Whoever holds the salts can alter the event and its leaf together; the stored node says under which sixteen.
#[test]
fn a_leaf_changed_with_its_event_breaks_the_root_and_is_narrowed_down() {
    let mut lines = log();
    let (_, _, event, commitment) = of(17, b"{\"x\":1}", at(17));
    (leaf(&mut lines, 17).event, leaf(&mut lines, 17).commitment) = (Some(event), commitment);
    let found = found(&lines);
    assert_eq!(found[0].0, Found::Root);
    assert!(found[1..].contains(&(Found::Suspect, "case/5 3".to_owned())));
    assert!(found.len() <= 17, "{found:?}");
}

/// An event made up later and dated to before a head that does not have it.
#[test]
fn an_event_dated_back_is_named() {
    let mut lines = log();
    let mut edge = Edge::new(HASH);
    for n in 0..40 {
        edge.push(&leaf(&mut lines, n).commitment.clone());
    }
    let (stream, seq, event, commitment) = of(42, b"{}", START - 90_000);
    edge.push(&commitment);
    lines.push(Line::Leaf(Leaf {
        leaf: 40,
        commitment,
        stream: Some(stream),
        seq: Some(seq),
        event: Some(event),
    }));
    let head = Head::sign(&key(), "example", HASH, 41, edge.root(), at(50)).unwrap();
    lines.push(Line::Head { head: head.text() });
    assert_eq!(found(&lines), [(Found::DatedBack, "case/14 1".to_owned())]);
}

#[test]
fn an_event_kept_out_of_the_log_is_named() {
    let mut lines = log();
    let unlogged = |seq, recorded| Line::Unlogged {
        unlogged: Unlogged {
            stream: "case/99".into(),
            seq,
            recorded,
        },
    };
    lines.push(unlogged(1, at(39) - 70_000));
    lines.push(unlogged(2, at(39)));
    assert_eq!(found(&lines), [(Found::NotLogged, "case/99 1".to_owned())]);
}

#[test]
fn heads_and_numbers_are_checked() {
    let mut lines = log();
    let Some(Line::Head { head }) = lines.last_mut() else {
        panic!()
    };
    *head = head.replace("size: 40", "size: 39");
    assert_eq!(found(&lines)[0].0, Found::HeadSignature);
    let mut lines = log();
    lines.retain(|line| !matches!(line, Line::Leaf(leaf) if leaf.leaf == 12));
    assert!(found(&lines).iter().any(|(found, _)| *found == Found::LeafNumber));
    let other = SigningKey::of(Scheme::Ed25519, &[2; 32]).unwrap();
    let mut check = Check::new(Some(other.public()), vec![], vec![]);
    log()
        .iter()
        .for_each(|line| check.line(&serde_json::to_string(line).unwrap()));
    assert_eq!(check.end().findings[0].found, Found::OtherKey);
    assert_eq!(
        Check::new(None, vec![], vec![]).end().findings[0].found,
        Found::Unreadable
    );
}

/// Yesterday's head, kept by somebody, against a log that was written anew since.
#[test]
fn todays_log_extends_yesterdays() {
    let lines = log();
    let heads = |lines: &[Line]| -> Vec<Head> {
        let text = |line: &Line| match line {
            Line::Head { head } => Head::read(head).ok(),
            _ => None,
        };
        lines.iter().filter_map(text).collect()
    };
    assert!(check(&lines, vec![], heads(&lines)).sound);
    let root = HASH.digest(&[b"another"]);
    let kept = Head::sign(&key(), "example", HASH, 25, root, at(25)).unwrap();
    let report = check(&lines, vec![], vec![kept]);
    assert_eq!(
        (report.findings[0].found, report.findings[0].head),
        (Found::NotExtended, Some(25))
    );
    let longer = Head::sign(&key(), "example", HASH, 41, root, at(41)).unwrap();
    assert_eq!(
        check(&lines, vec![], vec![longer]).findings[0].found,
        Found::NotExtended
    );
}

fn receipt(n: u64, recorded: i64, by: &SigningKey) -> Receipt {
    let (stream, seq, _, commitment) = of(n, b"{}", recorded);
    let head = Head::sign(by, "example", HASH, 0, HASH.empty(), START).unwrap();
    let promise = Promise {
        stream: &stream,
        seq,
        commitment,
        salt: &salt(n),
        recorded,
    };
    Receipt::sign(by, &head, promise).unwrap()
}

#[test]
fn a_promise_is_kept_early_or_provably_broken() {
    let lines = log();
    let mine = key();
    let kept = |receipt| {
        let report = check(&lines, vec![receipt], vec![]);
        (report.receipts[0].kept, report.receipts[0].leaf)
    };
    assert_eq!(kept(receipt(7, at(7), &mine)), (Kept::InLog, Some(7)));
    assert_eq!(kept(receipt(45, at(39), &mine)), (Kept::NotYet, None));
    assert_eq!(kept(receipt(45, at(39) - 60_000, &mine)), (Kept::Broken, None));
    let other = SigningKey::of(Scheme::Ed25519, &[2; 32]).unwrap();
    assert_eq!(kept(receipt(7, at(7), &other)).0, Kept::NotOurs);
}

/// Without a signed head anybody could have written the file.
#[test]
fn leaves_without_a_signed_head_are_not_sound() {
    let mut lines = log();
    lines.retain(|line| !matches!(line, Line::Head { .. }));
    assert_eq!(found(&lines), [(Found::NoHead, String::new())]);
    assert!(!check(&lines, vec![], vec![]).sound);
}

/// A file that ends early excuses nothing when a later head is known.
#[test]
fn a_later_head_shown_elsewhere_breaks_a_promise() {
    let lines = log();
    let edge = |size: u64| {
        let mut edge = Edge::new(HASH);
        for n in 0..size {
            edge.push(&leaf(&mut log(), n).commitment);
        }
        edge.root()
    };
    let receipt = receipt(45, at(39), &key());
    let later = Head::sign(&key(), "example", HASH, 40, edge(40), receipt.until() + 1).unwrap();
    let report = check(&lines, vec![receipt.clone()], vec![later.clone()]);
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    assert_eq!((report.sound, report.receipts[0].kept), (false, Kept::Broken));
    // nobody else's head says anything
    let other = SigningKey::of(Scheme::Ed25519, &[2; 32]).unwrap();
    let foreign = Head::sign(&other, "example", HASH, 40, edge(40), receipt.until() + 1).unwrap();
    let report = check(&lines, vec![receipt], vec![foreign]);
    assert_eq!(report.receipts[0].kept, Kept::NotYet);
}
