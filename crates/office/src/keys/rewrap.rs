//! Rotation of the master key: every sealing key is wrapped anew under the current one, in batches, while everything
//! else goes on. What was done stays done, so a break costs nothing.

use crate::{Office, Problem};
use seal::KeyId;
use store::Rewrap;

/// How many keys are looked at together.
const BATCH: u32 = 500;

/// What one walk over all keys did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rewrapped {
    /// Wrapped anew.
    pub rewrapped: u64,
    /// Under the current master key already.
    pub already: u64,
    /// Under none of the master keys at hand.
    pub unreadable: u64,
}

impl Office {
    /// Wraps every sealing key under the current master key. `told` hears after each batch how many were looked at.
    ///
    /// # Errors
    /// The store's; what was wrapped anew before stays so.
    pub async fn rewrap_keys(&self, told: &(dyn Fn(u64) + Sync)) -> Result<Rewrapped, Problem> {
        let mut done = Rewrapped::default();
        let mut after: Option<(String, KeyId)> = None;
        loop {
            let ring = self.parts().keys.newest();
            let keys = self.store().sealing_keys(after.as_ref(), BATCH).await?;
            let Some(last) = keys.last() else { return Ok(done) };
            after = Some((last.jurisdiction.clone(), last.id.clone()));
            let mut changes = Vec::new();
            for key in keys {
                if seal::unwrap(&ring.current, &key.id, &key.wrapped).is_ok() {
                    done.already += 1;
                    continue;
                }
                match ring.unwrap(&key.id, &key.wrapped) {
                    Ok(plain) => {
                        let cipher = self.parts().keys.cipher();
                        let wrapped = seal::wrap(&ring.current, &key.id, &plain, cipher, self.fresh());
                        changes.push(Rewrap { key, wrapped });
                    }
                    Err(_) => done.unreadable += 1,
                }
            }
            done.rewrapped += self.store().rewrap(changes).await?;
            told(done.rewrapped + done.already + done.unreadable);
        }
    }

    /// Wraps keys anew where a master key before the current one is still at hand; of several processes one does.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn run_rewrap(&self) -> Result<(), Problem> {
        if self.parts().keys.newest().previous.is_empty() {
            return Ok(());
        }
        let now = self.now();
        let (name, holder) = (
            "rewrap".to_owned(),
            crate::chance::hex(&self.chance().bytes::<8>()),
        );
        let until = now.plus_ms(LEASE_MS);
        let claimed = self
            .store()
            .claim_lease(String::new(), name.clone(), holder.clone(), now, until)
            .await?;
        if claimed {
            let done = self.rewrap_keys(&|_| {}).await;
            self.store().release_lease(String::new(), name, holder).await?;
            let done = done?;
            if done.rewrapped > 0 {
                tracing::info!(
                    rewrapped = done.rewrapped,
                    "keys are wrapped under the new master key"
                );
            }
            if done.unreadable > 0 {
                tracing::error!(
                    unreadable = done.unreadable,
                    "keys open under no master key at hand"
                );
            }
        }
        Ok(())
    }
}

/// Longer than a walk over all keys of a large city takes.
const LEASE_MS: i64 = 30 * 60_000;
