//! What earlier schemas could not hold of a case is there after an upgrade, without anybody's doing.

use super::public::publish;
use super::{board, claim, mark, reply, text, written};
use case::CaseNumber;
use case::facets::{PublicFilter, PublicState};
use store::testing::Fresh;
use store::{PublicOf, Store};
use testkit::TestOffice;

/// Takes back what the migrations 15 to 21 made.
pub(super) const BACK_TO_14: &str = "
    DROP INDEX roster_row_to; DROP INDEX order_row_received; ALTER TABLE order_row DROP COLUMN case_received;
    DROP INDEX sealing_key_destroyed; DROP INDEX case_row_kept; ALTER TABLE case_row DROP COLUMN key_destroyed;
    DROP INDEX case_row_division; DROP INDEX visit_link_expires;
    DROP TABLE held; DROP TABLE public_facet; DROP TABLE saved_view; DROP INDEX item_row_number;
    DROP TABLE knowledge_row; DROP TABLE knowledge_word;
    DROP INDEX case_row_received; DROP INDEX case_row_replied; DROP INDEX case_row_watched;
    DROP INDEX order_row_unit; DROP INDEX order_row_due;
    ALTER TABLE case_row DROP COLUMN supervised_since; ALTER TABLE case_row DROP COLUMN urged;
    ALTER TABLE case_row DROP COLUMN instructed; ALTER TABLE case_row DROP COLUMN late;
    ALTER TABLE case_row DROP COLUMN watched;
    ALTER TABLE order_row DROP COLUMN done; ALTER TABLE order_row DROP COLUMN late;
    ALTER TABLE order_row DROP COLUMN apart;
    CREATE INDEX case_row_received ON case_row (jurisdiction, received, number);
    CREATE INDEX order_row_due ON order_row (jurisdiction, unit, due_order, number, order_no) WHERE ended = 0;
    CREATE INDEX order_row_unit ON order_row (jurisdiction, unit, number);
    DELETE FROM migration WHERE version > 14;";

/// A message that was published, passed to a unit and answered by it.
async fn answered(test: &TestOffice) -> CaseNumber {
    let number = claimed(test).await;
    test.run("reviewer", &number, reply()).await.unwrap();
    number
}

/// And before it answered.
async fn claimed(test: &TestOffice) -> CaseNumber {
    let number = written(test, "路面破损").await;
    test.run("operator", &number, mark(&[], "620802003"))
        .await
        .unwrap();
    publish(test, &number, None).await;
    test.run("handler-water", &number, claim()).await.unwrap();
    number
}

async fn folds(fresh: &Fresh) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for table in ["case_row", "order_row", "clock_row", "public_facet"] {
        all.push(fresh.dump(table).await);
    }
    all
}

/// What everybody finds who asks for the answers of a unit in a place.
async fn found(store: &Store, j: &str) -> Vec<CaseNumber> {
    let filter = PublicFilter {
        unit: Some("water".into()),
        state: Some(PublicState::Answered),
        place: Some(text("620802")),
        ..PublicFilter::default()
    };
    let of = PublicOf {
        filter,
        ..PublicOf::default()
    };
    let rows = store.public_list(j, &of, None, 9).await.unwrap();
    rows.into_iter().map(|row| row.number).collect()
}

store::both_engines! {
    async fn a_start_after_an_upgrade_fills_what_schema_14_could_not_hold(fresh) {
        let test = board(fresh).await;
        let number = answered(&test).await;
        let before = folds(&test.fresh).await;
        assert!(!before[3].is_empty());
        assert_eq!(test.office.store().fold_cases().await.unwrap(), 0, "made by this program");
        test.office.store().close().await;
        test.fresh.execute(BACK_TO_14).await;

        let store = test.fresh.store().await;
        let upgraded = folds(&test.fresh).await;
        assert!(upgraded[3].is_empty());
        assert_eq!(found(&store, &test.j).await, []);
        assert_eq!(store.fold_cases().await.unwrap(), 1);
        assert_eq!(folds(&test.fresh).await, before);
        assert_eq!(found(&store, &test.j).await, [number]);
        assert_eq!(store.fold_cases().await.unwrap(), 0, "and never looks again");
    }

    async fn two_processes_that_start_at_once_fill_the_same(fresh) {
        let test = board(fresh).await;
        answered(&test).await;
        let before = folds(&test.fresh).await;
        test.office.store().close().await;
        test.fresh.execute(BACK_TO_14).await;
        let (one, two) = (test.fresh.store().await, test.fresh.store().await);
        let folded = tokio::join!(one.fold_cases(), two.fold_cases());
        assert_eq!(folded.0.unwrap().max(folded.1.unwrap()), 1);
        assert_eq!(folds(&test.fresh).await, before);
    }

    /// A case that goes on heals its own rows, whatever they lacked.
    async fn a_case_that_goes_on_has_all_its_rows(fresh) {
        let test = board(fresh).await;
        let number = claimed(&test).await;
        test.fresh.execute("DELETE FROM public_facet;").await;
        test.run("reviewer", &number, reply()).await.unwrap();
        let gone_on = folds(&test.fresh).await;
        assert!(!gone_on[3].is_empty());
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(folds(&test.fresh).await, gone_on);
    }

    /// An empty installation of an earlier program stays empty: a backup can be restored into it.
    async fn where_nothing_is_recorded_nothing_is_noted(fresh) {
        fresh.store().await.close().await;
        fresh.execute(BACK_TO_14).await;
        let store = fresh.store().await;
        assert_eq!(store.fold_cases().await.unwrap(), 0);
        assert!(store.is_empty().await.unwrap());
    }
}
