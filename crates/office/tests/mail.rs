//! Mail to staff, sent to a real mail server.

use crate::support;

use support::{MailServer, free_port, python, senders, smtp};
use testkit::{TestOffice, at};

store::both_engines! {
    async fn a_dispatch_reaches_the_handler_by_mail(fresh) {
        let Some(python) = python() else { return };
        let server = MailServer::start(&python, &[]);
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &smtp(server.port));
        let number = test.dispatched("路灯不亮", "water").await;
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 1);

        let mails = server.stop();
        assert_eq!(mails.len(), 1);
        let mail = &mails[0];
        assert_eq!(mail.to(), "handler-water@staff.example");
        assert_eq!(mail.field("from"), "12345热线 <no-reply@wenzheng.example>");
        assert_eq!(mail.field("subject"), "新工单");
        let link = format!("https://wenzheng.example/desk/case/{number}");
        let text = format!("新工单{number}已派到市水务局，请签收。{link}");
        assert_eq!(mail.field("text").trim_end(), text);
        assert_eq!(mail.date() * 1000, at("2025-03-03T09:00:00").ms());
        let id = mail.field("message_id");
        assert!(id.starts_with(&format!("<suqian/case/{number}/")), "{id}");
        assert!(id.ends_with("/handler-water@wenzheng.example>"), "{id}");
    }

    /// A subject is cut into encoded words where it is long, and never within a character.
    async fn rare_characters_stand_in_subject_sender_and_text(fresh) {
        let Some(python) = python() else { return };
        let server = MailServer::start(&python, &[]);
        let rare = "𠮷𫍯𬤝𰻝葛\u{e0100}樂".repeat(6);
        let rules = include_str!("../../../procedures/suqian-12345.toml");
        let rules = rules.replace("新工单", &format!("新工单{rare}"));
        let test = TestOffice::under(fresh, "suqian", "宿迁市", &rules).await;
        let settings = smtp(server.port).replace("12345热线", "𠮷𬤝热线");
        let senders = senders(test.folder.path(), &settings);
        let number = test.dispatched("路灯不亮", "water").await;
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 1);

        let mails = server.stop();
        let mail = &mails[0];
        assert_eq!(mail.field("subject"), format!("新工单{rare}"));
        assert_eq!(mail.field("from"), "𠮷𬤝热线 <no-reply@wenzheng.example>");
        assert!(mail.field("text").contains(&format!("新工单{rare}{number}")), "{}", mail.field("text"));
    }

    /// SQ-10(3), SQ-18: an hour without a signature, and handler, principal and dispatcher hear of it.
    async fn a_lapse_tells_each_by_a_mail_of_their_own(fresh) {
        let Some(python) = python() else { return };
        let server = MailServer::start(&python, &[]);
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &smtp(server.port));
        test.dispatched("路灯不亮", "water").await;
        test.office.run_outbox(&senders).await.unwrap();
        test.clock.advance(61);
        test.office.run_timers().await.unwrap();
        let sent = test.office.run_outbox(&senders).await.unwrap();
        let failed = test.office.undelivered(&test.j, 99).await.unwrap();
        assert_eq!(sent, 3, "{failed:?}");

        let mails = server.stop();
        let mut told: Vec<&str> = mails[1..].iter().map(|mail| mail.to()).collect();
        told.sort();
        let staff = ["dispatcher", "handler-water", "principal-water"];
        assert_eq!(told, staff.map(|id| format!("{id}@staff.example")));
        let urged: Vec<_> = mails.iter().filter(|mail| mail.field("subject") == "催办").collect();
        assert!(urged.len() > 1);
        for mail in urged {
            assert!(mail.field("text").contains("时限：2025年3月3日 10:00"), "{}", mail.field("text"));
        }
    }

    /// The code that opens a citizen's account.
    async fn a_code_for_an_account_comes_by_mail(fresh) {
        let Some(python) = python() else { return };
        let server = MailServer::start(&python, &[]);
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &smtp(server.port));
        let code = test.account_code("wang@example.com").await;
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 1);

        let mails = server.stop();
        let mail = &mails[0];
        assert_eq!((mail.to(), mail.field("subject")), ("wang@example.com", "验证码"));
        let text = format!("您的验证码是 {code}，10 分钟内有效。请勿告诉他人。");
        assert_eq!(mail.field("text").trim_end(), text);
    }

    async fn a_refused_address_is_recorded_without_it_and_holds_up_nobody(fresh) {
        let Some(python) = python() else { return };
        let server = MailServer::start(&python, &["--refuse", "handler-urban@staff.example"]);
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &smtp(server.port));
        test.dispatched("路灯不亮", "urban").await;
        test.dispatched("路灯又不亮", "water").await;
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 1);
        assert_eq!(server.stop().len(), 1);

        let troubles = test.office.undelivered(&test.j, 99).await.unwrap();
        let refused: Vec<_> = troubles.iter().filter(|t| t.why.code() == "outbox-refused").collect();
        assert_eq!(refused.len(), 1);
        assert!(refused[0].id.ends_with("/handler-urban"));
        assert_eq!(refused[0].next, None);
        let said = refused[0].why.say(calendar::Lang::Zh);
        assert!(said.contains("is nobody here"), "{said}");
        assert!(!said.contains("staff.example"), "{said}");
    }

    async fn a_server_that_is_down_gets_the_mail_later_and_once(fresh) {
        let Some(python) = python() else { return };
        let port = free_port();
        let test = TestOffice::on(fresh).await;
        let senders = senders(test.folder.path(), &smtp(port));
        test.dispatched("路灯不亮", "water").await;
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 0);
        let failed = &test.office.undelivered(&test.j, 99).await.unwrap();
        let failed = failed.iter().find(|t| t.why.code() == "outbox-failed").unwrap();
        assert_eq!((failed.attempts, failed.next), (1, Some(at("2025-03-03T09:00:30"))));

        let server = MailServer::start(&python, &["--port", &port.to_string()]);
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 0, "not before its time");
        test.clock.advance(1);
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 1);
        test.clock.advance(600);
        test.office.run_outbox(&senders).await.unwrap();
        assert_eq!(server.stop().len(), 1);
    }

    async fn the_right_password_opens_and_a_wrong_one_is_not_the_mails_fault(fresh) {
        let Some(python) = python() else { return };
        let server = MailServer::start(&python, &["--password", support::SECRET]);
        let test = TestOffice::on(fresh).await;
        test.dispatched("路灯不亮", "water").await;
        let login = |file: &str| format!("{}user = \"office\"\npassword_file = \"{file}\"\n", smtp(server.port));
        std::fs::write(test.folder.path().join("wrong"), "something else").unwrap();
        let wrong = senders(test.folder.path(), &login("wrong"));
        assert_eq!(test.office.run_outbox(&wrong).await.unwrap(), 0);
        test.clock.advance(1);
        let right = senders(test.folder.path(), &login("secret"));
        assert_eq!(test.office.run_outbox(&right).await.unwrap(), 1);
        assert_eq!(server.stop().len(), 1);
    }

    /// Encryption that was asked for is not given up because the server offers none.
    async fn mail_does_not_leave_in_the_clear_unless_the_settings_say_so(fresh) {
        let Some(python) = python() else { return };
        let server = MailServer::start(&python, &[]);
        let test = TestOffice::on(fresh).await;
        let settings = smtp(server.port).replace("\"none\"", "\"starttls\"");
        let senders = senders(test.folder.path(), &settings);
        test.dispatched("路灯不亮", "water").await;
        assert_eq!(test.office.run_outbox(&senders).await.unwrap(), 0);
        assert!(server.stop().is_empty());
    }
}
