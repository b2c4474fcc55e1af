//! What a person might send under any procedure: each act with data that its file knows, by the throw of a dice.

use super::payload::Dice;
use crate::play::{citizen, text};
use calendar::Instant;
use case::act::{Answer, Assignment, Backing, Correctable, Earlier, Origin, Terms, UnitRef, Visited};
use case::{Act, Actor, Case, Offer};
use procedure::{Condition, Do, Fact, Procedure, Purpose, Seat};

/// A file with the units of its walks.
pub(crate) struct World<'a> {
    pub(crate) p: &'a Procedure,
    pub(crate) units: Vec<UnitRef>,
}

/// Every condition that acts, demands and clocks ask.
pub(crate) fn conditions(p: &Procedure) -> Vec<&Condition> {
    let acts = p.acts.iter();
    let of_acts = acts.flat_map(|a| a.only_where.iter().chain(a.only_if.iter().map(|o| &o.that)));
    let of_demands = p.demands.iter().flat_map(|d| d.only_where.iter().chain(&d.that));
    let of_clocks = p.clocks.iter().flat_map(|c| {
        let others = c.limits.iter().flat_map(|l| &l.only_if);
        c.only_if.iter().chain(&c.runs_again_if).chain(others)
    });
    of_acts.chain(of_demands).chain(of_clocks).collect()
}

