//! What the invented city answers at once: entries of its knowledge base, two of them overdue for review, one that waits to
//! be confirmed, one out of use; and who leads in what.

use super::city::{DAYS, JURISDICTION, actor};
use super::clock::DemoClock;
use crate::catalogue::CatalogueEntry;
use crate::knowledge::{KnowledgeDecision, KnowledgeDraft};
use crate::{Office, Problem};
use calendar::Instant;
use jiff::ToSpan;
use std::sync::Arc;

/// Unit, kind, whether everybody reads it, question, words, answer.
type Answer = (
    Option<&'static str>,
    &'static str,
    bool,
    &'static str,
    &'static str,
    &'static str,
);

/// Enters the dispatch catalogue and the entries, as they would have been some weeks ago.
pub(super) async fn enter(office: &Office, clock: &Arc<DemoClock>, now: Instant) -> Result<(), Problem> {
    clock.set(now.plus_ms(-DAYS * 86_400_000));
    let administrator = actor("guanli").ok_or(Problem::SignedOut)?;
    for (words, lead, basis) in LEADS {
        let entry = CatalogueEntry {
            words: words.to_owned(),
            lead: lead.to_owned(),
            basis: basis.to_owned(),
            ..CatalogueEntry::default()
        };
        office
            .enter_catalogue(JURISDICTION, &administrator, entry)
            .await?;
    }
    let manager = actor("hanlei").ok_or(Problem::SignedOut)?;
    let then = Office::day(
        &office.in_force(JURISDICTION, office.now()).await?.calendar,
        office.now(),
    );
    for (place, answer) in ANSWERS.iter().enumerate() {
        let days = match place {
            // their day came last week
            2 => Some(19),
            7 => Some(22),
            // and these come up next
            4 => Some(DAYS + 9),
            9 => Some(DAYS + 30),
            _ => None,
        };
        let draft = KnowledgeDraft {
            review: days.map(|days| then.saturating_add(days.days())),
            ..draft(answer)
        };
        let command = format!("demo-{place}");
        office
            .supply_knowledge(JURISDICTION, &manager, &command, None, draft)
            .await?;
    }
    let handler = actor("duruo").ok_or(Problem::SignedOut)?;
    let waits = draft(&PROPOSED);
    office
        .supply_knowledge(JURISDICTION, &handler, "demo-waits", None, waits)
        .await?;
    let old = draft(&WITHDRAWN);
    let old = office
        .supply_knowledge(JURISDICTION, &manager, "demo-old", None, old)
        .await?;
    let reason = "年检窗口已合并到政务服务大厅，办法改由新的条目说明。";
    let decision = KnowledgeDecision::Withdraw(reason);
    office
        .decide_knowledge(JURISDICTION, &manager, (&old.id, old.version), decision)
        .await
}

fn draft((unit, topic, public, title, words, text): &Answer) -> KnowledgeDraft {
    KnowledgeDraft {
        title: (*title).to_owned(),
        words: (*words).to_owned(),
        text: (*text).to_owned(),
        unit: unit.map(str::to_owned),
        topic: Some((*topic).to_owned()),
        public: *public,
        ..KnowledgeDraft::default()
    }
}

/// Words of the title, the unit that leads, and what that stands on.
const LEADS: [(&str, &str, &str); 7] = [
    (
        "路灯 照明 占道 摊位 井盖 垃圾",
        "chengguan",
        "《市城市管理局三定规定》第二条",
    ),
    (
        "停水 水压 水质 水管 水费 漏水",
        "shuiwu",
        "《市水务局三定规定》第二条",
    ),
    (
        "公交 出租 站牌 道路 信号灯",
        "jiaotong",
        "《市交通运输局三定规定》第三条",
    ),
    (
        "扬尘 油烟 噪声 异味 污水 废气",
        "huanjing",
        "《市生态环境局三定规定》第二条",
    ),
    (
        "工资 社保 欠薪 养老金 劳动合同",
        "renshe",
        "《市人力资源和社会保障局三定规定》第二条",
    ),
    (
        "物业 电梯 公积金 维修资金 加装 房产证",
        "zhujian",
        "《市住房和城乡建设局三定规定》第二条",
    ),
    (
        "入学 学区 校车 补课 幼儿园",
        "jiaoyu",
        "《市教育局三定规定》第二条",
    ),
];

