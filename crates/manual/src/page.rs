//! The pages there are.

use crate::{Picture, render};

/// One page: the file of the same name in `docs/manual`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its title in the catalogue.
    pub key: &'static str,
    /// The Markdown.
    pub text: &'static str,
}

/// What leads to the others.
pub const INDEX: Page = Page {
    id: "README",
    key: "manual",
    text: include_str!("../../../docs/manual/README.md"),
};

/// The page of each role, in the order in which a case passes through their hands.
pub const PAGES: [Page; 10] = [
    Page {
        id: "citizen",
        key: "manual-citizen",
        text: include_str!("../../../docs/manual/citizen.md"),
    },
    Page {
        id: "operator",
        key: "manual-operator",
        text: include_str!("../../../docs/manual/operator.md"),
    },
    Page {
        id: "dispatcher",
        key: "manual-dispatcher",
        text: include_str!("../../../docs/manual/dispatcher.md"),
    },
    Page {
        id: "handler",
        key: "manual-handler",
        text: include_str!("../../../docs/manual/handler.md"),
    },
    Page {
        id: "principal",
        key: "manual-principal",
        text: include_str!("../../../docs/manual/principal.md"),
    },
    Page {
        id: "reviewer",
        key: "manual-reviewer",
        text: include_str!("../../../docs/manual/reviewer.md"),
    },
    Page {
        id: "supervisor",
        key: "manual-supervisor",
        text: include_str!("../../../docs/manual/supervisor.md"),
    },
    Page {
        id: "leader",
        key: "manual-leader",
        text: include_str!("../../../docs/manual/leader.md"),
    },
    Page {
        id: "administrator",
        key: "manual-administrator",
        text: include_str!("../../../docs/manual/administrator.md"),
    },
    Page {
        id: "auditor",
        key: "manual-auditor",
        text: include_str!("../../../docs/manual/auditor.md"),
    },
];

/// The page of that name.
pub fn page(id: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.id == id)
}

impl Page {
    /// Where the program serves it.
    pub fn address(&self) -> String {
        if *self == INDEX {
            "/manual".to_owned()
        } else {
            format!("/manual/{}", self.id)
        }
    }

    /// As HTML, without its title, which the page around it shows. `of_picture` says where a picture is served.
    pub fn html(&self, of_picture: &dyn Fn(&Picture) -> String) -> String {
        render::html(self.text, of_picture)
    }
}
