//! PL-17: nothing disappears. What is recorded enters the log within a minute, is proved to whoever asks, and every change
//! behind its back is found and named.

use office::Problem;
use office::log::LogChoice;
use proof::{Algorithm, Check, Found, Head, Kept, Receipt, Report, Scheme};
use store::case_stream;
use testkit::TestOffice;

async fn lines(test: &TestOffice, with_events: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let write = |line| {
        lines.push(line);
        Ok::<(), Problem>(())
    };
    test.office.export_log(&test.j, with_events, write).await.unwrap();
    lines
}

async fn verified(test: &TestOffice, receipts: Vec<Receipt>, old: Vec<Head>) -> Report {
    let key = test.office.log_key(&test.j).await.unwrap().parse().unwrap();
    let mut check = Check::new(Some(key), receipts, old);
    for line in lines(test, true).await {
        check.line(&line);
    }
    check.end()
}

/// What is found, as `(found, stream, seq)`.
async fn found(test: &TestOffice) -> Vec<(Found, String, u64)> {
    let report = verified(test, vec![], vec![]).await;
    let name = |f: proof::Finding| (f.found, f.stream.unwrap_or_default(), f.seq.unwrap_or_default());
    report.findings.into_iter().map(name).collect()
}

/// Some cases, all in the log under one head, then some more under another.
async fn with_cases(test: &TestOffice) -> Vec<case::CaseNumber> {
    let mut numbers = Vec::new();
    for n in 0..3 {
        numbers.push(test.replied(&format!("路灯不亮{n}")).await);
    }
    test.office.run_log().await.unwrap();
    test.clock.advance(5);
    for n in 3..5 {
        numbers.push(test.accepted(&format!("路灯不亮{n}")).await);
    }
    test.office.run_log().await.unwrap();
    numbers
}

/// What everybody can download, in parts of so many entries.
async fn public_file(test: &TestOffice, most: u64) -> String {
    let (mut text, mut from) = (String::new(), Some(0));
    while let Some(begin) = from {
        let part = test.office.log_part(&test.j, begin, most).await.unwrap();
        text += &part.text;
        from = part.next;
    }
    text
}

