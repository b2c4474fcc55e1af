//! What everybody may read, and what nobody learns.

use super::{board, claim, code, mark, reply, text, written};
use case::CaseNumber;
use office::Draft;
use procedure::Do;
use testkit::TestOffice;

async fn listed(test: &TestOffice) -> Vec<(CaseNumber, Option<String>)> {
    let lines = test
        .office
        .public_list(&test.j, &store::PublicOf::default(), None, 20)
        .await
        .unwrap();
    lines.into_iter().map(|line| (line.number, line.title)).collect()
}

/// The reply as everybody may read it on paper.
async fn sheet(test: &TestOffice, number: &CaseNumber) -> Result<report::Paper, office::Problem> {
    test.office
        .public_reply_paper(&test.j, number, calendar::Lang::Zh)
        .await
}

/// The clerk publishes, having seen what tells who somebody is.
pub(crate) async fn publish(test: &TestOffice, number: &CaseNumber, public: Option<&str>) {
    let clerk = test.staff("operator");
    let finds = test
        .office
        .public_finds(&test.j, &clerk, number, public)
        .await
        .unwrap();
    let draft = Draft::Publish {
        text: public.map(text),
        found: Some(finds.seen),
        keep: Vec::new(),
        hide: Vec::new(),
    };
    test.run("operator", number, draft).await.unwrap();
}

store::both_engines! {
    /// What was published is what was meant to be: not the phone number in the message.
    async fn everybody_reads_what_was_published_and_its_reply(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        assert_eq!(code(test.office.public_case(&test.j, &number).await), "problem-not-found");
        test.run("operator", &number, mark(&[], "620802")).await.unwrap();
        test.run("operator", &number, Draft::Tidy { text: text("路面破损。") }).await.unwrap();
        publish(&test, &number, None).await;
        let page = test.office.public_case(&test.j, &number).await.unwrap();
        assert_eq!(page.text.as_deref(), Some("路面破损。"));
        assert_eq!((page.replies.len(), page.on_paper), (0, false));
        assert_eq!(code(sheet(&test, &number).await), "problem-not-found");
        test.run("handler-water", &number, claim()).await.unwrap();
        test.run("reviewer", &number, reply()).await.unwrap();
        let page = test.office.public_case(&test.j, &number).await.unwrap();
        let (name, said) = (page.replies[0].name.as_ref().unwrap(), &page.replies[0].text);
        assert_eq!((name.zh.as_str(), said.as_str()), ("示例市政府", "已修好。"));
        // the sheet says no more than the page: neither who wrote nor their phone
        let paper = sheet(&test, &number).await.unwrap();
        let html = paper.html().unwrap();
        assert!(html.contains("已修好。") && html.contains("路面破损。") && paper.to.is_empty());
        for private in ["王伟", "13800138000"] {
            assert!(!html.contains(private), "{private}");
        }
        let units: Vec<_> = page.course.iter().flat_map(|step| step.units.clone()).collect();
        assert_eq!(units, ["water"]);
        assert_eq!(listed(&test).await, [(number.clone(), Some(text("路面破损")))]);
        // hidden, it is no paper either
        test.run("operator", &number, Draft::Hide { reason: text("含个人信息") }).await.unwrap();
        assert_eq!(code(sheet(&test, &number).await), "problem-not-found");
    }

    /// Hidden: a trace with its date, and no text.
    async fn what_is_hidden_leaves_a_trace(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        publish(&test, &number, Some("路面破损，请修。")).await;
        let page = test.office.public_case(&test.j, &number).await.unwrap();
        assert_eq!(page.text.as_deref(), Some("路面破损，请修。"));
        test.run("operator", &number, Draft::Hide { reason: text("含个人信息") }).await.unwrap();
        let page = test.office.public_case(&test.j, &number).await.unwrap();
        let hidden = page.hidden.unwrap();
        assert_eq!(hidden.by.unwrap().zh, "经办");
        assert!(hidden.published.unwrap() <= hidden.at);
        assert_eq!((page.text, page.title, page.replies.len(), page.course.len()), (None, None, 0, 0));
        assert_eq!(listed(&test).await, [(number, None)]);
    }

    /// PL-17: published again, it still says that it was hidden meanwhile.
    async fn what_was_hidden_for_a_while_says_so(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        publish(&test, &number, None).await;
        test.run("operator", &number, Draft::Hide { reason: text("含个人信息") }).await.unwrap();
        publish(&test, &number, None).await;
        let page = test.office.public_case(&test.j, &number).await.unwrap();
        let course: Vec<_> = page.course.iter().filter_map(|step| step.act.word()).collect();
        assert_eq!(course[course.len() - 3..], [Do::Publish, Do::Hide, Do::Publish]);
        assert_eq!(page.hidden, None);
    }

    /// PL-17: what was public does not go away in silence: not by withholding it, not without a reason, and what never was
    /// public leaves no trace there.
    async fn nothing_public_goes_away_in_silence(fresh) {
        let test = board(fresh).await;
        let number = written(&test, "路面破损").await;
        let hide = |reason: &str| Draft::Hide { reason: text(reason) };
        let withhold = || Draft::Withhold { reason: text("重复") };
        assert_eq!(code(test.run("operator", &number, hide("含个人信息")).await), "refusal-not-public");
        publish(&test, &number, None).await;
        assert_eq!(code(test.run("operator", &number, withhold()).await), "refusal-was-public");
        assert_eq!(code(test.run("operator", &number, hide("")).await), "refusal-field-missing");
        // whoever has no such role
        assert_eq!(code(test.run("handler-water", &number, hide("含个人信息")).await), "refusal-not-yours");
        test.run("operator", &number, hide("含个人信息")).await.unwrap();
        assert_eq!(code(test.run("operator", &number, withhold()).await), "refusal-was-public");
        assert_eq!(code(test.run("operator", &number, hide("再撤")).await), "refusal-not-public");
        assert_eq!(listed(&test).await, [(number, None)]);
    }

    /// What was decided not to be public, and what accuses somebody, is unknown.
    async fn the_rest_is_unknown(fresh) {
        let test = board(fresh).await;
        let withheld = written(&test, "路面破损").await;
        test.run("operator", &withheld, Draft::Withhold { reason: text("重复") }).await.unwrap();
        let accusing = written(&test, "举报").await;
        publish(&test, &accusing, None).await;
        let accuse = Draft::Mark {
            marks: vec![text("urgent")],
            division: None,
            accused: vec![text("water")],
            accused_people: Vec::new(),
            accused_named: None,
            reason: None,
        };
        test.run("operator", &accusing, accuse).await.unwrap();
        for number in [&withheld, &accusing] {
            assert_eq!(code(test.office.public_case(&test.j, number).await), "problem-not-found");
            assert_eq!(code(sheet(&test, number).await), "problem-not-found");
        }
        assert_eq!(listed(&test).await, []);
        // and where the procedure makes nothing public there is no list
        assert_eq!(code(test.office.public_list("suqian", &store::PublicOf::default(), None, 20).await), "problem-not-found");
    }
}
