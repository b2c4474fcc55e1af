//! What people do: send messages, act on cases, fill in forms, look around, and send what no form would.

use crate::random_people::drafts::{Choices, spoiled};
use crate::random_people::forms::forms;
use crate::random_people::http::Request;
use crate::random_people::secrets::Secret;
use crate::random_people::walk::{Done, Walk};
use serde_json::{Value, json};

/// Acts beside the course of a case: done more seldom, so that cases get on.
const BESIDE: [&str; 21] = [
    "add",
    "withdraw",
    "correct",
    "supervise",
    "confirm-repeat",
    "link-emergency",
    "urge",
    "contact",
    "demand-opinion",
    "give-opinion",
    "recheck",
    "record-accountability",
    "escalate",
    "convene",
    "designate",
    "ask-extension",
    "reopen",
    "deliver",
    "refuse",
    "take-back",
    "pass-up",
];

impl Walk {
    /// The one-time code that went to a phone, where one was sent.
    async fn code(&mut self, secret: &Secret) -> Option<String> {
        let stranger = self.stranger();
        let asked = Request::json("/api/v1/codes", &json!({"phone": secret.phone}));
        let answer = self.ask(stranger, &asked, None).await;
        if answer.status == 204 {
            Some(self.city.served.test.sent_code(&secret.phone).await)
        } else {
            None
        }
    }

    /// A message: by a citizen, or by staff for a caller, sometimes against somebody.
    pub(crate) async fn message(&mut self) {
        let secret = self.city.new_secret();
        let by_staff = self.dice.once_in(3);
        let code = if !by_staff && !self.dice.once_in(3) {
            self.code(&secret).await
        } else {
            None
        };
        let mut message = json!({
            "id": self.id(), "channel": if by_staff { "phone" } else { "website" },
            "title": secret.text("路灯不亮"), "text": secret.text("路灯不亮，请尽快处理"),
            "category": self.dice.one(&["complaint", "consultation", "suggestion"]),
            "citizen": secret.citizen(code.as_deref()),
        });
        if self.dice.once_in(5) {
            message["attachments"] = json!([{"name": "证据.txt", "content": "6K+B5o2u"}]);
        }
        if by_staff {
            match self.dice.below(8) {
                0..3 => message["accused"] = json!([self.dice.one(&["urban", "water", "county", "town"])]),
                3 => message["accused_people"] = json!(["second-operator"]),
                4 if self.dice.once_in(3) => message["accused"] = json!(["this-office"]),
                _ => {}
            }
        }
        if self.dice.once_in(10) {
            message = spoiled(&message, &mut self.dice);
        }
        let who = match by_staff {
            true if self.dice.once_in(3) => self.who("machine-operator"),
            true => self.who(self.dice.clone().one(&["operator", "second-operator"])),
            false => self.stranger(),
        };
        let request = Request::json("/api/v1/cases", &message);
        let times = if self.dice.once_in(5) { 2 } else { 1 };
        let sent = vec![(who, request.clone()); times];
        let answers = self.ask_all(&sent, Some(&secret)).await;
        let numbers: Vec<Value> = answers
            .iter()
            .map(|answer| answer.json()["number"].clone())
            .collect();
        assert!(
            numbers.iter().all(|number| *number == numbers[0]),
            "one message, two numbers: {numbers:?}"
        );
        for answer in answers.iter().filter(|answer| answer.status == 201) {
            let receipt = answer.json();
            if let (Some(number), Some(code)) = (receipt["number"].as_str(), receipt["check_code"].as_str()) {
                self.city.add_citizen(number, code);
            }
            self.promises
                .extend(receipt["promise"].as_str().map(str::to_owned));
            self.done.push(Done {
                who,
                request: request.clone(),
                said: None,
            });
        }
    }

