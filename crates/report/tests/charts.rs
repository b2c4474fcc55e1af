//! Charts: every value is drawn within the picture, whatever the figures and names; the sentence and the table say the
//! same as the picture.

use calendar::Lang;
use procedure::draw::measure::width;
use proptest::prelude::*;
use quick_xml::events::{BytesStart, Event};
use report::chart::{Heat, Period, Row, Series, Share, Trend};

fn period(name: &str) -> Period {
    Period {
        short: name.to_owned(),
        long: name.to_owned(),
    }
}

fn trend(days: &[&str], came: &[u64], went: Option<&[u64]>) -> Trend {
    Trend {
        id: "came".to_owned(),
        title: "收到和答复".to_owned(),
        over: "日期".to_owned(),
        periods: days.iter().map(|day| period(day)).collect(),
        bars: Series {
            name: "收到".to_owned(),
            values: came.to_vec(),
        },
        line: went.map(|values| Series {
            name: "答复".to_owned(),
            values: values.to_vec(),
        }),
    }
}

/// Number of an attribute.
fn number(element: &BytesStart<'_>, name: &str) -> Option<f64> {
    let found = element
        .attributes()
        .map(Result::unwrap)
        .find(|a| a.key.as_ref() == name)?;
    found.value.to_string().parse().ok()
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .map(Result::unwrap)
        .find(|a| a.key.as_ref() == name)?;
    Some(found.value.to_string())
}

