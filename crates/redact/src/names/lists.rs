//! Surnames, characters of given names, and the words around names.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A list of words, read once.
type Words = LazyLock<List>;

/// Words by their first and by their last character: at most places of a text only a few of them have to be looked at.
pub(super) struct List {
    first: HashMap<char, Vec<&'static str>>,
    last: HashMap<char, Vec<&'static str>>,
}

impl List {
    /// The words that begin with a character.
    pub(super) fn from(&self, c: char) -> &[&'static str] {
        self.first.get(&c).map(Vec::as_slice).unwrap_or_default()
    }

    /// The words that end with a character.
    pub(super) fn to(&self, c: char) -> &[&'static str] {
        self.last.get(&c).map(Vec::as_slice).unwrap_or_default()
    }
}

fn words(list: &'static str) -> List {
    let (mut first, mut last) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
    for word in list.split_ascii_whitespace() {
        first.entry(word.chars().next()).or_default().push(word);
        last.entry(word.chars().next_back()).or_default().push(word);
    }
    let known = |by: HashMap<Option<char>, Vec<&'static str>>| {
        by.into_iter()
            .filter_map(|(c, words)| Some((c?, words)))
            .collect()
    };
    List {
        first: known(first),
        last: known(last),
    }
}

/// Surnames of one character, about 300.
pub(super) const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥蔺肖闫付仝訾逄亓尚佘逯綦亢阙阚谯邝麻况湛敬茅厉戎茹荀隗郏郗郦濮帅鹿占呼巢旷牧芮暴蹇仰滑云";

/// Surnames of two characters.
pub(super) static COMPOUND: Words = LazyLock::new(|| {
    words(
        "\
     欧阳 太史 端木 上官 司马 东方 独孤 南宫 夏侯 诸葛 尉迟 赫连 皇甫 公孙 慕容 钟离 长孙 宇文 司徒 司空 令狐 \
     澹台 东郭 呼延 淳于 申屠 仲孙 濮阳 闻人 完颜 耶律 纳兰 宗政 鲜于 闾丘 拓跋 轩辕 公冶 公羊 左丘 梁丘 太叔 \
",
    )
});

/// Characters that given names are often made of.
pub(super) const GIVEN: &str = "万一芹士娴亦勉伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文斌永生春海波辉鹏飞宇浩轩晨阳宏博凯林峰龙云雷鑫鹤坤仁义礼智德忠孝诚贤良善福禄寿喜庆祥瑞吉康宁安和顺泰兴旺发荣富贵财宝金银珍珠琴棋诗画梦雪雨露霜冰洁莹雯婷婉倩慧颖琳琪瑶璐珊珂莉莎菲萍萌蓉蕾薇蓝香凤燕莺鸿雁鹃淑贞惠爱亲友义勤俭学思维立成功业绩伦乐怡悦欣然佳美妍娇媚姗姿妮嫣嫒媛楠树森松柏桐桃杏柳荷莲菊竹梓涵沐泽润江河湖溪泉清源洪洲浪澜滨渊深浅长远高大小冬夏秋月星辰晓旭昊晖景晴晟东西南北振震兆鸣启继承绍祖光耀宗家邦民新革跃进卫党军兵钢铁锋剑伯仲叔季元亨利朋才俊杰彦豪雄英武威毅力恒坚守正直方圆书翰墨章琦玮珏瑜瑾璇玲珑翠碧青丹彤紫素锦绣绮纹纯贵存根柱栋梁天宝保胜凡奇望希益向阳连富世昌盛隆茂芝芬芸苗苑菁华蕊艺若茵雅韵音歌颂舟帆航雲程路远骏马驰腾翔鹰虎彪亮灿炎焕炜烨煜照熙均培基城垚尧舜禹丰登裕禾秋穗谷满全完备齐治法理道玄真如意心怀念恩惠慈悦恬恺愉慎宽容谦逊廷朝政邵君臣佐辅相良任先启开来展鹏举鼎国策略韬晗昕妤彬彪卿卓越群迪尚广庭同化传传金水木土火连银花菜叶枝子轩可依伊诺言语嘉怡霖潇淼洛淇沛溢满增珅坡岗岭山川岩石磐碧莹奎魁友怀远帅将勋勉励琛琨瑛瑗珩玥钰铭锐钧锡镇钊银钦银锁拴狗栓留来弟招娣霄霆霏雳汉唐宋元秦晋楚齐鲁燕赵畅扬蔓飒迅骁骐骞昱煊熠瀚瀛茹蒙莘葵黎屹峻崇峥嵘巍弘彻征循恕捷敬旻显晔栩桦楷榕槐樱殿沁沅渝澄澈灵烽爽牧献珈琬瑄璟甜皓盈睿硕祎祺竣笑筠纬绪羽聪腊芙芮苒萱蓓蔚虹誉豫逸遥适郁铎铮锴闯阔陶隽靖韦骅鲲黛令侠侃斐乾坦旦暄桢泓淦涌";