    /// Somebody looks at a case and does what is offered there, or nearly that.
    pub(crate) async fn act(&mut self) {
        let Some(known) = self.city.some_case(&mut self.dice) else {
            return;
        };
        let path = format!("/api/v1/cases/{}", known.number);
        for _ in 0..6 {
            let who = self.somebody_for(&known).await;
            let seen = self.ask(who, &Request::get(&path), None).await;
            let case = seen.json();
            let mut offers = case["offers"].as_array().cloned().unwrap_or_default();
            if !self.dice.once_in(10) {
                offers.retain(|offer| offer["blocked"].is_null());
            }
            if !self.dice.once_in(4) {
                offers.retain(|offer| !BESIDE.contains(&offer["act"].as_str().unwrap_or_default()));
            }
            if offers.is_empty() {
                continue;
            }
            let offer = self.dice.one(&offers);
            let code = if offer["act"] == "complete" {
                self.code(&known.secret).await
            } else {
                None
            };
            let numbers: Vec<String> = self.city.cases.iter().map(|case| case.number.clone()).collect();
            let choices = Choices {
                rules: &self.rules,
                numbers: &numbers,
            };
            let mut draft = choices.draft(&offer, &known.secret, code.as_deref(), &mut self.dice);
            draft["id"] = json!(self.id());
            draft["seen"] = case["seq"].clone();
            self.send_act(who, &known.number, draft).await;
            return;
        }
    }

    async fn send_act(&mut self, who: usize, number: &str, mut draft: Value) {
        let path = format!("/api/v1/cases/{number}/acts");
        let mut sent = vec![(who, Request::json(&path, &draft))];
        match self.dice.below(20) {
            // pressed twice
            0 | 1 => sent.push(sent[0].clone()),
            // somebody else does the same at the same time
            2 | 3 => {
                let other = self.somebody();
                draft["id"] = json!(self.id());
                sent.push((other, Request::json(&path, &draft)));
            }
            // with old eyes
            4 => {
                draft["seen"] = json!(1);
                sent[0].1 = Request::json(&path, &draft);
            }
            5..8 => sent[0].1 = Request::json(&path, &spoiled(&draft, &mut self.dice)),
            8 => sent[0].0 = self.somebody(),
            9 => sent[0].1.path = "/api/v1/cases/2025030300000000/acts".to_owned(),
            _ => {}
        }
        let answers = self.ask_all(&sent, None).await;
        let same = sent.len() == 2 && sent[0].0 == sent[1].0 && sent[0].1.body == sent[1].1.body;
        if same {
            let said: Vec<_> = answers
                .iter()
                .map(|answer| (answer.status, answer.json()))
                .collect();
            let good = said.iter().filter(|(status, _)| *status == 200).count();
            assert!(
                good == 0 || said[0] == said[1],
                "one command, two answers: {said:?}"
            );
            if good > 0 {
                let seq = said[0].1["seq"].as_i64().unwrap();
                assert_eq!(self.head(number), seq, "done twice: {:?}", sent[0]);
            }
        }
        for ((who, request), answer) in sent.into_iter().zip(answers) {
            if answer.status == 200 {
                let said = Some(answer.json());
                let seq = said.as_ref().and_then(|said| said["seq"].as_i64()).unwrap();
                assert!(self.head(number) >= seq, "answered and not there: {request:?}");
                self.tally.acts += 1;
                let done = Done { who, request, said };
                if self.dice.once_in(6) {
                    self.again(&done).await;
                }
                self.done.push(done);
            }
        }
    }

