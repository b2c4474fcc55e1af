//! Work orders on their way: unsigned, overdue, signed for, in contact, lead and assisting, answered directly.

use super::super::scene::{CITIZEN, Scene};
use super::super::steps::{accept, add, contact, dispatch, dispatch_direct, take_back, urge};
use super::{at_unit, days, hours, signed};
use crate::Draft;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        at_unit(
            Scene::new(
                "stalls",
                56,
                16,
                "新棉巷口流动摊位占了盲道",
                "新棉巷口每天傍晚有六七个流动摊位，把盲道和半条人行道都占了，推婴儿车只能走到机动车道上。",
            )
            .place("望湖区新棉巷口"),
            "6-2",
            "chengguan",
            "请到现场规范摊位，保证盲道畅通。",
        ),
        at_unit(
            Scene::new(
                "bus-late",
                hours(3),
                17,
                "12路公交末班车连续三天没来",
                "我下夜班坐12路，末班车应该是九点四十，这三天都没等到，只好打车回去。",
            )
            .through("wechat")
            .place("12路松涛里站"),
            "6-2",
            "jiaotong",
            "请核实末班车发车记录，答复群众。",
        ),
        signed(
            Scene::new(
                "streetlight",
                hours(5),
                18,
                "石阶弄的路灯坏了五盏",
                "石阶弄从巷口到菜场一共八盏路灯，坏了五盏快半个月，晚上老人摔过一跤。",
            )
            .place("望湖区听松街道石阶弄")
            .picture(),
            "6-2",
            "chengguan",
            "cuihao",
            "请安排检修，注意群众夜间安全。",
        )
        .order(
            1,
            52,
            "cuihao",
            contact("已电话联系，约今晚六点在巷口碰面，一起看坏灯的位置。"),
        ),
        Scene::new(
            "dust",
            hours(9),
            19,
            "工地夜里施工，渣土车撒了一路",
            "麦浪大道北边的工地这几天夜里十一点还在打桩，渣土车出来不冲洗，路上全是泥，白天一过车就是灰。",
        )
        .place("青禾县麦浪大道北侧工地")
        .then(9, "linxiaoyan", accept("6-2"))
        .then(
            14,
            "sumin",
            dispatch(
                &["huanjing", "zhujian", "qinghe"],
                "生态环境局牵头查夜间施工，住建局查工地冲洗，青禾县配合清扫。",
            ),
        )
        .order(1, 25, "lanxin", Draft::SignFor)
        .order(2, 12, "pengyu", Draft::SignFor)
        .order(3, 5, "tianye", Draft::SignFor)
        .then(
            hours(3),
            CITIZEN,
            add("今天早上又看到三辆没盖篷布的车，车身上写着“云土”字样。"),
        ),
        Scene::new(
            "recruit",
            hours(2) + 20,
            20,
            "公益性岗位今年什么时候报名",
            "听说社区有公益性岗位，我今年五十二岁，想问什么时候报名，条件是什么。",
        )
        .kind("consultation")
        .call("zhoukai")
        .then(4, "zhoukai", accept("6-1"))
        .then(
            6,
            "sumin",
            dispatch_direct("renshe", "请直接答复报名时间和条件。"),
        ),
        at_unit(
            Scene::new(
                "pond",
                hours(7),
                21,
                "村口池塘的水发绿发臭",
                "河埠村口的池塘水面全是绿的，死鱼漂了一片，天一热臭得开不了窗。",
            )
            .place("青禾县稻溪乡河埠村口"),
            "6-2",
            "wanghu",
            "请查明原因，组织清理。",
        )
        .order(
            1,
            8,
            "sumin",
            take_back("地点在青禾县稻溪乡，派错单位，重新派单。"),
        )
        .then(
            4,
            "sumin",
            dispatch(&["daoxi", "huanjing"], "稻溪乡组织清理，生态环境局检测水质。"),
        )
        .order(2, 31, "gumiao", Draft::SignFor)
        .order(3, 12, "lanxin", Draft::SignFor),
        signed(
            Scene::new(
                "elevator",
                days(1) + hours(4),
                22,
                "电梯困人两次，维保还没来",
                "桂雨路花园9号楼的电梯一周困人两次，第二次关了二十多分钟。物业说报了维保，一直没人来。",
            )
            .place("望湖区桂雨路花园9号楼"),
            "6-5",
            "zhujian",
            "pengyu",
            "请督促物业和维保单位当日到场。",
        )
        .order(
            1,
            hours(14),
            "hanlei",
            urge("已超过办结时限，请今天之内办结并答复群众。"),
        ),
    ]
}