const ANSWERS: [Answer; 13] = [
    (
        Some("chengguan"),
        "consultation",
        true,
        "路灯不亮找谁修",
        "路灯 照明 灯杆 灯不亮",
        "市政道路的路灯由市城市管理局维修，一般四十八小时内恢复。\n请说明道路名称、附近门牌和灯杆编号（灯杆离地一米五处的蓝色铭牌）。\n小区里的路灯由物业负责；没有物业的，由社区协调。",
    ),
    (
        Some("shuiwu"),
        "consultation",
        true,
        "突然停水怎么办",
        "停水 没水 水压 抢修",
        "先看小区公告栏：计划停水提前二十四小时张贴。\n没有公告的，可能是管道抢修，一般八小时内恢复；超过十二小时的，供水公司送水到小区。\n只有自己一户没水，先检查水表前的阀门和水费是否欠缴。",
    ),
    (
        Some("renshe"),
        "consultation",
        true,
        "养老保险怎样转移",
        "养老保险 社保转移 转移社保",
        "在国家社会保险公共服务平台网上申请，不必回原参保地开证明，一般四十五个工作日内办结。\n也可以带身份证到任一县（区）社会保险经办窗口办理。",
    ),
    (
        Some("renshe"),
        "complaint",
        true,
        "单位拖欠工资怎么办",
        "欠薪 工资 不发工资 拖欠工资",
        "请先留好劳动合同、考勤、工资条和转账记录。\n可以向用工所在地的劳动保障监察机构投诉，一般六十日内办结；也可以直接申请劳动仲裁，仲裁不收费。\n工程项目的农民工工资，请说明项目名称，由监察机构向总包单位核实。",
    ),
    (
        Some("zhujian"),
        "consultation",
        true,
        "老楼加装电梯要办哪些手续",
        "加装电梯 装电梯 电梯补助",
        "本单元三分之二以上业主参与表决、参与表决的四分之三以上同意，签好出资方案，到所在县（区）住建窗口申请，联合审查十五个工作日。\n竣工并通过验收后可申请补助。",
    ),
    (
        Some("huanjing"),
        "complaint",
        true,
        "夜间施工噪声怎样投诉",
        "施工噪声 夜间施工 噪声 噪音 太吵",
        "夜里十点到早晨六点，除抢修和有夜间施工证明的以外，居民区不得施工。\n请说明工地位置、时间和声音来源，由城管或者生态环境执法人员到场检测。",
    ),
    (
        Some("jiaoyu"),
        "consultation",
        true,
        "随迁子女怎样报名入学",
        "入学 报名 随迁 转学",
        "每年五月至六月，凭居住证、就业或者经营证明，在教育局网上报名系统登记，由县（区）教育部门统筹安排公办学位。\n错过时间的，到居住地教育部门补登。",
    ),
    (
        Some("jiaotong"),
        "consultation",
        true,
        "老年人免费乘公交怎样办卡",
        "老年卡 公交卡 免费乘车 乘车卡",
        "年满六十五周岁，带身份证到公交公司服务网点当场办卡，不收工本费；外地户籍同样办理。\n每年十二月前到网点或者在手机上年审。",
    ),
    (
        Some("chengguan"),
        "complaint",
        true,
        "小区门口占道经营归谁管",
        "占道 摆摊 流动摊 夜市",
        "城市道路和人行道上的占道经营由县（区）城管执法队管理。\n请说明位置和通常的时间段。规定时间、规定区域内的便民摊点是允许的。",
    ),
    (
        Some("zhujian"),
        "consultation",
        true,
        "物业维修资金怎样使用",
        "维修资金 维修基金 屋顶漏水 物业",
        "共用部位的维修，由业主委员会或者物业提出方案，三分之二以上业主参与表决、过半数同意后申请。\n屋顶漏水、电梯故障等紧急情况走应急程序，先维修后公示。",
    ),
    (
        None,
        "consultation",
        true,
        "怎样查询诉求办到哪一步",
        "进度 查询 编号 查询码",
        "在本网站“查询进度”填写编号和查询码，就能看到每一步；也可以来电报编号。\n查询码只在登记时显示一次，请妥善保存。",
    ),
    (
        None,
        "consultation",
        false,
        "来电人情绪激动时的应答口径",
        "投诉你们 态度差 没人管 领导电话",
        "先听完，复述一遍要点，再说下一步由谁在什么时间办。\n不承诺办理结果，不评论其他单位，不提供工作人员的私人电话。\n遇到威胁自身或者他人安全的，按紧急救助处理并告知值班长。",
    ),
    (
        Some("huanjing"),
        "complaint",
        false,
        "餐饮油烟投诉的受理口径",
        "油烟 饭店 烧烤 异味",
        "问清店名、位置、是否在居民楼内、通常的时间。\n居民楼内的新开餐饮店由生态环境部门牵头，露天烧烤由城管牵头；说不清的先派生态环境局，协办写城管局。",
    ),
];

const PROPOSED: Answer = (
    Some("shuiwu"),
    "consultation",
    true,
    "水费账单比平时高很多怎么办",
    "水费 账单 水表 水表不准",
    "请先关上家里所有水龙头，看水表是否还在走：在走就是水表以后的管道漏水。\n对水表读数有疑问的，可以申请检定；检定不合格的，费用由供水公司承担并退还多收的水费。",
);

const WITHDRAWN: Answer = (
    Some("jiaotong"),
    "consultation",
    true,
    "电动三轮车在哪里年检",
    "三轮车 年检",
    "到交通运输局车辆管理窗口办理。",
);
