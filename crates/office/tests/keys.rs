//! The master key is rotated while the office works; both are valid until everything is wrapped under the new one.

use office::keys::{KeySource, Masters, Rewrapped};
use seal::{Cipher, Key};
use std::sync::{Arc, Mutex};
use testkit::TestOffice;

/// Master keys that a test changes, as somebody changes a file.
struct Outside(Mutex<(u64, Masters)>);

impl Outside {
    fn of(masters: Masters) -> Arc<Self> {
        Arc::new(Self(Mutex::new((1, masters))))
    }

    fn change(&self, change: impl Fn(&Masters) -> Masters) {
        let mut held = self.0.lock().unwrap();
        *held = (held.0 + 1, change(&held.1));
    }
}

impl KeySource for Outside {
    fn version(&self) -> u64 {
        self.0.lock().unwrap().0
    }

    fn read(&self) -> Result<Masters, String> {
        Ok(self.0.lock().unwrap().1.clone())
    }
}

/// The master key of the tests.
fn first() -> Masters {
    Masters::new(Key::from_bytes([42; 32]))
}

async fn title(test: &TestOffice, office: &office::Office, number: &case::CaseNumber) -> Option<String> {
    office
        .case(&test.j, &test.staff("operator"), number)
        .await
        .unwrap()
        .title
}

store::both_engines! {
    /// Two servers, one of which has not looked at its keys since: neither stops, whichever wrapped a key.
    async fn a_master_key_is_rotated_under_a_working_office(fresh) {
        let test = TestOffice::on(fresh).await;
        let outside = Outside::of(first());
        test.office.keep_keys(outside.clone(), Cipher::default());
        let other = test.another_process().await;
        other.keep_keys(outside.clone(), Cipher::default());
        let old = test.receive_verified("路灯不亮").await.number;

        outside.change(|masters| masters.rotated(Key::from_bytes([7; 32])));
        let new = test.receive_verified("井盖缺失").await.number;
        assert_eq!(title(&test, &other, &old).await.as_deref(), Some("路灯不亮"));
        assert_eq!(title(&test, &other, &new).await.as_deref(), Some("井盖缺失"));
        // what is found by a keyed hash is found
        let earlier = test.office.earlier_of(&test.j, &test.staff("operator"), "13800138000", 9).await.unwrap();
        assert_eq!(earlier.len(), 2);

        let done = test.office.rewrap_keys(&|_| {}).await.unwrap();
        assert!(done.rewrapped > 2 && done.already >= 2 && done.unreadable == 0, "{done:?}");
        let again = test.office.rewrap_keys(&|_| {}).await.unwrap();
        assert_eq!(again, Rewrapped { rewrapped: 0, already: done.rewrapped + done.already, unreadable: 0 });

        outside.change(Masters::retired);
        for number in [&old, &new] {
            assert!(title(&test, &test.office, number).await.is_some());
            assert!(title(&test, &other, number).await.is_some());
        }
        // without the new key nothing opens any more: the old one is worth nothing
        let third = test.another_process().await;
        assert!(!third.master_key_fits(&test.j).await.unwrap());
    }

    /// A walk that broke off goes on where the keys say: those done stay done.
    async fn a_rotation_goes_on_after_a_break(fresh) {
        let test = TestOffice::on(fresh).await;
        let outside = Outside::of(first());
        test.office.keep_keys(outside.clone(), Cipher::default());
        let number = test.receive_verified("路灯不亮").await.number;
        let rotated = |masters: &Masters| masters.rotated(Key::from_bytes([7; 32]));
        outside.change(rotated);
        // half of it: one key of a walk that was killed behind it
        let store = test.office.store();
        let keys = store.sealing_keys(None, 1).await.unwrap();
        let (old, new) = (first().current.derive("wrap keys"), rotated(&first()).current.derive("wrap keys"));
        let plain = seal::unwrap(&old, &keys[0].id, &keys[0].wrapped).unwrap();
        let wrapped = seal::wrap(&new, &keys[0].id, &plain, Cipher::default(), seal::Fresh::from_bytes([3; 28]));
        let change = store::Rewrap { key: keys[0].clone(), wrapped };
        assert_eq!(store.rewrap(vec![change.clone()]).await.unwrap(), 1);
        assert_eq!(store.rewrap(vec![change]).await.unwrap(), 0, "not over what was wrapped meanwhile");

        let done = test.office.rewrap_keys(&|_| {}).await.unwrap();
        assert_eq!((done.already, done.unreadable), (1, 0));
        outside.change(Masters::retired);
        assert_eq!(title(&test, &test.office, &number).await.as_deref(), Some("路灯不亮"));
    }

    /// A destroyed key is not brought back by a rotation.
    async fn what_was_destroyed_stays_destroyed(fresh) {
        let test = TestOffice::on(fresh).await;
        let outside = Outside::of(first());
        test.office.keep_keys(outside.clone(), Cipher::default());
        let number = test.receive_verified("路灯不亮").await.number;
        let store = test.office.store();
        let keys = store.sealing_keys(None, 100).await.unwrap();
        let person = keys.iter().find(|key| key.id.as_str() == format!("person:{number}")).unwrap().clone();
        let mut commit = store::Commit::new(&test.j, test.office.now());
        commit.changes.push(store::RowChange::DestroyKey(person.id.clone(), test.office.now()));
        store.commit(commit).await.unwrap();
        let late = store::Rewrap { wrapped: person.wrapped.clone(), key: person };
        assert_eq!(store.rewrap(vec![late]).await.unwrap(), 0);
        let seen = store.sealing_keys(None, 100).await.unwrap();
        assert_eq!(seen.len(), keys.len() - 1);
    }

    /// Another cipher from now on: what was sealed before opens as before, and keys change over with the next rotation.
    async fn the_cipher_is_changed_under_a_working_office(fresh) {
        let test = TestOffice::on(fresh).await;
        let old = test.receive_verified("路灯不亮").await.number;
        let sm4 = test.another_process().await;
        sm4.keep_keys(Outside::of(first()), Cipher::Sm4Gcm);
        let add = office::Draft::Add { text: "还是不亮".to_owned() };
        let order = office::Order {
            number: old.clone(),
            order: None,
            id: test.command_id(),
            seen: None,
            draft: add,
            uploads: Vec::new(),
        };
        sm4.command(&test.j, &test.citizen(&old), order).await.unwrap();
        let events = test.office.store().events(&test.j, &store::case_stream(&old)).await.unwrap();
        let said = String::from_utf8(events.last().unwrap().bytes.clone()).unwrap();
        assert!(said.contains("\"cipher\":\"sm4-gcm\""), "{said}");
        // the office that still seals with AES reads both
        let view = test.office.case(&test.j, &test.staff("operator"), &old).await.unwrap();
        let texts: Vec<_> = view.timeline.iter().flat_map(|entry| &entry.texts).collect();
        assert!(texts.iter().any(|(_, text)| text.as_deref() == Some("还是不亮")));
        assert_eq!(view.title.as_deref(), Some("路灯不亮"));
    }
}
