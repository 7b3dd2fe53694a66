//! The doors of the rules: who is told what. Everybody of the shop may look; administrators save.

use admin::{
    flows::Desk,
    notice_rules::{Shown, rules_page},
};
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    Fault,
    notice::{
        Channel, NoticeKind,
        rules::{self, EVERYWHERE, Rule},
    },
    workflow,
};
use serde::Deserialize;

use crate::{desk::page, state::AppState, workflow_pages::Looking};

const LARGEST: usize = 64 * 1024;

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new().route("/admin/notices/rules", get(show).post(save).layer(DefaultBodyLimit::max(LARGEST)))
}

#[derive(Debug, Default, Deserialize)]
struct Wish {
    workflow: Option<String>,
    saved: Option<String>,
}

impl Wish {
    fn of(&self) -> &str {
        self.workflow.as_deref().unwrap_or(EVERYWHERE)
    }
}

async fn show(State(state): State<AppState>, Looking(desk): Looking, Query(wish): Query<Wish>) -> Response {
    match shown(&state, &desk, &wish).await {
        Ok(shown) => page(&desk, StatusCode::OK, rules_page(&desk, &shown)),
        Err(fault) => failed(&desk, &fault),
    }
}

async fn shown(state: &AppState, desk: &Desk, wish: &Wish) -> Result<Shown, Fault> {
    let mut conn = state.shop.pool.acquire().await?;
    let workflows = workflow::store::definitions(&mut conn).await?;
    let workflows: Vec<_> = workflows
        .into_iter()
        .map(|(key, workflow)| (key, workflow.name.get(desk.person.language).to_owned()))
        .collect();
    let of = wish.of();
    if of != EVERYWHERE && workflows.iter().all(|(key, _)| key != of) {
        return Err(Fault::NotFound);
    }
    Ok(Shown {
        workflows,
        of: of.to_owned(),
        said: rules::read(&mut conn, of).await?,
        general: rules::read(&mut conn, EVERYWHERE).await?,
        saved: wish.saved.is_some(),
    })
}

/// `shipped.sms=off`; what is no rule is left out.
fn read(fields: &[(String, String)]) -> Vec<(NoticeKind, Channel, Rule)> {
    let rules = fields.iter().filter_map(|(name, value)| {
        let (kind, channel) = name.split_once('.')?;
        Some((NoticeKind::parse(kind)?, Channel::parse(channel)?, Rule::parse(value)?))
    });
    rules.collect()
}

async fn save(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Query(wish): Query<Wish>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    match rules::save(&state.shop, &desk.person, wish.of(), &read(&fields)).await {
        Ok(()) if wish.of() == EVERYWHERE => Redirect::to("/admin/notices/rules?saved=1").into_response(),
        Ok(()) => {
            Redirect::to(&format!("/admin/notices/rules?workflow={}&saved=1", wish.of())).into_response()
        }
        Err(fault) => failed(&desk, &fault),
    }
}

fn failed(desk: &Desk, fault: &Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        Fault::Refused(reason) => (StatusCode::FORBIDDEN, reason.say(desk.person.language)).into_response(),
        _ => {
            tracing::error!(%fault, "the page of the rules failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
