//! `[[act]]`: what may be done, in which steps, by whom, on which conditions, and where it leads.

use super::{ClauseId, House, Words, basis::ruled};
use crate::Condition;
use serde::{Deserialize, Serialize};

/// The fixed vocabulary of acts. Their arrangement is data; their meaning is in crate `case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Do {
    /// 登记: a message or call comes in.
    Receive,
    /// 补全登记: an operator completes what the registration lacks.
    Complete,
    /// 受理.
    Accept,
    /// 不予受理.
    Refuse,
    /// 向上级汇报: one who cannot decide passes it up.
    PassUp,
    /// 答复 without a work order: direct answer, three-way call, linked desk, special channel.
    Answer,
    /// 派单/转办.
    Dispatch,
    /// 撤回派单 before it is signed for.
    TakeBack,
    /// 签收.
    SignFor,
    /// 联系群众.
    Contact,
    /// 申请延期.
    AskExtension,
    /// 延期审批.
    RuleExtension,
    /// 申请退单.
    AskSendBack,
    /// 退单审批.
    RuleSendBack,
    /// 上报办理结果.
    Report,
    /// 审核.
    Review,
    /// 答复群众.
    Reply,
    /// 回访短信的答复.
    AnswerVisit,
    /// 人工回访.
    Visit,
    /// 要求出具书面意见.
    DemandOpinion,
    /// 出具书面意见.
    GiveOpinion,
    /// 催办.
    Urge,
    /// 督办.
    Supervise,
    /// 回访复核.
    Recheck,
    /// 召集协调.
    Convene,
    /// 指定牵头.
    Designate,
    /// 确认重复投诉.
    ConfirmRepeat,
    /// 约谈、通报、信息专报、推送.
    Escalate,
    /// 应急联动记录.
    LinkEmergency,
    /// 问责与容错记录.
    RecordAccountability,
    /// 群众撤回.
    Withdraw,
    /// 群众补充.
    Add,
    /// 更正.
    Correct,
    /// 结案.
    Close,
    /// 重新办理.
    Reopen,
    /// 归档.
    Archive,
    /// 认领: a unit takes a case of its own territory or duties.
    Claim,
    /// 标注: what kind of matter it is, which clocks and steps then ask.
    Mark,
    /// 整理: a clean copy beside the original, which never changes.
    Tidy,
    /// 公开.
    Publish,
    /// 不公开.
    Withhold,
    /// 撤下: what was public is hidden; a trace stays.
    Hide,
    /// 呈报: put before a leader.
    Submit,
    /// 批示.
    Instruct,
    /// 审签, 签字: passed or returned by one signatory.
    Sign,
    /// 记录 of a kind that the file names (`[[record]]`).
    Record,
    /// 出具文书 (`[[document]]`).
    Write,
    /// 送达.
    Deliver,
    /// 上报 to the level above.
    ReportUp,
    /// 上级审核.
    RuleAbove,
    /// 请群众补充: the clocks that say so pause until the citizen adds.
    AskCitizen,
    /// 并单: handled with another case; this citizen is answered with it.
    Merge,
    /// 登记另一线: the number under which the same case runs elsewhere.
    Refer,
}

/// Something that an act must bring along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The message itself.
    Text,
    /// One line that says what it is about.
    Title,
    /// A ground of acceptance or refusal, from the file.
    Ground,
    /// A kind of case, from the file.
    Category,
    /// Name and phone of the citizen.
    Citizen,
    /// A verified real name.
    RealName,
    /// What is explained to the citizen.
    Explanation,
    /// The reason for what is asked or ruled.
    Reason,
    /// What the unit proposes instead.
    Proposal,
    /// At least one unit.
    Units,
    /// Exactly one lead unit.
    Lead,
    /// How much more time.
    Limit,
    /// A way to handle, from the file.
    Way,
    /// Who took part or was told.
    Partner,
    /// The faults named in a return, from the file's norms.
    Faults,
    /// What became of it, from the file's outcomes.
    Outcome,
    /// A priority, from the file.
    Priority,
    /// A measure, from the file.
    Measure,
    /// The earlier case.
    Earlier,
    /// When it was done.
    When,
    /// At least one mark.
    Marks,
    /// The administrative division it concerns.
    Division,
    /// The unit that is accused.
    Accused,
    /// To whom it goes.
    To,
    /// All gates of the file confirmed.
    Checks,
    /// A channel of the file.
    Channel,
    /// When the message was posted where it was found.
    Posted,
    /// Every question of the file answered.
    Questions,
    /// What the unit is asked to do.
    Note,
    /// A number under which it runs elsewhere.
    Number,
}

