//! `/admin/set-up`: the first account of a shop, by the link the server printed.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Fault, Language, Reason,
    staff::{self, Credentials, NewPerson, Role, SignedIn},
};
use serde::Deserialize;

use super::{Wish, browser, failed, in_language, language, let_in, page, refused};
use crate::{client_ip::ClientIp, state::AppState};

#[derive(Deserialize)]
pub(super) struct SetUp {
    token: String,
    name: String,
    email: String,
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
        return in_language(&state, language, &format!("/admin/set-up/{token}"));
    }
    let language = language(&state, &headers);
    let about = &state.shop.about;
    match staff::set_up_link_is_good(&state.shop, &token).await {
        Ok(true) => {
            page(StatusCode::OK, admin::set_up_page(about, language, &state.admin, &token, None, "", ""))
        }
        Ok(false) => link_spent(&state, language),
        Err(fault) => failed(&state, &headers, &fault),
    }
}

fn link_spent(state: &AppState, language: Language) -> Response {
    let about = &state.shop.about;
    let html =
        admin::plain_page(about, language, &state.admin, "admin-link-spent-title", "refused-link-spent");
    page(StatusCode::GONE, html)
}

/// Makes the account and lets its owner in.
pub(super) async fn set_up(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(form): Form<SetUp>,
) -> Response {
    let language = language(&state, &headers);
    let person = NewPerson {
        name: form.name.clone(),
        email: form.email.clone(),
        password: form.password.clone(),
        role: Role::Admin,
        language,
    };
    match staff::set_up(&state.shop, &form.token, person).await {
        Ok(_) => {
            let typed =
                Credentials { email: form.email, password: form.password, browser: browser(&headers) };
            match staff::sign_in(&state.shop, ip, typed).await {
                Ok(SignedIn::Open(token)) => let_in(&state, &token, "/admin"),
                Ok(SignedIn::NeedsCode(_)) | Err(_) => Redirect::to("/admin/sign-in").into_response(),
            }
        }
        Err(Fault::Refused(Reason::LinkSpent)) => link_spent(&state, language),
        Err(fault) => {
            let said = Some(fault.say(language));
            let about = &state.shop.about;
            let html =
                admin::set_up_page(about, language, &state.admin, &form.token, said, &form.name, &form.email);
            refused(&fault, html)
        }
    }
}
