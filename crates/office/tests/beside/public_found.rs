//! Everybody looks through what was published: by unit, kind, place, state and time.

use super::public::publish;
use super::{board, claim, mark, reply, text, written};
use case::facets::{PublicFilter, PublicState};
use case::{Actor, CaseNumber};
use office::{Draft, Message};
use store::{PublicAfter, PublicOf};
use testkit::TestOffice;

/// A published message about roads, in a town of 620802.
async fn published(test: &TestOffice, title: &str, category: Option<&str>) -> CaseNumber {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: text("website"),
        title: text(title),
        text: text(title),
        category: category.map(text),
        ..Message::default()
    };
    let receipt = test.office.receive(&test.j, &Actor::Citizen(None), message).await;
    let number = receipt.unwrap().number;
    test.run("operator", &number, mark(&[], "620802003"))
        .await
        .unwrap();
    publish(test, &number, None).await;
    test.clock.advance(1);
    number
}

async fn found(test: &TestOffice, of: &PublicOf) -> Vec<CaseNumber> {
    let lines = test.office.public_list(&test.j, of, None, 20).await.unwrap();
    let numbers: Vec<CaseNumber> = lines.into_iter().map(|line| line.number).collect();
    let count = test.office.public_count(&test.j, of, 1000).await.unwrap();
    assert_eq!(
        count as usize,
        numbers.len(),
        "the count says what the list shows: {of:?}"
    );
    numbers
}

fn by(filter: PublicFilter) -> PublicOf {
    PublicOf {
        filter,
        ..PublicOf::default()
    }
}

fn place(code: &str) -> PublicFilter {
    PublicFilter {
        place: Some(text(code)),
        ..PublicFilter::default()
    }
}

fn state(state: PublicState) -> PublicFilter {
    PublicFilter {
        state: Some(state),
        ..PublicFilter::default()
    }
}

