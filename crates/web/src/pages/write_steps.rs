//! Writing in three short steps: what happened, where, who writes. What was typed in the other steps comes along in the
//! form: nothing is stored before it is sent, and going back loses nothing.

use super::answers::Answers;
use super::public_list::named;
use super::write::{Code, IN_ACCOUNT, accuses, in_account, matter, person, whom};
use super::write_check::{Checked, check};
use crate::parts::{Choice, Field, HeldFile, Input, Stopped, anonymous, note, with_held};
use crate::shell::{Again, Frame, T};
use askama::Template;
use procedure::Procedure;
use store::Unit;

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What happened.
    What,
    /// Where.
    Where,
    /// Who writes; with files, and everything before one's eyes once more.
    Who,
}

impl Step {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::What, Self::Where, Self::Who];

    /// The word that forms send.
    pub fn word(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Where => "where",
            Self::Who => "who",
        }
    }

    /// The step with a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// Whose field it is.
    pub fn of(field: &str) -> Self {
        match field {
            "category" | "title" | "text" | "accused" | "accused_named" => Self::What,
            "division" | "place" | "latitude" | "longitude" => Self::Where,
            _ => Self::Who,
        }
    }

    fn name(self, t: T) -> String {
        match self {
            Self::What => t.say("portal-step-what"),
            Self::Where => t.say("portal-step-where"),
            Self::Who => t.say("portal-step-who"),
        }
    }

    fn before(self) -> Option<Self> {
        match self {
            Self::What => None,
            Self::Where => Some(Self::What),
            Self::Who => Some(Self::Where),
        }
    }
}

/// What comes along from step to step.
const CARRIED: [&str; 15] = [
    "category",
    "title",
    "text",
    "accused",
    "accused_named",
    "division",
    "place",
    "latitude",
    "longitude",
    "name",
    "phone",
    "id_number",
    "phone_code",
    "with_code",
    IN_ACCOUNT,
];

/// What the last step asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// A phone for a code, or to go on without one.
    Phone,
    /// Everything about the person, with or without the code that was sent.
    Person(Code),
}

/// What a step is made of, beside what was typed.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// The rules in force.
    pub rules: &'a Procedure,
    /// Units that a message may accuse, by id and name; none where the rules have no such kind.
    pub accusable: &'a [(String, String)],
    /// Units that stand for places.
    pub places: &'a [Unit],
    /// The account that is open in this browser, masked.
    pub account: Option<&'a str>,
    /// Id of the message.
    pub command: &'a str,
}

