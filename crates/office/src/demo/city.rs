//! The invented city: units at three levels, a person for each role, rosters.

use super::cast::{Cast, Person, Unit};
use crate::directory::{DutyEntry, Entry};
use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use jiff::civil::{Date, date};
use store::Jurisdiction;

/// Id of the jurisdiction.
pub const JURISDICTION: &str = "yunchuan";
/// The password of everybody.
pub const PASSWORD: &str = "yunchuan-12345";
/// So many days ago the city begins to write.
pub(crate) const DAYS: i64 = 26;

pub(super) const CALENDAR_FROM: Date = date(2010, 1, 1);

const UNITS: [Unit; 12] = [
    (
        "zhujian",
        "市住房和城乡建设局",
        "Housing and Construction Bureau",
        "city",
        None,
    ),
    (
        "chengguan",
        "市城市管理局",
        "City Management Bureau",
        "city",
        None,
    ),
    ("shuiwu", "市水务局", "Water Bureau", "city", None),
    ("jiaotong", "市交通运输局", "Transport Bureau", "city", None),
    ("huanjing", "市生态环境局", "Environment Bureau", "city", None),
    (
        "renshe",
        "市人力资源和社会保障局",
        "Labour and Social Security Bureau",
        "city",
        None,
    ),
    ("jiaoyu", "市教育局", "Education Bureau", "city", None),
    ("qinghe", "青禾县", "Qinghe County", "county", None),
    ("wanghu", "望湖区", "Wanghu District", "county", None),
    (
        "liuyin",
        "青禾县柳荫渡镇",
        "Liuyindu Town, Qinghe County",
        "town",
        Some("qinghe"),
    ),
    (
        "daoxi",
        "青禾县稻溪乡",
        "Daoxi Township, Qinghe County",
        "town",
        Some("qinghe"),
    ),
    (
        "tingsong",
        "望湖区听松街道",
        "Tingsong Subdistrict, Wanghu District",
        "town",
        Some("wanghu"),
    ),
];

const PEOPLE: [Person; 33] = [
    ("guanli", "安宁", case::access::ADMINISTRATOR, None),
    ("linxiaoyan", "林晓燕", "operator", None),
    ("zhoukai", "周恺", "operator", None),
    ("hanlei", "韩磊", "duty-manager", None),
    ("sumin", "苏敏", "dispatcher", None),
    ("gaoyuan", "高远", "reviewer", None),
    ("yeqing", "叶青", "visitor", None),
    ("luzheng", "鲁征", "supervisor", None),
    ("jianming", "简明", "auditor", None),
    ("pengyu", "彭宇", "handler", Some("zhujian")),
    ("shaojun", "邵军", "principal", Some("zhujian")),
    ("cuihao", "崔浩", "handler", Some("chengguan")),
    ("maolin", "毛琳", "handler", Some("chengguan")),
    ("fangzhou", "方舟", "principal", Some("chengguan")),
    ("duruo", "杜若", "handler", Some("shuiwu")),
    ("jiangping", "江平", "principal", Some("shuiwu")),
    ("chelu", "车路", "handler", Some("jiaotong")),
    ("tangyi", "唐毅", "principal", Some("jiaotong")),
    ("lanxin", "蓝昕", "handler", Some("huanjing")),
    ("qiuming", "邱明", "principal", Some("huanjing")),
    ("wenjing", "文静", "handler", Some("renshe")),
    ("luping", "陆平", "principal", Some("renshe")),
    ("shiyun", "石韵", "handler", Some("jiaoyu")),
    ("baoyan", "包砚", "principal", Some("jiaoyu")),
    ("tianye", "田野", "handler", Some("qinghe")),
    ("hedong", "贺东", "county-leader", Some("qinghe")),
    ("mubai", "穆白", "handler", Some("wanghu")),
    ("jinlan", "金岚", "county-leader", Some("wanghu")),
    ("liuzhou", "柳洲", "handler", Some("liuyin")),
    ("duxiao", "渡晓", "principal", Some("liuyin")),
    ("gumiao", "谷苗", "handler", Some("daoxi")),
    ("songtao", "宋涛", "handler", Some("tingsong")),
    ("tinglan", "亭兰", "principal", Some("tingsong")),
];

/// Who works there.
pub(super) const CAST: Cast = Cast {
    units: &UNITS,
    people: &PEOPLE,
    phones: "139000020",
    mail: "yunchuan.example",
    places: &[
        ("qinghe", "990121"),
        ("wanghu", "990102"),
        ("liuyin", "990121101"),
        ("daoxi", "990121202"),
        ("tingsong", "990102003"),
    ],
};

/// A member of staff as they act.
pub(crate) fn actor(login: &str) -> Option<Actor> {
    CAST.actor(login)
}

/// Enters the jurisdiction, what it adopts, its units, people and rosters.
pub(super) async fn found(
    office: &Office,
    host: Option<&str>,
    procedure: &str,
    now: Instant,
) -> Result<(), Problem> {
    let jurisdiction = Jurisdiction {
        id: JURISDICTION.to_owned(),
        zh: "云川市（演示）".to_owned(),
        en: "Yunchuan (demo)".to_owned(),
        host: host.map(str::to_owned),
    };
    office.enter_jurisdiction(jurisdiction).await?;
    office
        .adopt_calendar(JURISDICTION, calendar::SHIPPED, CALENDAR_FROM)
        .await?;
    office.adopt_procedure(JURISDICTION, procedure).await?;
    settle(office, JURISDICTION, now).await
}

/// Enters the invented units, people and rosters into a jurisdiction that is there.
pub(crate) async fn settle(office: &Office, j: &str, now: Instant) -> Result<(), Problem> {
    let mut entries = CAST.entries(office, now).await?;
    entries.extend(rosters(now));
    office.enter(j, "system", entries).await
}

/// Round the clock, by turns of three days, from when the city begins until a month from now.
fn rosters(now: Instant) -> Vec<Entry> {
    const TURN: i64 = 3 * 86_400_000;
    let begin = now.plus_ms(-(DAYS + 1) * 86_400_000);
    let turns = (DAYS + 1 + 30) / 3;
    let mut entries = Vec::new();
    for (unit, ..) in UNITS {
        let handlers: Vec<&str> = PEOPLE
            .iter()
            .filter(|p| p.3 == Some(unit) && p.2 == "handler")
            .map(|p| p.0)
            .collect();
        for (turn, person) in (0..turns).zip(handlers.iter().cycle()) {
            let from = begin.plus_ms(turn * TURN);
            entries.push(Entry::Duty(DutyEntry {
                unit: unit.to_owned(),
                person: (*person).to_owned(),
                from,
                to: from.plus_ms(TURN),
            }));
        }
    }
    entries
}
