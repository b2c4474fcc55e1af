//! Personal data in free text is marked for whoever publishes, and blacked out wherever everybody reads.

use super::{board, code};
use case::{Actor, CaseNumber};
use office::{Draft, Message};
use redact::Kind;
use testkit::TestOffice;

const TEXT: &str = "我叫张建国，电话13812345678，家住金色家园3号楼2单元501室。办事员刀疤脸态度不好。";

async fn told(test: &TestOffice) -> CaseNumber {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "website".to_owned(),
        title: "张建国反映路灯不亮".to_owned(),
        text: TEXT.to_owned(),
        ..Message::default()
    };
    let receipt = test.office.receive(&test.j, &Actor::Citizen(None), message).await;
    receipt.unwrap().number
}

fn publish(found: Option<&str>, keep: &[&str], hide: &[&str]) -> Draft {
    let all = |some: &[&str]| some.iter().map(|&one| one.to_owned()).collect();
    Draft::Publish {
        text: None,
        found: found.map(str::to_owned),
        keep: all(keep),
        hide: all(hide),
    }
}

store::both_engines! {
    /// Nothing is published before its finds were seen; what was found is blacked out in list and page.
    async fn what_tells_who_somebody_is_does_not_become_public(fresh) {
        let test = board(fresh).await;
        let number = told(&test).await;
        let operator = test.staff("operator");
        let finds = test.office.public_finds(&test.j, &operator, &number, None).await.unwrap();
        let kinds: Vec<Kind> = finds.pieces.iter().map(|(_, kind)| *kind).collect();
        assert_eq!(kinds, [Kind::Name, Kind::Phone, Kind::Address]);
        assert_eq!(code(test.run("operator", &number, publish(None, &[], &[])).await), "field-finds-unseen");
        assert_eq!(code(test.run("operator", &number, publish(Some("x"), &[], &[])).await), "field-finds-unseen");
        let seen = publish(Some(&finds.seen), &[], &["刀疤脸"]);
        test.run("operator", &number, seen).await.unwrap();
        let page = test.office.public_case(&test.j, &number).await.unwrap();
        assert_eq!(page.text.as_deref(), Some("我叫■■■，电话■■■，家住金色家园■■■。办事员■■■态度不好。"));
        let list = test.office.public_list(&test.j, &store::PublicOf::default(), None, 5).await.unwrap();
        assert_eq!(list[0].title.as_deref(), Some("■■■反映路灯不亮"));
        // those who handle it read the message as it was written
        let view = test.office.case(&test.j, &operator, &number).await.unwrap();
        assert_eq!(view.text.as_deref(), Some(TEXT));
    }

    /// What a moderator keeps is public; what they typed instead of the message is looked at in the same way.
    async fn a_moderator_decides(fresh) {
        let test = board(fresh).await;
        let number = told(&test).await;
        let operator = test.staff("operator");
        let typed = "张建国反映路灯不亮，可以打13998765432找物业。";
        let finds = test.office.public_finds(&test.j, &operator, &number, Some(typed)).await.unwrap();
        let mut draft = publish(Some(&finds.seen), &["13998765432"], &[]);
        if let Draft::Publish { text, .. } = &mut draft {
            *text = Some(typed.to_owned());
        }
        test.run("operator", &number, draft).await.unwrap();
        let page = test.office.public_case(&test.j, &number).await.unwrap();
        let text = page.text.unwrap();
        assert!(text.contains("13998765432"), "{text}");
        // who does not see the case learns nothing of what it says
        let other = test.office.public_finds(&test.j, &test.citizen(&number), &number, None).await;
        assert_eq!(code(other), "problem-not-found");
    }
}
