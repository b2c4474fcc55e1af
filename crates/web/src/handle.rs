//! Handlers: from a request to a use case, and from its answer to a page.

mod account;
mod back;
pub(crate) mod bench;
mod calendar;
mod citizen_case;
mod citizen_paper;
mod citizen_visit;
mod days;
mod desk_access;
mod desk_act;
mod desk_board;
mod desk_call;
mod desk_case;
mod desk_catalogue;
mod desk_directory;
mod desk_export;
mod desk_inbox;
mod desk_items;
mod desk_knowledge;
mod desk_ledger;
mod desk_links;
mod desk_live;
mod desk_machines;
mod desk_month;
mod desk_paper;
mod desk_people;
mod desk_queue;
mod desk_retention;
mod desk_roster;
mod desk_rounds;
mod desk_rules;
mod desk_sources;
mod desk_today;
mod file;
mod flow;
mod follow;
mod held;
mod knock;
mod knowledge;
mod late;
mod log;
mod manual;
mod my;
mod new_password;
mod passkey;
pub(crate) mod place;
mod public;
mod public_feed;
pub(crate) mod public_filter;
mod published;
mod reading;
mod receipt;
mod second;
mod sign_in;
mod sign_on;
mod signed;
mod write;
mod write_steps;

pub(crate) use desk_ledger::MOST_WORDS;

use crate::shell::PageError;
use crate::state::AppState;
use axum::Router;
use axum::routing::{any, get, post};
use signed::Desk;

/// No such page; whoever is signed in is told so with their own navigation around it, others as anywhere.
async fn nowhere(_who: Result<Desk, PageError>) -> PageError {
    PageError::NotFound
}

/// Makes the router, and the list of what it holds, from one table.
macro_rules! pages {
    ($($path:literal => $first:ident $handler:path $(, $other:ident $more:path)*;)+) => {
        /// Method and path of every page and form.
        pub(crate) const PAGES: &[(&str, &str)] = &[
            $((stringify!($first), $path), $((stringify!($other), $path),)*)+
        ];

        /// Every page and form of the program.
        pub(crate) fn routes() -> Router<AppState> {
            Router::new()$(.route($path, $first($handler)$(.$other($more))*))+
                // below the desk an address that leads nowhere is said so within the desk
                .route("/desk/{*nowhere}", any(nowhere))
        }
    };
}

