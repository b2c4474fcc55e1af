//! Links in messages: staff to their desk, citizens to following their case, and a return visit to its own page.

use crate::{Office, Problem};
use case::CaseNumber;
use procedure::Template;

/// A link of a return visit is good for thirty days.
const VISIT_MS: i64 = 30 * 24 * 3_600_000;
/// 128 bits in hexadecimal: an SMS has little room.
const TOKEN: usize = 32;

impl Office {
    /// The link for a citizen. The one of a return visit opens the case without number and check code; its token
    /// follows from the message's id, so that a second try carries the same link, and only its hash is stored.
    pub(super) async fn citizens_link(
        &self,
        j: &str,
        number: &CaseNumber,
        template: &Template,
        id: &str,
    ) -> Result<String, Problem> {
        let base = self.url_of(j).await?;
        if !template.visit {
            return Ok(format!("{base}/follow/{number}"));
        }
        let mut token = self.hash("visit token", &format!("{j}/{id}"));
        token.truncate(TOKEN);
        let hash = self.hash("visit link", &token);
        let expires = self.now().plus_ms(VISIT_MS);
        self.store()
            .put_visit_link(j.to_owned(), hash, number.clone(), expires)
            .await?;
        Ok(format!("{base}/visit/{token}"))
    }

    /// The link for a member of staff.
    pub(super) async fn staffs_link(&self, j: &str, number: &CaseNumber) -> Result<String, Problem> {
        Ok(format!("{}/desk/case/{number}", self.url_of(j).await?))
    }
}
