//! The page's buttons.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::form::Typed;
use super::page::{Problem, answer};
use crate::event::Cause;
use crate::session::{self, Attempt, Buyer, Outcome};
use crate::world::Shared;

/// `POST /pay/{id}`
pub async fn pay(
    State(world): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let asked = world.read(|state| {
        state.sessions.get(&id).map(|session| (session.amount_total(), session.asks_address()))
    });
    let (total, ships) = asked.map_or((None, false), |(total, ships)| (Some(total), ships));
    if let Some((input, key)) = typed.wrong().filter(|_| total != Some(0)) {
        return answer(&world, &id, &headers, &typed, Some(Problem { input, key }));
    }
    let given = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
    let attempt = Attempt {
        number: typed.card_number.clone(),
        buyer: Buyer {
            name: given(&typed.billing_name),
            email: given(&typed.email),
            phone: None,
            shipping: ships.then(|| typed.shipping()),
        },
        delayed: typed.delayed.is_some(),
        unattended: false,
    };
    let outcome = world.change(|state| session::pay(state, &id, &world.http, attempt));
    after(&world, &id, &headers, &typed, outcome)
}

/// The answer to the bank's question.
#[derive(Debug, Deserialize)]
pub struct Answer {
    authentication: String,
}

/// `POST /pay/{id}/authenticate`
pub async fn authenticate(
    State(world): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(sent): Form<Answer>,
) -> Response {
    let confirmed = sent.authentication == "complete";
    let outcome = world.change(|state| session::authenticate(state, &id, &world.http, confirmed));
    after(&world, &id, &headers, &Typed::default(), outcome)
}

/// `POST /pay/{id}/expire`
pub async fn expire(State(world): State<Shared>, Path(id): Path<String>) -> Redirect {
    // Whatever it was before, its page now says how it stands.
    let _ = world.change(|state| session::expire(state, &id, &world.http, &Cause::default()));
    Redirect::to(&format!("/pay/{id}"))
}

fn after(world: &Shared, id: &str, headers: &HeaderMap, typed: &Typed, outcome: Outcome) -> Response {
    match outcome {
        Outcome::Declined(why) => {
            let key = why.decline_code.unwrap_or(why.code);
            let input = if key == "incorrect_cvc" { "cardCvc" } else { "cardNumber" };
            answer(world, id, headers, typed, Some(Problem { input, key }))
        }
        // A reload of the bank's question must not send the card again.
        Outcome::Authenticate => Redirect::to(&format!("/pay/{id}")).into_response(),
        Outcome::Complete | Outcome::Expired | Outcome::Unknown => answer(world, id, headers, typed, None),
    }
}
