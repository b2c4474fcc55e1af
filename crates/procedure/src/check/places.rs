//! Where an act may stand and where it may lead: cases have their steps, work orders theirs.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::{ActRule, Do, Of, Ruled};
use crate::vocabulary::word;

/// Acts that only make sense on one unit's work order.
const ON_ORDERS: [Do; 10] = [
    Do::TakeBack,
    Do::SignFor,
    Do::Contact,
    Do::AskExtension,
    Do::RuleExtension,
    Do::AskSendBack,
    Do::RuleSendBack,
    Do::Report,
    Do::Review,
    Do::GiveOpinion,
];

/// Acts that only make sense on the case.
const ON_CASES: [Do; 28] = [
    Do::Complete,
    Do::Accept,
    Do::Refuse,
    Do::PassUp,
    Do::Answer,
    Do::Dispatch,
    Do::Claim,
    Do::Mark,
    Do::Tidy,
    Do::Publish,
    Do::Withhold,
    Do::Hide,
    Do::Submit,
    Do::Instruct,
    Do::ReportUp,
    Do::RuleAbove,
    Do::Merge,
    Do::Refer,
    Do::AnswerVisit,
    Do::Visit,
    Do::ConfirmRepeat,
    Do::LinkEmergency,
    Do::Withdraw,
    Do::Add,
    Do::Correct,
    Do::Close,
    Do::Reopen,
    Do::Archive,
];

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    for (index, act) in p.acts.iter().enumerate() {
        act_stands(file, index, act, found);
        act_leads(file, index, act, found);
    }
    for (index, clock) in p.clocks.iter().enumerate() {
        let of = clock.lapse_to.as_ref().and_then(|to| p.step(to)).map(|s| s.of);
        if of == Some(Of::Order) {
            let args = vec![
                ("step", clock.lapse_to.clone().unwrap_or_default()),
                ("want", Of::Case.word().to_owned()),
            ];
            found.fault(
                line!(file, "clock", index, "lapse_to"),
                "check-step-kind",
                clock.clause(),
                args,
            );
        }
    }
}

fn act_stands(file: &File<'_>, index: usize, act: &ActRule, found: &mut Findings) {
    let args = || vec![("act", word(act.does))];
    let of: Vec<Of> = act
        .in_steps
        .iter()
        .filter_map(|s| file.procedure.step(s))
        .map(|s| s.of)
        .collect();
    if act.does == Do::Receive {
        if !act.in_steps.is_empty() {
            found.fault(
                line!(file, "act", index, "in"),
                "check-receive-in",
                act.clause(),
                args(),
            );
        }
        if act.to.is_none() {
            found.fault(
                line!(file, "act", index, "do"),
                "check-receive-to",
                act.clause(),
                args(),
            );
        }
    } else if act.in_steps.is_empty() {
        found.fault(
            line!(file, "act", index, "do"),
            "check-act-nowhere",
            act.clause(),
            args(),
        );
    }
    if of.contains(&Of::Case) && of.contains(&Of::Order) {
        return found.fault(
            line!(file, "act", index, "in"),
            "check-act-mixed",
            act.clause(),
            args(),
        );
    }
    let want = match of.first() {
        Some(Of::Case) if ON_ORDERS.contains(&act.does) => Of::Order,
        Some(Of::Order) if ON_CASES.contains(&act.does) => Of::Case,
        _ => return,
    };
    let mut args = args();
    args.push(("want", want.word().to_owned()));
    found.fault(
        line!(file, "act", index, "in"),
        "check-act-kind",
        act.clause(),
        args,
    );
}

fn act_leads(file: &File<'_>, index: usize, act: &ActRule, found: &mut Findings) {
    let p = file.procedure;
    let own = act
        .in_steps
        .first()
        .and_then(|s| p.step(s))
        .map_or(Of::Case, |s| s.of);
    let mut leads = |key: &str, to: Option<&String>, want: Of| {
        let Some(to) = to else { return };
        if p.step(to).is_some_and(|s| s.of != want) {
            let args = vec![("step", to.clone()), ("want", want.word().to_owned())];
            found.fault(
                line!(file, "act", index, key),
                "check-step-kind",
                act.clause(),
                args,
            );
        }
    };
    leads("to", act.to.as_ref(), own);
    leads("case_to", act.case_to.as_ref(), Of::Case);
    leads("orders", act.orders.as_ref().map(|o| &o.to), Of::Order);
    let args = || vec![("act", word(act.does))];
    if own == Of::Case && act.case_to.is_some() {
        found.fault(
            line!(file, "act", index, "case_to"),
            "check-case-to-of-case",
            act.clause(),
            args(),
        );
    }
    if own == Of::Order && act.orders.is_some() {
        found.fault(
            line!(file, "act", index, "orders"),
            "check-orders-of-order",
            act.clause(),
            args(),
        );
    }
}
