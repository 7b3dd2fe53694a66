//! `/o/{number}/delivery` and `/o/{number}/missing`: how it is to be handed over, and that it did not come. The order's cookie decides, as on
//! its page.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use customer::{MessageKind, Wish};
use domain::{
    Fault, Reason,
    handover::{self, WishForm},
    order::{By, record::Recorded},
};
use serde::Deserialize;

use super::{
    LanguageWish,
    change::{Opened, open},
    keep_language, page,
};
use crate::state::AppState;

pub(super) async fn ask_wish(
    State(state): State<AppState>,
    Path(number): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    let opened = match open(&state, &headers, &number, Wish::Handover).await {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    if let Some(kept) = keep_language(&state, &wish, &opened.visit.path) {
        return kept;
    }
    match opened.order.handover_facts().may_choose(&opened.visit.about.contact) {
        Ok(()) => {
            let form = WishForm::showing(&opened.order.handover.wish);
            page(StatusCode::OK, customer::wish_page(&opened.visit, &opened.order, &form, &[]))
        }
        Err(reason) => opened.refuse(&reason),
    }
}

pub(super) async fn choose(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Form(form): Form<WishForm>,
) -> Response {
    let opened = match open(&state, &headers, &number, Wish::Handover).await {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    let form = form.from_page();
    match form.read() {
        Ok(wish) => {
            let done = handover::choose(&state.shop, &By::Customer, opened.id, &wish).await;
            answer(&state, &opened, done, "handover")
        }
        Err(flaws) => {
            let again = customer::wish_page(&opened.visit, &opened.order, &form, &flaws);
            page(StatusCode::UNPROCESSABLE_ENTITY, again)
        }
    }
}

pub(super) async fn ask_missing(
    State(state): State<AppState>,
    Path(number): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    let opened = match open(&state, &headers, &number, Wish::Missing).await {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    if let Some(kept) = keep_language(&state, &wish, &opened.visit.path) {
        return kept;
    }
    if opened.order.handover.told_at.is_some() {
        return opened.show();
    }
    let now = state.shop.clock.now();
    match opened.order.handover_facts().may_report(now, &opened.visit.about.contact) {
        Ok(()) => page(StatusCode::OK, customer::missing_page(&opened.visit, &opened.order)),
        Err(reason) => opened.refuse(&reason),
    }
}

/// What the form holds.
#[derive(Deserialize)]
pub(super) struct Said {
    #[serde(default)]
    words: String,
}

pub(super) async fn report(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Form(said): Form<Said>,
) -> Response {
    match open(&state, &headers, &number, Wish::Missing).await {
        Ok(opened) => {
            let done = handover::report(&state.shop, &By::Customer, opened.id, &said.words).await;
            answer(&state, &opened, done, "missing")
        }
        Err(answer) => *answer,
    }
}

/// After the click: the part of the order's page that shows it, or why not.
fn answer(state: &AppState, opened: &Opened, done: Result<Recorded, Fault>, part: &str) -> Response {
    match done {
        Ok(_) => Redirect::to(&format!("/o/{}#{part}", opened.order.number)).into_response(),
        Err(Fault::Refused(Reason::TooMany { seconds })) => {
            let many = customer::message_page(&opened.visit, MessageKind::TooMany { seconds });
            let mut response = page(StatusCode::TOO_MANY_REQUESTS, many);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
        Err(fault) => opened.answer(state, Err(fault)),
    }
}
