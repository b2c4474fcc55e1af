//! A case goes its usual course through the use cases, on both databases.

use testkit::TestOffice;

store::both_engines! {
    /// SQ-10: accepted, dispatched, signed for, reported, reviewed and replied, each by its own person.
    async fn a_message_is_replied_and_the_visit_begins(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.replied("路灯不亮").await;
        let seen = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(seen.case.step, "sms-visit");
        assert_eq!(seen.title.as_deref(), Some("路灯不亮"));
    }
}
