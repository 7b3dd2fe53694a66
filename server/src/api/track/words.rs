//! `GET /api/track/words`: every word around an order on another site, so that its script spells none.

use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use customer::elsewhere_words;
use sha2::{Digest, Sha256};

use super::{LanguageWish, is_known, tagged};
use crate::{api::problem::Problem, state::AppState};

/// The words in the wished language, else the browser's, else the shop's. They are nobody's secret: caches may keep them for a while.
pub(super) async fn words(
    State(state): State<AppState>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let about = &state.shop.about;
    let words = elsewhere_words(about, wish.or_accepted(&headers).unwrap_or(about.language));
    let text = serde_json::to_vec(&words).map_err(domain::Fault::from)?;
    let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&text)[..8]));
    let mut response = if is_known(&headers, &etag) {
        (StatusCode::NOT_MODIFIED, tagged(etag)).into_response()
    } else {
        (tagged(etag), Json(words)).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language"));
    Ok(response)
}
