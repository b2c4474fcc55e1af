//! What a column can mean, and the headers by which it is known.

/// What a column of a ledger means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number under which the case was kept.
    Number,
    /// Who brought it.
    Name,
    /// One line on what it is about.
    Title,
    /// What the person wrote or said.
    Text,
    /// When it came.
    Received,
    /// What the person was answered.
    Reply,
    /// When the answer was given.
    Replied,
    /// Phone number of the person.
    Phone,
    /// Resident identity number of the person.
    IdNumber,
    /// E-mail address of the person.
    Email,
    /// Where the person lives or where the matter is.
    Address,
    /// The unit that handled it.
    Unit,
    /// Which way it came in.
    Channel,
    /// Which kind of matter it is.
    Kind,
    /// Attachments, as the table lists them.
    Attachment,
}

impl Field {
    /// All fields, in the order in which they are explained.
    pub const ALL: [Field; 15] = [
        Field::Number,
        Field::Name,
        Field::Title,
        Field::Text,
        Field::Received,
        Field::Reply,
        Field::Replied,
        Field::Phone,
        Field::IdNumber,
        Field::Email,
        Field::Address,
        Field::Unit,
        Field::Channel,
        Field::Kind,
        Field::Attachment,
    ];

    /// Without these there is no case.
    pub const REQUIRED: [Field; 2] = [Field::Text, Field::Received];

    /// Its name in a mapping file.
    pub fn name(self) -> &'static str {
        match self {
            Field::Number => "number",
            Field::Name => "name",
            Field::Title => "title",
            Field::Text => "text",
            Field::Received => "received",
            Field::Reply => "reply",
            Field::Replied => "replied",
            Field::Phone => "phone",
            Field::IdNumber => "id_number",
            Field::Email => "email",
            Field::Address => "address",
            Field::Unit => "unit",
            Field::Channel => "channel",
            Field::Kind => "kind",
            Field::Attachment => "attachment",
        }
    }

    /// Headers by which it is known, the surest first: where two columns of a table would do, the one named
    /// earlier is taken. Written without spaces and signs, in lower case.
    pub(crate) fn headers(self) -> &'static [&'static str] {
        match self {
            Field::Number => &[
                "留言编号",
                "工单编号",
                "工单号",
                "诉求编号",
                "受理编号",
                "信件编号",
                "案件编号",
                "来电编号",
                "工单流水号",
                "流水号",
                "编号",
                "number",
            ],
            Field::Name => &[
                "留言用户",
                "留言人",
                "姓名",
                "诉求人",
                "诉求人姓名",
                "来电人",
                "来电人姓名",
                "来信人",
                "反映人",
                "反映人姓名",
                "投诉人",
                "联系人",
                "网民",
                "网友",
                "网名",
                "昵称",
                "用户",
                "name",
            ],
            Field::Title => &[
                "留言主题",
                "留言标题",
                "诉求标题",
                "工单标题",
                "信件标题",
                "标题",
                "主题",
                "title",
                "subject",
            ],
            Field::Text => &[
                "留言详情",
                "留言内容",
                "诉求内容",
                "反映内容",
                "来电内容",
                "工单内容",
                "投诉内容",
                "信件内容",
                "问题描述",
                "诉求描述",
                "主要内容",
                "具体内容",
                "内容",
                "详情",
                "text",
                "content",
            ],
            Field::Received => &[
                "留言时间",
                "来电时间",
                "受理时间",
                "诉求时间",
                "来信时间",
                "投诉时间",
                "登记时间",
                "提交时间",
                "接收时间",
                "收件时间",
                "创建时间",
                "留言日期",
                "来电日期",
                "受理日期",
                "登记日期",
                "时间",
                "日期",
                "received",
            ],
            Field::Reply => &[
                "答复意见",
                "答复内容",
                "回复内容",
                "回复意见",
                "官方回复",
                "答复",
                "回复",
                "办理结果",
                "处理结果",
                "办理情况",
                "reply",
            ],
            Field::Replied => &[
                "答复时间",
                "回复时间",
                "答复日期",
                "回复日期",
                "办结时间",
                "办结日期",
                "办理时间",
                "replied",
            ],
            Field::Phone => &[
                "电话",
                "联系电话",
                "手机",
                "手机号",
                "手机号码",
                "电话号码",
                "来电号码",
                "来电电话",
                "联系方式",
                "主叫号码",
                "phone",
            ],
            Field::IdNumber => &[
                "身份证号",
                "身份证号码",
                "身份证",
                "公民身份号码",
                "证件号码",
                "证件号",
                "idnumber",
            ],
            Field::Email => &["邮箱", "电子邮箱", "电子邮件", "邮件", "email"],
            Field::Address => &[
                "地址",
                "联系地址",
                "住址",
                "家庭住址",
                "诉求地址",
                "事发地址",
                "事件地址",
                "事发地点",
                "反映地点",
                "address",
            ],
            Field::Unit => &[
                "承办单位",
                "主办单位",
                "办理单位",
                "责任单位",
                "答复单位",
                "回复单位",
                "受理单位",
                "处理单位",
                "部门",
                "承办部门",
                "单位",
                "unit",
            ],
            Field::Channel => &[
                "渠道",
                "诉求渠道",
                "受理渠道",
                "来源渠道",
                "诉求来源",
                "工单来源",
                "来源",
                "channel",
            ],
            Field::Kind => &[
                "类别",
                "诉求类别",
                "诉求类型",
                "工单类型",
                "留言类型",
                "问题类别",
                "问题类型",
                "一级标签",
                "一级分类",
                "类型",
                "分类",
                "kind",
                "category",
            ],
            Field::Attachment => &["附件", "附件名称", "图片", "attachment"],
        }
    }
}
