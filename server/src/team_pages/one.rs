//! `/admin/team/{id}`: one colleague, and what administrators do with their account.

use admin::{
    flows::{Desk, Fields},
    notices::Said,
    team::{ColleagueForm, Flaws, Shown, colleague_page},
};
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use domain::{
    Fault, Reason,
    ids::StaffId,
    language::say,
    staff::{self, AccountState, Colleague, ColleagueChange, Role},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{failed, form};
use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    did: String,
}

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
    Query(wish): Query<Wish>,
) -> Answer {
    let did = ["change", "end", "reset", "close", "reopen"].into_iter().find(|did| *did == wish.did);
    let good = did.map(|did| say(desk.person.language, &format!("team-did-{did}")));
    shown(&state, &desk, StaffId(id), (Said { good, bad: None }, None)).await
}

/// The page after a press: with what was said, and the link where one was made.
pub(super) async fn shown(
    state: &AppState,
    desk: &Desk,
    id: StaffId,
    (said, link): (Said, Option<String>),
) -> Answer {
    drawn(state, desk, id, None, (said, link)).await
}

async fn drawn(
    state: &AppState,
    desk: &Desk,
    id: StaffId,
    typed: Option<(ColleagueForm, Flaws)>,
    (said, link): (Said, Option<String>),
) -> Answer {
    let colleague = staff::colleague(&state.shop, id).await.map_err(|fault| failed(&fault))?;
    let history = staff::history(&state.shop, id).await.map_err(|fault| failed(&fault))?;
    let mail = staff::mailed(&state.shop, id).await.map_err(|fault| failed(&fault))?;
    let last_admin = is_last(state, desk, &colleague).await.map_err(|fault| failed(&fault))?;
    let (form, flaws) = typed.unwrap_or_else(|| (form::of(&colleague), Flaws::new()));
    let status = if said.bad.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Shown { colleague, form, flaws, said, link, mail, last_admin, history };
    Ok(page(desk, status, colleague_page(desk, &shown)))
}

/// Whether the shop would be without an administrator. With somebody else's account it never would: whoever looks is one.
async fn is_last(state: &AppState, desk: &Desk, colleague: &Colleague) -> Result<bool, Fault> {
    if colleague.id != desk.person.id {
        return Ok(false);
    }
    let team = staff::team(&state.shop).await?;
    let stays = |other: &Colleague| {
        other.id != colleague.id && other.role == Role::Admin && other.state == AccountState::Active
    };
    Ok(!team.iter().any(stays))
}

/// Changes it, invites again, signs its owner out, takes their second factor away, closes or reopens it.
pub(super) async fn press(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (fields, id, by) = (Fields(fields), StaffId(id), &desk.person);
    let word = fields.get("do");
    let done = match word {
        "change" => return change(&state, &desk, id, &fields).await,
        "again" => return again(&state, &desk, id).await,
        "end" => staff::end_sessions(&state.shop, by, id).await,
        "reset" => {
            let password = fields.get("password").to_owned();
            staff::factor::reset(&state.shop, by, id, password).await
        }
        "close" if fields.get("sure") == "1" => staff::close(&state.shop, by, id).await,
        "reopen" => staff::reopen(&state.shop, by, id).await,
        _ => return shown(&state, &desk, id, (Said::default(), None)).await,
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/admin/team/{id}?did={word}")).into_response()),
        Err(fault) => refused(&state, &desk, id, &fault).await,
    }
}

async fn change(state: &AppState, desk: &Desk, id: StaffId, fields: &Fields) -> Answer {
    let language = desk.person.language;
    let typed = form::read(fields, language);
    let change = ColleagueChange { name: typed.name.clone(), role: typed.role, version: typed.version };
    match staff::change(&state.shop, &desk.person, id, &change).await {
        // Who gave up their own right to look at this page sees what is left to them.
        Ok(()) if id == desk.person.id && typed.role < Role::Admin => {
            Ok(Redirect::to("/admin/account").into_response())
        }
        Ok(()) => Ok(Redirect::to(&format!("/admin/team/{id}?did=change")).into_response()),
        Err(Fault::Refused(reason @ Reason::NameMissing)) => {
            let flaws: Flaws = vec![("name", reason.say(language))];
            let said = Said { bad: Some(say(language, "team-flawed")), good: None };
            drawn(state, desk, id, Some((typed, flaws)), (said, None)).await
        }
        Err(fault) => refused(state, desk, id, &fault).await,
    }
}

async fn again(state: &AppState, desk: &Desk, id: StaffId) -> Answer {
    match staff::invite_again(&state.shop, &desk.person, id).await {
        Ok(link) => {
            let said = Said { good: Some(say(desk.person.language, "team-did-again")), bad: None };
            shown(state, desk, id, (said, Some(link))).await
        }
        Err(fault) => refused(state, desk, id, &fault).await,
    }
}

/// The account as it is now, and why nothing was done.
async fn refused(state: &AppState, desk: &Desk, id: StaffId, fault: &Fault) -> Answer {
    if !matches!(fault, Fault::Refused(_) | Fault::Conflict(_)) {
        return Err(failed(fault));
    }
    let said = Said { bad: Some(fault.say(desk.person.language)), good: None };
    shown(state, desk, id, (said, None)).await
}
