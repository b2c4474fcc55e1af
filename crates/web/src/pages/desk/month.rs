//! The lists of months that were filed, and the form that files one.

use crate::parts::{Choice, Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use case::Post;
use procedure::{Procedure, Ruled};

/// A filed list.
#[derive(Debug)]
pub struct Line {
    /// Its address.
    pub href: String,
    /// Its number.
    pub number: String,
    /// The month.
    pub month: String,
    /// When it was filed.
    pub filed: String,
}

/// `GET /desk/month`.
#[derive(Debug, Template)]
#[template(path = "desk/month.html")]
pub struct Month {
    frame: Frame,
    lines: Vec<Line>,
    /// Empty for those who do not file.
    fields: Vec<Field>,
    command: String,
}

impl Month {
    /// The page. `typed` comes back with its faults where a form could not be taken.
    pub fn of(
        frame: Frame,
        procedure: &Procedure,
        posts: &[Post],
        lines: Vec<Line>,
        (command, typed, faults): (String, &str, &[(String, String)]),
    ) -> Self {
        let t = frame.t;
        let files = |by: &[String]| posts.iter().any(|post| by.contains(&post.role));
        let mine: Vec<_> = procedure.monthly.iter().filter(|list| files(&list.by)).collect();
        let choice = |(list, no): (&&procedure::Monthly, usize)| Choice {
            value: list.id.clone(),
            label: t.text(&list.name).to_owned(),
            note: list.clause().map(|clause| clause.as_str().to_owned()),
            chosen: no == 0,
        };
        let mut fields = Vec::new();
        if !mine.is_empty() {
            let lists = mine.iter().zip(0..).map(choice).collect();
            fields.push(Field::new(
                t,
                "list",
                t.say("desk-month-which"),
                Input::Radios(lists),
            ));
            fields.push(month(t, typed, faults));
        }
        Self {
            frame,
            lines,
            fields,
            command,
        }
    }
}

fn month(t: T, typed: &str, faults: &[(String, String)]) -> Field {
    let input = Input::Line {
        value: typed.to_owned(),
        kind: "month",
        autocomplete: "off",
        keyboard: "text",
        most: 7,
    };
    let mut field = Field::new(t, "month", t.say("desk-month-of"), input);
    field.fault = faults.first().map(|(_, says)| says.clone());
    field.must = true;
    field
}
