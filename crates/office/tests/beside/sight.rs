//! Who sees what: queues of what can be claimed and of what was put before a leader, cases that accuse a unit,
//! instructions, and what the citizen reads.

use super::{board, claim, code, mark, text, written};
use case::{Actor, CaseNumber, Post};
use office::{Draft, Problem};
use procedure::Do;
use store::QueueOf;
use testkit::TestOffice;

async fn queue(test: &TestOffice, staff: &str) -> Vec<CaseNumber> {
    let who = test.staff(staff);
    let mine = test.office.my_queue(&test.j, &who).await.unwrap();
    let lines = test.office.queue(&test.j, &who, &mine, None, 20).await.unwrap();
    lines.into_iter().map(|line| line.row.number).collect()
}

fn record(record: &str, said: Option<&str>) -> Draft {
    Draft::Record {
        record: text(record),
        text: said.map(text),
        partner: None,
        channel: None,
        when: None,
    }
}

store::both_engines! {
    /// What waits to be claimed stands in every unit's queue, until one claims it.
    async fn units_see_what_they_can_claim(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        test.run("operator", &number, mark(&[], "620802")).await.unwrap();
        assert_eq!(queue(&test, "handler-water").await, std::slice::from_ref(&number));
        assert_eq!(queue(&test, "handler-urban").await, std::slice::from_ref(&number));
        test.run("handler-water", &number, claim()).await.unwrap();
        assert_eq!(queue(&test, "handler-urban").await, []);
        let gone = test.office.case(&test.j, &test.staff("handler-urban"), &number).await;
        assert!(matches!(gone, Err(Problem::NotFound)));
    }

    /// A unit that a message accuses does not find it, in no list and under no address; nor do those under it.
    async fn an_accused_unit_sees_nothing(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "举报").await;
        let accuse = Draft::Mark {
            marks: vec![text("urgent")],
            division: Some(text("620802")),
            accused: vec![text("county")],
            accused_people: Vec::new(),
            accused_named: None,
            reason: None,
        };
        test.run("operator", &number, accuse).await.unwrap();
        for staff in ["handler-county", "handler-water", "handler-urban"] {
            assert_eq!(queue(&test, staff).await, [], "{staff}: no accusation waits to be claimed");
        }
        // nor does a count tell that there is one
        let both = Actor::Staff {
            person: "handler-county".into(),
            posts: vec![
                Post { role: text("operator"), unit: None },
                Post { role: text("handler"), unit: Some("county".into()) },
            ],
        };
        let all = QueueOf::default();
        for (who, count) in [(test.staff("operator"), 1), (both, 0)] {
            assert_eq!(test.office.queue_count(&test.j, &who, &all).await.unwrap(), count, "{who:?}");
            let lines = test.office.queue(&test.j, &who, &all, None, 20).await.unwrap();
            assert_eq!(lines.len() as u64, count);
        }
        for (staff, seen) in [("handler-county", false), ("handler-water", false), ("operator", true)] {
            let view = test.office.case(&test.j, &test.staff(staff), &number).await;
            assert_eq!(view.is_ok(), seen, "{staff}");
        }
    }

    /// A leader finds what was put before them; the instruction is read by those who handle the case.
    async fn an_instruction_is_read_by_those_who_handle_the_case(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        test.run("operator", &number, mark(&[], "620802")).await.unwrap();
        assert_eq!(queue(&test, "supervisor").await, []);
        let unseen = test.office.case(&test.j, &test.staff("supervisor"), &number).await;
        assert!(matches!(unseen, Err(Problem::NotFound)));
        let submit = Draft::Submit { to: text("supervisor"), text: text("建议水务局办理。") };
        test.run("operator", &number, submit).await.unwrap();
        assert_eq!(queue(&test, "supervisor").await, std::slice::from_ref(&number));
        let instruct = Draft::Instruct {
            outcome: Some(text("major")),
            partner: None,
            text: text("限期整改。"),
        };
        test.run("supervisor", &number, instruct).await.unwrap();
        // whoever could claim it sees that there was one, the unit that claimed it reads it
        let read = async |staff: &str| {
            let view = test.office.case(&test.j, &test.staff(staff), &number).await.unwrap();
            let entry = view.timeline.into_iter().find(|e| e.word == Some(Do::Instruct)).unwrap();
            entry.texts.into_iter().filter_map(|(_, text)| text).collect::<Vec<_>>()
        };
        assert_eq!(read("operator").await, ["限期整改。"]);
        assert_eq!(read("handler-urban").await, Vec::<String>::new());
        test.run("handler-water", &number, claim()).await.unwrap();
        assert_eq!(read("handler-water").await, ["限期整改。"]);
    }

    /// ZG-3(2): what is put before a leader, the instruction, and what a signatory notes are read by those who handle the
    /// case. The county sees its township's case, and that all this happened; not what was written.
    async fn a_county_sees_the_case_and_not_the_notes(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        test.run("operator", &number, mark(&[], "620802")).await.unwrap();
        let submit = Draft::Submit { to: text("supervisor"), text: text("建议水务局办理。") };
        test.run("operator", &number, submit).await.unwrap();
        let instruct = Draft::Instruct { outcome: None, partner: None, text: text("限期整改。") };
        test.run("supervisor", &number, instruct).await.unwrap();
        test.run("handler-water", &number, claim()).await.unwrap();
        let sign = Draft::Sign { passed: false, faults: vec![text("vague")], note: Some(text("重写。")) };
        test.run("reviewer", &number, sign).await.unwrap();
        let read = async |who: &Actor| {
            let view = test.office.case(&test.j, who, &number).await.unwrap();
            let entries = view.timeline.into_iter();
            let those = entries.filter(|e| matches!(e.word, Some(Do::Submit | Do::Instruct | Do::Sign)));
            those.map(|e| e.texts.into_iter().filter_map(|(_, text)| text).collect::<String>()).collect::<Vec<_>>()
        };
        let all = ["建议水务局办理。", "限期整改。", "重写。"];
        for who in ["operator", "reviewer", "supervisor", "handler-water"] {
            assert_eq!(read(&test.staff(who)).await, all, "{who}");
        }
        assert_eq!(read(&test.staff("handler-county")).await, ["", "", ""]);
        // nor does the citizen learn that anything of the kind happened
        assert_eq!(read(&test.citizen(&number)).await, Vec::<String>::new());
    }

    /// Given words are these and no others; the citizen reads only the records that are meant for them.
    async fn records_say_what_their_kind_says(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        let other = record("explained", Some("别的话"));
        assert_eq!(code(test.run("operator", &number, other).await), "refusal-given-words");
        assert_eq!(code(test.run("operator", &number, record("memo", None)).await), "refusal-field-missing");
        assert_eq!(code(test.run("operator", &number, record("nothing", None)).await), "field-no-such-record");
        test.run("operator", &number, record("explained", None)).await.unwrap();
        test.run("operator", &number, record("memo", Some("内部"))).await.unwrap();
        test.run("operator", &number, Draft::Tidy { text: text("路面破损。") }).await.unwrap();
        let citizen = test.citizen(&number);
        let view = test.office.case(&test.j, &citizen, &number).await.unwrap();
        let words: Vec<_> = view.timeline.iter().filter_map(|e| e.word).collect();
        assert_eq!(words, [Do::Receive, Do::Record]);
        assert_eq!(view.clean, None);
        assert_eq!(view.text.as_deref(), Some("路面破损，电话13800138000"), "the original never changes");
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert_eq!(view.clean.as_deref(), Some("路面破损。"));
    }

    /// Whoever wrote without a name is asked for more and adds it.
    async fn a_citizen_without_a_name_is_asked_and_answers(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        test.run("operator", &number, Draft::AskCitizen { text: text("在哪条路？") }).await.unwrap();
        let citizen = test.citizen(&number);
        let view = test.office.case(&test.j, &citizen, &number).await.unwrap();
        assert_eq!(view.timeline.last().unwrap().texts[0].1.as_deref(), Some("在哪条路？"));
        test.command(&citizen, &number, None, Draft::Add { text: text("柳湖路") }).await.unwrap();
        let view = test.office.case(&test.j, &citizen, &number).await.unwrap();
        assert!(view.case.waits_for_citizen.is_none() && view.citizen.is_none());
    }
}
