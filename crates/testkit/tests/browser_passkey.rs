//! Passkeys in a real browser: one is made, shown beside the password and alone, copied, and ended.

use office::Problem;
use office::staff::SignInRules;
use testkit::{Browser, PASSWORD, Served, Size};

const ASK: &str = "form[data-passkey] button";

async fn sign_out(browser: &Browser) {
    browser.send("form.who button").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_passkey_is_made_shown_copied_and_ended() {
    let served = Served::localhost().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let clock = &served.test.clock;
    let own = browser.add_authenticator().await;

    browser.sign_in("operator").await;
    browser.go("/desk/account/passkey").await;
    browser.fill("#name", "办公电脑").await;
    browser.fill("#password", "wrong password").await;
    browser.send(ASK).await;
    browser.says("现在的密码不对").await;
    browser.fill("#password", PASSWORD).await;
    browser.send(ASK).await;
    browser.says("备用码").await;
    browser.go("/desk/account").await;
    browser.says("办公电脑").await;
    let copied = browser.keys_of(&own).await;

    // beside the password
    sign_out(&browser).await;
    clock.advance(1);
    browser.sign_in("operator").await;
    browser.says("请使用通行密钥").await;
    assert_eq!(browser.barriers().await, Vec::<String>::new());
    browser.go("/desk").await;
    browser.says("登录").await;
    browser.sign_in("operator").await;
    browser.send(ASK).await;
    browser.says("赵敏").await;

    // alone
    sign_out(&browser).await;
    clock.advance(1);
    browser.go("/desk/sign-in").await;
    browser.send(ASK).await;
    browser.says("赵敏").await;
    browser.go("/desk/account").await;
    browser.says("通行密钥").await;

    // a copy of the key whose counter stands where the original left it
    sign_out(&browser).await;
    clock.advance(1);
    browser.remove_authenticator(&own).await;
    let thief = browser.add_authenticator().await;
    for mut key in copied {
        key["signCount"] = 0.into();
        browser.put_key(&thief, key).await;
    }
    browser.go("/desk/sign-in").await;
    browser.send(ASK).await;
    browser.says("通行密钥没有通过验证").await;

    // by a recovery code or an administrator its owner comes in; here somebody ends the passkey and nothing is owed
    let operator = "operator".into();
    let keys = served.test.office.passkeys("suqian", &operator).await.unwrap();
    let end = async |password: &str| {
        let office = &served.test.office;
        office
            .revoke_passkey("suqian", &operator, &keys[0].id, password)
            .await
    };
    assert!(matches!(end("wrong password").await, Err(Problem::Invalid(_))));
    assert_eq!(
        served
            .test
            .office
            .passkeys("suqian", &operator)
            .await
            .unwrap()
            .len(),
        keys.len()
    );
    end(PASSWORD).await.unwrap();
    clock.advance(1);
    browser.go("/desk/sign-in").await;
    browser.send(ASK).await;
    browser.says("通行密钥没有通过验证").await;
    browser.sign_in("operator").await;
    browser.says("赵敏").await;
    browser.close().await;
}

/// A post that asks for a second factor: a passkey does as well as an authenticator app, from the first sign-in on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_that_asks_for_a_second_factor_takes_a_passkey_at_once() {
    let served = Served::localhost().await;
    served.test.office.rule_sign_in(SignInRules {
        second_factor: vec!["operator".to_owned()],
        ..SignInRules::default()
    });
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    browser.add_authenticator().await;
    browser.sign_in("operator").await;
    browser.says("任选一种方式").await;
    browser.fill("#name", "   ").await;
    browser.send(ASK).await;
    browser.fill("#name", "工作手机").await;
    browser.send(ASK).await;
    browser.says("备用码").await;
    browser.go("/desk/account").await;
    browser.says("工作手机").await;

    sign_out(&browser).await;
    served.test.clock.advance(1);
    browser.sign_in("operator").await;
    browser.send(ASK).await;
    browser.says("赵敏").await;
    browser.close().await;
}
