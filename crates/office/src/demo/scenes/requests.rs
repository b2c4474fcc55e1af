//! Requests of units: extensions and send-backs, asked for and ruled on.

use super::super::scene::Scene;
use super::super::steps::{ask_extension, ask_send_back, contact, dispatch, rule_extension, rule_send_back};
use super::{days, hours, signed};
use crate::Draft;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        signed(
            Scene::new(
                "leak-ceiling",
                hours(8),
                24,
                "楼上装修打穿水管，我家吊顶泡坏了",
                "楼上装修把水管打穿了，我家客厅吊顶泡坏，装修公司和楼上互相推。请住建部门帮忙协调赔偿。",
            ),
            "6-2",
            "zhujian",
            "pengyu",
            "请联系双方，了解情况并协调。",
        )
        .order(1, 50, "pengyu", contact("双方同意后天上午现场协商。"))
        .order(
            1,
            hours(3),
            "pengyu",
            ask_extension("2 days", "当事双方约定后天上午现场协商，需等协商结果后答复。"),
        ),
        signed(
            Scene::new(
                "old-tree",
                days(2),
                25,
                "百年樟树的枯枝压在电线上",
                "听松街道门口的老樟树有一根粗枝枯了，压在电线上，刮风就晃，下面是公交站。",
            )
            .place("望湖区听松街道办事处门口"),
            "6-5",
            "chengguan",
            "maolin",
            "请会同供电部门尽快处理。",
        )
        .order(
            1,
            hours(6),
            "maolin",
            ask_extension("3 days", "古树修剪须经园林专家会诊，并申请停电作业，已排在后天。"),
        )
        .order(
            1,
            40,
            "sumin",
            rule_extension(true, "理由客观，同意延长3天；作业前请先设警戒线。"),
        ),
        signed(
            Scene::new(
                "canteen",
                days(1) + hours(9),
                26,
                "学校食堂的菜里吃出铁丝",
                "孩子在实验小学吃午饭，菜里吃出一段两厘米的铁丝，老师说会反映，一个星期了没有说法。",
            ),
            "6-3",
            "jiaoyu",
            "shiyun",
            "请查清来源，答复家长。",
        )
        .order(
            1,
            hours(9),
            "shiyun",
            ask_extension("6 days", "需要等供货商提供资料。"),
        )
        .order(
            1,
            35,
            "sumin",
            rule_extension(false, "事关学生饮食安全，先就已查明的情况答复家长，不同意延期。"),
        ),
        signed(
            Scene::new(
                "manhole",
                hours(6),
                27,
                "小区门口井盖塌了一半",
                "松涛里小区西门的井盖塌了一半，用一块木板盖着，晚上看不见。",
            )
            .place("松涛里小区西门"),
            "6-5",
            "shuiwu",
            "duruo",
            "请先设警示再修复。",
        )
        .order(
            1,
            hours(1),
            "duruo",
            ask_send_back(
                "现场查看，井盖为通信井，井圈有运营商标记，不属排水设施。",
                "建议转城市管理局协调通信运营商处理，我局已先放置警示锥。",
            ),
        ),
        signed(
            Scene::new(
                "oil-smoke",
                hours(20),
                28,
                "楼下烧烤店油烟直排",
                "楼下烧烤店没装净化器，油烟从后窗直排，我家阳台晾的衣服全是油烟味。",
            )
            .place("望湖区荷风路52号"),
            "6-2",
            "huanjing",
            "lanxin",
            "请检查油烟净化设施。",
        )
        .order(
            1,
            hours(2),
            "lanxin",
            ask_send_back(
                "按本市职责分工，餐饮油烟现场执法由城市管理部门负责。",
                "建议转城市管理局，我局可以提供检测支持。",
            ),
        )
        .order(
            1,
            30,
            "sumin",
            rule_send_back(true, "职责分工属实，同意退单，转城市管理局。"),
        )
        .then(
            5,
            "sumin",
            dispatch(&["chengguan"], "请检查处理，需要检测时联系生态环境局。"),
        )
        .order(2, 20, "maolin", Draft::SignFor),
        signed(
            Scene::new(
                "ditch",
                hours(10),
                29,
                "下雨天路边沟往家里倒灌",
                "渡口街的路边沟堵了，一下雨水就往沿街几户家里倒灌，上周家里泡了半尺。",
            )
            .place("青禾县柳荫渡镇渡口街"),
            "6-5",
            "liuyin",
            "liuzhou",
            "请清淤疏通，汛期前完成。",
        )
        .order(
            1,
            hours(1),
            "liuzhou",
            ask_send_back("路边沟为县道附属设施。", "建议转青禾县交通部门。"),
        )
        .order(
            1,
            25,
            "hanlei",
            rule_send_back(
                false,
                "县道已于前年移交镇管养，由你镇办理；需要县里支持的另行报告。",
            ),
        ),
    ]
}
