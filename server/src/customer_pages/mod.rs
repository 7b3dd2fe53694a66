//! The customer's doors: look-up, order page, links from mails, the way back from the checkout, their own page. The pages themselves are in `app/customer`.

mod change;
mod checkout;
mod handover;
mod link;
mod look_up;
mod marks;
mod my;
mod order;
mod order_form;
mod push;
mod unsubscribe;

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use customer::{MessageKind, Rendered, Visit};
use domain::{Fault, Language, clock::At, ids::OrderId, secret::Purpose};
use serde::Deserialize;

use crate::{cookies, headers::content_security_policy, state::AppState};

/// The customer's routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(|| async { Redirect::to("/track") }))
        .route("/track", get(look_up::show).post(look_up::look_up))
        .route("/t/{token}", get(link::open))
        .route("/e/o/{token}", get(marks::pixel))
        .route("/e/c/{token}", get(marks::lead_on))
        .route("/o/{number}", get(order::show))
        .route("/o/{number}/live", get(order::live))
        .route("/o/{number}/fragment", get(order::fragment))
        .route("/o/{number}/cancel", get(change::ask_cancel).post(change::cancel))
        .route("/o/{number}/return", get(change::ask_return).post(change::send_back))
        .route("/o/{number}/delivery", get(handover::ask_wish).post(handover::choose))
        .route("/o/{number}/missing", get(handover::ask_missing).post(handover::report))
        .route("/o/{number}/pay", get(checkout::pay))
        .route("/order/{location}", get(order_form::show).post(order_form::submit))
        .route("/order/{location}/placed", get(order_form::placed))
        .route("/checkout/success", get(checkout::success))
        .route("/checkout/cancel", get(checkout::cancel))
        .route("/o/{number}/push", post(push::keep).delete(push::drop))
        .route("/u/{token}/again", post(unsubscribe::again))
        .merge(my::routes())
}

/// Doors that programs use without a cookie and from anywhere: what they post proves itself.
pub fn program_doors() -> Router<AppState> {
    Router::new().route("/u/{token}", get(unsubscribe::ask).post(unsubscribe::leave))
}

/// A wish for another language: `?lang=ro`.
#[derive(Debug, Deserialize)]
pub struct LanguageWish {
    lang: Option<String>,
}

/// The visit a page is rendered for.
pub(crate) fn visit(state: &AppState, language: Language, path: &str) -> Visit {
    Visit {
        about: state.shop.about.clone(),
        language,
        options: state.door.customer.clone(),
        path: path.to_owned(),
    }
}

/// The language of a page about no order.
pub(crate) fn language(state: &AppState, headers: &HeaderMap) -> Language {
    cookies::language_of(headers).unwrap_or(state.shop.about.language)
}

/// Keeps a wished language and leads back to the clean address.
pub(crate) fn keep_language(state: &AppState, wish: &LanguageWish, path: &str) -> Option<Response> {
    let language = Language::from_tag(wish.lang.as_deref()?)?;
    let cookie = cookies::language(language, state.door.secure);
    Some(([(header::SET_COOKIE, cookie)], Redirect::to(path)).into_response())
}

fn page(status: StatusCode, rendered: Rendered) -> Response {
    let policy = content_security_policy(rendered.nonce.as_deref());
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(rendered.html)).into_response()
}

/// Opens an order's page for this browser: the cookie, then the clean address.
fn admit(state: &AppState, id: OrderId, number: &str, now: At) -> Response {
    let token = state.shop.secret.sign_order(Purpose::Cookie, id, now.plus(cookies::ORDER_LASTS));
    let cookie = cookies::order(&token, number, state.door.secure);
    ([(header::SET_COOKIE, cookie)], Redirect::to(&format!("/o/{number}"))).into_response()
}

/// "Something went wrong", with an incident number that is also in the log.
fn failed(state: &AppState, language: Language, fault: &Fault) -> Response {
    let incident = format!("{:08X}", rand::random::<u32>());
    tracing::error!(incident, fault = format!("{fault:#}"), "a page failed");
    let kind = MessageKind::Wrong { incident };
    page(StatusCode::INTERNAL_SERVER_ERROR, customer::message_page(&visit(state, language, "/track"), kind))
}

/// The page for an address that is none of ours.
pub async fn not_found(State(state): State<AppState>, headers: HeaderMap, uri: Uri) -> Response {
    if uri.path().starts_with("/api/") {
        return (StatusCode::NOT_FOUND, "There is no such endpoint.\n").into_response();
    }
    let visit = visit(&state, language(&state, &headers), "/track");
    page(StatusCode::NOT_FOUND, customer::message_page(&visit, MessageKind::NotFound))
}
