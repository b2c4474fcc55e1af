//! The desk served, and somebody signed in at it.

use super::person::Person;
use axum::Router;
use axum::http::StatusCode;
use case::CaseNumber;
use procedure::Words;
use seal::Key;
use testkit::TestOffice;
use web::shell::Shell;

/// The program over an office that works by Suqian's procedure.
pub(crate) async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = Words {
        zh: "示例市".to_owned(),
        en: "Example".to_owned(),
    };
    let shell = Shell {
        place: words.clone(),
        service: words,
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// Somebody who has signed in.
pub(crate) async fn signed<'a>(app: &'a Router, login: &str) -> Person<'a> {
    let mut person = Person::new(app);
    let answer = person.sign_in(login).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login}");
    person
}

/// A message that an operator took down, of a caller who has shown no code: as many as a test needs.
pub(crate) async fn taken_down(test: &TestOffice, title: &str) -> CaseNumber {
    let message = office::Message {
        id: test.command_id().as_str().to_owned(),
        channel: "phone".to_owned(),
        title: title.to_owned(),
        text: "请来看看。".to_owned(),
        citizen: Some(test.wang(None)),
        ..office::Message::default()
    };
    let operator = test.staff("operator");
    let taken = test.office.receive(&test.j, &operator, message).await;
    taken.unwrap().number
}
