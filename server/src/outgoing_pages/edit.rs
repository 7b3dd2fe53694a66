//! An endpoint is written down, or changed. A refusal stands at its field and keeps what was typed.

use admin::{
    flows::{Desk, Fields},
    notices::Said,
    outgoing::{Typed, edit_page},
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Fault, Reason,
    ids::WebhookEndpointId,
    language::say,
    outbox::{self, EndpointDraft},
};
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::{endpoint, failed};
use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

/// An empty form. Its endpoint has an id already, so that sending it twice makes one.
pub(super) async fn new(Editing(desk): Editing) -> Answer {
    let typed = Typed::new(WebhookEndpointId::new(), false, EndpointDraft::default());
    Ok(page(&desk, StatusCode::OK, edit_page(&desk, &typed)))
}

/// Adds it, and shows its secret: now and never again.
pub(super) async fn add(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let fields = Fields(fields);
    let id = fields.get("key").parse().map_err(|_| StatusCode::BAD_REQUEST.into_response())?;
    let draft = Typed::read(&fields);
    match outbox::add(&state.shop, id, &draft).await {
        Ok(Some(secret)) => {
            let said = Said { good: Some(say(desk.person.language, "hooks-did-add")), bad: None };
            endpoint::shown(
                &state,
                &desk,
                id,
                Vec::new(),
                (StatusCode::OK, said, Some(secret.expose_secret())),
            )
            .await
        }
        Ok(None) => Ok(Redirect::to(&format!("/admin/webhooks/{id}")).into_response()),
        Err(fault) => refused(&desk, Typed::new(id, false, draft), fault),
    }
}

/// As it stands.
pub(super) async fn show(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
) -> Answer {
    let endpoint = outbox::endpoint(&state.shop, WebhookEndpointId(id)).await.map_err(failed)?;
    let typed = Typed::new(endpoint.id, true, endpoint.draft);
    Ok(page(&desk, StatusCode::OK, edit_page(&desk, &typed)))
}

/// Saves it.
pub(super) async fn save(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (id, draft) = (WebhookEndpointId(id), Typed::read(&Fields(fields)));
    match outbox::edit(&state.shop, id, &draft).await {
        Ok(()) => Ok(Redirect::to(&format!("/admin/webhooks/{id}?saved=1")).into_response()),
        Err(fault) => refused(&desk, Typed::new(id, true, draft), fault),
    }
}

fn refused(desk: &Desk, mut typed: Typed, fault: Fault) -> Result<Response, Response> {
    let Fault::Refused(reason) = fault else { return Err(failed(fault)) };
    let words = Some(reason.say(desk.person.language));
    match reason {
        Reason::TooLong { .. } => typed.bad_description = words,
        _ => typed.bad_url = words,
    }
    Ok(page(desk, StatusCode::UNPROCESSABLE_ENTITY, edit_page(desk, &typed)))
}
