//! Timers: what falls due by itself is recorded once, whoever comes by and however often, and before a late act.

use case::{Act, CaseNumber, Event};
use office::Draft;
use store::case_stream;
use testkit::TestOffice;

/// The events of a case as the log has them.
async fn events(test: &TestOffice, number: &CaseNumber) -> Vec<Event> {
    let stored = test
        .office
        .store()
        .events(&test.j, &case_stream(number))
        .await
        .unwrap();
    stored.iter().map(|one| store::case_event(one).unwrap()).collect()
}

/// The lapses and rungs among them, in their order.
fn by_themselves(events: &[Event]) -> Vec<String> {
    let name = |event: &Event| match &event.act {
        Act::Lapse { clock, .. } => Some(format!("lapse {clock}")),
        Act::Rung { rung, .. } => Some(format!("rung {rung}")),
        _ => None,
    };
    events.iter().filter_map(name).collect()
}

store::both_engines! {
    /// SQ-10(3), SQ-18: three processes come by at once, again and again; each lapse and each rung is there once.
    async fn each_rung_fires_once_even_with_several_processes(fresh) {
        let test = TestOffice::on(fresh).await;
        let mut numbers = Vec::new();
        for n in 0..4 {
            numbers.push(test.dispatched(&format!("路灯不亮{n}"), "water").await);
        }
        let (one, two) = (test.another_process().await, test.another_process().await);
        for _ in 0..40 {
            test.clock.advance(60);
            let ran = tokio::join!(test.office.run_timers(), one.run_timers(), two.run_timers());
            ran.0.unwrap();
            ran.1.unwrap();
            ran.2.unwrap();
        }
        for number in &numbers {
            let fired = by_themselves(&events(&test, number).await);
            let expected = [
                "lapse sign", "rung sign-urge", "rung sign-duty", "rung handle-remind", "lapse handle",
                "lapse send-back", "rung handle-urge", "rung handle-supervise",
            ];
            let mut sorted = fired.clone();
            sorted.sort();
            let mut wanted: Vec<String> = expected.iter().map(|&e| e.to_owned()).collect();
            wanted.sort();
            assert_eq!(sorted, wanted, "{fired:?}");
        }
        assert_eq!(test.office.run_timers().await.unwrap(), 0);
    }

    /// SQ-10(3): no timer came by all night; the late act records the lapses first, at the times when they fell due.
    async fn a_late_act_records_the_lapses_before_itself(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        let dispatched = test.office.now();
        test.clock.advance(90);
        test.run_order("handler-water", &number, 1, Draft::SignFor).await.unwrap();
        let events = events(&test, &number).await;
        let lapse = events.iter().position(|e| matches!(&e.act, Act::Lapse { clock, .. } if clock == "sign")).unwrap();
        let signed = events.iter().position(|e| e.act == Act::SignFor).unwrap();
        assert!(lapse < signed);
        assert_eq!(events[lapse].at, dispatched.plus_ms(3_600_000), "it happened when it fell due");
        let stored = test.office.store().events(&test.j, &case_stream(&number)).await.unwrap();
        assert_eq!(stored[lapse].recorded, test.office.now(), "and was recorded when somebody looked");
        assert_eq!(test.office.run_timers().await.unwrap(), 0, "nothing is left for the timer");
    }
}
