//! `/my/preferences/phone`: a number, the code that was sent to it, and forgetting it.

use axum::{
    Form,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use customer::Done;
use domain::{Fault, Reason, customer as buyers, customer::Who};
use serde::Deserialize;

use super::{
    super::{failed, language},
    preferences::{Answer, done, respond},
    whose,
};
use crate::{client_ip::ClientIp, state::AppState};

/// What the forms hold.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    phone: String,
    code: String,
}

/// The page with what was done, or with what is wrong beside what was typed.
async fn answer(
    state: &AppState,
    headers: &HeaderMap,
    (who, session): (&Who, bool),
    typed: String,
    result: Result<Done, Fault>,
) -> Response {
    let language = language(state, headers);
    let (status, problem) = match result {
        Ok(what) => return done(what),
        Err(Fault::Refused(reason @ Reason::TooMany { .. })) => {
            (StatusCode::TOO_MANY_REQUESTS, reason.say(language))
        }
        Err(Fault::Refused(reason)) => (StatusCode::UNPROCESSABLE_ENTITY, reason.say(language)),
        Err(fault @ Fault::Down { .. }) => (StatusCode::SERVICE_UNAVAILABLE, fault.say(language)),
        Err(fault) => return failed(state, language, &fault),
    };
    let typed: String = typed.chars().take(40).collect();
    let answer = Answer { phone: Some((typed, problem)), status: Some(status), ..Answer::default() };
    respond(state, headers, who, session, answer).await
}

pub(super) async fn start(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let (who, session) = match whose(&state, &headers).await {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let language = language(&state, &headers);
    let sent = buyers::start(&state.shop, ip, &who, &typed.phone, language).await;
    answer(&state, &headers, (&who, session), typed.phone, sent.map(|_| Done::CodeSent)).await
}

pub(super) async fn check(
    State(state): State<AppState>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let (who, session) = match whose(&state, &headers).await {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let right = buyers::check(&state.shop, &who, &typed.code).await;
    answer(&state, &headers, (&who, session), String::new(), right.map(|()| Done::Verified)).await
}

pub(super) async fn forget(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let (who, session) = match whose(&state, &headers).await {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let gone = buyers::forget_phone(&state.shop, &who).await;
    answer(&state, &headers, (&who, session), String::new(), gone.map(|()| Done::Forgotten)).await
}