/// A field that must be there, and the clause that asks for it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// What must be there.
    pub field: Field,
    /// The clause that asks for it; the act's own basis where absent.
    #[serde(default)]
    pub clause: Option<ClauseId>,
}

/// A condition without which the act is refused.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// What must hold.
    pub that: Condition,
    /// What the refusal says, with what to do.
    pub say: Words,
    /// The clause behind it; the act's own basis where absent.
    #[serde(default)]
    pub clause: Option<ClauseId>,
}

/// Who is told of an act, and with which words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    /// `citizen`, `unit` (the work order's unit), or a role.
    pub who: String,
    /// The message template.
    pub template: String,
}

/// A step that does not apply to this case and is passed over, with the note that says so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassOver {
    /// The step.
    pub step: String,
    /// Why it does not apply.
    pub say: Words,
}

/// Which work orders a case's act moves along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhichOrders {
    /// Those not ended yet.
    Open,
    /// The lead ones that were done.
    DoneLead,
}

/// Where a case's act leads its work orders.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrdersTo {
    /// Which.
    pub which: WhichOrders,
    /// The order step.
    pub to: String,
}

/// `[[act]]`: one rule. Where several match, the first in the file decides.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRule {
    /// What is done.
    #[serde(rename = "do")]
    pub does: Do,
    /// Steps in which it may be done: all of cases, or all of work orders.
    #[serde(default, rename = "in")]
    pub in_steps: Vec<String>,
    /// Roles that may do it.
    pub by: Vec<String>,
    /// The rule is chosen only where all of these hold.
    #[serde(default, rename = "if")]
    pub only_where: Vec<Condition>,
    /// What it must bring along.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// Without these it is refused.
    #[serde(default)]
    pub only_if: Vec<Requirement>,
    /// Step that the thing acted on enters.
    #[serde(default)]
    pub to: Option<String>,
    /// Step that the case enters when a work order is acted on.
    #[serde(default)]
    pub case_to: Option<String>,
    /// Where the work orders go when the case is acted on.
    #[serde(default)]
    pub orders: Option<OrdersTo>,
    /// Who is told.
    #[serde(default)]
    pub tell: Vec<Tell>,
    /// Whether it must name what was seen, and is refused when that has changed since.
    #[serde(default)]
    pub seen: bool,
    /// The kind of record that `record` writes.
    #[serde(default)]
    pub record: Option<String>,
    /// The document that `write` writes and `deliver` delivers.
    #[serde(default)]
    pub document: Option<String>,
    /// Marks that the act sets by itself.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Marks that the act takes back by itself.
    #[serde(default)]
    pub unmarks: Vec<String>,
    /// Steps that do not apply and are passed over.
    #[serde(default)]
    pub pass_over: Vec<PassOver>,
    /// In whose name a reply goes out; `{unit}` is filled in.
    #[serde(default)]
    pub in_name: Option<Words>,
    /// The clause that asks for or allows it.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
}
ruled!(ActRule);

impl ActRule {
    /// The record or document that the act is about.
    pub fn names(&self) -> Option<&str> {
        self.record.as_deref().or(self.document.as_deref())
    }
}

/// `[[demand]]`: a further condition on acts, whatever rule they fall under.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The acts.
    pub on: Vec<Do>,
    /// Only in these steps; in all where empty.
    #[serde(default, rename = "in")]
    pub in_steps: Vec<String>,
    /// Only where all of these hold.
    #[serde(default, rename = "if")]
    pub only_where: Vec<Condition>,
    /// What the act must bring along.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// What must hold.
    #[serde(default)]
    pub that: Option<Condition>,
    /// What the refusal says, with what to do.
    #[serde(default)]
    pub say: Option<Words>,
    /// The clause that demands it.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
}
ruled!(Demand);
