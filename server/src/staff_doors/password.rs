//! `/admin/password`: somebody chooses a password by the link that was mailed to them. Looking spends nothing: mail scanners open links.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{
    Fault, Reason,
    staff::{self, SignedIn},
};
use serde::Deserialize;

use super::{
    Wish, browser, code::ask_code, end_old_session, failed, in_language, language, let_in, page, refused,
};
use crate::{cookies, state::AppState};

#[derive(Deserialize)]
pub(super) struct Choice {
    token: String,
    password: String,
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Path(token): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Response {
    if let Some(language) = wish.language() {
        let token: String = url::form_urlencoded::byte_serialize(token.as_bytes()).collect();
        return in_language(&state, language, &format!("/admin/password/{token}"));
    }
    form(&state, &headers, &token, None).await
}

/// The form, with what was wrong with the last try, in its owner's language where the browser has chosen none.
async fn form(state: &AppState, headers: &HeaderMap, token: &str, refusal: Option<&Fault>) -> Response {
    let (why, owner) = match staff::open_link(&state.shop, token).await {
        Ok(Some(good)) => good,
        Ok(None) => return spent(state, headers),
        Err(fault) => return failed(state, headers, &fault),
    };
    let language = cookies::chosen_language(headers).unwrap_or(owner.language);
    let said = refusal.map(|fault| fault.say(language));
    let about = &state.shop.about;
    let html = admin::password_page(about, language, &state.admin, token, (why, &owner), said);
    match refusal {
        Some(fault) => refused(fault, html),
        None => page(StatusCode::OK, html),
    }
}

fn spent(state: &AppState, headers: &HeaderMap) -> Response {
    let language = language(state, headers);
    page(StatusCode::GONE, admin::password_spent_page(&state.shop.about, language, &state.admin))
}

/// Sets the password and lets its owner in, or asks for the code.
pub(super) async fn choose(
    State(state): State<AppState>,
    headers: HeaderMap,
    Form(choice): Form<Choice>,
) -> Response {
    match staff::use_link(&state.shop, &choice.token, choice.password, &browser(&headers)).await {
        Ok(SignedIn::Open(token)) => {
            end_old_session(&state, &headers).await;
            let_in(&state, &token, "/admin")
        }
        Ok(SignedIn::NeedsCode(pass)) => ask_code(&state, &pass, "/admin"),
        Err(Fault::Refused(Reason::LinkSpent)) => spent(&state, &headers),
        Err(fault @ Fault::Refused(_)) => form(&state, &headers, &choice.token, Some(&fault)).await,
        Err(fault) => failed(&state, &headers, &fault),
    }
}