store::both_engines! {
    async fn a_list_is_narrowed_by_each_filter_and_by_all(fresh) {
        let test = board(fresh).await;
        let roads = published(&test, "路面破损", Some("roads")).await;
        let other = published(&test, "路灯不亮", None).await;
        assert_eq!(found(&test, &PublicOf::default()).await, [other.clone(), roads.clone()]);
        let kind = PublicFilter { category: Some(text("roads")), ..PublicFilter::default() };
        assert_eq!(found(&test, &by(kind.clone())).await, std::slice::from_ref(&roads));
        // a town lies in its county, and zeros name no further level
        for code in ["620802003", "620802", "620802000000"] {
            assert_eq!(found(&test, &by(place(code))).await, [other.clone(), roads.clone()], "{code}");
        }
        assert_eq!(found(&test, &by(place("620821"))).await, []);
        assert_eq!(found(&test, &by(state(PublicState::Answered))).await, []);

        test.run("handler-water", &roads, claim()).await.unwrap();
        test.run("reviewer", &roads, reply()).await.unwrap();
        let all = PublicFilter {
            unit: Some("water".into()),
            state: Some(PublicState::Answered),
            ..PublicFilter { place: Some(text("620802")), ..kind }
        };
        assert_eq!(found(&test, &by(all)).await, std::slice::from_ref(&roads));
        assert_eq!(found(&test, &by(state(PublicState::Handling))).await, std::slice::from_ref(&other));
        let units = test.office.public_units(&test.j).await.unwrap();
        let answering: Vec<_> = units.answering.iter().map(|unit| unit.id.as_str()).collect();
        assert_eq!(answering, ["water"], "units that answer nothing public are not offered");

        let line = &test.office.public_list(&test.j, &PublicOf::default(), None, 9).await.unwrap()[1];
        let unit = line.unit.as_ref().map(|unit| unit.name.as_str());
        assert_eq!((unit, line.state), (Some("water"), PublicState::Answered));
        let time = PublicOf { to: Some(line.at), ..by(place("620802")) };
        assert_eq!(found(&test, &time).await, [], "before the first was published");
        let time = PublicOf { from: Some(line.at), ..by(place("620802")) };
        assert_eq!(found(&test, &time).await, [other, roads]);
    }

    async fn pages_of_a_narrowed_list_hold_each_message_once(fresh) {
        let test = board(fresh).await;
        let mut all = Vec::new();
        for n in 0..5 {
            all.insert(0, published(&test, &format!("路面破损{n}"), Some("roads")).await);
        }
        let (of, mut seen, mut after) = (by(place("620802")), Vec::new(), None);
        loop {
            let page = test.office.public_list(&test.j, &of, after.as_ref(), 2).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(PublicAfter { at: last.at, number: last.number.clone() });
            seen.extend(page.into_iter().map(|line| line.number));
        }
        assert_eq!(seen, all);
        assert_eq!(test.office.public_count(&test.j, &of, 3).await.unwrap(), 3, "counted no further than asked");
    }

    /// PL-17, PL-18: who narrows the list learns nothing of what was hidden, nor of what accuses somebody.
    async fn what_is_hidden_or_accuses_is_found_by_no_filter(fresh) {
        let test = board(fresh).await;
        let hidden = published(&test, "路面破损", Some("roads")).await;
        let accusing = published(&test, "收钱", Some("roads")).await;
        assert_eq!(found(&test, &by(place("620802"))).await.len(), 2);
        test.run("operator", &hidden, Draft::Hide { reason: text("含个人信息") }).await.unwrap();
        let accuse = Draft::Mark {
            marks: Vec::new(),
            division: Some(text("620802003")),
            accused: vec![text("water")],
            accused_people: Vec::new(),
            accused_named: None,
            reason: None,
        };
        test.run("operator", &accusing, accuse).await.unwrap();
        for filter in [place("620802"), state(PublicState::Handling)] {
            assert_eq!(found(&test, &by(filter)).await, []);
        }
        assert!(test.fresh.dump("public_facet").await.is_empty());
        // without a filter the trace of what was hidden stands there
        assert_eq!(found(&test, &PublicOf::default()).await, [hidden]);
    }

    /// A rebuild makes the same of the log as the days before it made one by one.
    async fn what_is_found_is_a_fold(fresh) {
        let test = board(fresh).await;
        let answered = published(&test, "路面破损", Some("roads")).await;
        published(&test, "路灯不亮", None).await;
        let hidden = published(&test, "管道漏水", None).await;
        test.run("handler-water", &answered, claim()).await.unwrap();
        test.run("reviewer", &answered, reply()).await.unwrap();
        test.run("operator", &hidden, Draft::Hide { reason: text("含个人信息") }).await.unwrap();
        let before = test.fresh.dump("public_facet").await;
        // place and state; kind, unit, place and state
        assert_eq!(before.len(), (2 * 3 - 1) + (2 * 2 * 3 * 2 - 1));
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("public_facet").await, before);
    }

    /// PL-18: whoever is accused reads from no number that there is an accusation.
    async fn what_came_in_lately_counts_no_accusation(fresh) {
        let test = board(fresh).await;
        let number = published(&test, "路面破损", Some("roads")).await;
        written(&test, "路灯不亮").await;
        let accusing = Message {
            id: test.command_id().as_str().to_owned(),
            channel: text("website"),
            title: text("收钱"),
            text: text("收钱"),
            category: Some(text("accusation")),
            accused: vec![text("water")],
            ..Message::default()
        };
        test.office.receive(&test.j, &Actor::Citizen(None), accusing).await.unwrap();
        assert_eq!(test.office.lately(&test.j).await.unwrap(), (2, 0));
        test.run("handler-water", &number, claim()).await.unwrap();
        test.run("reviewer", &number, reply()).await.unwrap();
        assert_eq!(test.office.lately(&test.j).await.unwrap(), (2, 1));
        test.clock.advance(40 * 24 * 60);
        assert_eq!(test.office.lately(&test.j).await.unwrap(), (0, 0), "another month");
    }
}
