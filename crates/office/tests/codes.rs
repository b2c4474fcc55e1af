//! A one-time code and the message it came with: both or none, on both databases.

use case::Actor;
use office::{Message, Problem, Receipt};
use testkit::TestOffice;

const CITIZEN: Actor = Actor::Citizen(None);

fn message(test: &TestOffice, id: &str, code: &str, title: &str) -> Message {
    Message {
        id: id.to_owned(),
        channel: "website".to_owned(),
        title: title.to_owned(),
        text: "请尽快处理。".to_owned(),
        category: Some("complaint".to_owned()),
        citizen: Some(test.wang(Some(code.to_owned()))),
        ..Message::default()
    }
}

async fn write(test: &TestOffice, message: Message) -> Result<Receipt, Problem> {
    test.office.receive(&test.j, &CITIZEN, message).await
}

store::both_engines! {
    /// A double click: both arrivals get one number.
    async fn two_arrivals_of_one_message_get_one_number(fresh) {
        let test = TestOffice::on(fresh).await;
        let code = test.phone_code("13800138000").await;
        let twice = || write(&test, message(&test, "once", &code, "路灯不亮"));
        let (one, other) = tokio::join!(twice(), twice());
        assert_eq!(one.unwrap().number, other.unwrap().number);
    }

    /// A message that was refused has used nothing up: mended, it is taken with the same code.
    async fn a_refused_message_leaves_the_code(fresh) {
        let test = TestOffice::on(fresh).await;
        let code = test.phone_code("13800138000").await;
        let faulty = Message {
            category: Some("no-such-kind".to_owned()),
            ..message(&test, "first", &code, "路灯不亮")
        };
        write(&test, faulty).await.unwrap_err();
        write(&test, message(&test, "second", &code, "路灯不亮")).await.unwrap();
    }

    /// One code, one message.
    async fn a_second_message_needs_another_code(fresh) {
        let test = TestOffice::on(fresh).await;
        let code = test.phone_code("13800138000").await;
        write(&test, message(&test, "first", &code, "路灯不亮")).await.unwrap();
        let second = write(&test, message(&test, "second", &code, "井盖丢失")).await;
        assert!(
            matches!(&second, Err(Problem::Invalid(faults)) if faults[0].code == "field-code-gone"),
            "{second:?}"
        );
    }
}
