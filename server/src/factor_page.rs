//! `/admin/account/second-factor`: everybody's own second factor, turned on with a telephone, and off.

use admin::{
    flows::{Desk, Fields},
    notices::Said,
    team::{Flaws, codes_page, factor_page},
};
use axum::{
    Form, Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    Fault, Reason,
    language::say,
    staff::{Person, factor},
};

use crate::{
    account_page::{refused, token},
    desk::{Answer, page},
    state::AppState,
    team_pages::failed,
    workflow_pages::Looking,
};

const HERE: &str = "/admin/account/second-factor";

/// The door.
pub fn routes() -> Router<AppState> {
    Router::new().route(HERE, get(show).post(press))
}

/// What is offered. Looking offers nothing: who comes without having pressed the button is led to it.
async fn show(State(state): State<AppState>, Looking(desk): Looking, headers: HeaderMap) -> Answer {
    let token = token(&state, &headers);
    offered(&state, &desk, token, (StatusCode::OK, Flaws::new(), Said::default())).await
}

async fn offered(
    state: &AppState,
    desk: &Desk,
    token: &str,
    (status, flaws, said): (StatusCode, Flaws, Said),
) -> Answer {
    match factor::pending(&state.shop, &desk.person, token).await.map_err(|fault| failed(&fault))? {
        Some(offer) => Ok(page(desk, status, factor_page(desk, &offer, &flaws, &said))),
        None => Ok(to_account("")),
    }
}

fn to_account(did: &str) -> Response {
    Redirect::to(&format!("/admin/account{did}")).into_response()
}

async fn press(
    State(state): State<AppState>,
    Looking(desk): Looking,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (fields, shop, by) = (Fields(fields), &state.shop, &desk.person);
    let (password, token) = (fields.get("password").to_owned(), token(&state, &headers));
    let done = match fields.get("do") {
        "begin" => {
            factor::begin(shop, by, token, password).await.map(|()| Redirect::to(HERE).into_response())
        }
        "confirm" => return confirm(&state, &desk, by, token, fields.get("code")).await,
        "codes" => {
            factor::new_recovery_codes(shop, by, password).await.map(|codes| shown(&desk, "new", &codes))
        }
        "off" => factor::turn_off(shop, by, token, password).await.map(|()| to_account("?did=off")),
        _ => return Ok(to_account("")),
    };
    match done {
        Ok(answer) => Ok(answer),
        Err(Fault::Refused(reason)) => refused(&state, &desk, &headers, (&reason, "proof")).await,
        // It is off already, in another window.
        Err(Fault::NotFound) => Ok(to_account("")),
        Err(fault) => Err(failed(&fault)),
    }
}

async fn confirm(state: &AppState, desk: &Desk, by: &Person, token: &str, code: &str) -> Answer {
    let language = desk.person.language;
    match factor::confirm(&state.shop, by, token, code).await {
        Ok(codes) => Ok(shown(desk, "on", &codes)),
        Err(Fault::Refused(reason @ Reason::WrongFactor)) => {
            let flaws: Flaws = vec![("code", reason.say(language))];
            let said = Said { bad: Some(say(language, "team-flawed")), good: None };
            offered(state, desk, token, (StatusCode::UNPROCESSABLE_ENTITY, flaws, said)).await
        }
        Err(Fault::Refused(reason)) => {
            let said = Said { bad: Some(reason.say(language)), good: None };
            let answer =
                offered(state, desk, token, (StatusCode::TOO_MANY_REQUESTS, Flaws::new(), said)).await;
            answer.map(|answer| waiting(answer, &reason))
        }
        // Pressed twice: the first answer had the codes.
        Err(Fault::NotFound) => match factor::factor(&state.shop, by.id).await {
            Ok(on) => Ok(to_account(if on.is_some() { "?did=on" } else { "" })),
            Err(fault) => Err(failed(&fault)),
        },
        Err(fault) => Err(failed(&fault)),
    }
}

fn waiting(mut answer: Response, reason: &Reason) -> Response {
    if let Reason::TooMany { seconds } = reason {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    answer
}

/// The codes for paper, after `account-codes-on` or `account-codes-new`.
fn shown(desk: &Desk, after: &str, codes: &[String]) -> Response {
    let good = Some(say(desk.person.language, &format!("account-codes-{after}")));
    page(desk, StatusCode::OK, codes_page(desk, codes, &Said { good, bad: None }))
}
