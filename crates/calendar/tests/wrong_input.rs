//! Wrong input is refused with the fault named and a right example shown.

use calendar::{
    Calendar, CalendarError, Counting, DueError, Instant, InstantError, Limit, LimitError, SHIPPED, Unit,
};

fn limit(text: &str) -> LimitError {
    let error = text.parse::<Limit>().expect_err(text);
    assert!(
        error.to_string().contains("5 workdays / 5个工作日"),
        "no example: {error}"
    );
    assert!(
        error.to_string().contains(text.trim()),
        "{text:?} is not named: {error}"
    );
    assert!(
        error.args().contains(&("text", text.trim().to_owned())),
        "{:?}",
        error.args()
    );
    error
}

#[test]
fn a_limit_names_a_unit_that_is_known() {
    let unknown = LimitError::UnknownUnit {
        text: "5 fortnights".into(),
        unit: "fortnights".into(),
    };
    assert_eq!(limit("5 fortnights"), unknown);
    assert_eq!(unknown.code(), "calendar-unknown-unit");
    assert!(unknown.args().contains(&("unit", "fortnights".to_owned())));
    assert_eq!(limit("5 workday s").code(), "calendar-unknown-unit");
    assert_eq!(limit("5个月工作日").code(), "calendar-unknown-unit");
    assert_eq!(
        limit("5月").code(),
        "calendar-unknown-unit",
        "5月 is the month of May"
    );
    assert_eq!(limit("5").code(), "calendar-no-unit");
}

#[test]
fn a_limit_begins_with_a_whole_number() {
    for text in ["-3 days", "", "days", "five days", "+5 days"] {
        assert_eq!(limit(text).code(), "calendar-no-amount", "{text}");
    }
    assert_eq!(limit("1.5 hours").code(), "calendar-not-whole");
    assert_eq!(limit("1，000 hours").code(), "calendar-not-whole");
}

#[test]
fn a_limit_is_neither_zero_nor_absurd() {
    assert_eq!(limit("0 days").code(), "calendar-zero");
    assert_eq!(limit("００小时").code(), "calendar-zero");
    for text in [
        "3661 days",
        "99999999999999999999 minutes",
        "121个月",
        "2501 workdays",
        "25001 workhours",
    ] {
        assert_eq!(limit(text).code(), "calendar-too-long", "{text}");
    }
    assert_eq!("120个月".parse(), Limit::new(120, Unit::Months));
}

#[test]
fn a_limit_that_was_put_together_wrongly_is_not_counted() {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    let at = Instant::parse("2025-03-03T14:53:00+08:00").unwrap();
    for amount in [0, u32::MAX] {
        let wrong = Limit {
            amount,
            unit: Unit::Workdays,
        };
        let original = Limit {
            amount: 1,
            unit: Unit::Hours,
        };
        for error in [
            calendar.due(at, wrong, Counting::default()).unwrap_err(),
            calendar.before(at, wrong).unwrap_err(),
            calendar
                .extend(at, original, wrong, Counting::default())
                .unwrap_err(),
        ] {
            assert!(matches!(error, DueError::Limit(_)), "{error}");
        }
    }
}

fn instant(text: &str) -> InstantError {
    let error = Instant::parse(text).expect_err(text);
    assert!(
        error.to_string().contains("2026-09-30T17:00:00+08:00"),
        "no example: {error}"
    );
    assert!(
        error
            .args()
            .contains(&("example", "2026-09-30T17:00:00+08:00".to_owned()))
    );
    assert!(error.args().contains(&("text", text.to_owned())));
    error
}

#[test]
fn a_moment_names_its_zone_and_its_time_of_day() {
    assert_eq!(instant("2026-09-30T17:00:00").code(), "calendar-no-zone");
    assert_eq!(instant("2026-09-30 17:00").code(), "calendar-no-zone");
    assert_eq!(
        instant("2026-09-30T17:00:00[Asia/Shanghai]").code(),
        "calendar-no-zone"
    );
    assert_eq!(instant("2026-09-30").code(), "calendar-no-time-of-day");
}

#[test]
fn a_moment_exists() {
    for text in [
        "2026-02-30T17:00:00+08:00",
        "2025-02-29T00:00:00Z",
        "2026-09-30T25:00:00+08:00",
        "2026-13-01T00:00:00Z",
    ] {
        assert_eq!(instant(text).code(), "calendar-no-such-time", "{text}");
    }
    for text in ["", "tomorrow", "2026年9月30日", "30.9.2026 17:00"] {
        assert_eq!(instant(text).code(), "calendar-not-a-time", "{text}");
    }
}

