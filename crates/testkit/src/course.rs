//! The usual course of a case, for tests that begin in the middle of it.

use crate::TestOffice;
use crate::office::master;
use case::{Actor, CaseNumber};
use office::draft::{CitizenDraft, PartDraft};
use office::notice::Payload;
use office::{Draft, Message, Receipt};
use std::collections::HashSet;

impl TestOffice {
    /// 王小明 of 13800138000 with his resident id number, to be verified by `phone_code`.
    pub fn wang(&self, phone_code: Option<String>) -> CitizenDraft {
        CitizenDraft {
            name: "王小明".to_owned(),
            phone: "13800138000".to_owned(),
            id_number: Some("11010519491231002X".to_owned()),
            address: None,
            phone_code,
            proof: None,
        }
    }

    /// Sends a one-time code to the phone and reads it, as its owner would, before it leaves the outbox.
    pub async fn phone_code(&self, phone: &str) -> String {
        let before = self.messages().await.into_iter().map(|m| m.id).collect();
        self.office.send_code(&self.j, phone).await.unwrap();
        self.code_since(&before, phone).await
    }

    /// The one-time code that a page sent to a phone, once.
    pub async fn sent_code(&self, phone: &str) -> String {
        self.code_since(&HashSet::new(), phone).await
    }

    /// The one-time code that was sent last to a phone or mail address for its account.
    pub async fn account_code(&self, contact: &str) -> String {
        let before = self.messages().await.into_iter().map(|m| m.id).collect();
        let sent = self.office.send_account_code(&self.j, contact, "10.0.0.9");
        sent.await.unwrap();
        self.code_since(&before, contact).await
    }

    /// The one-time code that another jurisdiction of the installation sent to a phone.
    pub async fn code_sent_in(&self, j: &str, phone: &str) -> String {
        self.code_of(j, &HashSet::new(), phone).await
    }

    async fn messages(&self) -> Vec<store::Outgoing> {
        self.office.store().outbox_waiting(10_000).await.unwrap()
    }

    async fn code_since(&self, before: &HashSet<String>, phone: &str) -> String {
        self.code_of(&self.j, before, phone).await
    }

    async fn code_of(&self, j: &str, before: &HashSet<String>, phone: &str) -> String {
        let wrapping = master().derive("wrap keys");
        let waiting = self.messages().await;
        for message in waiting
            .iter()
            .filter(|m| m.jurisdiction == j && !before.contains(&m.id))
        {
            let (place, to, code) = match serde_json::from_slice(&message.payload) {
                Ok(Payload::Code { phone, code, .. }) => ("phone", phone, code),
                Ok(Payload::MailCode { email, code, .. }) => ("email", email, code),
                _ => continue,
            };
            let wrapped = self.office.store().key(j, &to.key).await.unwrap().unwrap();
            let key = seal::unwrap(&wrapping, &to.key, &wrapped).unwrap();
            if seal::open(&key, place, &to).unwrap() == phone {
                return seal::open(&key, "code", &code).unwrap();
            }
        }
        panic!("no code for {phone} in the outbox");
    }

    /// A citizen whose real name is verified writes on the website.
    pub async fn receive_verified(&self, title: &str) -> Receipt {
        let code = self.phone_code("13800138000").await;
        let message = Message {
            id: self.command_id().as_str().to_owned(),
            channel: "website".to_owned(),
            title: title.to_owned(),
            text: format!("{title}，请尽快处理。"),
            category: Some("complaint".to_owned()),
            citizen: Some(self.wang(Some(code))),
            ..Message::default()
        };
        let citizen = Actor::Citizen(None);
        self.office.receive(&self.j, &citizen, message).await.unwrap()
    }

    /// Received and accepted.
    pub async fn accepted(&self, title: &str) -> CaseNumber {
        let number = self.receive_verified(title).await.number;
        self.accept(&number).await;
        number
    }

    /// The operator accepts.
    pub async fn accept(&self, number: &CaseNumber) {
        let accept = Draft::Accept {
            ground: "6-2".to_owned(),
            category: None,
        };
        self.run("operator", number, accept).await.unwrap();
    }

    /// Accepted and dispatched to one unit: work order 1.
    pub async fn dispatched(&self, title: &str, unit: &str) -> CaseNumber {
        let number = self.accepted(title).await;
        self.dispatch(&number, unit).await;
        number
    }

    /// The dispatcher gives it to one unit: work order 1.
    pub async fn dispatch(&self, number: &CaseNumber, unit: &str) {
        let part = PartDraft {
            unit: unit.to_owned(),
            lead: true,
            direct: false,
        };
        let dispatch = Draft::Dispatch {
            to: vec![part],
            note: None,
            limit: None,
            way: None,
        };
        self.run("dispatcher", number, dispatch).await.unwrap();
    }

    /// Dispatched to `water`, signed for, reported, reviewed and replied: the SMS visit is asked for.
    pub async fn replied(&self, title: &str) -> CaseNumber {
        let number = self.dispatched(title, "water").await;
        self.report(&number).await;
        self.reply(&number).await;
        number
    }

    /// `water` signs for work order 1, contacts the citizen and reports.
    pub async fn report(&self, number: &CaseNumber) {
        let text = || "路灯已经修好。".to_owned();
        for draft in [
            Draft::SignFor,
            Draft::Contact { text: text() },
            Draft::Report {
                text: text(),
                checks: Vec::new(),
                outcome: None,
            },
        ] {
            self.run_order("handler-water", number, 1, draft).await.unwrap();
        }
    }

    /// The reviewer passes work order 1 and replies.
    pub async fn reply(&self, number: &CaseNumber) {
        let review = Draft::Review {
            passed: true,
            faults: Vec::new(),
            note: None,
        };
        self.run_order("reviewer", number, 1, review).await.unwrap();
        let text = "路灯已经修好。".to_owned();
        self.run("reviewer", number, Draft::Reply { text, channel: None })
            .await
            .unwrap();
    }
}
