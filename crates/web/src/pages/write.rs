//! Writing a message with everything on one page, without a code; and the fields that the steps share with it.

use super::write_steps::Step;
use crate::parts::{Choice, Field, HeldFile, Input, Stopped, anonymous, note, with_held};
use crate::shell::{Again, Frame, T};
use askama::Template;
use procedure::Procedure;

/// `GET /write/form`: the message on one page; sends to `POST /write`.
#[derive(Debug, Template)]
#[template(path = "write.html")]
pub struct Write {
    frame: Frame,
    matter: Vec<Field>,
    person: Vec<Field>,
    code: Code,
    command: String,
    anonymous: bool,
    /// Whom the message accuses, where the procedure has a kind for that.
    accused: Vec<Field>,
    /// Whether what they ask stands open.
    accuses: bool,
    /// Whether it stands in the account that is open in this browser too.
    in_account: Option<Field>,
    stopped: Option<Stopped>,
}

/// Name of the box that puts a message into the account that is open.
pub const IN_ACCOUNT: &str = "in_account";

/// Whether the form asks for the code that went to the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// It does not: an operator verifies the real name later.
    No,
    /// It does.
    Asked,
    /// It does, and the code has just been sent.
    Sent,
}

impl Write {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("citizen-write")
    }

    /// The form. `was` gives what was typed before, by name;
    /// `faults` what is wrong with it, in the reader's language.
    pub fn of(
        mut frame: Frame,
        procedure: &Procedure,
        code: Code,
        command: &str,
        was: &dyn Fn(&str) -> String,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let mut matter = matter(t, procedure, was);
        let mut person = person(t, code != Code::No, was);
        // the steps take it all along
        frame.again(Again {
            form: "writing",
            to: "/write/step",
            go: Step::What.word(),
            plainly: "/write",
        });
        // without a code nobody has to say who they are, where no rule asks
        let anonymous = code == Code::No && anonymous(procedure);
        if anonymous {
            for field in &mut person {
                field.must = false;
            }
        }
        for field in matter.iter_mut().chain(&mut person) {
            let wrong = faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        Self {
            frame,
            matter,
            person,
            code,
            command: command.to_owned(),
            anonymous,
            accused: Vec::new(),
            accuses: false,
            in_account: None,
            stopped: None,
        }
    }

    /// And asks whether it goes into the account that is open in this browser, which may be somebody else's.
    pub fn beside_account(self, contact: &str, was: &dyn Fn(&str) -> String) -> Self {
        let t = self.frame.t;
        Self {
            in_account: Some(in_account(t, contact, was)),
            ..self
        }
    }

    /// And asks whom a message accuses (PL-18): a unit of this list as id and name, or in one's own words.
    pub fn asking_whom(
        self,
        procedure: &Procedure,
        units: &[(String, String)],
        was: &dyn Fn(&str) -> String,
        faults: &[(String, String)],
    ) -> Self {
        let mut accused = whom(self.frame.t, units, was);
        note(&mut accused, faults);
        Self {
            accuses: accuses(procedure, was) || accused.iter().any(|field| field.fault.is_some()),
            accused,
            ..self
        }
    }

    /// With the files that wait for it; `lost`: others have to be chosen again.
    pub fn with_files(mut self, held: &[HeldFile], lost: bool) -> Self {
        with_held(self.frame.t, &mut self.matter, held, lost);
        self
    }

    /// With why nothing was taken of it.
    pub fn stopped(self, stopped: Option<Stopped>) -> Self {
        Self { stopped, ..self }
    }

    fn asks_code(&self) -> bool {
        self.code != Code::No
    }

    fn sent(&self) -> bool {
        self.code == Code::Sent
    }

    fn faulty(&self) -> Vec<&Field> {
        let all = self.matter.iter().chain(&self.accused).chain(&self.person);
        all.filter(|field| field.fault.is_some()).collect()
    }
}

