//! Which version of the rules a case runs under, what becomes of versions that lapse or are repealed, and who decided.

use case::CaseNumber;
use jiff::civil::{Date, date};
use office::adopt::{Bringing, NotAdopted};
use office::rules::{EndingOwn, Standing, UsingOn};
use office::{Draft, Message, Problem, Receipt};
use procedure::Wanted;
use store::case_stream;
use testkit::TestOffice;

const WATER: &str = include_str!("../../../procedures/examples/suqian-water.toml");
const SHIPPED: &str = include_str!("../../../procedures/suqian-12345.toml");

/// The shipped procedure with another version and further lines in its head.
fn version(version: &str, lines: &str) -> String {
    let head = format!("version = \"{version}\"\n{lines}");
    SHIPPED.replacen("version = \"2020-10-19\"\n", &head, 1)
}

/// The same under another id.
fn other(id: &str, lines: &str) -> String {
    version("1", lines).replacen("id = \"suqian-12345\"", &format!("id = \"{id}\""), 1)
}

async fn adopt(test: &TestOffice, text: &str, from: Date) {
    test.office
        .adopt_procedure_from(&test.j, text, Some(from))
        .await
        .unwrap();
}

/// The hash of the procedure under which the last event of a case was decided.
async fn under(test: &TestOffice, number: &CaseNumber) -> String {
    let events = test
        .office
        .store()
        .events(&test.j, &case_stream(number))
        .await
        .unwrap();
    events.last().unwrap().procedure.clone()
}

async fn standings(test: &TestOffice) -> Vec<(String, Standing)> {
    let versions = test.office.versions(&test.j).await.unwrap();
    let named = versions.into_iter().map(|v| {
        let head = &v.procedure.head;
        (format!("{} {}", head.id, head.version), v.standing)
    });
    named.collect()
}

/// A call taken by the operator.
async fn call(test: &TestOffice) -> Result<Receipt, Problem> {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "phone".to_owned(),
        title: "路灯不亮".to_owned(),
        text: "路灯不亮".to_owned(),
        category: Some("complaint".to_owned()),
        citizen: Some(test.wang(None)),
        ..Message::default()
    };
    test.office
        .receive(&test.j, &test.staff("operator"), message)
        .await
}

fn decided(until: Date) -> UsingOn {
    UsingOn {
        until,
        decided_by: "市政府办公室".to_owned(),
        reason: "新办法尚未印发。".to_owned(),
    }
}

fn nothing(_: Wanted<'_>) -> Option<String> {
    None
}

