//! 柳荫渡镇, a town of the invented county with a section of its own on the net: its departments and people, who looks in
//! every day, what was noticed elsewhere, and its link to the city.

mod elsewhere;
mod scenes;

use super::cast::{Cast, Person, Unit};
use super::city::{CALENDAR_FROM, JURISDICTION as CITY};
use super::clock::DemoClock;
use super::play::Play;
use super::{Demo, city};
use crate::exchange::LinkEntry;
use crate::exchange::content::KINDS;
use crate::rounds::RoundRecord;
use crate::{Office, Problem};
use calendar::Instant;
use std::sync::Arc;
use store::Jurisdiction;

/// Id of the jurisdiction.
pub const TOWN: &str = "liuyindu";

const UNITS: [Unit; 5] = [
    (
        "chengjian",
        "村镇建设办公室",
        "Village and Town Construction",
        "department",
        None,
    ),
    (
        "nongye",
        "农业农村服务中心",
        "Agriculture and Villages",
        "department",
        None,
    ),
    ("minzheng", "民政办公室", "Civil Affairs", "department", None),
    ("weisheng", "镇卫生院", "Town Clinic", "department", None),
    ("xuexiao", "中心学校", "Central School", "department", None),
];

const PEOPLE: [Person; 13] = [
    ("guanli", "安宁", case::access::ADMINISTRATOR, None),
    ("chenlan", "陈岚", "watcher", None),
    ("yushu", "余舒", "clerk", None),
    ("kongming", "孔铭", "head", None),
    ("lingxiao", "凌霄", "leader", None),
    ("weiran", "魏然", "member", Some("chengjian")),
    ("weiran", "魏然", "member", Some("nongye")),
    ("zhangbei", "张贝", "handler", Some("chengjian")),
    ("lixia", "李夏", "unit-head", Some("chengjian")),
    ("nieyun", "聂云", "handler", Some("nongye")),
    ("fangqing", "方晴", "handler", Some("minzheng")),
    ("heqiao", "何桥", "handler", Some("weisheng")),
    ("jianming", "简明", "auditor", None),
];

const CAST: Cast = Cast {
    units: &UNITS,
    people: &PEOPLE,
    phones: "139000021",
    mail: "liuyindu.example",
    places: &[],
};

const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

/// Enters the town with its people, plays what happened there, and links it with the city.
pub(super) async fn fill(
    office: Office,
    clock: Arc<DemoClock>,
    procedure: &str,
    now: Instant,
) -> Result<Demo, Problem> {
    clock.set(now.plus_ms(-city::DAYS * DAY));
    let jurisdiction = Jurisdiction {
        id: TOWN.to_owned(),
        zh: "柳荫渡镇（演示）".to_owned(),
        en: "Liuyindu Town (demo)".to_owned(),
        host: None,
    };
    office.enter_jurisdiction(jurisdiction).await?;
    office
        .adopt_calendar(TOWN, calendar::SHIPPED, CALENDAR_FROM)
        .await?;
    office.adopt_procedure(TOWN, procedure).await?;
    let entries = CAST.entries(&office, now).await?;
    office.enter(TOWN, "system", entries).await?;
    let mut play =
        Play::new(TOWN, CAST, office.clone(), clock.clone(), now).with_rounds(looks(&office, now).await?);
    play.all(scenes::all()).await?;
    link(&office).await?;
    elsewhere::notice(&office, &clock, now).await?;
    Ok(Demo {
        people: CAST.members(),
        samples: play.samples(&scenes::SAMPLES),
        cases: play.cases(),
    })
}

/// The section was looked at every morning of the past days but one.
async fn looks(office: &Office, now: Instant) -> Result<Vec<(Instant, &'static str, RoundRecord)>, Problem> {
    let calendar = office.in_force(TOWN, office.now()).await?.calendar;
    let mut looks = Vec::new();
    for (ago, items, text) in [
        (0, 2, "新帖两件，其中一件涉及供水，已标注。"),
        (1, 1, "新帖一件，跟帖四条，没有其他情况。"),
        (2, 3, "新帖三件，均已登记受理。"),
        (4, 0, "没有新帖。"),
        (5, 2, "新帖两件；校门口停车的帖子跟帖较多。"),
        (6, 1, "新帖一件，已登记受理。"),
    ] {
        let day = calendar.local(now.plus_ms(-ago * DAY)).date();
        let slot = calendar.instant(day.at(9, 0, 0, 0));
        let slot = slot.map_err(|error| Problem::Corrupt(error.to_string()))?;
        let at = slot.plus_ms(25 * 60_000);
        if at <= now {
            let record = RoundRecord {
                round: "daily-look".to_owned(),
                slot,
                items: Some(items),
                text: text.to_owned(),
            };
            looks.push((at, "chenlan", record));
        }
    }
    Ok(looks)
}

/// Both administrators enter the other side: what the town notices can go up in a signed message.
async fn link(office: &Office) -> Result<(), Problem> {
    let takes: Vec<String> = KINDS
        .iter()
        .filter(|kind| **kind != "case")
        .map(|k| (*k).to_owned())
        .collect();
    let to = |peer: &str, above: bool, role: &str| LinkEntry {
        peer: peer.to_owned(),
        role: Some(role.to_owned()),
        above,
        takes: takes.clone(),
        active: true,
        ..LinkEntry::default()
    };
    let of_city = city::actor("guanli").ok_or(Problem::SignedOut)?;
    let of_town = CAST.actor("guanli").ok_or(Problem::SignedOut)?;
    office
        .enter_link(CITY, &of_city, to(TOWN, false, "supervisor"))
        .await?;
    office.enter_link(TOWN, &of_town, to(CITY, true, "head")).await
}

/// So many hours before.
fn hours_before(now: Instant, hours: i64) -> Instant {
    now.plus_ms(-hours * HOUR)
}
