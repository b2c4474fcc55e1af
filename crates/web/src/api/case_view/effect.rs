//! What followed from an event.

use crate::api::named::Both;
use crate::api::time::Time;
use calendar::Calendar;
use case::Effect;
use case::event::Whom;
use serde::Serialize;
use utoipa::ToSchema;

/// Something that followed. What does not apply is left out.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = Effect)]
pub(crate) struct EffectBody {
    /// `step`, `start`, `meet`, `run-again`, `withdraw`, `extend`, `in-person`, `select`, `open`, `end`,
    /// `counts-against`, `relimit`, `recount`, `lapse-withdrawn`, `pause`, `resume`, `mark`, `pass-over`, `in-name`,
    /// `issue` or `tell`.
    effect: &'static str,
    /// The work order; the case where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<u16>,
    /// The step that is entered, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    /// The clock, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    clock: Option<String>,
    /// From when the clock counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Time>,
    /// The first moment that is too late.
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Time>,
    /// The due time before the clock was counted anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<Time>,
    /// The limit, or by how much it is extended.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<String>,
    /// The role that must act, or is told, by id; `citizen` and `unit` among those told.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    /// The unit that is told, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// The template of the message, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    template: Option<String>,
    /// The mark, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<String>,
    /// The document that is issued, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    /// Why a step is passed over, or in whose name the citizen is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Both>,
    /// The priority of supervision, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<String>,
}

impl EffectBody {
    /// Of an effect.
    pub(super) fn of(calendar: &Calendar, effect: &Effect) -> Self {
        let at = |at| Some(Time::of(calendar, at));
        let clocked = |effect, clock: &String, order: &Option<u16>| Self {
            effect,
            clock: Some(clock.clone()),
            order: *order,
            ..Self::default()
        };
        let ordered = |effect, order: u16| Self {
            effect,
            order: Some(order),
            ..Self::default()
        };
        match effect {
            Effect::Step { order, to } => Self {
                effect: "step",
                order: *order,
                step: Some(to.clone()),
                ..Self::default()
            },
            Effect::Start {
                clock,
                order,
                from,
                due,
                limit,
                ..
            } => Self {
                from: at(*from),
                due: at(*due),
                limit: limit.map(|l| l.to_string()),
                ..clocked("start", clock, order)
            },
            Effect::Relimit {
                clock,
                order,
                due,
                limit,
                ..
            } => Self {
                due: at(*due),
                limit: limit.map(|l| l.to_string()),
                ..clocked("relimit", clock, order)
            },
            Effect::Pause { clock, order } => clocked("pause", clock, order),
            Effect::Resume {
                clock, order, due, ..
            } => Self {
                due: at(*due),
                ..clocked("resume", clock, order)
            },
            Effect::Mark { mark, .. } => Self {
                effect: "mark",
                mark: Some(mark.clone()),
                ..Self::default()
            },
            Effect::Unmark { mark } => Self {
                effect: "unmark",
                mark: Some(mark.clone()),
                ..Self::default()
            },
            Effect::Issue { document, order } => Self {
                effect: "issue",
                document: Some(document.clone()),
                order: *order,
                ..Self::default()
            },
            Effect::PassOver { step, say } => Self {
                effect: "pass-over",
                step: Some(step.clone()),
                words: Some(Both::of(say)),
                ..Self::default()
            },
            Effect::InName { name } => Self {
                effect: "in-name",
                words: Some(Both::of(name)),
                ..Self::default()
            },
            Effect::Meet { clock, order } => clocked("meet", clock, order),
            Effect::RunAgain { clock, order } => clocked("run-again", clock, order),
            Effect::Withdraw { clock, order } => clocked("withdraw", clock, order),
            Effect::Extend {
                clock,
                order,
                due,
                by,
                ..
            } => Self {
                due: at(*due),
                limit: Some(by.to_string()),
                ..clocked("extend", clock, order)
            },
            Effect::Recount {
                clock,
                order,
                was,
                due,
                ..
            } => Self {
                was: at(*was),
                due: at(*due),
                ..clocked("recount", clock, order)
            },
            Effect::LapseWithdrawn {
                clock, order, was, ..
            } => Self {
                was: at(*was),
                ..clocked("lapse-withdrawn", clock, order)
            },
            Effect::InPerson { order, role } => Self {
                role: Some(role.clone()),
                ..ordered("in-person", *order)
            },
            Effect::Select { priority } => Self {
                effect: "select",
                priority: Some(priority.clone()),
                ..Self::default()
            },
            Effect::Open { order } => ordered("open", *order),
            Effect::End { order } => ordered("end", *order),
            Effect::CountsAgainst => Self {
                effect: "counts-against",
                ..Self::default()
            },
            Effect::Tell {
                whom,
                template,
                order,
            } => {
                let (role, unit) = told(whom);
                Self {
                    effect: "tell",
                    order: *order,
                    role: Some(role),
                    unit,
                    template: Some(template.clone()),
                    ..Self::default()
                }
            }
        }
    }
}

fn told(whom: &Whom) -> (String, Option<String>) {
    match whom {
        Whom::Citizen => ("citizen".to_owned(), None),
        Whom::Unit(unit) => ("unit".to_owned(), Some(unit.to_string())),
        Whom::Role { role, unit } => (role.clone(), unit.as_ref().map(ToString::to_string)),
    }
}
