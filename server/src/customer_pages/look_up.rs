//! `/track`: number and email. No script, no cookie before it succeeds, one refusal for every wrong guess.

use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use customer::TrackProblem;
use domain::{
    Fault, Reason,
    order::{self, OrderNumber},
};
use serde::Deserialize;

use super::{LanguageWish, admit, failed, keep_language, language, page, visit};
use crate::{client_ip::ClientIp, state::AppState};

#[derive(Deserialize)]
pub(super) struct Guess {
    #[serde(default)]
    number: String,
    #[serde(default)]
    email: String,
}

pub(super) async fn show(
    State(state): State<AppState>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    if let Some(kept) = keep_language(&state, &wish, "/track") {
        return kept;
    }
    page(StatusCode::OK, customer::track_page(&visit(&state, language(&state, &headers), "/track"), None))
}

pub(super) async fn look_up(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(guess): Form<Guess>,
) -> Response {
    let language = language(&state, &headers);
    let visit = visit(&state, language, "/track");
    match order::look_up(&state.shop, &state.door.limits, ip, &guess.number, &guess.email).await {
        Ok(id) => {
            let number =
                OrderNumber::parse(&guess.number).map(|number| number.to_string()).unwrap_or_default();
            admit(&state, id, &number, state.shop.clock.now())
        }
        Err(Fault::NotFound) => {
            page(StatusCode::NOT_FOUND, customer::track_page(&visit, Some(TrackProblem::NotFound)))
        }
        Err(Fault::Refused(Reason::TooMany { seconds })) => {
            let problem = TrackProblem::TooMany { seconds };
            let mut response =
                page(StatusCode::TOO_MANY_REQUESTS, customer::track_page(&visit, Some(problem)));
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
        Err(fault) => failed(&state, language, &fault),
    }
}