/// Whether it goes into the account that is open.
pub(super) fn in_account(t: T, contact: &str, was: &dyn Fn(&str) -> String) -> Field {
    let label = t.args("citizen-in-account", &[("contact", contact.to_owned())]);
    let on = was(IN_ACCOUNT) == "yes";
    Field::new(t, IN_ACCOUNT, label, Input::Tick { on }).optional()
}

/// What it is about.
pub(super) fn matter(t: T, procedure: &Procedure, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let chosen = was("category");
    let kinds = procedure.categories.iter().map(|category| Choice {
        value: category.id.clone(),
        label: t.text(&category.name).to_owned(),
        note: None,
        chosen: category.id == chosen,
    });
    // Not every procedure tells kinds apart.
    let kind = (!procedure.categories.is_empty()).then(|| {
        let kinds = Input::Radios(kinds.collect());
        Field::new(t, "category", t.say("citizen-category"), kinds).optional()
    });
    let others = [
        Field::new(t, "title", t.say("citizen-title"), Input::line(&was("title"), 60))
            .hint(t.say("citizen-title-hint")),
        Field::new(
            t,
            "text",
            t.say("citizen-text"),
            Input::area(&was("text"), 9, 20_000),
        )
        .hint(t.say("citizen-text-hint")),
        Field::new(
            t,
            "place",
            t.say("citizen-place"),
            Input::line(&was("place"), 120),
        )
        .hint(t.say("citizen-place-hint"))
        .optional(),
        Field::new(t, "attachments", t.say("citizen-attachments"), Input::files(5))
            .hint(t.say("shell-attachments-hint"))
            .optional(),
    ];
    kind.into_iter().chain(others).collect()
}

/// Whether a message accuses somebody (PL-18): by its kind, or because it says whom.
pub(crate) fn accuses(procedure: &Procedure, was: &dyn Fn(&str) -> String) -> bool {
    let chosen = was("category");
    let kind = procedure.categories.iter().find(|kind| kind.id == chosen);
    let says_whom = ["accused", "accused_named"]
        .iter()
        .any(|name| !was(name).is_empty());
    says_whom || kind.is_some_and(|kind| kind.accuses)
}

/// Whom it accuses: one of the units, or somebody in one's own words.
pub(super) fn whom(t: T, units: &[(String, String)], was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let chosen = was("accused");
    let units = units.iter().map(|(id, name)| Choice {
        value: id.clone(),
        label: name.clone(),
        note: None,
        chosen: *id == chosen,
    });
    vec![
        Field::new(
            t,
            "accused",
            t.say("citizen-accused"),
            Input::List(units.collect()),
        )
        .optional(),
        Field::new(
            t,
            "accused_named",
            t.say("citizen-accused-named"),
            Input::line(&was("accused_named"), 200),
        )
        .hint(t.say("citizen-accused-named-hint"))
        .optional(),
    ]
}

/// Who writes. Without a code the real name is verified later, by an operator.
pub(super) fn person(t: T, with_code: bool, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let line = |name: &str, kind, autocomplete, keyboard, most| Input::Line {
        value: was(name),
        kind,
        autocomplete,
        keyboard,
        most,
    };
    let mut fields = vec![
        Field::new(
            t,
            "name",
            t.say("citizen-name"),
            line("name", "text", "name", "text", 40),
        ),
        Field::new(t, "phone", t.say("citizen-phone"), Input::phone(&was("phone"))),
    ];
    let id_number = Field::new(
        t,
        "id_number",
        t.say("citizen-id-number"),
        line("id_number", "text", "off", "text", 18),
    )
    .hint(t.say("citizen-id-number-hint"));
    if with_code {
        let code = line("phone_code", "text", "one-time-code", "numeric", 6);
        fields
            .push(Field::new(t, "phone_code", t.say("citizen-code"), code).hint(t.say("citizen-code-hint")));
        fields.push(id_number);
    } else {
        fields.push(id_number.optional());
    }
    fields
}
