//! Signing in by a sign-on service, against a real one.

use crate::support::provider;

use office::access::{AccessWanted, Look};
use office::senders::Secret;
use office::sign_on::{Back, LinkBy, SignOn};
use office::staff::{Opened, Origin};
use office::{Clock as _, Problem, SystemClock};
use procedure::Words;
use provider::{Provider, SECRET};
use serde_json::json;
use std::collections::BTreeMap;
use testkit::TestOffice;

const J: &str = "suqian";
const FROM: &str = "10.0.0.7";
const BACK: &str = "https://wenzheng.example/desk/sign-on/back";

fn service(issuer: &str, by: LinkBy, secret: &str) -> SignOn {
    let name = Words {
        zh: "统一身份认证".to_owned(),
        en: "Single sign-on".to_owned(),
    };
    SignOn::new(
        issuer.to_owned(),
        "wenzheng".to_owned(),
        Secret::new(secret),
        name,
        by,
    )
}

/// An office and the service that its staff sign in by. The service tells real time, so the office does too.
async fn set_up(fresh: store::testing::Fresh, algorithm: &str, by: LinkBy) -> Option<(TestOffice, Provider)> {
    let people = json!({
        "li": {"email": "Operator@staff.example", "email_verified": true, "preferred_username": "operator"},
        "zhang": {"email": "operator@staff.example", "email_verified": true, "preferred_username": "operator"},
        "unsure": {"email": "reviewer@staff.example", "email_verified": false, "preferred_username": "x"},
        "stranger": {"email": "stranger@staff.example", "email_verified": true, "preferred_username": "nobody"},
    });
    let provider = Provider::start(BACK, algorithm, &people)?;
    let test = TestOffice::on(fresh).await;
    test.clock.set_to(SystemClock.now());
    test.office.trust_sign_on(service(&provider.issuer, by, SECRET));
    Some((test, provider))
}

async fn begin(test: &TestOffice) -> (String, String) {
    test.office.begin_sign_on(J, "/desk/ledger").await.unwrap()
}

async fn finish(
    test: &TestOffice,
    kept: &str,
    sent: &BTreeMap<String, String>,
) -> Result<(Opened, String, String), Problem> {
    let sent = |name: &str| sent.get(name).map(String::as_str);
    let back = Back {
        code: sent("code"),
        state: sent("state"),
        error: sent("error"),
        issuer: sent("iss"),
    };
    let origin = Origin {
        address: FROM,
        ..Origin::default()
    };
    test.office.finish_sign_on(J, kept, back, origin).await
}

/// The whole way as a person; the login, or why not.
async fn sign_in(test: &TestOffice, provider: &Provider, account: &str) -> String {
    let (address, kept) = begin(test).await;
    let sent = provider.visit(account, &address, BACK);
    match finish(test, &kept, &sent).await {
        Ok((_, login, _)) => login,
        Err(problem) => fault(problem).to_owned(),
    }
}

fn fault(problem: Problem) -> &'static str {
    match problem {
        Problem::Invalid(faults) => faults[0].code,
        other => other.code(),
    }
}

