//! Papers and scanning: documents outside of the admin's app, behind the same session and with a role of their own.

mod labels;
mod print;
mod scan;

use admin::Viewer;
use axum::{
    Extension, Router,
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware,
    response::{Html, IntoResponse, Response},
    routing::get,
};
use domain::{
    Fault, Language,
    staff::{Person, Role},
};

use crate::{admin_pages::see_who, headers::content_security_policy, state::AppState};

/// What printing and scanning need: both move or mark orders.
const NEEDED: Role = Role::Operator;

/// The doors of staff.
pub fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/admin/print", get(print::show).post(print::mark))
        .route("/admin/scan", get(scan::show).post(scan::scan))
        .layer(middleware::from_fn_with_state(state.clone(), see_who))
}

/// The stylesheet and the scripts. They hold nothing of anybody's, and a hash stands in their names.
pub fn assets() -> Router {
    papers::assets::all().into_iter().fold(Router::new(), |router, asset| {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(asset.kind)),
            (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        ];
        router.route(&asset.path, get(move || async move { (headers, asset.body) }))
    })
}

/// Who is there, if they may.
fn operator(state: &AppState, viewer: Viewer) -> Result<Person, Response> {
    let language = state.shop.about.language;
    let Viewer(Some(person)) = viewer else {
        return Err(refused(state, language, StatusCode::UNAUTHORIZED, "refused-signed-out"));
    };
    match person.must_be(NEEDED) {
        Ok(()) => Ok(person),
        Err(_) => Err(refused(state, person.language, StatusCode::FORBIDDEN, "refused-role-too-low")),
    }
}

/// The extension [`see_who`] leaves.
type Who = Extension<Viewer>;

/// A document of ours: nothing from elsewhere, and scripts from our own files only.
fn page(status: StatusCode, camera: bool, html: String) -> Response {
    let nonce = domain::secret::token();
    let headers = [(header::CONTENT_SECURITY_POLICY, content_security_policy(Some(&nonce)))];
    let mut response = (status, headers, Html(html)).into_response();
    if camera {
        let allow = HeaderValue::from_static("camera=(self), microphone=(), geolocation=()");
        response.headers_mut().insert(HeaderName::from_static("permissions-policy"), allow);
    }
    response
}

/// A page that only says why not.
fn refused(state: &AppState, language: Language, status: StatusCode, key: &str) -> Response {
    let html = admin::plain_page(&state.shop.about, language, &state.admin, "paper-papers", key);
    page(status, false, html)
}

/// What went wrong on our side, told without details.
fn failed(state: &AppState, language: Language, fault: &Fault) -> Response {
    tracing::error!(%fault, "papers could not be made");
    refused(state, language, StatusCode::INTERNAL_SERVER_ERROR, "fault-bug")
}
