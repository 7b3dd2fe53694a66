//! `/admin/team`: everybody, and an invitation.

use admin::{
    flows::{Desk, Fields},
    notices::Said,
    team::{ColleagueForm, Flaws, list_page},
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use domain::{
    Fault, Reason,
    ids::StaffId,
    language::say,
    staff::{self, AccountState},
};

use super::{failed, form, one};
use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

/// The page.
pub(super) async fn show(State(state): State<AppState>, Editing(desk): Editing) -> Answer {
    let form = form::empty(state.shop.about.language);
    listed(&state, &desk, (StaffId::new(), &form, &Flaws::new()), &Said::default()).await
}

async fn listed(
    state: &AppState,
    desk: &Desk,
    new: (StaffId, &ColleagueForm, &Flaws),
    said: &Said,
) -> Answer {
    let team = staff::team(&state.shop).await.map_err(|fault| failed(&fault))?;
    let status = if said.bad.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(desk, status, list_page(desk, &team, new, said)))
}

/// Invites somebody and shows the link. Pressed twice at once it is one account; sent again later, when it is in use, nothing happens.
pub(super) async fn invite(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (fields, language) = (Fields(fields), desk.person.language);
    let typed = form::read(&fields, state.shop.about.language);
    let id = fields.get("id").parse().unwrap_or_else(|_| StaffId::new());
    let flawed = Said { bad: Some(say(language, "team-flawed")), good: None };
    let new = match form::new_colleague(&typed, language) {
        Ok(new) => new,
        Err(flaws) => return listed(&state, &desk, (id, &typed, &flaws), &flawed).await,
    };
    let id = match staff::colleague(&state.shop, id).await {
        // Back, and typed anew: somebody else is meant.
        Ok(there) if there.email.to_lowercase() != new.email.to_lowercase() => StaffId::new(),
        Ok(there) if there.state != AccountState::Invited => {
            return Ok(Redirect::to(&format!("/admin/team/{id}")).into_response());
        }
        _ => id,
    };
    match staff::invite(&state.shop, &desk.person, id, &new).await {
        Ok(link) => {
            let said = Said { good: Some(say(language, "team-did-invite")), bad: None };
            one::shown(&state, &desk, id, (said, Some(link))).await
        }
        Err(Fault::Refused(reason @ Reason::EmailTaken)) => {
            let flaws: Flaws = vec![("email", reason.say(language))];
            listed(&state, &desk, (id, &typed, &flaws), &flawed).await
        }
        Err(Fault::Refused(reason)) => {
            let said = Said { bad: Some(reason.say(language)), good: None };
            listed(&state, &desk, (id, &typed, &Flaws::new()), &said).await
        }
        Err(fault) => Err(failed(&fault)),
    }
}
