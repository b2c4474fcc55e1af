//! The operations, one in each file.

use crate::state::AppState;
use axum::Router;
use axum::routing::{MethodFilter, on};
use utoipa::openapi::HttpMethod;
use utoipa::{OpenApi, Path as _};

/// Makes the router and the document's paths from one list. Each module holds one `handle` with its `utoipa::path`.
macro_rules! operations {
    ($($module:ident),+ $(,)?) => {
        $(mod $module;)+

        /// The description of all operations.
        #[derive(OpenApi)]
        #[openapi(paths($($module::handle),+))]
        pub(crate) struct Described;

        /// All operations at their paths.
        pub(crate) fn routes() -> Router<AppState> {
            Router::new()$(.route(
                &$module::__path_handle::path(),
                on(filter(&$module::__path_handle::methods()), $module::handle),
            ))+
        }
    };
}

operations! {
    health,
    document,
    open_session,
    show_session,
    end_session,
    follow,
    send_account_code,
    open_account,
    account_cases,
    leave_account,
    close_account,
    send_code,
    procedure,
    units,
    receive,
    show_case,
    act,
    queue,
    unit_queue,
    ledger,
    earlier_cases,
    repeat_candidates,
    finds,
    open_person,
    attachment,
    visit_answer,
    case_document,
    case_volume,
    month_lists,
    file_month,
    month_list,
    exchange,
    inbox,
    inbox_message,
    rule_report,
    acknowledge,
    rounds,
    record_round,
    items,
    item,
    note_item,
    case_of_item,
    set_item_aside,
    submit_item,
    follow_item,
    sources,
    enter_source,
    catalogue,
    enter_catalogue,
    end_catalogue,
    ledger_file,
    public_cases,
    public_case,
    knowledge,
    log_head,
    log_heads,
    log_entries,
    log_inclusion,
    log_consistency,
}

fn filter(methods: &[HttpMethod]) -> MethodFilter {
    match methods {
        [HttpMethod::Post] => MethodFilter::POST,
        [HttpMethod::Delete] => MethodFilter::DELETE,
        _ => MethodFilter::GET,
    }
}
