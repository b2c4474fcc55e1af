//! When the holidays of a year are announced, the clocks of open cases are counted anew, as events that show both
//! dates; due times are written by hand from the printed calendars of 2026 and 2027.

use case::{Act, Case, CaseNumber, Effect, Event, Standing};
use jiff::civil::{Date, date};
use office::Draft;
use store::case_stream;
use testkit::TestOffice;

/// The calendar with a year that was not announced before: New Year's Day 2027 is a Friday, its weekend follows.
fn announced() -> String {
    let year = "\n[[years]]\nyear = 2027\nholidays = [\n  { zh = \"元旦\", en = \"New Year's Day\", off = [\"01-01..01-03\"] },\n]\n";
    format!("{}{year}", calendar::SHIPPED)
}

async fn adopt(test: &TestOffice, from: Date) {
    test.office
        .adopt_calendar(&test.j, &announced(), from)
        .await
        .unwrap();
}

async fn events(test: &TestOffice, number: &CaseNumber) -> Vec<Event> {
    let stream = case_stream(number);
    let stored = test.office.store().events(&test.j, &stream).await.unwrap();
    stored.iter().map(|one| store::case_event(one).unwrap()).collect()
}

fn due(text: &str) -> calendar::Instant {
    calendar::Instant::parse(text).unwrap()
}

/// By the calendar of 2026 alone: 31 December, 1, 4, 5 and 6 January.
const UNANNOUNCED: &str = "2027-01-07T00:00:00+08:00";
/// With New Year's Day off: 31 December, 4, 5, 6 and 7 January.
const ANNOUNCED: &str = "2027-01-08T00:00:00+08:00";

/// A version of the procedure that gives units five workdays and not so many hours.
async fn in_workdays(fresh: store::testing::Fresh) -> TestOffice {
    let test = TestOffice::on(fresh).await;
    let shipped = include_str!("../../../procedures/suqian-12345.toml");
    let (before, after) = shipped.split_once("id = \"handle\"\n").unwrap();
    let after = after.replacen("limit = \"12 hours\"", "limit = \"5 workdays\"", 1);
    let text = format!("{before}id = \"handle\"\n{after}");
    let from = Some(date(2026, 12, 1));
    test.office
        .adopt_procedure_from(&test.j, &text, from)
        .await
        .unwrap();
    test.clock.set("2026-12-30T09:00:00");
    test
}

/// Dispatched to the water bureau on Wednesday, 30 December 2026, with five workdays to handle it.
async fn dispatched(test: &TestOffice) -> CaseNumber {
    test.dispatched("路灯不亮", "water").await
}

