//! Signing in, setting up and signing out: plain forms, no script.

use axum::{
    Form, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{
    Fault, Language, Reason,
    staff::{self, Credentials, NewPerson, Role},
};
use serde::Deserialize;

use crate::{client_ip::ClientIp, cookies, headers::content_security_policy, state::AppState};

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin/sign-in", get(show_sign_in).post(sign_in))
        .route("/admin/sign-out", post(sign_out))
        .route("/admin/set-up/{token}", get(show_set_up))
        .route("/admin/set-up", post(set_up))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    next: String,
    lang: Option<String>,
}

#[derive(Deserialize)]
struct SignIn {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct SetUp {
    token: String,
    name: String,
    email: String,
    password: String,
}

fn page(status: StatusCode, html: String) -> Response {
    (status, [(header::CONTENT_SECURITY_POLICY, content_security_policy(None))], Html(html)).into_response()
}

fn language(state: &AppState, headers: &HeaderMap) -> Language {
    cookies::language_of(headers).unwrap_or(state.shop.about.language)
}

async fn show_sign_in(
    State(state): State<AppState>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Response {
    if let Some(language) = wish.lang.as_deref().and_then(Language::from_tag) {
        let next: String = url::form_urlencoded::byte_serialize(safe_next(&wish.next).as_bytes()).collect();
        let to = Redirect::to(&format!("/admin/sign-in?next={next}"));
        return ([(header::SET_COOKIE, cookies::language(language, state.door.secure))], to).into_response();
    }
    let language = language(&state, &headers);
    let html =
        admin::sign_in_page(&state.shop.about, language, &state.admin, None, "", safe_next(&wish.next));
    page(StatusCode::OK, html)
}

async fn sign_in(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Response {
    let next = safe_next(&form.next);
    let email = form.email.clone();
    match staff::sign_in(&state.shop, ip, Credentials { email: form.email, password: form.password }).await {
        Ok(token) => {
            end_old_session(&state, &headers).await;
            ([(header::SET_COOKIE, cookies::session(&token, state.door.secure))], Redirect::to(next))
                .into_response()
        }
        Err(fault) => {
            let language = language(&state, &headers);
            let said = Some(fault.say(language));
            let html = admin::sign_in_page(&state.shop.about, language, &state.admin, said, &email, next);
            refused(&fault, html)
        }
    }
}

async fn sign_out(State(state): State<AppState>, headers: HeaderMap) -> Response {
    end_old_session(&state, &headers).await;
    ([(header::SET_COOKIE, cookies::end_session(state.door.secure))], Redirect::to("/admin/sign-in"))
        .into_response()
}

async fn end_old_session(state: &AppState, headers: &HeaderMap) {
    if let Some(token) = cookies::session_of(headers, state.door.secure)
        && let Err(fault) = staff::revoke(&state.shop.pool, token, state.shop.clock.now()).await
    {
        tracing::error!(%fault, "a session could not be ended");
    }
}

async fn show_set_up(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let language = language(&state, &headers);
    let about = &state.shop.about;
    match staff::set_up_link_is_good(&state.shop, &token).await {
        Ok(true) => {
            page(StatusCode::OK, admin::set_up_page(about, language, &state.admin, &token, None, "", ""))
        }
        Ok(false) => link_spent(&state, language),
        Err(fault) => refused(&fault, String::new()),
    }
}

fn link_spent(state: &AppState, language: Language) -> Response {
    let about = &state.shop.about;
    let html =
        admin::plain_page(about, language, &state.admin, "admin-link-spent-title", "refused-link-spent");
    page(StatusCode::GONE, html)
}

async fn set_up(
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
            let signed_in =
                staff::sign_in(&state.shop, ip, Credentials { email: form.email, password: form.password })
                    .await;
            match signed_in {
                Ok(token) => (
                    [(header::SET_COOKIE, cookies::session(&token, state.door.secure))],
                    Redirect::to("/admin"),
                )
                    .into_response(),
                Err(_) => Redirect::to("/admin/sign-in").into_response(),
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

/// The page that says why, with the status that fits.
fn refused(fault: &Fault, html: String) -> Response {
    let status = match fault {
        Fault::Refused(Reason::TooMany { .. }) => StatusCode::TOO_MANY_REQUESTS,
        Fault::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    if status == StatusCode::INTERNAL_SERVER_ERROR {
        tracing::error!(%fault, "a door failed");
    }
    let mut response = page(status, html);
    if let Fault::Refused(Reason::TooMany { seconds }) = fault {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}

/// Where to go after signing in: a page of the admin, never another site.
fn safe_next(next: &str) -> &str {
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
