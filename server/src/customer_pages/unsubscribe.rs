//! `/u/{token}`: one click in a mail program (RFC 8058: a POST without cookies, from nowhere), or one on our page. Opening it changes
//! nothing: scanners open every link of a mail.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use customer::{Leave, TrackProblem};
use domain::{
    Fault,
    customer::{self as buyers, Who},
    secret::{BadLink, Purpose},
};

use super::{LanguageWish, failed, keep_language, language, page, visit};
use crate::state::AppState;

async fn whose(state: &AppState, headers: &HeaderMap, token: &str) -> Result<Who, Box<Response>> {
    let language = language(state, headers);
    let refuse = |status, problem| {
        let visit = visit(state, language, "/track");
        Box::new(page(status, customer::track_page(&visit, Some(problem))))
    };
    match buyers::links::open(&state.shop, Purpose::Unsubscribe, token).await {
        Ok(Ok((_, who))) => Ok(who),
        Ok(Err(BadLink::Expired)) => Err(refuse(StatusCode::GONE, TrackProblem::LinkExpired)),
        Ok(Err(BadLink::Forged)) => Err(refuse(StatusCode::NOT_FOUND, TrackProblem::LinkForged)),
        Err(fault) => Err(Box::new(failed(state, language, &fault))),
    }
}

fn show(state: &AppState, headers: &HeaderMap, token: &str, who: &Who, leave: Leave) -> Response {
    let visit = visit(state, language(state, headers), &format!("/u/{token}"));
    page(StatusCode::OK, customer::unsubscribe_page(&visit, token, &who.masked(), leave))
}

fn after(
    state: &AppState,
    headers: &HeaderMap,
    token: &str,
    who: &Who,
    leave: Leave,
    done: Result<(), Fault>,
) -> Response {
    match done {
        Ok(()) => show(state, headers, token, who, leave),
        Err(fault) => failed(state, language(state, headers), &fault),
    }
}

/// A page with a button; for who has left already, with the way back.
pub(super) async fn ask(
    State(state): State<AppState>,
    Path(token): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    let who = match whose(&state, &headers, &token).await {
        Ok(who) => who,
        Err(answer) => return *answer,
    };
    if let Some(kept) = keep_language(&state, &wish, &format!("/u/{token}")) {
        return kept;
    }
    match buyers::is_unsubscribed(&state.shop, &who).await {
        Ok(left) => show(&state, &headers, &token, &who, if left { Leave::Left } else { Leave::Asks }),
        Err(fault) => failed(&state, language(&state, &headers), &fault),
    }
}

/// The click. The address alone says whose it is; what is in the body does not matter.
pub(super) async fn leave(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    match whose(&state, &headers, &token).await {
        Ok(who) => {
            let done = buyers::unsubscribe(&state.shop, &who).await;
            after(&state, &headers, &token, &who, Leave::Left, done)
        }
        Err(answer) => *answer,
    }
}

/// The way back.
pub(super) async fn again(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    match whose(&state, &headers, &token).await {
        Ok(who) => {
            let done = buyers::subscribe_again(&state.shop, &who).await;
            after(&state, &headers, &token, &who, Leave::Back, done)
        }
        Err(answer) => *answer,
    }
}
