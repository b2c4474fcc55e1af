//! The invented city and its town, as `wenzheng demo` shows them, with their pages.

use crate::office::master;
use crate::{Served, TestOffice, at};
use office::demo::{Demo, Ground, JURISDICTION, TOWN, fill, fill_town};
use office::senders::{Console, Senders};
use std::sync::Arc;
use store::DiskBlobs;
use store::testing::Fresh;

/// A working morning.
const NOW: &str = "2026-11-18T10:20:00";

/// Both, served; the test office acts for the city. Who works there signs in with [`office::demo::PASSWORD`].
pub struct Invented {
    /// Their pages: those of the city at once, those of the town below `/@liuyindu`.
    pub served: Served,
    /// People and sample cases of the city.
    pub city: Demo,
    /// The same of the town.
    pub town: Demo,
}

impl Invented {
    /// On a fresh SQLite database. What the town reported upwards has arrived.
    pub async fn sqlite() -> Self {
        let (fresh, folder) = (Fresh::sqlite(), tempfile::tempdir().unwrap());
        let store = fresh.store().await;
        let ground = || Ground {
            store: store.clone(),
            blobs: Arc::new(DiskBlobs::new(folder.path().join("files"))),
            master: master(),
            now: at(NOW),
        };
        let of_city = include_str!("../../../procedures/suqian-12345.toml");
        let of_town = include_str!("../../../procedures/wenshao-wenzheng.toml");
        let city = fill(ground(), Some("127.0.0.1"), of_city).await.unwrap();
        let town = fill_town(ground(), of_town).await.unwrap();
        let test = TestOffice::filled(fresh, folder, JURISDICTION, NOW).await;
        let senders = Senders::all_by(Arc::new(Console::new(std::io::sink())));
        test.office.run_outbox(&senders).await.unwrap();
        Self {
            served: Served::of(test).await,
            city,
            town,
        }
    }

    /// Where the town is reached.
    pub fn town_url(&self) -> String {
        format!("{}/@{TOWN}", self.served.url)
    }

    /// The address that a path of the city has.
    pub fn url(&self) -> &str {
        &self.served.url
    }
}
