//! Times as tables write them, in the calendar's zone.

use crate::common::{rows_of, shown};
use proptest::prelude::*;

fn received(text: &str) -> Option<String> {
    let mut rows = rows_of(format!("时间,内容\n\"{text}\",甲\n"));
    rows.remove(0).ok().map(|row| shown(row.received))
}

#[test]
fn times_are_understood_in_the_ways_people_write_them() {
    for (text, time) in [
        ("2019/4/25 9:32:09", "2019-04-25T09:32:09"),
        ("2019-04-25 09:32", "2019-04-25T09:32:00"),
        ("2019-04-25T09:32:09.123", "2019-04-25T09:32:09"),
        ("2019年4月25日 9时32分", "2019-04-25T09:32:00"),
        ("2019年4月25日9时32分9秒", "2019-04-25T09:32:09"),
        ("2019年4月25日9时", "2019-04-25T09:00:00"),
        ("2019年4月25日 9点", "2019-04-25T09:00:00"),
        ("2019.4.25 下午3:02", "2019-04-25T15:02:00"),
        ("2019/4/25 上午 12:02", "2019-04-25T00:02:00"),
        ("2019/4/25 12:02 PM", "2019-04-25T12:02:00"),
        ("２０１９／４／２５　９：３２", "2019-04-25T09:32:00"),
        ("  2019/4/25\t9:32:09\n", "2019-04-25T09:32:09"),
        ("2019年4月25日", "2019-04-25T00:00:00"),
        ("20190425", "2019-04-25T00:00:00"),
        ("20190425 09:32", "2019-04-25T09:32:00"),
        ("2019-04-30 24:00", "2019-05-01T00:00:00"),
        ("2020/2/29 23:59:59", "2020-02-29T23:59:59"),
        ("43580.39732638889", "2019-04-25T09:32:09"),
        ("43580", "2019-04-25T00:00:00"),
        ("43580.9999999", "2019-04-26T00:00:00"),
    ] {
        assert_eq!(received(text), Some(format!("{time}+08:00")), "{text}");
    }
}

#[test]
fn a_zone_that_is_written_counts() {
    assert_eq!(
        received("2019-04-25T01:32:09Z").as_deref(),
        Some("2019-04-25T09:32:09+08:00")
    );
    assert_eq!(
        received("2019-04-25T09:32:09+08:00").as_deref(),
        Some("2019-04-25T09:32:09+08:00")
    );
}

#[test]
fn what_is_no_time_or_could_be_two_is_refused() {
    for text in [
        "昨天",
        "4/25/2019",
        "25/4/2019 9:32",
        "19/4/25",
        "2019/2/29",
        "2019/13/1",
        "2019/4/25 25:00",
        "2019/4/25 9:60",
        "2019/4/25 24:01",
        "2019/4/25 9",
        "2019/4/25 下午 13:00",
        "2019/4",
        "2019",
        "2019/4/25 9:32:09:1",
        "2019/4/25/1",
        "12345",
        "999999",
        "1e5",
        "-1",
        "2019/4/25 9:32 左右",
        "2009/12/31",
        "2201/1/1 9:00",
        "９９９９９/1/1",
        "nan",
        "inf",
    ] {
        assert_eq!(received(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn every_second_is_read_back(
        day in 1i8..=28, month in 1i8..=12, year in 2010i16..2200, hour in 0i8..24, minute in 0i8..60, second in 0i8..60,
    ) {
        let expected = format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00");
        let date = jiff::civil::date(year, month, day);
        let days = date.since(jiff::civil::date(1899, 12, 30)).unwrap().get_days();
        let seconds = (i32::from(hour) * 60 + i32::from(minute)) * 60 + i32::from(second);
        for text in [
            format!("{year}/{month}/{day} {hour}:{minute:02}:{second:02}"),
            format!("{year}年{month}月{day}日{hour}时{minute}分{second}秒"),
            format!("{}", f64::from(days) + f64::from(seconds) / 86_400.0),
        ] {
            prop_assert_eq!(received(&text), Some(expected.clone()), "{}", text);
        }
    }
}
