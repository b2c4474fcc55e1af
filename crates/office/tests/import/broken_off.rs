//! An import that is broken off goes on where it was.

use tokio::sync::oneshot;

use crate::import::real::{cases, ledger};
use crate::import::{import, plan, table};
use testkit::TestOffice;

store::both_engines! {
    /// The import is dropped with a group of rows under way, as when its process is killed; another process takes it up.
    async fn broken_off_in_the_middle_and_taken_up(fresh) {
        let Some(bytes) = ledger() else { return };
        let test = TestOffice::on(fresh).await;
        let (stop, stopped) = oneshot::channel();
        let mut stop = Some(stop);
        let plan = plan(None);
        let importing = test.office.import(&test.j, &plan, table(&bytes), |line| {
            if line.line > 9000 && let Some(stop) = stop.take() {
                stop.send(()).unwrap();
            }
        });
        tokio::select! {
            biased;
            _ = stopped => {}
            done = importing => panic!("came to its end: {done:?}"),
        }
        let there = cases(&test).await.len() as u64;
        assert!(there > 0 && there < 2816, "{there} of 2816 when it was broken off");

        let (tally, _) = import(&test, &plan, &bytes).await;
        assert_eq!(tally.rows, 2816);
        assert_eq!(tally.same + tally.history, 2816);
        assert!(tally.same >= there, "what was in is in once");
        assert_eq!(cases(&test).await.len(), 2816);
    }
}
