//! What people do, in one word each.

use super::{citizen, text, unit};
use calendar::Instant;
use case::Act;
use case::act::{Assignment, Earlier};

pub(crate) fn report(plain: &str) -> Act {
    Act::Report {
        text: text(plain),
        attachments: Vec::new(),
        backing: case::act::Backing::default(),
    }
}

pub(crate) fn pass() -> Act {
    Act::Review {
        passed: true,
        faults: Vec::new(),
        note: None,
    }
}

pub(crate) fn fail(fault: &str) -> Act {
    Act::Review {
        passed: false,
        faults: vec![fault.to_owned()],
        note: Some(text("请补充")),
    }
}

pub(crate) fn visit(satisfied: bool) -> Act {
    Act::Visit {
        reached: true,
        solved: satisfied,
        satisfied,
        text: Some(text("说了")),
        visited: case::act::Visited::default(),
    }
}

pub(crate) fn answer_visit(satisfied: bool) -> Act {
    Act::AnswerVisit {
        solved: satisfied,
        satisfied,
        text: None,
        visited: case::act::Visited::default(),
    }
}

pub(crate) fn unreached() -> Act {
    Act::Visit {
        reached: false,
        solved: false,
        satisfied: false,
        text: Some(text("无人接听")),
        visited: case::act::Visited::default(),
    }
}

pub(crate) fn accept(ground: &str) -> Act {
    Act::Accept {
        ground: ground.to_owned(),
        category: None,
    }
}

pub(crate) fn refuse(ground: &str) -> Act {
    Act::Refuse {
        ground: ground.to_owned(),
        explanation: text("请向有权处理的机关反映"),
    }
}

pub(crate) fn complete() -> Act {
    Act::Complete {
        citizen: citizen(true),
        category: Some("complaint".to_owned()),
    }
}

pub(crate) fn answer(way: &str, partner: Option<&str>) -> Act {
    Act::Answer {
        way: way.to_owned(),
        text: text("答复如下"),
        partner: partner.map(text),
    }
}

pub(crate) fn dispatch(to: &[Assignment]) -> Act {
    Act::Dispatch {
        to: to.to_vec(),
        note: None,
        terms: case::act::Terms::default(),
    }
}

pub(crate) fn take_back() -> Act {
    Act::TakeBack {
        reason: text("派错了"),
    }
}

pub(crate) fn contact() -> Act {
    Act::Contact {
        text: text("电话联系"),
    }
}

pub(crate) fn ask_extension(limit: &str) -> Act {
    Act::AskExtension {
        limit: limit.parse().unwrap(),
        reason: text("需开挖路面"),
    }
}

pub(crate) fn rule_extension(granted: bool) -> Act {
    Act::RuleExtension {
        granted,
        limit: None,
        reason: text("情况属实"),
    }
}

pub(crate) fn grant(limit: &str) -> Act {
    Act::RuleExtension {
        granted: true,
        limit: Some(limit.parse().unwrap()),
        reason: text("准一部分"),
    }
}

pub(crate) fn ask_send_back() -> Act {
    Act::AskSendBack {
        reason: text("不属于本单位职责"),
        proposal: text("建议由河道部门办理"),
    }
}

pub(crate) fn rule_send_back(granted: bool) -> Act {
    Act::RuleSendBack {
        granted,
        reason: text("经核实"),
    }
}

pub(crate) fn reply() -> Act {
    Act::Reply {
        text: text("已修复"),
        channel: None,
    }
}

pub(crate) fn demand_opinion() -> Act {
    Act::DemandOpinion {
        text: text("请书面说明"),
    }
}

pub(crate) fn give_opinion() -> Act {
    Act::GiveOpinion {
        text: text("书面意见如下"),
    }
}

pub(crate) fn urge() -> Act {
    Act::Urge {
        text: text("请抓紧")
    }
}

pub(crate) fn supervise(priority: &str) -> Act {
    Act::Supervise {
        priority: priority.to_owned(),
        text: text("请立即办理"),
    }
}

pub(crate) fn recheck(outcome: &str) -> Act {
    Act::Recheck {
        outcome: outcome.to_owned(),
        text: text("现场查看"),
    }
}

pub(crate) fn convene(outcome: &str) -> Act {
    Act::Convene {
        units: vec![unit("water"), unit("county-a")],
        outcome: outcome.to_owned(),
        text: text("会议记录"),
    }
}

pub(crate) fn designate(id: &str) -> Act {
    Act::Designate {
        unit: unit(id),
        reason: text("职责交叉，指定牵头"),
    }
}

pub(crate) fn confirm_repeat(earlier: Earlier) -> Act {
    Act::ConfirmRepeat { earlier }
}

pub(crate) fn escalate(measure: &str, serious: bool, refusal_without_reason: bool) -> Act {
    Act::Escalate {
        measure: measure.to_owned(),
        unit: unit("water"),
        serious,
        refusal_without_reason,
        text: text("记录"),
    }
}

pub(crate) fn link_emergency(when: Instant) -> Act {
    Act::LinkEmergency {
        partner: text("119指挥中心"),
        when,
        text: None,
    }
}

pub(crate) fn withdraw() -> Act {
    Act::Withdraw {
        reason: text("已自行解决"),
    }
}

pub(crate) fn add() -> Act {
    Act::Add {
        text: text("又坏了一盏"),
        attachments: Vec::new(),
    }
}

pub(crate) fn close(outcome: &str) -> Act {
    Act::Close {
        outcome: outcome.to_owned(),
    }
}

pub(crate) fn reopen() -> Act {
    Act::Reopen {
        reason: text("没有办好"),
    }
}
