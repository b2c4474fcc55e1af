//! A ledger of past years whose time of retention is over: what is held stands in nobody's way.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use office::retention::{Behind, Destroyed};
use testkit::TestOffice;

use crate::import::{import, plan};

/// So many messages that were answered in 2019, one a day, numbered from 1 on.
async fn past(test: &TestOffice, many: u32) {
    let mut table = "编号,姓名,主题,时间,内容,答复,答复时间\n".to_owned();
    let first = jiff::civil::date(2019, 1, 1);
    for n in 1..=many {
        let day = first.saturating_add(jiff::Span::new().days(i64::from(n)));
        let day = day.strftime("%Y/%-m/%-d");
        writeln!(
            table,
            "{n},张三,路灯,{day} 9:00:00,路灯坏了{n}天,已修复,{day} 10:00:00"
        )
        .unwrap();
    }
    let (tally, _) = import(test, &plan(None), table.as_bytes()).await;
    assert_eq!(tally.history, u64::from(many));
}

store::both_engines! {
    /// Two hundred held cases at the front hide none of those behind them, on no page and in no decision.
    async fn held_cases_hide_none_behind_them(fresh) {
        let test = TestOffice::on(fresh).await;
        let administrator = test.staff("administrator");
        past(&test, 207).await;
        test.clock.advance(200 * 24 * 60);
        test.office.set_retention(&test.j, &administrator, Some(90), "规定").await.unwrap();
        for n in 1..=205_u32 {
            test.office.hold(&test.j, &administrator, &n.to_string(), "正在诉讼").await.unwrap();
        }
        let due = test.office.due_for_destruction(&test.j, &administrator).await.unwrap();
        let due: Vec<_> = due.iter().map(|case| case.number.as_str()).collect();
        assert_eq!(due, ["206", "207"]);
        let done = test.office.destroy_due(&test.j, &administrator, "期满", None).await.unwrap();
        assert_eq!(done.cases, ["206".into(), "207".into()]);
        assert_eq!(test.office.due_for_destruction(&test.j, &administrator).await.unwrap(), []);
    }

    /// More than two hundred go in several steps, each from where the one before ended, and one whose key is damaged is
    /// told and keeps none of the others: it stays due.
    async fn one_that_fails_keeps_none_of_the_others(fresh) {
        let test = TestOffice::on(fresh).await;
        let administrator = test.staff("administrator");
        past(&test, 203).await;
        test.clock.advance(200 * 24 * 60);
        test.office.set_retention(&test.j, &administrator, Some(90), "规定").await.unwrap();
        damage(&test, "case:1").await;
        let step = async |behind: Option<Behind>| -> Destroyed {
            test.office.destroy_due(&test.j, &administrator, "期满", behind).await.unwrap()
        };
        let first = step(None).await;
        let failed = |done: &Destroyed| done.failed.iter().map(|(number, _)| number.to_string()).collect::<Vec<_>>();
        assert_eq!((first.cases.len(), failed(&first)), (199, vec!["1".to_owned()]));
        let second = step(first.more).await;
        assert_eq!((second.cases.len(), failed(&second)), (3, vec![]));
        assert!(step(second.more).await.more.is_none());
        let all: BTreeSet<_> = first.cases.iter().chain(&second.cases).collect();
        assert_eq!(all.len(), 202);
        // the next decision tries it again
        let again = step(None).await;
        assert_eq!((again.cases.len(), failed(&again)), (0, vec!["1".to_owned()]));
    }
}

/// A bit falls over in a wrapped key.
async fn damage(test: &TestOffice, id: &str) {
    let store = test.office.store();
    let keys = store.sealing_keys(None, 10_000).await.unwrap();
    let key = keys
        .into_iter()
        .find(|key| key.jurisdiction == test.j && key.id.as_str() == id)
        .unwrap();
    let mut wrapped = key.wrapped.clone();
    *wrapped.last_mut().unwrap() ^= 1;
    assert_eq!(
        store.rewrap(vec![store::Rewrap { key, wrapped }]).await.unwrap(),
        1
    );
}
