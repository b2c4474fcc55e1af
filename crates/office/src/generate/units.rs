//! What people bring, and whose it is: topics with their unit, its handler and principal.

/// A kind of matter.
pub(super) struct Topic {
    /// What it is about.
    pub(super) things: &'static [&'static str],
    /// What is wrong with it.
    pub(super) faults: &'static [&'static str],
    /// The unit it goes to.
    pub(super) unit: &'static str,
    /// Who handles it there.
    pub(super) handler: &'static str,
    /// What was done in the end.
    pub(super) done: &'static [&'static str],
}

pub(super) const TOPICS: [Topic; 8] = [
    Topic {
        things: &[
            "路灯",
            "垃圾桶",
            "公厕",
            "人行道地砖",
            "流动摊位",
            "共享单车",
            "户外广告牌",
        ],
        faults: &[
            "坏了很久没人管",
            "又脏又乱",
            "占了盲道",
            "晚上影响通行",
            "存在安全隐患",
        ],
        unit: "chengguan",
        handler: "cuihao",
        done: &["已现场整改", "已修复并加强巡查", "已清理，落实专人负责"],
    },
    Topic {
        things: &["自来水", "污水井", "雨水管", "河道", "水表", "二次供水泵房"],
        faults: &[
            "水压太低",
            "一下雨就冒水",
            "发黄有异味",
            "堵了没人疏通",
            "噪声很大",
            "漏水",
        ],
        unit: "shuiwu",
        handler: "duruo",
        done: &["已疏通并冲洗", "已更换配件，检测合格", "已抢修恢复"],
    },
    Topic {
        things: &["公交线路", "公交站牌", "出租车", "县道路面", "停车场", "货车绕行"],
        faults: &["等很久不来", "收费不合理", "破损严重", "态度不好", "影响居民休息"],
        unit: "jiaotong",
        handler: "chelu",
        done: &["已核实并批评教育当事人", "已调整班次", "已修复并公示收费标准"],
    },
    Topic {
        things: &["工地扬尘", "烧烤油烟", "工厂夜间噪声", "河边排污口", "汽修店喷漆"],
        faults: &["味道刺鼻", "白天也不停", "反映过几次还是这样", "孩子老人受不了"],
        unit: "huanjing",
        handler: "lanxin",
        done: &["已责令整改并复查", "已现场检测并立案", "已安装净化设施"],
    },
    Topic {
        things: &[
            "电梯",
            "小区物业",
            "外墙渗水",
            "新房交付",
            "维修资金",
            "老旧小区改造",
        ],
        faults: &["一直不解决", "互相推诿", "质量有问题", "拖了半年", "没有公示"],
        unit: "zhujian",
        handler: "pengyu",
        done: &["已约谈物业，限期整改", "已组织维修", "已协调双方达成一致"],
    },
    Topic {
        things: &["工资", "社保补缴", "工伤认定", "技能培训补贴", "养老金认证"],
        faults: &["拖欠没给", "办不下来", "窗口说法不一样", "不知道怎么办理"],
        unit: "renshe",
        handler: "wenjing",
        done: &["已责令支付到位", "已说明政策并协助办理", "已受理，按期办结"],
    },
    Topic {
        things: &["学校食堂", "课后服务", "入学报名", "校车", "培训机构退费"],
        faults: &["收费不清楚", "饭菜质量差", "通知太晚", "退不了钱", "安排不合理"],
        unit: "jiaoyu",
        handler: "shiyun",
        done: &["已督促学校整改", "已协调退费", "已公示并向家长说明"],
    },
    Topic {
        things: &["村道", "灌溉渠", "惠农补贴", "农家乐", "危房"],
        faults: &["没人管护", "没有发到位", "开裂了", "雨天走不了"],
        unit: "qinghe",
        handler: "tianye",
        done: &["已安排维修", "已补发到位", "已鉴定并落实安置"],
    },
];

/// Units that assist, with their handlers.
pub(super) const ASSISTING: [(&str, &str); 4] = [
    ("wanghu", "mubai"),
    ("liuyin", "liuzhou"),
    ("daoxi", "gumiao"),
    ("tingsong", "songtao"),
];