/// Characters that no given name holds, or so seldom that the word behind the name begins with them.
pub(super) const NEVER: &str = "的了在是我你他她它们不也就都要去到从被把给与及跟或因为所以说称讲想请求问反映投诉举报电手机号码住今年岁男女已有没无这那哪什么怎谁很太更最上下里外前后左右内间候日周点分钟块钱亿米楼室单村组乡县市区省街巷店厂校院局科处站队部委办会社员工人老师主经医两二三四五六七八九十等于对又再还只但而且则让叫使得着过吗呢吧啊您此其该某各每总共次起打找借欠收付买卖租骂殴受死伤病车房地垃圾噪身份证联系式微邮箱和、";

/// Words that begin like a name and are none.
pub(super) static WORDS: Words = LazyLock::new(|| {
    words(
        "\
     毕业 万平 任职 成绩 房子 卫生 江花 关政 余万 万家 万余 高中 高速 高铁 高度 高新 高温 高峰 高考 高龄 高压 \
     周末 周一 周边 周围 周年 马上 马路 黄河 黄瓜 黄金 黄色 黄沙 金额 金融 金色 金属 方便 方案 方式 方向 方面 \
     江苏 江南 江北 江西 江边 石油 石头 石子 石材 安全 安排 安装 安置 安静 安心 严重 严格 严禁 严肃 温度 温泉 \
     路口 路面 路灯 路边 路段 时间 时候 时常 和平 和谐 明显 明确 明天 明年 平安 平时 平台 成为 成立 成都 成功 \
     成本 白天 白色 毛病 计划 计算 万元 万达 花园 花费 花草 沙子 房屋 张贴 陈述 陈旧 陈列 王府 杨树 柳树 林业 \
     林场 林木 林地 何时 何处 何种 曾经 常常 常年 常见 常务 常规 程度 程序 段时 管理 管道 管网 关于 关闭 关系 \
     关注 关心 关门 车辆 车位 车主 车库 包括 包装 牛奶 雷雨 田地 田间 童年 席位 全部 全家 全体 全国 解决 解释 \
     应该 应当 查询 查处 查看 党员 党委 文化 文明 文件 文字 习惯 乐意 古城 商户 商场 强烈 强制 强行 游客 权利 \
     司法 项目 单位 单元 单独 相关 景区 谢谢 宁静 保安 路政 安保 尚未 尚有 尚可 麻烦 麻将 麻木 麻醉 麻药 敬请 \
     敬老 敬礼 况且 厉害 尚且 呼吁 呼叫 呼声 占用 占地 占道 占据 滑倒 滑坡 牧场 暴雨 暴力 暴晒 时任 金秋 明白 \
     明知 平均 平方 平整 安居 向前 向东 向西 向南 向北 田径 文科 白云 白领 高层 高空 高级 高尚 高兴 金星 金杯 \
     祝愿 祝福 顾及 冷清 温暖 强度 强化 盛大 盛夏 应急 应届 全面 全年 全天 全程 全市 全县 全镇 全村 全校 全班 \
     全款 水平 华东 华南 华北 华西 宫颈 颜色 伏天 邮政 游泳 景观 充电 相信 相反 相互 常德 明洞 路基 路南 路北 \
     路东 路西 江河 江东 海洋 海关 龙头 梅雨 钟表 洪水 洪涝 山上 冯家 东方红 农忙 农林 师范 都江 和善 和气 \
     云南 云彩 云层 云端 云梯 云计算 敬业 蒙受 蒙古 征收 征地 征求 征税 显示 显然 适当 适合 捷径 聪明 灵活 \
     献血 虹吸 陶瓷 爽快 羽毛球 云台 云岭 商业 许可 计生 房产 商家 房东 纪念 成长 官方 盖章 文艺 扬言 单方 \
     管家 车道 简直 全额 凌晨 凌先 钱财 武汉 孔明灯 阳光 关爱 常发 曾发 时长 时清 原来 原本 原先 原有 原学 \
     原开 都大 都存 都完 都希 都可 都同 都知 都想 都愿 位家 位福 位法 解民 明真 任学 于学生 项政 费政 房政 \
     房安 商大 路和 费和 方可 方一 方发 何道 何登 连秋 全露 牛头 井水 官衙 许愿 许久 许诺 许多 计时 计费 商铺 \
     商品 商量 \
",
    )
});

