//! `wenzheng.toml`: what is read, and what is said about faults: file, line, what to do.

use calendar::{Calendar, Lang};
use office::Settings;
use office::settings::Encryption;
use std::fs;
use tempfile::TempDir;
use testkit::at;

const WHOLE: &str = r#"public_url = "https://wenzheng.example/"

[smtp]
host = "mail.example"
user = "office"
password_file = "secret"
from = "12345热线 <no-reply@wenzheng.example>"

[sms]
url = "https://sms.example/send"
secret_file = "secret"
code_template = "SMS_7"

[wechat]
url = "https://wechat.example/send"
secret_file = "secret"
channels = ["wechat"]

[quiet_hours]
from = "21:30"
to = "08:00"
reason = "夜间不打扰群众"
set_by = "12345热线"
"#;

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("secret"), "a secret\n").unwrap();
    fs::write(folder.path().join("empty"), "\n").unwrap();
    folder
}

#[test]
fn the_whole_file_is_read_and_no_secret_shows() {
    let folder = folder();
    fs::write(folder.path().join("wenzheng.toml"), WHOLE).unwrap();
    let settings = Settings::read(folder.path()).unwrap();
    assert_eq!(settings.public_url.as_deref(), Some("https://wenzheng.example"));
    let smtp = settings.smtp.as_ref().unwrap();
    assert_eq!((smtp.port, smtp.encryption), (587, Encryption::StartTls));
    assert_eq!(settings.wechat.as_ref().unwrap().channels, ["wechat"]);
    assert!(!format!("{settings:?}").contains("a secret"));
}

#[test]
fn without_a_file_nothing_is_set() {
    let settings = Settings::read(folder().path()).unwrap();
    assert!(settings.smtp.is_none() && settings.sms.is_none() && settings.quiet_hours.is_none());
}

#[test]
fn a_fault_names_file_line_and_what_to_do() {
    let cases = [
        (
            "https://wenzheng.example/",
            "https://wenzheng.example/desk",
            "settings-value",
            1,
            "https://",
        ),
        (
            "[sms]",
            "[sign_in]\nidle_minutes = -1\n[sms]",
            "settings-sign-in-bounds",
            10,
            "10080",
        ),
        (
            "from = \"21:30\"",
            "from = \"half past nine\"",
            "settings-value",
            20,
            "21:30",
        ),
        ("to = \"08:00\"", "to = \"24:00\"", "settings-value", 21, "21:30"),
        (
            "https://sms.example/send",
            "sms.example",
            "settings-value",
            10,
            "https://",
        ),
        (
            "<no-reply@wenzheng.example>",
            "<no-reply>",
            "settings-value",
            7,
            "no-reply@",
        ),
        (
            "code_template",
            "code_tempalte",
            "settings-syntax",
            12,
            "code_template",
        ),
        ("[sms]", "[sms", "settings-syntax", 9, "docs/messages.md"),
        ("host = \"mail.example\"\n", "", "settings-syntax", 3, "host"),
        (
            "user = \"office\"",
            "encryption = \"none\"",
            "settings-smtp-in-the-clear",
            5,
            "starttls",
        ),
        (
            "user = \"office\"",
            "encryption = \"ssl\"",
            "settings-value",
            5,
            "starttls",
        ),
        (
            "password_file = \"secret\"\n",
            "",
            "settings-secret-missing",
            3,
            "password_env",
        ),
        (
            "password_file = \"secret\"",
            "password_file = \"gone\"",
            "settings-secret-unreadable",
            6,
            "gone",
        ),
        (
            "password_file = \"secret\"",
            "password_env = \"WENZHENG_NO_SUCH\"",
            "settings-secret-unreadable",
            6,
            "$WENZHENG_NO_SUCH",
        ),
        (
            "password_file = \"secret\"",
            "password_file = \"empty\"",
            "settings-secret-empty",
            6,
            "empty",
        ),
    ];
    let folder = folder();
    for (right, wrong, code, line, advice) in cases {
        let text = WHOLE.replacen(right, wrong, 1);
        assert_ne!(text, WHOLE, "{right}");
        let error = Settings::parse(&text, folder.path()).expect_err(wrong);
        assert_eq!(error.code(), code, "{wrong}: {error}");
        for (lang, place) in [
            (Lang::Zh, format!(" 第 {line} 行")),
            (Lang::En, format!(", line {line}:")),
        ] {
            let said = error.say(lang);
            assert!(said.contains(&format!("wenzheng.toml{place}")), "{said}");
            assert!(said.contains(advice), "{said}");
        }
    }
}

#[test]
fn quiet_hours_end_in_the_morning_by_the_calendars_clock() {
    let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
    let quiet = |from: &str, to: &str| {
        let text =
            format!("[quiet_hours]\nfrom = \"{from}\"\nto = \"{to}\"\nreason = \"r\"\nset_by = \"s\"\n");
        Settings::parse(&text, std::path::Path::new("."))
            .unwrap()
            .quiet_hours
            .unwrap()
    };
    let over = |hours: &office::settings::QuietHours, now: &str| hours.over_at(&calendar, at(now));
    let night = quiet("21:30", "08:00");
    assert_eq!(over(&night, "2025-03-03T21:29:59"), None);
    assert_eq!(
        over(&night, "2025-03-03T21:30:00"),
        Some(at("2025-03-04T08:00:00"))
    );
    assert_eq!(
        over(&night, "2025-12-31T23:59:59"),
        Some(at("2026-01-01T08:00:00"))
    );
    assert_eq!(
        over(&night, "2025-03-04T00:00:00"),
        Some(at("2025-03-04T08:00:00"))
    );
    assert_eq!(over(&night, "2025-03-04T08:00:00"), None);
    let noon = quiet("12:00", "14:00");
    assert_eq!(over(&noon, "2025-03-03T11:59:00"), None);
    assert_eq!(
        over(&noon, "2025-03-03T12:00:00"),
        Some(at("2025-03-03T14:00:00"))
    );
    assert_eq!(over(&noon, "2025-03-03T14:00:00"), None);
}
