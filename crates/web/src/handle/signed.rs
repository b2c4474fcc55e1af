//! Who is signed in: staff at the desk, a citizen in an account, or one who follows one case.

use super::place::Place;
use crate::pages::desk::nav;
use crate::pages::desk::rules::banner;
use crate::shell::{Entry, Frame, Here, PageError, Staff, Who};
use crate::state::AppState;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use case::access::{ADMINISTRATOR, Subject, Wish, may};
use case::{Actor, CaseNumber};
use office::Adopted;
use office::accounts::AccountSigned;
use office::rules::Lapse;
use office::staff::Signed;

/// A member of staff with what their pages need.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) here: Here,
    pub(crate) j: String,
    pub(crate) signed: Signed,
    pub(crate) adopted: Adopted,
    /// Whether messages are exchanged with other jurisdictions.
    linked: bool,
    /// Whether the rules in force are past their last day.
    lapse: Option<Lapse>,
    /// Whether this person may decide that they are used on.
    decides: bool,
}

impl Desk {
    /// As the rules see them.
    pub(crate) fn actor(&self) -> &Actor {
        &self.signed.actor
    }

    /// Whether this person may, apart from single cases.
    pub(crate) fn may(&self, wish: Wish) -> bool {
        may(&self.adopted.procedure, self.actor(), wish, &Subject::default())
    }

    /// Whether what is noticed elsewhere can be put before this person.
    fn is_reported_to(&self) -> bool {
        let roles: Vec<String> = self.signed.posts().iter().map(|post| post.role.clone()).collect();
        let subject = Subject {
            submitted: &roles,
            ..Subject::default()
        };
        may(&self.adopted.procedure, self.actor(), Wish::SeeItems, &subject)
    }

    /// The page of the manual for this person's first post that has one.
    fn manual(&self) -> String {
        let of_post = |post: &case::Post| match post.role.as_str() {
            ADMINISTRATOR => manual::page("administrator"),
            role => manual::of_role(&self.adopted.procedure, role),
        };
        let page = self.signed.posts().iter().find_map(of_post);
        page.unwrap_or(&manual::INDEX).address()
    }

    /// The frame of a page, with the navigation of this person's posts.
    pub(crate) fn frame(&self, title: String) -> Frame {
        Frame::staff(&self.here, title, self.around())
    }

    /// What stands around every page of this person.
    fn around(&self) -> Staff {
        let t = self.here.t;
        let mut nav = nav(t, self.may(Wish::TakeCalls), self.may(Wish::ListAll));
        if self.may(Wish::SeeFigures) {
            nav.push(Entry::new("/desk/today", t.say("today")));
        }
        if self.may(Wish::Supervise) {
            nav.push(Entry::new("/desk/board", t.say("board")));
        }
        if self.may(Wish::SeeKnowledge) {
            nav.push(Entry::new("/desk/knowledge", t.say("knowledge")));
        }
        if !self.adopted.procedure.rounds.is_empty() && self.may(Wish::SeeRounds) {
            nav.push(Entry::new("/desk/rounds", t.say("rounds")));
        }
        if [Wish::ListAll, Wish::ListUnit, Wish::Administer]
            .into_iter()
            .any(|wish| self.may(wish))
        {
            nav.push(Entry::new("/desk/roster", t.say("roster-title")));
        }
        if self.may(Wish::SeeItems) {
            nav.push(Entry::new("/desk/items", t.say("items")));
        } else if self.is_reported_to() {
            nav.push(Entry::new("/desk/items", t.say("items-for-leaders")));
        }
        if self.linked && self.may(Wish::Correspond) {
            nav.push(Entry::new("/desk/inbox", t.say("exchange-inbox")));
        }
        if self.may(Wish::Audit) {
            nav.push(Entry::new("/desk/access", t.say("access-title")));
        }
        let rules = self
            .decides
            .then(|| Entry::new("/desk/rules", t.say("rules-title")));
        let mut administration = Vec::new();
        if self.may(Wish::Administer) {
            administration = vec![
                Entry::new("/desk/directory", t.say("directory-title")),
                Entry::new("/desk/catalogue", t.say("catalogue")),
                Entry::new("/desk/sources", t.say("sources")),
                Entry::new("/desk/links", t.say("exchange-links")),
                Entry::new("/desk/machines", t.say("machines")),
                Entry::new("/desk/retention", t.say("retention")),
            ];
            administration.extend(rules);
        } else {
            nav.extend(rules);
        }
        let procedure = &self.adopted.procedure;
        let roles = self.signed.posts().iter().filter_map(|p| procedure.role(&p.role));
        let mut names: Vec<&str> = roles.map(|r| t.text(&r.name)).collect();
        names.dedup();
        let who = Who {
            name: self.signed.name.clone().unwrap_or_default(),
            posts: names.join(" · "),
        };
        Staff {
            who,
            nav,
            administration,
            manual: self.manual(),
            banner: self.lapse.as_ref().map(|lapse| banner(t, lapse)),
        }
    }
}

