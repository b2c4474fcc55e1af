//! The walk: what somebody does next, and what must hold whoever did it.

use crate::random_people::city::{City, Heads, Known, STRANGER};
use crate::random_people::dice::Dice;
use crate::random_people::http::{Answer, Request};
use crate::random_people::secrets::{Secret, may_know, may_open, may_read};
use case::Case;
use procedure::Procedure;
use serde_json::Value;

/// A command that was answered with yes.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    pub(crate) who: usize,
    pub(crate) request: Request,
    /// What was answered, where it is the same each time.
    pub(crate) said: Option<Value>,
}

/// How often what happened: a walk in which nothing did would prove nothing.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) messages: u32,
    pub(crate) acts: u32,
    pub(crate) refused: u32,
    pub(crate) twice: u32,
    pub(crate) forms: u32,
    pub(crate) hidden: u32,
    pub(crate) restarts: u32,
}

pub(crate) struct Walk {
    pub(crate) city: City,
    pub(crate) dice: Dice,
    pub(crate) rules: Procedure,
    pub(crate) done: Vec<Done>,
    /// Promises that came with receipts.
    pub(crate) promises: Vec<String>,
    pub(crate) tally: Tally,
    pub(crate) routes: Vec<(String, String)>,
    heads: Heads,
    ids: u32,
}

impl Walk {
    pub(crate) async fn new(city: City, seed: u64) -> Self {
        let heads = city.heads().await;
        Self {
            city,
            dice: Dice::new(seed),
            rules: procedure::read(include_str!("../../../../procedures/suqian-12345.toml")).unwrap(),
            done: Vec::new(),
            promises: Vec::new(),
            tally: Tally::default(),
            routes: web::routes(),
            heads,
            ids: 0,
        }
    }

    pub(crate) async fn step(&mut self) {
        match self.dice.below(100) {
            0..14 => self.message().await,
            14..60 => self.act().await,
            60..75 => self.form().await,
            75..86 => self.look().await,
            86..91 => self.garbage().await,
            91..94 => self.open_person().await,
            _ => self.time_passes().await,
        }
    }

    /// An id that no command had.
    pub(crate) fn id(&mut self) -> String {
        self.ids += 1;
        format!("walk-{}", self.ids)
    }

    /// Anybody, by place in the list.
    pub(crate) fn somebody(&mut self) -> usize {
        self.dice.below(self.city.people.len())
    }

    /// Mostly somebody who may read a case, so that it gets on; sometimes anybody.
    pub(crate) async fn somebody_for(&mut self, known: &Known) -> usize {
        if self.dice.once_in(4) {
            return self.somebody();
        }
        let case = self.case(&known.number).await;
        let people = self.city.people.iter().enumerate();
        let may = people.filter(|(_, person)| may_read(&case, &known.number, &person.login, &person.eyes));
        let may: Vec<usize> = may.map(|(who, _)| who).collect();
        if may.is_empty() {
            self.somebody()
        } else {
            self.dice.one(&may)
        }
    }

    pub(crate) fn stranger(&self) -> usize {
        self.who(STRANGER)
    }

    pub(crate) fn who(&self, login: &str) -> usize {
        let mut people = self.city.people.iter();
        people.position(|person| person.login == login).unwrap()
    }

    /// One request.
    pub(crate) async fn ask(&mut self, who: usize, request: &Request, about: Option<&Secret>) -> Answer {
        let mut answers = self.ask_all(&[(who, request.clone())], about).await;
        answers.pop().unwrap()
    }

