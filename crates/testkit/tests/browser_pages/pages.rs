//! Which pages there are, and at whose desk each is opened: the role that sees most of it.
//!
//! `a => b` is where the first link on the page `a` leads that the selector `b` finds; `a => b => c` has `c` behind that.

/// Who looks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Who {
    /// Nobody in particular.
    Anybody,
    /// Whoever holds number and check code of a sample case, the n-th.
    Holder(usize),
    /// A citizen with an account, by the phone of the tests.
    Account,
    /// A member of staff, by login.
    Staff(&'static str),
}

/// Somebody and what they open.
pub(crate) type Look = (Who, &'static [&'static str]);

/// A case on a list.
macro_rules! first_of {
    ($list:literal) => {
        concat!($list, " => tbody th a")
    };
    ($list:literal, $end:literal) => {
        concat!($list, " => tbody th a => ", $end)
    };
}

/// Of the city, which keeps messages to itself.
pub(crate) const CITY: &[Look] = &[
    (
        Who::Anybody,
        &[
            "/",
            "/write",
            "/write/form",
            "/follow",
            "/follow/2026000000000000",
            "/my",
            "/procedure",
            "/procedure/conformance",
            "/procedure/flow",
            "/calendar?start=2026-09-30T15:00&limit=5&limit_unit=workdays",
            "/knowledge",
            "/knowledge => main li a",
            "/about",
            "/log",
            "/verify",
            // with all reading aids, until they are taken back
            "/follow?reading=lcs",
            "/reading",
            "/design?reading=0",
            "/manual",
            "/manual/operator",
            "/nothing-here",
            "/desk/sign-in",
            "/desk/first/some-link",
        ],
    ),
    (
        Who::Holder(1),
        &[
            "/case",
            "/case/visit",
            "/case/document",
            "/case/document => .papers a",
        ],
    ),
    (
        Who::Account,
        &[
            "/my",
            "/my => main a[href*='/my/case/']",
            "/my => main a[href*='/my/case/'] => /document",
        ],
    ),
    (
        Who::Staff("linxiaoyan"),
        &[
            "/desk",
            "/desk?queue=all",
            first_of!("/desk?queue=all"),
            first_of!("/desk?queue=all", "/volume"),
            "/desk/case/{long}",
            "/desk/call",
            "/desk/knowledge",
            "/desk/knowledge/new",
            "/desk/knowledge => main table a",
            "/desk/ledger",
            "/desk/roster",
            "/desk/items",
            "/desk/account",
            "/desk/account/second",
        ],
    ),
    (Who::Staff("hanlei"), &["/desk", first_of!("/desk")]),
    (Who::Staff("sumin"), &["/desk", first_of!("/desk")]),
    (Who::Staff("cuihao"), &["/desk", first_of!("/desk")]),
    (Who::Staff("fangzhou"), &["/desk", first_of!("/desk")]),
    (Who::Staff("gaoyuan"), &["/desk", first_of!("/desk")]),
    (Who::Staff("yeqing"), &["/desk", first_of!("/desk")]),
    (
        Who::Staff("luzheng"),
        &[
            "/desk",
            first_of!("/desk"),
            "/desk/today",
            "/desk/board",
            "/desk/month",
            "/desk/inbox",
            first_of!("/desk/inbox"),
            "/desk/case/nothing",
        ],
    ),
    (
        Who::Staff("guanli"),
        &[
            "/desk",
            "/desk/directory",
            "/desk/people/guanli",
            "/desk/machines",
            "/desk/sources",
            "/desk/catalogue",
            "/desk/links",
            "/desk/retention",
            "/desk/rules",
        ],
    ),
    (Who::Staff("jianming"), &["/desk/access"]),
    // owes a second factor
    (Who::Staff("jinlan"), &["/desk/second/set-up"]),
];

/// Of the town, which makes messages public, does rounds and reports upwards.
pub(crate) const TOWN: &[Look] = &[
    (
        Who::Anybody,
        &[
            "/",
            "/public",
            "/public?state=answered",
            "/public => main .message a",
            "/public?state=answered => main .message a",
            "/public?state=answered => main .message a => /reply",
            "/procedure",
            "/write/form",
        ],
    ),
    (
        Who::Staff("chenlan"),
        &["/desk", first_of!("/desk"), "/desk/rounds"],
    ),
    (
        Who::Staff("yushu"),
        &[
            "/desk",
            first_of!("/desk"),
            "/desk/items",
            first_of!("/desk/items"),
            "/desk/ledger => tbody th a => /volume",
        ],
    ),
    (
        Who::Staff("lingxiao"),
        &["/desk", "/desk/today", first_of!("/desk")],
    ),
    (Who::Staff("weiran"), &["/desk", first_of!("/desk")]),
    (Who::Staff("guanli"), &["/desk/rules", "/desk/catalogue"]),
];

/// What is no page, or stands in another test: files, streams, what only sends on, and what one sees once.
pub(crate) const ELSEWHERE: &[(&str, &str)] = &[
    ("/api/", "answers programs"),
    ("/static/", "files"),
    ("/health", "answers programs"),
    ("/metrics", "answers programs"),
    ("/log/file", "a file"),
    ("/log/head", "a file"),
    ("/procedure/picture", "a picture"),
    ("/public/feed", "a feed"),
    ("/desk/live", "a stream"),
    ("/desk/case/{number}/live", "a stream"),
    ("/visit/{token}", "sends on; browser_citizen rates by it"),
    ("/case/visit/thanks", "browser_roles"),
    (
        "/desk/case/{number}/document/",
        "the sheet of /case/document/{place}",
    ),
    ("/desk/month/{series}", "the sheet of /case/document/{place}"),
    ("/my/case/{number}/visit", "the page of /case/visit"),
    (
        "/my/case/{number}/document/{place}",
        "the page of /case/document/{place}",
    ),
    ("/desk/bulk", "leads back to the list; what is chosen is sent"),
    ("/desk/sign-on", "sends on to the sign-on service"),
    ("/desk/new-password", "browser_roles"),
    ("/desk/second", "browser_passkey"),
    ("/desk/account/passkey", "browser_passkey"),
];
