//! What is kept and told of people who come to the door: tries that fail, browsers that are new, passwords that somebody
//! else gave, and settings that name nobody. On both databases.

use case::PersonId;
use office::access::{AccessWanted, Look};
use office::administer::Entering;
use office::directory::PersonEntry;
use office::notice::{Payload, Word};
use office::staff::{Opened, Origin, Owes, SignIn, SignInRules};
use office::{Office, Problem};
use testkit::{PASSWORD, TestOffice};

const J: &str = "suqian";
const OWN: &str = "河边-走走-2025";

fn from<'a>(address: &'a str, device: Option<&'a str>) -> Origin<'a> {
    Origin {
        address,
        browser: "Firefox",
        device,
    }
}

async fn sign_in(office: &Office, login: &str, password: &str) -> Result<Opened, Problem> {
    let shown = SignIn {
        login,
        password,
        code: None,
        origin: from("10.0.0.1", None),
    };
    office.sign_in(J, shown).await
}

/// What the auditor reads, without that the auditor read.
async fn kept(test: &TestOffice) -> Vec<(Option<String>, Look, Option<String>)> {
    let auditor = test.staff("auditor");
    let page = test
        .office
        .access_log(J, &auditor, &AccessWanted::default(), None, 50)
        .await
        .unwrap();
    let lines = page
        .lines
        .into_iter()
        .filter_map(|line| Some((line.person, line.what?, line.from)));
    let lines = lines.filter(|(_, what, _)| *what != Look::Access);
    lines
        .map(|(person, what, from)| (person.map(|p| p.to_string()), what, from))
        .collect()
}

/// The messages to staff in words of the catalogue that wait.
async fn told(test: &TestOffice) -> Vec<(String, Word)> {
    let waiting = test.office.store().outbox_waiting(100).await.unwrap();
    let read = waiting
        .iter()
        .filter_map(|m| match serde_json::from_slice(&m.payload).unwrap() {
            Payload::Word { person, says, .. } => Some((person.to_string(), says)),
            _ => None,
        });
    read.collect()
}

