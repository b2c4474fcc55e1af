//! `POST /session`: a member of staff signs in.

use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Place;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use office::Problem;
use office::staff::{Origin, SignIn as Shown};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Name and password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    /// Name to sign in with.
    login: String,
    /// Password.
    password: String,
    /// Code of the authenticator, or a recovery code, for those who have a second factor.
    code: Option<String>,
}

/// A token, to be sent as `Authorization: Bearer`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Token {
    /// 64 hexadecimal digits. Without use it is good for two hours.
    token: String,
    /// When it is over at the latest.
    ends: Time,
}

impl Token {
    /// Of a session that was opened.
    pub(crate) async fn of(
        state: &AppState,
        j: &str,
        opened: office::staff::Opened,
    ) -> Result<Self, office::Problem> {
        let adopted = state.office.in_force(j, state.office.now()).await?;
        Ok(Self {
            token: opened.token,
            ends: Time::of(&adopted.calendar, opened.ends),
        })
    }
}

/// Sign in
///
/// For staff. Tries are limited.
#[utoipa::path(
    post, path = "/session", operation_id = "open-session", tag = "sessions",
    request_body = SignIn,
    responses(
        (status = 200, description = "Signed in.", body = Token),
        (status = 401, description = "Name, password and code do not fit, or a code must come along."),
        (status = 403, description = "A role asks for a second factor, and there is none yet."),
        (status = 429, description = "Too many tries."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Body(given): Body<SignIn>,
) -> Answer<Token> {
    let shown = Shown {
        login: &given.login,
        password: &given.password,
        code: given.code.as_deref(),
        origin: Origin {
            address: &place.whole,
            browser: &place.browser,
            device: None,
        },
    };
    let opened = state.office.sign_in(&place.j, shown).await?;
    if let Some(owes) = opened.owes {
        // nothing is left open that only a page could finish
        state.office.sign_out(&place.j, &opened.token).await?;
        return Err(Problem::SecondFactor(owes).into());
    }
    state
        .office
        .arrived_by_program(&place.j, &given.login, &place.whole)
        .await?;
    Ok(Json(Token::of(&state, &place.j, opened).await?))
}