fn ids<'a>(p: &'a Procedure, facts: &[Fact]) -> Vec<&'a str> {
    let asked = conditions(p).into_iter().filter(|c| facts.contains(&c.fact));
    let id = |c: &'a Condition| match &c.compare {
        procedure::fact::Compare::Is(id) => Some(id.as_str()),
        _ => None,
    };
    let mut all: Vec<&str> = asked.filter_map(id).collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl<'a> World<'a> {
    /// Four units of the kinds that the file asks about, and those that it names.
    pub(crate) fn of(p: &'a Procedure) -> Self {
        let mut kinds = ids(
            p,
            &[Fact::OrderUnitKind, Fact::ActToKind, Fact::ActCataloguedKind],
        );
        kinds.extend(p.personal.iter().map(|rule| rule.unit_kind.as_str()));
        kinds.push("city");
        let mut names = vec!["water", "roads", "county-a", "river"];
        names.extend(ids(p, &[Fact::OrderUnit]));
        let units = names.iter().zip(kinds.iter().cycle()).map(|(id, kind)| UnitRef {
            territory: Some("620800".to_owned()),
            duties: p.categories.iter().map(|c| c.id.clone()).collect(),
            ..UnitRef::new((*id).into(), *id, *kind)
        });
        Self {
            p,
            units: units.collect(),
        }
    }

    pub(crate) fn everybody(&self) -> Vec<Actor> {
        let mut all = vec![Actor::Citizen(None), Actor::System];
        for role in &self.p.roles {
            match role.seat {
                Seat::Citizen => {}
                Seat::Office => all.push(crate::play::staff(&role.id, None)),
                Seat::Unit => {
                    let units = self.units.iter();
                    all.extend(units.map(|u| crate::play::staff(&role.id, Some(u.id.as_str()))));
                }
            }
        }
        all
    }

    fn unit(&self, dice: &mut Dice) -> UnitRef {
        dice.one(&self.units)
    }

    pub(crate) fn outcome(&self, does: Do, dice: &mut Dice) -> Option<String> {
        let of_act = self.p.outcomes.iter().filter(|o| o.of_act == does);
        let all: Vec<String> = of_act.map(|o| o.id.clone()).collect();
        (!all.is_empty()).then(|| dice.one(&all))
    }

    pub(crate) fn way(&self, does: Do, dice: &mut Dice) -> Option<String> {
        let of_act = self.p.ways.iter().filter(|w| w.by_act == does);
        let all: Vec<String> = of_act.map(|w| w.id.clone()).collect();
        (!all.is_empty()).then(|| dice.one(&all))
    }

    fn category(&self, dice: &mut Dice) -> Option<String> {
        let all: Vec<String> = self.p.categories.iter().map(|c| c.id.clone()).collect();
        (!all.is_empty()).then(|| dice.one(&all))
    }

    fn ground(&self, purpose: Purpose, dice: &mut Dice) -> Option<String> {
        let of = self.p.grounds.iter().filter(|g| g.purpose == purpose);
        let all: Vec<String> = of.map(|g| g.id.clone()).collect();
        (!all.is_empty()).then(|| dice.one(&all))
    }

    pub(crate) fn channel(&self, dice: &mut Dice) -> Option<String> {
        let all: Vec<String> = self.p.channels.iter().map(|c| c.id.clone()).collect();
        (!all.is_empty()).then(|| dice.one(&all))
    }

    pub(crate) fn faults(&self, dice: &mut Dice) -> Vec<String> {
        let all: Vec<String> = self.p.norms.iter().map(|n| n.id.clone()).collect();
        all.first().map(|_| dice.one(&all)).into_iter().collect()
    }

    pub(crate) fn marks(&self, dice: &mut Dice) -> Vec<String> {
        let all: Vec<String> = self.p.marks.iter().map(|m| m.id.clone()).collect();
        all.first().map(|_| dice.one(&all)).into_iter().collect()
    }

    pub(crate) fn accused(&self, dice: &mut Dice) -> Vec<UnitRef> {
        if dice.below(6) == 0 {
            vec![self.unit(dice)]
        } else {
            Vec::new()
        }
    }

    fn visited(&self, does: Do, dice: &mut Dice) -> Visited {
        let answers = self.p.questions.iter().map(|q| Answer {
            question: q.id.clone(),
            yes: true,
        });
        Visited {
            way: self.way(does, dice),
            answers: answers.collect(),
        }
    }

    /// A document's recipient, unless it has none.
    pub(crate) fn recipient(&self, document: &str, dice: &mut Dice) -> Option<String> {
        let to = &self.p.document(document)?.to;
        (!to.is_empty()).then(|| dice.one(to))
    }

    fn received(&self, dice: &mut Dice, now: Instant) -> Option<Act> {
        let marks = if dice.below(4) == 0 {
            self.marks(dice)
        } else {
            Vec::new()
        };
        Some(Act::Receive {
            channel: self.channel(dice)?,
            title: text("标题"),
            text: text("内容"),
            citizen: match dice.below(3) {
                0 => None,
                1 => Some(citizen(false)),
                _ => Some(citizen(true)),
            },
            category: self.category(dice).filter(|_| dice.below(3) > 0),
            place: None,
            attachments: Vec::new(),
            external: None,
            origin: Origin {
                posted: (dice.below(2) == 0).then(|| now.plus_ms(-3_600_000)),
                division: (dice.below(2) == 0).then(|| "620800".to_owned()),
                marks,
                accused: self.accused(dice),
                accused_people: Vec::new(),
                accused_named: None,
            },
        })
    }

    fn dispatch(&self, dice: &mut Dice) -> Act {
        let lead = dice.below(4) > 0;
        let mut to = vec![self.part(lead, dice)];
        if dice.below(4) == 0 {
            let second = self.part(false, dice);
            if second.unit.id != to[0].unit.id {
                to.push(second);
            }
        }
        Act::Dispatch {
            to,
            note: Some(text("请办理")),
            terms: Terms {
                limit: (dice.below(3) > 0).then(|| "5 workdays".parse().unwrap()),
                way: self.way(Do::Dispatch, dice),
                catalogued: None,
            },
        }
    }

    fn part(&self, lead: bool, dice: &mut Dice) -> Assignment {
        Assignment {
            unit: self.unit(dice),
            lead,
            direct: dice.below(3) == 0,
            on_duty: None,
        }
    }

    /// An act that the offer may be taken by; whether it fits is for the engine to say.
    pub(crate) fn act(
        &self,
        case: &Case,
        offer: &Offer,
        who: &Actor,
        dice: &mut Dice,
        now: Instant,
    ) -> Option<Act> {
        let yes = dice.below(2) == 0;
        let said = || text("说明");
        Some(match offer.does {
            Do::Receive => self.received(dice, now)?,
            Do::Complete => Act::Complete {
                citizen: citizen(yes),
                category: self.category(dice),
            },
            Do::Accept => Act::Accept {
                ground: self.ground(Purpose::Accept, dice).unwrap_or_default(),
                category: self.category(dice).filter(|_| yes),
            },
            Do::Refuse => Act::Refuse {
                ground: self.ground(Purpose::Refuse, dice)?,
                explanation: said(),
            },
            Do::PassUp => Act::PassUp { reason: said() },
            Do::Answer => Act::Answer {
                way: self.way(Do::Answer, dice)?,
                text: said(),
                partner: Some(said()),
            },
            Do::Dispatch => self.dispatch(dice),
            Do::TakeBack => Act::TakeBack { reason: said() },
            Do::SignFor => Act::SignFor,
            Do::Contact => Act::Contact { text: said() },
            Do::AskExtension => Act::AskExtension {
                limit: dice
                    .one(&["1 minute", "2 days", "1 workday", "5 workdays"])
                    .parse()
                    .unwrap(),
                reason: said(),
            },
            Do::RuleExtension => Act::RuleExtension {
                granted: yes,
                limit: None,
                reason: said(),
            },
            Do::AskSendBack => Act::AskSendBack {
                reason: said(),
                proposal: said(),
            },
            Do::RuleSendBack => Act::RuleSendBack {
                granted: yes,
                reason: said(),
            },
            Do::Report => Act::Report {
                text: said(),
                attachments: Vec::new(),
                backing: Backing {
                    checks: self.p.gates.iter().map(|g| g.id.clone()).collect(),
                    outcome: self.outcome(Do::Report, dice),
                },
            },
            Do::Review => Act::Review {
                passed: yes,
                faults: if yes { Vec::new() } else { self.faults(dice) },
                note: Some(said()),
            },
            Do::Reply => Act::Reply {
                text: said(),
                channel: self.channel(dice),
            },
            Do::AnswerVisit => Act::AnswerVisit {
                solved: yes,
                satisfied: dice.below(2) == 0,
                text: None,
                visited: self.visited(Do::AnswerVisit, dice),
            },
            Do::Visit => Act::Visit {
                reached: dice.below(4) > 0,
                solved: yes,
                satisfied: dice.below(2) == 0,
                text: Some(said()),
                visited: self.visited(Do::Visit, dice),
            },
            Do::DemandOpinion => Act::DemandOpinion { text: said() },
            Do::GiveOpinion => Act::GiveOpinion { text: said() },
            Do::Urge => Act::Urge { text: said() },
            Do::Supervise => Act::Supervise {
                priority: self.p.priorities.first()?.id.clone(),
                text: said(),
            },
            Do::Recheck => Act::Recheck {
                outcome: self.outcome(Do::Recheck, dice)?,
                text: said(),
            },
            Do::Convene => Act::Convene {
                units: vec![self.unit(dice)],
                outcome: self.outcome(Do::Convene, dice)?,
                text: said(),
            },
            Do::Designate => Act::Designate {
                unit: self.unit(dice),
                reason: said(),
            },
            Do::ConfirmRepeat => Act::ConfirmRepeat {
                earlier: Earlier {
                    number: "2025030100000017".into(),
                    first_complaint: case.received.map(|r| r.plus_ms(-86_400_000)),
                    replied: Some(now),
                    solved: false,
                    again: now,
                },
            },
            Do::Escalate => {
                let measures: Vec<String> = self.p.measures.iter().map(|m| m.id.clone()).collect();
                measures.first()?;
                Act::Escalate {
                    measure: dice.one(&measures),
                    unit: self.unit(dice),
                    serious: yes,
                    refusal_without_reason: dice.below(2) == 0,
                    text: said(),
                }
            }
            Do::LinkEmergency => Act::LinkEmergency {
                partner: said(),
                when: now,
                text: None,
            },
            Do::RecordAccountability => Act::RecordAccountability {
                outcome: self.outcome(Do::RecordAccountability, dice)?,
                text: said(),
            },
            Do::Withdraw => Act::Withdraw { reason: said() },
            Do::Add => Act::Add {
                text: said(),
                attachments: Vec::new(),
            },
            Do::Correct => Act::Correct {
                field: Correctable::Title,
                old: case.title.clone(),
                new: said(),
                reason: said(),
            },
            Do::Close => Act::Close {
                outcome: self.outcome(Do::Close, dice).unwrap_or_default(),
            },
            Do::Reopen => Act::Reopen { reason: said() },
            Do::Archive => Act::Archive,
            _ => self.beside(offer, who, dice, now)?,
        })
    }
}
