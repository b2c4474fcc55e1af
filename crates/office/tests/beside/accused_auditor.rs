//! PL-18 against PL-17: whoever audits and is accused themselves reads the access log without that case, and notices no
//! gap. The public log they may read like everybody: it tells nothing of whose an entry is.

use super::informant_doors::{accusation, is_not_there, person};

use case::{Actor, CaseNumber};
use office::access::{AccessLine, AccessPage, AccessWanted};
use office::directory::{Entry, UnitEntry};
use store::QueueOf;
use testkit::TestOffice;

async fn page(test: &TestOffice, who: &Actor, wanted: &AccessWanted, limit: u32) -> AccessPage {
    test.office
        .access_log(&test.j, who, wanted, None, limit)
        .await
        .unwrap()
}

/// All lines, in pages of so many; every page but the last is full, and the last is not empty.
async fn all(test: &TestOffice, who: &Actor, wanted: &AccessWanted, limit: u32) -> Vec<AccessLine> {
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let found = test
            .office
            .access_log(&test.j, who, wanted, after.as_ref(), limit)
            .await
            .unwrap();
        if found.next.is_some() {
            assert_eq!(found.lines.len(), limit as usize, "a page has a gap");
        } else {
            assert!(after.is_none() || !found.lines.is_empty(), "an empty page behind");
        }
        lines.extend(found.lines);
        after = found.next;
        if after.is_none() {
            return lines;
        }
    }
}

fn of(number: &CaseNumber) -> AccessWanted {
    AccessWanted {
        number: Some(number.clone()),
        ..AccessWanted::default()
    }
}

store::both_engines! {
    async fn an_accused_auditor_reads_the_access_log_without_that_case(fresh) {
        let test = TestOffice::on(fresh).await;
        let (accused, other) = (test.staff("auditor"), person("second-auditor", &[("auditor", None)]));
        let accusing = accusation(&test, &[], &["auditor"]).await;
        let plain = test.accepted("路灯不亮").await;
        let operator = test.staff("operator");
        // the accusing case is looked at before, between and after the other
        for number in [&accusing, &plain, &accusing, &accusing, &plain, &accusing] {
            test.office.case(&test.j, &operator, number).await.unwrap();
            // what waits together becomes one entry
            test.office.store_views().await.unwrap();
            test.clock.advance(1);
        }

        let by_operator = AccessWanted { person: Some("operator".into()), ..AccessWanted::default() };
        let whole = all(&test, &other, &by_operator, 100).await;
        let seen = all(&test, &accused, &by_operator, 100).await;
        let about = |lines: &[AccessLine], number: &CaseNumber| {
            lines.iter().filter(|line| line.number.as_ref() == Some(number)).count()
        };
        assert!(about(&whole, &accusing) >= 4, "{whole:?}");
        assert_eq!(about(&seen, &accusing), 0, "{seen:?}");
        assert_eq!(about(&seen, &plain), about(&whole, &plain));
        // however the pages are cut, none is shorter than asked for
        for limit in 1..4 {
            let paged = all(&test, &accused, &by_operator, limit).await;
            assert_eq!(paged, seen, "pages of {limit}");
        }
        // asked for by number it is as if there were no such case
        let nowhere = CaseNumber::from("2025030399999999");
        assert_eq!(page(&test, &accused, &of(&accusing), 9).await, page(&test, &accused, &of(&nowhere), 9).await);
        assert!(!page(&test, &other, &of(&accusing), 9).await.lines.is_empty());
        // and every other door is closed as well
        is_not_there(&test, &accused, &accusing).await;
    }

    /// The public log has an entry for each event, also of an accusation, and says no more of it than of any other.
    async fn the_public_log_tells_nobody_of_an_accusation(fresh) {
        let test = TestOffice::on(fresh).await;
        let accusing = accusation(&test, &["water"], &["auditor"]).await;
        let plain = test.accepted("路灯不亮").await;
        test.office.run_log().await.unwrap();
        let file = test.office.log_part(&test.j, 0, 1000).await.unwrap();
        assert_eq!(file.next, None);
        for secret in [accusing.as_str(), plain.as_str(), "case/", "access/", "receive", "water", "auditor", "举报"] {
            assert!(!file.text.contains(secret), "{secret}");
        }
        let events = test.fresh.dump("event").await.len();
        let mut entries = 0;
        for line in file.text.lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let names: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
            let known = [vec!["commitment", "leaf"], vec!["head"], vec!["format", "hash", "key", "log"]];
            assert!(known.contains(&names), "{names:?}");
            entries += usize::from(names.len() == 2);
        }
        assert_eq!(entries, events);
    }

    /// Whether somebody may see an accusation is remembered no longer than it holds: posts, the directory and the case
    /// itself change it at once, in lists and in counts.
    async fn what_was_judged_holds_until_something_changes(fresh) {
        let test = TestOffice::on(fresh).await;
        let accusing = accusation(&test, &["water"], &[]).await;
        let everything = QueueOf::default();
        let sees = async |who: &Actor| {
            let count = test.office.queue_count(&test.j, who, &everything).await.unwrap();
            let lines = test.office.queue(&test.j, who, &everything, None, 20).await.unwrap();
            assert_eq!(count, lines.len() as u64, "no count is larger than its list");
            lines.iter().any(|line| line.row.number == accusing)
        };
        let plain = person("somebody", &[("supervisor", None)]);
        let elsewhere = person("somebody", &[("supervisor", None), ("handler", Some("urban"))]);
        let accused = person("somebody", &[("supervisor", None), ("handler", Some("water"))]);
        for _ in 0..2 {
            assert!(sees(&plain).await && sees(&elsewhere).await);
            assert!(!sees(&accused).await, "the same person with another post");
        }
        // the other unit comes under the accused one
        let under = UnitEntry {
            id: "urban".to_owned(),
            zh: "市城管局".to_owned(),
            en: "Urban".to_owned(),
            kind: "city".to_owned(),
            parent: Some("water".to_owned()),
            territory: None,
            duties: Vec::new(),
            from: jiff::civil::date(2025, 1, 1),
            to: None,
        };
        test.office.enter(&test.j, "system", vec![Entry::Unit(under)]).await.unwrap();
        assert!(!sees(&elsewhere).await && sees(&plain).await);
        // another process has judged nothing yet, and comes to the same
        let other = test.another_process().await;
        assert_eq!(other.queue_count(&test.j, &elsewhere, &everything).await.unwrap(), 0);
        // what happens to the case leaves the verdict as it is, and the line as new as the case
        test.accept(&accusing).await;
        assert!(!sees(&accused).await && sees(&plain).await);
    }
}
