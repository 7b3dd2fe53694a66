//! Signing in by a link. Every address gets the same answer; opening the link signs nobody in, a click does.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use customer::SignInDoor;
use domain::{Fault, Reason, customer as buyers};
use serde::Deserialize;

use super::super::{LanguageWish, failed, keep_language, language, page, visit};
use crate::{client_ip::ClientIp, cookies, state::AppState};

/// What the form holds.
#[derive(Deserialize)]
pub(super) struct Address {
    #[serde(default)]
    email: String,
}

pub(super) async fn ask(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(address): Form<Address>,
) -> Response {
    let language = language(&state, &headers);
    let visit = visit(&state, language, "/my");
    match buyers::ask(&state.shop, ip, &address.email, language).await {
        Ok(()) => page(StatusCode::OK, customer::sign_in_page(&visit, &SignInDoor::Sent)),
        Err(Fault::Refused(Reason::TooMany { seconds })) => {
            let door = SignInDoor::TooMany { seconds };
            let mut response = page(StatusCode::TOO_MANY_REQUESTS, customer::sign_in_page(&visit, &door));
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
        Err(fault) => failed(&state, language, &fault),
    }
}

pub(super) async fn opened(
    State(state): State<AppState>,
    Path(token): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    let language = language(&state, &headers);
    let path = format!("/my/sign-in/{token}");
    match buyers::is_good(&state.shop, &token).await {
        Ok(true) => match keep_language(&state, &wish, &path) {
            Some(kept) => kept,
            None => {
                let visit = visit(&state, language, &path);
                page(StatusCode::OK, customer::sign_in_page(&visit, &SignInDoor::Opened { token }))
            }
        },
        Ok(false) => spent(&state, &headers),
        Err(fault) => failed(&state, language, &fault),
    }
}

fn spent(state: &AppState, headers: &HeaderMap) -> Response {
    let visit = visit(state, language(state, headers), "/my");
    page(StatusCode::GONE, customer::sign_in_page(&visit, &SignInDoor::Spent))
}

/// What the button sends.
#[derive(Deserialize)]
pub(super) struct Link {
    #[serde(default)]
    token: String,
}

pub(super) async fn sign_in(
    State(state): State<AppState>,
    headers: HeaderMap,
    Form(link): Form<Link>,
) -> Response {
    match buyers::redeem(&state.shop, &link.token).await {
        Ok(token) => {
            end_old(&state, &headers).await;
            let secure = state.door.secure;
            let cookies = [cookies::customer(&token, secure), cookies::end_preferences(secure)];
            let cookies = AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie)));
            (cookies, Redirect::to("/my")).into_response()
        }
        Err(Fault::Refused(_)) => spent(&state, &headers),
        Err(fault) => failed(&state, language(&state, &headers), &fault),
    }
}

pub(super) async fn sign_out(State(state): State<AppState>, headers: HeaderMap) -> Response {
    end_old(&state, &headers).await;
    let secure = state.door.secure;
    let cookies = [cookies::end_customer(secure), cookies::end_preferences(secure)];
    let cookies = AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie)));
    (cookies, Redirect::to("/my")).into_response()
}

async fn end_old(state: &AppState, headers: &HeaderMap) {
    if let Some(token) = cookies::customer_of(headers, state.door.secure)
        && let Err(fault) = buyers::end(&state.shop, token).await
    {
        tracing::error!(%fault, "a customer's session could not be ended");
    }
}
