//! Answered without a work order: the four ways beside it, and what becomes of them.

use super::super::scene::{CITIZEN, Scene};
use super::super::steps::{accept, answer, answer_visit, close};
use super::{days, hours};
use crate::Draft;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        Scene::new(
            "pension",
            hours(3),
            11,
            "外省交的养老保险怎么转回来",
            "我在外省打工交了九年养老保险，今年回云川工作，想问怎么把关系转回来，要带什么材料，能不能在网上办。",
        )
        .kind("consultation")
        .then(6, "linxiaoyan", accept("6-1"))
        .then(
            11,
            "linxiaoyan",
            answer(
                "direct",
                None,
                "您可以在人社网上办事大厅或手机端申请转移，填写原参保地即可，不用回原参保地开证明；窗口办理带身份证。办理时间一般不超过四十五天，进度可以网上查。",
            ),
        ),
        Scene::new(
            "water-cut",
            hours(20),
            12,
            "停水通知上的恢复时间过了还没来水",
            "荷风路以南昨天停水，通知说晚上八点来水，现在还没有，家里有病人要用水。",
        )
        .call("linxiaoyan")
        .place("望湖区荷风路以南")
        .then(4, "linxiaoyan", accept("6-5"))
        .then(
            7,
            "linxiaoyan",
            answer(
                "three-way-call",
                Some("市自来水公司调度室"),
                "三方通话：调度室说明抢修中发现第二处漏点，预计再过一小时恢复，已安排送水车到荷风路口，来电人表示知道了。",
            ),
        )
        .then(hours(4), CITIZEN, answer_visit(true, true, "晚上来水了，送水车也看到了。")),
        Scene::new(
            "licence",
            days(6) + hours(5),
            13,
            "开早餐店要办哪些证",
            "想在听松街道租个门面开早餐店，请问要办哪些证，先办哪个，一共要多久。",
        )
        .kind("consultation")
        .through("wechat")
        .then(25, "linxiaoyan", accept("6-8"))
        .then(
            30,
            "linxiaoyan",
            answer(
                "linked-desk",
                Some("市政务服务中心“开办企业”专窗"),
                "专窗答复：先办营业执照，再办食品经营登记，两项可以一次提交，材料齐全三个工作日办结；门面房须为商业用途。专窗已加您的微信，可以直接发材料预审。",
            ),
        )
        .then(days(4), "yeqing", close("explained"))
        .then(60, "yeqing", Draft::Archive),
        Scene::new(
            "enterprise-tax",
            days(4),
            14,
            "小微企业社保缓缴还能申请吗",
            "我们厂有二十三个人，今年订单少，想问社保费缓缴政策还有没有，去哪里申请。",
        )
        .kind("consultation")
        .call("zhoukai")
        .then(5, "zhoukai", accept("6-8"))
        .then(
            16,
            "zhoukai",
            answer(
                "special-channel",
                Some("企业服务专项通道"),
                "专项通道值守人员答复：阶段性缓缴政策已到期，可以申请分期缴纳；并告知稳岗返还正在受理，符合条件，已发送办理链接。",
            ),
        ),
    ]
}
