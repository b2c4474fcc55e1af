//! Own rules may only tighten: what is looser than the procedure is refused, naming both rules.

use super::compose::Parent;
use super::longer::never_longer;
use super::read::{Own, OwnClock};
use crate::check::Finding;
use crate::vocabulary::word;
use crate::{ActRule, ClauseId, ClockRule, Condition, Do, Norm, Of, Ruled, Scope};
use calendar::Limit;
use toml::de::DeTable;

/// What a rule of the procedure is called in a finding: its clause or the office's own decision, and where it stands.
fn named(rule: &dyn Ruled, place: String) -> Vec<(&'static str, String)> {
    let clause = rule.clause().map(ToString::to_string);
    vec![("rule", clause.unwrap_or_default()), ("place", place)]
}

pub(super) fn check(parent: &Parent<'_>, own: &Own<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let head = &own.tables.head;
    if head.extends != parent.procedure.head.id {
        let args = vec![
            ("extends", head.extends.clone()),
            ("id", parent.procedure.head.id.clone()),
        ];
        found.push(Finding::fault(1, "check-own-other", args));
        return found;
    }
    if let Some(public) = head
        .public
        .as_ref()
        .filter(|public| *public.get_ref() && !parent.procedure.head.public)
    {
        let args = vec![("id", head.extends.clone())];
        found.push(Finding::fault(
            own.line(public.span().start),
            "check-own-public",
            args,
        ));
    }
    for (index, clock) in own.tables.clocks.iter().enumerate() {
        let line = own.line(clock.span().start);
        found.extend(self::clock(parent, own, (index, clock.get_ref()), line));
    }
    for role in &own.tables.roles {
        found.extend(self::role(parent, own, role));
    }
    found.extend(
        own.tables
            .norms
            .iter()
            .filter_map(|norm| self::norm(parent, own, norm)),
    );
    for act in &own.tables.acts {
        found.push(self::act(parent, act.get_ref(), own.line(act.span().start)));
    }
    found
}

/// Keys that a limit of the procedure may have in own rules.
const OF_LIMITS: [&str; 5] = ["id", "limit", "limits", "clause", "name"];

fn clock(
    parent: &Parent<'_>,
    own: &Own<'_>,
    (index, clock): (usize, &OwnClock),
    line: usize,
) -> Vec<Finding> {
    let clocks = &parent.procedure.clocks;
    let Some(above) = clocks.iter().position(|rule| rule.id == clock.id) else {
        return Vec::new();
    };
    let Some(rule) = clocks.get(above) else {
        return Vec::new();
    };
    let of = |code, args: Vec<(&'static str, String)>| {
        let mut all = named(rule, parent.place("clock", above));
        all.push(("clock", clock.id.clone()));
        all.extend(args);
        Finding::fault(line, code, all).of_clause(clock.clause.as_ref())
    };
    let mut found = Vec::new();
    if rule.of == Of::Case {
        return vec![of("check-own-case-clock", Vec::new())];
    }
    let (root, _) = DeTable::parse_recoverable(own.text);
    let row = root
        .get_ref()
        .get("clock")
        .and_then(|list| list.get_ref().as_array());
    let row = row
        .and_then(|list| list.get(index))
        .and_then(|row| row.get_ref().as_table());
    let keys = row.into_iter().flat_map(|row| row.keys());
    for key in keys.filter(|key| !OF_LIMITS.contains(&key.get_ref().as_ref())) {
        found.push(of(
            "check-own-clock-key",
            vec![("key", key.get_ref().to_string())],
        ));
    }
    let plain = clock
        .limit
        .iter()
        .map(|limit| (*limit, &[][..], clock.clause.as_ref()));
    let on = clock.limits.iter().map(|l| {
        (
            l.limit,
            &l.only_if[..],
            l.clause.as_ref().or(clock.clause.as_ref()),
        )
    });
    for (limit, conditions, clause) in on.chain(plain) {
        if clause.is_none() {
            found.push(of("check-own-no-clause", Vec::new()));
        }
        if let Some(above) = looser(limit, conditions, rule) {
            let args = vec![("own", limit.to_string()), ("limit", above)];
            found.push(of("check-own-looser", args));
        }
    }
    found
}

/// The limit of the procedure that an own one is looser than. One on the conditions of an alternative is compared with
/// that, any other with all that may hold.
fn looser(own: Limit, conditions: &[Condition], rule: &ClockRule) -> Option<String> {
    let same = rule
        .limits
        .iter()
        .find(|l| !conditions.is_empty() && l.only_if == conditions);
    let above: Vec<Limit> = match same {
        Some(same) => vec![same.limit],
        None => rule.limits.iter().map(|l| l.limit).chain(rule.limit).collect(),
    };
    if above.is_empty() || rule.set_by_act {
        return Some("–".to_owned());
    }
    let longer = above
        .into_iter()
        .find(|above| !never_longer(own, *above, rule.start));
    longer.map(|limit| limit.to_string())
}