store::both_engines! {
    /// SQ-10(3): the due time moves, is provisional no more, and both dates can be seen; the reminder comes again.
    async fn a_year_that_is_announced_moves_the_due_times(fresh) {
        let test = in_workdays(fresh).await;
        let number = dispatched(&test).await;
        let before = Case::fold(&events(&test, &number).await);
        let clock = before.clock("handle", Some(1)).unwrap();
        assert_eq!((clock.due, clock.provisional), (due(UNANNOUNCED), true));
        let old = test.office.in_force(&test.j, test.office.now()).await.unwrap();
        adopt(&test, date(2026, 12, 30)).await;
        assert_eq!(test.office.run_recounts().await.unwrap(), 1);
        let events = events(&test, &number).await;
        let last = events.last().unwrap();
        let new = test.office.in_force(&test.j, test.office.now()).await.unwrap();
        let expected = Act::Recount(case::act::Recounting {
            calendar: "cn".to_owned(),
            hash: new.calendar.hash().to_owned(),
            was: old.calendar.hash().to_owned(),
        });
        assert_eq!(last.act, expected);
        let after = Case::fold(&events);
        let clock = after.clock("handle", Some(1)).unwrap();
        assert_eq!((clock.due, clock.provisional), (due(ANNOUNCED), false));
        assert_eq!((clock.recounted[0].was, clock.from), (due(UNANNOUNCED), before.clock("handle", Some(1)).unwrap().from));
        // later events are counted by the new table
        test.run_order("handler-water", &number, 1, Draft::SignFor).await.unwrap();
        let stored = test.office.store().events(&test.j, &case_stream(&number)).await.unwrap();
        assert_eq!(stored.last().unwrap().calendar, new.calendar.hash());
        assert_eq!(test.office.run_recounts().await.unwrap(), 0, "and nothing is counted twice");
    }

    /// A lapse by the old table never was one by the new: it is withdrawn, and what was late is in time.
    async fn a_lapse_that_becomes_untrue_is_withdrawn(fresh) {
        let test = in_workdays(fresh).await;
        let (running, met) = (dispatched(&test).await, dispatched(&test).await);
        for number in [&running, &met] {
            test.run_order("handler-water", number, 1, Draft::SignFor).await.unwrap();
            let contact = Draft::Contact { text: "已联系".to_owned() };
            test.run_order("handler-water", number, 1, contact).await.unwrap();
        }
        test.clock.set("2027-01-07T09:00:00");
        test.office.run_timers().await.unwrap();
        let report = Draft::Report { text: "已修好".to_owned(), checks: Vec::new(), outcome: None };
        test.run_order("handler-water", &met, 1, report).await.unwrap();
        test.reply(&met).await;
        let now = test.office.now();
        for (number, standing) in [(&running, Standing::Overdue), (&met, Standing::MetLate)] {
            let case = Case::fold(&events(&test, number).await);
            let clock = case.clock("handle", Some(1)).unwrap();
            assert_eq!((clock.standing(now), clock.lapsed), (standing, Some(due(UNANNOUNCED))));
        }
        adopt(&test, date(2027, 1, 7)).await;
        assert_eq!(test.office.run_recounts().await.unwrap(), 2);
        for (number, standing) in [(&running, Standing::Running), (&met, Standing::Met)] {
            let events = events(&test, number).await;
            let withdrawn = |e: &&Effect| matches!(e, Effect::LapseWithdrawn { clock, .. } if clock == "handle");
            assert_eq!(events.last().unwrap().effects.iter().filter(withdrawn).count(), 1);
            let case = Case::fold(&events);
            let clock = case.clock("handle", Some(1)).unwrap();
            assert_eq!((clock.standing(now), clock.lapsed), (standing, None));
            assert!(clock.recounted[0].lapse_withdrawn);
        }
        // the true lapse is recorded when it comes, once, and the reminder before it as well
        test.clock.set("2027-01-08T09:00:00");
        test.office.run_timers().await.unwrap();
        let lapses = |e: &&Event| matches!(&e.act, Act::Lapse { clock, .. } if clock == "handle");
        let events = events(&test, &running).await;
        let at: Vec<_> = events.iter().filter(lapses).map(|e| e.at).collect();
        assert_eq!(at, [due(UNANNOUNCED), due(ANNOUNCED)]);
        let reminders = |e: &&Event| matches!(&e.act, Act::Rung { rung, .. } if rung == "handle-remind");
        assert_eq!(events.iter().filter(reminders).count(), 2);
    }

    /// Several processes notice the new table at once, or one breaks off: each case is counted anew once.
    async fn each_case_is_counted_anew_once(fresh) {
        let test = in_workdays(fresh).await;
        let mut numbers = Vec::new();
        for _ in 0..3 {
            numbers.push(dispatched(&test).await);
        }
        let ended = test.replied("已经答复的").await;
        let closed = events(&test, &ended).await.len();
        adopt(&test, date(2026, 12, 30)).await;
        let two = test.another_process().await;
        let (a, b) = tokio::join!(test.office.run_recounts(), two.run_recounts());
        let rest = test.office.run_recounts().await.unwrap();
        assert!(a.unwrap() + b.unwrap() + rest >= 3);
        for number in &numbers {
            let recounts = events(&test, number).await;
            assert_eq!(recounts.iter().filter(|e| matches!(e.act, Act::Recount { .. })).count(), 1);
        }
        assert!(events(&test, &ended).await.len() <= closed + 1);
    }
}
