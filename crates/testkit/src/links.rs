//! Links between jurisdictions, for tests of what crosses.

use crate::TestOffice;
use office::exchange::LinkEntry;
use office::exchange::content::KINDS;

impl TestOffice {
    /// A link as an administrator would enter it, to a jurisdiction of the same installation: all kinds come in, cases
    /// through the website.
    pub fn link_to(&self, peer: &str) -> LinkEntry {
        LinkEntry {
            peer: peer.to_owned(),
            zh: peer.to_owned(),
            en: peer.to_owned(),
            channel: Some("website".to_owned()),
            takes: KINDS.map(str::to_owned).into(),
            active: true,
            ..LinkEntry::default()
        }
    }

    /// The administrator of a jurisdiction enters a link.
    pub async fn enter_link(&self, j: &str, link: LinkEntry) {
        self.office
            .enter_link(j, &self.staff("administrator"), link)
            .await
            .unwrap();
    }

    /// A second jurisdiction `banner` below this one, linked on both sides: it is the unit `county` here.
    pub async fn with_banner(&self) {
        self.found("banner", "示例旗", "Example Banner", None).await;
        let down = LinkEntry {
            unit: Some("county".to_owned()),
            ..self.link_to("banner")
        };
        self.enter_link(&self.j, down).await;
        let up = LinkEntry {
            above: true,
            ..self.link_to(&self.j)
        };
        self.enter_link("banner", up).await;
    }
}