    /// Somebody opens a page and sends one of its forms.
    pub(crate) async fn form(&mut self) {
        let known = self.city.some_case(&mut self.dice);
        let who = match &known {
            Some(known) => self.somebody_for(known).await,
            None => self.somebody(),
        };
        let person = self.city.people[who].clone();
        let of_case = known.as_ref().map(|known| format!("/desk/case/{}", known.number));
        let page = if person.eyes.own.is_some() {
            "/case".to_owned()
        } else if !person.is_staff() {
            self.dice
                .one(&["/write/form", "/write", "/follow", "/verify"])
                .to_owned()
        } else if self.dice.once_in(4) {
            self.dice
                .one(&["/desk/call", "/desk/month", "/desk/items", "/desk/inbox", "/desk"])
                .to_owned()
        } else {
            of_case.unwrap_or_else(|| "/desk/call".to_owned())
        };
        let shown = self.ask(who, &Request::get(&page), None).await;
        let mut forms = forms(&shown.body);
        // who signs out, or is seen to by the administrator, is not what this is about
        forms.retain(|form| !form.action.contains("sign-") && !form.action.contains("/second"));
        if shown.status != 200 || forms.is_empty() {
            return;
        }
        let form = self.dice.one(&forms);
        let is_new = ["/write", "/desk/call", "/desk/items"].contains(&form.action.as_str());
        let own = person
            .eyes
            .own
            .as_ref()
            .and_then(|own| self.city.cases.iter().find(|c| c.number == *own));
        let secret = match (own.or(known.as_ref()), is_new) {
            (Some(known), false) => known.secret.clone(),
            _ => self.city.new_secret(),
        };
        let request = form.filled(&secret, &mut self.dice);
        let times = if self.dice.once_in(6) { 2 } else { 1 };
        let answers = self
            .ask_all(
                &vec![(who, request.clone()); times],
                Some(&secret).filter(|_| is_new),
            )
            .await;
        for answer in answers
            .iter()
            .filter(|answer| answer.status < 400 && !answer.sends_away())
        {
            self.tally.forms += 1;
            let done = Done {
                who,
                request: request.clone(),
                said: None,
            };
            // what has the id of a command is done once; other forms may be sent as often as one likes
            if request.says("command") && answer.status == 303 {
                self.done.push(done);
            }
        }
    }

    /// Somebody asks for any address there is.
    pub(crate) async fn look(&mut self) {
        let path = self.some_route("GET");
        let who = self.somebody();
        self.ask(who, &Request::get(&path), None).await;
    }

    fn some_route(&mut self, method: &str) -> String {
        let of = self
            .routes
            .iter()
            .filter(|(known, path)| known == method && !path.contains("sign-o"));
        let paths: Vec<String> = of.map(|(_, path)| path.clone()).collect();
        let mut path = self.dice.one(&paths);
        if let Some(known) = self.city.some_case(&mut self.dice) {
            path = path.replace("{number}", &known.number);
        }
        let words = ["1", "csv", "2025-03-03", "none", "%00", "%ff", "operator"];
        for name in [
            "number", "id", "place", "form", "day", "series", "year", "no", "peer", "item", "what", "act",
            "link", "token", "login", "round", "entry", "name",
        ] {
            path = path.replace(&format!("{{{name}}}"), self.dice.one(&words));
        }
        match self.dice.below(5) {
            0 => path.push_str("?limit=3"),
            1 => path.push_str("?after=WzEsIlx1MDAwMCJd&limit=x"),
            _ => {}
        }
        path
    }

    /// What no form and no program would send.
    pub(crate) async fn garbage(&mut self) {
        let path = self.some_route("POST");
        let bytes: Vec<u8> = (0..self.dice.below(400))
            .map(|_| u8::try_from(self.dice.below(256)).unwrap())
            .collect();
        let deep = "[".repeat(5000);
        let request = match self.dice.below(6) {
            0 => Request::post(&path, "application/json", bytes),
            1 => Request::post(&path, "application/json", deep),
            2 => Request::post(&path, "application/x-www-form-urlencoded", bytes),
            3 => Request::post(&path, "multipart/form-data; boundary=edge", bytes),
            4 => Request::post(&path, "application/json", "{\"id\": \"\\u0000\", \"act\": 1e999}"),
            _ => Request::post(&path, "text/plain", "x"),
        };
        let who = self.somebody();
        self.ask(who, &request, None).await;
    }

    /// Somebody wants to know who wrote.
    pub(crate) async fn open_person(&mut self) {
        let Some(known) = self.city.some_case(&mut self.dice) else {
            return;
        };
        let who = self.somebody_for(&known).await;
        let path = format!("/api/v1/cases/{}/person", known.number);
        let reason = self.dice.one(&["核对信息", "", "x"]);
        self.ask(who, &Request::json(&path, &json!({"reason": reason})), None)
            .await;
    }
}
