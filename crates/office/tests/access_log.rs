//! Who read what is kept and read by the auditor only; what is sealed opens after its entry is stored.

use office::access::{AccessLine, AccessWanted, Look, asked_from};
use office::{Problem, fold};
use testkit::TestOffice;

async fn entries(test: &TestOffice, wanted: &AccessWanted) -> Vec<AccessLine> {
    let auditor = test.staff("auditor");
    test.office
        .access_log(&test.j, &auditor, wanted, None, 100)
        .await
        .unwrap()
        .lines
}

/// Who read what, the oldest first, without the auditor's own reading.
async fn told(test: &TestOffice, wanted: &AccessWanted) -> Vec<(String, Look)> {
    let mut lines = entries(test, wanted).await;
    lines.reverse();
    let who = |line: &AccessLine| {
        line.person
            .as_ref()
            .map_or("citizen", |person| person.as_str())
            .to_owned()
    };
    let all = lines.iter().map(|line| (who(line), line.what.unwrap()));
    all.filter(|(_, what)| *what != Look::Access).collect()
}

store::both_engines! {
    async fn who_read_what_when_from_where_and_why_is_kept(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        let (reviewer, handler) = (test.staff("reviewer"), test.staff("handler-water"));
        asked_from("192.0.2.7".to_owned(), test.office.case(&test.j, &reviewer, &number)).await.unwrap();
        test.clock.advance(1);
        asked_from("192.0.2.8".to_owned(), test.office.unit_queue(&test.j, &handler, None, 9)).await.unwrap();
        test.clock.advance(1);
        let opening = test.office.open_person(&test.j, &handler, &number, "联系群众");
        asked_from("192.0.2.8".to_owned(), opening).await.unwrap();
        test.clock.advance(1);
        test.office.case(&test.j, &test.citizen(&number), &number).await.unwrap();
        // nobody who may not, and no job, stands in it
        let other = test.office.case(&test.j, &test.staff("handler-urban"), &number).await;
        assert!(matches!(other, Err(Problem::NotFound)));
        test.office.run_timers().await.unwrap();
        assert_eq!(told(&test, &AccessWanted::default()).await, [
            ("reviewer".to_owned(), Look::Case),
            ("handler-water".to_owned(), Look::List),
            ("handler-water".to_owned(), Look::OpenPerson),
            ("citizen".to_owned(), Look::Case),
        ]);
        let of_handler = AccessWanted { person: Some("handler-water".into()), ..AccessWanted::default() };
        let lines = entries(&test, &of_handler).await;
        assert_eq!(lines[0].reason.as_deref(), Some("联系群众"));
        assert_eq!(lines[0].from.as_deref(), Some("192.0.2.8"));
        assert_eq!(lines[0].name.as_deref(), Some("郑清"));
        assert_eq!(lines.len(), 2);
        let of_case = AccessWanted { number: Some(number.clone()), ..AccessWanted::default() };
        assert_eq!(told(&test, &of_case).await.len(), 3);
        let later = AccessWanted { from: Some(test.office.now().plus_ms(-30_000)), ..AccessWanted::default() };
        assert_eq!(told(&test, &later).await, [("citizen".to_owned(), Look::Case)]);
        // the address lies sealed, and the rows are a fold like all others
        let rows = test.fresh.dump("access_row").await;
        assert!(rows.iter().all(|row| !row.contains("192.0.2")), "{rows:?}");
        test.office.store().rebuild(&test.j, fold).await.unwrap();
        assert_eq!(test.fresh.dump("access_row").await, rows);
    }

    /// Nobody but the auditor reads it; the auditor reads nothing else, and that it was read stands in it too.
    async fn only_the_auditor_reads_it(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.accepted("路灯不亮").await;
        for id in ["operator", "supervisor", "reviewer", "principal-water", "county-leader", "administrator"] {
            let refused = test.office.access_log(&test.j, &test.staff(id), &AccessWanted::default(), None, 9).await;
            assert!(matches!(refused, Err(Problem::Forbidden)), "{id}");
        }
        let citizen = test.citizen(&number);
        let refused = test.office.access_log(&test.j, &citizen, &AccessWanted::default(), None, 9).await;
        assert!(matches!(refused, Err(Problem::Forbidden)));
        let auditor = test.staff("auditor");
        assert!(matches!(test.office.case(&test.j, &auditor, &number).await, Err(Problem::NotFound)));
        assert!(matches!(test.office.unit_queue(&test.j, &auditor, None, 9).await, Err(Problem::Forbidden)));
        entries(&test, &AccessWanted::default()).await;
        let again = entries(&test, &AccessWanted::default()).await;
        assert_eq!(again[0].person.as_ref().map(|person| person.as_str()), Some("auditor"));
        assert_eq!(again[0].what, Some(Look::Access));
    }

    /// Pages of the log meet without gap or double, whatever shares an instant.
    async fn pages_follow_one_another(fresh) {
        let test = TestOffice::on(fresh).await;
        let mut numbers = Vec::new();
        for n in 0..7 {
            // codes to one phone are limited
            test.clock.advance(16);
            numbers.push(test.receive_verified(&format!("路灯不亮{n}")).await.number);
        }
        let operator = test.staff("operator");
        for number in &numbers {
            test.office.case(&test.j, &operator, number).await.unwrap();
        }
        let wanted = AccessWanted { person: Some("operator".into()), ..AccessWanted::default() };
        let auditor = test.staff("auditor");
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = test.office.access_log(&test.j, &auditor, &wanted, after.as_ref(), 3).await.unwrap();
            seen.extend(page.lines.into_iter().filter_map(|line| line.number));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        seen.sort();
        numbers.sort();
        assert_eq!(seen, numbers);
    }

    /// The access log stands in the Merkle log, so a view that somebody removes is found.
    async fn a_removed_view_is_found(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.accepted("路灯不亮").await;
        test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        test.office.store_views().await.unwrap();
        test.office.run_log().await.unwrap();
        test.fresh.execute("DELETE FROM event WHERE stream LIKE 'access/%';").await;
        let mut check = proof::Check::new(None, vec![], vec![]);
        let write = |line: String| {
            check.line(&line);
            Ok::<(), Problem>(())
        };
        test.office.export_log(&test.j, true, write).await.unwrap();
        let findings = check.end().findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].found, proof::Found::Gone);
        assert_eq!(findings[0].stream.as_deref(), Some("access/2025-03-03"));
    }
}
