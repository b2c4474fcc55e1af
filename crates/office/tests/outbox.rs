//! What leaves through the outbox: signed calls to a gateway, each once, and what becomes of those that cannot leave.

use crate::support;

use case::event::Whom;
use office::notice::Payload;
use office::senders::{Console, Senders};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::{Commit, NewOutbox, RowChange, case_stream};
use support::{TestGateway, senders, sms};
use testkit::{TestOffice, at};

store::both_engines! {
    async fn a_citizen_is_told_by_a_signed_call(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        let number = test.receive_verified("路灯不亮").await.number;
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 2);

        let told = &gateway.of("received")[0];
        assert_eq!(told.text("to"), "13800138000");
        assert_eq!(told.text("channel"), "sms");
        assert_eq!(told.key, told.text("id"));
        assert!(told.key.starts_with(&format!("suqian/case/{number}/")), "{}", told.key);
        assert_eq!(told.timestamp * 1000, at("2025-03-03T09:00:00").ms());
        let link = format!("https://wenzheng.example/follow/{number}");
        assert_eq!(told.body["parameter_list"], serde_json::json!([number.as_str(), link]));
        assert_eq!(told.body["parameters"]["link"], link);
        assert_eq!(told.text("text"), format!("您的诉求已登记，编号{number}。凭编号和查询码可随时查看进展：{link}"));

        let code = &gateway.of("code")[0];
        assert_eq!(code.text("gateway_template"), "SMS_7");
        assert_eq!(code.body["parameters"]["minutes"], "10");
        assert!(code.text("text").contains(code.body["parameters"]["code"].as_str().unwrap()));

        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 0);
        assert_eq!(gateway.calls().len(), 2);
    }

    async fn a_gateway_that_fails_gets_the_same_message_again_until_it_takes_it(fresh) {
        let tries = AtomicUsize::new(0);
        let gateway = TestGateway::answering(move |call| match call.text("template") {
            "received" if tries.fetch_add(1, Ordering::SeqCst) < 2 => 503,
            _ => 202,
        });
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        test.receive_verified("路灯不亮").await;
        for minutes in [0, 1, 2, 60] {
            test.clock.advance(minutes);
            test.office.run_outbox(&senders).await.unwrap();
        }
        let calls = gateway.of("received");
        assert_eq!(calls.iter().map(|c| c.status).collect::<Vec<_>>(), [503, 503, 202]);
        assert!(calls.iter().all(|call| call.body == calls[0].body && call.key == calls[0].key));
        assert!(test.office.undelivered(&test.j, 9).await.unwrap().is_empty());
    }

    async fn a_message_that_the_gateway_refuses_is_given_up_with_the_reason(fresh) {
        let gateway = TestGateway::answering(|_| 400);
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        test.receive_verified("路灯不亮").await;
        for _ in 0..3 {
            test.office.run_outbox(&senders).await.unwrap();
            test.clock.advance(600);
        }
        assert_eq!(gateway.of("received").len(), 1);
        let troubles = test.office.undelivered(&test.j, 9).await.unwrap();
        assert_eq!(troubles.len(), 2);
        for trouble in troubles {
            assert_eq!((trouble.attempts, trouble.next), (1, None));
            let said = trouble.why.say(calendar::Lang::En);
            assert!(said.contains("HTTP 400 no such number"), "{said}");
            assert!(!said.contains("13800138000"), "the address stays sealed: {said}");
        }
    }

    async fn two_days_of_failures_end_in_giving_up(fresh) {
        let gateway = TestGateway::answering(|_| 500);
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        test.receive_verified("路灯不亮").await;
        for _ in 0..30 {
            test.office.run_outbox(&senders).await.unwrap();
            test.clock.advance(4 * 60);
        }
        let calls = gateway.of("received").len();
        assert_eq!(calls, 21);
        let troubles = test.office.undelivered(&test.j, 9).await.unwrap();
        let received = troubles.iter().find(|t| t.id.starts_with("case/")).unwrap();
        assert_eq!((received.attempts, received.next), (21, None));
        assert_eq!(gateway.of("code").len(), 1, "a code is not sent once it is worth nothing");
    }

    async fn two_processes_at_once_send_each_message_once(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        let mut messages = 0;
        // as many as one phone gets codes for within a day
        for n in 0..10 {
            if n % 4 == 0 {
                test.clock.advance(61);
            }
            test.receive_verified(&format!("路灯不亮{n}")).await;
            messages += 2;
        }
        let other = test.another_process().await;
        let (here, there) = tokio::join!(test.office.run_outbox(&senders), other.run_outbox(&senders));
        let calls = gateway.calls();
        // Codes are worth nothing after ten minutes and do not leave.
        let stale = test.office.undelivered(&test.j, 99).await.unwrap().len();
        assert_eq!(here.unwrap() + there.unwrap(), calls.len() as u64);
        assert_eq!(calls.len() + stale, messages);
        let keys: std::collections::BTreeSet<_> = calls.iter().map(|c| c.key.clone()).collect();
        assert_eq!(keys.len(), calls.len());
    }

    /// A house rule: citizens are left in peace at night; staff and one-time codes are not held.
    async fn quiet_hours_hold_back_messages_to_citizens(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let quiet = "[quiet_hours]\nfrom = \"21:30\"\nto = \"08:00\"\nreason = \"夜间不打扰群众\"\nset_by = \"12345热线\"\n";
        let senders = senders(test.folder.path(), &format!("{}{quiet}", sms(&gateway.url)));
        test.clock.set("2025-03-03T22:15:00");
        test.dispatched("路灯不亮", "water").await;
        test.office.run_outbox(&senders).await.unwrap();
        assert_eq!(gateway.of("code").len(), 1);
        assert_eq!(gateway.of("dispatched")[0].text("to"), "13900001007");
        assert!(gateway.of("received").is_empty());
        let waiting = test.office.undelivered(&test.j, 9).await.unwrap();
        assert_eq!(waiting.len(), 2, "received and accepted");
        for message in &waiting {
            assert_eq!(message.next, Some(at("2025-03-04T08:00:00")));
            assert_eq!((message.why.code(), message.attempts), ("outbox-quiet", 0));
            assert!(message.why.say(calendar::Lang::Zh).contains("2025年3月4日 08:00"));
        }
        test.clock.set("2025-03-04T07:59:59");
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 0);
        test.clock.set("2025-03-04T08:00:00");
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 2);
        assert_eq!((gateway.of("received").len(), gateway.of("accepted").len()), (1, 1));
    }

    async fn without_a_sender_a_message_waits_visibly_and_leaves_once_there_is_one(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        test.receive_verified("路灯不亮").await;
        let none = Senders::default();
        assert_eq!(test.office.run_outbox(&none).await.unwrap(), 0);
        let waiting = test.office.undelivered(&test.j, 9).await.unwrap();
        let codes: Vec<_> = waiting.iter().map(|t| (t.why.code(), t.attempts, t.next)).collect();
        assert_eq!(codes, [("outbox-no-sender", 0, Some(at("2025-03-03T10:00:00"))); 2]);

        let senders = senders(test.folder.path(), &sms(&gateway.url));
        test.clock.advance(60);
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 1);
        assert_eq!(gateway.of("received").len(), 1);
    }

    async fn the_one_on_duty_comes_first_and_who_has_no_mail_gets_an_sms(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let duty = office::directory::DutyEntry {
            unit: "urban".into(),
            person: "principal-urban".into(),
            from: at("2025-03-03T08:00:00"),
            to: at("2025-03-03T20:00:00"),
        };
        test.office.enter(&test.j, "administrator", vec![office::directory::Entry::Duty(duty)]).await.unwrap();
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        test.dispatched("路灯不亮", "urban").await;
        test.office.run_outbox(&senders).await.unwrap();
        let mut told: Vec<_> = gateway.of("dispatched").iter().map(|c| c.text("to").to_owned()).collect();
        told.sort();
        // Without a mail server everybody with a phone is reached by SMS: both handlers and the one on duty.
        assert_eq!(told, ["13900001009", "13900001010", "13900001011"]);
    }

    async fn what_cannot_be_delivered_says_why_and_blocks_nothing(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        let number = test.receive_verified("路灯不亮").await.number;
        let other = test.receive_verified("井盖丢失").await.number;
        let case = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap().case;
        let mut commit = Commit::new(test.j.clone(), at("2025-03-03T09:00:00"));
        commit.changes.push(RowChange::DestroyKey(case.citizen.unwrap().key, at("2025-03-03T09:00:00")));
        let told = |id: &str, number: &case::CaseNumber, whom: Whom, template: &str| NewOutbox {
            id: format!("case/{id}"),
            due: at("2025-03-03T09:00:00"),
            kind: "told".into(),
            payload: serde_json::to_vec(&Payload::Told {
                number: number.clone(),
                seq: 1,
                order: None,
                whom,
                template: template.into(),
            })
            .unwrap(),
        };
        let nobody = Whom::Role { role: "leader".into(), unit: None };
        commit.outbox = vec![
            told("template", &other, Whom::Citizen, "gone"),
            told("nobody", &other, nobody, "due-soon"),
            told("case", &"2025030399999999".into(), Whom::Citizen, "received"),
            NewOutbox { payload: b"{}".to_vec(), ..told("shape", &other, Whom::Citizen, "received") },
        ];
        test.office.store().commit(commit).await.unwrap();
        // Two codes and the message to the one citizen whose key is there.
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 3);
        assert_eq!(gateway.of("received").len(), 1);
        let mut reasons: Vec<_> = test.office.undelivered(&test.j, 9).await.unwrap().into_iter()
            .map(|t| { assert_eq!(t.next, None); t.why.code().to_owned() })
            .collect();
        reasons.sort();
        let expected = ["outbox-corrupt", "outbox-corrupt", "outbox-key-destroyed", "outbox-no-template", "outbox-nobody"];
        assert_eq!(reasons, expected);
        for reason in expected {
            assert!(words::has(calendar::Lang::Zh, reason));
        }
    }

    /// A case from a past ledger notifies nobody, whatever asks for it.
    async fn a_case_from_a_past_ledger_tells_nobody(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        let text = "编号,标题,内容,留言时间,回复内容,回复时间\n88,路灯不亮,路灯不亮,2019/4/25 9:32:09,已修好,2019/4/26 9:32:09\n";
        let rules = calendar::Calendar::from_toml(calendar::SHIPPED).unwrap();
        let table = std::io::Cursor::new(text.as_bytes());
        let rows = ledger::read(table, &ledger::Mapping::default(), &rules).unwrap();
        let mut case = None;
        let plan = office::import::Plan::default();
        test.office.import(&test.j, &plan, rows, |line| case = line.case.clone()).await.unwrap();
        assert!(test.office.store().outbox_waiting(9).await.unwrap().is_empty());
        let payload = Payload::Told {
            number: case.unwrap(),
            seq: 1,
            order: None,
            whom: Whom::Citizen,
            template: "received".into(),
        };
        let mut commit = Commit::new(test.j.clone(), at("2025-03-03T09:00:00"));
        commit.outbox.push(NewOutbox {
            id: "case/x/1/0".into(),
            due: at("2025-03-03T09:00:00"),
            kind: "told".into(),
            payload: serde_json::to_vec(&payload).unwrap(),
        });
        test.office.store().commit(commit).await.unwrap();
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 0);
        assert!(gateway.calls().is_empty());
        assert_eq!(test.office.undelivered(&test.j, 9).await.unwrap()[0].why.code(), "outbox-history");
    }

    /// A citizen who wrote through WeChat is told through WeChat.
    async fn wechat_is_told_by_wechat(fresh) {
        let (by_sms, by_wechat) = (TestGateway::willing(), TestGateway::willing());
        let test = TestOffice::on(fresh).await;
        let wechat = format!("[wechat]\nurl = \"{}\"\nsecret_file = \"secret\"\nchannels = [\"wechat\"]\n", by_wechat.url);
        let senders = senders(test.folder.path(), &format!("{}{wechat}", sms(&by_sms.url)));
        let code = test.phone_code("13800138000").await;
        let message = office::Message {
            id: "m".into(),
            channel: "wechat".into(),
            title: "路灯不亮".into(),
            text: "路灯不亮".into(),
            citizen: Some(test.wang(Some(code))),
            ..office::Message::default()
        };
        test.office.receive(&test.j, &case::Actor::Citizen(None), message).await.unwrap();
        test.office.run_outbox(&senders).await.unwrap();
        assert_eq!(by_wechat.of("received")[0].text("channel"), "wechat");
        assert!(by_sms.of("received").is_empty());
    }

    async fn the_console_masks_addresses_and_shows_codes(fresh) {
        #[derive(Clone, Default)]
        struct Paper(Arc<std::sync::Mutex<Vec<u8>>>);
        impl std::io::Write for Paper {
            fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
                self.0.lock().unwrap().write(bytes)
            }
            fn flush(&mut self) -> std::io::Result<()> {
                Ok(())
            }
        }
        let test = TestOffice::on(fresh).await;
        let code = test.phone_code("13800138000").await;
        test.dispatched("路灯不亮", "water").await;
        let paper = Paper::default();
        let senders = Senders::all_by(Arc::new(Console::new(paper.clone())));
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 5);
        let printed = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
        assert_eq!(printed.lines().count(), 5, "{printed}");
        assert!(printed.contains("[sms → 138****8000] 您的验证码是"), "{printed}");
        assert!(printed.contains(&code), "{printed}");
        assert!(!printed.contains("13800138000") && !printed.contains("handler-water@"), "{printed}");
    }

    /// Timers and outbox run on beside the commands; whatever reaches the gateway is committed already.
    async fn no_message_leaves_before_its_commit_returns(fresh) {
        let test = TestOffice::on(fresh).await;
        let (reader, early) = (test.office.store().clone(), Arc::new(AtomicUsize::new(0)));
        let (counted, j) = (early.clone(), test.j.clone());
        let runtime = tokio::runtime::Handle::current();
        let gateway = TestGateway::answering(move |call| {
            let parts: Vec<_> = call.key.split('/').collect();
            if parts[1] == "case" {
                let (number, seq): (_, u64) = (parts[2].into(), parts[3].parse().unwrap());
                let stored = runtime.block_on(reader.last_seq(&j, &case_stream(&number))).unwrap();
                if stored < seq {
                    counted.fetch_add(1, Ordering::SeqCst);
                }
            }
            200
        });
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let jobs = test.office.clone();
        let running = tokio::spawn(async move {
            jobs.run_jobs(&senders, async { stopped.await.unwrap() }).await;
        });
        let mut last = None;
        for n in 0..5 {
            // A code is read from the outbox before the jobs see it; so cases begin half registered here.
            let message = office::Message {
                id: format!("m{n}"),
                channel: "phone".into(),
                title: "路灯不亮".into(),
                text: "路灯不亮".into(),
                citizen: Some(test.wang(None)),
                ..office::Message::default()
            };
            let received = test.office.receive(&test.j, &test.staff("operator"), message).await.unwrap();
            last = Some(received.number);
        }
        let pass_up = office::Draft::PassUp { reason: "请认定".into() };
        test.run("operator", &last.unwrap(), pass_up).await.unwrap();
        // Five citizens and the duty manager, whom the passed-up case is for.
        let gateway = tokio::task::spawn_blocking(move || { gateway.wait_for(6); gateway }).await.unwrap();
        stop.send(()).unwrap();
        running.await.unwrap();
        assert_eq!(early.load(Ordering::SeqCst), 0);
        assert!(gateway.calls().len() >= 6);
    }

    /// One case that cannot be read any more keeps neither timers nor messages of others from going on.
    async fn a_damaged_case_holds_up_no_other(fresh) {
        let gateway = TestGateway::willing();
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &sms(&gateway.url));
        let damaged = test.dispatched("路灯不亮", "water").await;
        test.dispatched("井盖丢失", "water").await;
        let break_it = format!("UPDATE event SET bytes = BYTES'00ff' WHERE stream = 'case/{damaged}';");
        test.fresh.execute(&break_it).await;
        test.clock.advance(61);
        assert!(test.office.run_timers().await.unwrap() > 0);
        test.office.run_outbox(&senders).await.unwrap();
        assert!(!gateway.of("urged").is_empty());
        assert!(gateway.calls().iter().all(|call| !call.key.contains(damaged.as_str())));
        let troubles = test.office.undelivered(&test.j, 99).await.unwrap();
        assert!(troubles.iter().any(|t| t.why.code() == "outbox-corrupt" && t.id.contains(damaged.as_str())));
    }
}
