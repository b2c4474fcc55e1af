//! SQ-10(1) 统一受理: every channel lands in one queue, and nothing is accepted without a verified real name.

use crate::play;

use calendar::Instant;
use case::{Act, Actor, rows};
use play::{Play, accept, arg, complete, receive, refused, rules, text};
use procedure::Do;

fn from(channel: &str) -> Act {
    Act::Receive {
        channel: channel.to_owned(),
        title: text("路灯不亮"),
        text: text("三天没有亮"),
        citizen: None,
        category: None,
        place: None,
        attachments: Vec::new(),
        external: Some("2019-000123".to_owned()),
        origin: case::act::Origin::default(),
    }
}

#[test]
fn sq_10_1_phone_internet_and_wechat_land_in_one_queue() {
    let start: Instant = play::at("2025-03-03T09:00:00");
    for channel in ["phone", "website", "wechat", "platform", "merged"] {
        let mut play = Play::new("2025-03-03T09:00:00");
        play.office("operator", from(channel)).unwrap();
        let row = rows::rows(&rules(), &play.case, &"1".into()).unwrap().case;
        assert_eq!((row.step.as_str(), row.channel.as_str()), ("received", channel));
        assert_eq!((row.received, row.ended), (start, false));
        assert_eq!(
            row.external.as_deref(),
            Some("2019-000123"),
            "SQ-5: it keeps its number"
        );
    }
    let mut play = Play::new("2025-03-03T09:00:00");
    let refusal = refused(
        play.office("operator", from("fax")),
        "refusal-unknown-id",
        "SQ-10(1)",
    );
    assert_eq!(arg(&refusal, "list"), "channel");
}

#[test]
fn sq_10_1_a_message_has_a_title_and_a_text() {
    let mut play = Play::new("2025-03-03T09:00:00");
    let mut blank = receive(true);
    if let Act::Receive { text: message, .. } = &mut blank {
        *message = text("");
    }
    let refusal = refused(play.citizen(blank), "refusal-field-missing", "SQ-10(1)");
    assert_eq!(arg(&refusal, "field"), "text");
    assert_eq!(play.case.seq, 0);
}

#[test]
fn sq_10_1_without_a_verified_real_name_nothing_is_accepted() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(false)).unwrap();
    let refusal = refused(
        play.office("operator", accept("6-2")),
        "refusal-field-missing",
        "SQ-10(1)",
    );
    assert_eq!(arg(&refusal, "field"), "real-name");
    let operator = play::staff("operator", None);
    assert!(
        !play.offered(&operator).contains(&Do::Accept),
        "it is not offered either"
    );
}

#[test]
fn sq_10_1_an_imported_message_is_completed_by_an_operator_first() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.give(&Actor::System, None, from("platform")).unwrap();
    let nobody = Act::Accept {
        ground: "6-6".to_owned(),
        category: Some("complaint".to_owned()),
    };
    let refusal = refused(
        play.office("operator", nobody),
        "refusal-field-missing",
        "SQ-10(1)",
    );
    assert_eq!(arg(&refusal, "field"), "citizen");
    let unverified = Act::Complete {
        citizen: play::citizen(false),
        category: None,
    };
    let refusal = refused(
        play.office("operator", unverified),
        "refusal-field-missing",
        "SQ-10(1)",
    );
    assert_eq!(arg(&refusal, "field"), "real-name");
    play.office("operator", complete()).unwrap();
    play.office("operator", accept("6-6")).unwrap();
    assert_eq!(play.case.step, "accepted");
    assert_eq!(play.case.category.as_deref(), Some("complaint"));
}

#[test]
fn sq_10_1_a_name_phone_or_id_number_corrected_after_the_verification_is_verified_anew() {
    use case::act::Correctable;
    let correct = |field, old: Option<&str>| Act::Correct {
        field,
        old: old.map(text),
        new: text("13900139000"),
        reason: text("听错了"),
    };
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(true)).unwrap();
    play.office("operator", correct(Correctable::Address, None))
        .unwrap();
    assert!(play.case.citizen.as_ref().unwrap().verified.is_some());
    play.office("operator", correct(Correctable::Phone, Some("13800138000")))
        .unwrap();
    refused(
        play.office("operator", accept("6-2")),
        "refusal-field-missing",
        "SQ-10(1)",
    );
    play.office("operator", complete()).unwrap();
    play.office("operator", accept("6-2")).unwrap();
}
