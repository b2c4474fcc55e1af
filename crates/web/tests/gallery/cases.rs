//! Cases in several stages.

use case::CaseNumber;
use office::Draft;
use office::draft::PartDraft;
use testkit::TestOffice;

pub(crate) struct Cases {
    pub(crate) received: CaseNumber,
    pub(crate) dispatched: CaseNumber,
    pub(crate) reported: CaseNumber,
    pub(crate) replied: CaseNumber,
}

pub(crate) async fn play(test: &TestOffice) -> Cases {
    let replied = test.replied("解放路与人民路口路灯连续三天不亮").await;
    test.clock.advance(9 * 60);
    let dispatched = two_units(test).await;
    test.clock.advance(40);
    let reported = reported(test).await;
    test.clock.advance(1);
    test.accepted("希望在城东增设一处社区图书室").await;
    test.clock.advance(1);
    let received = test.receive_verified("请问高龄津贴怎样申请？").await.number;
    test.clock.advance(18);
    test.office.run_timers().await.unwrap();
    Cases {
        received,
        dispatched,
        reported,
        replied,
    }
}

async fn two_units(test: &TestOffice) -> CaseNumber {
    let number = test.accepted("小区北门外下水道堵塞，污水漫到人行道").await;
    let part = |unit: &str, lead, direct| PartDraft {
        unit: unit.to_owned(),
        lead,
        direct,
    };
    let dispatch = Draft::Dispatch {
        to: vec![part("urban", true, false), part("water", false, true)],
        note: Some("请两家单位到现场一并查看，当天反馈。".to_owned()),
        limit: None,
        way: None,
    };
    test.run("dispatcher", &number, dispatch).await.unwrap();
    test.run_order("handler-urban", &number, 1, Draft::SignFor)
        .await
        .unwrap();
    let contact = Draft::Contact {
        text: "已电话联系，约定下午到现场。".to_owned(),
    };
    test.run_order("handler-urban", &number, 1, contact)
        .await
        .unwrap();
    let extension = Draft::AskExtension {
        limit: "2 days".to_owned(),
        reason: "需要调用疏通车辆，车辆明天才能到位。".to_owned(),
    };
    test.run_order("handler-urban", &number, 1, extension)
        .await
        .unwrap();
    let supervise = Draft::Supervise {
        priority: "livelihood".to_owned(),
        text: "群众反映强烈，请盯办。".to_owned(),
    };
    test.run("supervisor", &number, supervise).await.unwrap();
    number
}

async fn reported(test: &TestOffice) -> CaseNumber {
    let number = test.dispatched("自来水有异味，已经两天", "water").await;
    test.run_order("handler-water", &number, 1, Draft::SignFor)
        .await
        .unwrap();
    let report = || Draft::Report {
        text: "经查，系管网检修后水体扰动所致。已对该片区管网冲洗排放，\n今晨取样检测各项指标合格。"
            .to_owned(),
        checks: Vec::new(),
        outcome: None,
    };
    test.run_order("handler-water", &number, 1, report())
        .await
        .unwrap();
    let norm = test
        .office
        .in_force(&test.j, test.office.now())
        .await
        .unwrap()
        .procedure
        .norms[0]
        .id
        .clone();
    let returned = Draft::Review {
        passed: false,
        faults: vec![norm],
        note: Some("请补充检测报告编号。".to_owned()),
    };
    test.run_order("reviewer", &number, 1, returned).await.unwrap();
    test.run_order("handler-water", &number, 1, report())
        .await
        .unwrap();
    number
}
