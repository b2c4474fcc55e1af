//! Where a procedure takes messages through no channel of the citizens' own, the site says what to do instead; where it
//! makes messages public, every public page leads there.

use crate::support;

use axum::Router;
use procedure::Words;
use seal::Key;
use store::testing::Fresh;
use support::get;
use testkit::TestOffice;
use web::shell::Shell;

async fn under(rules: &str) -> (TestOffice, Router) {
    let test = TestOffice::under(Fresh::sqlite(), "here", "示例", rules).await;
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words(""),
        service: words("问政"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

#[tokio::test]
async fn zg_2_1_messages_come_by_the_board_and_the_hotline_and_the_site_says_so() {
    let (_test, app) = under(include_str!("../../../procedures/jungar-messages.toml")).await;
    let home = get(&app, "/").await;
    assert!(
        home.body.contains("这里不能直接填写。请通过以下渠道提出："),
        "{}",
        home.body
    );
    for path in ["/", "/procedure", "/about"] {
        assert!(!get(&app, path).await.body.contains("href=\"/write\""), "{path}");
    }
    for path in ["/write", "/write/form"] {
        let sent = get(&app, path).await;
        assert_eq!(
            (sent.status.as_u16(), sent.header("location")),
            (303, "/"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_is_public_stands_in_the_navigation() {
    let (_test, open) = under(include_str!("../../office/tests/beside/board.toml")).await;
    for path in ["/", "/procedure", "/about", "/public", "/write"] {
        assert!(get(&open, path).await.body.contains("href=\"/public\""), "{path}");
    }
    let (_other, closed) = under(include_str!("../../../procedures/suqian-12345.toml")).await;
    for path in ["/", "/procedure"] {
        assert!(
            !get(&closed, path).await.body.contains("href=\"/public\""),
            "{path}"
        );
    }
}
