//! `/admin/forgot`: a link for somebody who forgot their password. The answer says nothing about who has an account.

use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::staff;
use serde::Deserialize;

use super::{Wish, in_language, language, page, refused};
use crate::{client_ip::ClientIp, state::AppState};

#[derive(Deserialize)]
pub(super) struct Forgot {
    email: String,
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Response {
    if let Some(language) = wish.language() {
        return in_language(&state, language, "/admin/forgot");
    }
    let language = language(&state, &headers);
    page(StatusCode::OK, admin::forgot_page(&state.shop.about, language, &state.admin, None, false))
}

/// Mails the link, if there is somebody to mail it to.
pub(super) async fn ask(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(form): Form<Forgot>,
) -> Response {
    let (about, language) = (&state.shop.about, language(&state, &headers));
    match staff::ask_link(&state.shop, ip, &form.email).await {
        Ok(()) => page(StatusCode::OK, admin::forgot_page(about, language, &state.admin, None, true)),
        Err(fault) => {
            let said = Some(fault.say(language));
            refused(&fault, admin::forgot_page(about, language, &state.admin, said, false))
        }
    }
}
