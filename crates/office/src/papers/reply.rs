//! The reply as a sheet of paper: put together from the case whenever it is asked for, for whoever may see the case. It
//! has no number, because nothing but the reply itself was issued.

use super::volume::numbered;
use crate::{Office, Problem};
use calendar::Lang;
use case::{Actor, CaseNumber};
use report::{Block, Paper, Signature};

impl Office {
    /// The last reply to the citizen, with what it answers.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is no reply yet or the person may not see the case.
    pub async fn reply_paper(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        lang: Lang,
    ) -> Result<Paper, Problem> {
        let view = self.case(j, who, number).await?;
        let (rules, calendar) = (&view.adopted.procedure, &view.adopted.calendar);
        let say = |key: &str| words::say(lang, key, &[]);
        let reply = view.reply.ok_or(Problem::NotFound)?;
        let destroyed = || say("shell-destroyed");
        let mut pairs = vec![
            (say("paper-number"), number.to_string()),
            (say("paper-title"), view.title.unwrap_or_else(destroyed)),
        ];
        let received = view.case.received.map(|at| calendar.show(at, lang));
        pairs.extend(received.map(|at| (say("paper-received"), at)));
        let replied = view.case.replied.map(|at| calendar.show(at, lang));
        pairs.extend(replied.map(|at| (say("paper-replied"), at)));
        let office = self.issuing_office(j, rules).await?;
        // in whose name it went out, where the rules say so
        let by = view.case.in_name.as_ref().unwrap_or(&office).get(lang).to_owned();
        let on = view.case.replied.map(|at| Self::day(calendar, at));
        let rules = vec![
            ("rules", rules.head.title.get(lang).to_owned()),
            ("version", rules.head.version.clone()),
        ];
        Ok(Paper {
            lang,
            issuer: by.clone(),
            title: say("paper-reply-title"),
            number: None,
            to: view.citizen.map(|citizen| citizen.name).into_iter().collect(),
            blocks: vec![
                Block::Pairs(pairs),
                Block::Heading(numbered(lang, 1, &say("paper-asked"))),
                Block::Text(view.text.unwrap_or_else(destroyed)),
                Block::Heading(numbered(lang, 2, &say("paper-reply"))),
                Block::Text(reply),
            ],
            signed: on.map(|on| Signature {
                by,
                on,
                contact: None,
            }),
            notes: vec![words::say(lang, "paper-volume-rules", &rules)],
        })
    }

    /// The last reply as everybody may read it: what was published, without who wrote, and black where the page is.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the case is not public, or has no reply.
    pub async fn public_reply_paper(
        &self,
        j: &str,
        number: &CaseNumber,
        lang: Lang,
    ) -> Result<Paper, Problem> {
        let case = self.public_case(j, number).await?;
        let (rules, calendar) = (&case.adopted.procedure, &case.adopted.calendar);
        let reply = case
            .replies
            .last()
            .filter(|_| case.on_paper && case.hidden.is_none());
        let reply = reply.ok_or(Problem::NotFound)?;
        let say = |key: &str| words::say(lang, key, &[]);
        let destroyed = || say("shell-destroyed");
        let mut pairs = vec![
            (say("paper-number"), number.to_string()),
            (say("paper-title"), case.title.clone().unwrap_or_else(destroyed)),
        ];
        let received = case.received.map(|at| calendar.show(at, lang));
        pairs.extend(received.map(|at| (say("paper-received"), at)));
        pairs.push((say("paper-replied"), calendar.show(reply.at, lang)));
        let office = self.issuing_office(j, rules).await?;
        let by = reply.name.as_ref().unwrap_or(&office).get(lang).to_owned();
        Ok(Paper {
            lang,
            issuer: by.clone(),
            title: say("paper-reply-title"),
            number: None,
            to: Vec::new(),
            blocks: vec![
                Block::Pairs(pairs),
                Block::Heading(numbered(lang, 1, &say("paper-asked"))),
                Block::Text(case.text.clone().unwrap_or_else(destroyed)),
                Block::Heading(numbered(lang, 2, &say("paper-reply"))),
                Block::Text(reply.text.clone()),
            ],
            signed: Some(Signature {
                by,
                on: Self::day(calendar, reply.at),
                contact: None,
            }),
            notes: vec![say("portal-paper-public")],
        })
    }
}
