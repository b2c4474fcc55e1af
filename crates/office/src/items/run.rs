//! Asks the sources whose time has come, and keeps what is new as items. One process does it at a time.

use super::STREAM;
use super::fetch::{Answer, Ask, NoAnswer, fetch};
use super::list::ItemContent;
use super::stored::{Kind, Source, Stored};
use crate::{Office, Problem};
use calendar::Instant;
use std::time::Duration;
use store::SourceState;
use watch::{Change, Post, changes, decoded, feed, visible};

/// The lease under which a jurisdiction's sources are asked.
pub const SOURCES_LEASE: &str = "sources";

/// A turn may ask many slow sources; a process that died blocks the next no longer than this.
const LEASE_MS: i64 = 10 * 60_000;
/// A source is asked every quarter of an hour.
const EVERY_MS: i64 = 15 * 60_000;
/// After failures ever more seldom, down to four times a day.
const SELDOM_MS: i64 = 6 * 3_600_000;
/// How long the loop rests between two looks.
const REST: Duration = Duration::from_secs(20);
/// Longest reason that is kept, in characters.
const LONGEST_DETAIL: usize = 200;

impl Office {
    /// Asks sources for ever. For [`Office::run_jobs`], which drops it at the end.
    pub(crate) async fn keep_asking_sources(&self) {
        loop {
            if let Err(problem) = self.run_sources().await {
                tracing::warn!(%problem, "sources could not be asked");
            }
            tokio::time::sleep(REST).await;
        }
    }

    /// Asks every source whose time has come. Returns how many items were found.
    ///
    /// # Errors
    /// The store's. A source that does not answer is none: that is noted at the source.
    pub async fn run_sources(&self) -> Result<u64, Problem> {
        let mut found = 0;
        for place in self.jurisdictions().await?.iter() {
            let due = self.due_sources(&place.id).await?;
            if due.is_empty() {
                continue;
            }
            let holder = crate::chance::hex(&self.chance().bytes::<8>());
            let lease = (place.id.clone(), SOURCES_LEASE.to_owned(), holder);
            let until = self.now().plus_ms(LEASE_MS);
            let (j, name, holder) = lease.clone();
            if !self
                .store()
                .claim_lease(j, name, holder, self.now(), until)
                .await?
            {
                continue;
            }
            // another process may have asked while this one waited for the lease
            for source in self.due_sources(&place.id).await? {
                found += self.ask_source(&place.id, &source).await?;
            }
            let (j, name, holder) = lease;
            self.store().release_lease(j, name, holder).await?;
        }
        Ok(found)
    }

    async fn due_sources(&self, j: &str) -> Result<Vec<Source>, Problem> {
        let now = self.now();
        let mut due = Vec::new();
        for source in self.all_sources(j).await?.into_iter().filter(|s| s.active) {
            let state = self.store().source_state(j, &source.id).await?;
            if state.is_none_or(|state| state.next <= now.ms()) {
                due.push(source);
            }
        }
        Ok(due)
    }

    async fn ask_source(&self, j: &str, source: &Source) -> Result<u64, Problem> {
        let before = self
            .store()
            .source_state(j, &source.id)
            .await?
            .unwrap_or_default();
        let ask = Ask {
            address: source.address.clone(),
            etag: before.etag.clone(),
            modified: before.modified.clone(),
        };
        let answer = tokio::task::spawn_blocking(move || fetch(&ask)).await;
        let answer = answer.map_err(|error| Problem::Corrupt(error.to_string()))?;
        let now = self.now();
        let asked = SourceState {
            tried: now.ms(),
            ..before.clone()
        };
        let well = SourceState {
            fetched: Some(now.ms()),
            next: now.ms() + EVERY_MS,
            failures: 0,
            fault: None,
            detail: None,
            ..asked.clone()
        };
        let (found, state) = match answer {
            Ok(Answer::Same) => (0, well),
            Ok(Answer::New {
                body,
                media,
                etag,
                modified,
            }) => {
                let text = decoded(&body, media.as_deref());
                let well = SourceState {
                    etag,
                    modified,
                    ..well
                };
                match source.kind {
                    Kind::Feed => match feed(&text) {
                        Ok(posts) => (self.keep_posts(j, source, posts).await?, well),
                        Err(error) => {
                            let fault = NoAnswer {
                                code: "sources-no-feed",
                                detail: error.to_string(),
                            };
                            (0, failed(asked, &fault, now))
                        }
                    },
                    Kind::Page => {
                        let (found, seen) = self.keep_change(j, source, &before, &text).await?;
                        (found, SourceState { seen, ..well })
                    }
                }
            }
            Err(fault) => (0, failed(asked, &fault, now)),
        };
        self.store()
            .note_source(j.to_owned(), source.id.clone(), state)
            .await?;
        Ok(found)
    }

