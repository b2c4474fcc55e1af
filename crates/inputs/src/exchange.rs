//! Messages of other jurisdictions, signed by one that is linked here.

use crate::world::{World, run};
use office::Problem;
use office::exchange::LinkEntry;
use office::exchange::envelope::{Envelope, FORMAT};
use seal::Key;
use seal::signing::SigningKey;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::sync::OnceLock;

struct Linked {
    world: World,
    key: SigningKey,
    /// Our own key, as the sender knows it.
    ours: String,
}

impl Linked {
    fn new() -> Self {
        let world = World::new();
        let key = SigningKey::of(&Key::from_bytes([5; 32])).unwrap();
        let test = &world.test;
        let link = LinkEntry {
            key: key.public(),
            address: Some("https://wz.banner.example".to_owned()),
            role: Some("reviewer".to_owned()),
            ..test.link_to("banner")
        };
        let administrator = test.staff("administrator");
        let ours = run(async {
            test.enter_link(&test.j, link).await;
            test.office.own_key(&test.j, &administrator).await.unwrap().public
        });
        Self { world, key, ours }
    }
}

/// Any bytes as an envelope; and as what a message of the other side says, signed as it should be. Whatever it says, it is
/// taken or refused.
pub(crate) fn exchange(bytes: &[u8]) {
    static LINKED: OnceLock<Linked> = OnceLock::new();
    let _ = Envelope::read(bytes);
    let Ok(Value::Object(mut message)) = serde_json::from_slice(bytes) else {
        return;
    };
    let linked = LINKED.get_or_init(Linked::new);
    let test = &linked.world.test;
    let id = office::chance::hex(&Sha256::digest(bytes)[..16]);
    message.entry("id").or_insert(json!(id));
    message.insert(
        "from".to_owned(),
        json!({"id": "banner", "key": linked.key.public()}),
    );
    message.insert("to".to_owned(), json!({"id": test.j, "key": linked.ours}));
    message.entry("sent").or_insert(json!("2025-03-03T01:00:00Z"));
    message
        .entry("case")
        .or_insert(json!({"sender": "2025030312345678", "receiver": linked.world.number}));
    let message = Value::Object(message).to_string();
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        signature: linked.key.sign(message.as_bytes()),
        message,
    };
    let sent = serde_json::to_vec(&envelope).unwrap();
    match run(test.office.take_message(&test.j, &sent, "")) {
        Err(Problem::Store(error)) => panic!("{error}"),
        Err(Problem::Corrupt(says)) => panic!("{says}"),
        _ => {}
    }
}