fn role(parent: &Parent<'_>, own: &Own<'_>, role: &toml::Spanned<super::read::OwnRole>) -> Option<Finding> {
    let line = own.line(role.span().start);
    let role = role.get_ref();
    let roles = &parent.procedure.roles;
    let fault = |code, args| Finding::fault(line, code, args).of_clause(role.clause.as_ref());
    let Some((index, above)) = roles.iter().enumerate().find(|(_, r)| r.id == role.id) else {
        let args = vec![
            ("role", role.id.clone()),
            ("id", parent.procedure.head.id.clone()),
        ];
        return Some(fault("check-own-role", args));
    };
    if narrower(role.sees, above.sees) {
        return None;
    }
    let mut args = named(above, parent.place("role", index));
    args.push(("role", role.id.clone()));
    args.push(("own", word(role.sees)));
    args.push(("sees", word(above.sees)));
    Some(fault("check-own-sees", args))
}

/// A further norm tightens: there is more for which a result is returned. One of the procedure stands as it is written.
fn norm(parent: &Parent<'_>, own: &Own<'_>, norm: &toml::Spanned<Norm>) -> Option<Finding> {
    let line = own.line(norm.span().start);
    let norm = norm.get_ref();
    let norms = parent.procedure.norms.iter().enumerate();
    let (index, above) = norms.into_iter().find(|(_, above)| above.id == norm.id)?;
    let mut args = named(above, parent.place("norm", index));
    args.push(("norm", norm.id.clone()));
    Some(Finding::fault(line, "check-own-norm", args).of_clause(norm.clause.as_ref()))
}

/// Whether the first sees no more than the second.
fn narrower(own: Scope, above: Scope) -> bool {
    own == above
        || own == Scope::None
        || above == Scope::All
        || (own == Scope::OwnUnit && above == Scope::Pool)
}

/// Own rules hold no acts; what this one would do is told.
fn act(parent: &Parent<'_>, own: &ActRule, line: usize) -> Finding {
    let acts = &parent.procedure.acts;
    let meets =
        |other: &ActRule| other.does == own.does && other.in_steps.iter().any(|s| own.in_steps.contains(s));
    let above = acts.iter().position(meets);
    let above = above.or_else(|| acts.iter().position(|other| other.does == own.does));
    let name = ("act", word(own.does));
    let fault = |code, args| Finding::fault(line, code, args).of_clause(own.clause.as_ref());
    let Some((index, rule)) = above.and_then(|index| Some((index, acts.get(index)?))) else {
        let args = vec![
            name,
            ("rule", String::new()),
            ("place", parent.procedure.head.id.clone()),
        ];
        return fault("check-own-act", args);
    };
    if let Some((review, judged)) = dropped_review(acts, rule, own) {
        let mut args = named(judged, parent.place("act", review));
        args.push(name);
        return fault("check-own-review", args);
    }
    let mut args = named(rule, parent.place("act", index));
    args.push(name);
    let lacking = |need: &&crate::Need| !own.needs.iter().any(|own| own.field == need.field);
    if let Some(need) = rule.needs.iter().find(lacking) {
        let clause: Option<&ClauseId> = need.clause.as_ref().or(rule.clause.as_ref());
        args.push(("field", word(need.field)));
        args.push(("needed", clause.map(ToString::to_string).unwrap_or_default()));
        return fault("check-own-needs", args);
    }
    fault("check-own-act", args)
}

/// The review that the procedure leads to by this act, and the own rule does not.
fn dropped_review<'a>(acts: &'a [ActRule], above: &ActRule, own: &ActRule) -> Option<(usize, &'a ActRule)> {
    let reviews = |rule: &&(usize, &ActRule), to: &Option<String>| {
        let judges = matches!(rule.1.does, Do::Review | Do::Sign | Do::RuleAbove);
        judges && to.as_ref().is_some_and(|to| rule.1.in_steps.contains(to))
    };
    let all: Vec<(usize, &ActRule)> = acts.iter().enumerate().collect();
    let leads = |rule: &ActRule| {
        let found = all
            .iter()
            .find(|r| reviews(r, &rule.to) || reviews(r, &rule.case_to));
        found.copied()
    };
    match (leads(above), leads(own)) {
        (Some(found), None) => Some(found),
        _ => None,
    }
}
