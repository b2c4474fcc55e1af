//! The code on a receipt: a telephone reads it, and the address in it checks the promise.

use crate::support;

use axum::Router;
use credentials::qr::Drawing;
use procedure::Words;
use proof::Receipt;
use seal::Key;
use support::get;
use testkit::TestOffice;
use web::pages::receipt::qr_code as code;
use web::shell::Shell;

const PUBLIC: &str = "https://wenzheng.example";

async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
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

/// What a telephone reads of a drawing: each module is painted as four by four points, from the path and nothing else.
fn scanned(drawing: &Drawing) -> String {
    let modules = usize::try_from(drawing.size).unwrap();
    let mut black = vec![false; modules * modules];
    for bar in drawing.path.trim_start_matches('M').split('M') {
        let (corner, rest) = bar.split_once('h').unwrap();
        let (left, top) = corner.split_once(' ').unwrap();
        let wide: usize = rest.split('v').next().unwrap().parse().unwrap();
        let (left, top): (usize, usize) = (left.parse().unwrap(), top.parse().unwrap());
        black[top * modules + left..][..wide].fill(true);
    }
    let side = modules * 4;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        if black[y / 4 * modules + x / 4] { 0 } else { 255 }
    });
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

async fn promised(test: &TestOffice) -> Receipt {
    test.office.run_log().await.unwrap();
    let taken = test.receive_verified("路灯不亮").await;
    test.office.log_receipt(&test.j, &taken.number).await.unwrap()
}

#[tokio::test]
async fn whoever_scans_the_code_sees_how_the_promise_stands() {
    let (test, app) = served().await;
    let receipt = promised(&test).await;
    let address = scanned(&code(&receipt.text(), PUBLIC).unwrap());
    let path = address.strip_prefix(PUBLIC).unwrap();
    assert!(path.starts_with("/verify?receipt="), "{path}");
    let says = async |key: &str| {
        let answer = get(&app, path).await;
        assert_eq!(answer.status, 200);
        let said = words::say(calendar::Lang::Zh, key, &[]);
        (answer.body.contains(&said), answer.body)
    };
    // not due yet; then kept
    assert!(says("verify-extends").await.1.contains("承诺的一分钟还没有到"));
    test.office.run_log().await.unwrap();
    let (extends, body) = says("verify-extends").await;
    assert!(extends && body.contains("承诺已兑现"), "{body}");
    // all of the promise is in it: the text comes back, and stands without us
    assert!(body.contains(&receipt.commitment.to_string()));
    let read = Receipt::read(&address).unwrap();
    assert_eq!(read, receipt);
    assert!(read.is_signed());
}

/// Half a millimetre to a module on a code of five centimetres, with names as long as any of ours.
#[tokio::test]
async fn the_code_is_not_too_fine_to_scan() {
    let (test, _) = served().await;
    let receipt = promised(&test).await;
    let long = "https://wenzheng.some-long-name.gov.example/@a-jurisdiction-of-many-letters";
    let drawing = code(&receipt.text(), long).unwrap();
    assert!(f64::from(drawing.size) * 0.5 <= 50.0, "{} modules", drawing.size);
    // and where it would be, there is none
    let endless = format!("{PUBLIC}/{}", "a".repeat(400));
    assert!(code(&receipt.text(), &endless).is_none());
    assert!(code("no receipt", PUBLIC).is_none());
}

#[tokio::test]
async fn a_damaged_address_gets_a_clear_answer() {
    let (test, app) = served().await;
    let compact = promised(&test).await.compact().unwrap();
    let cut = get(&app, &format!("/verify?receipt={}", &compact[..200])).await;
    assert_eq!(cut.status, 422);
    let says = words::say(calendar::Lang::Zh, "verify-link-damaged", &[]);
    assert!(cut.body.contains(&says), "{}", cut.body);
    // one sign changed somewhere in the commitment: it is read, and not signed by anybody
    let at = 120;
    let other = if &compact[at..=at] == "A" { "B" } else { "A" };
    let changed = format!("{}{other}{}", &compact[..at], &compact[at + 1..]);
    let answer = get(&app, &format!("/verify?receipt={changed}")).await;
    let says = words::say(calendar::Lang::Zh, "verify-foreign", &[]);
    assert!(answer.body.contains(&says), "{}", answer.body);
}

#[tokio::test]
async fn a_receipt_of_a_sister_is_called_one_and_leads_there() {
    let (test, app) = served().await;
    test.found("banner", "示例旗", "Example Banner", None).await;
    let receipt = promised(&test).await;
    let compact = receipt.compact().unwrap();
    let answer = get(&app, &format!("/@banner/verify?receipt={compact}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(
        answer.body.contains("宿迁市的回执，有该单位的签名"),
        "{}",
        answer.body
    );
    assert!(
        answer.body.contains("/@suqian/verify\">到宿迁市核对"),
        "{}",
        answer.body
    );
    let altered = words::say(calendar::Lang::Zh, "verify-foreign", &[]);
    assert!(!answer.body.contains(&altered), "{}", answer.body);
    // one sign changed: it is nobody's
    let at = 120;
    let other = if &compact[at..=at] == "A" { "B" } else { "A" };
    let changed = format!("{}{other}{}", &compact[..at], &compact[at + 1..]);
    let answer = get(&app, &format!("/@banner/verify?receipt={changed}")).await;
    assert!(answer.body.contains(&altered), "{}", answer.body);
}
