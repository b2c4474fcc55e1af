//! Who may what: every route of the program, asked by every role of every procedure that ships, by a citizen, by the
//! administrator and by nobody. What must come out stands in `table.toml`, written by hand. A route that it does not
//! name fails the test, and so does one that is there no more.

mod cases;
mod table;
mod world;

use axum::http::StatusCode;
use std::collections::BTreeSet;
use table::{Line, Table};
use world::{Answer, PROCEDURES, World};

#[test]
fn every_route_stands_in_the_table_and_no_other() {
    let routes: BTreeSet<String> = web::routes()
        .into_iter()
        .map(|(m, p)| format!("{m} {p}"))
        .collect();
    let table: BTreeSet<String> = Table::read().lines.into_iter().map(|line| line.is).collect();
    let unknown: Vec<_> = routes.difference(&table).collect();
    let gone: Vec<_> = table.difference(&routes).collect();
    assert!(
        unknown.is_empty(),
        "table.toml does not say who may: {unknown:#?}"
    );
    assert!(
        gone.is_empty(),
        "table.toml names what is there no more: {gone:#?}"
    );
}

#[test]
fn every_role_of_every_procedure_stands_in_the_table() {
    let table = Table::read();
    for id in PROCEDURES {
        let procedure = world::rules(id);
        let roles = procedure
            .roles
            .iter()
            .filter(|role| role.seat != procedure::Seat::Citizen);
        let roles: BTreeSet<&str> = roles.map(|role| role.id.as_str()).collect();
        let named = table.named(id);
        let named: BTreeSet<&str> = named.iter().map(String::as_str).collect();
        let missing: Vec<_> = roles.difference(&named).collect();
        assert!(missing.is_empty(), "{id}: table.toml says nothing of {missing:?}");
    }
}

/// Whether the door opened: not sent away to sign in, not refused or put off, not told that nothing is there.
fn opened(answer: &Answer) -> bool {
    let away = ["/desk/sign-in", "/follow", "/my"];
    let away = away.iter().any(|page| answer.to.starts_with(page));
    let refused = [
        StatusCode::UNAUTHORIZED,
        StatusCode::FORBIDDEN,
        StatusCode::NOT_FOUND,
        StatusCode::TOO_MANY_REQUESTS,
    ];
    !away && !refused.contains(&answer.status)
}

async fn walk(id: &str) {
    let table = Table::read();
    let world = World::of(id).await;
    let mut wrong = Vec::new();
    let lines: Vec<&Line> = table.lines.iter().filter(|line| world.has(line)).collect();
    for person in &world.people {
        for line in &lines {
            let expected = table.opens(line, id, &person.name, person.unit);
            let answer = world.ask(person, line).await;
            let status = answer.status;
            assert!(
                status.as_u16() < 500,
                "{} as {}: {status}",
                line.at(),
                person.name
            );
            if opened(&answer) != expected {
                let door = if expected { "stays shut" } else { "opens" };
                let unit = person.unit.unwrap_or("-");
                wrong.push(format!(
                    "{} {} as {} ({unit}): {door} ({status} {})",
                    line.method(),
                    line.at(),
                    person.name,
                    answer.to
                ));
            }
            // and of what is behind the door not everybody reads all
            if let Some(words) = line.says() {
                let reads = table.reads(line, id, &person.name, person.unit);
                if answer.says.contains(words) != reads {
                    let which = if reads { "is not told" } else { "reads" };
                    wrong.push(format!("{} as {}: {which} '{words}'", line.at(), person.name));
                }
            }
            // what one may not see is not there: the answer is that of a number that does not exist
            if line.hides() && !opened(&answer) && person.is_staff() {
                assert_eq!(status, StatusCode::NOT_FOUND, "{} as {}", line.at(), person.name);
            }
        }
    }
    assert!(wrong.is_empty(), "{id}:\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn suqian() {
    walk("suqian-12345").await;
}

#[tokio::test]
async fn pingliang() {
    walk("pingliang-messages").await;
}

#[tokio::test]
async fn jungar() {
    walk("jungar-messages").await;
}

#[tokio::test]
async fn wenshao() {
    walk("wenshao-wenzheng").await;
}
