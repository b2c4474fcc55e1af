//! Cases that are handled with another: everybody who wrote is answered, once.

use super::{board, claim, code, mark, reply, written};
use case::CaseNumber;
use office::Draft;
use office::senders::Senders;
use office::view::linked::{MERGED_MOST, Tie};
use testkit::TestOffice;

fn merge(into: &CaseNumber) -> Draft {
    Draft::Merge {
        into: into.to_string(),
    }
}

async fn said(test: &TestOffice, number: &CaseNumber) -> (String, Option<String>, u64) {
    let view = test
        .office
        .case(&test.j, &test.staff("operator"), number)
        .await
        .unwrap();
    (view.case.step.clone(), view.reply, view.case.seq)
}

store::both_engines! {
    /// The reply of the case that is handled goes to those that came to it before, and to one that comes after.
    async fn every_merged_case_gets_the_reply_once(fresh) {
        let test = board(fresh).await;
        let senders = Senders::default();
        let first = written(&test, "路面破损").await;
        let (second, third) = (written(&test, "路坏了").await, written(&test, "修路").await);
        test.run("operator", &first, mark(&[], "620802")).await.unwrap();
        test.run("operator", &second, merge(&first)).await.unwrap();
        test.office.run_outbox(&senders).await.unwrap();
        assert_eq!(said(&test, &second).await, ("merged".to_owned(), None, 2));
        test.run("handler-water", &first, claim()).await.unwrap();
        test.run("reviewer", &first, reply()).await.unwrap();
        test.office.run_outbox(&senders).await.unwrap();
        let answered = ("answered".to_owned(), Some("已修好。".to_owned()), 3);
        assert_eq!(said(&test, &second).await, answered);
        test.run("operator", &third, merge(&first)).await.unwrap();
        test.office.run_outbox(&senders).await.unwrap();
        assert_eq!(said(&test, &third).await, answered);
        assert_eq!(said(&test, &second).await, answered, "nobody is answered twice");
    }

    /// A case is merged into one that is there, not into itself, and not into one that is itself merged.
    async fn a_case_is_merged_into_one_that_is_handled(fresh) {
        let test = board(fresh).await;
        let first = written(&test, "路面破损").await;
        let (second, third) = (written(&test, "路坏了").await, written(&test, "修路").await);
        let nowhere = CaseNumber::from("2025030399999999");
        assert_eq!(code(test.run("operator", &second, merge(&nowhere)).await), "field-no-such-case");
        assert_eq!(code(test.run("operator", &second, merge(&second)).await), "refusal-merge-into-itself");
        test.run("operator", &second, merge(&first)).await.unwrap();
        assert_eq!(code(test.run("operator", &third, merge(&second)).await), "field-merged-already");
    }

    /// However many are handled with one, its page lists a few at a time, each once, and says how many there are.
    async fn many_merged_cases_stand_on_several_pages(fresh) {
        let test = board(fresh).await;
        let first = written(&test, "路面破损").await;
        let mut merged = Vec::new();
        for no in 0..MERGED_MOST + 3 {
            let other = written(&test, &format!("路坏了 {no}")).await;
            test.run("operator", &other, merge(&first)).await.unwrap();
            merged.push(other);
        }
        merged.sort_by(|one, other| one.as_str().cmp(other.as_str()));
        let (mut seen, mut after, mut pages) = (Vec::new(), None, Vec::new());
        loop {
            let linked = test.office.linked(&test.j, &test.staff("operator"), &first, after.as_ref()).await.unwrap();
            assert_eq!(linked.merged, Some(merged.len() as u64));
            let here = linked.cases.into_iter().filter(|case| case.tie == Tie::MergedHere);
            let here: Vec<CaseNumber> = here.map(|case| case.number).collect();
            pages.push(here.len());
            seen.extend(here);
            let Some(next) = linked.next else { break };
            after = Some(next);
        }
        assert_eq!(pages, [MERGED_MOST as usize, 3]);
        assert_eq!(seen, merged);
    }
}