/// Reads a picture, sees to it that all of it lies within its box and that nothing is styled or scripted in it, and counts
/// its rectangles of a class.
fn drawn(svg: &str, class: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut size, mut found, mut within, mut text) = ((0.0, 0.0), 0, 0, None);
    let inside = |x: f64, y: f64, (wide, high): (f64, f64)| {
        assert!(
            (-0.1..=wide + 0.1).contains(&x) && (-0.1..=high + 0.1).contains(&y),
            "{x} {y} in {svg}"
        );
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(e) | Event::Empty(e) => {
                assert!(attribute(&e, "style").is_none() && attribute(&e, "onclick").is_none());
                match e.name().as_ref() {
                    "svg" => {
                        assert_eq!(attribute(&e, "role").as_deref(), Some("img"));
                        let view = attribute(&e, "viewBox").unwrap();
                        let view: Vec<f64> = view.split(' ').map(|n| n.parse().unwrap()).collect();
                        size = (view[2], view[3]);
                    }
                    "pattern" => within += 1,
                    "rect" if within == 0 => {
                        let at = |name| number(&e, name).unwrap();
                        assert!(at("width") >= 0.0 && at("height") >= 0.0);
                        inside(at("x"), at("y"), size);
                        inside(at("x") + at("width"), at("y") + at("height"), size);
                        found += usize::from(attribute(&e, "class").as_deref() == Some(class));
                    }
                    "polyline" => {
                        for point in attribute(&e, "points")
                            .unwrap()
                            .split(' ')
                            .filter(|p| !p.is_empty())
                        {
                            let (x, y) = point.split_once(',').unwrap();
                            inside(x.parse().unwrap(), y.parse().unwrap(), size);
                        }
                    }
                    "circle" => inside(number(&e, "cx").unwrap(), number(&e, "cy").unwrap(), size),
                    "text" => {
                        text = Some((
                            number(&e, "x").unwrap(),
                            number(&e, "y").unwrap(),
                            attribute(&e, "text-anchor"),
                        ))
                    }
                    "script" | "style" => panic!("{svg}"),
                    _ => {}
                }
            }
            Event::End(e) if e.name().as_ref() == "pattern" => within -= 1,
            Event::End(e) if e.name().as_ref() == "text" => text = None,
            Event::Text(words) => {
                let Some((x, y, anchor)) = &text else { continue };
                let wide = width(&words, 12.0);
                let left = match anchor.as_deref() {
                    Some("middle") => x - wide / 2.0,
                    Some("end") => x - wide,
                    _ => *x,
                };
                inside(left, *y, size);
                if wide <= size.0 {
                    inside(left + wide, *y, size);
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_trend_says_what_was_highest_and_when_in_both_languages() {
    let days = ["11月19日", "11月20日", "11月21日"];
    let chart = trend(&days, &[30, 34, 12], Some(&[28, 28, 0]));
    assert_eq!(
        chart.told(Lang::Zh),
        "收到：共 76 件，最高 11月20日 34 件。答复：共 56 件，最高 11月20日 28 件。"
    );
    assert_eq!(
        chart.told(Lang::En),
        "收到: 76 in all, most on 11月20日: 34. 答复: 56 in all, most on 11月20日: 28."
    );
    assert_eq!(chart.table().rows[1], ["11月20日", "34", "28"]);
    // 34 of an axis that ends at 40: the bar takes 34/40 of 132
    assert!(chart.svg(Lang::Zh).contains("height=\"112.2\" class=\"column\""));
}

#[test]
fn nothing_counted_is_said_and_drawn_too() {
    let chart = trend(&["11月20日"], &[0], None);
    assert_eq!(chart.told(Lang::Zh), "收到：没有。");
    assert_eq!(drawn(&chart.svg(Lang::Zh), "column"), 2);
    assert_eq!(drawn(&trend(&[], &[], None).svg(Lang::En), "column"), 1);
}

#[test]
fn a_share_tells_lateness_by_pattern_and_number_not_by_colour_alone() {
    let row = |name: &str, in_time, late, overdue, open| Row {
        name: name.to_owned(),
        in_time,
        late,
        overdue,
        open,
    };
    let chart = Share {
        id: "share".to_owned(),
        title: "按时情况".to_owned(),
        over: "周".to_owned(),
        rows: vec![row("11月9日起", 90, 6, 4, 0), row("11月16日起", 40, 2, 3, 15)],
    };
    assert_eq!(
        chart.told(Lang::Zh),
        "共 160 件：按时办结 130 件，有超时 8 件，正在超期 7 件，未到期 15 件。超时和超期最多：11月9日起，10 件。"
    );
    // in time of what is decided: 40 of 40 + 2 + 3
    assert_eq!(
        chart.table(Lang::Zh).rows[1],
        ["11月16日起", "40", "2", "3", "15", "60", "89%"]
    );
    let svg = chart.svg(Lang::Zh);
    assert_eq!(svg.matches("fill=\"url(#share-lean)\"").count(), 3);
    assert_eq!(svg.matches("fill=\"url(#share-cross)\"").count(), 3);
    assert!(svg.contains(">90</text>"));
    assert_eq!(drawn(&svg, "solid"), 3);
}

#[test]
fn a_heat_map_holds_its_numbers_and_what_people_wrote_breaks_no_picture() {
    let chart = Heat {
        id: "heat".to_owned(),
        title: "各单位每周收到的工单".to_owned(),
        over: "单位".to_owned(),
        periods: vec![period("11月9日"), period("11月16日")],
        rows: vec![
            ("住房和城乡建设局 <b>&\"".to_owned(), vec![5, 10]),
            ("水务局".to_owned(), vec![9, 0]),
        ],
    };
    assert_eq!(
        chart.told(Lang::Zh),
        "合计最多：住房和城乡建设局 <b>&\"，15 件。单周最多：住房和城乡建设局 <b>&\"，11月16日 10 件。"
    );
    let svg = chart.svg(Lang::Zh);
    assert_eq!(drawn(&svg, "heat5"), 2);
    assert_eq!(drawn(&svg, "heat0"), 1);
    assert!(svg.contains(">10</text>") && !svg.contains("<b>"));
    assert_eq!(chart.table(Lang::Zh).rows[0][3], "15");
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["[一-龥]{0,30}", "[A-Za-z &<>\"']{0,60}"]
}

fn values(count: usize) -> impl Strategy<Value = Vec<u64>> {
    let value = prop_oneof![0_u64..50, 0_u64..1_000_000, Just(0)];
    prop::collection::vec(value, count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_bar_of_a_trend_is_drawn_within_the_picture(
        (came, went) in (0_usize..120).prop_flat_map(|n| (values(n), values(n))),
        name in any_name(),
    ) {
        let days: Vec<String> = (1..=came.len()).map(|day| format!("{day}日")).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        let mut chart = trend(&days, &came, Some(&went));
        chart.bars.name = name;
        // and one in the legend
        prop_assert_eq!(drawn(&chart.svg(Lang::Zh), "column"), came.len() + 1);
        prop_assert_eq!(chart.table().rows.len(), came.len());
    }

    #[test]
    fn every_part_of_a_share_is_drawn_within_the_picture(
        rows in prop::collection::vec((any_name(), values(4)), 0..20),
    ) {
        let row = |(name, v): (String, Vec<u64>)| Row {
            name,
            in_time: v[0],
            late: v[1],
            overdue: v[2],
            open: v[3],
        };
        let rows: Vec<Row> = rows.into_iter().map(row).collect();
        let chart = Share {
            id: "s".to_owned(),
            title: String::new(),
            over: String::new(),
            rows,
        };
        let svg = chart.svg(Lang::En);
        let some = |part: fn(&Row) -> u64| chart.rows.iter().filter(|row| part(row) > 0).count();
        prop_assert_eq!(drawn(&svg, "solid"), some(|row| row.in_time) + 1);
        prop_assert_eq!(drawn(&svg, "blank"), some(|row| row.open) + 1);
        prop_assert_eq!(svg.matches("url(#s-cross)").count(), some(|row| row.overdue) + 1);
    }

    #[test]
    fn every_field_of_a_heat_map_is_drawn_within_the_picture(
        rows in (1_usize..14).prop_flat_map(|n| prop::collection::vec((any_name(), values(n)), 0..20)),
    ) {
        let columns = rows.first().map_or(0, |(_, values)| values.len());
        let chart = Heat {
            id: "h".to_owned(),
            title: String::new(),
            over: String::new(),
            periods: (1..=columns).map(|week| period(&format!("{week}月30日"))).collect(),
            rows,
        };
        let svg = chart.svg(Lang::Zh);
        let fields: usize = (0..=5).map(|shade| drawn(&svg, &format!("heat{shade}"))).sum();
        prop_assert_eq!(fields, chart.rows.len() * columns);
    }
}
