//! Supervision: repeats, priorities, coordination, a designated lead, measures, and a case that nobody looked at.

use super::super::scene::{CITIZEN, Scene};
use super::super::steps::{
    accept, answer_visit, ask_send_back, close, confirm_repeat, contact, convene, designate, dispatch,
    escalate, give_back, pass, reply, report, rule_send_back, supervise,
};
use super::{days, hours, signed};
use crate::Draft;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        signed(
            Scene::new(
                "pump",
                days(20),
                44,
                "加压泵房的嗡嗡声吵得睡不着",
                "我家楼下就是小区加压泵房，夜里一直嗡嗡响，床都在震。",
            )
            .place("松涛里小区3号楼"),
            "6-2",
            "shuiwu",
            "duruo",
            "请检测噪声，做减振。",
        )
        .order(1, hours(6), "duruo", report("已更换两只减振垫，现场声音有所降低。"))
        .order(1, 60, "gaoyuan", pass())
        .then(15, "gaoyuan", reply("已更换减振垫，噪声降低，请您再观察。"))
        .then(hours(20), CITIZEN, answer_visit(true, true, "好一些了。"))
        .then(hours(9), "yeqing", close("solved")),
        Scene::new(
            "pump-again",
            hours(26),
            44,
            "泵房又响了，比原来还厉害",
            "上个月说修好了，这几天又响了，比原来还厉害，一家人都睡不好。",
        )
        .place("松涛里小区3号楼")
        .then(11, "linxiaoyan", accept("6-2"))
        .then(6, "linxiaoyan", confirm_repeat("pump"))
        .then(8, "sumin", dispatch(&["shuiwu"], "重复投诉，请主要负责人直接跟进，彻底解决。"))
        .order(1, 22, "jiangping", Draft::SignFor)
        .order(1, hours(2), "jiangping", contact("已到住户家中实地听音，确认为泵体基座共振，当面向住户致歉。")),
        signed(
            Scene::new(
                "flood-road",
                days(3) + hours(12),
                45,
                "下穿道逢雨必淹，上周又有车熄火",
                "麦浪大道铁路下穿道逢雨必淹，上周又有两辆车熄火在里面，幸好人出来了。汛期马上到了，请一定重视。",
            )
            .place("青禾县麦浪大道铁路下穿道"),
            "6-2",
            "qinghe",
            "tianye",
            "请会同水务、交通排查泵站和积水监测。",
        )
        .order(1, hours(2), "tianye", contact("已实地查看，泵站一台水泵故障。"))
        .then(
            hours(20),
            "luzheng",
            supervise("livelihood", "事关汛期安全，列入重点督办，请青禾县两天内报整改方案。"),
        ),
        signed(
            Scene::new(
                "riverbank",
                days(5),
                46,
                "河滩上堆的建筑垃圾没人认",
                "青禾河滩上堆了几十车建筑垃圾，水务说是城管的，城管说是河道里的，县里说是市管河道。",
            )
            .place("青禾河滩（二号桥下游）")
            .picture(),
            "6-2",
            "shuiwu",
            "duruo",
            "请组织清理。",
        )
        .order(
            1,
            hours(3),
            "duruo",
            ask_send_back("倾倒物为建筑垃圾，不属涉水违法。", "建议转城市管理局。"),
        )
        .order(1, 40, "sumin", rule_send_back(true, "同意退单，提请协调。"))
        .then(
            hours(16),
            "luzheng",
            convene(
                &["shuiwu", "chengguan", "qinghe"],
                "failed",
                "三家到场，对河滩地由谁清理没有达成一致，会后再议。",
            ),
        )
        .then(
            days(1),
            "luzheng",
            convene(
                &["shuiwu", "chengguan", "qinghe"],
                "agreed",
                "明确：城市管理局牵头清运，水务局提供河道管理范围图，青禾县负责看守，十天内清完。",
            ),
        )
        .then(30, "luzheng", designate("chengguan", "建筑垃圾处置由城市管理部门主管，指定牵头。"))
        .then(20, "sumin", dispatch(&["chengguan", "shuiwu", "qinghe"], "按协调会纪要办理。"))
        .order(2, 35, "cuihao", Draft::SignFor)
        .order(3, 8, "duruo", Draft::SignFor),
        signed(
            Scene::new(
                "illegal-shed",
                days(10),
                47,
                "楼顶违建三年没有拆",
                "对面楼顶搭了三间彩钢房，三年里反映过好几次，每次都说在调查，房子越搭越大。",
            )
            .place("望湖区荷风路66号楼顶"),
            "6-3",
            "chengguan",
            "maolin",
            "请依法处理。",
        )
        .then(hours(20), "luzheng", supervise("poor", "多次反映未解决，列入督办，请三天内报处理结果。"))
        .order(1, hours(26), "maolin", report("该问题历史较长，建议反映人通过其他途径解决。"))
        .order(
            1,
            50,
            "gaoyuan",
            give_back(&["evasive"], "督办后仍答复推诿，退回；请依法认定并写明处理措施和期限。"),
        )
        .then(
            hours(15),
            "luzheng",
            escalate("talk", "chengguan", "督办后答复仍推诿，约谈市城市管理局分管负责人，要求五天内拿出拆除方案。"),
        )
        .order(1, days(2), "fangzhou", contact("主要负责人到现场，与当事人谈话，送达限期拆除决定。")),
        signed(
            Scene::new(
                "fertiliser",
                days(7),
                48,
                "化肥厂夜里偷排刺鼻气味",
                "每天半夜两三点有刺鼻的氨味，天亮就散了，我们一个村的人都闻得到。",
            )
            .through("wechat")
            .place("青禾县稻溪乡河埠村"),
            "6-2",
            "huanjing",
            "lanxin",
            "请夜间检查，依法处理。",
        ),
        Scene::new(
            "mayor-visit",
            hours(14),
            49,
            "省平台转来：货车绕行村道压坏路面",
            "省平台转办：群众反映超载货车为躲检测站绕行河埠村道，水泥路面压坏三百多米，要求限制货车通行并修复。",
        )
        .call("linxiaoyan")
        .through("platform")
        .numbered("SPT-0038-1172")
        .place("青禾县稻溪乡河埠村道")
        .then(18, "linxiaoyan", accept("6-6"))
        .then(12, "sumin", dispatch(&["jiaotong", "qinghe"], "上级平台交办，请交通运输局牵头治超，青禾县修复路面。"))
        .order(1, 28, "chelu", Draft::SignFor)
        .order(2, 15, "tianye", Draft::SignFor),
    ]
}