store::both_engines! {
    /// A wrong password is kept with whose it should have been and from where; of an unknown name nothing is, because
    /// people type passwords there.
    async fn failed_sign_ins_are_kept_for_the_auditor(fresh) {
        let test = TestOffice::on(fresh).await;
        sign_in(&test.office, "operator", "wrong password").await.unwrap_err();
        test.clock.advance(1);
        sign_in(&test.office, PASSWORD, "operator").await.unwrap_err();
        let from = || Some("10.0.0.1".to_owned());
        let expected = [
            (None, Look::SignInFailed, from()),
            (Some("operator".to_owned()), Look::SignInFailed, from()),
        ];
        assert_eq!(kept(&test).await, expected);
        let shown = test.office.unusual_sign_ins(J, &"operator".into(), 9).await.unwrap();
        assert_eq!((shown.len(), shown[0].failed, shown[0].address.as_str()), (1, true, "10.0.0.1"));
        assert!(test.office.unusual_sign_ins(J, &"reviewer".into(), 9).await.unwrap().is_empty());
    }

    /// The first browser of all is none to be told of; the second is, by mail and on the account page; a known one is not.
    async fn a_new_browser_is_told(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        office.arrived(J, "operator", from("10.0.0.1", None)).await.unwrap();
        assert!(told(&test).await.is_empty());
        let mark = office.device_mark(J, "operator", None).await.unwrap().unwrap();
        office.arrived(J, "operator", from("10.0.0.1", Some(&mark))).await.unwrap();
        assert!(told(&test).await.is_empty());
        test.clock.advance(1);
        // a name with a blank beside it signs in as the name does
        office.arrived(J, " operator ", from("10.9.9.9", None)).await.unwrap();
        assert_eq!(told(&test).await, [("operator".to_owned(), Word::NewBrowser)]);
        let shown = office.unusual_sign_ins(J, &"operator".into(), 9).await.unwrap();
        assert_eq!((shown.len(), shown[0].failed, shown[0].address.as_str()), (1, false, "10.9.9.9"));
        let kinds: Vec<Look> = kept(&test).await.into_iter().map(|(_, what, _)| what).collect();
        assert!(kinds.contains(&Look::SignIn) && kinds.contains(&Look::SignInNew));
        // nobody goes through it for ever
        test.clock.advance(31 * 24 * 60);
        assert!(office.unusual_sign_ins(J, &"operator".into(), 9).await.unwrap().is_empty());
    }

    /// Who has no mail address is told on the page alone; nothing waits for ever in the outbox.
    async fn without_an_address_nothing_is_sent(fresh) {
        let test = TestOffice::on(fresh).await;
        for address in ["10.0.0.1", "10.9.9.9"] {
            test.office.arrived(J, "handler2-urban", from(address, None)).await.unwrap();
        }
        assert!(told(&test).await.is_empty());
        assert_eq!(test.office.unusual_sign_ins(J, &"handler2-urban".into(), 9).await.unwrap().len(), 1);
    }

    /// A changed password is told too: whoever changed it may be somebody else.
    async fn a_changed_password_is_told(fresh) {
        let test = TestOffice::on(fresh).await;
        let opened = sign_in(&test.office, "operator", PASSWORD).await.unwrap();
        let id = PersonId::from("operator");
        test.office.change_password(J, &id, &opened.token, PASSWORD, OWN).await.unwrap();
        assert_eq!(told(&test).await, [("operator".to_owned(), Word::WayInChanged)]);
        // and so is the first browser that comes with it
        test.clock.advance(1);
        test.office.arrived(J, "operator", from("10.9.9.9", None)).await.unwrap();
        assert!(told(&test).await.contains(&("operator".to_owned(), Word::NewBrowser)));
    }

    /// A program has no mark: from an address where none of this person's was before it is told, and then no more.
    async fn a_program_at_a_new_address_is_told(fresh) {
        let test = TestOffice::on(fresh).await;
        for (address, told_then) in [("10.9.9.9", 1), ("10.9.9.9", 1), ("2001:db8::1", 2), ("2001:db8::2", 2)] {
            test.office.arrived_by_program(J, "operator", address).await.unwrap();
            assert_eq!(told(&test).await.len(), told_then, "{address}");
        }
        assert_eq!(test.office.unusual_sign_ins(J, &"operator".into(), 9).await.unwrap().len(), 2);
    }

    /// The password that the administrator gave opens nothing but the page on which it is changed.
    async fn a_password_that_was_given_is_changed_first(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let person = PersonEntry {
            id: String::new(),
            login: "jiangping".to_owned(),
            name: "江平".to_owned(),
            password: None,
            email: None,
            phone: None,
            active: true,
        };
        let password = Some(PASSWORD.to_owned());
        let entering = Entering::Person { person, password };
        office.administer(J, &test.staff("administrator"), entering).await.unwrap();
        let other = sign_in(office, "jiangping", PASSWORD).await.unwrap();
        let opened = sign_in(office, "jiangping", PASSWORD).await.unwrap();
        assert_eq!(opened.owes, Some(Owes::Password));
        assert!(matches!(office.signed(J, &opened.token).await, Err(Problem::SignedOut)));
        let replace = async |token: &str, new: &str| {
            office.replace_given(J, token, new, from("10.0.0.1", None)).await
        };
        for (new, code) in [(PASSWORD, "field-password-same"), ("short", "field-password-short")] {
            let refused = replace(&opened.token, new).await;
            assert!(matches!(&refused, Err(Problem::Invalid(faults)) if faults[0].code == code), "{refused:?}");
        }
        let own = replace(&opened.token, OWN).await.unwrap();
        office.signed(J, &own.token).await.unwrap();
        assert!(matches!(replace(&other.token, "另一个-好密码-2025").await, Err(Problem::SignedOut)));
        sign_in(office, "jiangping", PASSWORD).await.unwrap_err();
        assert_eq!(sign_in(office, "jiangping", OWN).await.unwrap().owes, None);
    }

    /// A role that is misspelt in the settings would let its holders in without a second factor.
    async fn a_role_that_is_none_is_found(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.rule_sign_in(SignInRules {
            second_factor: ["administrator", "dispatcher", "dispatchr"].map(str::to_owned).to_vec(),
            ..SignInRules::default()
        });
        let found = test.office.unknown_second_factor().await.unwrap().unwrap();
        assert_eq!(found.role, "dispatchr");
        assert!(found.known.contains(&"dispatcher".to_owned()));
    }

    async fn roles_that_are_there_are_taken(fresh) {
        let test = TestOffice::on(fresh).await;
        test.office.rule_sign_in(SignInRules {
            second_factor: ["administrator", "dispatcher"].map(str::to_owned).to_vec(),
            ..SignInRules::default()
        });
        assert_eq!(test.office.unknown_second_factor().await.unwrap(), None);
    }
}
