//! `/api/docs`: the API's document as a page to read and to try. The viewer (npm's swagger-ui-dist) is among our own files; nothing is loaded
//! from elsewhere, and no script or style stands in the page.

use std::path::{Path, PathBuf};

use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware,
    response::{Html, IntoResponse, Response},
    routing::get,
};
use tower_http::services::ServeDir;

use crate::{
    customer_pages::{LanguageWish, keep_language, language, visit},
    headers::keep_for_ever,
    state::AppState,
};

const HERE: &str = "/api/docs";
/// Scripts and styles from our own files only; the viewer draws with pictures inside its stylesheet.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                      manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const START: &str = include_str!("start.js");
const STYLE: &str = include_str!("../../../style/api_docs.css");

/// The page and its files. `site_admin` is the folder of the built admin: the build puts the viewer beside it (`scripts/build.sh`).
pub fn routes(site_admin: &Path) -> Router<AppState> {
    let viewer = site_admin.join("api-docs");
    let files = ServeDir::new(&viewer).precompressed_gzip();
    let text = |kind: &'static str, text: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], text) })
    };
    let files = Router::new()
        .nest_service("/api/docs/viewer", files)
        .route("/api/docs/start.js", text("text/javascript; charset=utf-8", START))
        .route("/api/docs/page.css", text("text/css; charset=utf-8", STYLE))
        .layer(middleware::from_fn(keep_for_ever));
    let page = move |state: State<AppState>, headers: HeaderMap, wish: Query<LanguageWish>| {
        show(viewer.clone(), state, headers, wish)
    };
    Router::new().route(HERE, get(page)).merge(files)
}

async fn show(
    viewer: PathBuf,
    State(state): State<AppState>,
    headers: HeaderMap,
    Query(wish): Query<LanguageWish>,
) -> Response {
    if let Some(kept) = keep_language(&state, &wish, HERE) {
        return kept;
    }
    let is_there = tokio::fs::try_exists(viewer.join("swagger-ui-bundle.js")).await.unwrap_or(false);
    let status = if is_there { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let page = customer::api_docs_page(&visit(&state, language(&state, &headers), HERE), is_there);
    let policy = HeaderValue::from_static(POLICY);
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(page.html)).into_response()
}
