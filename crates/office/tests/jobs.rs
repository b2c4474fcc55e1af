//! The loop of jobs goes on when the database is back.

use crate::support;

use std::sync::mpsc::{Sender, channel};
use support::{TestGateway, senders, sms};
use testkit::TestOffice;
use tracing::instrument::WithSubscriber as _;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Hears of warnings.
struct Warnings(Sender<()>);

impl Subscriber for Warnings {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        *about.level() == Level::WARN && about.target().starts_with("office")
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, _: &Event<'_>) {
        let _ = self.0.send(());
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

store::both_engines! {
    /// A table that is away stands for a database that is.
    async fn a_database_that_is_away_is_waited_for(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        test.receive_verified("路灯不亮").await;
        test.fresh.execute("ALTER TABLE outbox RENAME TO away;").await;

        let (warn, warned) = channel();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let office = test.office.clone();
        let jobs = async move { office.run_jobs(&senders, async { stopped.await.unwrap() }).await };
        let running = tokio::spawn(jobs.with_subscriber(Warnings(warn)));
        tokio::task::spawn_blocking(move || warned.recv().unwrap()).await.unwrap();
        assert!(gateway.calls().is_empty());

        test.fresh.execute("ALTER TABLE away RENAME TO outbox;").await;
        let gateway = tokio::task::spawn_blocking(move || { gateway.wait_for(2); gateway }).await.unwrap();
        stop.send(()).unwrap();
        running.await.unwrap();
        assert_eq!((gateway.of("code").len(), gateway.of("received").len()), (1, 1));
    }
}
