//! How limits, moments and calendars are written and shown.

use calendar::{Calendar, Counting, Instant, Lang, Limit, SHIPPED, Start, Unit};
use serde_json::json;

fn cn() -> Calendar {
    Calendar::from_toml(SHIPPED).unwrap()
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

#[test]
fn limits_are_read_as_people_write_them() {
    use Unit::*;
    let written = [
        (30, Minutes, ["30 minutes", "30分钟", "30 分", "30MINUTES"]),
        (4, Hours, ["4 hours", "4小时", "4个小时", " 4  hour "]),
        (
            2,
            Workhours,
            ["2 workhours", "2个工作小时", "2工作小时", "2 working hours"],
        ),
        (6, Days, ["6 days", "6天", "6日", "6个自然日"]),
        (
            5,
            Workdays,
            ["5 workdays", "5个工作日", "５个工作日", "5 working days"],
        ),
        (1, Months, ["1 month", "1个月", "1 个月", "１　ｍｏｎｔｈ"]),
    ];
    for (amount, unit, texts) in written {
        for text in texts {
            assert_eq!(text.parse(), Ok(Limit { amount, unit }), "{text}");
        }
    }
}

#[test]
fn limits_are_shown_in_both_languages() {
    let shown = |text: &str| {
        let limit: Limit = text.parse().unwrap();
        (limit.to_string(), limit.zh())
    };
    assert_eq!(shown("1天"), ("1 day".to_owned(), "1天".to_owned()));
    assert_eq!(
        shown("5工作日"),
        ("5 workdays".to_owned(), "5个工作日".to_owned())
    );
    assert_eq!(
        shown("2 workhour"),
        ("2 workhours".to_owned(), "2个工作小时".to_owned())
    );
}

#[test]
fn a_due_moment_at_midnight_is_the_end_of_the_day_before() {
    let due = at("2025-03-11T00:00:00+08:00");
    assert_eq!(cn().show_due(due, Lang::Zh), "2025年3月10日24时");
    assert_eq!(cn().show_due(due, Lang::En), "10 Mar 2025, 24:00");
    assert_eq!(cn().show_due_short(due, Lang::Zh), "3月10日24时");
    assert_eq!(cn().show_due_short(due, Lang::En), "10 Mar, 24:00");
    assert_eq!(cn().show(due, Lang::Zh), "2025年3月11日 00:00");
    assert_eq!(
        cn().show_due(at("2026-01-01T00:00:00+08:00"), Lang::Zh),
        "2025年12月31日24时"
    );
}

#[test]
fn other_moments_are_shown_to_the_minute() {
    let moment = at("2025-03-10T06:53:20Z");
    assert_eq!(cn().show(moment, Lang::Zh), "2025年3月10日 14:53");
    assert_eq!(cn().show(moment, Lang::En), "10 Mar 2025, 14:53");
    assert_eq!(cn().show_due_short(moment, Lang::Zh), "3月10日 14:53");
    assert_eq!(cn().rfc3339(moment), "2025-03-10T14:53:20+08:00");
}

#[test]
fn days_are_shown_with_their_year_or_without() {
    let day = jiff::civil::date(2026, 11, 28);
    let shown = |lang| [calendar::show_day(day, lang), calendar::show_day_short(day, lang)];
    assert_eq!(shown(Lang::Zh), ["2026年11月28日", "11月28日"]);
    assert_eq!(shown(Lang::En), ["28 Nov 2026", "28 Nov"]);
}

#[test]
fn a_moment_is_kept_to_the_millisecond() {
    assert_eq!(
        at("1970-01-02T00:00:00.0015Z".replace("1970", "2011").as_str()).ms() % 1000,
        1
    );
    assert_eq!(serde_json::to_value(Instant::from_ms(7)).unwrap(), json!(7));
    assert_eq!(Instant::from_ms(i64::MAX).plus_ms(1).ms(), i64::MAX);
}

#[test]
fn a_calendar_is_known_by_the_hash_of_its_exact_text() {
    let (calendar, other) = (cn(), Calendar::from_toml(&format!("{SHIPPED}\n")).unwrap());
    assert_eq!(calendar.id(), "cn");
    assert_eq!(calendar.hash().len(), 64);
    assert_ne!(calendar.hash(), other.hash());
    assert_eq!(calendar.name(Lang::Zh), "中国法定节假日与调休");
}

#[test]
fn a_due_time_tells_in_json_what_was_counted_and_why_the_rest_was_not() {
    let due = cn().due(
        at("2025-04-26T10:00:00+08:00"),
        "5 workdays".parse().unwrap(),
        Counting::default(),
    );
    let json = serde_json::to_value(due.unwrap()).unwrap();
    assert_eq!(json["limit"], "5 workdays");
    assert_eq!(
        json["counted"][0],
        json!({"date": "2025-04-27", "kind": "make-up", "zh": "劳动节", "en": "Labour Day"})
    );
    assert_eq!(
        json["counted"][1],
        json!({"date": "2025-04-28", "kind": "workday"})
    );
    assert_eq!(
        json["skipped"][0],
        json!({"date": "2025-04-26", "why": "first-day", "kind": "weekend"})
    );
    let holiday = json!({"date": "2025-05-01", "why": "holiday", "kind": "holiday", "zh": "劳动节", "en": "Labour Day"});
    assert_eq!(json["skipped"][1], holiday);
}

#[test]
fn a_day_whose_business_is_over_does_not_count_when_periods_end_at_close() {
    let counting = Counting {
        start: Start::SameDay,
        close: true,
        ..Counting::default()
    };
    let due = |from| {
        cn().rfc3339(
            cn().due(at(from), "1 day".parse().unwrap(), counting)
                .unwrap()
                .due,
        )
    };
    assert_eq!(due("2025-03-03T17:59:00+08:00"), "2025-03-03T18:00:00+08:00");
    assert_eq!(due("2025-03-03T18:00:00+08:00"), "2025-03-04T18:00:00+08:00");
}

#[test]
fn natural_days_and_hours_do_not_depend_on_holidays_and_are_never_provisional() {
    let from = at("2027-04-30T10:00:00+08:00");
    let provisional = |text: &str, counting| {
        cn().due(from, text.parse().unwrap(), counting)
            .unwrap()
            .provisional
    };
    let rolls = Counting {
        roll: calendar::Roll::NextWorkday,
        ..Counting::default()
    };
    assert!(!provisional("6 days", Counting::default()));
    assert!(!provisional("12 hours", Counting::default()));
    assert!(!provisional("1 month", Counting::default()));
    assert!(provisional("6 days", rolls));
    assert!(provisional("1 workday", Counting::default()));
    assert!(provisional("1 workhour", Counting::default()));
}

#[test]
fn counting_is_written_in_words() {
    let counting: Counting = toml::from_str("roll = 'next-workday'\nstart = 'same-day'").unwrap();
    assert_eq!(
        counting,
        Counting {
            roll: calendar::Roll::NextWorkday,
            start: Start::SameDay,
            close: false
        }
    );
    assert!(toml::from_str::<Counting>("rol = 'none'").is_err());
}
