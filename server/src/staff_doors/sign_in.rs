//! `/admin/sign-in` and `/admin/sign-out`.

use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::staff::{self, Credentials, SignedIn};
use serde::Deserialize;

use super::{Wish, browser, code::ask_code, end_old_session, in_language, language, let_in, page, refused};
use crate::{client_ip::ClientIp, cookies, state::AppState};

#[derive(Deserialize)]
pub(super) struct SignIn {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Response {
    if let Some(language) = wish.language() {
        let next: String = url::form_urlencoded::byte_serialize(safe_next(&wish.next).as_bytes()).collect();
        return in_language(&state, language, &format!("/admin/sign-in?next={next}"));
    }
    let language = language(&state, &headers);
    let html =
        admin::sign_in_page(&state.shop.about, language, &state.admin, None, "", safe_next(&wish.next));
    page(StatusCode::OK, html)
}

/// In, on to the code where the account has a second factor, or the page again with why not.
pub(super) async fn sign_in(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Response {
    let next = safe_next(&form.next);
    let email = form.email.clone();
    let typed = Credentials { email: form.email, password: form.password, browser: browser(&headers) };
    match staff::sign_in(&state.shop, ip, typed).await {
        Ok(SignedIn::Open(token)) => {
            end_old_session(&state, &headers).await;
            let_in(&state, &token, next)
        }
        Ok(SignedIn::NeedsCode(pass)) => ask_code(&state, &pass, next),
        Err(fault) => {
            let language = language(&state, &headers);
            let said = Some(fault.say(language));
            let html = admin::sign_in_page(&state.shop.about, language, &state.admin, said, &email, next);
            refused(&fault, html)
        }
    }
}

/// Out.
pub(super) async fn sign_out(State(state): State<AppState>, headers: HeaderMap) -> Response {
    end_old_session(&state, &headers).await;
    ([(header::SET_COOKIE, cookies::end_session(state.door.secure))], Redirect::to("/admin/sign-in"))
        .into_response()
}

/// Where to go after signing in: a page of the admin, never another site.
pub(super) fn safe_next(next: &str) -> &str {
    let inside = next == "/admin" || next.starts_with("/admin/") || next.starts_with("/admin?");
    let plain = !next.contains(|c: char| c.is_control() || c == '\\');
    if inside && plain && !next.starts_with("/admin/sign-") { next } else { "/admin" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_never_leads_elsewhere() {
        assert_eq!(safe_next("/admin/orders?status=shipped"), "/admin/orders?status=shipped");
        for evil in [
            "https://evil.example",
            "//evil.example",
            "/\\evil",
            "/admin\\@evil",
            "/administrator",
            "",
            "/admin/\r\nx",
            "/admin/sign-out",
        ] {
            assert_eq!(safe_next(evil), "/admin", "{evil}");
        }
    }
}
