//! The main task of each role, on a desktop and on a phone, in Chinese and in English: the same tasks four times.

mod board;
mod citizen;
mod office_staff;
mod portal;
mod stage;
mod unit_staff;

use calendar::Lang;
use stage::Stage;
use testkit::Size;

/// Under the rules of a hotline: whoever writes, takes calls, handles, judges, supervises, audits, administers.
async fn at_the_hotline(size: Size, lang: Lang) {
    let Some(stage) = Stage::hotline(size, lang).await else {
        return;
    };
    citizen::writes_follows_and_answers_the_visit(&stage).await;
    office_staff::takes_a_call(&stage).await;
    unit_staff::signs_for_and_reports(&stage).await;
    office_staff::reviews(&stage).await;
    office_staff::urges_and_supervises(&stage).await;
    office_staff::reads_who_saw_what(&stage).await;
    office_staff::adds_a_person(&stage).await;
    stage.leave().await;
}

/// Under rules with leaders who instruct, and results that are signed.
async fn at_the_board(size: Size, lang: Lang) {
    let Some(stage) = Stage::board(size, lang).await else {
        return;
    };
    let number = board::before_a_leader(&stage).await;
    board::reads_the_page_of_the_day_and_instructs(&stage, &number).await;
    board::reported(&stage, &number).await;
    board::signs(&stage, &number).await;
    board::sign_off_in_order(&stage, &number).await;
    stage.leave().await;
}

/// Under rules that make messages public and let units claim what is theirs.
async fn at_the_portal(size: Size, lang: Lang) {
    let Some(stage) = Stage::portal(size, lang).await else {
        return;
    };
    let number = portal::publishes(&stage).await;
    portal::claims_and_replies(&stage, &number).await;
    portal::reads_the_answer(&stage, &number).await;
    stage.leave().await;
}

/// One test for each size and language.
macro_rules! everywhere {
    ($($name:ident: $task:ident at $size:ident in $lang:ident,)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            $task(Size::$size, Lang::$lang).await;
        }
    )*};
}

everywhere! {
    the_hotline_on_a_desktop_in_chinese: at_the_hotline at Desktop in Zh,
    the_hotline_on_a_desktop_in_english: at_the_hotline at Desktop in En,
    the_hotline_on_a_phone_in_chinese: at_the_hotline at Phone in Zh,
    the_hotline_on_a_phone_in_english: at_the_hotline at Phone in En,
    the_board_on_a_desktop_in_chinese: at_the_board at Desktop in Zh,
    the_board_on_a_desktop_in_english: at_the_board at Desktop in En,
    the_board_on_a_phone_in_chinese: at_the_board at Phone in Zh,
    the_board_on_a_phone_in_english: at_the_board at Phone in En,
    the_portal_on_a_desktop_in_chinese: at_the_portal at Desktop in Zh,
    the_portal_on_a_desktop_in_english: at_the_portal at Desktop in En,
    the_portal_on_a_phone_in_chinese: at_the_portal at Phone in Zh,
    the_portal_on_a_phone_in_english: at_the_portal at Phone in En,
}