/// Words behind which a name follows.
pub(super) static STRONG: Words = LazyLock::new(|| {
    words(
        "\
     我叫 本人叫 名叫 名字是 名字叫 姓名 联系人 投诉人 举报人 反映人 来电人 来信人 申请人 报修人 求助人 \
     诉求人 当事人 受害人 户主 法定代表人 法人代表 签名 署名 收件人 收款人 户名 开户名 承包人 包工头叫 老板叫 \
     儿子叫 女儿叫 孩子叫 丈夫叫 妻子叫 父亲叫 母亲叫 一个叫 此人叫 法人叫 来件人 发件人 寄件人 报案人 投诉者 \
     反映者 留言人 写信人 委托人 代理人 监护人 经办人 经手人 伤者 死者 被告 原告 肇事者 肇事人 房主 被投诉人 \
     被举报人 承租人 出租人 借款人 欠款人 担保人 保证人 收信人 见证人 证明人 知情人 联络人 继承人 失踪人 \
     老婆叫 老公叫 弟弟叫 哥哥叫 姐姐叫 妹妹叫 朋友叫 同事叫 邻居叫 房东叫 校长叫 主任叫 书记叫 村长叫 队长叫 \
     司机叫 医生叫 老师叫 男的叫 女的叫 有个叫 有一个叫 名为 大名 \
",
    )
});

/// Words behind which a name may follow.
pub(super) static WEAK: Words = LazyLock::new(|| {
    words(
        "\
     我是 本人 业主 房东 老板 邻居 村民 居民 村支书 支书 书记 主任 队长 会计 局长 所长 科长 站长 校长 院长 \
     经理 店长 司机 师傅 医生 护士 老师 同学 学生 患者 病人 父亲 母亲 丈夫 妻子 老公 老婆 爱人 儿子 女儿 弟弟 \
     哥哥 姐姐 妹妹 爷爷 奶奶 孩子 女婿 媳妇 员工 职工 工人 民警 城管 人员 负责人 中介 男子 女子 法人 包工头 \
     村长 组长 镇长 乡长 副镇长 委员 网格员 警察 叫做 举报 物业 朋友 隔壁 车主 护林员 老人 家长 班主任 工友 \
     目击者 我妈 楼上 残疾人 儿媳 公公 婆婆 岳父 岳母 叔叔 叔父 伯父 舅舅 舅妈 姑姑 姑父 姨妈 堂哥 堂弟 堂姐 \
     表哥 表弟 表姐 表妹 侄子 侄女 侄儿 孙子 孙女 外孙 外甥 嫂子 弟媳 妹夫 姐夫 亲戚 对门 楼下 租户 租客 房客 \
     住户 客户 顾客 乘客 旅客 保安 保洁 护工 助理 秘书 专员 干部 党员 副书记 副主任 副局长 副所长 副校长 科员 \
     股长 处长 社长 厂长 董事长 总经理 会长 支队长 辅警 协警 片警 交警 法官 检察官 律师 教师 教授 教练 大夫 \
     主管 店员 店主 摊主 摊贩 快递员 外卖员 骑手 代驾 主播 村干部 片长 楼长 栋长 网格长 同事 同伙 合伙人 股东 \
     前夫 前妻 男友 女友 战友 老乡 老汉 大爷 大妈 阿姨 老伴 婶子 本村 本组 同村 受益人 党支部书记 村主任 工头 \
     代表 业委会主任 经纪人 销售 客服 调解员 志愿者 退伍军人 老党员 低保户 贫困户 五保户 养殖户 种粮大户 我爸 \
     我爹 我娘 我姐 我哥 我弟 我妹 我儿 我女 我孙 护士长 园长 全名 真名 本名 前任 现任 原任 转告 请问 大叔 嫂 \
     老师傅 老同学 班长 连长 排长 团长 馆长 台长 行长 部长 教导主任 门卫 看门的 收费员 售货员 售票员 调度员 \
     管理员 操作员 业务员 驾驶员 \
",
    )
});

