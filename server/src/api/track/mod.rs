//! `/api/track…`: what a page of another site may ask in a customer's name. `public/track.js` speaks it (ADR 0057).
//!
//! A look-up is exchanged for a token that opens one order, for looking only. No cookie is read or set here, and only origins the shop
//! named get an answer.

mod allow_origin;
mod look_up;
mod show;
mod words;

use axum::{
    Router,
    http::{HeaderMap, HeaderName, header},
    middleware,
    routing::{get, post},
};
use domain::Language;
use serde::Deserialize;

use crate::state::AppState;

/// Seconds a look-up on another site lasts: a day at a desk, not a week on a borrowed computer.
const LASTS: i64 = 12 * 3600;

/// The doors of other sites' pages.
pub fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/api/track", post(look_up::look_up))
        .route("/api/track/words", get(words::words))
        .route("/api/track/{number}", get(show::show))
        .route("/api/track/{number}/live", get(show::live))
        .layer(middleware::from_fn_with_state(state.clone(), allow_origin::allow_origin))
}

/// A wish for a language: `?lang=ro`.
#[derive(Debug, Deserialize)]
struct LanguageWish {
    lang: Option<String>,
}

impl LanguageWish {
    fn language(&self) -> Option<Language> {
        Language::from_tag(self.lang.as_deref()?)
    }

    /// The wish, else what the browser speaks.
    fn or_accepted(&self, headers: &HeaderMap) -> Option<Language> {
        let accepted = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(Language::from_accept);
        self.language().or_else(accepted)
    }
}

/// Whether the caller has this already (RFC 9110 §13.1.2: the weak comparison).
fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    known.split(',').any(|known| known.trim().trim_start_matches("W/") == etag)
}

/// An entity tag as a header.
fn tagged(etag: String) -> [(HeaderName, String); 1] {
    [(header::ETAG, etag)]
}
