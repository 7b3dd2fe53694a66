//! `/my/preferences`: shows what was chosen, keeps what is. `/p/{token}` is the way there from a mail.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use customer::{Done, PhonePart, PreferencesView, TrackProblem};
use domain::{
    Fault,
    customer::{self as buyers, Flaw, PreferencesForm, Who},
    notice::Channel,
    secret::{BadLink, Purpose},
};
use serde::Deserialize;

use super::{
    super::{failed, language, page, push, visit},
    whose,
};
use crate::{cookies, state::AppState};

/// The address of the page.
pub(super) const PATH: &str = "/my/preferences";

/// A secret in an address is exchanged at once for a cookie and a clean address.
pub(super) async fn exchange(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let language = language(&state, &headers);
    let refuse = |status, problem| {
        page(status, customer::track_page(&visit(&state, language, "/track"), Some(problem)))
    };
    match buyers::links::open(&state.shop, Purpose::Preferences, &token).await {
        Ok(Ok((order, _))) => {
            let expires = state.shop.clock.now().plus(cookies::PREFERENCES_LAST);
            let token = state.shop.secret.sign_order(Purpose::PreferencesCookie, order, expires);
            let cookie = cookies::preferences(&token, state.door.secure);
            ([(header::SET_COOKIE, cookie)], Redirect::to(PATH)).into_response()
        }
        Ok(Err(BadLink::Expired)) => refuse(StatusCode::GONE, TrackProblem::LinkExpired),
        Ok(Err(BadLink::Forged)) => refuse(StatusCode::NOT_FOUND, TrackProblem::LinkForged),
        Err(fault) => failed(&state, language, &fault),
    }
}

/// What was just done, in which language.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    done: Option<String>,
    lang: Option<String>,
}

pub(super) async fn show(
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let (who, session) = match whose(&state, &headers).await {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    if let Some(wished) = wanted.lang.as_deref().and_then(domain::Language::from_tag) {
        let cookie = cookies::language(wished, state.door.secure);
        return ([(header::SET_COOKIE, cookie)], Redirect::to(PATH)).into_response();
    }
    let answer = Answer { done: wanted.done.as_deref().and_then(Done::parse), ..Answer::default() };
    respond(&state, &headers, &who, session, answer).await
}

/// What the page says beside what is saved.
#[derive(Default)]
pub(super) struct Answer {
    /// What was just done.
    pub done: Option<Done>,
    /// What was typed into the form, where something is wrong with it.
    pub typed: Option<(PreferencesForm, Vec<Flaw>)>,
    /// What was typed for a number, and what is wrong with it or the code.
    pub phone: Option<(String, String)>,
    /// What to answer with, where not 200.
    pub status: Option<StatusCode>,
}

pub(super) async fn respond(
    state: &AppState,
    headers: &HeaderMap,
    who: &Who,
    session: bool,
    answer: Answer,
) -> Response {
    let language = language(state, headers);
    match view(state, who, session, &answer).await {
        Ok(view) => {
            let status = answer.status.unwrap_or(StatusCode::OK);
            page(status, customer::preferences_page(&visit(state, language, PATH), &view))
        }
        Err(fault) => failed(state, language, &fault),
    }
}

async fn view(
    state: &AppState,
    who: &Who,
    signed_in: bool,
    answer: &Answer,
) -> Result<PreferencesView, Fault> {
    let saved = buyers::read(&state.shop, who).await?;
    let channels = channels(state);
    let phone = channels.contains(&Channel::Sms).then(|| {
        let (typed, problem) = answer.phone.clone().unzip();
        PhonePart { phone: saved.phone.clone(), typed: typed.unwrap_or_default(), problem }
    });
    let (form, flaws) = answer
        .typed
        .clone()
        .unwrap_or_else(|| (PreferencesForm::showing(&state.shop, &saved, &channels), Vec::new()));
    Ok(PreferencesView {
        email: who.masked(),
        form,
        flaws,
        done: answer.done,
        phone,
        unsubscribed: saved.unsubscribed,
        signed_in,
    })
}

/// What this shop can tell over.
fn channels(state: &AppState) -> Vec<Channel> {
    let has = |channel: &Channel| match channel {
        Channel::Sms => false,
        Channel::Push => push::key(state).is_some(),
        Channel::Email | Channel::InApp => true,
    };
    domain::customer::Topic::CHANNELS.into_iter().filter(has).collect()
}

pub(super) async fn save(
    State(state): State<AppState>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let (who, session) = match whose(&state, &headers).await {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let form = PreferencesForm::of(fields);
    let kept = async {
        let before = buyers::read(&state.shop, &who).await?;
        match form.read(&before) {
            Ok(wish) => buyers::save(&state.shop, &who, &wish).await.map(Ok),
            Err(flaws) => Ok::<_, Fault>(Err(flaws)),
        }
    };
    match kept.await {
        Ok(Ok(())) => done(Done::Saved),
        Ok(Err(flaws)) => {
            let status = Some(StatusCode::UNPROCESSABLE_ENTITY);
            let answer = Answer { typed: Some((form, flaws)), status, ..Answer::default() };
            respond(&state, &headers, &who, session, answer).await
        }
        Err(fault) => failed(&state, language(&state, &headers), &fault),
    }
}

/// Back to the page, which says what was done: reloading it does nothing again.
pub(super) fn done(what: Done) -> Response {
    Redirect::to(&format!("{PATH}?done={}", what.as_str())).into_response()
}
