//! Which pages are measured, and as whom: every page of the router that can be asked for without naming something, pages of
//! a case, and lists with their filters; each as the one for whom it is longest.

use super::browser::Browser;
use crate::bench::Fault;
use office::demo::PASSWORD;

/// A page to measure.
pub(super) struct Page {
    pub(super) address: String,
    /// Login, or `–` for everybody.
    pub(super) who: &'static str,
    pub(super) cookie: String,
}

/// Members of the invented city, one for each kind of desk.
const VIEWERS: [&str; 9] = [
    "hanlei",
    "luzheng",
    "sumin",
    "linxiaoyan",
    "gaoyuan",
    "pengyu",
    "hedong",
    "jianming",
    "guanli",
];

/// Addresses that name something: lists with their filters, tabs.
const NAMED: [&str; 14] = [
    "/desk?queue=all",
    "/desk?queue=mine",
    "/desk?queue=unit",
    "/desk?queue=asked",
    "/desk/ledger?unit=zhujian",
    "/desk/ledger?step=archived",
    "/desk/ledger?step=handling",
    "/desk/ledger?channel=phone",
    "/desk/ledger?division=32",
    "/desk/ledger?from=2026-01-01&to=2026-01-31&unit=zhujian",
    "/desk/board?what=repeats",
    "/desk/board?what=pressed",
    "/desk/board?what=units",
    "/desk/board?unit=zhujian",
];

/// Everything to measure.
pub(super) async fn pages(browser: &mut Browser) -> Result<Vec<Page>, Fault> {
    let mut viewers = vec![("–", "lang=zh".to_owned())];
    for login in VIEWERS {
        viewers.push((login, sign_in(browser, login).await?));
    }
    let plain =
        |method: &str, path: &str| method == "GET" && !path.contains('{') && !path.starts_with("/api/");
    let routes = web::routes().into_iter();
    let routes = routes.filter(|(method, path)| plain(method, path));
    let mut addresses: Vec<String> = routes.map(|(_, path)| path).collect();
    addresses.extend(NAMED.map(str::to_owned));
    for (_, cookie) in viewers.iter().skip(1).take(1) {
        let list = browser.get("/desk?queue=all", cookie, None).await?.text();
        if let Some(case) = between(&list, "href=\"/desk/case/", "\"") {
            addresses.push(format!("/desk/case/{case}"));
            addresses.push(format!("/desk/case/{case}/volume"));
        }
        // the second page of a list is found by where the first ends
        for list in ["/desk?queue=all", "/desk/ledger?", "/desk/ledger?unit=zhujian"] {
            let first = browser.get(list, cookie, None).await?.text();
            if let Some(next) = first.split("<a ").find(|link| link.contains("rel=\"next\"")) {
                addresses.extend(between(next, "href=\"", "\"").map(|next| next.replace("&#38;", "&")));
            }
        }
    }
    let mut pages = Vec::new();
    for address in addresses {
        let mut most: Option<(usize, Page)> = None;
        for (who, cookie) in &viewers {
            let answer = browser.get(&address, cookie, None).await?;
            let long = answer.body.len();
            if answer.status == 200 && answer.is_page() && most.as_ref().is_none_or(|(most, _)| long > *most)
            {
                let page = Page {
                    address: address.clone(),
                    who,
                    cookie: cookie.clone(),
                };
                most = Some((long, page));
            }
        }
        pages.extend(most.map(|(_, page)| page));
    }
    Ok(pages)
}

/// Signs somebody in by the form.
async fn sign_in(browser: &mut Browser, login: &str) -> Result<String, Fault> {
    let form = browser.get("/desk/sign-in", "lang=zh", None).await?;
    let seed = form
        .cookie("seed")
        .ok_or("a form without a seed for its token")?
        .to_owned();
    let text = form.text();
    let token = between(&text, "name=\"token\" value=\"", "\"").ok_or("a form without a token")?;
    let sent = format!("token={token}&login={login}&password={PASSWORD}");
    let cookie = format!("lang=zh; seed={seed}");
    let answer = browser.post("/desk/sign-in", &cookie, &sent).await?;
    let session = answer
        .cookie("session")
        .ok_or_else(|| format!("{login} was not signed in"))?;
    Ok(format!("lang=zh; session={session}"))
}

/// What stands between two marks.
fn between<'a>(text: &'a str, before: &str, behind: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(behind).map(|(found, _)| found)
}
