//! An operator takes a call.

use super::back::faults;
use super::desk_case;
use super::receipt;
use super::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::call::Call;
use crate::parts::logins;
use crate::parts::{MOST_OF_A_KIND, Unit, anonymous};
use crate::shell::{PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use case::access::Wish;
use office::draft::CitizenDraft;
use office::{FieldFault, Message, Problem};

/// `GET /desk/call`.
pub(crate) async fn form(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let units = desk_case::units(&state, &desk).await?;
    show(
        (&state, &desk, &units),
        StatusCode::OK,
        &|_| String::new(),
        &[],
        None,
    )
}

/// `POST /desk/call/earlier`: looks for the caller's earlier cases; the number is not put into an address.
pub(crate) async fn earlier(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let units = desk_case::units(&state, &desk).await?;
    let was = |name: &str| posted.all(name).join(" ");
    match earlier_lines(&state, &desk, &was("phone")).await {
        Ok(lines) => show((&state, &desk, &units), StatusCode::OK, &was, &[], Some(lines)),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            show(
                (&state, &desk, &units),
                StatusCode::UNPROCESSABLE_ENTITY,
                &was,
                &says,
                None,
            )
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/call`.
pub(crate) async fn take(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let units = desk_case::units(&state, &desk).await?;
    let was = |name: &str| posted.all(name).join(" ");
    let filled = |name: &str| posted.text(name).map(str::to_owned);
    // what was found elsewhere often has no name
    let nameless =
        anonymous(&desk.adopted.procedure) && filled("phone").is_none() && filled("name").is_none();
    let message = Message {
        id: was("command"),
        channel: was("channel"),
        title: was("title"),
        text: was("text"),
        category: filled("category"),
        place: filled("place"),
        posted: filled("posted"),
        division: filled("division"),
        marks: marks(&posted),
        accused: posted.all("accused").into_iter().map(str::to_owned).collect(),
        accused_people: posted.text("accused_people").map(logins).unwrap_or_default(),
        accused_named: filled("accused_named"),
        citizen: (!nameless).then(|| CitizenDraft {
            name: was("name"),
            phone: was("phone"),
            id_number: filled("id_number"),
            address: filled("address"),
            phone_code: None,
            proof: None,
        }),
        uploads: Vec::new(),
        external: filled("external"),
        account: None,
    };
    let mut missing = vec!["title", "text", "channel"];
    if !nameless {
        missing.extend(["phone", "name"]);
    }
    missing.retain(|name| posted.text(name).is_none());
    let outcome = if missing.is_empty() {
        state.office.receive(&desk.j, desk.actor(), message).await
    } else {
        Err(Problem::Invalid(
            missing
                .into_iter()
                .map(|n| FieldFault::new(n, "field-empty"))
                .collect(),
        ))
    };
    match outcome {
        Ok(taken) => {
            let frame = desk
                .frame(desk.here.t.say("citizen-receipt"))
                .reworded(&desk.adopted.procedure);
            let public = state.office.url_of(&desk.j).await?;
            Ok(desk.here.show(&receipt::page(
                frame,
                &desk.adopted,
                &taken,
                state.office.promise(&desk.j, &taken.number).await,
                &was("title"),
                &public,
                true,
            )))
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let earlier = earlier_lines(&state, &desk, &was("phone")).await.ok();
            show(
                (&state, &desk, &units),
                StatusCode::UNPROCESSABLE_ENTITY,
                &was,
                &says,
                earlier,
            )
        }
        Err(other) => Err(other.into()),
    }
}

/// The marks chosen, whatever field they were chosen in.
fn marks(posted: &Posted) -> Vec<String> {
    let groups = (1..=MOST_OF_A_KIND).flat_map(|no| posted.all(&format!("marks-{no}")));
    posted
        .all("marks")
        .into_iter()
        .chain(groups)
        .map(str::to_owned)
        .collect()
}

/// The caller's earlier cases, the newest first.
async fn earlier_lines(state: &AppState, desk: &Desk, phone: &str) -> Result<Vec<Line>, Problem> {
    let now = state.office.now();
    let found = state.office.earlier_of(&desk.j, desk.actor(), phone, 10).await?;
    let line = |found| Line::of(desk.here.t, &desk.adopted, found, now);
    Ok(found.iter().map(line).collect())
}

fn show(
    (state, desk, units): (&AppState, &Desk, &[Unit]),
    status: StatusCode,
    was: &dyn Fn(&str) -> String,
    says: &[(String, String)],
    earlier: Option<Vec<Line>>,
) -> Result<Response, PageError> {
    if !desk.may(Wish::TakeCalls) {
        return Err(PageError::Forbidden);
    }
    let kept = was("command");
    let command = if kept.is_empty() {
        state.office.chance().token()
    } else {
        kept
    };
    let frame = desk.frame(desk.here.t.say("desk-call"));
    let rules = &desk.adopted.procedure;
    let page = Call::of(frame, rules, units, &command, was, says, earlier);
    Ok(desk.here.show_as(status, &page))
}
