//! `/admin/keys/{id}`: one key, and what administrators do with it.

use admin::{
    api_keys::{Flaws, KeyForm, OVERLAPS, Said, Shown, key_page},
    flows::{Desk, Fields},
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use domain::{api_key, ids::ApiKeyId, language::say};
use serde::Deserialize;
use uuid::Uuid;

use super::{failed, form};
use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    saved: Option<String>,
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
    Query(wish): Query<Wish>,
) -> Answer {
    let good = wish.saved.map(|_| say(desk.person.language, "keys-did-save"));
    shown(&state, &desk, ApiKeyId(id), (Said { good, bad: None }, None)).await
}

/// The page after a press: with what was said, and the secret where one was made.
pub(super) async fn shown(
    state: &AppState,
    desk: &Desk,
    id: ApiKeyId,
    (said, secret): (Said, Option<String>),
) -> Answer {
    drawn(state, desk, id, None, (said, secret)).await
}

async fn drawn(
    state: &AppState,
    desk: &Desk,
    id: ApiKeyId,
    typed: Option<(KeyForm, Flaws)>,
    (said, secret): (Said, Option<String>),
) -> Answer {
    let key = api_key::find(&state.shop, id).await.map_err(|fault| failed(&fault))?;
    let as_it_is = || (form::of(&key, &desk.about.zone), Flaws::new());
    let (form, flaws) = typed.unwrap_or_else(as_it_is);
    let status = if said.bad.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Shown { form, flaws, said, secret, rotation: Uuid::now_v7().to_string(), key };
    Ok(page(desk, status, key_page(desk, &shown)))
}

/// Changes, rotates or revokes it.
pub(super) async fn press(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (fields, id) = (Fields(fields), ApiKeyId(id));
    match fields.get("do") {
        "change" => change(&state, &desk, id, &fields).await,
        "rotate" => rotate(&state, &desk, id, &fields).await,
        "revoke" if fields.get("sure") == "1" => {
            api_key::revoke(&state.shop, id).await.map_err(|fault| failed(&fault))?;
            Ok(Redirect::to("/admin/keys?revoked=1").into_response())
        }
        _ => shown(&state, &desk, id, (Said::default(), None)).await,
    }
}

async fn change(state: &AppState, desk: &Desk, id: ApiKeyId, fields: &Fields) -> Answer {
    let language = desk.person.language;
    let typed = form::read(fields);
    match form::change(&typed, &desk.about.zone, language) {
        Ok(change) => {
            api_key::change(&state.shop, id, &change).await.map_err(|fault| failed(&fault))?;
            Ok(Redirect::to(&format!("/admin/keys/{id}?saved=1")).into_response())
        }
        Err(flaws) => {
            let said = Said { bad: Some(say(language, "keys-flawed")), good: None };
            drawn(state, desk, id, Some((typed, flaws)), (said, None)).await
        }
    }
}

async fn rotate(state: &AppState, desk: &Desk, id: ApiKeyId, fields: &Fields) -> Answer {
    let typed = fields.get("overlap").parse::<i64>().ok();
    let offered = typed.filter(|seconds| OVERLAPS.iter().any(|(overlap, _)| overlap == seconds));
    let Some(overlap) = offered else { return Err(StatusCode::BAD_REQUEST.into_response()) };
    let request = fields.get("rotation").parse().unwrap_or_else(|_| Uuid::now_v7());
    let secret = api_key::rotate(&state.shop, id, overlap, request).await.map_err(|fault| failed(&fault))?;
    let said = Said { good: Some(say(desk.person.language, "keys-did-rotate")), bad: None };
    shown(state, desk, id, (said, Some(secret))).await
}
