//! `/admin/notices/{id}`: one message as it was sent, and what staff do about one that was not.

use admin::notices::{Said, message_page};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
};
use domain::{
    Fault, Reason,
    ids::NoticeId,
    language::say,
    notice::{
        self,
        log::{self, html_as_sent},
    },
};
use serde::Deserialize;
use uuid::Uuid;

use super::{Looking, failed, frame::framed, page};
use crate::{desk::Answer, state::AppState};

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(id): Path<Uuid>,
) -> Answer {
    let message = log::message(&state.shop, &desk.person, NoticeId(id)).await;
    let message = message.map_err(|fault| failed(&fault))?;
    Ok(page(&desk, StatusCode::OK, message_page(&desk, message, &Said::default())))
}

/// Its HTML, for the frame.
pub(super) async fn html(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(id): Path<Uuid>,
) -> Answer {
    let html = html_as_sent(&state.shop, &desk.person, NoticeId(id)).await;
    html.map(|html| framed(&html, None)).map_err(|fault| failed(&fault))
}

#[derive(Debug, Deserialize)]
pub(super) struct Press {
    #[serde(rename = "do")]
    what: String,
    #[serde(default)]
    to: String,
}

/// What staff decide about it. A refusal stands on the page.
pub(super) async fn press(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(id): Path<Uuid>,
    Form(press): Form<Press>,
) -> Answer {
    let (shop, by, id) = (&state.shop, &desk.person, NoticeId(id));
    let (done, good) = match press.what.as_str() {
        "retry" => (notice::retry(shop, by, id).await, "log-did-retry"),
        "readdress" => (notice::readdress(shop, by, id, &press.to).await, "log-did-readdress"),
        "discard" => (notice::discard(shop, by, id).await, "log-did-discard"),
        "take-back" => (notice::discard(shop, by, id).await, "by-hand-did-take-back"),
        "lift" => (notice::unspare(shop, by, id).await, "log-did-lift"),
        _ => return Err(StatusCode::BAD_REQUEST.into_response()),
    };
    let language = desk.person.language;
    let (status, said) = match done {
        Ok(()) => (StatusCode::OK, Said { good: Some(say(language, good)), ..Said::default() }),
        Err(Fault::Refused(reason)) if reason != Reason::RoleTooLow => {
            let said = Said { bad: Some(reason.say(language)), ..Said::default() };
            (StatusCode::UNPROCESSABLE_ENTITY, said)
        }
        Err(fault) => return Err(failed(&fault)),
    };
    let message = log::message(shop, by, id).await.map_err(|fault| failed(&fault))?;
    Ok(page(&desk, status, message_page(&desk, message, &said)))
}