store::both_engines! {
    /// SQ-26: from receipt to acceptance the version of the day of receipt, and acceptance fixes it.
    async fn a_case_keeps_the_version_of_its_receipt(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = procedure::read(SHIPPED).unwrap().hash;
        let text = version("2", "");
        let second = procedure::read(&text).unwrap().hash;
        let early = test.receive_verified("昨天的").await.number;
        adopt(&test, &text, date(2025, 3, 4)).await;
        test.clock.set("2025-03-04T09:00:00");
        test.accept(&early).await;
        let late = test.accepted("今天的").await;
        assert_eq!(under(&test, &early).await, first);
        assert_eq!(under(&test, &late).await, second);
        test.dispatch(&early, "water").await;
        test.report(&early).await;
        assert_eq!(under(&test, &early).await, first, "and to the end");
        let expected = [("suqian-12345 2", Standing::InForce), ("suqian-12345 2020-10-19", Standing::Replaced)];
        assert_eq!(standings(&test).await, expected.map(|(v, s)| (v.to_owned(), s)));
    }

    /// PL-25: after the last day new cases need a recorded decision; those that run go on.
    async fn a_lapsed_version_needs_a_decision_for_new_cases(fresh) {
        let test = TestOffice::on(fresh).await;
        let lines = "last_day = \"2025-03-31\"\ncontinued_by = [\"supervisor\"]\n";
        adopt(&test, &version("2", lines), date(2025, 3, 4)).await;
        test.clock.set("2025-03-31T16:00:00");
        let running = test.receive_verified("路灯不亮").await.number;
        test.clock.set("2025-04-01T09:00:00");
        let refused = call(&test).await.unwrap_err();
        assert!(matches!(refused, Problem::Lapsed(day) if day == date(2025, 3, 31)), "{refused}");
        assert_eq!(standings(&test).await[0].1, Standing::Lapsed);
        test.accept(&running).await;

        let (j, until) = (&test.j, date(2025, 4, 30));
        let by = |who: &str| test.staff(who);
        let refused = test.office.use_on(j, &by("operator"), decided(until)).await;
        assert!(matches!(refused, Err(Problem::Forbidden)));
        let over = test.office.use_on(j, &by("administrator"), decided(date(2025, 3, 31))).await;
        assert!(matches!(over, Err(Problem::Invalid(faults)) if faults[0].field == "until"));
        test.office.use_on(j, &by("supervisor"), decided(until)).await.unwrap();
        call(&test).await.unwrap();
        let lapse = test.office.lapse(j, test.office.now()).await.unwrap().unwrap();
        let decision = lapse.decision.unwrap();
        assert_eq!((decision.by.as_str(), decision.decided_by.as_str()), ("supervisor", "市政府办公室"));
        assert_eq!(test.office.store().events(j, office::rules::STREAM).await.unwrap().len(), 1);
        test.clock.set("2025-05-01T09:00:00");
        assert!(matches!(call(&test).await, Err(Problem::Lapsed(_))), "the decision held until 30 April");
        test.office.use_on(j, &by("administrator"), decided(date(2025, 12, 31))).await.unwrap();
        call(&test).await.unwrap();
    }

    /// What a version repeals does not come back when that version lapses; what it leaves in force does.
    async fn what_is_repealed_stays_repealed(fresh) {
        let test = TestOffice::on(fresh).await;
        adopt(&test, &other("trial", "last_day = \"2025-03-10\"\n"), date(2025, 3, 4)).await;
        test.clock.set("2025-03-11T09:00:00");
        call(&test).await.unwrap();
        let expected = [("trial 1", Standing::Lapsed), ("suqian-12345 2020-10-19", Standing::InForce)];
        assert_eq!(standings(&test).await, expected.map(|(v, s)| (v.to_owned(), s)));
        let lines = "last_day = \"2025-03-20\"\nrepeals = [\"suqian-12345 2020-10-19\", \"trial\"]\n";
        adopt(&test, &other("new", lines), date(2025, 3, 12)).await;
        test.clock.set("2025-03-21T09:00:00");
        assert!(matches!(call(&test).await, Err(Problem::Lapsed(_))));
        let expected = [
            ("new 1", Standing::Lapsed), ("trial 1", Standing::Repealed),
            ("suqian-12345 2020-10-19", Standing::Repealed),
        ];
        assert_eq!(standings(&test).await, expected.map(|(v, s)| (v.to_owned(), s)));
    }

    /// Only administrators adopt; the log says who did.
    async fn adopting_says_who_adopted(fresh) {
        let test = TestOffice::on(fresh).await;
        let text = version("2", "");
        let bring = |from| Bringing { text: &text, from: Some(from), by: "", find: &nothing };
        let (j, day) = (&test.j, date(2025, 4, 1));
        let refused = test.office.bring_as(j, &test.staff("operator"), bring(day)).await;
        assert!(matches!(refused, Err(NotAdopted::Problem(Problem::Forbidden))));
        let administrator = test.staff("administrator");
        let early = test.office.bring_as(j, &administrator, bring(date(2020, 10, 19))).await;
        assert!(matches!(early, Err(NotAdopted::TooEarly { .. })));
        let faulty = Bringing { text: "[procedure]\n", ..bring(day) };
        let faulty = test.office.bring_as(j, &administrator, faulty).await;
        assert!(matches!(faulty, Err(NotAdopted::Faulty(faults)) if !faults.is_empty()));
        test.office.bring_as(j, &administrator, bring(day)).await.unwrap();
        let again = test.office.bring_as(j, &administrator, bring(day)).await;
        assert!(matches!(again, Err(NotAdopted::Already(from)) if from == day));
        let versions = test.office.versions(j).await.unwrap();
        assert_eq!((versions[0].head.adopted_by.as_str(), &versions[0].standing), ("administrator", &Standing::Coming));
        let events = test.office.store().events(j, "adopted").await.unwrap();
        let last: serde_json::Value = serde_json::from_slice(&events.last().unwrap().bytes).unwrap();
        assert_eq!(last["by"], "administrator");
    }

    /// SQ-25: for work orders of the unit its own rules hold, for all others the regulation; a new version keeps them.
    async fn own_rules_hold_for_the_work_orders_of_their_unit(fresh) {
        let test = TestOffice::on(fresh).await;
        let (j, administrator) = (&test.j, test.staff("administrator"));
        let bring = |text, day| Bringing { text, from: Some(day), by: "", find: &nothing };
        let looser = WATER.replacen("8 hours", "1 workday", 1);
        let refused = test.office.bring_as(j, &administrator, bring(&looser, date(2025, 3, 3))).await;
        assert!(matches!(refused, Err(NotAdopted::Faulty(faults)) if faults[0].code == "check-own-looser"));
        test.office.bring_as(j, &administrator, bring(WATER, date(2025, 3, 3))).await.unwrap();
        let (water, urban) = (test.dispatched("停水", "water").await, test.dispatched("路灯", "urban").await);
        for (number, hours) in [(&water, 8), (&urban, 12)] {
            let case = test.office.store().load_case(j, number).await.unwrap().unwrap().case;
            let clock = case.clock("handle", Some(1)).unwrap();
            assert_eq!(clock.due, clock.from.plus_ms(hours * 3_600_000));
            let cited = clock.clause.as_ref().map(|c| c.as_str());
            assert_eq!(cited, (hours == 8).then_some("W-1"));
        }
        test.run_order("handler-water", &water, 1, Draft::SignFor).await.unwrap();
        let report = || Draft::Report { text: "已恢复供水。".to_owned(), checks: Vec::new(), outcome: None };
        let refused = test.run_order("handler-water", &water, 1, report()).await.unwrap_err();
        assert!(matches!(&refused, Problem::Refused(r) if r.basis == procedure::Basis::Clause("W-2".into())), "{refused}");
        let contact = Draft::Contact { text: "已联系".to_owned() };
        test.run_order("handler-water", &water, 1, contact).await.unwrap();
        test.run_order("handler-water", &water, 1, report()).await.unwrap();

        let next = version("2", "");
        test.office.bring_as(j, &administrator, bring(&next, date(2025, 3, 10))).await.unwrap();
        test.clock.set("2025-03-10T09:00:00");
        let adopted = test.office.in_force(j, test.office.now()).await.unwrap().procedure;
        assert_eq!((adopted.head.version.as_str(), adopted.own().len()), ("2", 1));
        let (before, after) = next.split_once("id = \"handle\"\n").unwrap();
        let after = after.replacen("limit = \"12 hours\"", "limit = \"6 hours\"", 1);
        let third = format!("{before}id = \"handle\"\n{after}").replacen("version = \"2\"", "version = \"3\"", 1);
        let refused = test.office.bring_as(j, &administrator, bring(&third, date(2025, 4, 1))).await;
        assert!(matches!(refused, Err(NotAdopted::Faulty(faults)) if faults[0].code == "check-own-looser"));
    }

    /// SQ-25: own rules end by a recorded decision; a norm of their own holds for results of the unit alone.
    async fn own_rules_end_by_a_recorded_decision(fresh) {
        let test = TestOffice::on(fresh).await;
        let (j, administrator) = (&test.j, test.staff("administrator"));
        let bring = |text, day| Bringing { text, from: Some(day), by: "", find: &nothing };
        test.office.bring_as(j, &administrator, bring(WATER, date(2025, 3, 3))).await.unwrap();
        let water = test.dispatched("停水", "water").await;
        let ending = |unit: &str, from, reason: &str| EndingOwn {
            unit: unit.to_owned(),
            from,
            decided_by: "水务局".to_owned(),
            reason: reason.to_owned(),
        };
        let end = async |staff: &str, ending| test.office.end_own_rules(j, &test.staff(staff), ending).await;
        let problem = |ended: Result<(), NotAdopted>| match ended {
            Err(NotAdopted::Problem(problem)) => problem,
            other => panic!("{other:?}"),
        };
        let day = date(2025, 3, 10);
        assert!(matches!(problem(end("operator", ending("water", day, "已并入")).await), Problem::Forbidden));
        assert!(matches!(problem(end("administrator", ending("urban", day, "已并入")).await), Problem::NotFound));
        for (from, reason) in [(day, " "), (date(2025, 3, 2), "已并入")] {
            assert!(matches!(problem(end("administrator", ending("water", from, reason)).await), Problem::Invalid(_)));
        }
        let early = end("administrator", ending("water", date(2025, 3, 3), "已并入")).await;
        assert!(matches!(early, Err(NotAdopted::TooEarly { .. })), "it would never count");
        end("administrator", ending("water", day, "已并入市里的办法。")).await.unwrap();
        assert!(matches!(problem(end("administrator", ending("water", date(2025, 4, 1), "又一次")).await), Problem::NotFound));

        let last = test.office.store().events(j, "rules").await.unwrap().pop().unwrap();
        let said: serde_json::Value = serde_json::from_slice(&last.bytes).unwrap();
        assert_eq!((last.kind.as_str(), &said["own"]["decided_by"]), ("end-own", &"水务局".into()));
        test.clock.set("2025-03-10T09:00:00");
        let adopted = test.office.in_force(j, test.office.now()).await.unwrap().procedure;
        assert!(adopted.own().is_empty());
        assert_eq!(adopted.head.own_ended[0].reason, "已并入市里的办法。");
        let after = test.dispatched("又停水", "water").await;
        let hours = async |number: &CaseNumber| {
            let case = test.office.store().load_case(j, number).await.unwrap().unwrap().case;
            let clock = case.clock("handle", Some(1)).unwrap();
            (clock.due.ms() - clock.from.ms()) / 3_600_000
        };
        assert_eq!((hours(&water).await, hours(&after).await), (8, 12), "cases go on under the rules that they began under");
        // rules that the unit sets again later are another version of theirs
        let again = WATER.replacen("version = \"2026-01-01\"", "version = \"2026-05-01\"", 1);
        test.office.bring_as(j, &administrator, bring(&again, date(2025, 4, 1))).await.unwrap();
    }

    /// SQ-25: a further norm is for the unit's own results, and nobody else's.
    async fn a_norm_of_its_own_holds_for_results_of_the_unit(fresh) {
        let test = TestOffice::on(fresh).await;
        let (j, administrator) = (&test.j, test.staff("administrator"));
        let norm = "\n[[norm]]\nid = \"no-time\"\nname = { zh = \"没有写恢复供水的时间\", en = \"No time\" }\nclause = \"W-2\"\n";
        let text = format!("{WATER}{norm}");
        let own = Bringing { text: &text, from: Some(date(2025, 3, 3)), by: "", find: &nothing };
        test.office.bring_as(j, &administrator, own).await.unwrap();
        for (unit, fits) in [("water", true), ("urban", false)] {
            let number = test.dispatched("停水", unit).await;
            let (handler, text) = (format!("handler-{unit}"), || "已恢复。".to_owned());
            let report = Draft::Report { text: text(), checks: Vec::new(), outcome: None };
            for draft in [Draft::SignFor, Draft::Contact { text: text() }, report] {
                test.run_order(&handler, &number, 1, draft).await.unwrap();
            }
            test.clock.advance(61);
            let review = Draft::Review {
                passed: false,
                faults: vec!["no-time".to_owned()],
                note: Some("请写明时间。".to_owned()),
            };
            let done = test.run_order("reviewer", &number, 1, review).await;
            match done {
                Ok(_) => assert!(fits),
                Err(Problem::Refused(refusal)) => assert_eq!((fits, refusal.code), (false, "refusal-unknown-id")),
                Err(other) => panic!("{other}"),
            }
        }
    }
}
