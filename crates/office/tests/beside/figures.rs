//! Figures: who reads them, and that nothing in them tells of a case that accuses somebody, also not when they are compared.

use super::{board, claim, mark, text, written};
use case::{Actor, Post};
use office::counts::{Figures, Why};
use office::{Draft, Problem};
use testkit::TestOffice;

/// What they say, whenever they were asked for.
async fn figures(test: &TestOffice, who: &Actor) -> Figures {
    let found = test.office.figures(&test.j, who).await.unwrap();
    Figures {
        now: test.office.now(),
        ..found
    }
}

store::both_engines! {
    /// Whoever sees all cases reads the figures, and leaders do; units do not, nor the auditor.
    async fn the_office_and_its_leaders_read_figures(fresh) {
        let test = board(fresh).await;
        written(&test, "路面破损").await;
        for staff in ["operator", "reviewer", "supervisor"] {
            assert_eq!(figures(&test, &test.staff(staff)).await.open(), 1, "{staff}");
        }
        for staff in ["handler-water", "handler-county", "administrator"] {
            let refused = test.office.figures(&test.j, &test.staff(staff)).await;
            assert!(matches!(refused, Err(Problem::Forbidden)), "{staff}");
        }
        assert!(matches!(test.office.figures(&test.j, &Actor::Citizen(None)).await, Err(Problem::Forbidden)));
    }

    /// Given a message that nobody accuses anybody in, when another that accuses a unit comes and is claimed by nobody, and
    /// the first is later marked as one, then no figure tells of either: they read as if neither had come.
    async fn what_accuses_somebody_is_in_no_figure(fresh) {
        let test = board(fresh).await;
        let operator = test.staff("operator");
        let plain = written(&test, "路面破损").await;
        test.run("operator", &plain, mark(&[], "620802")).await.unwrap();
        test.run("handler-water", &plain, claim()).await.unwrap();
        let before = figures(&test, &operator).await;
        assert_eq!((before.open(), before.days.last().unwrap().came.all), (1, 1));
        let water = |of: &Figures| of.units.iter().find(|unit| unit.unit.as_str() == "water").unwrap().clone();
        assert_eq!((water(&before).open, water(&before).weeks.last()), (1, Some(&1)));

        let accuse = |unit: &str| Draft::Mark {
            marks: vec![text("urgent")],
            division: Some(text("620802")),
            accused: vec![text(unit)],
            accused_people: Vec::new(),
            accused_named: None,
            reason: None,
        };
        let against = written(&test, "举报").await;
        test.run("operator", &against, accuse("urban")).await.unwrap();
        // for those who may know of it, too: else the difference between two people's figures would tell
        let both = Actor::Staff {
            person: "handler-urban".into(),
            posts: vec![
                Post { role: text("operator"), unit: None },
                Post { role: text("handler"), unit: Some("urban".into()) },
            ],
        };
        for who in [&operator, &both, &test.staff("supervisor")] {
            let after = figures(&test, who).await;
            assert_eq!(after, Figures { instructed: after.instructed, ..before.clone() }, "{who:?}");
        }

        // and a work order that is there already goes with its case
        test.run("operator", &plain, accuse("urban")).await.unwrap();
        let none = figures(&test, &operator).await;
        assert_eq!((none.open(), none.days.last().unwrap().came.all), (0, 0));
        assert_eq!((water(&none).open, water(&none).weeks.last()), (0, Some(&0)));
        test.clock.advance(60 * 24 * 90);
        assert_eq!(figures(&test, &operator).await.overdue, 0);
        for why in [Why::Overdue, Why::Repeat, Why::Pressed, Why::Instructed] {
            let lines = test.office.watched(&test.j, &operator, why, None, None, 20).await.unwrap();
            assert_eq!(lines, [], "{why:?}");
        }
    }

    /// A leader finds behind the figures what was put before them, and nothing else.
    async fn a_leader_is_shown_what_was_put_before_them(fresh) {
        let test = board(fresh).await;
        let leader = test.staff("supervisor");
        let mut numbers = Vec::new();
        for title in ["路面破损", "路灯不亮"] {
            let number = written(&test, title).await;
            test.run("operator", &number, mark(&[], "620802")).await.unwrap();
            numbers.push(number);
        }
        let submit = Draft::Submit { to: text("supervisor"), text: text("建议水务局办理。") };
        test.run("operator", &numbers[0], submit).await.unwrap();
        let instruct = || Draft::Instruct { outcome: None, partner: None, text: text("限期整改。") };
        test.run("supervisor", &numbers[0], instruct()).await.unwrap();
        let listed = async |who: &Actor| {
            let lines = test.office.watched(&test.j, who, Why::Instructed, None, None, 20).await.unwrap();
            lines.into_iter().map(|line| line.row.number).collect::<Vec<_>>()
        };
        assert_eq!(listed(&leader).await, &numbers[..1]);
        assert_eq!(figures(&test, &leader).await.instructed, 1);
        assert_eq!(figures(&test, &leader).await.open(), 2);
        let units = test.office.watched(&test.j, &test.staff("handler-water"), Why::Overdue, None, None, 20).await;
        assert!(matches!(units, Err(Problem::Forbidden)));
    }
}
