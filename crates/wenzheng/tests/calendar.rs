//! `wenzheng calendar`, as typed.

use std::process::{Command, Output};

use serde_json::{Value, json};

fn wenzheng(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wenzheng"));
    command
        .args(args)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C.UTF-8");
    command.output().unwrap()
}

fn printed(args: &[&str]) -> String {
    let output = wenzheng(args);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// What is said on stderr by a command that fails.
fn refused(args: &[&str]) -> String {
    let output = wenzheng(args);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

const DUE: [&str; 6] = [
    "calendar",
    "due",
    "--from",
    "2026-09-30T17:00:00+08:00",
    "--limit",
    "5 workdays",
];

#[test]
fn json_holds_due_provisional_counted_and_skipped() {
    let json: Value = serde_json::from_str(&printed(&[&DUE[..], &["--json"]].concat())).unwrap();
    assert_eq!(json["due"], "2026-10-14T00:00:00+08:00");
    assert_eq!(json["from"], "2026-09-30T17:00:00+08:00");
    assert_eq!(json["limit"], "5 workdays");
    assert_eq!(json["provisional"], false);
    let dates = |days: &Value| -> Vec<String> {
        days.as_array()
            .unwrap()
            .iter()
            .map(|day| day["date"].as_str().unwrap().to_owned())
            .collect()
    };
    let counted = [
        "2026-10-08",
        "2026-10-09",
        "2026-10-10",
        "2026-10-12",
        "2026-10-13",
    ];
    assert_eq!(dates(&json["counted"]), counted);
    assert_eq!(json["skipped"].as_array().unwrap().len(), 9);
    let first = json!({"date": "2026-09-30", "why": "first-day", "kind": "workday"});
    assert_eq!(json["skipped"][0], first);
}

#[test]
fn people_read_the_days_counted_and_skipped_in_their_language() {
    let english = printed(&DUE);
    assert!(
        english.contains("Due 13 Oct 2026, 24:00 (too late from 2026-10-14T00:00:00+08:00 on)"),
        "{english}"
    );
    assert!(
        english.contains("  2026-10-01 – 2026-10-07  National Day\n"),
        "{english}"
    );
    assert!(
        english.contains("  2026-10-10  make-up workday for National Day\n"),
        "{english}"
    );
    let chinese = printed(&[&DUE[..], &["--lang", "zh"]].concat());
    assert!(chinese.contains("截止 2026年10月13日24时"), "{chinese}");
    assert!(chinese.contains("  2026-10-10  国庆节调休上班\n"), "{chinese}");
    assert!(
        chinese.contains("不计 9 天：\n  2026-09-30  起算当日\n"),
        "{chinese}"
    );
}

#[test]
fn a_chinese_machine_is_answered_in_chinese() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wenzheng"));
    command
        .args(DUE)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "zh_CN.UTF-8");
    assert!(
        String::from_utf8(command.output().unwrap().stdout)
            .unwrap()
            .contains("截止")
    );
}

#[test]
fn roll_start_and_close_are_chosen_on_the_line() {
    let due = |more: &[&str]| {
        let args = [
            "calendar",
            "due",
            "--json",
            "--from",
            "2025-09-29T10:15:00+08:00",
            "--limit",
            "6天",
        ];
        let json: Value = serde_json::from_str(&printed(&[&args[..], more].concat())).unwrap();
        json["due"].as_str().unwrap().to_owned()
    };
    assert_eq!(due(&[]), "2025-10-06T00:00:00+08:00");
    assert_eq!(due(&["--roll", "next-workday"]), "2025-10-10T00:00:00+08:00");
    assert_eq!(
        due(&["--roll", "next-workday", "--close"]),
        "2025-10-09T18:00:00+08:00"
    );
    assert_eq!(due(&["--start", "same-day"]), "2025-10-05T00:00:00+08:00");
}

#[test]
fn a_due_time_in_a_year_that_is_not_announced_says_so() {
    let from = [
        "calendar",
        "due",
        "--from",
        "2026-12-30T10:00:00+08:00",
        "--limit",
        "3个工作日",
    ];
    assert!(printed(&from).contains("Provisional: the holidays of a year in question are not announced yet"));
    let json: Value = serde_json::from_str(&printed(&[&from[..], &["--json"]].concat())).unwrap();
    assert_eq!(json["provisional"], true);
}

#[test]
fn wrong_input_is_told_the_fault_and_a_right_example() {
    let due = |from: &str, limit: &str| refused(&["calendar", "due", "--from", from, "--limit", limit]);
    let right = "2026-09-30T17:00:00+08:00";
    let unit = due(right, "5 fortnights");
    assert!(
        unit.contains("“fortnights” is unknown") && unit.contains("5 workdays"),
        "{unit}"
    );
    assert!(due(right, "-3 days").contains("“-3 days” does not begin with a whole number"));
    assert!(due(right, "0 days").contains("cannot be zero"));
    let zone = due("2026-09-30T17:00:00", "5 workdays");
    assert!(zone.contains("no time zone") && zone.contains(right), "{zone}");
    let year = due("1800-01-01T00:00:00+08:00", "5 workdays");
    assert!(
        year.contains("the year 1800 is outside 2010 to 2199") && year.contains(right),
        "{year}"
    );
}

#[test]
fn a_year_is_shown_with_its_holidays_and_make_up_workdays() {
    let year = printed(&["calendar", "show", "2025", "--lang", "zh"]);
    assert!(
        year.contains("  2025-01-26  春节调休上班\n  2025-01-28 – 2025-02-04  春节\n"),
        "{year}"
    );
    // 365 days, 104 of them Saturdays and Sundays, 18 holidays from Monday to Friday, 5 make-up workdays.
    assert!(year.contains("2025 年共 248 个工作日"), "{year}");
    assert!(printed(&["calendar", "show", "2027"]).contains("Provisional"));
}

#[test]
fn another_calendar_can_be_given() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let text = "id = 'mine'\nzone = 'Asia/Shanghai'\nname = { zh = '甲', en = 'Mine' }\n[[years]]\nyear = 2026\nholidays = []\n";
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let json: Value =
        serde_json::from_str(&printed(&[&DUE[..], &["--json", "--calendar", path]].concat())).unwrap();
    assert_eq!(json["due"], "2026-10-08T00:00:00+08:00", "without holidays");
    assert_eq!(json["calendar"], "mine");
    std::fs::write(path, text.replace("2026", "1026")).unwrap();
    assert!(refused(&[&DUE[..], &["--calendar", path]].concat()).contains("the year 1026 is out of place"));
    let missing = refused(&[&DUE[..], &["--calendar", "no-such-file.toml"]].concat());
    assert!(missing.contains("no-such-file.toml cannot be read"), "{missing}");
}