store::both_engines! {
    /// By the mail address that the administrator entered; from then on by the service's own name of the person.
    async fn staff_sign_in_by_the_service(fresh) {
        let Some((test, provider)) = set_up(fresh, "RS256", LinkBy::Email).await else { return };
        let (address, kept) = begin(&test).await;
        let sent = provider.visit("li", &address, BACK);
        let (opened, login, to) = finish(&test, &kept, &sent).await.unwrap();
        assert_eq!((login.as_str(), to.as_str()), ("operator", "/desk/ledger"));
        let signed = test.office.signed(J, &opened.token).await.unwrap();
        assert_eq!(signed.person().unwrap().as_str(), "operator");
        assert_eq!(sign_in(&test, &provider, "li").await, "operator");
        assert_eq!(test.fresh.dump("credential_row").await.len(), 1, "linked once");
    }

    /// The service makes nobody a member of staff, and an address that it has not verified names nobody.
    async fn whom_nobody_entered_stays_outside(fresh) {
        let Some((test, provider)) = set_up(fresh, "ES256", LinkBy::Email).await else { return };
        let people = test.fresh.dump("person_row").await.len();
        assert_eq!(sign_in(&test, &provider, "stranger").await, "sign-on-unknown");
        assert_eq!(sign_in(&test, &provider, "unsure").await, "sign-on-unknown");
        assert_eq!(sign_in(&test, &provider, "nobody").await, "sign-on-refused");
        assert_eq!(sign_in(&test, &provider, "li").await, "operator");
        assert_eq!(test.fresh.dump("person_row").await.len(), people);
    }

    /// An address or name that the service gives to somebody else later opens nothing, until the administrator undoes
    /// the link.
    async fn a_name_given_to_somebody_else_opens_nothing(fresh) {
        let Some((test, provider)) = set_up(fresh, "RS256", LinkBy::Login).await else { return };
        assert_eq!(sign_in(&test, &provider, "li").await, "operator");
        assert_eq!(sign_in(&test, &provider, "zhang").await, "sign-on-unknown");
        let administrator = test.staff("administrator");
        test.office.unlink_sign_on(J, &administrator, "operator").await.unwrap();
        assert_eq!(sign_in(&test, &provider, "zhang").await, "operator");
        assert_eq!(sign_in(&test, &provider, "li").await, "sign-on-unknown");
    }

    /// Somebody whom the service takes for a member of staff, and we do not: kept for the auditor, and told to the person
    /// as a wrong password is. Of a stranger it is kept that somebody came, and nothing more.
    async fn who_is_not_let_in_is_told(fresh) {
        let Some((test, provider)) = set_up(fresh, "RS256", LinkBy::Login).await else { return };
        let unusual = async || {
            let found = test.office.unusual_sign_ins(J, &"operator".into(), 9).await.unwrap();
            found.iter().map(|one| (one.failed, one.address.clone())).collect::<Vec<_>>()
        };
        assert_eq!(sign_in(&test, &provider, "li").await, "operator");
        assert_eq!(sign_in(&test, &provider, "stranger").await, "sign-on-unknown");
        assert_eq!(unusual().await, []);
        test.clock.advance(1);
        assert_eq!(sign_in(&test, &provider, "zhang").await, "sign-on-unknown");
        assert_eq!(unusual().await, [(true, FROM.to_owned())]);
        let wanted = AccessWanted::default();
        let read = test.office.access_log(J, &test.staff("auditor"), &wanted, None, 50).await.unwrap();
        let failed = read.lines.iter().filter(|line| line.what == Some(Look::SignInFailed));
        let failed: Vec<_> = failed.map(|line| (line.person.as_ref().map(|p| p.as_str()), line.from.as_deref())).collect();
        assert_eq!(failed, [(Some("operator"), Some(FROM)), (None, Some(FROM))]);
    }

    /// What did not begin in this browser, took too long, or was redeemed before, ends nowhere.
    async fn a_sign_in_belongs_to_one_browser_and_one_time(fresh) {
        let Some((test, provider)) = set_up(fresh, "RS256", LinkBy::Email).await else { return };
        let (address, kept) = begin(&test).await;
        let (_, other) = begin(&test).await;
        let sent = provider.visit("li", &address, BACK);
        let why = async |kept: &str, sent: &BTreeMap<String, String>| {
            fault(finish(&test, kept, sent).await.unwrap_err())
        };
        assert_eq!(why(&other, &sent).await, "sign-on-stale");
        assert_eq!(why("", &sent).await, "sign-on-stale");
        assert_eq!(why(&kept[1..], &sent).await, "sign-on-stale");
        let mut from_elsewhere = sent.clone();
        from_elsewhere.insert("iss".to_owned(), "https://another.example".to_owned());
        assert_eq!(why(&kept, &from_elsewhere).await, "sign-on-stale");
        finish(&test, &kept, &sent).await.unwrap();
        assert_eq!(why(&kept, &sent).await, "sign-on-refused", "a code works once");
        test.clock.advance(11);
        assert_eq!(why(&kept, &sent).await, "sign-on-stale");
    }

    /// A service with another secret for us, or none that can be reached: said, and nobody is let in.
    async fn a_service_that_does_not_answer_is_said(fresh) {
        let Some(provider) = Provider::start(BACK, "RS256", &json!({})) else { return };
        let test = TestOffice::on(fresh).await;
        let issuer = provider.issuer.clone();
        drop(provider);
        test.office.trust_sign_on(service(&issuer, LinkBy::Email, SECRET));
        let begun = test.office.begin_sign_on(J, "/desk").await;
        assert_eq!(fault(begun.unwrap_err()), "sign-on-unreachable");
    }
}
