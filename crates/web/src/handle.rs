//! Handlers: from a request to a use case, and from its answer to a page.

mod back;
mod citizen_case;
mod citizen_paper;
mod desk_act;
mod desk_call;
mod desk_case;
mod desk_catalogue;
mod desk_directory;
mod desk_export;
mod desk_inbox;
mod desk_items;
mod desk_ledger;
mod desk_links;
mod desk_month;
mod desk_paper;
mod desk_queue;
mod desk_retention;
mod desk_rounds;
mod desk_rules;
mod desk_sources;
mod file;
mod follow;
pub(crate) mod place;
mod public;
mod published;
mod receipt;
mod sign_in;
mod signed;
mod write;

pub(crate) use public::healthz;

use crate::state::AppState;
use axum::Router;
use axum::routing::{get, post};

/// Every page and form of the program.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(public::home))
        .route("/procedure", get(public::procedure))
        .route("/procedure/conformance", get(public::conformance))
        .route("/public", get(published::list))
        .route("/public/{number}", get(published::show))
        .route("/about", get(public::about))
        .route("/write", get(write::start).post(write::send))
        .route("/write/code", post(write::code))
        .route("/write/form", get(write::form))
        .route("/follow", get(follow::form).post(follow::open))
        .route("/follow/{number}", get(follow::form_for))
        .route("/visit/{token}", get(follow::visit))
        .route("/case", get(citizen_case::show))
        .route("/case/act/{act}", post(citizen_case::act))
        .route("/case/file/{id}", get(file::of_citizen))
        .route("/case/document", get(citizen_paper::list))
        .route("/case/document/{place}", get(citizen_paper::document))
        .route("/case/document/{place}/docx", get(citizen_paper::document_docx))
        .route("/desk/sign-in", get(sign_in::form).post(sign_in::sign_in))
        .route("/desk/sign-out", post(sign_in::sign_out))
        .route(
            "/desk/first/{link}",
            get(sign_in::first_form).post(sign_in::first),
        )
        .route("/desk", get(desk_queue::show))
        .route("/desk/look", get(desk_queue::look))
        .route("/desk/case/{number}", get(desk_case::show))
        .route("/desk/case/{number}/person", post(desk_case::person))
        .route("/desk/case/{number}/code", post(desk_act::code))
        .route("/desk/case/{number}/act/{act}", post(desk_act::act))
        .route("/desk/case/{number}/file/{id}", get(file::of_desk))
        .route("/desk/case/{number}/document/{place}", get(desk_paper::document))
        .route(
            "/desk/case/{number}/document/{place}/docx",
            get(desk_paper::document_docx),
        )
        .route("/desk/case/{number}/volume", get(desk_paper::volume))
        .route("/desk/case/{number}/volume/docx", get(desk_paper::volume_docx))
        .route("/desk/month", get(desk_month::show).post(desk_month::file))
        .route("/desk/month/{series}/{year}/{no}", get(desk_month::list))
        .route(
            "/desk/month/{series}/{year}/{no}/docx",
            get(desk_month::list_docx),
        )
        .route("/desk/items", get(desk_items::show).post(desk_items::note))
        .route("/desk/items/{id}", get(desk_items::item))
        .route("/desk/items/{id}/{what}", post(desk_items::decide))
        .route("/desk/sources", get(desk_sources::show).post(desk_sources::enter))
        .route(
            "/desk/catalogue",
            get(desk_catalogue::show).post(desk_catalogue::enter),
        )
        .route("/desk/catalogue/{id}/end", post(desk_catalogue::end))
        .route("/desk/rounds", get(desk_rounds::show).post(desk_rounds::record))
        .route("/desk/rounds/csv", get(desk_rounds::csv))
        .route("/desk/ledger", get(desk_ledger::show))
        .route("/desk/ledger/{form}", get(desk_export::ledger))
        .route("/desk/inbox", get(desk_inbox::show))
        .route("/desk/inbox/{peer}/{id}", get(desk_inbox::message))
        .route("/desk/inbox/{peer}/{id}/ruling", post(desk_inbox::rule))
        .route(
            "/desk/inbox/{peer}/{id}/acknowledgement",
            post(desk_inbox::acknowledge),
        )
        .route("/desk/links", get(desk_links::show).post(desk_links::enter))
        .route("/desk/links/key", post(desk_links::change_key))
        .route("/desk/retention", get(desk_retention::show))
        .route("/desk/retention/{what}", post(desk_retention::decide))
        .route("/desk/rules", get(desk_rules::show))
        .route("/desk/rules/continue", post(desk_rules::go_on))
        .route("/desk/rules/adopt", post(desk_rules::adopt))
        .route("/desk/directory", get(desk_directory::show))
        .route("/desk/directory/{what}", post(desk_directory::enter))
        .route("/desk/call", get(desk_call::form).post(desk_call::take))
        .route("/desk/call/earlier", post(desk_call::earlier))
}
