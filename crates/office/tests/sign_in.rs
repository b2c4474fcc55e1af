//! Signing in: passwords that are worth something, second factors, sessions that end, tries that keep nobody else out.

use case::PersonId;
use credentials::totp;
use jiff::civil::date;
use office::administer::Entering;
use office::directory::PostEntry;
use office::staff::{Offer, Opened, Origin, Owes, SignIn, SignInRules};
use office::{Office, Problem};
use testkit::{PASSWORD, TestOffice, field};

const J: &str = "suqian";

fn shown<'a>(login: &'a str, password: &'a str, code: Option<&'a str>, origin: Origin<'a>) -> SignIn<'a> {
    SignIn {
        login,
        password,
        code,
        origin,
    }
}

fn from(address: &str) -> Origin<'_> {
    Origin {
        address,
        browser: "Firefox",
        device: None,
    }
}

async fn sign_in(office: &Office, login: &str, password: &str) -> Result<Opened, Problem> {
    office
        .sign_in(J, shown(login, password, None, from("10.0.0.1")))
        .await
}

/// The secret of an offer, from the letters that people type.
fn secret(offer: &Offer) -> Vec<u8> {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut held, mut bits, mut bytes) = (0u64, 0, Vec::new());
    for letter in offer.secret.bytes().filter(|b| *b != b' ') {
        held = (held << 5) | letters.iter().position(|l| *l == letter).unwrap() as u64;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    bytes
}

fn code_now(test: &TestOffice, secret: &[u8]) -> String {
    totp::code(secret, totp::step(test.office.now().ms()))
}

/// Sets an authenticator up; its secret and the recovery codes.
async fn with_authenticator(test: &TestOffice, person: &str) -> (Vec<u8>, Vec<String>) {
    let id = PersonId::from(person);
    let offer = test
        .office
        .offer_authenticator(J, &id, "示例 12345")
        .await
        .unwrap();
    let secret = secret(&offer);
    let code = code_now(test, &secret);
    let codes = test
        .office
        .take_authenticator(J, &id, &offer.kept, &code)
        .await
        .unwrap();
    (secret, codes)
}

