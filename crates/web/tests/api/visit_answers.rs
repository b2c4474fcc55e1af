//! A gateway brings the answer to a return visit (SQ-10(5)).

use crate::api::client::Api;
use axum::body::Body;
use axum::http::{Request, header};
use office::senders::sign::{SIGNATURE, TIMESTAMP, signature, timestamp};
use office::senders::{Console, Secret, Senders};
use serde_json::json;
use std::sync::Arc;
use testkit::TestOffice;

store::both_engines! {
    async fn a_signed_answer_is_recorded_and_an_unsigned_one_is_not(fresh) {
        let api = Api::of(TestOffice::on(fresh).await);
        let office = &api.test.office;
        office.trust_gateways(vec![Secret::new("shared")]);
        let number = api.test.replied("路灯不亮").await;
        office.run_outbox(&Senders::all_by(Arc::new(Console::new(std::io::sink())))).await.unwrap();
        let seen = office.case(&api.test.j, &api.test.staff("operator"), &number).await.unwrap();
        let event = seen.timeline.last().unwrap();
        let asked = event.effects.iter().position(|e| {
            matches!(e, case::Effect::Tell { template, .. } if template == "visit")
        });
        let id = format!("suqian/case/{number}/{}/{}", event.seq, asked.unwrap());
        let body = json!({ "message_id": id, "solved": true, "satisfied": true }).to_string();

        let at = timestamp(office.now());
        let right = signature(&Secret::new("shared"), &at, body.as_bytes());
        let call = |signed: &str| {
            Request::post("/api/v1/visit-answers")
                .header(header::CONTENT_TYPE, "application/json")
                .header(TIMESTAMP, &at)
                .header(SIGNATURE, signed)
                .body(Body::from(body.clone()))
                .unwrap()
        };
        assert_eq!(api.send(call("v1=00")).await.fault(422), "problem-invalid");
        let first = api.send(call(&right)).await.good();
        assert_eq!((&first["number"], &first["step"]), (&json!(number.as_str()), &json!("to-close")));
        assert_eq!(api.send(call(&right)).await.good(), first);
    }
}
