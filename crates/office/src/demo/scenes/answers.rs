//! Results of units: to be reviewed, returned, to be told, with a written opinion demanded.

use super::super::scene::Scene;
use super::super::steps::{demand_opinion, give_back, pass, report};
use super::{days, hours, signed};

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        signed(
            Scene::new(
                "garbage",
                hours(8),
                31,
                "垃圾桶三天没有清运",
                "荷风路菜场后门的垃圾桶三天没有清运，汤水流到路上，苍蝇很多。",
            )
            .place("望湖区荷风路菜场后门")
            .picture(),
            "6-2",
            "chengguan",
            "cuihao",
            "请立即清运并查明原因。",
        )
        .order(
            1,
            hours(4),
            "cuihao",
            report("经查，清运车故障停驶三天，公司未安排替补。今天上午已全部清运、冲洗地面，并约谈清运公司，要求配备备用车辆。已电话告知反映人，反映人表示认可。"),
        )
        .picture(),
        signed(
            Scene::new(
                "wage",
                hours(10),
                32,
                "饭店拖欠两个月工资",
                "我在望湖边一家饭店做服务员，老板拖欠两个月工资共七千二百元，说生意不好再等等。",
            ),
            "6-2",
            "renshe",
            "wenjing",
            "请劳动监察调查处理。",
        )
        .order(1, hours(5), "wenjing", report("已联系饭店，正在处理。"))
        .order(
            1,
            40,
            "gaoyuan",
            give_back(
                &["unspecific", "incomplete"],
                "没有写明欠薪是否属实、金额多少、什么时候支付，请核实后补充；办理时限不变。",
            ),
        ),
        signed(
            Scene::new(
                "playground",
                hours(11),
                33,
                "儿童乐园的秋千链子断了",
                "望湖公园儿童乐园的秋千断了一边链子，只用绳子绑着，还有孩子在玩。",
            )
            .place("望湖公园儿童乐园")
            .picture(),
            "6-5",
            "wanghu",
            "mubai",
            "请先停用再修复。",
        )
        .order(
            1,
            hours(5),
            "mubai",
            report("已于今天中午停用并围挡，下午更换两副链条，经检查其余器械无松动，恢复使用。公园今后每周一检查登记。已电话答复反映人。"),
        )
        .picture()
        .order(1, hours(1), "gaoyuan", pass()),
        signed(
            Scene::new(
                "resettlement",
                days(1) + hours(6),
                34,
                "拆迁安置的过渡费半年没发",
                "我们是老码头片区的拆迁户，过渡费发到去年年底就停了，街道说在等拨款，问了几次都这么说。",
            )
            .call("zhoukai"),
            "6-3",
            "tingsong",
            "songtao",
            "请说明停发原因和补发时间。",
        )
        .order(
            1,
            hours(6),
            "gaoyuan",
            demand_opinion("请就过渡费停发的依据、涉及户数和补发安排出具书面办理意见。"),
        ),
    ]
}
