//! A case that was folded before is seen as it is now, whoever changed it meanwhile, on both databases.

use testkit::TestOffice;

store::both_engines! {
    /// Two processes serve one city: what one did stands before the eyes of the other, event by event, also where it had
    /// looked at the case before.
    async fn what_another_process_did_is_seen_at_the_next_look(fresh) {
        let test = TestOffice::on(fresh).await;
        let other = test.another_process().await;
        let (j, operator) = (&test.j, test.staff("operator"));
        let number = test.accepted("路灯不亮").await;
        let before = other.case(j, &operator, &number).await.unwrap();
        assert_eq!(before.case.step, "accepted");

        test.dispatch(&number, "water").await;

        let (here, there) = (
            test.office.case(j, &operator, &number).await.unwrap(),
            other.case(j, &operator, &number).await.unwrap(),
        );
        assert_eq!(there.case, here.case);
        assert_eq!(there.timeline.len(), here.timeline.len());
        assert!(there.timeline.len() > before.timeline.len());
    }
}
