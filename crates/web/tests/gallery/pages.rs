//! One handler that shows any page by name.

use super::{Gallery, PAGES};
use axum::extract::{Path, State};
use axum::response::{Html, Response};
use case::CaseNumber;
use office::Adopted;
use office::view::{CaseView, QueueLine};
use std::sync::Arc;
use web::pages::desk::case_page::{Around, CasePage};
use web::pages::desk::{Line, bench, call, first, ledger, nav, queue, sign_in};
use web::pages::write_steps::{Asks, Made, Step, WriteStep};
use web::pages::{about, conformance, design, follow, home, my_case, procedure, reading, receipt, write};
use web::parts::{Pager, Unit};
use web::shell::{Entry, Frame, Here, PageError, Reading, T, Who};

pub(crate) async fn index() -> Html<String> {
    let link = |name: &&str| format!("<li><a href=\"/design/{name}\">{name}</a></li>");
    let links: String = PAGES.iter().map(link).collect();
    Html(format!(
        "<!doctype html><html lang=\"zh-CN\"><head><title>design</title></head><body><ul>{links}</ul></body></html>"
    ))
}

fn desk(here: &Here, title: String) -> Frame {
    let who = Who {
        name: "孙悦".to_owned(),
        posts: here.t.say("act-dispatch"),
    };
    let mut nav = nav(here.t, true, true);
    nav[0].count = Some(5);
    Frame::desk(here, title, who, nav)
}

fn nothing(_: &str) -> String {
    String::new()
}

fn write_step(frame: impl Fn(String) -> Frame, rules: &Adopted, step: Step, asks: Asks) -> WriteStep {
    let frame = frame("write".to_owned());
    let made = Made {
        rules: &rules.procedure,
        accusable: &[],
        places: &[],
        account: Some("138****8000"),
        command: "0123456789abcdef",
    };
    let typed = |name: &str| match name {
        "title" => "路灯不亮".to_owned(),
        _ => String::new(),
    };
    let faults = [("text".to_owned(), frame.t.say("field-empty"))];
    WriteStep::of(frame, step, asks, made, &typed, &faults)
}

