//! A citizen's account: which cases it has, how it is opened, how long it stays open, and what it gives away. On both
//! databases.

use case::{Actor, CaseNumber};
use office::accounts::AccountSigned;
use office::staff::Opened;
use office::{Message, Problem};
use testkit::{TestOffice, field};

const PHONE: &str = "13800138000";
const MAIL: &str = "wang@example.com";
const HOME: &str = "10.0.0.9";

async fn open(test: &TestOffice, contact: &str, stay: bool) -> Opened {
    let code = test.account_code(contact).await;
    let opened = test.office.open_account(&test.j, contact, &code, stay, HOME);
    opened.await.unwrap()
}

async fn signed(test: &TestOffice, opened: &Opened) -> Result<AccountSigned, Problem> {
    test.office.account_signed(&test.j, &opened.token).await
}

async fn numbers(test: &TestOffice, account: &AccountSigned) -> Vec<CaseNumber> {
    let (lines, next) = test
        .office
        .account_cases(&test.j, account, None, 30)
        .await
        .unwrap();
    assert_eq!(next, None);
    lines.into_iter().map(|line| line.number).collect()
}

/// A message of somebody who gives this phone and shows no code.
async fn unverified(test: &TestOffice, title: &str, account: Option<AccountSigned>) -> CaseNumber {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "website".to_owned(),
        title: title.to_owned(),
        text: "请尽快处理。".to_owned(),
        category: Some("complaint".to_owned()),
        citizen: Some(test.wang(None)),
        account,
        ..Message::default()
    };
    let received = test.office.receive(&test.j, &Actor::Citizen(None), message);
    received.await.unwrap().number
}

