//! Single rows: what is taken, what is left and why, and what a new message has to go through.

use case::{CaseNumber, UnitId};
use office::import::{Fate, Line, Mode, Plan};
use office::{Draft, Problem};
use testkit::TestOffice;

use crate::import::{import, plan};

const HEADER: &str = "编号,姓名,主题,时间,内容,答复,答复时间\n";
const ANSWERED: &str = "2019/4/25 9:32:09,路灯坏了一个月,已修复,2019/5/8 10:00:00\n";

fn code(line: &Line) -> &'static str {
    match &line.fate {
        Fate::Bad(reason) => reason.code,
        Fate::Changed => "changed",
        Fate::Same => "same",
        Fate::Entered => "entered",
    }
}

store::both_engines! {
    async fn the_same_number_with_another_text_is_told_and_not_overwritten(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = format!("{HEADER}17,张三,路灯,{ANSWERED}");
        import(&test, &plan(None), first.as_bytes()).await;
        for other in [
            first.replace("一个月", "两个月"),
            first.replace("已修复", "正在修复"),
            first.replace("9:32:09", "9:32:10"),
            first.replace(",路灯,", ",路灯坏了,"),
        ] {
            let (tally, lines) = import(&test, &plan(None), other.as_bytes()).await;
            assert_eq!((tally.changed, tally.history), (1, 0));
            assert_eq!(lines[0].number.as_deref(), Some("17"));
        }
        // Twice in one table: the first one counts.
        let twice = format!("{first}17,张三,别的路灯,{ANSWERED}");
        let (tally, lines) = import(&test, &plan(None), twice.as_bytes()).await;
        assert_eq!((tally.same, tally.changed), (1, 1));
        assert_eq!(lines.iter().map(code).collect::<Vec<_>>(), ["same", "changed"]);

        let view = test.office.case(&test.j, &test.staff("dispatcher"), &"17".into()).await.unwrap();
        assert_eq!(view.title.as_deref(), Some("路灯"));
        assert_eq!(view.text.as_deref(), Some("路灯坏了一个月"));
        assert_eq!(view.reply.as_deref(), Some("已修复"));
        assert!(view.clocks.is_empty() && view.offers.is_empty());
    }

    async fn bad_rows_are_listed_with_line_and_reason_and_the_good_ones_are_in(fresh) {
        let test = TestOffice::on(fresh).await;
        let long = "长".repeat(20_001);
        let table = format!(
            "{HEADER}1,张三,路灯,{ANSWERED}\
             2,李四,路灯,昨天,坏了,已修,\n\
             3,李四,路灯,2019/4/25 9:32:09,还没有答复,,\n\
             {},王五,编号太长,{ANSWERED}\
             5,赵六,明天的,2199/4/25 9:32:09,坏了,已修,\n\
             6,钱七,太长,2019/4/25 9:32:09,{long},已修,\n\
             市长信箱/〔2019〕8 号 之一,孙八,编号里有斜杠,{ANSWERED}",
            "9".repeat(65)
        );
        let (tally, lines) = import(&test, &plan(None), table.as_bytes()).await;
        let told: Vec<(u64, &str)> = lines.iter().map(|line| (line.line, code(line))).collect();
        assert_eq!(
            told,
            [
                (2, "entered"),
                (3, "ledger-row-time"),
                (4, "import-no-reply"),
                (5, "import-number"),
                (6, "import-in-future"),
                (7, "field-too-long"),
                (8, "entered"),
            ]
        );
        assert_eq!((tally.history, tally.bad), (2, 5));
        let odd = CaseNumber::from("市长信箱/〔2019〕8 号 之一");
        let view = test.office.case(&test.j, &test.staff("operator"), &odd).await.unwrap();
        assert_eq!(view.title.as_deref(), Some("编号里有斜杠"));
    }

    async fn rows_without_number_get_one_made_of_their_content(fresh) {
        let test = TestOffice::on(fresh).await;
        let table = "内容,时间,答复\n路灯坏了,2019/4/25,已修\n路灯又坏了,2019/4/25,已修\n";
        let (first, lines) = import(&test, &plan(None), table.as_bytes()).await;
        assert_eq!(first.history, 2);
        let numbers: Vec<_> = lines.iter().map(|line| line.number.clone().unwrap()).collect();
        assert_ne!(numbers[0], numbers[1]);
        let (again, lines) = import(&test, &plan(None), table.as_bytes()).await;
        assert_eq!(again.same, 2);
        assert!(lines.iter().map(|line| line.number.clone().unwrap()).eq(numbers));
        let view = test.office.case(&test.j, &test.staff("operator"), lines[0].case.as_ref().unwrap()).await;
        assert_eq!(view.unwrap().title.as_deref(), Some("路灯坏了"), "the text gives the title");
    }

    /// SQ-10(1): an imported message is completed by an operator before it is accepted.
    async fn a_row_as_new_is_received_now_and_acceptance_asks_for_the_real_name(fresh) {
        let test = TestOffice::on(fresh).await;
        let table = format!("{HEADER}17,张三,路灯,{ANSWERED}");
        let new = plan(Some(Mode::New));
        let (tally, lines) = import(&test, &new, table.as_bytes()).await;
        assert_eq!(tally.new, 1);
        let number = lines[0].case.clone().unwrap();
        assert_ne!(number.as_str(), "17", "a number of ours");

        let operator = test.staff("operator");
        let view = test.office.case(&test.j, &operator, &number).await.unwrap();
        assert_eq!(view.case.external.as_deref(), Some("17"), "the ledger's number beside it");
        assert_eq!(view.case.received, Some(test.office.now()));
        assert_eq!((view.case.step.as_str(), view.reply), ("received", None));
        assert_eq!(view.clocks.len(), 1, "the citizen's clock runs");

        let accept = |category: &str| Draft::Accept { ground: "6-2".into(), category: Some(category.into()) };
        let Err(Problem::Refused(refusal)) = test.run("operator", &number, accept("complaint")).await else {
            panic!("accepted without a real name");
        };
        assert_eq!(refusal.basis, procedure::Basis::Clause("SQ-10(1)".into()));

        let code = test.phone_code("13800138000").await;
        let complete = Draft::Complete { citizen: test.wang(Some(code)), category: None };
        test.run("operator", &number, complete).await.unwrap();
        test.run("operator", &number, accept("complaint")).await.unwrap();

        let (again, _) = import(&test, &new, table.as_bytes()).await;
        assert_eq!((again.new, again.same), (0, 1));
        let (changed, _) = import(&test, &new, table.replace("一个月", "两个月").as_bytes()).await;
        assert_eq!(changed.changed, 1);
        let (history, _) = import(&test, &plan(None), table.as_bytes()).await;
        assert_eq!((history.history, history.same), (0, 1), "in as new, it does not enter as history");
    }

    async fn a_number_of_a_case_of_ours_is_not_taken_over(fresh) {
        let test = TestOffice::on(fresh).await;
        let ours = test.receive_verified("水管").await.number;
        let table = format!("{HEADER}{ours},张三,路灯,{ANSWERED}");
        let (_, lines) = import(&test, &plan(None), table.as_bytes()).await;
        assert_eq!(code(&lines[0]), "import-number-taken");
        let view = test.office.case(&test.j, &test.staff("operator"), &ours).await.unwrap();
        assert_eq!(view.title.as_deref(), Some("水管"));
    }

    async fn channel_and_kind_are_found_by_their_names(fresh) {
        let test = TestOffice::on(fresh).await;
        let table = "编号,内容,时间,答复,来源,类型,电话,姓名\n\
                     1,路灯,2019/4/25,已修,微信,诉求投诉,,\n\
                     2,路灯,2019/4/25,已修,传真,别的,,\n\
                     3,路灯,2019/4/25,,电话,意见建议,13800138000,张三\n";
        let merged = Plan { channel: Some("merged".to_owned()), ..plan(None) };
        let (_, lines) = import(&test, &merged, table.as_bytes()).await;
        assert_eq!(lines.iter().map(code).collect::<Vec<_>>(), ["entered", "entered", "import-no-reply"]);
        let (_, lines) = import(&test, &plan(Some(Mode::New)), table.as_bytes()).await;
        assert_eq!(lines.iter().map(code).collect::<Vec<_>>(), ["same", "same", "entered"]);
        let row = async |number: &CaseNumber| test.office.store().case_row(&test.j, number).await.unwrap().unwrap();
        assert_eq!(row(&"1".into()).await.channel, "wechat");
        assert_eq!(row(&"2".into()).await.channel, "merged");
        let third = row(lines[2].case.as_ref().unwrap()).await;
        assert_eq!((third.channel.as_str(), third.category.as_deref()), ("phone", Some("suggestion")));
        let caller = test.office.store().caller(&test.j, &third.number).await.unwrap();
        assert!(caller.is_some(), "name and phone make a citizen to be completed");

        let unknown = Plan { channel: Some("fax".to_owned()), ..plan(None) };
        let done = test.office.import(&test.j, &unknown, Vec::new(), |_| {}).await;
        assert!(matches!(done, Err(Problem::Invalid(_))));
    }

    async fn a_trial_changes_nothing(fresh) {
        let test = TestOffice::on(fresh).await;
        let table = format!("{HEADER}17,张三,路灯,{ANSWERED}18,张三,路灯,昨天,坏,好,\n");
        let trial = Plan { dry_run: true, ..plan(None) };
        let (tally, _) = import(&test, &trial, table.as_bytes()).await;
        assert_eq!((tally.history, tally.bad), (1, 1));
        assert_eq!(crate::import::real::cases(&test).await, []);
        import(&test, &plan(None), table.as_bytes()).await;
        let (tally, _) = import(&test, &trial, table.replace("一个月", "两个月").as_bytes()).await;
        assert_eq!((tally.history, tally.changed), (0, 1));
    }

    async fn a_unit_does_not_see_history(fresh) {
        let test = TestOffice::on(fresh).await;
        let table = format!("{HEADER}17,张三,路灯,{ANSWERED}");
        import(&test, &plan(None), table.as_bytes()).await;
        let handler = test.staff("handler-water");
        let seen = test.office.case(&test.j, &handler, &"17".into()).await;
        assert!(matches!(seen, Err(Problem::NotFound)));
        let queue = test.office.store().unit_queue(&test.j, &[UnitId::from("water")], None, 10).await.unwrap();
        assert_eq!(queue, []);
    }

    /// A row of an accusing kind is taken in, and kept as an accusation until staff have said whom it accuses.
    async fn a_row_of_an_accusing_kind_is_an_accusation(fresh) {
        let mut test = TestOffice::on(fresh).await;
        let by = "by = [\"citizen\", \"operator\"]";
        let rules = include_str!("../beside/board.toml").replacen(by, "by = [\"citizen\", \"operator\", \"system\"]", 1);
        test.found_under("board", ("示例市", "Sample"), None, &rules).await;
        test.j = "board".to_owned();
        let table = "编号,姓名,主题,时间,内容,类别\n17,张三,收钱,2019/4/25 9:32:09,科长收钱,举报\n";
        let (_, lines) = import(&test, &plan(Some(Mode::New)), table.as_bytes()).await;
        assert_eq!(lines.iter().map(code).collect::<Vec<_>>(), ["entered"]);
        let number = lines[0].case.clone().unwrap();
        let view = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
        assert!(view.case.accuses() && view.case.seq == 1);
        assert_eq!(view.accused_named.as_deref(), Some("未指明"));
    }
}