pub(crate) async fn page(
    State(gallery): State<Arc<Gallery>>,
    here: Here,
    Path(name): Path<String>,
) -> Result<Response, PageError> {
    let (t, test) = (here.t, &gallery.test);
    let rules = test.office.in_force(&test.j, test.office.now()).await?;
    let frame = |title: String| Frame::new(&here, title);
    let faults = vec![
        ("title".to_owned(), t.say("number-mistyped")),
        ("phone".to_owned(), t.say("identity-phone")),
    ];
    let typed = |name: &str| {
        if name == "text" {
            "<script>alert(1)</script>".to_owned()
        } else {
            String::new()
        }
    };
    let command = "0123456789abcdef";
    Ok(match name.as_str() {
        "design" => here.show(&design::Design::of(
            frame(design::Design::title(t)),
            test.office.now(),
        )),
        "reading" => here.show(&reading::ReadingPage::of(
            frame(reading::ReadingPage::title(t)),
            Reading::ALL,
            "/",
        )),
        "home" => here.show(&home::Home::of(
            frame(home::Home::title(t)),
            &rules.procedure,
            "/procedure",
        )),
        "write-what" => here.show(&write_step(frame, &rules, Step::What, Asks::Phone)),
        "write-where" => here.show(&write_step(frame, &rules, Step::Where, Asks::Phone)),
        "write-phone" => here.show(&write_step(frame, &rules, Step::Who, Asks::Phone)),
        "write-who" => here.show(&write_step(
            frame,
            &rules,
            Step::Who,
            Asks::Person(write::Code::Sent),
        )),
        "write" => here.show(&write::Write::of(
            frame(write::Write::title(t)),
            &rules.procedure,
            write::Code::Sent,
            command,
            &nothing,
            &[],
        )),
        "write-faulty" => {
            let page = write::Write::of(
                frame(write::Write::title(t)),
                &rules.procedure,
                write::Code::No,
                command,
                &typed,
                &faults,
            );
            here.show_as(axum::http::StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        "receipt" => {
            let promise = test.office.promise(&test.j, &gallery.cases.received).await;
            here.show(&receipt::ReceiptPage {
                frame: frame(receipt::ReceiptPage::title(t)),
                number: gallery.cases.received.to_string(),
                code: Some("7K3M-Q9XD".to_owned()),
                title: "请问高龄津贴怎样申请？".to_owned(),
                received: rules.calendar.show(test.office.now(), t.lang()),
                follow: "https://wenzheng.example/follow/2025030312345678".to_owned(),
                check: "https://wenzheng.example/verify".to_owned(),
                drawing: promise
                    .as_deref()
                    .and_then(|promise| receipt::qr_code(promise, "https://wenzheng.example")),
                promise,
                desk: None,
                account: true,
            })
        }
        "follow" => here.show(&follow::Follow::of(
            frame(follow::Follow::title(t)),
            "2026112148392047",
            &[("number".to_owned(), t.say("number-mistyped"))],
        )),
        "my-case" => {
            let number = &gallery.cases.replied;
            let view = test.office.case(&test.j, &test.citizen(number), number).await?;
            here.show(&my_case::MyCase::of(
                frame(my_case::MyCase::title(t)),
                "/case",
                &view,
                command,
                None,
            ))
        }
        "sign-in" => here.show(&sign_in::SignIn::of(
            frame(sign_in::SignIn::title(t)),
            "sunyue",
            "/desk",
            None,
        )),
        "first" => here.show(&first::First::of(
            frame(first::First::title(t)),
            "/desk/first/abc",
            &nothing,
            &[],
        )),
        "queue" => here.show(&queue_page(&here, &gallery).await?),
        "ledger" => {
            let lines = ledger_lines(t, &gallery).await?;
            let units = [("water".to_owned(), "市水务局".to_owned())];
            let frame = desk(&here, ledger::Ledger::title(t));
            here.show(&ledger::Ledger::of(
                frame,
                &rules.procedure,
                &units,
                (&nothing, &[]),
                lines,
                (
                    pager(t),
                    ["csv", "xlsx"].map(|form| format!("/desk/ledger/{form}?")),
                    None,
                ),
            ))
        }
        "call" => {
            let earlier = Some(ledger_lines(t, &gallery).await?);
            let frame = desk(&here, call::Call::title(t));
            let open = case::at_once::at_once(&rules.rules(), &test.staff("operator"), test.office.now());
            let outcomes = call::outcomes(t, &rules.procedure, &open);
            let form = call::Form {
                procedure: &rules.procedure,
                units: &[],
                outcomes: &outcomes,
                command,
                faults: &[],
                told: None,
                stopped: None,
                focus: "phone",
            };
            let numbered = |line| (line, "20250303000000017".to_owned(), false);
            let earlier = call::Earlier {
                earlier: earlier.map(|lines| lines.into_iter().map(numbered).collect()),
                ..call::Earlier::nothing(t, true)
            };
            here.show(&call::Call::of(
                frame,
                &form,
                &nothing,
                (earlier, call::Beside::nothing(t)),
                None,
            ))
        }
        "case-operator" => case_page(&here, &gallery, "operator", &gallery.cases.received).await?,
        "case-dispatcher" => case_page(&here, &gallery, "dispatcher", &gallery.cases.dispatched).await?,
        "case-handler" => case_page(&here, &gallery, "handler-urban", &gallery.cases.dispatched).await?,
        "case-reviewer" => case_page(&here, &gallery, "reviewer", &gallery.cases.reported).await?,
        "procedure" => {
            let title = t.text(&rules.procedure.head.title).to_owned();
            here.show(&procedure::ProcedurePage::of(frame(title), &rules.procedure))
        }
        "conformance" => {
            let title = conformance::Conformance::title(t);
            here.show(&conformance::Conformance::of(frame(title), &rules.procedure))
        }
        "about" => here.show(&about::About::of(
            frame(about::About::title(t)),
            &about::Health {
                lapse: None,
                store: true,
                adopted: Some(rules.clone()),
                now: Some(test.office.now()),
                undelivered: Some(2),
            },
        )),
        _ => return Err(PageError::NotFound),
    })
}

async fn lines(t: T, gallery: &Gallery, found: Vec<QueueLine>) -> Result<Vec<Line>, PageError> {
    let test = &gallery.test;
    let now = test.office.now();
    let rules = test.office.in_force(&test.j, now).await?;
    Ok(found.iter().map(|line| Line::of(t, &rules, line, now)).collect())
}

async fn ledger_lines(t: T, gallery: &Gallery) -> Result<Vec<Line>, PageError> {
    let test = &gallery.test;
    let who = test.staff("supervisor");
    let found = test
        .office
        .ledger(&test.j, &who, &store::LedgerFilter::default(), None, 20)
        .await?;
    lines(t, gallery, found).await
}

fn pager(t: T) -> Pager {
    Pager {
        t,
        first: Some("/desk/ledger".to_owned()),
        next: Some("/desk/ledger?after=x".to_owned()),
    }
}

async fn queue_page(here: &Here, gallery: &Gallery) -> Result<queue::Queue, PageError> {
    let test = &gallery.test;
    let who = test.staff("duty-manager");
    let mine = test.office.my_queue(&test.j, &who).await?;
    let found = test.office.queue(&test.j, &who, &mine, None, 20).await?;
    let now = test.office.now();
    let rules = test.office.in_force(&test.j, now).await?;
    let entry = |href: &str, key: &str, count| Entry {
        count: Some(count),
        ..Entry::new(href, here.t.say(key))
    };
    Ok(queue::Queue {
        queue: "mine".to_owned(),
        frame: desk(here, queue::Queue::title(here.t)),
        rounds: None,
        knowledge: Vec::new(),
        tasks: Vec::new(),
        look: String::new(),
        wrong: None,
        tabs: vec![
            entry("/desk", "act-accept", 2),
            entry("/desk?q=dispatch", "act-dispatch", 3),
        ],
        tab: "/desk".to_owned(),
        bench: bench::Bench::default().with_lines(
            here.t,
            office::view::bench::due_bounds(&rules.calendar, now),
            [1, 1, 1, 1, 1],
            lines(here.t, gallery, found).await?,
        ),
        pager: pager(here.t),
    })
}

async fn case_page(
    here: &Here,
    gallery: &Gallery,
    staff: &str,
    number: &CaseNumber,
) -> Result<Response, PageError> {
    let test = &gallery.test;
    let view: CaseView = test.office.case(&test.j, &test.staff(staff), number).await?;
    let unit = |(id, name, _): &(&str, &str, &str)| Unit {
        id: (*id).to_owned(),
        name: (*name).to_owned(),
        on_duty: Some("郑清".to_owned()),
    };
    let units: Vec<Unit> = testkit::UNITS.iter().map(unit).collect();
    let around = Around {
        units: &units,
        command: "0123456789abcdef",
        ..Around::default()
    };
    let frame = desk(here, view.title.clone().unwrap_or_default());
    Ok(here.show(&CasePage::of(frame, &view, &around)))
}