store::both_engines! {
    /// Written before there was an account, with a verified phone: it is there. Somebody who only gave the number shows
    /// its owner nothing.
    async fn a_phone_has_the_cases_for_which_it_was_verified(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = test.receive_verified("路灯不亮").await.number;
        let others = unverified(&test, "井盖丢失", None).await;
        test.clock.advance(1);
        let second = test.receive_verified("河道垃圾").await.number;
        let account = signed(&test, &open(&test, PHONE, false).await).await.unwrap();
        assert_eq!(account.contact.masked(), "138****8000");
        assert_eq!(numbers(&test, &account).await, [second, first.clone()]);
        let citizen = test.office.as_citizen_of(&test.j, &account, &first).await.unwrap();
        assert_eq!(citizen, Actor::Citizen(Some(first)));
        for number in [&others, &CaseNumber::from("2025030300000000".to_owned())] {
            let opened = test.office.as_citizen_of(&test.j, &account, number).await;
            assert!(matches!(opened, Err(Problem::NotFound)), "{number}");
        }
    }

    /// By mail it has what was written in it, and another account of the same phone has not.
    async fn a_mail_address_has_the_cases_written_in_it(fresh) {
        let test = TestOffice::on(fresh).await;
        let code = test.account_code(MAIL).await;
        let opened = test.office.open_account(&test.j, "Wang@Example.com", &code, false, HOME).await;
        let account = signed(&test, &opened.unwrap()).await.unwrap();
        let own = unverified(&test, "井盖丢失", Some(account.clone())).await;
        assert_eq!(numbers(&test, &account).await, [own]);
        let by_phone = signed(&test, &open(&test, PHONE, false).await).await.unwrap();
        assert!(numbers(&test, &by_phone).await.is_empty());
    }

    /// When the operator corrects the phone of a case, whoever has the new number sees nothing until it is verified, and
    /// whoever has the old one sees nothing any more.
    async fn a_corrected_phone_is_nobodys(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.receive_verified("路灯不亮").await.number;
        let correct = office::Draft::Correct {
            field: office::draft::FieldDraft::Phone,
            new: "13900139000".to_owned(),
            reason: "听错了".to_owned(),
        };
        test.run("operator", &number, correct).await.unwrap();
        for phone in [PHONE, "13900139000"] {
            let account = signed(&test, &open(&test, phone, false).await).await.unwrap();
            assert!(numbers(&test, &account).await.is_empty(), "{phone}");
        }
    }

    /// Who corrects the phone of a case takes it out of the account in which it was written.
    async fn a_corrected_phone_leaves_the_account(fresh) {
        let test = TestOffice::on(fresh).await;
        let account = signed(&test, &open(&test, MAIL, false).await).await.unwrap();
        let number = unverified(&test, "井盖丢失", Some(account.clone())).await;
        assert_eq!(numbers(&test, &account).await, std::slice::from_ref(&number));
        let correct = office::Draft::Correct {
            field: office::draft::FieldDraft::Phone,
            new: "13900139000".to_owned(),
            reason: "写在了别人的账号里".to_owned(),
        };
        test.run("operator", &number, correct).await.unwrap();
        assert!(numbers(&test, &account).await.is_empty());
    }

    /// A code works once, for its own purpose, and five tries are all; a wrong one and none get the same answer.
    async fn a_code_opens_one_session(fresh) {
        let test = TestOffice::on(fresh).await;
        let tried = async |contact: &str, code: &str| {
            test.office.open_account(&test.j, contact, code, false, HOME).await.map(|_| ())
        };
        let code = test.account_code(PHONE).await;
        tried(PHONE, &code).await.unwrap();
        let again = tried(PHONE, &code).await;
        let nobody = tried("13900139000", &code).await;
        assert_eq!((field(again), field(nobody)), ("field-account-code", "field-account-code"));
        let real_name = test.phone_code(PHONE).await;
        assert_eq!(field(tried(PHONE, &real_name).await), "field-account-code");
        let code = test.account_code(PHONE).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert_eq!(field(tried(PHONE, wrong).await), "field-account-code");
        }
        assert_eq!(field(tried(PHONE, &code).await), "field-account-code");
    }

    /// The code for the account verifies no real name.
    async fn an_account_code_verifies_no_name(fresh) {
        let test = TestOffice::on(fresh).await;
        let code = test.account_code(PHONE).await;
        let message = Message {
            id: "m".to_owned(),
            channel: "website".to_owned(),
            title: "路灯不亮".to_owned(),
            text: "请尽快处理。".to_owned(),
            category: Some("complaint".to_owned()),
            citizen: Some(test.wang(Some(code))),
            ..Message::default()
        };
        let received = test.office.receive(&test.j, &Actor::Citizen(None), message).await;
        assert_eq!(field(received), "field-code-gone");
    }

    /// Five codes an hour and ten a day to one phone, each purpose by itself; sixty tries from one address within a quarter
    /// of an hour.
    async fn codes_and_tries_are_counted(fresh) {
        let test = TestOffice::on(fresh).await;
        for _ in 0..2 {
            for _ in 0..5 {
                test.account_code(PHONE).await;
            }
            let sixth = test.office.send_account_code(&test.j, PHONE, HOME).await;
            assert!(matches!(sixth, Err(Problem::Throttled(_))), "{sixth:?}");
            test.clock.advance(60);
        }
        let eleventh = test.office.send_account_code(&test.j, PHONE, HOME).await;
        assert!(matches!(eleventh, Err(Problem::Throttled(_))), "{eleventh:?}");
        test.phone_code(PHONE).await;
        for n in 0..60 {
            let phone = format!("138001380{n:02}");
            let tried = test.office.open_account(&test.j, &phone, "123456", false, "10.0.0.7").await;
            assert_eq!(field(tried), "field-account-code");
        }
        let more = test.office.open_account(&test.j, "13900139000", "123456", false, "10.0.0.7").await;
        assert!(matches!(more, Err(Problem::Throttled(_))), "{more:?}");
    }

    /// Twenty wrong tries a day are all for one contact, from whatever addresses; then even the right code waits.
    async fn guesses_at_an_account_end_for_the_day(fresh) {
        let test = TestOffice::on(fresh).await;
        for _ in 0..4 {
            let code = test.account_code(PHONE).await;
            let wrong = if code == "000000" { "000001" } else { "000000" };
            for n in 0..5 {
                let from = format!("10.0.1.{n}");
                let tried = test.office.open_account(&test.j, PHONE, wrong, false, &from).await;
                assert_eq!(field(tried), "field-account-code");
            }
        }
        let code = test.account_code(PHONE).await;
        let tried = test.office.open_account(&test.j, PHONE, &code, false, HOME).await;
        assert!(matches!(tried, Err(Problem::Throttled(_))), "{tried:?}");
        test.clock.advance(24 * 60);
        open(&test, PHONE, false).await;
    }

    /// A session ends after two hours without use; one that stays after thirty days, and after half a year at the latest.
    async fn a_session_ends(fresh) {
        let test = TestOffice::on(fresh).await;
        let (here, stays) = (open(&test, PHONE, false).await, open(&test, PHONE, true).await);
        test.clock.advance(121);
        assert!(matches!(signed(&test, &here).await, Err(Problem::SignedOut)));
        signed(&test, &stays).await.unwrap();
        for _ in 0..6 {
            test.clock.advance(29 * 24 * 60);
            signed(&test, &stays).await.unwrap();
        }
        test.clock.advance(7 * 24 * 60);
        assert!(matches!(signed(&test, &stays).await, Err(Problem::SignedOut)));
        let idle = open(&test, PHONE, true).await;
        test.clock.advance(31 * 24 * 60);
        assert!(matches!(signed(&test, &idle).await, Err(Problem::SignedOut)));
    }

    /// It ends in every browser at once, and opens nothing but the account: no desk, no single case.
    async fn sessions_are_ended_and_open_nothing_else(fresh) {
        let test = TestOffice::on(fresh).await;
        let (one, other) = (open(&test, PHONE, true).await, open(&test, PHONE, true).await);
        assert!(matches!(test.office.signed(&test.j, &one.token).await, Err(Problem::SignedOut)));
        let account = signed(&test, &one).await.unwrap();
        assert_eq!(test.office.leave_account(&test.j, &account).await.unwrap(), 2);
        for opened in [&one, &other] {
            assert!(matches!(signed(&test, opened).await, Err(Problem::SignedOut)));
        }
        let receipt = test.receive_verified("路灯不亮").await;
        let (_, case) = test
            .office
            .follow(&test.j, receipt.number.as_str(), &receipt.check_code, "")
            .await
            .unwrap();
        assert!(matches!(signed(&test, &case).await, Err(Problem::SignedOut)));
    }

    /// A closed account keeps nothing of its owner; what was verified for the phone is there when it is opened anew.
    async fn a_closed_account_is_gone(fresh) {
        let test = TestOffice::on(fresh).await;
        let verified = test.receive_verified("路灯不亮").await.number;
        let (one, other) = (open(&test, PHONE, true).await, open(&test, PHONE, true).await);
        let mail = signed(&test, &open(&test, MAIL, true).await).await.unwrap();
        let own = unverified(&test, "井盖丢失", Some(mail.clone())).await;
        let account = signed(&test, &one).await.unwrap();
        test.office.close_account(&test.j, &account).await.unwrap();
        test.office.close_account(&test.j, &mail).await.unwrap();
        assert!(matches!(signed(&test, &other).await, Err(Problem::SignedOut)));
        assert!(test.fresh.dump("account").await.is_empty() && test.fresh.dump("session").await.is_empty());
        let keys = format!("{:?}", test.fresh.dump("sealing_key").await);
        assert!(!keys.contains("account:"), "the key of its address is gone too");
        let anew = signed(&test, &open(&test, PHONE, false).await).await.unwrap();
        assert_eq!(numbers(&test, &anew).await, [verified]);
        let by_mail = signed(&test, &open(&test, MAIL, false).await).await.unwrap();
        assert!(numbers(&test, &by_mail).await.is_empty());
        assert!(test.office.store().caller(&test.j, &own).await.unwrap().is_some());
    }

    /// Neither database nor outbox hold a phone or mail address in the clear.
    async fn contacts_lie_sealed(fresh) {
        let test = TestOffice::on(fresh).await;
        open(&test, PHONE, false).await;
        open(&test, MAIL, false).await;
        for table in ["account", "session", "outbox", "one_time_code", "attempt"] {
            let rows = format!("{:?}", test.fresh.dump(table).await);
            assert!(!rows.contains(PHONE) && !rows.contains(MAIL), "{table}");
        }
    }

    /// What cannot be sent is not offered.
    async fn a_way_that_is_not_there_is_refused(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.send_codes_by(office::accounts::Ways { phone: true, email: false });
        let by_mail = test.office.send_account_code(&test.j, MAIL, HOME).await;
        assert_eq!(field(by_mail), "field-contact-no-mail");
        test.account_code(PHONE).await;
    }
}
