//! `/admin/keys`: every key, and a new one.

use admin::{
    api_keys::{Flaws, KeyForm, Said, list_page},
    flows::{Desk, Fields},
};
use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use domain::{
    api_key::{self, Scope},
    ids::ApiKeyId,
    language::say,
};
use serde::Deserialize;

use super::{failed, form, one};
use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    revoked: Option<String>,
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Query(wish): Query<Wish>,
) -> Answer {
    let good = wish.revoked.map(|_| say(desk.person.language, "keys-did-revoke"));
    // What a storefront needs is ticked already.
    let form = KeyForm { scopes: Scope::STOREFRONT.to_vec(), ..KeyForm::default() };
    let said = Said { good, bad: None };
    listed(&state, &desk, (ApiKeyId::new(), &form, &Flaws::new()), &said).await
}

async fn listed(state: &AppState, desk: &Desk, new: (ApiKeyId, &KeyForm, &Flaws), said: &Said) -> Answer {
    let keys = api_key::list(&state.shop).await.map_err(|fault| failed(&fault))?;
    let status = if said.bad.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(desk, status, list_page(desk, &keys, new, said)))
}

/// Makes a key and shows its secret. Pressed twice at once it is one key; sent again later, when it is in use, nothing is made.
pub(super) async fn make(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let fields = Fields(fields);
    let (language, now) = (desk.person.language, state.shop.clock.now());
    let typed = form::read(&fields);
    let id = fields.get("id").parse().unwrap_or_else(|_| ApiKeyId::new());
    let new = match form::new_key(&typed, &desk.about.zone, (now, language)) {
        Ok(new) => new,
        Err(flaws) => {
            let said = Said { bad: Some(say(language, "keys-flawed")), good: None };
            return listed(&state, &desk, (id, &typed, &flaws), &said).await;
        }
    };
    if api_key::find(&state.shop, id).await.is_ok_and(|there| there.last_used_at.is_some()) {
        return Ok(Redirect::to(&format!("/admin/keys/{id}")).into_response());
    }
    let secret = api_key::create(&state.shop, id, &new).await.map_err(|fault| failed(&fault))?;
    let said = Said { good: Some(say(language, "keys-did-make")), bad: None };
    one::shown(&state, &desk, id, (said, Some(secret))).await
}
