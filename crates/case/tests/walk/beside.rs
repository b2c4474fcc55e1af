//! The same for acts beside the course: claims, marks, signatures, records, documents, other lines.

use super::any::World;
use super::payload::Dice;
use crate::play::text;
use calendar::Instant;
use case::act::{
    Claiming, Delivering, DocumentPart, Instructing, Marking, Recording, Referring, RulingAbove, Signing,
    Submitting, Writing,
};
use case::{Act, Actor, Offer};
use procedure::{Do, PartFrom, Scope};

impl World<'_> {
    pub(crate) fn beside(&self, offer: &Offer, who: &Actor, dice: &mut Dice, now: Instant) -> Option<Act> {
        let names = offer.names.clone();
        Some(match offer.does {
            Do::Claim => {
                let Actor::Staff { posts, .. } = who else {
                    return None;
                };
                let own = posts.iter().find_map(|post| post.unit.as_ref())?;
                let unit = self.units.iter().find(|unit| unit.id == *own)?.clone();
                Act::Claim(Claiming {
                    unit,
                    note: Some(text("本单位职责")),
                })
            }
            Do::Mark => Act::Mark(Marking {
                marks: self.marks(dice),
                division: (dice.below(2) == 0).then(|| "620800".to_owned()),
                accused: self.accused(dice),
                accused_people: Vec::new(),
                accused_named: None,
                only: false,
                reason: Some(text("情况")),
            }),
            Do::Tidy => Act::Tidy { text: text("整理") },
            Do::Publish => Act::Publish {
                text: None,
                veil: None,
            },
            Do::Withhold => Act::Withhold {
                reason: text("涉及隐私"),
            },
            Do::Hide => Act::Hide {
                reason: text("涉及隐私"),
            },
            Do::Submit => {
                let leaders = self.p.roles.iter().filter(|r| r.sees == Scope::Submitted);
                let all: Vec<String> = leaders.map(|r| r.id.clone()).collect();
                let any = || self.p.roles.first().map(|r| r.id.clone());
                Act::Submit(Submitting {
                    to: if all.is_empty() { any()? } else { dice.one(&all) },
                    text: text("呈报"),
                })
            }
            Do::Instruct => Act::Instruct(Instructing {
                outcome: self.outcome(Do::Instruct, dice),
                partner: Some(text("某领导")),
                text: text("请办理"),
            }),
            Do::Sign => {
                let passed = dice.below(5) > 0;
                Act::Sign(Signing {
                    passed,
                    faults: if passed { Vec::new() } else { self.faults(dice) },
                    note: Some(text("意见")),
                })
            }
            Do::Record => {
                let record = names?;
                let given = self.p.record(&record)?.words.is_some();
                Act::Record(Recording {
                    record,
                    text: (!given).then(|| text("记录")),
                    partner: Some(text("某人")),
                    channel: self.channel(dice),
                    when: Some(now),
                    attachments: Vec::new(),
                })
            }
            Do::Write => {
                let document = names?;
                let parts = &self.p.document(&document)?.parts;
                let typed = parts.iter().filter(|part| part.from == PartFrom::Typed);
                let typed = typed.map(|part| DocumentPart {
                    id: part.id.clone(),
                    text: text("正文"),
                });
                Act::Write(Writing {
                    parts: typed.collect(),
                    outcome: self.outcome(Do::Write, dice),
                    document,
                })
            }
            Do::Deliver => {
                let document = names?;
                Act::Deliver(Delivering {
                    to: self.recipient(&document, dice)?,
                    document,
                    way: self.way(Do::Deliver, dice),
                    when: Some(now),
                })
            }
            Do::ReportUp => Act::ReportUp { text: text("上报") },
            Do::RuleAbove => Act::RuleAbove(RulingAbove {
                passed: dice.below(2) == 0,
                note: Some(text("意见")),
            }),
            Do::AskCitizen => Act::AskCitizen {
                text: text("请补充")
            },
            Do::Merge => Act::Merge {
                into: "2025030100000017".into(),
            },
            Do::Refer => Act::Refer(Referring {
                channel: self.channel(dice)?,
                number: format!("L{}", dice.below(100)),
                claimed: dice.below(2) == 0,
            }),
            _ => return None,
        })
    }
}
