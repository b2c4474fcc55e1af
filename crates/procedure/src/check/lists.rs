//! Lists and the acts that choose from them: an act without its list, a list entry without its act.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::{Do, Field, Purpose, Ruled};
use crate::vocabulary::word;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    acts_without_lists(file, found);
    entries_without_acts(file, found);
    let p = file.procedure;
    for (index, ground) in p.grounds.iter().enumerate() {
        let args = vec![("id", ground.id.clone())];
        if ground.emergency && ground.guidance.is_none() {
            let line = line!(file, "ground", index, "emergency");
            found.fault(line, "check-emergency-guidance", ground.clause(), args);
        } else if ground.guidance.is_some() && ground.purpose == Purpose::Accept {
            let line = line!(file, "ground", index, "guidance");
            found.fault(line, "check-guidance-on-accept", ground.clause(), args);
        }
    }
    for (index, guidance) in p.guidance.iter().enumerate() {
        if !p
            .grounds
            .iter()
            .any(|g| g.guidance.as_ref() == Some(&guidance.id))
        {
            let args = vec![("id", guidance.id.clone())];
            found.advice(
                line!(file, "guidance", index, "id"),
                "check-guidance-unused",
                guidance.clause(),
                args,
            );
        }
    }
}

fn acts_without_lists(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let purpose = |purpose: Purpose| p.grounds.iter().any(|g| g.purpose == purpose);
    for (index, act) in p.acts.iter().enumerate() {
        let needs = |field: Field| act.needs.iter().any(|n| n.field == field);
        let outcome = || p.outcomes.iter().any(|o| o.of_act == act.does);
        let (list, there) = match act.does {
            Do::Receive => ("channel", !p.channels.is_empty()),
            Do::Accept if needs(Field::Ground) => ("ground (purpose = \"accept\")", purpose(Purpose::Accept)),
            Do::Refuse => ("ground (purpose = \"refuse\")", purpose(Purpose::Refuse)),
            Do::Answer => (
                "way (by_act = \"answer\")",
                p.ways.iter().any(|w| w.by_act == Do::Answer),
            ),
            Do::Review => ("norm", !p.norms.is_empty()),
            Do::Supervise => ("priority", !p.priorities.is_empty()),
            Do::Escalate => ("measure", !p.measures.is_empty()),
            Do::Close if needs(Field::Outcome) => ("outcome (of_act = \"close\")", outcome()),
            Do::Recheck => ("outcome (of_act = \"recheck\")", outcome()),
            Do::Convene => ("outcome (of_act = \"convene\")", outcome()),
            Do::RecordAccountability => ("outcome (of_act = \"record-accountability\")", outcome()),
            _ => continue,
        };
        let category = needs(Field::Category) && p.categories.is_empty();
        let missing = if there {
            category.then_some("category")
        } else {
            Some(list)
        };
        if let Some(list) = missing {
            let args = vec![("act", word(act.does)), ("list", list.to_owned())];
            found.fault(
                line!(file, "act", index, "do"),
                "check-list-missing",
                act.clause(),
                args,
            );
        }
    }
}

fn entries_without_acts(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let has = |does: Do| p.acts.iter().any(|a| a.does == does);
    let mut idle: Vec<(&'static str, usize, Do)> = Vec::new();
    idle.extend(p.grounds.iter().enumerate().map(|(i, g)| {
        let does = if g.purpose == Purpose::Accept {
            Do::Accept
        } else {
            Do::Refuse
        };
        ("ground", i, does)
    }));
    idle.extend(p.ways.iter().enumerate().map(|(i, w)| ("way", i, w.by_act)));
    idle.extend(
        p.outcomes
            .iter()
            .enumerate()
            .map(|(i, o)| ("outcome", i, o.of_act)),
    );
    idle.extend(p.norms.iter().enumerate().map(|(i, _)| ("norm", i, Do::Review)));
    idle.extend(
        p.measures
            .iter()
            .enumerate()
            .map(|(i, _)| ("measure", i, Do::Escalate)),
    );
    let rules = file.rules();
    for (table, index, does) in idle.into_iter().filter(|(_, _, does)| !has(*does)) {
        let rule = rules.iter().find(|r| r.section == table && r.index == index);
        let args = vec![
            ("table", table.to_owned()),
            ("id", rule.and_then(|r| r.id).unwrap_or_default().to_owned()),
            ("act", word(does)),
        ];
        let clause = rule.and_then(|r| r.rule.clause());
        found.fault(line!(file, table, index, "id"), "check-list-idle", clause, args);
    }
}
