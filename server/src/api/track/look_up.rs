//! `POST /api/track`: number and email for a token that opens this one order. The rules, the limits and the one refusal are the look-up
//! page's.

use axum::{
    Json,
    body::Bytes,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
};
use customer::{OrderView, TrackProblem, order_view, track_refusal};
use domain::{Fault, Reason, clock::At, order, secret::Purpose};
use serde::{Deserialize, Serialize};

use super::{LASTS, LanguageWish};
use crate::{api::problem::Problem, client_ip::ClientIp, state::AppState};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Guess {
    number: String,
    email: String,
}

/// What a right guess opens.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Opened {
    /// For `Authorization: Bearer …`.
    token: String,
    expires_at: At,
    order: OrderView,
}

/// Looks an order up. Refusals are told in the reader's language, because they are shown as they are.
pub(super) async fn look_up(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Opened>, Problem> {
    let guess: Guess = serde_json::from_slice(&body).map_err(|error| Problem::malformed(&error))?;
    let (shop, about) = (&state.shop, &state.shop.about);
    let reader = wish.or_accepted(&headers);
    let language = reader.unwrap_or(about.language);
    let say = |problem| track_refusal(about, language, problem).1;
    let found = order::look_up(shop, &state.door.limits, ip, &guess.number, &guess.email).await;
    let id = found.map_err(|fault| match fault {
        Fault::NotFound => {
            Problem::new(StatusCode::NOT_FOUND, "not-found", "Not found", say(TrackProblem::NotFound))
                .in_language(language)
        }
        Fault::Refused(Reason::TooMany { seconds }) => {
            let words = say(TrackProblem::TooMany { seconds });
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many", "Too many attempts", words)
                .in_language(language)
                .retry_after(seconds)
        }
        other => other.into(),
    })?;
    let (order, now) = (order::track(&shop.pool, id).await?, shop.clock.now());
    let expires_at = now.plus(LASTS);
    Ok(Json(Opened {
        token: shop.secret.sign_order(Purpose::TrackElsewhere, id, expires_at),
        expires_at,
        order: order_view(about, reader.unwrap_or(order.language), &order, now),
    }))
}
