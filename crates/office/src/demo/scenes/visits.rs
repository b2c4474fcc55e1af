//! After the reply: the SMS visit, the visit by a person, rectification, closing, the archive.

use super::super::scene::{CITIZEN, Scene};
use super::super::steps::{answer_visit, close, contact, give_back, pass, recheck, reply, report, visit};
use super::{days, hours, signed};
use crate::Draft;

/// Reported, passed and told to the citizen.
fn replied(scene: Scene, handler: &'static str, result: &str, told: &str) -> Scene {
    scene
        .order(1, 47, handler, contact("已与反映人通话，核对了时间和地点。"))
        .order(1, hours(5), handler, report(result))
        .picture()
        .order(1, 55, "gaoyuan", pass())
        .then(20, "gaoyuan", reply(told))
}

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        replied(
            signed(
                Scene::new(
                    "sewer",
                    hours(27),
                    36,
                    "污水井冒水，流到店门口",
                    "新棉巷18号门口的污水井往外冒水，一天两次，流到我店门口，客人都绕着走。",
                )
                .place("望湖区新棉巷18号")
                .picture(),
                "6-5",
                "shuiwu",
                "duruo",
                "请尽快疏通。",
            ),
            "duruo",
            "经查为巷内支管被油污堵塞。昨天下午用高压车疏通六十米，冲洗路面，并给沿街餐饮店安装隔油池提出整改要求。",
            "您反映的污水井冒水已于昨天下午疏通，路面已冲洗；沿街餐饮店须在十天内装好隔油池，我们会回头检查。",
        ),
        replied(
            signed(
                Scene::new(
                    "noise-square",
                    days(2) + hours(6),
                    37,
                    "广场舞音响声音太大",
                    "荷风路小广场每晚七点到九点半跳广场舞，音响正对我家窗户，孩子写不了作业。",
                )
                .place("望湖区荷风路小广场"),
                "6-2",
                "wanghu",
                "mubai",
                "请与舞队协商时间和音量。",
            ),
            "mubai",
            "已与舞队负责人谈话，要求调低音量。",
            "已与舞队负责人谈话，要求调低音量，请您理解。",
        )
        .then(
            hours(14),
            CITIZEN,
            answer_visit(false, false, "只小声了一天，昨天又和原来一样。"),
        ),
        replied(
            signed(
                Scene::new(
                    "bridge",
                    days(4),
                    38,
                    "便民桥的护栏缺了一段",
                    "稻溪上的便民桥护栏缺了两米多，孩子上学天天从上面过，反映到乡里说没有钱。",
                )
                .place("青禾县稻溪乡便民桥"),
                "6-5",
                "daoxi",
                "gumiao",
                "请先设临时防护。",
            ),
            "gumiao",
            "已在缺口处拉了警戒带，修复列入明年计划。",
            "已在缺口处设置警戒带，护栏修复列入明年计划。",
        )
        .then(
            hours(9),
            CITIZEN,
            answer_visit(false, false, "一根带子挡不住孩子，明年太久了。"),
        )
        .then(
            hours(16),
            "yeqing",
            visit(
                false,
                false,
                "电话回访：反映人要求一个月内装上护栏，至少先焊临时栏杆。",
            ),
        ),
        replied(
            signed(
                Scene::new(
                    "crossing",
                    days(3),
                    39,
                    "路口绿灯时间太短，老人过不去",
                    "桂雨路菜场路口的绿灯只有十五秒，老人走到一半就变红灯了。",
                )
                .through("wechat")
                .place("望湖区桂雨路菜场路口"),
                "6-2",
                "jiaotong",
                "chelu",
                "请会同交警部门核实配时。",
            ),
            "chelu",
            "会同交警实地测算，早晚高峰绿灯延长至二十八秒，平峰二十四秒，今天已调整。",
            "您反映的路口绿灯已延长，早晚高峰二十八秒，平峰二十四秒。",
        )
        .then(
            hours(5),
            CITIZEN,
            answer_visit(true, true, "今天走了一趟，来得及了，谢谢。"),
        ),
        replied(
            signed(
                Scene::new(
                    "bus-stop",
                    days(9),
                    40,
                    "公交站牌倒了没人扶",
                    "听松街道办公交站的站牌被车撞倒了，躺在路边一个多星期。",
                )
                .place("听松街道办公交站")
                .picture(),
                "6-2",
                "jiaotong",
                "chelu",
                "请修复站牌。",
            ),
            "chelu",
            "站牌已于当日下午重新安装加固，并更新了线路图。",
            "站牌已重新安装，线路图已更新。感谢您的反映。",
        )
        .then(hours(10), CITIZEN, answer_visit(true, true, "修好了。"))
        .then(hours(20), "yeqing", close("solved")),
        replied(
            signed(
                Scene::new(
                    "well-water",
                    days(16),
                    41,
                    "自来水早晚发黄",
                    "麦浪大道河西一带的自来水早晚放出来发黄，要放五分钟才清。",
                )
                .place("青禾县麦浪大道河西")
                .picture(),
                "6-2",
                "shuiwu",
                "duruo",
                "请检测水质，查明原因。",
            ),
            "duruo",
            "检测三处水样均合格，发黄为管网末端铁锈。已冲洗管道，并将该段老旧铸铁管列入本月更换计划。",
            "水样检测合格，发黄是管网末端铁锈造成的。已冲洗管道，本月内更换该段老旧管道。",
        )
        .then(
            hours(30),
            CITIZEN,
            answer_visit(true, true, "现在清了，希望管子按时换。"),
        )
        .then(hours(18), "yeqing", close("solved"))
        .then(
            days(2),
            "luzheng",
            recheck("in-order", "抽查现场，管道更换已开工，与答复一致。"),
        )
        .then(60, "yeqing", Draft::Archive),
        signed(
            Scene::new(
                "greenhouse",
                days(12),
                42,
                "大棚补贴验收通过了一直没到账",
                "我家去年建了两个大棚，验收通过十个月了，补贴还没到账，镇上说报上去了。",
            )
            .call("linxiaoyan")
            .place("青禾县稻溪乡"),
            "6-3",
            "qinghe",
            "tianye",
            "请查明补贴发放进度。",
        )
        .order(1, hours(5), "tianye", report("已上报，请耐心等待。"))
        .order(
            1,
            30,
            "gaoyuan",
            give_back(&["incomplete"], "请写明卡在哪个环节、预计何时到账。"),
        )
        .order(
            1,
            hours(3),
            "tianye",
            report("经查，县里复核时漏报该批次二十一户，已补报，资金本周五前发放。已向反映人致歉说明。"),
        )
        .order(1, 45, "gaoyuan", pass())
        .then(
            15,
            "gaoyuan",
            reply("您的补贴因复核漏报延误，已补报，本周五前到账，我们向您致歉。"),
        )
        .then(
            days(1),
            CITIZEN,
            answer_visit(false, false, "星期五过了还没到账。"),
        )
        .then(
            hours(26),
            "yeqing",
            visit(false, false, "回访时仍未到账，要求给出确切日期。"),
        )
        .order(
            1,
            hours(6),
            "tianye",
            report("资金已于今天上午发放，附发放流水截图，已电话告知反映人。"),
        )
        .picture()
        .order(1, 30, "gaoyuan", pass())
        .then(10, "gaoyuan", reply("补贴已于今天上午发放到您的卡上，请查收。"))
        .then(hours(8), CITIZEN, answer_visit(true, true, "钱到了，谢谢。"))
        .then(hours(12), "yeqing", close("solved")),
    ]
}
