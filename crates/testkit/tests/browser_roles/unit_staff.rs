//! Who handles: signs for the work order, talks to the citizen, reports.

use crate::browser_roles::stage::Stage;

/// SQ-10(3).
pub(crate) async fn signs_for_and_reports(stage: &Stage) {
    let number = stage.test().dispatched("路灯不亮", "water").await;
    stage.finds("handler-water", &number).await;
    stage.does("sign-for-1", &[], &[]).await;
    stage.does("contact-1", &[("text", "已电话联系")], &[]).await;
    let text = "经现场核实，已修好，并回访确认";
    stage.does("report-1", &[("text", text)], &[]).await;
    stage.browser.says(text).await;
}
