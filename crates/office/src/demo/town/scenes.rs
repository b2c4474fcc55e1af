//! Messages in the section of the town, in all stages: most of them public, one withheld, one taken down again.

use crate::Draft;
use crate::demo::scene::{CITIZEN, Scene};
use crate::demo::scenes::{days, hours};
use crate::demo::steps::{
    accept, add, assign, close, deliver, first_response, instruct, mark, pass, publish, record, refuse,
    reply_through, report, submit, write,
};

/// Scenes whose cases are printed with their check codes: replied, closed.
pub(super) const SAMPLES: [&str; 2] = ["square-lamp", "canal"];

/// All of them, in no order of time.
pub(super) fn all() -> Vec<Scene> {
    let mut all = finished();
    all.extend(under_way());
    all.extend(new());
    all
}

/// Accepted and answered at first within the day, and public.
fn taken_up(scene: Scene, ground: &str) -> Scene {
    scene
        .then(35, "chenlan", accept(ground))
        .then(10, "chenlan", first_response("portal"))
        .then(20, "yushu", publish())
}

/// Assigned, looked at on the spot, reported, checked, and answered in public.
fn answered(scene: Scene, unit: &str, handler: &'static str, sent: &str, found: &str, reply: &str) -> Scene {
    let note = "请派员到现场核实处理，按时限反馈结果。";
    scene
        .then(hours(2), "yushu", assign(&[unit], "3 workdays", note))
        .order(
            1,
            hours(20),
            handler,
            record("sent-out", Some(sent), "到现场查看并处理。"),
        )
        .order(1, hours(6), handler, report(found))
        .order(1, hours(3), "yushu", pass())
        .then(hours(1), "yushu", reply_through("portal", reply))
}

/// Reported in writing to both bodies.
fn fed_back(scene: Scene) -> Scene {
    scene
        .then(hours(4), "yushu", write("written-feedback"))
        .then(
            30,
            "yushu",
            deliver("written-feedback", "county-petitions", "by-network"),
        )
        .then(
            5,
            "yushu",
            deliver("written-feedback", "county-supervision", "by-network"),
        )
}

fn finished() -> Vec<Scene> {
    vec![
        fed_back(answered(
            taken_up(
                Scene::new(
                    "canal",
                    days(19),
                    61,
                    "村口水渠堵了，一下雨就漫上路面",
                    "河埠村口的水渠淤了半截，上个月三场雨，场场漫到路上，骑车的滑倒过两回。请组织清一清。",
                )
                .posted(61),
                "personal",
            ),
            "nongye",
            "nieyun",
            "聂云、村水管员",
            "水渠清淤四十二米，清出淤泥两车，换了两块断掉的盖板。以后每月由村水管员清一次。",
            "水渠已清淤疏通，断掉的盖板换了新的。以后每月清理一次，再有堵塞请在这里留言。感谢您的反映。",
        ))
        .then(hours(2), "yushu", close("solved"))
        .then(days(2), "yushu", Draft::Archive)
        .then(
            hours(1),
            "yushu",
            mark(&["typical"], "三天办结，定下了每月清理的办法，别的村可以照着做。"),
        ),
        answered(
            taken_up(
                Scene::new(
                    "square-lamp",
                    days(5),
                    62,
                    "文化广场的灯能不能晚关一小时",
                    "夏天九点半关灯，跳舞的、打球的都还没走，摸黑收东西容易碰着孩子。建议到十点半再关。",
                )
                .posted(62)
                .picture(),
                "opinion",
            ),
            "chengjian",
            "zhangbei",
            "张贝",
            "已与广场管理员商量，即日起到十月底改为十点半关灯，靠居民楼一侧的两盏仍按九点半关。",
            "即日起到十月底，广场照明延长到晚上十点半；靠居民楼一侧的两盏灯仍在九点半关，免得影响休息。谢谢您的建议。",
        ),
        Scene::new(
            "other-county",
            days(8),
            63,
            "邻县的驾校不退报名费",
            "在邻县的一所驾校报的名，半年没排上课，要退钱一直拖着。",
        )
        .posted(63)
        .then(
            50,
            "yushu",
            refuse(
                "elsewhere",
                "您反映的驾校在邻县，请向邻县交通运输部门或者当地12345反映；合同纠纷也可以向消费者协会投诉。",
            ),
        ),
        taken_up(
            Scene::new(
                "quarrel",
                days(11),
                64,
                "二组两家为宅基地边界吵了半年",
                "二组东头两家为一道墙的边界吵了半年，村里调解过两次没有结果，怕出事，请镇里来人。",
            )
            .posted(64),
            "personal",
        )
        .then(
            hours(3),
            "yushu",
            assign(
                &["minzheng"],
                "5 workdays",
                "请会同司法所调解，当面听取两家意见。",
            ),
        )
        .then(
            hours(26),
            "kongming",
            Draft::Hide {
                reason: "跟帖中说到两家的家事，当事人要求不公开。".to_owned(),
            },
        )
        .order(
            1,
            hours(2),
            "fangqing",
            record("sent-out", Some("方晴、司法所一人"), "到现场丈量，两家都在场。"),
        ),
    ]
}

