//! One field of a form: label, hint, fault, and the control itself.

use super::{HeldFile, piece};
use crate::shell::T;
use askama::Template;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// The clause it stands on, or what it means.
    pub note: Option<String>,
    /// Chosen now.
    pub chosen: bool,
}

/// One line of the picker of units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// From 1; names end with it: `to-1`, `part-1`, `direct-1`.
    pub no: u8,
    /// The units.
    pub units: Vec<Choice>,
    /// Lead (主办) or assisting.
    pub lead: bool,
    /// Can answer without investigation.
    pub direct: bool,
}

impl UnitLine {
    /// Whether a unit is chosen.
    fn taken(&self) -> bool {
        self.units.iter().any(|unit| unit.chosen)
    }
}

/// The control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Line {
        /// What stands there.
        value: String,
        /// HTML type: `text`, `tel`, `search`, `password`, `datetime-local`.
        kind: &'static str,
        /// What browsers may fill in (`name`, `tel`, `off`, …).
        autocomplete: &'static str,
        /// Keyboard on phones: `text`, `tel`, `numeric`.
        keyboard: &'static str,
        /// Most characters.
        most: u16,
    },
    /// Several lines.
    Area {
        /// What stands there.
        value: String,
        /// Height in lines.
        rows: u8,
        /// Most characters.
        most: u32,
    },
    /// One of many, in a list.
    List(Vec<Choice>),
    /// The same in groups, behind what belongs to none.
    Groups(Vec<Choice>, Vec<(String, Vec<Choice>)>),
    /// One of few, all in sight.
    Radios(Vec<Choice>),
    /// Any of several.
    Boxes(Vec<Choice>),
    /// Yes, or left alone.
    Tick {
        /// Ticked now.
        on: bool,
    },
    /// Files.
    Files {
        /// How many at most.
        most: u8,
        /// Those that wait for the form already.
        held: Vec<HeldFile>,
    },
    /// Units with their parts in a dispatch; the first line leads.
    Units(Vec<UnitLine>),
    /// A number and its unit of time; the unit is sent as `{name}_unit`.
    Limit {
        /// The number.
        amount: String,
        /// The units of time.
        units: Vec<Choice>,
    },
}

/// A field.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    /// The catalogue.
    pub t: T,
    /// Name under which it is sent.
    pub name: String,
    /// Unique on the page.
    pub id: String,
    /// What is asked.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// What is wrong with the answer.
    pub fault: Option<String>,
    /// Whether it must be answered.
    pub must: bool,
    /// The control.
    pub input: Input,
}
piece!(Field);

impl Field {
    /// Bytes that a file has at most.
    const MOST_BYTES: usize = crate::shell::FILE;
    /// Kinds of files that are taken.
    const ACCEPT: &str = crate::shell::ACCEPT;

    /// A field that must be answered; its name is its id.
    pub fn new(t: T, name: &str, label: String, input: Input) -> Self {
        Self {
            t,
            name: name.to_owned(),
            id: name.to_owned(),
            label,
            hint: None,
            fault: None,
            must: true,
            input,
        }
    }

    /// With a word on how to answer.
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// That may be left alone.
    pub fn optional(mut self) -> Self {
        self.must = false;
        self
    }

    /// Controls of several parts get a group with a legend instead of a label.
    fn grouped(&self) -> bool {
        matches!(
            self.input,
            Input::Radios(_) | Input::Boxes(_) | Input::Units(_) | Input::Limit { .. }
        )
    }

    /// Whether a list has a choice of its own for none.
    fn offers_none(&self) -> bool {
        matches!(&self.input, Input::List(all) | Input::Groups(all, _) if all.iter().any(|c| c.value.is_empty()))
    }

    /// For `aria-describedby`: the ids of hint and fault, where there are.
    fn described(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let fault = self.fault.as_ref().map(|_| format!("{}-fault", self.id));
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

impl Input {
    /// A line of plain text.
    pub fn line(value: &str, most: u16) -> Self {
        Self::Line {
            value: value.to_owned(),
            kind: "text",
            autocomplete: "off",
            keyboard: "text",
            most,
        }
    }

    /// A line that takes a phone number.
    pub fn phone(value: &str) -> Self {
        Self::Line {
            value: value.to_owned(),
            kind: "tel",
            autocomplete: "tel",
            keyboard: "tel",
            most: 20,
        }
    }

    /// Files, at most so many.
    pub fn files(most: u8) -> Self {
        let held = Vec::new();
        Self::Files { most, held }
    }

    /// Several lines of text.
    pub fn area(value: &str, rows: u8, most: u32) -> Self {
        Self::Area {
            value: value.to_owned(),
            rows,
            most,
        }
    }
}

/// Files that wait for the form stand beside its field; a browser forgets the others, and that is said.
pub(crate) fn with_held(t: T, fields: &mut [Field], files: &[HeldFile], lost: bool) {
    for field in fields {
        if let Input::Files { held, .. } = &mut field.input {
            *held = files.to_vec();
            if lost {
                field.hint = Some(t.say("shell-attachments-again"));
            }
        }
    }
}

/// What is wrong with which field.
pub(crate) fn note(fields: &mut [Field], wrong: &[(String, String)]) {
    for field in fields {
        let found = wrong.iter().find(|(name, _)| *name == field.name);
        field.fault = found.map(|(_, says)| says.clone());
    }
}
