//! Numbers of documents: without gaps and doubles, whoever issues at the same time and whatever fails between.

use crate::common;

use common::*;
use store::{
    Append, Commit, CommitError, NewPaper, PaperAfter, PaperOf, PaperRow, RowChange, Store, StoreError,
    StoredEvent, both_engines, case_stream, paper_stream,
};

fn series() -> String {
    paper_stream("office", "督办", 2026)
}

fn paper(n: u32, seq: u64) -> NewPaper {
    NewPaper {
        stream: series(),
        event: event(i64::from(n)),
        document: "supervision".into(),
        of: Some(PaperOf {
            number: number(n),
            seq,
            order: None,
        }),
    }
}

/// The first event of a case, with a document that it issues.
fn issue(n: u32) -> Commit {
    let mut commit = append(n, 0, i64::from(n));
    commit.papers = vec![paper(n, 1)];
    commit
}

/// Every document of the series, by number.
async fn numbers(store: &Store) -> Vec<u64> {
    let mut rows = store.papers(HERE, Some("supervision"), None, 1000).await.unwrap();
    rows.sort_by_key(|row| row.no);
    rows.into_iter().map(|row| row.no).collect()
}

/// How these tests read the events of documents again.
fn fold(_: &str, stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    let Some(n) = stored.bytes.strip_prefix(b"{\"n\":") else {
        return Ok(vec![]);
    };
    if stored.stream != series() {
        return Ok(vec![]);
    }
    let n: u32 = std::str::from_utf8(n)
        .unwrap()
        .trim_end_matches('}')
        .parse()
        .unwrap();
    Ok(vec![RowChange::Paper(PaperRow {
        stream: stored.stream.clone(),
        no: stored.seq,
        document: "supervision".into(),
        of: paper(n, 1).of,
        issued: stored.at,
    })])
}

both_engines! {
    /// Two processes, forty commands at once: the numbers are 1 to 40, and each stands in the log where its row says.
    async fn at_the_same_time_each_gets_its_own_and_none_is_left_out(db) {
        let (one, two) = (db.store().await, db.store().await);
        let issue = |n: u32| {
            let store = if n.is_multiple_of(2) { one.clone() } else { two.clone() };
            tokio::spawn(async move { store.commit(issue(n)).await.unwrap() })
        };
        let tasks: Vec<_> = (1..=40).map(issue).collect();
        let mut got = vec![];
        for task in tasks {
            got.push(task.await.unwrap().heads[1].seq);
        }
        got.sort_unstable();
        assert_eq!(got, (1..=40).collect::<Vec<_>>());
        assert_eq!(numbers(&one).await, got);
        let log = one.events(HERE, &series()).await.unwrap();
        for row in one.papers(HERE, None, None, 1000).await.unwrap() {
            let of = row.of.unwrap();
            let event = &log[usize::try_from(row.no).unwrap() - 1];
            assert_eq!((event.seq, event.at), (row.no, row.issued));
            assert_eq!(one.papers_of(HERE, &of.number).await.unwrap().len(), 1);
        }
    }

    /// What is refused takes no number: a conflict on the case, a command that came before.
    async fn what_fails_leaves_no_gap(db) {
        let store = db.store().await;
        store.commit(asked(issue(1), "first", "a")).await.unwrap();
        let again = store.commit(asked(issue(1), "first", "b")).await;
        assert!(matches!(again, Err(CommitError::Duplicate(answer)) if answer == b"a"));
        let stale = store.commit(issue(1)).await;
        assert!(matches!(stale, Err(CommitError::Conflict { .. })));
        store.commit(issue(2)).await.unwrap();
        assert_eq!(numbers(&store).await, [1, 2]);
    }

    /// One command may issue several documents, of one series and of others; each year begins anew.
    async fn each_series_counts_for_itself(db) {
        let store = db.store().await;
        let mut commit = append(1, 0, 1);
        let next_year = NewPaper { stream: paper_stream("office", "督办", 2027), ..paper(1, 1) };
        let of_unit = NewPaper { stream: paper_stream("water", "督办", 2026), ..paper(1, 1) };
        commit.papers = vec![paper(1, 1), next_year, paper(1, 1), of_unit];
        let made = store.commit(commit).await.unwrap();
        assert_eq!(made.heads.iter().map(|head| head.seq).collect::<Vec<_>>(), [1, 1, 1, 2, 1]);
        let listed = store.papers_of(HERE, &number(1)).await.unwrap();
        assert_eq!(listed.len(), 4);
    }

    /// A document of no case, such as a monthly list; pages of the list go on behind the last line.
    async fn documents_are_listed_page_by_page(db) {
        let store = db.store().await;
        for n in 1..=3 {
            store.commit(issue(n)).await.unwrap();
        }
        let mut commit = Commit::new(HERE, at(4));
        commit.papers = vec![NewPaper { document: "month".into(), of: None, event: event(4), stream: series() }];
        store.commit(commit).await.unwrap();
        let first = store.papers(HERE, None, None, 3).await.unwrap();
        assert_eq!(first.iter().map(|row| row.no).collect::<Vec<_>>(), [4, 3, 2]);
        assert_eq!((first[0].document.as_str(), &first[0].of), ("month", &None));
        let last = &first[2];
        let after = PaperAfter { issued: last.issued, stream: last.stream.clone(), no: last.no };
        let rest = store.papers(HERE, None, Some(&after), 3).await.unwrap();
        assert_eq!(rest.iter().map(|row| row.no).collect::<Vec<_>>(), [1]);
        assert_eq!(store.paper(HERE, &series(), 4).await.unwrap().as_ref(), Some(&first[0]));
        assert!(store.paper(HERE, &series(), 5).await.unwrap().is_none());
    }

    /// The rows are a fold: made again from the log they are the same.
    async fn rows_made_again_are_the_same(db) {
        let store = db.store().await;
        for n in 1..=3 {
            let mut commit = Commit::new(HERE, at(i64::from(n)));
            commit.papers = vec![paper(n, 1)];
            store.commit(commit).await.unwrap();
        }
        let before = db.dump("paper_row").await;
        assert_eq!(before.len(), 3);
        store.rebuild(HERE, fold).await.unwrap();
        assert_eq!(db.dump("paper_row").await, before);
    }
}

/// The process dies between command and answer: what the database has is whole, and the next number follows it.
#[tokio::test]
async fn a_database_opened_again_goes_on_counting() {
    let db = store::testing::Fresh::sqlite();
    let store = db.store().await;
    store.commit(issue(1)).await.unwrap();
    store.close().await;
    let store = db.store().await;
    let mut commit = Commit::new(HERE, at(2));
    commit.streams = vec![Append {
        stream: case_stream(&number(2)),
        expected: 0,
        events: vec![event(2)],
    }];
    commit.papers = vec![paper(2, 1)];
    store.commit(commit).await.unwrap();
    assert_eq!(numbers(&store).await, [1, 2]);
}

#[test]
fn words_of_a_series_never_make_one_stream_of_two() {
    assert_ne!(paper_stream("a/b", "c", 2026), paper_stream("a", "b/c", 2026));
    assert_ne!(paper_stream("a", "b/c", 2026), paper_stream("a", "b%2Fc", 2026));
}
