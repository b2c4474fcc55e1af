//! What the case hangs together with, on the case page.

use crate::parts::{Pager, Tag, grouped};
use crate::shell::T;
use calendar::Lang;
use office::view::CaseView;
use office::view::linked::{Linked, LinkedCase, LinkedLetter, Tie};

/// One line of the list.
#[derive(Debug)]
pub(crate) struct LinkRow {
    /// How it hangs together.
    pub(crate) tie: String,
    /// What it is called.
    pub(crate) name: String,
    /// Where it leads, for those who may go there.
    pub(crate) href: Option<String>,
    /// How it stands.
    pub(crate) step: Option<Tag>,
    /// What is said beside it.
    pub(crate) about: String,
}

/// Other cases first, then other lines, then where it came from and what crossed.
pub(crate) fn links(t: T, view: &CaseView, linked: &Linked) -> Vec<LinkRow> {
    let mut rows: Vec<LinkRow> = linked.cases.iter().map(|case| of_case(t, view, case)).collect();
    let rules = &view.adopted.procedure;
    let plain = |tie: String, name: String, about: String| LinkRow {
        tie,
        name,
        href: None,
        step: None,
        about,
    };
    for line in &view.case.lines {
        let channel = rules.channel(&line.channel).map(|c| t.text(&c.name).to_owned());
        let claimed = line.claimed.map(|_| t.say("desk-line-claimed"));
        rows.push(plain(
            channel.unwrap_or_else(|| t.say("desk-channel-line")),
            line.number.clone(),
            claimed.unwrap_or_default(),
        ));
    }
    if let Some(external) = &view.case.external {
        rows.push(plain(t.say("desk-external"), external.clone(), String::new()));
    }
    rows.extend(linked.items.iter().map(|(id, title)| LinkRow {
        tie: t.say("linked-item"),
        name: title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
        href: Some(format!("/desk/items/{id}")),
        step: None,
        about: String::new(),
    }));
    rows.extend(linked.letters.iter().map(|letter| of_letter(t, view, letter)));
    rows
}

/// How many are handled with this case, where not all of them stand on the page.
pub(crate) fn merged(t: T, linked: &Linked) -> Option<String> {
    let here = linked
        .cases
        .iter()
        .filter(|case| case.tie == Tie::MergedHere)
        .count();
    let all = linked.merged.filter(|all| *all > here as u64)?;
    let args = [("count", all.to_string()), ("shown", here.to_string())];
    Some(t.args("linked-merged-count", &args))
}

/// On to those that do not stand on the page.
pub(crate) fn pager(t: T, here: &str, linked: &Linked, behind: bool) -> Pager {
    Pager {
        t,
        first: behind.then(|| format!("{here}#linked")),
        next: linked
            .next
            .as_ref()
            .map(|after| format!("{here}?linked={after}#linked")),
    }
}

fn of_case(t: T, view: &CaseView, case: &LinkedCase) -> LinkRow {
    let tie = match case.tie {
        Tie::RepeatOf => t.say("linked-repeat-of"),
        Tie::MergedInto => t.say("linked-merged-into"),
        Tie::MergedHere => t.say("linked-merged-here"),
        Tie::SameCitizen => t.say("linked-same-citizen"),
    };
    let number = grouped(case.number.as_str());
    let Some(line) = &case.line else {
        return LinkRow {
            tie,
            name: number,
            href: None,
            step: None,
            about: t.say("linked-elsewhere"),
        };
    };
    let step = view.adopted.procedure.step(&line.row.step);
    LinkRow {
        tie,
        name: line.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
        href: Some(format!("/desk/case/{}", case.number)),
        step: step.map(|step| Tag::plain(t.text(&step.name))),
        about: format!(
            "{number} · {}",
            view.adopted.calendar.show(line.row.received, t.lang())
        ),
    }
}

fn of_letter(t: T, view: &CaseView, letter: &LinkedLetter) -> LinkRow {
    let peer = if t.lang() == Lang::Zh {
        &letter.zh
    } else {
        &letter.en
    };
    let at = view.adopted.calendar.show(letter.at, t.lang());
    let theirs = letter.theirs.clone().map(|number| {
        let args = [("number", number)];
        t.args("linked-theirs", &args)
    });
    LinkRow {
        tie: if letter.outgoing {
            t.say("linked-sent")
        } else {
            t.say("linked-came")
        },
        name: peer.clone(),
        href: (!letter.outgoing).then(|| format!("/desk/inbox/{}/{}", letter.peer, letter.id)),
        step: None,
        about: theirs.into_iter().chain([at]).collect::<Vec<_>>().join(" · "),
    }
}
