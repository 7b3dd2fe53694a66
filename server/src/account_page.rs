//! `/admin/account`: everybody's own account: their password, their second factor, and where they are signed in.

use admin::{
    flows::{Desk, Fields},
    notices::Said,
    team::{Flaws, Own, account_page},
};
use axum::{
    Form, Router,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect},
    routing::get,
};
use domain::{Fault, Reason, language::say, staff};
use serde::Deserialize;

use crate::{
    cookies,
    desk::{Answer, page},
    staff_doors::{browser, let_in},
    state::AppState,
    team_pages::failed,
    workflow_pages::Looking,
};

/// The door.
pub fn routes() -> Router<AppState> {
    Router::new().route("/admin/account", get(show).post(press))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    did: String,
}

async fn show(
    State(state): State<AppState>,
    Looking(desk): Looking,
    headers: HeaderMap,
    Query(wish): Query<Wish>,
) -> Answer {
    let did = ["password", "end", "others", "on", "off"].into_iter().find(|did| *did == wish.did);
    let good = did.map(|did| say(desk.person.language, &format!("account-did-{did}")));
    let said = Said { good, bad: None };
    drawn(&state, &desk, &headers, (StatusCode::OK, said, Flaws::new())).await
}

async fn drawn(
    state: &AppState,
    desk: &Desk,
    headers: &HeaderMap,
    (status, said, flaws): (StatusCode, Said, Flaws),
) -> Answer {
    let (shop, who) = (&state.shop, desk.person.id);
    let colleague = staff::colleague(shop, who).await.map_err(|fault| failed(&fault))?;
    let sessions = staff::sessions(shop, who, token(state, headers)).await.map_err(|fault| failed(&fault))?;
    let factor = staff::factor::factor(shop, who).await.map_err(|fault| failed(&fault))?;
    let own = Own { colleague, sessions, factor, flaws, said };
    Ok(page(desk, status, account_page(desk, &own)))
}

/// This browser's own session.
pub(crate) fn token<'a>(state: &AppState, headers: &'a HeaderMap) -> &'a str {
    cookies::session_of(headers, state.door.secure).unwrap_or_default()
}

async fn press(
    State(state): State<AppState>,
    Looking(desk): Looking,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (fields, shop, by) = (Fields(fields), &state.shop, &desk.person);
    let word = fields.get("do");
    let done = match word {
        "password" => {
            let (current, new) = (fields.get("current").to_owned(), fields.get("new").to_owned());
            match staff::change_password(shop, by, &browser(&headers), current, new).await {
                Ok(token) => return Ok(let_in(&state, &token, "/admin/account?did=password")),
                Err(fault) => Err(fault),
            }
        }
        "end" => match fields.get("session").parse() {
            Ok(session) => staff::end_session(shop, by, session).await,
            Err(_) => return Err(StatusCode::BAD_REQUEST.into_response()),
        },
        "others" => staff::end_other_sessions(shop, by, token(&state, &headers)).await,
        _ => return Ok(Redirect::to("/admin/account").into_response()),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/admin/account?did={word}")).into_response()),
        Err(Fault::Refused(reason)) => refused(&state, &desk, &headers, (&reason, "current")).await,
        Err(fault) => Err(failed(&fault)),
    }
}

/// The page with why not. `field` is where the password was typed that is not right.
pub(crate) async fn refused(
    state: &AppState,
    desk: &Desk,
    headers: &HeaderMap,
    (reason, field): (&Reason, &'static str),
) -> Answer {
    let language = desk.person.language;
    let flaws: Flaws = match reason {
        Reason::WrongPassword => vec![(field, say(language, "account-wrong-current"))],
        Reason::WeakPassword => vec![("new", reason.say(language))],
        _ => Flaws::new(),
    };
    let bad = if flaws.is_empty() { reason.say(language) } else { say(language, "team-flawed") };
    let said = Said { bad: Some(bad), good: None };
    let Reason::TooMany { seconds } = reason else {
        return drawn(state, desk, headers, (StatusCode::UNPROCESSABLE_ENTITY, said, flaws)).await;
    };
    let mut answer = drawn(state, desk, headers, (StatusCode::TOO_MANY_REQUESTS, said, flaws)).await?;
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    Ok(answer)
}
