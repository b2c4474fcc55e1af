//! Plays scenes through the use cases, all of them side by side in the order of their times, with the timers that fall
//! due in between.

use super::Sample;
use super::cast::Cast;
use super::clock::DemoClock;
use super::picture;
use super::scene::{CITIZEN, Scene, Step};
use crate::rounds::RoundRecord;
use crate::{Clock as _, Draft, Message, Office, Order, Problem, Receipt};
use calendar::Instant;
use case::{Actor, CommandId};
use std::collections::HashMap;
use std::sync::Arc;
use store::case_stream;

/// The office, its clock, and the cases so far.
pub(super) struct Play {
    j: &'static str,
    cast: Cast,
    office: Office,
    clock: Arc<DemoClock>,
    now: Instant,
    received: HashMap<&'static str, (Receipt, &'static str)>,
    /// Times at which somebody does a round, the next one last.
    rounds: Vec<(Instant, &'static str, RoundRecord)>,
}

impl Play {
    pub(super) fn new(
        j: &'static str,
        cast: Cast,
        office: Office,
        clock: Arc<DemoClock>,
        now: Instant,
    ) -> Self {
        Self {
            j,
            cast,
            office,
            clock,
            now,
            received: HashMap::new(),
            rounds: Vec::new(),
        }
    }

    /// With rounds that somebody does meanwhile.
    pub(super) fn with_rounds(mut self, mut rounds: Vec<(Instant, &'static str, RoundRecord)>) -> Self {
        rounds.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
        self.rounds = rounds;
        self
    }

    /// Plays all scenes up to now.
    pub(super) async fn all(&mut self, scenes: Vec<Scene>) -> Result<(), Problem> {
        let mut moments: Vec<(Instant, usize, usize)> = Vec::new();
        for (n, scene) in scenes.iter().enumerate() {
            let start = self.now.plus_ms(-scene.ago * 60_000);
            moments.push((start, n, 0));
            for (step, i) in scene.steps.iter().zip(1..) {
                moments.push((start.plus_ms(step.after * 60_000), n, i));
            }
        }
        moments.sort_unstable();
        for (at, n, i) in moments {
            let Some(scene) = scenes.get(n) else { continue };
            self.do_rounds(at).await?;
            self.advance(at).await?;
            let done = match i.checked_sub(1).and_then(|i| scene.steps.get(i)) {
                None => self.receive(scene).await,
                Some(step) => self.act(scene, i, step).await,
            };
            done.map_err(|problem| Problem::Corrupt(format!("scene {} at {i}: {problem}", scene.key)))?;
        }
        self.do_rounds(self.now).await?;
        self.advance(self.now).await
    }

    /// The rounds up to `until`, each at its time.
    async fn do_rounds(&mut self, until: Instant) -> Result<(), Problem> {
        while let Some((at, login, record)) = self.rounds.pop_if(|(at, ..)| *at <= until) {
            self.advance(at).await?;
            let who = self.cast.actor(login).ok_or(Problem::SignedOut)?;
            self.office.record_round(self.j, &who, record).await?;
        }
        Ok(())
    }

    /// Lets the timers up to `at` fire, each at its time.
    async fn advance(&self, at: Instant) -> Result<(), Problem> {
        while let Some(next) = self.office.store().next_timer().await?.filter(|next| *next <= at) {
            self.clock.set(next.max(self.clock.now()));
            if self.office.run_timers().await? == 0 {
                break;
            }
        }
        self.clock.set(at);
        Ok(())
    }

    async fn receive(&mut self, scene: &Scene) -> Result<(), Problem> {
        let who = match scene.operator {
            Some(login) => self.cast.actor(login).ok_or(Problem::SignedOut)?,
            None => Actor::Citizen(None),
        };
        let message = Message {
            id: format!("demo/{}", scene.key),
            channel: scene.channel.to_owned(),
            title: scene.title.to_owned(),
            text: scene.text.to_owned(),
            category: scene.category.map(str::to_owned),
            place: scene.place.map(str::to_owned),
            citizen: Some(scene.citizen.clone()),
            uploads: scene
                .picture
                .then(|| picture::upload("现场照片.png", 214))
                .into_iter()
                .collect(),
            external: scene.external.map(str::to_owned),
            ..Message::default()
        };
        let receipt = self.office.receive(self.j, &who, message).await?;
        self.received.insert(scene.key, (receipt, scene.title));
        Ok(())
    }

    async fn act(&self, scene: &Scene, n: usize, step: &Step) -> Result<(), Problem> {
        let number = match self.received.get(scene.key) {
            Some((receipt, _)) => receipt.number.clone(),
            None => return Err(Problem::NotFound),
        };
        let who = match step.who {
            CITIZEN => Actor::Citizen(Some(number.clone())),
            login => self.cast.actor(login).ok_or(Problem::SignedOut)?,
        };
        let store = self.office.store();
        let seen = store.last_seq(self.j, &case_stream(&number)).await?;
        let mut draft = self.told(&step.draft);
        if let Draft::Publish { found, .. } = &mut draft {
            // whoever publishes looks first at what tells who somebody is
            let finds = self.office.public_finds(self.j, &who, &number, None).await?;
            *found = Some(finds.seen);
        }
        let order = Order {
            number,
            order: step.order,
            id: CommandId::from(format!("demo/{}/{n}", scene.key)),
            seen: Some(seen),
            draft,
            uploads: step
                .picture
                .then(|| picture::upload("整改后照片.png", 232))
                .into_iter()
                .collect(),
        };
        self.office.command(self.j, &who, order).await?;
        Ok(())
    }

    /// What a scene cannot know when it is written: the number of another case, the moment of its play.
    fn told(&self, draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        match &mut draft {
            Draft::ConfirmRepeat { earlier } => {
                let found = earlier.strip_prefix('#').and_then(|key| self.received.get(key));
                if let Some((receipt, _)) = found {
                    *earlier = receipt.number.to_string();
                }
            }
            Draft::LinkEmergency { when, .. } => {
                *when = jiff::Timestamp::from_millisecond(self.clock.now().ms())
                    .map(|at| at.to_string())
                    .unwrap_or_default();
            }
            _ => {}
        }
        draft
    }

    pub(super) fn cases(&self) -> usize {
        self.received.len()
    }

    /// The cases of some scenes, for following them.
    pub(super) fn samples(&self, keys: &[&str]) -> Vec<Sample> {
        let found = keys.iter().filter_map(|key| self.received.get(key));
        found
            .map(|(receipt, title)| Sample {
                number: receipt.number.clone(),
                check_code: receipt.check_code.clone(),
                title: (*title).to_owned(),
            })
            .collect()
    }
}
