//! In time or late, over a holiday and its make-up workdays.

use crate::common::{answers_within, measured};
use replay::By;

/// National Day 2019: 1 to 7 October free, Sunday 29 September and Saturday 12 October made up.
const HOLIDAY: &str = "\
留言时间,答复时间
2019/9/26 9:32:09,2019/10/9 23:59:59
2019/9/26 9:32:09,2019/10/10 0:00:00
2019/9/28 10:00:00,2019/10/9 8:00:00
2019/9/28 10:00:00,2019/10/12 8:00:00
2019/9/30 23:59:59,2019/10/12 23:00:00
2019/9/30 23:59:59,2019/10/14 0:00:00
";

#[test]
fn five_workdays_are_counted_over_the_holiday_and_the_days_made_up() {
    // from Thursday 26 September: 27, 29 (made up), 30, 8, 9 October
    // from Saturday 28 September: 29, 30, 8, 9, 10 October
    // from Monday 30 September: 8, 9, 10, 11, 12 October (made up)
    let small = answers_within(&["5 workdays"]);
    let replay = measured(HOLIDAY, &[&small]);
    let cell = replay.total.cells[0];
    assert_eq!((replay.rows, replay.total.rows), (6, 6));
    assert_eq!((cell.in_time, cell.late), (3, 3));
    // 10 October is one workday late, 12 October two (11, 12), Monday 14 October one
    let by = By {
        median: 1,
        p90: 2,
        worst: 2,
    };
    assert_eq!(cell.by, Some(by));
}

#[test]
fn on_a_free_day_no_further_workday_has_gone_by_and_that_the_due_time_had_passed_is_said() {
    let small = answers_within(&["5 workdays", "7 days"]);
    // Friday 1 March 2019: the fifth workday is Friday 8 March, the seventh day too
    let csv = "留言时间,答复时间\n2019-03-01 12:00,2019-03-08 12:00\n2019-03-01 12:00,2019-03-10 12:00\n2019-03-01 12:00,2019-03-11 12:00\n2019-03-01 12:00,2019-03-16 12:00\n2019-03-02 12:00,2019-03-03 12:00\n";
    let cells = measured(csv, &[&small]).total.cells;
    assert_eq!((cells[0].in_time, cells[0].past_due, cells[0].late), (3, 1, 2));
    // Monday 11 March is one workday late, Saturday 16 March no later than Friday 15 March: five
    assert_eq!(cells[0].by.map(|by| (by.median, by.worst)), Some((1, 5)));
    // natural days run through
    assert_eq!((cells[1].in_time, cells[1].past_due, cells[1].late), (2, 0, 3));
}

#[test]
fn hours_days_and_workdays_stand_side_by_side_each_late_by_its_own_unit() {
    let small = answers_within(&["12 hours", "10 days", "7 workdays"]);
    let csv = "留言时间,答复时间\n2019/10/1 8:00,2019/10/1 19:59\n2019/10/1 8:00,2019/10/11 8:00\n2019/10/1 8:00,2019/10/17 8:00\n";
    let cells = measured(csv, &[&small]).total.cells;
    assert_eq!(cells.iter().map(|c| c.in_time).collect::<Vec<_>>(), [1, 2, 2]);
    // from 20:00 on the 1st to 8:00 on the 11th 228 hours are full: the 229th would have been needed
    let by = |at: usize| cells[at].by.unwrap();
    assert_eq!((by(0).median, by(0).worst), (229, 229 + 144));
    assert_eq!(by(1).worst, 6);
    // 8, 9, 10, 11, 12, 14, 15 October are the seven; 16 and 17 are late
    assert_eq!(by(2).worst, 2);
}

#[test]
fn median_and_ninth_of_ten_are_values_that_occur() {
    let small = answers_within(&["1 day"]);
    let mut csv = "留言时间,答复时间\n".to_owned();
    for day in 3..=13 {
        csv.push_str(&format!("2019-03-01 12:00,2019-03-{day:02} 12:00\n"));
    }
    let by = measured(&csv, &[&small]).total.cells[0].by.unwrap();
    // late by 1 to 11 days
    assert_eq!((by.median, by.p90, by.worst), (6, 10, 11));
}

#[test]
fn in_force_only_from_2030_the_past_is_measured_all_the_same() {
    let small = answers_within(&["5 workdays"]);
    assert_eq!(small.head.in_force.year(), 2030);
    assert_eq!(measured(HOLIDAY, &[&small]).total.rows, 6);
}

#[test]
fn due_times_in_years_not_announced_are_counted_as_provisional() {
    let small = answers_within(&["5 workdays"]);
    let csv = "留言时间,答复时间\n2019-03-01 12:00,2019-03-02 12:00\n2028-03-01 12:00,2028-03-02 12:00\n";
    assert_eq!(measured(csv, &[&small]).provisional, 1);
}
