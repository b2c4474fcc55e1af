//! A small office for the inputs that need one, on a database of its own.

use procedure::Words;
use seal::Key;
use std::sync::{Arc, OnceLock};
use testkit::{TestClock, TestOffice};
use tokio::runtime::{Builder, Runtime};
use web::shell::Shell;

/// Waits for something.
pub(crate) fn run<T>(what: impl Future<Output = T>) -> T {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| {
        Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap()
    });
    runtime.block_on(what)
}

pub(crate) fn shell(clock: Arc<TestClock>) -> Shell {
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    Shell {
        place: words("云川市"),
        service: words("问政"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock,
    }
}

/// The office of one input, with a case that a unit has.
pub(crate) struct World {
    pub(crate) test: TestOffice,
    pub(crate) number: String,
}

impl World {
    pub(crate) fn new() -> Self {
        run(async {
            let test = TestOffice::sqlite().await;
            let number = test.dispatched("路灯不亮", "water").await.to_string();
            Self { test, number }
        })
    }
}
