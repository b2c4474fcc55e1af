//! A scene: a message, and what becomes of it step by step.

use super::neighbours;
use crate::Draft;
use crate::draft::CitizenDraft;
use case::OrderNo;

/// Stands for the citizen among the logins of staff.
pub(super) const CITIZEN: &str = "citizen";

/// One case.
pub(super) struct Scene {
    /// Names it for other scenes.
    pub(super) key: &'static str,
    /// Minutes before now at which it comes in.
    pub(super) ago: i64,
    /// The operator who takes the call; the citizen writes where absent.
    pub(super) operator: Option<&'static str>,
    pub(super) channel: &'static str,
    pub(super) category: Option<&'static str>,
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    pub(super) place: Option<&'static str>,
    pub(super) citizen: CitizenDraft,
    /// Whether a picture comes along.
    pub(super) picture: bool,
    /// Number on another platform.
    pub(super) external: Option<&'static str>,
    pub(super) steps: Vec<Step>,
}

/// One act.
pub(super) struct Step {
    /// Minutes after the message came in.
    pub(super) after: i64,
    /// Login, or [`CITIZEN`].
    pub(super) who: &'static str,
    pub(super) order: Option<OrderNo>,
    pub(super) draft: Draft,
    /// Whether a picture comes along.
    pub(super) picture: bool,
}

impl Scene {
    /// A complaint that the n-th citizen writes on the website.
    pub(super) fn new(
        key: &'static str,
        ago: i64,
        citizen: usize,
        title: &'static str,
        text: &'static str,
    ) -> Self {
        Self {
            key,
            ago,
            operator: None,
            channel: "website",
            category: Some("complaint"),
            title,
            text,
            place: None,
            citizen: neighbours::registered(citizen),
            picture: false,
            external: None,
            steps: Vec::new(),
        }
    }

    /// It comes through another channel.
    pub(super) fn through(self, channel: &'static str) -> Self {
        Self { channel, ..self }
    }

    /// An operator takes the call.
    pub(super) fn call(self, operator: &'static str) -> Self {
        let operator = Some(operator);
        Self {
            operator,
            channel: "phone",
            ..self
        }
    }

    /// It is a consultation or a suggestion.
    pub(super) fn kind(self, category: &'static str) -> Self {
        Self {
            category: Some(category),
            ..self
        }
    }

    pub(super) fn place(self, place: &'static str) -> Self {
        Self {
            place: Some(place),
            ..self
        }
    }

    /// A netizen posts it in the section of a town, where nobody asks for the kind.
    pub(super) fn posted(self, citizen: usize) -> Self {
        Self {
            channel: "portal",
            category: None,
            citizen: neighbours::caller(citizen),
            ..self
        }
    }

    /// Only name and phone are known so far.
    pub(super) fn unregistered(self, citizen: usize) -> Self {
        Self {
            citizen: neighbours::caller(citizen),
            ..self
        }
    }

    /// It came under another number.
    pub(super) fn numbered(self, external: &'static str) -> Self {
        Self {
            external: Some(external),
            ..self
        }
    }

    /// A picture comes along: with the last step, or with the message.
    pub(super) fn picture(mut self) -> Self {
        match self.steps.last_mut() {
            Some(step) => step.picture = true,
            None => self.picture = true,
        }
        self
    }

    /// So many minutes later, somebody acts on the case.
    pub(super) fn then(self, minutes: i64, who: &'static str, draft: Draft) -> Self {
        self.step(minutes, who, None, draft)
    }

    /// So many minutes later, somebody acts on a work order.
    pub(super) fn order(self, no: OrderNo, minutes: i64, who: &'static str, draft: Draft) -> Self {
        self.step(minutes, who, Some(no), draft)
    }

    fn step(mut self, minutes: i64, who: &'static str, order: Option<OrderNo>, draft: Draft) -> Self {
        let before = self.steps.last().map_or(0, |step| step.after);
        self.steps.push(Step {
            after: before + minutes,
            who,
            order,
            draft,
            picture: false,
        });
        self
    }
}
