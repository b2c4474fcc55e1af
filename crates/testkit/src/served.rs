//! The pages of a test installation, served on a free port of the loopback interface.

use crate::TestOffice;
use seal::Key;
use store::testing::Fresh;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use web::shell::Shell;

/// A test installation with its pages.
pub struct Served {
    /// The installation behind the pages.
    pub test: TestOffice,
    /// Where it is reached, such as `http://127.0.0.1:40123`.
    pub url: String,
    task: JoinHandle<()>,
}

impl Served {
    /// On a fresh SQLite database.
    pub async fn sqlite() -> Self {
        Self::of(TestOffice::sqlite().await).await
    }

    /// At `http://localhost`, which browsers trust like an encrypted site; the installation knows its address.
    pub async fn localhost() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let test = TestOffice::at(Fresh::sqlite(), &url).await;
        Self::on(test, listener, url)
    }

    /// The pages of an installation.
    pub async fn of(test: TestOffice) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        Self::on(test, listener, url)
    }

    fn on(test: TestOffice, listener: TcpListener, url: String) -> Self {
        let task = serve(&test, listener);
        Self { test, url, task }
    }

    /// Stops, and starts again on the same database, as another process would: what only memory held is gone.
    pub async fn restart(&mut self) {
        self.task.abort();
        self.test.office.store().close().await;
        self.test.office = self.test.another_process().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        self.url = format!("http://{}", listener.local_addr().unwrap());
        self.task = serve(&self.test, listener);
    }
}

fn serve(test: &TestOffice, listener: TcpListener) -> JoinHandle<()> {
    let words = |zh: &str, en: &str| procedure::Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    };
    let shell = Shell {
        place: words("云川市", "Yunchuan"),
        service: words("12345热线", "12345 hotline"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let router = web::app(test.office.clone(), shell);
    tokio::spawn(async move {
        web::serve(listener, router, std::future::pending())
            .await
            .unwrap();
    })
}

impl Drop for Served {
    fn drop(&mut self) {
        self.task.abort();
    }
}
