//! A case on which the same is to be done as on others: what it is, where it stands, and what may be done or stands
//! against it.

use super::lists::QueueLine;
use crate::access::Look;
use crate::keys::case_key;
use crate::{Office, Problem};
use case::access::Wish;
use case::rows::rows;
use case::{Actor, CaseNumber, Offer, OrderNo, Refusal, against, offers, on_orders};
use procedure::Do;
use seal::KeyId;

/// One of several cases, before one act.
#[derive(Debug, Clone)]
pub struct Together {
    /// As a list shows it: with the work order that is meant, where one is.
    pub line: QueueLine,
    /// The act, once for each work order meant on which it is open.
    pub offers: Vec<Offer>,
    /// Where it is open on none: what the rules say, with their clause.
    pub against: Option<Refusal>,
    /// The work order on which it would be tried all the same.
    pub tried: Option<OrderNo>,
}

impl Office {
    /// What this person may do of one act on a case now, for a list of cases on which it is to be done.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none or the person may not see it.
    pub async fn together(
        &self,
        j: &str,
        who: &Actor,
        (number, order): (&CaseNumber, Option<OrderNo>),
        does: Do,
    ) -> Result<Together, Problem> {
        let loaded = self.load_unnoted(j, who, Wish::SeeCase, number).await?;
        self.saw(j, who, Look::List, None);
        let (rules, now) = (loaded.adopted.rules(), self.now());
        let folded = rows(&rules, &loaded.case, number).ok_or(Problem::NotFound)?;
        let key = self.key(j, &KeyId::new(case_key(number.as_str()))).await?;
        let title = key.and_then(|key| key.open("title", &folded.case.title).ok());
        let meant = |offer: &Offer| order.is_none() || offer.order.is_none() || offer.order == order;
        let mut may = offers(&rules, &loaded.case, who, now);
        may.retain(|offer| offer.does == does && offer.blocked.is_none() && meant(offer));
        // whoever names no work order means the newest, where the act is done to one
        let newest = loaded.case.orders.last().map(|order| order.no);
        let tried = order.or(newest).filter(|_| on_orders(&rules, does));
        let stands_against = match may.is_empty() {
            true => against(&rules, &loaded.case, (does, tried), who, now),
            false => None,
        };
        Ok(Together {
            line: QueueLine {
                order: folded.orders.into_iter().find(|row| Some(row.order) == order),
                row: folded.case,
                title,
            },
            offers: may,
            against: stands_against,
            tried,
        })
    }
}
