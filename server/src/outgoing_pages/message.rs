//! One message: as it was sent, what was answered, and whether it is sent again.

use admin::{flows::Desk, notices::Said, outgoing::message_page};
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use domain::{
    ids::{WebhookEndpointId, WebhookMessageId},
    language::say_with,
    outbox::{self, MessageState, Which},
};
use serde::Deserialize;
use uuid::Uuid;

use super::failed;
use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

type Ids = Path<(Uuid, Uuid)>;

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path((endpoint, message)): Ids,
) -> Answer {
    let ids = (WebhookEndpointId(endpoint), WebhookMessageId(message));
    shown(&state, &desk, ids, Said::default()).await
}

async fn shown(
    state: &AppState,
    desk: &Desk,
    (endpoint, message): (WebhookEndpointId, WebhookMessageId),
    said: Said,
) -> Answer {
    let shop = &state.shop;
    let message = outbox::message(shop, endpoint, message).await.map_err(failed)?;
    let attempts = outbox::attempts(shop, message.id).await.map_err(failed)?;
    let endpoint = outbox::endpoint(shop, endpoint).await.map_err(failed)?;
    // Until it was sent the page looks again by itself.
    let soon = message.state == MessageState::Pending && message.attempts <= 1 && !message.behind;
    let waits = soon && (attempts.is_empty() || message.attempts == 0);
    let html = message_page(desk, &endpoint, &message, &attempts, &said);
    let mut response = page(desk, StatusCode::OK, html);
    if waits && (endpoint.disabled.is_none() || message.order.is_none()) {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

#[derive(Debug, Deserialize)]
pub(super) struct Press {
    #[serde(rename = "do")]
    what: String,
}

/// A button. Where it leads, the page may look again by itself: not by sending the form anew.
pub(super) async fn press(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path((endpoint, message)): Ids,
    Form(press): Form<Press>,
) -> Answer {
    let (endpoint, message) = (WebhookEndpointId(endpoint), WebhookMessageId(message));
    let (shop, by, which) = (&state.shop, Some(&*desk.person.name), Which::One { message });
    let (done, key) = match &*press.what {
        "resend" => (outbox::resend(shop, endpoint, which, by, Uuid::now_v7()).await, "hooks-did-resend"),
        "skip" => (outbox::skip(shop, endpoint, which, by).await, "hooks-did-skip"),
        _ => return Err(StatusCode::BAD_REQUEST.into_response()),
    };
    let good = say_with(desk.person.language, key, vec![("count", done.map_err(failed)?.into())]);
    let mut response =
        shown(&state, &desk, (endpoint, message), Said { good: Some(good), bad: None }).await?;
    let here = format!("2; url=/admin/webhooks/{endpoint}/messages/{message}");
    if response.headers().contains_key(header::REFRESH)
        && let Ok(again) = HeaderValue::from_str(&here)
    {
        response.headers_mut().insert(header::REFRESH, again);
    }
    Ok(response)
}