#[test]
fn a_moment_is_of_the_years_2010_to_2199() {
    let error = instant("1800-01-01T00:00:00+08:00");
    assert_eq!(
        error,
        InstantError::Year {
            text: "1800-01-01T00:00:00+08:00".into(),
            year: 1800
        }
    );
    assert!(error.args().contains(&("year", "1800".to_owned())));
    assert_eq!(instant("2009-12-31T23:59:59+08:00").code(), "calendar-year");
    assert_eq!(instant("2200-01-01T00:00:00+08:00").code(), "calendar-year");
    assert!(Instant::parse("2010-01-01T00:00:00+08:00").is_ok());
    assert!(Instant::parse("2199-12-31T23:59:59+08:00").is_ok());
}

#[test]
fn what_ends_after_2199_or_starts_nowhere_is_not_counted() {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    let late = Instant::parse("2199-12-30T12:00:00+08:00").unwrap();
    assert!(
        calendar
            .due(late, "1 day".parse().unwrap(), Counting::default())
            .is_ok()
    );
    for text in ["10 days", "100 hours", "3 workdays", "1 month", "50 workhours"] {
        let limit: Limit = text.parse().unwrap();
        assert_eq!(
            calendar.due(late, limit, Counting::default()),
            Err(DueError::OutOfRange),
            "{text}"
        );
        for nowhere in [
            Instant::from_ms(i64::MIN),
            Instant::from_ms(i64::MAX),
            Instant::from_ms(0),
        ] {
            assert_eq!(
                calendar.due(nowhere, limit, Counting::default()),
                Err(DueError::OutOfRange),
                "{text}"
            );
            assert_eq!(
                calendar.before(nowhere, limit),
                Err(DueError::OutOfRange),
                "{text}"
            );
            assert_eq!(
                calendar.extend(nowhere, limit, limit, Counting::default()),
                Err(DueError::OutOfRange),
                "{text}"
            );
        }
    }
}

/// A small calendar with one line put in another's place.
fn file(right: &str, wrong: &str) -> CalendarError {
    let text = "id = 'a'\nzone = 'Asia/Shanghai'\noffice_hours = ['09:00-12:00', '13:00-18:00']\nname = { zh = '甲', en = 'A' }\n\
        [[years]]\nyear = 2026\nholidays = [\n{ zh = '元旦', en = 'New Year', off = ['01-01..01-03'], work = ['01-04'] },\n]\n\
        [[years]]\nyear = 2027\nholidays = []\n";
    assert!(Calendar::from_toml(text).is_ok());
    assert!(text.contains(right));
    Calendar::from_toml(&text.replace(right, wrong)).expect_err(wrong)
}

#[test]
fn a_calendar_file_is_checked() {
    let faults = [
        (
            "zone = 'Asia/Shanghai'",
            "zone = 'Asia/Suqian'",
            "calendar-file-zone",
        ),
        ("zone = 'Asia/Shanghai'", "", "calendar-file-shape"),
        ("id = 'a'", "id = 'a'\ncolour = 'red'", "calendar-file-shape"),
        ("12:00", "14:00", "calendar-file-office-hours"),
        ("'09:00-12:00'", "'9-12'", "calendar-file-office-hours"),
        ("year = 2027", "year = 2028", "calendar-file-year"),
        ("year = 2026", "year = 1026", "calendar-file-year"),
        ("01-01..01-03", "01-03..01-01", "calendar-file-date"),
        ("01-01..01-03", "01-01..01-33", "calendar-file-date"),
        ("'01-04'", "'1-4'", "calendar-file-date"),
        ("'01-04'", "'01-03'", "calendar-file-twice"),
        ("'01-04'", "'01-05'", "calendar-file-not-a-weekend"),
    ];
    for (right, wrong, code) in faults {
        let error = file(right, wrong);
        assert_eq!(error.code(), code, "{wrong}: {error}");
    }
    let shape = file("id = 'a'", "id = 'a'\ncolour = 'red'");
    assert!(shape.args().contains(&("line", "2".to_owned())), "{shape}");
}

#[test]
fn workhours_need_office_hours() {
    let text = SHIPPED.replace("office_hours =", "# office_hours =");
    let calendar = Calendar::from_toml(&text).unwrap();
    let at = Instant::parse("2025-03-03T14:53:00+08:00").unwrap();
    let limit = "2 workhours".parse().unwrap();
    assert_eq!(
        calendar.due(at, limit, Counting::default()),
        Err(DueError::NoOfficeHours)
    );
    // Without office hours there is no close of business: the last day ends at 24:00.
    let close = Counting {
        close: true,
        ..Counting::default()
    };
    let due = calendar.due(at, "1 workday".parse().unwrap(), close).unwrap();
    assert_eq!(calendar.rfc3339(due.due), "2025-03-05T00:00:00+08:00");
}