    /// Keeps the posts that were not found before, the oldest first.
    async fn keep_posts(&self, j: &str, source: &Source, posts: Vec<Post>) -> Result<u64, Problem> {
        let mut found = 0;
        for post in posts.into_iter().rev() {
            let content = ItemContent {
                title: post.title,
                text: post.text,
                address: post.link,
                changes: Vec::new(),
            };
            if wanted(source, &content) && self.keep(j, source, post.id, post.posted, content).await? {
                found += 1;
            }
        }
        Ok(found)
    }

    /// Keeps what changed on a page since it was seen last. The first look finds nothing: all of it is new then.
    async fn keep_change(
        &self,
        j: &str,
        source: &Source,
        before: &SourceState,
        text: &str,
    ) -> Result<(u64, Option<seal::Sealed>), Problem> {
        let lines = visible(text);
        let key = self
            .made_key(j, &seal::KeyId::new(format!("source:{}", source.id)))
            .await?;
        let seen = self.seal(&key, "page", &lines.join("\n"));
        let Some(last) = &before.seen else {
            return Ok((0, Some(seen)));
        };
        let last = key.open("page", last)?;
        let last: Vec<String> = last.lines().map(str::to_owned).collect();
        let differ = changes(&last, &lines);
        if differ.is_empty() {
            return Ok((0, Some(seen)));
        }
        let added = differ.iter().filter_map(|change| match change {
            Change::Added(line) => Some(line.as_str()),
            Change::Removed(_) => None,
        });
        let content = ItemContent {
            title: source.name.clone(),
            text: added.collect::<Vec<_>>().join("\n"),
            address: Some(source.address.clone()),
            changes: differ.iter().map(ItemContent::change).collect(),
        };
        if !wanted(source, &content) {
            return Ok((0, Some(seen)));
        }
        // the same text again is no second item, even where the note below was lost
        let mark = format!("page {}", digest_of(&lines));
        let kept = self.keep(j, source, Some(mark), None, content).await?;
        Ok((u64::from(kept), Some(seen)))
    }

    /// Keeps one item, unless it was found before.
    async fn keep(
        &self,
        j: &str,
        source: &Source,
        called: Option<String>,
        posted: Option<Instant>,
        content: ItemContent,
    ) -> Result<bool, Problem> {
        let mark = called.map(|id| self.hash("item mark", &format!("{} {id}", source.id)));
        // every change of a page stands at the same address
        let address = content.address.as_ref().filter(|_| source.kind == Kind::Feed);
        let link = address.map(|address| self.hash("item link", address));
        let (id, key, stored) = self.new_item();
        let event = Stored::Captured {
            id,
            source: Some(source.id.clone()),
            by: None,
            posted: posted.filter(|posted| *posted <= self.now()),
            mark: mark.clone(),
            link: link.clone(),
            content: self.seal(&key, "item", &serde_json::to_string(&content)?),
        };
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            if self
                .store()
                .item_known(j, mark.as_deref(), link.as_deref())
                .await?
            {
                return Ok(false);
            }
            let keys = vec![stored.clone()];
            if self.log_item(j, expected, &event, keys, Vec::new()).await? {
                return Ok(true);
            }
        }
    }
}

/// Whether an item holds one of the words of its source.
fn wanted(source: &Source, content: &ItemContent) -> bool {
    let holds = |word: &String| content.title.contains(word.as_str()) || content.text.contains(word.as_str());
    source.words.is_empty() || source.words.iter().any(holds)
}

/// Names a text.
fn digest_of(lines: &[String]) -> String {
    use sha2::{Digest, Sha256};
    crate::chance::hex(&Sha256::digest(lines.join("\n").as_bytes()))
}

fn failed(asked: SourceState, fault: &NoAnswer, now: Instant) -> SourceState {
    let failures = asked.failures.saturating_add(1);
    let wait = EVERY_MS.saturating_mul(1 << failures.min(6)).min(SELDOM_MS);
    SourceState {
        next: now.ms() + wait,
        failures,
        fault: Some(fault.code.to_owned()),
        detail: Some(fault.detail.chars().take(LONGEST_DETAIL).collect()),
        ..asked
    }
}
