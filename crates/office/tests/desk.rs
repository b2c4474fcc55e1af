//! The desk: looking for words in sealed titles, what a case hangs together with, what waits by when it is due, filters
//! that people keep.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use case::CaseNumber;
use office::access::{AccessWanted, Look};
use office::view::bench::due_bounds;
use office::view::linked::Tie;
use office::{Draft, Problem};
use store::{LedgerFilter, Narrow, QueueOf, both_engines};
use testkit::TestOffice;

async fn search(test: &TestOffice, staff: &str, words: &str) -> Result<Vec<CaseNumber>, Problem> {
    let filter = LedgerFilter::default();
    let who = test.staff(staff);
    let found = test
        .office
        .search_ledger(&test.j, &who, (&filter, words), None, 30);
    Ok(found
        .await?
        .lines
        .into_iter()
        .map(|line| line.row.number)
        .collect())
}

both_engines! {
    /// A part of a title is found, whatever its letters' case; so is a part of a number; a message's text is not.
    async fn titles_are_searched_and_texts_are_not(fresh) {
        let test = TestOffice::on(fresh).await;
        let lamp = test.receive_verified("东街 LED 路灯不亮").await.number;
        let pump = test.receive_verified("泵房夜里很响").await.number;
        assert_eq!(search(&test, "supervisor", "led 路灯").await.unwrap(), [lamp]);
        assert_eq!(search(&test, "supervisor", pump.as_str()).await.unwrap(), [pump]);
        assert_eq!(search(&test, "supervisor", "没有这样的").await.unwrap(), []);
        assert!(matches!(search(&test, "handler-water", "路灯").await, Err(Problem::Forbidden)));
    }

    /// Who searches is in the access log.
    async fn a_search_is_noted(fresh) {
        let test = TestOffice::on(fresh).await;
        test.receive_verified("路灯不亮").await;
        search(&test, "supervisor", "路灯").await.unwrap();
        let (auditor, all) = (test.staff("auditor"), AccessWanted::default());
        let page = test.office.access_log(&test.j, &auditor, &all, None, 100).await.unwrap();
        assert!(page.lines.iter().any(|line| line.what == Some(Look::Search)));
    }

    /// The earlier case of a repeat, and what else its citizen wrote, for those who see all; a unit that has one of the
    /// cases learns of the other nothing but the number that its page names anyway.
    async fn what_a_case_hangs_together_with_is_each_ones_own_to_see(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = test.replied("泵房夜里很响").await;
        let other = test.receive_verified("路灯不亮").await.number;
        let again = test.dispatched("泵房又响了", "water").await;
        let confirm = Draft::ConfirmRepeat { earlier: first.to_string() };
        test.run("supervisor", &again, confirm).await.unwrap();
        let of = async |staff: &str| {
            let linked = test.office.linked(&test.j, &test.staff(staff), &again).await.unwrap();
            linked.cases.into_iter().map(|case| (case.tie, case.number, case.line.is_some())).collect::<Vec<_>>()
        };
        assert_eq!(of("supervisor").await, [(Tie::RepeatOf, first.clone(), true), (Tie::SameCitizen, other, true)]);
        let unit = of("handler-water").await;
        assert!(unit.iter().all(|(tie, number, _)| *tie == Tie::RepeatOf && *number == first), "{unit:?}");
    }

    /// What waits is counted by when it is due, for the office and for a unit; time alone moves it on.
    async fn what_waits_moves_from_group_to_group(fresh) {
        let test = TestOffice::on(fresh).await;
        test.dispatched("路灯不亮", "water").await;
        let counts = async |staff: &str| {
            let rules = test.office.in_force(&test.j, test.office.now()).await.unwrap();
            let bounds = due_bounds(&rules.calendar, test.office.now());
            let who = test.staff(staff);
            match staff {
                "handler-water" => test.office.unit_due_counts(&test.j, &who, &Narrow::default(), bounds).await,
                _ => test.office.queue_due_counts(&test.j, &who, &QueueOf::default(), bounds).await,
            }
            .unwrap()
        };
        for staff in ["supervisor", "handler-water"] {
            assert_eq!(counts(staff).await.iter().sum::<u64>(), 1, "{staff}");
            assert_eq!(counts(staff).await[0], 0, "{staff}: nothing is late yet");
        }
        test.clock.advance(30 * 24 * 60);
        for staff in ["supervisor", "handler-water"] {
            assert_eq!(counts(staff).await, [1, 0, 0, 0, 0], "{staff}");
        }
    }

    /// Names are short and few; each person has their own.
    async fn filters_are_kept_by_each_person(fresh) {
        let test = TestOffice::on(fresh).await;
        let keep = async |name: &str| {
            let who = test.staff("supervisor");
            test.office.keep_view(&test.j, &who, name, "queue=all&due=overdue").await
        };
        let code = |problem: Problem| match problem {
            Problem::Invalid(faults) => faults[0].code,
            other => panic!("{other:?}"),
        };
        keep(" 晚了的 ").await.unwrap();
        keep("晚了的").await.unwrap();
        assert_eq!(code(keep("  ").await.unwrap_err()), "field-empty");
        assert_eq!(code(keep(&"长".repeat(31)).await.unwrap_err()), "field-view-name");
        for n in 0..19 {
            keep(&format!("第{n}个")).await.unwrap();
        }
        assert_eq!(code(keep("第二十一个").await.unwrap_err()), "field-views-many");
        let of = async |staff: &str| test.office.saved_views(&test.j, &test.staff(staff)).await.unwrap().len();
        assert_eq!((of("supervisor").await, of("reviewer").await), (20, 0));
        test.office.drop_view(&test.j, &test.staff("supervisor"), "晚了的").await.unwrap();
        assert_eq!(of("supervisor").await, 19);
    }
}
