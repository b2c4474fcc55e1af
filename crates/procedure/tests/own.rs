//! A unit's own rules become part of the procedure that they extend, and every line of the whole knows whose it is.

use procedure::check::check_file;
use procedure::{Scope, Wanted, compose, own_rules, read};

const CITY: &str = include_str!("../../../procedures/suqian-12345.toml");
const WATER: &str = include_str!("../../../procedures/examples/suqian-water.toml");

fn find(wanted: Wanted<'_>) -> Option<String> {
    (wanted == Wanted::Procedure("suqian-12345")).then(|| CITY.to_owned())
}

#[test]
fn the_example_tightens_and_nothing_else() {
    let report = check_file(WATER, &find, &["cn"]);
    assert_eq!(report.findings, Vec::new());
    let whole = report.procedure.unwrap();
    assert_eq!(read(&report.text).unwrap().hash, whole.hash);
    let city = read(CITY).unwrap();
    assert_eq!(whole.head.parent, Some(city.hash.clone()));
    assert_eq!(whole.own(), [own_rules(WATER).unwrap()]);
    let handle = whole.clock("handle").unwrap();
    assert_eq!(
        handle.limit,
        city.clock("handle").unwrap().limit,
        "for all others it stays"
    );
    let own = &handle.limits[0];
    assert_eq!(
        (own.only_if[0].to_string(), own.limit.to_string()),
        ("order.unit = water".to_owned(), "8 hours".to_owned())
    );
    assert_eq!(own.clause.as_ref().unwrap().as_str(), "W-1");
    let news = whole.clock("water-first-news").unwrap();
    assert_eq!(news.only_if[0].to_string(), "order.unit = water");
    let demand = whole.demands.last().unwrap();
    assert_eq!(demand.only_where[0].to_string(), "order.unit = water");
    assert_eq!(whole.rungs.last().unwrap().unit.as_deref(), Some("water"));
    assert!(whole.clause("W-4").is_some() && whole.clause("SQ-1").is_some());
}

#[test]
fn every_line_knows_whose_it_is() {
    let whole = compose(CITY, &[WATER]).unwrap();
    for (number, line) in whole.text.lines().enumerate() {
        let (file, at) = whole.place(number + 1);
        let source = if file.is_none() { CITY } else { WATER };
        let came_from = source.lines().nth(at - 1).unwrap();
        let written = [
            "# ──",
            "if = [",
            "unit = ",
            "limits = [",
            "own_rules = [",
            "parent = ",
            "  {",
            "]",
        ];
        let ours = file.is_some() && (line.is_empty() || written.iter().any(|w| line.starts_with(w)));
        assert!(ours || line == came_from, "{number}: {line} is not {came_from}");
    }
}

#[test]
fn several_units_have_their_own_and_a_role_can_see_less() {
    let traffic = WATER
        .replace("\"suqian-water\"", "\"suqian-traffic\"")
        .replace("unit = \"water\"", "unit = \"traffic\"")
        .replace("W-", "T-")
        .replace("\"water-", "\"traffic-")
        + "\n[[role]]\nid = \"principal\"\nsees = \"none\"\nclause = \"T-4\"\n";
    let whole = compose(CITY, &[WATER, &traffic]).unwrap();
    let read = read(&whole.text).unwrap();
    let limits = &read.clock("handle").unwrap().limits;
    let units: Vec<String> = limits.iter().map(|l| l.only_if[0].to_string()).collect();
    assert_eq!(units, ["order.unit = water", "order.unit = traffic"]);
    let principal = read.role("principal").unwrap();
    assert_eq!(principal.sees_in(Some("traffic")), Scope::None);
    assert_eq!(principal.sees_in(Some("water")), Scope::OwnUnit);
    assert_eq!(compose(CITY, &[]).unwrap().text, CITY);
}