store::both_engines! {
    async fn what_is_recorded_enters_the_log_and_everything_fits(fresh) {
        let test = TestOffice::on(fresh).await;
        with_cases(&test).await;
        let report = verified(&test, vec![], vec![]).await;
        assert!(report.sound, "{:?}", report.findings);
        let events = test.fresh.dump("event").await.len() as u64;
        assert_eq!((report.leaves, report.events, report.covered), (events, events, events));
        assert!(report.heads >= 2);
        // nothing new, nothing done
        assert_eq!(test.office.run_log().await.unwrap(), 0);
        // a stranger's copy has neither events nor their places, and fits as well
        let stranger = lines(&test, false).await;
        assert!(stranger.iter().all(|line| !line.contains("case/") && !line.contains("salt")));
        let mut check = Check::new(None, vec![], vec![]);
        stranger.iter().for_each(|line| check.line(line));
        assert!(check.end().sound);
    }

    /// Three processes take in at once, while others write: each event once, none forgotten.
    async fn several_processes_share_the_work(fresh) {
        let test = TestOffice::on(fresh).await;
        let (one, two) = (test.another_process().await, test.another_process().await);
        for n in 0..6 {
            // codes to one phone are limited
            test.clock.advance(16);
            let title = format!("路灯不亮{n}");
            let write = test.receive_verified(&title);
            let ran = tokio::join!(write, test.office.run_log(), one.run_log(), two.run_log());
            ran.1.unwrap();
            ran.2.unwrap();
            ran.3.unwrap();
        }
        test.office.run_log().await.unwrap();
        let report = verified(&test, vec![], vec![]).await;
        assert!(report.sound, "{:?}", report.findings);
        assert_eq!(report.leaves, test.fresh.dump("event").await.len() as u64);
    }

    /// A number that was drawn and never used (a commit that failed) holds nothing up.
    async fn a_gap_holds_nothing_up(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.run_log().await.unwrap();
        test.fresh.execute("UPDATE log_mark SET position = position - 3;").await;
        test.receive_verified("路灯不亮").await;
        assert!(test.office.run_log().await.unwrap() > 0);
        let report = verified(&test, vec![], vec![]).await;
        assert!(report.sound, "{:?}", report.findings);
        assert_eq!(report.leaves, test.fresh.dump("event").await.len() as u64);
    }

    async fn altered_dropped_reordered_and_dated_back_rows_are_named(fresh) {
        let test = TestOffice::on(fresh).await;
        let numbers = with_cases(&test).await;
        let (first, last) = (case_stream(&numbers[0]), case_stream(&numbers[4]));
        let at = |stream: &str, seq: u64| format!("WHERE stream = '{stream}' AND seq = {seq}");
        let swap = |to: &str| {
            let moved = |from: u64, to: u64| format!("UPDATE event SET seq = {to} {};", at(&first, from));
            match to {
                "there" => moved(2, 99) + &moved(3, 2) + &moved(99, 3),
                _ => String::new(),
            }
        };
        // each change, and how it is undone
        let tried = [
            (format!("UPDATE event SET bytes = BYTES'7b7d' {};", at(&first, 2)), vec![(Found::Altered, &first, 2)]),
            (format!("UPDATE event SET kind = 'reply' {};", at(&last, 1)), vec![(Found::Altered, &last, 1)]),
            (format!("UPDATE event SET recorded = recorded - 86400000 {};", at(&last, 2)), vec![(Found::Altered, &last, 2)]),
            (format!("UPDATE event SET at = at - 1 {};", at(&first, 1)), vec![(Found::Altered, &first, 1)]),
            (format!("UPDATE event SET \"procedure\" = '' {};", at(&first, 3)), vec![(Found::Altered, &first, 3)]),
            (format!("DELETE FROM event {};", at(&last, 2)), vec![(Found::Gone, &last, 2)]),
            (swap("there"), vec![(Found::Altered, &first, 2), (Found::Altered, &first, 3)]),
        ];
        test.fresh.execute("CREATE TABLE kept AS SELECT * FROM event;").await;
        for (change, wanted) in tried {
            test.fresh.execute(&change).await;
            let found = found(&test).await;
            for (what, stream, seq) in &wanted {
                assert!(found.contains(&(*what, (*stream).clone(), *seq)), "{change}: {found:?}");
            }
            // nobody else is accused
            assert_eq!(found.len(), wanted.len(), "{change}: {found:?}");
            let undo = "DELETE FROM event; INSERT INTO event SELECT * FROM kept;";
            test.fresh.execute(undo).await;
            assert!(verified(&test, vec![], vec![]).await.sound, "{change}");
        }
    }

    /// Made up today and put in with last week's date, before the log or behind its back.
    async fn a_row_put_in_with_an_old_date_is_named(fresh) {
        let test = TestOffice::on(fresh).await;
        let numbers = with_cases(&test).await;
        let stream = case_stream(&numbers[4]);
        let put = format!(
            "INSERT INTO event (jurisdiction, stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes)
             SELECT jurisdiction, 'case/made-up', 1, kind, version, at - 604800000, recorded - 604800000, \"procedure\",
                 calendar, bytes FROM event WHERE stream = '{stream}' AND seq = 1;"
        );
        test.fresh.execute(&put).await;
        // before the log has taken it in
        assert_eq!(found(&test).await, [(Found::NotLogged, "case/made-up".to_owned(), 1)]);
        // and after
        test.office.run_log().await.unwrap();
        assert_eq!(found(&test).await, [(Found::DatedBack, "case/made-up".to_owned(), 1)]);
    }

    /// Leaves, nodes and heads changed: what was signed does not fit any more.
    async fn a_changed_log_does_not_fit_what_was_signed(fresh) {
        let test = TestOffice::on(fresh).await;
        with_cases(&test).await;
        let kept = test.office.published_head(&test.j, None).await.unwrap();
        test.fresh.execute("CREATE TABLE kept AS SELECT * FROM log_leaf;").await;
        let leaf = &test.office.store().log_page(&test.j, 3, 1).await.unwrap()[0].0;
        let (stream, seq) = (leaf.stream.clone(), leaf.seq);
        // the leaf alone
        test.fresh.execute("UPDATE log_leaf SET commitment = BYTES'00' WHERE leaf = 3;".replace("00", &"ab".repeat(32)).as_str()).await;
        assert_eq!(found(&test).await, [(Found::Altered, stream.clone(), seq)]);
        test.fresh.execute("DELETE FROM log_leaf; INSERT INTO log_leaf SELECT * FROM kept;").await;
        // a leaf dropped with its event
        let drop = format!("DELETE FROM log_leaf WHERE leaf = 3; DELETE FROM event WHERE stream = '{stream}' AND seq = {seq};");
        test.fresh.execute(&drop).await;
        let found = found(&test).await;
        assert!(found.iter().any(|(what, ..)| *what == Found::LeafNumber), "{found:?}");
        assert!(found.iter().any(|(what, ..)| *what == Found::Root || *what == Found::HeadOrder), "{found:?}");
        // whatever is signed anew, the head that somebody kept does not fit
        assert!(!verified(&test, vec![], vec![kept]).await.sound);
    }

    async fn a_citizen_gets_a_promise_that_is_kept(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.run_log().await.unwrap();
        let taken = test.receive_verified("路灯不亮").await;
        let text = test.office.promise(&test.j, &taken.number).await.unwrap();
        let receipt = Receipt::read(&text).unwrap();
        assert!(receipt.is_signed());
        // at once it waits
        let judged = test.office.judge_receipt(&test.j, receipt.clone()).await.unwrap();
        assert_eq!((judged.kept, judged.extends), (Kept::NotYet, true));
        test.office.run_log().await.unwrap();
        let judged = test.office.judge_receipt(&test.j, receipt.clone()).await.unwrap();
        assert_eq!((judged.kept, judged.extends), (Kept::InLog, true));
        // the same for a stranger with the file
        let report = verified(&test, vec![receipt.clone()], vec![]).await;
        assert!(report.sound, "{report:?}");
        assert_eq!(report.receipts[0].kept, Kept::InLog);
        // the whole course is in it
        test.accept(&taken.number).await;
        test.office.run_log().await.unwrap();
        let code = &taken.check_code;
        let (_, history) = test.office.log_history(&test.j, taken.number.as_str(), code, "").await.unwrap();
        assert!(history.events.len() >= 2 && history.events.iter().all(|event| event.proved));
        let wrong = test.office.log_history(&test.j, taken.number.as_str(), "AAAA-AAAA", "").await;
        assert!(matches!(wrong, Err(Problem::WrongSecret)));
    }

    /// An office that leaves a message out signs the proof against itself.
    async fn a_broken_promise_is_proved_by_receipt_and_head(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.run_log().await.unwrap();
        let taken = test.receive_verified("路灯不亮").await;
        let receipt = test.office.log_receipt(&test.j, &taken.number).await.unwrap();
        let stream = case_stream(&taken.number);
        test.fresh.execute(&format!("DELETE FROM event WHERE stream = '{stream}';")).await;
        test.office.run_log().await.unwrap();
        let judged = test.office.judge_receipt(&test.j, receipt.clone()).await.unwrap();
        assert_eq!(judged.kept, Kept::NotYet);
        test.clock.advance(24 * 60);
        test.office.run_log().await.unwrap();
        let judged = test.office.judge_receipt(&test.j, receipt.clone()).await.unwrap();
        assert_eq!(judged.kept, Kept::Broken);
        assert!(judged.head.is_signed() && judged.head.time > receipt.until());
        let report = verified(&test, vec![receipt], vec![]).await;
        assert_eq!((report.sound, report.receipts[0].kept), (false, Kept::Broken));
    }

    /// The same for a stranger who has nothing but the receipt and what the office gives everybody. A file that ends before
    /// the minute was over helps it no more, once a later head is known.
    async fn a_broken_promise_is_proved_by_what_everybody_gets(fresh) {
        let test = TestOffice::on(fresh).await;
        test.accepted("路灯不亮").await;
        test.office.run_log().await.unwrap();
        let taken = test.receive_verified("井盖不见了").await;
        let receipt = test.office.log_receipt(&test.j, &taken.number).await.unwrap();
        let early = public_file(&test, 1000).await;
        let stream = case_stream(&taken.number);
        test.fresh.execute(&format!("DELETE FROM event WHERE stream = '{stream}';")).await;
        test.clock.advance(24 * 60);
        test.office.run_log().await.unwrap();
        let late = test.office.published_head(&test.j, None).await.unwrap();
        let check = |file: &str, heads: Vec<Head>| {
            let mut check = Check::new(Some(receipt.key.clone()), vec![receipt.clone()], heads);
            file.lines().for_each(|line| check.line(line));
            check.end()
        };
        let report = check(&public_file(&test, 1000).await, vec![]);
        assert_eq!((report.sound, report.receipts[0].kept), (false, Kept::Broken));
        assert_eq!(report.findings, [], "the log itself is sound, and that is the proof");
        assert_eq!(check(&early, vec![]).receipts[0].kept, Kept::NotYet);
        let report = check(&early, vec![late]);
        assert_eq!((report.sound, report.receipts[0].kept), (false, Kept::Broken));
    }

    /// The public file comes in parts; one behind the other they are the whole log, wherever they are cut.
    async fn the_parts_of_the_public_file_are_the_whole(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.run_log().await.unwrap();
        with_cases(&test).await;
        let whole = public_file(&test, 1000).await;
        assert_eq!(whole.lines().collect::<Vec<_>>(), lines(&test, false).await);
        for most in [1, 7, 16] {
            assert_eq!(public_file(&test, most).await, whole, "parts of {most}");
        }
        let beyond = test.office.log_part(&test.j, 100_000, 7).await;
        assert!(matches!(beyond, Err(Problem::Invalid(_))));
    }

    /// Whoever asks before there is a head gets one over all that was recorded, or none.
    async fn the_first_head_is_over_everything(fresh) {
        let test = TestOffice::on(fresh).await;
        test.receive_verified("路灯不亮").await;
        // as if it had been stored long before the log began
        test.clock.advance(24 * 60);
        let head = test.office.published_head(&test.j, None).await.unwrap();
        assert_eq!(head.size, test.office.store().log_size(&test.j).await.unwrap());
        assert!(head.size > 0);
        test.office.run_log().await.unwrap();
        let report = verified(&test, vec![], vec![]).await;
        assert!(report.sound, "{:?}", report.findings);
    }

    /// Every day one head, whether anything happened or not.
    async fn a_head_is_published_for_each_day(fresh) {
        let test = TestOffice::on(fresh).await;
        for _ in 0..3 {
            test.office.run_log().await.unwrap();
            test.office.run_log().await.unwrap();
            test.clock.advance(24 * 60);
        }
        let standing = test.office.log_standing(&test.j).await.unwrap();
        let days: Vec<&str> = standing.days.iter().map(|(day, ..)| &day[..]).collect();
        assert_eq!(days, ["2025-03-05", "2025-03-04", "2025-03-03"]);
        let extends: Vec<Option<bool>> = standing.days.iter().map(|(.., extends)| *extends).collect();
        assert_eq!(extends, [Some(true), Some(true), None]);
        let head = test.office.published_head(&test.j, Some("2025-03-04")).await.unwrap();
        assert!(head.is_signed());
        let none = test.office.published_head(&test.j, Some("2025-03-06")).await;
        assert!(matches!(none, Err(Problem::NotFound)));
    }

    /// With the national algorithms everything goes the same way; a log that has begun keeps its own.
    async fn a_log_can_be_kept_with_sm3_and_sm2(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.begin_logs_with(LogChoice { hash: Algorithm::Sm3, scheme: Scheme::Sm2 });
        let taken = test.receive_verified("路灯不亮").await;
        let receipt = test.office.log_receipt(&test.j, &taken.number).await.unwrap();
        test.office.run_log().await.unwrap();
        assert!(receipt.text().contains("key: sm2:") && receipt.text().contains("hash: sm3"));
        let report = verified(&test, vec![receipt], vec![]).await;
        assert!(report.sound, "{:?}", report.findings);
        let other = test.another_process().await;
        assert_eq!(other.log_key(&test.j).await.unwrap(), test.office.log_key(&test.j).await.unwrap());
    }
}