    /// Requests that are under way together. What was only asked or was refused has changed nothing; nobody sees what
    /// access denies; nothing breaks.
    pub(crate) async fn ask_all(&mut self, sent: &[(usize, Request)], about: Option<&Secret>) -> Vec<Answer> {
        let answers = self.city.send(sent).await;
        let heads = self.city.heads().await;
        let mut changes = false;
        for ((who, request), answer) in sent.iter().zip(&answers) {
            let login = &self.city.people[*who].login;
            let at = format!("{} {} as {login}", request.method, request.path);
            assert!(answer.status < 500, "{at}: {}\n{}", answer.status, answer.body);
            changes |= request.method != "GET" && answer.status < 400;
            self.tally.refused += u32::from(answer.status >= 400);
            self.judge(*who, request, answer, &at).await;
        }
        if !changes {
            let (old, new): (Vec<_>, Vec<_>) = (self.heads.iter().collect(), heads.iter().collect());
            let moved: Vec<_> = new.iter().filter(|head| !old.contains(head)).collect();
            assert!(
                moved.is_empty(),
                "refused or only asked, and yet changed: {moved:?} by {sent:?}"
            );
        }
        let fresh: Vec<String> = heads
            .keys()
            .filter(|stream| !self.heads.contains_key(*stream))
            .cloned()
            .collect();
        for number in fresh.iter().filter_map(|stream| stream.strip_prefix("case/")) {
            let secret = about.unwrap_or_else(|| panic!("a case {number} from nowhere: {sent:?}"));
            let there = self
                .city
                .cases
                .iter()
                .any(|known| known.secret.mark == secret.mark);
            assert!(!there, "a second case {number} of one message: {sent:?}");
            self.city.cases.push(Known {
                number: number.to_owned(),
                secret: secret.clone(),
            });
            self.tally.messages += 1;
        }
        self.heads = heads;
        answers
    }

    /// Where the stream of a case ends.
    pub(crate) fn head(&self, number: &str) -> i64 {
        self.heads
            .get(&format!("case/{number}"))
            .copied()
            .unwrap_or_default()
    }

    pub(crate) async fn case(&self, number: &str) -> Case {
        let test = &self.city.served.test;
        let loaded = test
            .office
            .store()
            .load_case(&test.j, &number.into())
            .await
            .unwrap();
        loaded.unwrap().case
    }

    /// Whether an answer tells somebody what they may not know.
    async fn judge(&mut self, who: usize, request: &Request, answer: &Answer, at: &str) {
        let person = self.city.people[who].clone();
        let opens = request.path.ends_with("/person") && answer.status == 200;
        for known in self.city.cases.clone() {
            let secret = &known.secret;
            let told = |what: &str| answer.body.contains(what) && !request.says(what);
            let identity = secret.identity().into_iter().find(|what| told(what));
            // whoever sends a message, once more too, is told its number
            let (mark, number) = (
                told(&secret.mark),
                told(&known.number) && !request.says(&secret.mark),
            );
            if identity.is_none() && !mark && !number {
                continue;
            }
            let case = self.case(&known.number).await;
            let (login, eyes) = (&person.login, &person.eyes);
            if let Some(identity) = identity {
                let may = opens && may_open(&case, &known.number, login, eyes);
                assert!(
                    may,
                    "{at} tells who wrote {}: {identity}\n{}",
                    known.number, answer.body
                );
            }
            let may = !mark || may_read(&case, &known.number, login, eyes);
            assert!(may, "{at} tells what stands in {}\n{}", known.number, answer.body);
            let may = !number || may_know(&case, &known.number, login, eyes);
            assert!(may, "{at} tells that there is {}\n{}", known.number, answer.body);
        }
        if answer.status == 404 {
            self.tally.hidden += 1;
        }
    }

    /// Minutes or days go by; timers, recounts, rounds and the public log do what is due.
    async fn time_passes(&mut self) {
        let test = &self.city.served.test;
        let late = office::Clock::now(&*test.clock) > testkit::at("2026-10-01T00:00:00");
        let minutes = self.dice.one(&[1, 20, 61, 240, 1440, 4320]);
        test.clock.advance(if late { 1 } else { minutes });
        test.office.run_timers().await.unwrap();
        test.office.run_rounds().await.unwrap();
        test.office.run_log().await.unwrap();
        self.heads = self.city.heads().await;
    }

    /// The program stops and starts again. What was answered with yes is there, and is not done a second time.
    pub(crate) async fn restart(&mut self) {
        self.city.served.restart().await;
        assert_eq!(self.city.heads().await, self.heads, "changed by a restart");
        self.tally.restarts += 1;
        let last: Vec<Done> = self.done.iter().rev().take(12).cloned().collect();
        for done in last {
            self.again(&done).await;
        }
    }

    /// A command comes once more.
    pub(crate) async fn again(&mut self, done: &Done) {
        let before = self.heads.clone();
        let answer = self.ask(done.who, &done.request, None).await;
        if let Some(said) = &done.said {
            assert_eq!(&answer.json(), said, "{:?} was answered otherwise", done.request);
        }
        assert_eq!(self.heads, before, "done a second time: {:?}", done.request);
        self.tally.twice += 1;
    }
}
