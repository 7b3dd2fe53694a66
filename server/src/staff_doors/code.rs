//! `/admin/sign-in/code`: the code of a telephone, or one on paper, after the right password. What the password opened so far is a pass in
//! a cookie, which no script reads and no other page is sent: nothing of it stands in a page, an address or a history.

use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Fault, Reason, staff};
use serde::Deserialize;

use super::{
    Wish, browser, end_old_session, in_language, language, let_in, page, refused, sign_in::safe_next,
};
use crate::{client_ip::ClientIp, cookies, state::AppState};

#[derive(Deserialize)]
pub(super) struct Code {
    code: String,
    #[serde(default)]
    next: String,
}

fn address(next: &str) -> String {
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/admin/sign-in/code?next={next}")
}

/// To the page, with what the password opened.
pub(super) fn ask_code(state: &AppState, pass: &str, next: &str) -> Response {
    ([(header::SET_COOKIE, cookies::pass(pass, state.door.secure))], Redirect::to(&address(next)))
        .into_response()
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Response {
    let next = safe_next(&wish.next);
    if let Some(language) = wish.language() {
        return in_language(&state, language, &address(next));
    }
    if cookies::pass_of(&headers).is_none() {
        return Redirect::to("/admin/sign-in").into_response();
    }
    let language = language(&state, &headers);
    page(StatusCode::OK, admin::code_page(&state.shop.about, language, &state.admin, None, next))
}

/// In, or the page again with why not; where the pass opens nothing any more, back to the password.
pub(super) async fn sign_in(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(form): Form<Code>,
) -> Response {
    let (next, secure) = (safe_next(&form.next), state.door.secure);
    let Some(pass) = cookies::pass_of(&headers) else {
        return Redirect::to("/admin/sign-in").into_response();
    };
    let (about, language) = (&state.shop.about, language(&state, &headers));
    let mut response =
        match staff::sign_in_with_code(&state.shop, ip, pass, &form.code, &browser(&headers)).await {
            Ok(token) => {
                end_old_session(&state, &headers).await;
                let_in(&state, &token, next)
            }
            Err(fault @ Fault::Refused(Reason::PassSpent)) => {
                let said = Some(fault.say(language));
                refused(&fault, admin::sign_in_page(about, language, &state.admin, said, "", next))
            }
            Err(fault) => {
                let said = Some(fault.say(language));
                return refused(&fault, admin::code_page(about, language, &state.admin, said, next));
            }
        };
    response.headers_mut().append(header::SET_COOKIE, cookies::end_pass(secure));
    response
}
