//! For load balancers and for people: whether the store answers, by which rules the city acts, what has not left.

use crate::support;

use axum::Router;
use procedure::Words;
use seal::Key;
use support::get;
use testkit::TestOffice;
use web::shell::Shell;

fn app(test: &TestOffice) -> Router {
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words("云川市"),
        service: words("热线"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    web::app(test.office.clone(), shell)
}

#[tokio::test]
async fn a_load_balancer_hears_whether_the_store_answers() {
    let test = TestOffice::sqlite().await;
    let app = app(&test);
    let answer = get(&app, "/healthz").await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (200, "ok\n"));
    assert_eq!(
        answer.header("x-request-id"),
        "",
        "outside the shell, so in no log"
    );

    for place in ["/health/live", "/health/ready"] {
        assert_eq!(get(&app, place).await.body, "ok\n", "{place}");
    }
    assert_eq!(
        get(&app, "/metrics").await.status.as_u16(),
        404,
        "figures are not public"
    );

    test.office.store().close().await;
    for (place, status) in [("/healthz", 503), ("/health/ready", 503), ("/health/live", 200)] {
        assert_eq!(get(&app, place).await.status.as_u16(), status, "{place}");
    }
    let page = get(&app, "/about").await;
    assert_eq!(
        page.status.as_u16(),
        200,
        "the page tells of it, and does not fail"
    );
    assert!(page.body.contains("没有响应"), "{}", page.body);
}

#[tokio::test]
async fn the_page_names_the_rules_in_force_by_their_hash() {
    let test = TestOffice::sqlite().await;
    let page = get(&app(&test), "/about").await;
    let adopted = test.office.in_force(&test.j, test.office.now()).await.unwrap();
    for wanted in [
        adopted.procedure.hash.as_str(),
        adopted.calendar.hash(),
        "都已送出。",
        "2025年3月3日 09:00",
    ] {
        assert!(page.body.contains(wanted), "{wanted}: {}", page.body);
    }
}

/// Messages whose sending failed are counted.
#[tokio::test]
async fn the_page_counts_messages_that_have_not_left() {
    let test = TestOffice::sqlite().await;
    test.receive_verified("路灯不亮").await;
    let nobody = office::senders::Senders::default();
    test.office.run_outbox(&nobody).await.unwrap();
    let page = get(&app(&test), "/about").await;
    assert!(page.body.contains("条没有送出。"), "{}", page.body);
}

#[tokio::test]
async fn an_operator_sees_how_far_jobs_lag_behind_and_how_long_commits_take() {
    let test = TestOffice::sqlite().await;
    let figures = web::operations(test.office.clone());
    let commits = async || {
        let answer = get(&figures, "/metrics").await.body;
        let line = answer
            .lines()
            .find_map(|line| line.strip_prefix("wenzheng_commit_seconds_count "));
        line.unwrap().parse::<u64>().unwrap()
    };
    let before = commits().await;
    assert!(before > 0, "what set the office up was stored, too");
    test.receive_verified("路灯不亮").await;
    let received = commits().await;
    assert!(received > before);
    // Nobody runs the jobs for ten days.
    test.clock.advance(10 * 24 * 60);
    let answer = get(&figures, "/metrics").await;
    let value = |name: &str| {
        let line = answer.body.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap().trim().parse::<f64>().unwrap()
    };
    assert!(value("wenzheng_outbox_waiting") >= 1.0);
    assert_eq!(value("wenzheng_outbox_lag_seconds"), 10.0 * 24.0 * 3600.0);
    let timer = test.office.store().next_timer().await.unwrap().unwrap();
    let late = (test.office.now().ms() - timer.ms()) as f64 / 1000.0;
    assert!(late > 0.0);
    assert_eq!(value("wenzheng_timer_lag_seconds"), late);
    assert!(!answer.body.contains("138"), "nothing personal");
    test.office.run_timers().await.unwrap();
    assert!(commits().await > received, "timers commit as people do");
}