fn under_way() -> Vec<Scene> {
    vec![
        taken_up(
            Scene::new(
                "flood-road",
                days(4),
                65,
                "新修的镇南路一下雨就积水，两边商铺进水",
                "镇南路今年春天刚修好，路面比两边店铺门口还高，上周大雨十几家店进水，家电、粮食都泡了。希望镇里给个说法。",
            )
            .posted(65)
            .picture(),
            "event",
        )
        .then(15, "chenlan", mark(&["complicated"], "涉及设计、施工和排水几个方面，一时难以办结。"))
        .then(2, "chenlan", mark(&["several"], "涉及建设、农业（排水沟渠）两个部门。"))
        .then(25, "yushu", submit("leader", "镇南路积水涉及十几户商铺，跟帖六十多条，建议由建设办牵头。"))
        .then(
            hours(3),
            "lingxiao",
            instruct("建设办牵头，农业中心配合，先抽排后整改；损失情况逐户登记，三天内报我。"),
        )
        .then(
            hours(1),
            "yushu",
            assign(&["chengjian", "nongye"], "5 workdays", "按批示办理：先抽排，再查路面标高和沟渠，逐户登记损失。"),
        )
        .order(1, hours(19), "zhangbei", record("sent-out", Some("张贝、李夏"), "现场抽排，登记商铺十三户。"))
        .order(1, hours(20), "zhangbei", record("progress", None, "路面复测已完成，高出门槛六到九厘米。"))
        .then(hours(3), "yushu", record("coordination", None, "召集两个部门到现场，商定先加截水沟，再降人行道。"))
        .then(hours(2), CITIZEN, add("今天又下雨，抽水泵来得很及时，谢谢。还是希望把路面问题解决掉。")),
        taken_up(
            Scene::new(
                "school-gate",
                days(2) + hours(2),
                66,
                "中心学校门口放学时堵得走不动",
                "下午四点二十放学，接孩子的车把两个车道都占了，救护车都过不去。建议划出接送区，分年级错开。",
            )
            .posted(66),
            "opinion",
        )
        .then(5, "chenlan", mark(&["widespread"], "三天内跟帖四十多条。"))
        .then(hours(4), "yushu", assign(&["xuexiao", "chengjian"], "3 workdays", "请学校拿出错时放学的办法，建设办划接送区。")),
        Scene::new(
            "allowance",
            days(1) + hours(3),
            67,
            "老人的高龄补贴停了两个月",
            "家里老人八十七岁，高龄补贴停了两个月没有发，问村里说要重新认证，老人卧床去不了。",
        )
        .posted(67)
        .then(30, "chenlan", accept("personal"))
        .then(5, "chenlan", first_response("portal"))
        .then(
            15,
            "yushu",
            Draft::Withhold {
                reason: "涉及老人的身体和家庭情况。".to_owned(),
            },
        )
        .then(40, "yushu", assign(&["minzheng"], "2 workdays", "请上门认证，查清停发原因。"))
        .order(1, hours(18), "fangqing", record("sent-out", Some("方晴"), "上门认证，拍照留存。"))
        .order(1, hours(2), "fangqing", report("已上门完成认证，停发的两个月随下月一并补发。")),
    ]
}

fn new() -> Vec<Scene> {
    vec![
        taken_up(
            Scene::new(
                "clinic",
                hours(9),
                68,
                "卫生院能不能周末开门打疫苗",
                "孩子上学，大人上班，卫生院只有周三上午打疫苗，要请假。能不能改成周六上午？",
            )
            .posted(68),
            "opinion",
        ),
        Scene::new(
            "litter",
            hours(4),
            69,
            "河滩上烧烤留下一地垃圾",
            "周末来河滩烧烤的人多，走了以后一地竹签和塑料袋，风一吹都进了河里。",
        )
        .posted(69)
        .then(25, "chenlan", accept("opinion")),
        Scene::new(
            "signal",
            38,
            70,
            "稻溪桥那边手机没有信号",
            "过了稻溪桥一公里都没有信号，出了事打不了电话，请帮忙协调装个基站。",
        )
        .posted(70),
    ]
}
