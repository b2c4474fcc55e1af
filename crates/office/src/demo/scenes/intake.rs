//! Intake: received, to be completed, passed up, accepted, refused, withdrawn.

use super::super::scene::{CITIZEN, Scene};
use super::super::steps::{accept, complete, correct_phone, link_emergency, pass_up, refuse, withdraw};
use super::{at_unit, days, hours};
use crate::Draft;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        Scene::new(
            "night-market",
            41,
            1,
            "希望夜市周边增设临时公厕",
            "荷风路夜市每晚人很多，最近的公厕在一公里以外，摊主和游客都不方便。建议在夜市东头设两座移动公厕，并在路口立指示牌。",
        )
        .kind("suggestion")
        .place("望湖区荷风路夜市"),
        Scene::new(
            "barking",
            13,
            2,
            "邻居家三条狗夜里叫个不停",
            "来电人反映：松涛里小区7号楼一楼住户养了三条大狗，凌晨一两点还在叫，孩子要上学睡不好。和主人说过两次没有用。",
        )
        .call("zhoukai")
        .unregistered(2)
        .place("松涛里小区7号楼"),
        Scene::new(
            "wall-stain",
            26,
            3,
            "安置房外墙渗水，墙面大片发黑",
            "我家住桂雨路安置小区顶楼，去年雨季开始外墙渗水，卧室一面墙发黑长霉。物业说过了保修期，开发商说找物业。请帮忙看看到底该谁修，照片附后。",
        )
        .through("wechat")
        .place("望湖区桂雨路安置小区")
        .picture(),
        Scene::new(
            "boundary",
            hours(2),
            4,
            "河道中间的采砂船归哪里管",
            "柳荫渡下游有条采砂船，停在两个市交界的河中间，机器声音很大，岸边的地都塌了一块。两边都说不归自己管。",
        )
        .place("青禾县柳荫渡镇下游")
        .then(
            33,
            "linxiaoyan",
            pass_up("地点在两市交界，首接人员无法认定是否属本市管辖，请值班长认定。"),
        ),
        Scene::new(
            "school-bus",
            hours(1) + 12,
            5,
            "稻溪乡小学的校车能不能多跑一趟",
            "河埠村有十九个孩子在稻溪中心小学读书，下午只有一趟校车，参加课后服务的孩子赶不上，只能家长骑摩托车去接，路上不安全。",
        )
        .kind("suggestion")
        .place("青禾县稻溪乡河埠村")
        .then(19, "linxiaoyan", accept("6-2")),
        Scene::new(
            "gas-smell",
            hours(5),
            6,
            "楼道里有很重的煤气味",
            "来电人称新棉巷老楼三单元楼道煤气味很重，已经有老人头晕。",
        )
        .call("zhoukai")
        .place("望湖区新棉巷老楼三单元")
        .then(
            2,
            "zhoukai",
            refuse(
                "7-5",
                "涉及人身安全，请立即离开楼道到空旷处，不要开关电器，拨打119；有人不适请拨打120。我们已同时通知消防。",
            ),
        )
        .then(
            1,
            "zhoukai",
            link_emergency("云川市消防救援支队指挥中心", "通报地址、楼栋和有老人头晕的情况，对方答复已派车。"),
        ),
        Scene::new(
            "inheritance",
            hours(31),
            7,
            "兄弟分房产的官司判得不公",
            "老父亲留下的两间房，法院判给了大哥，我不服，要求热线让法院改判。",
        )
        .then(
            48,
            "linxiaoyan",
            refuse(
                "7-2",
                "您反映的事项已经法院判决，应当通过上诉、申请再审等诉讼途径解决。热线不能改变判决，可以告诉您法律援助中心的联系方式。",
            ),
        )
        .then(hours(20), "linxiaoyan", Draft::Archive),
        at_unit(
            Scene::new(
                "parking-fee",
                hours(30),
                8,
                "停车场多收了我十五元",
                "上周日在望湖停车场停了两小时，按牌子该收六元，收了二十一元，打电话没人接。",
            )
            .through("wechat"),
            "6-2",
            "jiaotong",
            "请核实收费标准和当日收费记录。",
        )
        .then(hours(3), CITIZEN, withdraw("停车场今天打电话来，把多收的钱退了，不用再处理了，谢谢。")),
        Scene::new(
            "pothole",
            days(1) + hours(2),
            9,
            "麦浪大道快车道有个大坑",
            "麦浪大道由东往西快到粮站的地方，快车道有个脸盆大的坑，昨晚下雨看不见，我的车胎压破了。",
        )
        .call("zhoukai")
        .place("青禾县麦浪大道粮站附近")
        .unregistered(9)
        .then(3, "zhoukai", correct_phone("19900000090", "登记时号码末两位打反，来电人复述后更正。"))
        .then(4, "zhoukai", complete(9, "19900000090"))
        .then(7, "zhoukai", accept("6-5")),
    ]
}
