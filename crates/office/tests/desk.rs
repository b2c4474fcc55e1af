//! The desk: looking for words in sealed titles, what a case hangs together with, what waits by when it is due, filters
//! that people keep, and what the directory refuses.

use case::CaseNumber;
use office::access::{AccessWanted, Look};
use office::administer::{Entering, Shift};
use office::directory::{DutyEntry, PersonEntry, PostEntry};
use office::view::bench::due_bounds;
use office::view::linked::Tie;
use office::{Draft, Problem};
use store::{LedgerFilter, Narrow, QueueOf, both_engines};
use testkit::{TestOffice, field};

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
            let linked = test.office.linked(&test.j, &test.staff(staff), &again, None).await.unwrap();
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

    /// A login that cannot be typed or stand in an address, a mail address that is none: each is said as what it is.
    async fn odd_logins_and_mail_addresses_are_refused(fresh) {
        let test = TestOffice::on(fresh).await;
        let administrator = test.staff("administrator");
        let enter = async |login: &str, email: Option<&str>| {
            let person = PersonEntry {
                id: String::new(),
                login: login.to_owned(),
                name: "江平".to_owned(),
                password: None,
                email: email.map(str::to_owned),
                phone: None,
                active: true,
            };
            field(test.office.administer(&test.j, &administrator, Entering::Person { person, password: None }).await)
        };
        for odd in ["jiang ping", "江/平", "<jiang>", "-jiang", "ｊｉａｎｇ"] {
            assert_eq!(enter(odd, None).await, "field-login-odd", "{odd}");
        }
        for none in ["jiang", "@example.cn", "jiang@localhost", "jiang@example.cn, b@example.cn"] {
            assert_eq!(enter("jiang", Some(none)).await, "field-email", "{none}");
        }
        let fine = PersonEntry {
            id: String::new(),
            login: "江平".to_owned(),
            name: "江平".to_owned(),
            password: None,
            email: Some(" Jiang@Example.cn ".to_owned()),
            phone: None,
            active: true,
        };
        let fine = Entering::Person { person: fine, password: None };
        test.office.administer(&test.j, &administrator, fine).await.unwrap();
        let entered = test.office.store().person_by_login(&test.j, "江平").await.unwrap();
        assert!(entered.is_some());
    }

    /// Shifts of one unit do not overlap, nor those of one person in two units; one that ends when the other begins does
    /// not. A shift entered once more with the same beginning ends at another time.
    async fn shifts_and_posts_do_not_overlap(fresh) {
        let test = TestOffice::on(fresh).await;
        let administrator = test.staff("administrator");
        let duty = async |unit: &str, login: &str, from: &str, to: &str| {
            let entering = Entering::Duty(DutyEntry {
                unit: unit.to_owned(),
                person: login.to_owned(),
                from: testkit::at(from),
                to: testkit::at(to),
            });
            test.office.administer(&test.j, &administrator, entering).await
        };
        let (morning, noon, evening) = ("2025-03-04T08:00:00", "2025-03-04T12:00:00", "2025-03-04T18:00:00");
        duty("water", "handler-water", morning, noon).await.unwrap();
        duty("water", "principal-water", noon, evening).await.unwrap();
        let taken = duty("water", "principal-water", "2025-03-04T11:00:00", noon).await;
        let Err(Problem::Invalid(faults)) = &taken else { panic!("{taken:?}") };
        assert_eq!((faults[0].field.as_str(), faults[0].code), ("from", "field-duty-taken"));
        assert!(faults[0].args.contains(&("person", "郑清".to_owned())), "{faults:?}");
        assert!(faults[0].args.contains(&("to", "2025-03-04 12:00".to_owned())), "{faults:?}");
        let elsewhere = duty("urban", "handler-water", morning, noon).await;
        assert_eq!(field(elsewhere), "field-duty-elsewhere");
        duty("urban", "handler-urban", morning, noon).await.unwrap();
        // the same shift ends earlier
        duty("water", "handler-water", morning, "2025-03-04T10:00:00").await.unwrap();
        duty("water", "principal-water", "2025-03-04T10:00:00", noon).await.unwrap();

        // a shift that was entered by mistake is struck off; the unit is free for another, and the log knows both
        let strike = async |who: &str, from: &str| {
            let shift = Shift { unit: "water".to_owned(), login: "handler-water".to_owned(), from: testkit::at(from) };
            test.office.administer(&test.j, &test.staff(who), Entering::StrikeDuty(shift)).await
        };
        assert!(matches!(strike("operator", morning).await, Err(Problem::Forbidden)));
        assert_eq!(field(strike("administrator", noon).await), "field-no-such-shift");
        strike("administrator", morning).await.unwrap();
        assert_eq!(field(strike("administrator", morning).await), "field-no-such-shift", "once");
        duty("water", "principal-water", morning, "2025-03-04T10:00:00").await.unwrap();
        let rows = test.fresh.dump("roster_row").await;
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("roster_row").await, rows);
        // who was on duty stays who was
        duty("water", "handler-water", "2025-03-03T08:00:00", "2025-03-03T09:00:00").await.unwrap();
        test.clock.set("2025-03-03T09:00:00");
        assert_eq!(field(strike("administrator", "2025-03-03T08:00:00").await), "field-shift-over");

        let post = async |from: jiff::civil::Date, to: Option<jiff::civil::Date>| {
            let entering = Entering::Post(PostEntry {
                person: "handler-water".to_owned(),
                role: "handler".to_owned(),
                unit: Some("water".to_owned()),
                from,
                to,
            });
            field(test.office.administer(&test.j, &administrator, entering).await)
        };
        assert_eq!(post(jiff::civil::date(2025, 3, 1), None).await, "field-post-held");
    }
}