pages! {
    "/" => get public::home;
    "/procedure" => get public::procedure;
    "/procedure/conformance" => get public::conformance;
    "/procedure/flow" => get flow::show;
    "/procedure/picture" => get flow::picture;
    "/calendar" => get calendar::show;
    "/public" => get published::list;
    "/public/feed" => get public_feed::show;
    "/public/{number}" => get published::show;
    "/public/{number}/reply" => get published::reply;
    "/public/{number}/reply/docx" => get published::reply_docx;
    "/about" => get public::about;
    "/manual" => get manual::index;
    "/manual/{role}" => get manual::show;
    "/design" => get public::design;
    "/reading" => get reading::show, post reading::keep;
    "/knowledge" => get knowledge::list;
    "/knowledge/{id}" => get knowledge::show;
    "/log" => get log::show;
    "/log/file" => get log::file;
    "/log/head" => get log::head;
    "/log/head/{day}" => get log::head;
    "/verify" => get log::form, post log::check;
    "/write" => get write_steps::start, post write::send;
    "/write/step" => post write_steps::step;
    "/write/beside" => post write_steps::beside;
    "/write/code" => post write_steps::code;
    "/write/form" => get write::form;
    "/follow" => get follow::form, post follow::open;
    "/follow/{number}" => get follow::form_for;
    "/visit/{token}" => get follow::visit;
    "/case" => get citizen_case::show;
    "/case/act/{act}" => post citizen_case::act;
    "/case/visit" => get citizen_visit::show;
    "/case/visit/thanks" => get citizen_visit::thanks;
    "/case/file/{id}" => get file::of_citizen;
    "/case/document" => get citizen_paper::list;
    "/case/document/{place}" => get citizen_paper::document;
    "/case/document/{place}/docx" => get citizen_paper::document_docx;
    "/my" => get my::show, post my::open;
    "/my/code" => post my::code;
    "/my/sign-out" => post my::leave;
    "/my/close" => post my::close;
    "/my/case/{number}" => get citizen_case::show;
    "/my/case/{number}/act/{act}" => post citizen_case::act;
    "/my/case/{number}/visit" => get citizen_visit::show;
    "/my/case/{number}/visit/thanks" => get citizen_visit::thanks;
    "/my/case/{number}/file/{id}" => get file::of_citizen;
    "/my/case/{number}/document" => get citizen_paper::list;
    "/my/case/{number}/document/{place}" => get citizen_paper::document;
    "/my/case/{number}/document/{place}/docx" => get citizen_paper::document_docx;
    "/desk/sign-in" => get sign_in::form, post sign_in::sign_in;
    "/desk/sign-in/passkey" => post passkey::sign_in;
    "/desk/sign-out" => post sign_in::sign_out;
    "/desk/first/{link}" => get sign_in::first_form, post sign_in::first;
    "/desk/second" => get second::form, post second::code;
    "/desk/second/passkey" => post second::passkey;
    "/desk/new-password" => get new_password::form, post new_password::take;
    "/desk/second/set-up" => get second::set_up_form, post second::set_up;
    "/desk/second/set-up/passkey" => post second::set_up_passkey;
    "/desk/sign-on" => get sign_on::begin;
    "/desk/sign-on/back" => get sign_on::back;
    "/desk" => get desk_queue::show, post desk_queue::look;
    "/desk/live" => get desk_live::queue;
    "/desk/views" => post bench::views::keep;
    "/desk/views/drop" => post bench::views::give_up;
    "/desk/bulk" => get bench::bulk::again, post bench::bulk::choose;
    "/desk/bulk/act/{act}" => post bench::bulk::act;
    "/desk/case/{number}" => get desk_case::show;
    "/desk/case/{number}/live" => get desk_live::case;
    "/desk/case/{number}/person" => post desk_case::person;
    "/desk/case/{number}/code" => post desk_act::code;
    "/desk/case/{number}/act/{act}" => post desk_act::act;
    "/desk/case/{number}/file/{id}" => get file::of_desk;
    "/desk/case/{number}/document/{place}" => get desk_paper::document;
    "/desk/case/{number}/document/{place}/docx" => get desk_paper::document_docx;
    "/desk/case/{number}/volume" => get desk_paper::volume;
    "/desk/case/{number}/volume/docx" => get desk_paper::volume_docx;
    "/desk/month" => get desk_month::show, post desk_month::file;
    "/desk/month/{series}/{year}/{no}" => get desk_month::list;
    "/desk/month/{series}/{year}/{no}/docx" => get desk_month::list_docx;
    "/desk/items" => get desk_items::show, post desk_items::note;
    "/desk/items/{id}" => get desk_items::item;
    "/desk/items/{id}/{what}" => post desk_items::decide;
    "/desk/sources" => get desk_sources::show, post desk_sources::enter;
    "/desk/catalogue" => get desk_catalogue::show, post desk_catalogue::enter;
    "/desk/catalogue/{id}/end" => post desk_catalogue::end;
    "/desk/knowledge" => get desk_knowledge::show, post desk_knowledge::enter;
    "/desk/knowledge/new" => get desk_knowledge::new;
    "/desk/knowledge/{id}" => get desk_knowledge::entry;
    "/desk/knowledge/{id}/{what}" => post desk_knowledge::decide;
    "/desk/rounds" => get desk_rounds::show, post desk_rounds::record;
    "/desk/rounds/csv" => get desk_rounds::csv;
    "/desk/today" => get desk_today::show;
    "/desk/board" => get desk_board::show;
    "/desk/access" => get desk_access::show;
    "/desk/access/csv" => get desk_access::csv;
    "/desk/ledger" => get desk_ledger::show, post desk_ledger::look;
    "/desk/ledger/{form}" => get desk_export::ledger;
    "/desk/inbox" => get desk_inbox::show;
    "/desk/inbox/{peer}/{id}" => get desk_inbox::message;
    "/desk/inbox/{peer}/{id}/ruling" => post desk_inbox::rule;
    "/desk/inbox/{peer}/{id}/acknowledgement" => post desk_inbox::acknowledge;
    "/desk/links" => get desk_links::show, post desk_links::enter;
    "/desk/links/key" => post desk_links::change_key;
    "/desk/retention" => get desk_retention::show;
    "/desk/retention/{what}" => post desk_retention::decide;
    "/desk/rules" => get desk_rules::show;
    "/desk/rules/continue" => post desk_rules::go_on;
    "/desk/rules/adopt" => post desk_rules::adopt;
    "/desk/rules/end-own" => post desk_rules::end_own;
    "/desk/roster" => get desk_roster::show;
    "/desk/roster/strike" => post desk_roster::strike;
    "/desk/directory" => get desk_directory::show;
    "/desk/directory/{what}" => post desk_directory::enter;
    "/desk/call" => get desk_call::form, post desk_call::take;
    "/desk/call/earlier" => post desk_call::earlier;
    "/desk/call/beside" => post desk_call::beside;
    "/desk/call/code" => post desk_call::code;
    "/desk/account" => get account::show;
    "/desk/account/password" => post account::password;
    "/desk/account/session/{id}/end" => post account::end_session;
    "/desk/account/passkey" => get passkey::form, post passkey::make;
    "/desk/account/passkey/{id}/end" => post passkey::end;
    "/desk/account/second" => get account::second_form, post account::second;
    "/desk/account/second/{what}" => post account::change_second;
    "/desk/people/{login}" => get desk_people::show;
    "/desk/people/{login}/{what}" => post desk_people::act;
    "/desk/machines" => get desk_machines::show, post desk_machines::enter;
    "/desk/machines/{id}/end" => post desk_machines::end;
}