/// What stands between such a word and the name.
pub(super) const BETWEEN: &str = ":是为叫, “”\"(";

/// Titles behind a name before which a name of two characters is sure enough.
pub(super) static SURE_TITLES: Words = LazyLock::new(|| words("先生 女士 小姐 同志"));

/// Other titles behind a name.
pub(super) static TITLES: Words = LazyLock::new(|| {
    words(
        "\
     老师 师傅 医生 大夫 书记 主任 局长 所长 科长 站长 校长 院长 经理 店长 司机 队长 村长 镇长 乡长 会计 支书 \
     律师 警官 护士 老板 老人 同学 教练 组长 本人 阿姨 大爷 大妈 大姐 大哥 叔叔 处长 厂长 股长 教授 法官 民警 \
     辅警 交警 会长 秘书 副书记 副主任 副局长 副所长 副校长 副镇长 副县长 副市长 县长 市长 区长 园长 社长 \
     董事长 总经理 检察官 护工 夫妇 夫妻 两口子 父子 母女 母子 兄弟 姐妹 \
",
    )
});

/// Words right before a name that no other word announces: when, who else, which kind of people.
pub(super) static LEADS: Words = LazyLock::new(|| {
    words(
        "\
     昨天 前天 今天 当天 昨晚 昨夜 今早 上午 下午 中午 晚上 早上 夜里 凌晨 后来 当时 随后 于是 然后 接着 结果 \
     同时 其中 包括 尤其是 特别是 就是 正是 都是 原来是 听说 据说 得知 发现 看到 看见 知道 认识 联系 询问 \
     咨询 通知 告诉 转给 交给 还给 退给 打给 借给 卖给 租给 委托 感谢 表扬 控告 检举 起诉 状告 要求 希望 叫来 \
     村里 厂里 家里 单位 公司 学校 医院 街道 社区 年轻人 另一名 一位 一名 一个 \
",
    )
});

/// What people do or have: words right behind a name, at which it ends.
pub(super) static DOES: Words = LazyLock::new(|| {
    words(
        "\
     拖欠 欠我 欠了 殴打 打人 打了 辱骂 骂人 骂我 威胁 恐吓 占用 霸占 强占 侵占 私自 擅自 偷偷 公然 多次 经常 \
     天天 每天 一直 总是 至今 已经 曾经 曾在 现在 目前 今年 去年 当年 合伙 合谋 串通 勾结 指使 带人 带着 带领 \
     组织 冒充 伪造 利用 收受 收钱 收取 贪污 挪用 包庇 承包 经营 开的 开办 负责 分管 主管 担任 任职 身为 作为 \
     报警 去世 死亡 住在 住院 家住 一家 一人 一伙 家中 家门 家里 家的 夫妇 夫妻 两人 等人 等三 等五 名下 手里 \
     手上 签字 签名 签订 签了 承诺 答应 拒绝 拒不 不肯 不给 不让 不还 不退 失联 跑路 逃跑 醉酒 酒后 驾驶 开车 \
     开着 骑车 骑着 受伤 摔伤 摔倒 生病 患有 反复 声称 自称 谎称 宣称 表示 认为 回复 答复 介绍 推荐 出售 售卖 \
     转让 出租 养的 养狗 养了 种的 违建 违规 违法 非法 搭建 强行 堵住 堵门 堵了 停在 倒垃圾 扔垃圾 装修 提出 \
     提供 申请 办理 处理 态度 工作 出生 毕业 退休 上班 下班 服务 热情 耐心 认真 阻挠 阻拦 阻止 动手 出手 赔偿 \
     赔了 借款 借钱 借我 \
",
    )
});