store::both_engines! {
    /// Who has an authenticator shows its code after the password; a code that was seen is worth nothing.
    async fn a_code_is_owed_and_works_once(fresh) {
        let test = TestOffice::on(fresh).await;
        let (office, clock) = (&test.office, &test.clock);
        let (secret, _) = with_authenticator(&test, "operator").await;
        let half = sign_in(office, "operator", PASSWORD).await.unwrap();
        assert_eq!(half.owes, Some(Owes::Code));
        assert_eq!(field(office.signed(J, &half.token).await), "problem-signed-out");
        // the one that set it up is used up
        let code = code_now(&test, &secret);
        let again = office.show_second(J, &half.token, &code, from("10.0.0.1")).await;
        assert_eq!(field(again), "problem-wrong-secret");
        clock.advance(1);
        let code = code_now(&test, &secret);
        let whole = office.show_second(J, &half.token, &code, from("10.0.0.1")).await.unwrap();
        assert!(office.signed(J, &whole.token).await.is_ok());
        assert_eq!(field(office.owing(J, &half.token).await), "problem-signed-out");
        let along = shown("operator", PASSWORD, Some(&code), from("10.0.0.1"));
        assert_eq!(field(office.sign_in(J, along).await), "problem-wrong-secret");
        clock.advance(1);
        let code = code_now(&test, &secret);
        let along = shown("operator", PASSWORD, Some(&code), from("10.0.0.1"));
        assert_eq!(office.sign_in(J, along).await.unwrap().owes, None);
    }

    /// For the day on which the phone is lost: each code once, and new ones end the old ones.
    async fn a_recovery_code_works_once(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let person = PersonId::from("operator");
        let (_, codes) = with_authenticator(&test, "operator").await;
        let tried = async |code: &str| {
            field(office.sign_in(J, shown("operator", PASSWORD, Some(code), from("10.0.0.1"))).await)
        };
        assert_eq!(tried(&codes[0].to_uppercase().replace('-', " ")).await, "done");
        assert_eq!(tried(&codes[0]).await, "problem-wrong-secret");
        assert_eq!(office.factors(J, &person).await.unwrap().recovery_left, 9);
        let fresh = office.new_recovery_codes(J, &person).await.unwrap();
        assert_eq!(tried(&codes[1]).await, "problem-wrong-secret");
        assert_eq!(tried(&fresh[1]).await, "done");
        assert_eq!(office.factors(J, &person).await.unwrap().recovery_left, 9);
    }

    /// A role that must have a second factor opens nothing before there is one, and cannot take it off.
    async fn a_role_that_must_have_one_sets_it_up_first(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        office.rule_sign_in(SignInRules {
            second_factor: vec!["operator".to_owned()],
            ..SignInRules::default()
        });
        assert_eq!(sign_in(office, "reviewer", PASSWORD).await.unwrap().owes, None);
        let half = sign_in(office, "operator", PASSWORD).await.unwrap();
        assert_eq!(half.owes, Some(Owes::SetUp));
        assert_eq!(field(office.signed(J, &half.token).await), "problem-signed-out");
        let other = sign_in(office, "operator", PASSWORD).await.unwrap();
        let person = PersonId::from("operator");
        let set_up = async |token: &str| {
            let offer = office.offer_authenticator(J, &person, "12345").await.unwrap();
            let code = code_now(&test, &secret(&offer));
            office.set_up_owed(J, token, &offer.kept, &code, from("10.0.0.1")).await
        };
        let (codes, whole) = set_up(&half.token).await.unwrap();
        assert_eq!(codes.len(), 10);
        assert!(office.signed(J, &whole.token).await.is_ok());
        // who was only half in at the same time does not replace what is there now
        assert_eq!(field(set_up(&other.token).await), "problem-signed-out");
        assert_eq!(field(set_up(&whole.token).await), "problem-signed-out");
        assert_eq!(field(office.drop_second(J, &person, PASSWORD).await), "problem-forbidden");
        assert_eq!(sign_in(office, "operator", PASSWORD).await.unwrap().owes, Some(Owes::Code));
        // who has lost everything is helped by the administrator, and sets it up again
        let who = test.staff("administrator");
        office.reset_second(J, &who, "operator").await.unwrap();
        assert_eq!(sign_in(office, "operator", PASSWORD).await.unwrap().owes, Some(Owes::SetUp));
        let other = test.staff("reviewer");
        assert_eq!(field(office.reset_second(J, &other, "operator").await), "problem-forbidden");
    }

    /// The first administrator is no exception.
    async fn the_first_administrator_sets_it_up_too(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        office.rule_sign_in(SignInRules {
            second_factor: vec!["administrator".to_owned()],
            ..SignInRules::default()
        });
        let jurisdiction = store::Jurisdiction {
            id: "town".to_owned(),
            zh: "示例镇".to_owned(),
            en: "Town".to_owned(),
            host: None,
        };
        office.enter_jurisdiction(jurisdiction).await.unwrap();
        let link = office.first_link("town").await.unwrap().unwrap();
        let token = link.rsplit('/').next().unwrap();
        let weak = office
            .first_administrator("town", token, "me", "王管", "password1234", from("10.0.0.1"))
            .await;
        assert!(field(weak).starts_with("field-password-"));
        let opened = office
            .first_administrator("town", token, "me", "王管", PASSWORD, from("10.0.0.1"))
            .await
            .unwrap();
        assert_eq!(opened.owes, Some(Owes::SetUp));
        assert_eq!(field(office.signed("town", &opened.token).await), "problem-signed-out");
    }

    /// An offer is for one person, and takes no code of another secret.
    async fn an_offer_is_taken_by_whom_it_was_made_for(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let (operator, reviewer) = (PersonId::from("operator"), PersonId::from("reviewer"));
        let offer = office.offer_authenticator(J, &operator, "12345").await.unwrap();
        let code = code_now(&test, &secret(&offer));
        let taken = office.take_authenticator(J, &reviewer, &offer.kept, &code).await;
        assert_eq!(field(taken), "problem-wrong-secret");
        let wrong = office.take_authenticator(J, &operator, &offer.kept, "000000").await;
        assert_eq!(field(wrong), "field-second-wrong");
        assert!(!office.factors(J, &operator).await.unwrap().authenticator);
    }

    /// Whoever guesses, from the same address or from elsewhere, keeps nobody out who has been in with this browser;
    /// and nobody at another address.
    async fn who_guesses_keeps_nobody_out(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let mark = office.device_mark(J, "operator", None).await.unwrap().unwrap();
        // one that is good stays
        let again = office.device_mark(J, "operator", Some(&mark)).await.unwrap();
        assert_eq!(again.as_deref(), Some(mark.as_str()));
        let of_other = office.device_mark(J, "reviewer", Some(&mark)).await.unwrap().unwrap();
        assert_ne!(of_other, mark);
        for _ in 0..10 {
            assert_eq!(field(sign_in(office, "operator", "wrong").await), "problem-wrong-secret");
        }
        assert_eq!(field(sign_in(office, "operator", PASSWORD).await), "problem-throttled");
        let known = Origin { device: Some(&mark), ..from("10.0.0.1") };
        assert_eq!(field(office.sign_in(J, shown("operator", PASSWORD, None, known)).await), "done");
        let elsewhere = shown("operator", PASSWORD, None, from("10.0.0.2"));
        assert_eq!(field(office.sign_in(J, elsewhere).await), "done");
        // colleagues behind the same address go on
        assert_eq!(field(sign_in(office, "reviewer", PASSWORD).await), "done");
        // a mark is good for one name, and nobody makes one
        for mark in [of_other, "0011223344556677.00".to_owned(), String::new()] {
            let forged = Origin { device: Some(&mark), ..from("10.0.0.1") };
            let tried = office.sign_in(J, shown("operator", PASSWORD, None, forged)).await;
            assert_eq!(field(tried), "problem-throttled");
        }
        // a known browser is slowed down too
        for _ in 0..10 {
            office.sign_in(J, shown("operator", "wrong", None, known)).await.unwrap_err();
        }
        let tried = office.sign_in(J, shown("operator", PASSWORD, None, known)).await;
        assert_eq!(field(tried), "problem-throttled");
        test.clock.advance(15);
        assert_eq!(field(sign_in(office, "operator", PASSWORD).await), "done");
    }

    /// Codes are not guessed faster from many addresses; who has been in with this browser still comes in.
    async fn codes_are_counted_over_all_addresses(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let (secret, _) = with_authenticator(&test, "operator").await;
        let mark = office.device_mark(J, "operator", None).await.unwrap().unwrap();
        test.clock.advance(15);
        for n in 0..30 {
            let address = format!("2001:db8:{n}::1");
            let wrong = shown("operator", PASSWORD, Some("nonsense"), from(&address));
            assert_eq!(field(office.sign_in(J, wrong).await), "problem-wrong-secret");
        }
        let code = code_now(&test, &secret);
        let elsewhere = shown("operator", PASSWORD, Some(&code), from("10.0.0.9"));
        assert_eq!(field(office.sign_in(J, elsewhere).await), "problem-throttled");
        let known = Origin { device: Some(&mark), ..from("10.0.0.9") };
        let known = shown("operator", PASSWORD, Some(&code), known);
        assert_eq!(field(office.sign_in(J, known).await), "done");
    }

    /// A role that comes later is not exercised by a session that showed the password alone.
    async fn a_role_given_later_asks_for_it_too(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        office.rule_sign_in(SignInRules {
            second_factor: vec!["administrator".to_owned()],
            ..SignInRules::default()
        });
        let before = sign_in(office, "operator", PASSWORD).await.unwrap();
        assert!(office.signed(J, &before.token).await.is_ok());
        let post = PostEntry {
            person: "operator".to_owned(),
            role: "administrator".to_owned(),
            unit: None,
            from: date(2025, 3, 3),
            to: None,
        };
        office.administer(J, &test.staff("administrator"), Entering::Post(post)).await.unwrap();
        assert_eq!(field(office.signed(J, &before.token).await), "problem-signed-out");
        let half = sign_in(office, "operator", PASSWORD).await.unwrap();
        assert_eq!(half.owes, Some(Owes::SetUp));
    }

    /// A mark of a browser is good until the password changes.
    async fn a_mark_ends_with_the_password(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let mark = office.device_mark(J, "operator", None).await.unwrap().unwrap();
        let here = sign_in(office, "operator", PASSWORD).await.unwrap();
        let person = PersonId::from("operator");
        office
            .change_password(J, &person, &here.token, PASSWORD, "周三下午去西湖边散步")
            .await
            .unwrap();
        let next = office.device_mark(J, "operator", Some(&mark)).await.unwrap().unwrap();
        assert_ne!(next, mark);
        assert_eq!(office.device_mark(J, "nobody", None).await.unwrap(), None);
    }

    /// A new password ends every other session, and says why where it is worth nothing.
    async fn a_changed_password_ends_the_other_sessions(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let person = PersonId::from("operator");
        let here = sign_in(office, "operator", PASSWORD).await.unwrap();
        let there = sign_in(office, "operator", PASSWORD).await.unwrap();
        let change = async |old: &str, new: &str| {
            field(office.change_password(J, &person, &here.token, old, new).await)
        };
        assert_eq!(change("wrong", "周三下午去西湖边散步").await, "field-password-wrong");
        assert_eq!(change(PASSWORD, PASSWORD).await, "field-password-same");
        assert_eq!(change(PASSWORD, "short").await, "field-password-short");
        assert_eq!(change(PASSWORD, &"长".repeat(129)).await, "field-password-long");
        assert_eq!(change(PASSWORD, "password1234").await, "field-password-common");
        assert_eq!(change(PASSWORD, "operator2025").await, "field-password-about");
        assert_eq!(change(PASSWORD, "周三下午去西湖边散步").await, "done");
        assert!(office.signed(J, &here.token).await.is_ok());
        assert_eq!(field(office.signed(J, &there.token).await), "problem-signed-out");
        assert_eq!(field(sign_in(office, "operator", PASSWORD).await), "problem-wrong-secret");
        assert_eq!(field(sign_in(office, "operator", "周三下午去西湖边散步").await), "done");
    }

    /// A session ends by idling, and at the latest after a shift, however busy it is.
    async fn a_session_ends_by_idling_and_at_the_latest_after_a_shift(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        office.rule_sign_in(SignInRules {
            idle_ms: 30 * 60_000,
            most_ms: 8 * 3_600_000,
            ..SignInRules::default()
        });
        let idle = sign_in(office, "operator", PASSWORD).await.unwrap();
        let busy = sign_in(office, "operator", PASSWORD).await.unwrap();
        for _ in 0..19 {
            test.clock.advance(25);
            assert!(office.signed(J, &busy.token).await.is_ok());
        }
        assert_eq!(field(office.signed(J, &idle.token).await), "problem-signed-out");
        test.clock.advance(5);
        assert_eq!(field(office.signed(J, &busy.token).await), "problem-signed-out");
    }

    /// People see where they are signed in and end it there; the administrator ends all of somebody's.
    async fn sessions_are_seen_and_ended(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let person = PersonId::from("operator");
        let here = sign_in(office, "operator", PASSWORD).await.unwrap();
        test.clock.advance(1);
        let there = office.sign_in(J, shown("operator", PASSWORD, None, from("10.9.9.9"))).await.unwrap();
        let seen = office.sessions(J, &person, &here.token).await.unwrap();
        let lines: Vec<(&str, &str, bool)> =
            seen.iter().map(|s| (s.address.as_str(), s.way.as_str(), s.own)).collect();
        assert_eq!(lines, [("10.9.9.9", "password", false), ("10.0.0.1", "password", true)]);
        // nobody ends what is not theirs
        let other = PersonId::from("reviewer");
        assert_eq!(field(office.end_own_session(J, &other, &seen[0].id).await), "problem-not-found");
        office.end_own_session(J, &person, &seen[0].id).await.unwrap();
        assert_eq!(field(office.signed(J, &there.token).await), "problem-signed-out");
        let reviewer = test.staff("reviewer");
        assert_eq!(field(office.end_sessions_of(J, &reviewer, "operator").await), "problem-forbidden");
        office.end_sessions_of(J, &test.staff("administrator"), "operator").await.unwrap();
        assert_eq!(field(office.signed(J, &here.token).await), "problem-signed-out");
    }

    /// Read models are made again with every way in as it stands.
    async fn credentials_are_folded_again(fresh) {
        let test = TestOffice::on(fresh).await;
        with_authenticator(&test, "operator").await;
        test.office.new_recovery_codes(J, &PersonId::from("operator")).await.unwrap();
        let before = test.fresh.dump("credential_row").await;
        assert_eq!(before.len(), 3);
        test.fresh.execute("DELETE FROM credential_row;").await;
        test.office.store().rebuild(J, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("credential_row").await, before);
    }
}
