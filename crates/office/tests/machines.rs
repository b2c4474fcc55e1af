//! Keys of machines: shown once, narrow, ended at any time, and never in somebody else's name.

use jiff::civil::date;
use office::machines::MachineEntry;
use testkit::{TestOffice, field};

const J: &str = "suqian";

fn entry() -> MachineEntry {
    MachineEntry {
        name: "省平台".to_owned(),
        role: "operator".to_owned(),
        unit: None,
        scopes: vec!["read".to_owned(), "receive".to_owned()],
        until: None,
    }
}

store::both_engines! {
    /// The key calls in the name of its post and under its own name; the log holds no more than its hash.
    async fn a_key_calls_in_the_name_of_its_post(fresh) {
        let test = TestOffice::on(fresh).await;
        let (office, who) = (&test.office, test.staff("administrator"));
        let key = office.enter_machine(J, &who, entry()).await.unwrap();
        let signed = office.signed_by_key(J, &key).await.unwrap();
        assert_eq!(signed.name.as_deref(), Some("省平台"));
        assert_eq!((signed.posts().len(), signed.posts()[0].role.as_str()), (1, "operator"));
        assert_eq!(signed.scopes.as_deref(), Some(&["read".to_owned(), "receive".to_owned()][..]));
        let secret = key.rsplit('_').next().unwrap();
        for table in ["event", "credential_row", "person_row"] {
            let rows = test.fresh.dump(table).await;
            assert!(!rows.iter().any(|row| row.contains(secret)), "{table}");
        }
        // nobody signs in as a machine
        let sign_in = office::staff::SignIn {
            login: signed.person().unwrap().as_str(),
            password: "",
            code: None,
            origin: office::staff::Origin::default(),
        };
        assert_eq!(field(office.sign_in(J, sign_in).await), "problem-wrong-secret");
    }

    async fn a_key_opens_nothing_once_it_was_ended_or_its_day_has_come(fresh) {
        let test = TestOffice::on(fresh).await;
        let (office, who) = (&test.office, test.staff("administrator"));
        let ended = office.enter_machine(J, &who, entry()).await.unwrap();
        let until = MachineEntry { until: Some(date(2025, 3, 4)), ..entry() };
        let until = office.enter_machine(J, &who, until).await.unwrap();
        let lines = office.machines(J, &who).await.unwrap();
        assert!(lines.iter().all(|line| line.active && line.used.is_none()));
        assert!(office.signed_by_key(J, &until).await.is_ok());
        office.end_machine(J, &who, &lines[1].id).await.unwrap();
        assert_eq!(field(office.signed_by_key(J, &ended).await), "problem-signed-out");
        test.clock.advance(15 * 60);
        assert_eq!(field(office.signed_by_key(J, &until).await), "problem-signed-out");
        let lines = office.machines(J, &who).await.unwrap();
        assert!(lines.iter().all(|line| !line.active));
        assert_eq!(lines.iter().filter(|line| line.used.is_some()).count(), 1);
    }

    async fn a_key_that_was_altered_opens_nothing(fresh) {
        let test = TestOffice::on(fresh).await;
        let (office, who) = (&test.office, test.staff("administrator"));
        let key = office.enter_machine(J, &who, entry()).await.unwrap();
        let wrong = format!("{}0", &key[..key.len() - 1]);
        let wrong = if wrong == key { format!("{}1", &key[..key.len() - 1]) } else { wrong };
        for given in [wrong.as_str(), "wzk_", "wzk_00_11", "", &key[4..]] {
            assert_eq!(field(office.signed_by_key(J, given).await), "problem-signed-out", "{given}");
        }
        assert_eq!(field(office.signed_by_key("elsewhere", &key).await), "problem-signed-out");
    }

    /// Only the administrator makes keys, for roles that there are, and never one that administers.
    async fn what_a_key_cannot_be(fresh) {
        let test = TestOffice::on(fresh).await;
        let (office, who) = (&test.office, test.staff("administrator"));
        let made = async |entry: MachineEntry| field(office.enter_machine(J, &who, entry).await);
        assert_eq!(made(MachineEntry { name: " ".to_owned(), ..entry() }).await, "field-empty");
        assert_eq!(made(MachineEntry { scopes: vec![], ..entry() }).await, "field-no-such-scope");
        assert_eq!(made(MachineEntry { scopes: vec!["all".to_owned()], ..entry() }).await, "field-no-such-scope");
        assert_eq!(made(MachineEntry { role: "administrator".to_owned(), ..entry() }).await, "field-no-such-role");
        assert_eq!(made(MachineEntry { role: "king".to_owned(), ..entry() }).await, "field-no-such-role");
        assert_eq!(made(MachineEntry { role: "handler".to_owned(), ..entry() }).await, "field-empty");
        assert_eq!(made(MachineEntry { unit: Some("water".to_owned()), ..entry() }).await, "field-no-unit-here");
        assert_eq!(made(MachineEntry { until: Some(date(2025, 3, 3)), ..entry() }).await, "field-ends-before");
        let other = test.staff("operator");
        assert_eq!(field(office.enter_machine(J, &other, entry()).await), "problem-forbidden");
        assert_eq!(field(office.machines(J, &other).await), "problem-forbidden");
        assert_eq!(office.machines(J, &who).await.unwrap().len(), 0);
    }
}
