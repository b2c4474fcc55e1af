//! The pictures of the manual; `cargo xtask screenshots --manual` takes them.

/// A picture that a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Its file in `docs/manual/pictures`.
    pub name: &'static str,
    /// The PNG.
    pub png: &'static [u8],
}

/// Every picture there is.
pub const PICTURES: &[Picture] = &[
    Picture {
        name: "administrator-directory.png",
        png: include_bytes!("../../../docs/manual/pictures/administrator-directory.png"),
    },
    Picture {
        name: "auditor-access.png",
        png: include_bytes!("../../../docs/manual/pictures/auditor-access.png"),
    },
    Picture {
        name: "case-page.png",
        png: include_bytes!("../../../docs/manual/pictures/case-page.png"),
    },
    Picture {
        name: "citizen-case-phone.png",
        png: include_bytes!("../../../docs/manual/pictures/citizen-case-phone.png"),
    },
    Picture {
        name: "citizen-home.png",
        png: include_bytes!("../../../docs/manual/pictures/citizen-home.png"),
    },
    Picture {
        name: "citizen-write-phone.png",
        png: include_bytes!("../../../docs/manual/pictures/citizen-write-phone.png"),
    },
    Picture {
        name: "dispatch.png",
        png: include_bytes!("../../../docs/manual/pictures/dispatch.png"),
    },
    Picture {
        name: "handler-queue.png",
        png: include_bytes!("../../../docs/manual/pictures/handler-queue.png"),
    },
    Picture {
        name: "leader-phone.png",
        png: include_bytes!("../../../docs/manual/pictures/leader-phone.png"),
    },
    Picture {
        name: "leader-today.png",
        png: include_bytes!("../../../docs/manual/pictures/leader-today.png"),
    },
    Picture {
        name: "operator-call.png",
        png: include_bytes!("../../../docs/manual/pictures/operator-call.png"),
    },
    Picture {
        name: "principal-case.png",
        png: include_bytes!("../../../docs/manual/pictures/principal-case.png"),
    },
    Picture {
        name: "reviewer-judge.png",
        png: include_bytes!("../../../docs/manual/pictures/reviewer-judge.png"),
    },
    Picture {
        name: "supervisor-board.png",
        png: include_bytes!("../../../docs/manual/pictures/supervisor-board.png"),
    },
];

impl Picture {
    /// The picture of that file name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        PICTURES.iter().find(|picture| picture.name == name)
    }

    /// Width and height in pixels, as a PNG says them at its beginning.
    pub fn size(&self) -> Option<(u32, u32)> {
        let number = |from: usize| {
            let bytes = self.png.get(from..from + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        self.png.starts_with(b"\x89PNG\r\n\x1a\n").then_some(())?;
        Some((number(16)?, number(20)?))
    }
}
