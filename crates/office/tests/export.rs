//! PL-9, SQ-3: the ledger of transfers and handling, to take along.

use case::Actor;
use office::Problem;
use office::export::STREAM;
use store::{LedgerFilter, both_engines};
use testkit::TestOffice;

both_engines! {
    async fn pl_9_a_line_says_who_handled_it_and_what_is_late(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.dispatched("路灯不亮", "urban").await;
        test.clock.set("2025-03-03T11:00:00");
        test.office.run_timers().await.unwrap();
        let lines = test.office.export_ledger(&test.j, &Actor::System, &LedgerFilter::default()).await.unwrap();
        let [line] = &lines[..] else { panic!("{lines:?}") };
        assert_eq!((&line.number, line.title.as_deref()), (&number, None));
        assert_eq!(line.dispatched[0].0, "市城管局");
        // signed for by ten at the latest
        let late: Vec<_> = line.late.iter().map(|(name, by)| format!("{} {}", name.zh, by.unwrap())).collect();
        assert_eq!(late, ["1小时签收 2 hours"]);
    }

    async fn titles_are_opened_by_an_administrator_and_that_is_recorded_first(fresh) {
        let test = TestOffice::on(fresh).await;
        test.dispatched("路灯不亮", "urban").await;
        let all = LedgerFilter::default();
        let mut lines = test.office.export_ledger(&test.j, &Actor::System, &all).await.unwrap();
        for who in ["operator", "handler-urban"] {
            let opened = test.office.open_titles(&test.j, &test.staff(who), &all, &mut lines).await;
            assert!(matches!(opened, Err(Problem::Forbidden)) && lines[0].title.is_none());
        }
        assert_eq!(test.office.store().last_seq(&test.j, STREAM).await.unwrap(), 0);
        test.office.open_titles(&test.j, &test.staff("administrator"), &all, &mut lines).await.unwrap();
        assert_eq!(lines[0].title.as_deref(), Some("路灯不亮"));
        assert_eq!(test.office.store().last_seq(&test.j, STREAM).await.unwrap(), 1);
    }

    async fn units_take_no_ledger_along(fresh) {
        let test = TestOffice::on(fresh).await;
        for who in [test.staff("handler-urban"), test.staff("administrator"), Actor::Citizen(None)] {
            let taken = test.office.export_ledger(&test.j, &who, &LedgerFilter::default()).await;
            assert!(matches!(taken, Err(Problem::Forbidden)), "{who:?}");
        }
    }
}