impl FromRequestParts<AppState> for Desk {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let here = Here::from_request_parts(parts, state).await?;
        let place = Place::from_request_parts(parts, state).await?;
        let token = here.session().ok_or(PageError::SignIn)?.to_owned();
        let signed = state.office.signed(&place.j, &token).await?;
        if signed.person().is_none() {
            return Err(PageError::SignIn);
        }
        let adopted = state.office.in_force(&place.j, state.office.now()).await?;
        let linked = state.office.is_linked(&place.j).await?;
        let lapse = state.office.lapse(&place.j, state.office.now()).await?;
        let decides = state.office.may_decide(&place.j, &signed.actor).await?;
        let desk = Self {
            here,
            j: place.j,
            signed,
            adopted,
            linked,
            lapse,
            decides,
        };
        // whatever goes wrong from here on is said within their own pages
        let _ = desk.here.staff.set(desk.around());
        Ok(desk)
    }
}

/// A citizen with a case of theirs: the one that number and check code opened, or one of their account.
pub(crate) struct Own {
    pub(crate) here: Here,
    pub(crate) j: String,
    pub(crate) actor: Actor,
    pub(crate) number: CaseNumber,
    /// The address of the case's page.
    pub(crate) page: String,
    /// Who they are for what is held for them.
    pub(crate) reader: String,
}

impl FromRequestParts<AppState> for Own {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let named = RawPathParams::from_request_parts(parts, state).await;
        let named = named.map_err(|_| PageError::NotFound)?;
        if let Some((_, number)) = named.iter().find(|(name, _)| *name == "number") {
            let number = CaseNumber::from(number.to_owned());
            let mine = Mine::from_request_parts(parts, state).await?;
            let (office, j) = (&state.office, mine.j);
            return Ok(Self {
                actor: office.as_citizen_of(&j, &mine.account, &number).await?,
                page: format!("/my/case/{number}"),
                reader: mine.account.reader(),
                here: mine.here,
                j,
                number,
            });
        }
        let here = Here::from_request_parts(parts, state).await?;
        let place = Place::from_request_parts(parts, state).await?;
        let token = here.session().ok_or(PageError::Follow)?.to_owned();
        let signed = state
            .office
            .signed(&place.j, &token)
            .await
            .map_err(|problem| match problem {
                office::Problem::SignedOut => PageError::Follow,
                other => other.into(),
            })?;
        let number = signed.case.clone().ok_or(PageError::Follow)?;
        Ok(Self {
            here,
            j: place.j,
            reader: signed.reader(),
            actor: signed.actor,
            number,
            page: "/case".to_owned(),
        })
    }
}

/// A citizen in their account.
pub(crate) struct Mine {
    pub(crate) here: Here,
    pub(crate) j: String,
    pub(crate) account: AccountSigned,
}

impl FromRequestParts<AppState> for Mine {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let here = Here::from_request_parts(parts, state).await?;
        let place = Place::from_request_parts(parts, state).await?;
        match in_account(state, &here, &place.j).await? {
            Some(account) => Ok(Self {
                here,
                j: place.j,
                account,
            }),
            None => Err(PageError::Account),
        }
    }
}

/// The account that is open in this browser, if any.
pub(crate) async fn in_account(
    state: &AppState,
    here: &Here,
    j: &str,
) -> Result<Option<AccountSigned>, PageError> {
    let Some(token) = here.account() else {
        return Ok(None);
    };
    match state.office.account_signed(j, token).await {
        Ok(account) => Ok(Some(account)),
        Err(office::Problem::SignedOut) => Ok(None),
        Err(problem) => Err(problem.into()),
    }
}
