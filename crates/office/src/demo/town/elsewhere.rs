//! What the town noticed on other sites, where it looks for it, and who leads in what.

use super::{CAST, TOWN, hours_before};
use crate::catalogue::CatalogueEntry;
use crate::demo::clock::DemoClock;
use crate::items::{ItemCase, ItemContent, Kind, Report, SourceEntry};
use crate::{Office, Problem};
use calendar::Instant;
use std::sync::Arc;

/// Enters sources, items in every state, and the catalogue of the departments.
pub(super) async fn notice(office: &Office, clock: &Arc<DemoClock>, now: Instant) -> Result<(), Problem> {
    let administrator = CAST.actor("guanli").ok_or(Problem::SignedOut)?;
    let watcher = CAST.actor("chenlan").ok_or(Problem::SignedOut)?;
    let leader = CAST.actor("lingxiao").ok_or(Problem::SignedOut)?;
    for source in sources() {
        office.enter_source(TOWN, &administrator, source).await?;
    }
    for entry in catalogue() {
        office.enter_catalogue(TOWN, &administrator, entry).await?;
    }
    clock.set(hours_before(now, 0));
    let mut ids = Vec::new();
    for (ago, title, text) in ITEMS {
        let content = ItemContent {
            title: title.to_owned(),
            text: text.to_owned(),
            address: Some(format!("https://bbs.yunchuan.example/t/{}", 4100 + ago)),
            changes: Vec::new(),
        };
        let calendar = office.in_force(TOWN, now).await?.calendar;
        let posted = calendar
            .local(hours_before(now, ago))
            .strftime("%Y-%m-%dT%H:%M")
            .to_string();
        ids.push(office.note_item(TOWN, &watcher, content, Some(&posted)).await?);
    }
    let [taken, aside, told, ..] = ids.as_slice() else {
        return Ok(());
    };
    let case = ItemCase {
        channel: "related-site".to_owned(),
        title: ITEMS[0].1.to_owned(),
        text: ITEMS[0].2.to_owned(),
        ..ItemCase::default()
    };
    office.case_of_item(TOWN, &watcher, taken, case).await?;
    let reason = "发帖人说的是下游邻县的渡口，不在本镇；已在帖下说明并告知邻县的网络问政平台。";
    office.set_item_aside(TOWN, &watcher, aside, reason).await?;
    let report = Report {
        to: "leader".to_owned(),
        text: "论坛上三天内有十一个帖子说到镇区晚高峰水压低，跟帖一百多条。供水站说水泵在检修，后天恢复。建议先发通告说明原因和恢复时间。"
            .to_owned(),
        above: None,
        peers: vec![super::CITY.to_owned()],
    };
    office.submit_item(TOWN, &watcher, told, report).await?;
    let instruction = "同意先发通告。供水站每天晚上七点报一次水压，恢复以前不停报。";
    office.follow_item(TOWN, &leader, told, instruction).await
}

/// Hours since it was posted, title, text.
const ITEMS: [(i64, &str, &str); 5] = [
    (
        20,
        "渡口路的树枝挡住了红绿灯",
        "渡口路和粮站路口东侧，行道树的枝叶把红绿灯挡了一半，左转的车看不见灯，昨天差点撞上。",
    ),
    (
        50,
        "对岸渡口收费有没有公示",
        "周末过河，对岸渡口摩托车收了五元，没有看到收费牌。",
    ),
    (
        31,
        "晚上七点以后水压太低",
        "镇区这几天一到晚上七点水龙头只有细细一股，二楼以上放不出水，跟帖的人都这么说。",
    ),
    (
        9,
        "老街什么时候动工",
        "去年说老街今年改造，围挡搭了三个月没有动静，商户生意少了一半，到底什么时候动工？",
    ),
    (
        3,
        "稻溪桥头的公交站牌倒了",
        "桥头的站牌被风刮倒，靠在栏杆上，晚上看不见容易绊倒人。",
    ),
];

fn sources() -> Vec<SourceEntry> {
    let source = |name: &str, kind: Kind, address: &str, words: &str| SourceEntry {
        id: String::new(),
        name: name.to_owned(),
        kind,
        address: address.to_owned(),
        channel: "related-site".to_owned(),
        place: None,
        words: words.to_owned(),
        // nothing is asked from an invented place
        active: false,
    };
    vec![
        source(
            "云川论坛·百姓话题",
            Kind::Feed,
            "https://bbs.yunchuan.example/feed.xml",
            "柳荫渡 渡口 老街",
        ),
        source(
            "县政府网站·公开留言",
            Kind::Page,
            "https://www.qinghe.example/messages/",
            "柳荫渡",
        ),
    ]
}

fn catalogue() -> Vec<CatalogueEntry> {
    let entry =
        |words: &str, lead: &str, assisting: &[&str], member: Option<&str>, item: &str| CatalogueEntry {
            words: words.to_owned(),
            lead: lead.to_owned(),
            assisting: assisting.iter().map(|unit| (*unit).to_owned()).collect(),
            member: member.map(str::to_owned),
            basis: format!("《柳荫渡镇领导小组成员分工》第{item}项"),
            ..CatalogueEntry::default()
        };
    vec![
        entry("路灯 道路 积水 停车", "chengjian", &[], Some("weiran"), "二"),
        entry("水渠 农田 灌溉", "nongye", &["chengjian"], Some("weiran"), "三"),
        entry("低保 养老 补贴", "minzheng", &[], None, "五"),
    ]
}