/// What names of other peoples are made of: two of these and more together, or one behind a word that announces it.
pub(super) static STEMS: Words = LazyLock::new(|| {
    words(
        "\
     买买提 艾山 古丽 阿不都 阿卜杜 吐尔逊 依明 热合曼 木拉提 卡德尔 阿依 帕提 努尔 艾力 麦麦提 玉素甫 吾买尔 \
     阿吉 热依汗 古丽娜 扎西 卓玛 次仁 达娃 尼玛 多吉 央金 拉姆 旦增 丹增 洛桑 格桑 顿珠 平措 仁青 巴桑 才让 \
     卓嘎 贡布 索朗 德吉 普布 米玛 旺堆 加措 巴图 其其格 苏日娜 娜仁 斯琴 格日勒 布和 额尔敦 萨仁 图雅 高娃 \
     乌日娜 托娅 那顺 朝鲁 孟和 苏和 阿茹娜 乌云 哈斯 宝音 吉日嘎拉 敖登 其木格 巴特尔 毕力格 阿古拉 塔娜 \
",
    )
});

/// Characters of other words right behind a name of three: 让温国庆一个人包了.
pub(super) const BEHIND: &str = "一从于签拿抢砸摔拔喝吃睡站坐走跑来回出入进停放盖修挖倒扔拉推堵拦挡撞追赶骗偷盗贪送交退换改做干当替帮陪带指派训喊吵闹哭瘫残";

/// Words of which the first character is no part of the name before it: 苏文一起.
pub(super) static CUT: Words = LazyLock::new(|| {
    words(
        "一起 一直 一家 一个 一节 一次 一同 一块 一样 一天 一名 一位 一人 一伙 一行 一事 来到 来找 来了 来的 开车 开店 开始 开的 成为 成了 金额 东西 大家 明天 安排 高兴 满了 全部 全家 平时 长期 时常 通过 同时 同意 进行 进去 进来 连续 连夜 立即 立刻 利用 登记 保证 保管 任意 任何 发现 发给 发了 发生 留下 建的 建了 建议 启动 管理 用的 用了 为了 存在 在家 守在 根本 本来 本月 本周 亲自 亲口 亲手 正在 正是 意见 意思 先后 先是 先生 同志 方面 方才 友好",
    )
});

/// Surnames that begin few words: three characters of names that begin with one are a name wherever no place or body
/// follows.
pub(super) const SURE: &str = "王李张刘陈杨赵周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛阎潘杜戴夏钟汪田姜范谭廖邹熊陆郝孔崔邱秦顾侯邵孟龚庞樊殷施陶翟颜倪牛芦葛伍韦申聂丛焦柳邢岳梅庄涂舒耿卜詹苗费纪靳欧裴屈霍翁甘柏阮闵柴辜刁瞿戚邬臧褚廉娄穆郎冀姬屠郜晏栾喻揭窦敖糜鄢卓仇艾蓝巩冼佟栗鞠荆岑胥蔺肖闫仝訾佘贺赖尹黎段钱汤";

/// Characters with which the names of places, bodies and things end.
pub(super) const ENDS_PLACE: &str = "路街巷村镇乡县区市城园湖河江山桥岭坡塘坪湾站港场院校厂店馆楼厦苑府庙寺阁塔亭庄屯寨营堡集圩洲岛坝渠井泉门墓陵祠茶酒花果树木药菜鱼肉饭面粉米油糖盐剧团社局所室厅堂馆班组队会";