/// `GET /write`, and the answer to `POST /write/step` and `POST /write/code`.
#[derive(Debug, Template)]
#[template(path = "write-step.html")]
pub struct WriteStep {
    frame: Frame,
    step: Step,
    asks: Asks,
    heading: String,
    progress: Vec<(String, bool, bool)>,
    says: String,
    fields: Vec<Field>,
    accused: Vec<Field>,
    accuses: bool,
    point: Vec<Field>,
    in_account: Option<Field>,
    hidden: Vec<(&'static str, String)>,
    command: String,
    anonymous: bool,
    check: Vec<Checked>,
    elsewhere: Vec<(Step, String, String)>,
    draft: bool,
    answers: Answers,
    stopped: Option<Stopped>,
}

impl WriteStep {
    /// A step. `was` gives what was typed so far, by name; `faults` what is wrong with it, in the reader's language.
    pub fn of(
        frame: Frame,
        step: Step,
        asks: Asks,
        made: Made<'_>,
        was: &dyn Fn(&str) -> String,
        faults: &[(String, String)],
    ) -> Self {
        let (t, rules) = (frame.t, made.rules);
        let mut page = Self {
            step,
            asks,
            heading: step.name(t),
            progress: Step::ALL
                .map(|one| (one.name(t), one == step, one < step))
                .to_vec(),
            says: t.args("portal-step-of", &[("step", (step as usize + 1).to_string())]),
            fields: Vec::new(),
            accused: Vec::new(),
            accuses: false,
            point: Vec::new(),
            in_account: None,
            hidden: Vec::new(),
            command: made.command.to_owned(),
            anonymous: false,
            check: Vec::new(),
            elsewhere: Vec::new(),
            // what accuses somebody is kept in no browser, which others may use
            draft: !rules.has_accusing_kind(),
            answers: Answers::nothing(t),
            stopped: None,
            frame,
        };
        match (step, asks) {
            (Step::What, _) => page.what(made, was),
            (Step::Where, _) => page.place(made, was),
            (Step::Who, Asks::Phone) => {
                let phone = Field::new(t, "phone", t.say("citizen-phone"), Input::phone(&was("phone")));
                page.fields = vec![phone.hint(t.say("citizen-phone-hint"))];
            }
            (Step::Who, Asks::Person(code)) => page.who(made, code, was),
        }
        let own = |page: &Self| -> Vec<String> {
            let boxed = page.in_account.iter();
            page.all().chain(boxed).map(|field| field.name.clone()).collect()
        };
        let shown = own(&page);
        let rest = CARRIED
            .into_iter()
            .filter(|name| !shown.iter().any(|own| own == name));
        page.hidden = rest
            .map(|name| (name, was(name)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        if step == Step::Who && asks != Asks::Phone {
            page.hidden.retain(|(name, _)| *name != "with_code");
        }
        for fields in [&mut page.fields, &mut page.accused, &mut page.point] {
            note(fields, faults);
        }
        page.accuses |= page.accused.iter().any(|field| field.fault.is_some());
        // what stands in another step is said here with the way there
        page.elsewhere = faults
            .iter()
            .filter(|(name, _)| !shown.contains(name))
            .map(|(name, says)| {
                let of = Step::of(name);
                (of, of.name(t), says.clone())
            })
            .collect();
        page.frame.again(Again {
            form: "writing",
            to: "/write/step",
            go: match (step, asks) {
                (Step::Who, Asks::Person(_)) => "form",
                (step, _) => step.word(),
            },
            plainly: match (step, asks) {
                (Step::Who, Asks::Person(_)) => "/write",
                (Step::Who, Asks::Phone) => "/write/code",
                (Step::What | Step::Where, _) => "/write/step",
            },
        });
        page
    }

    /// With the files that wait for it, whatever step it is; `lost`: others have to be chosen again.
    pub fn with_files(mut self, held: &[HeldFile], lost: bool) -> Self {
        with_held(self.frame.t, &mut self.fields, held, lost);
        if !self
            .fields
            .iter()
            .any(|field| matches!(field.input, Input::Files { .. }))
        {
            let along = held.iter().map(|file| (HeldFile::FIELD, file.value()));
            self.hidden.extend(along);
        }
        self
    }

    /// With what the knowledge base says to it.
    pub fn beside(self, answers: Answers) -> Self {
        Self { answers, ..self }
    }

    /// With why nothing was taken of it.
    pub fn stopped(self, stopped: Option<Stopped>) -> Self {
        Self { stopped, ..self }
    }

    fn what(&mut self, made: Made<'_>, was: &dyn Fn(&str) -> String) {
        let t = self.frame.t;
        self.fields = matter(t, made.rules, was);
        self.fields.retain(|field| Step::of(&field.name) == Step::What);
        if made.accusable.is_empty() {
            return;
        }
        self.accused = whom(t, made.accusable, was);
        self.accuses = accuses(made.rules, was);
    }

    fn place(&mut self, made: Made<'_>, was: &dyn Fn(&str) -> String) {
        let t = self.frame.t;
        let chosen = was("division");
        let none = (String::new(), t.say("portal-place-none"));
        let places = made
            .places
            .iter()
            .filter_map(|unit| Some((unit.territory.clone()?, named(t, unit))));
        let choices: Vec<Choice> = std::iter::once(none)
            .chain(places)
            .map(|(value, label)| Choice {
                chosen: value == chosen,
                value,
                label,
                note: None,
            })
            .collect();
        if choices.len() > 1 {
            let field = Field::new(t, "division", t.say("portal-division"), Input::List(choices));
            self.fields
                .push(field.hint(t.say("portal-division-hint")).optional());
        }
        let matter = matter(t, made.rules, was);
        self.fields
            .extend(matter.into_iter().filter(|field| field.name == "place"));
        // a point may be where the informant lives, and everybody who handles the case reads it
        if accuses(made.rules, was) {
            return;
        }
        let degrees = |name: &str, label: &str| {
            let line = Input::Line {
                value: was(name),
                kind: "text",
                autocomplete: "off",
                keyboard: "decimal",
                most: 12,
            };
            Field::new(t, name, t.say(label), line).optional()
        };
        self.point = vec![
            degrees("latitude", "portal-latitude").hint(t.say("portal-latitude-hint")),
            degrees("longitude", "portal-longitude").hint(t.say("portal-longitude-hint")),
        ];
    }

    fn who(&mut self, made: Made<'_>, code: Code, was: &dyn Fn(&str) -> String) {
        let t = self.frame.t;
        self.fields = person(t, code != Code::No, was);
        self.anonymous = code == Code::No && anonymous(made.rules);
        if self.anonymous {
            for field in &mut self.fields {
                field.must = false;
            }
        }
        let files = matter(t, made.rules, was).into_iter();
        self.fields
            .extend(files.filter(|field| field.name == "attachments"));
        self.in_account = made.account.map(|contact| in_account(t, contact, was));
        self.check = check(t, made, was);
    }

    fn all(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain(&self.accused).chain(&self.point)
    }

    fn faulty(&self) -> Vec<&Field> {
        self.all().filter(|field| field.fault.is_some()).collect()
    }

    /// Whether the form goes to be sent; all others lead to another step.
    fn sends(&self) -> bool {
        self.step == Step::Who && self.asks != Asks::Phone
    }

    fn asks_phone(&self) -> bool {
        self.step == Step::Who && self.asks == Asks::Phone
    }

    fn asks_code(&self) -> bool {
        self.sends() && self.asks != Asks::Person(Code::No)
    }

    fn sent(&self) -> bool {
        self.step == Step::Who && self.asks == Asks::Person(Code::Sent)
    }

    /// Whether answers come while one types.
    fn answers_here(&self) -> bool {
        self.step == Step::What
    }

    fn last(&self) -> Option<&'static str> {
        self.step.before().map(Step::word)
    }

    /// Whether the point stands open.
    fn pointed(&self) -> bool {
        self.point.iter().any(|field| {
            field.fault.is_some() || matches!(&field.input, Input::Line { value, .. } if !value.is_empty())
        })
    }
}
