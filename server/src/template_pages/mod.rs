//! The doors of the templates' editor: plain pages and forms under `/admin/templates`. Everybody of the shop may look, and see what a
//! draft would say; administrators save.

mod visit;

use admin::{
    Viewer,
    templates::{Fill, Typed, list_page},
};
use axum::{
    Extension, Form, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    middleware,
    response::IntoResponse,
    routing::get,
};
use domain::notice::template::{self, Draft};
use serde::Deserialize;

use self::visit::{Visit, desk, failed};
use crate::{
    admin_pages::see_who,
    desk::{Answer, page},
    state::AppState,
};

/// The doors.
pub fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/admin/templates", get(list))
        .route("/admin/templates/{kind}/{channel}", get(show).post(press))
        .layer(middleware::from_fn_with_state(state.clone(), see_who))
}

/// The extension [`see_who`] leaves.
type Who = Extension<Viewer>;

async fn list(State(state): State<AppState>, Extension(viewer): Who) -> Answer {
    let desk = desk(&state, viewer)?;
    let rows = template::list(&state.shop).await.map_err(|fault| failed(&fault, desk.person.language))?;
    Ok(page(&desk, StatusCode::OK, list_page(&desk, &rows)))
}

/// What an address of the editor wishes to see.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    lang: String,
    version: Option<i32>,
    done: String,
}

async fn show(
    State(state): State<AppState>,
    Extension(viewer): Who,
    Path(at): Path<(String, String)>,
    Query(wish): Query<Wish>,
) -> Answer {
    let mut visit = Visit::of(state, viewer, at, &wish).await?;
    if let Some(old) = wish.version.filter(|version| *version != visit.page.version) {
        let version = visit.page.versions.iter().find(|version| version.version == old);
        let draft = version.and_then(|version| version.draft.clone());
        visit.typed.draft = draft.ok_or_else(|| StatusCode::NOT_FOUND.into_response())?;
        visit.said.old = Some(old);
    }
    let version = visit.page.version.to_string();
    visit.said.good = match wish.done.as_str() {
        "saved" => visit.name("editor-saved", version),
        "rolled-back" => visit.name("editor-rolled-back", version),
        "built-in" => visit.t("editor-built-in-done"),
        _ => None,
    };
    visit.answer(StatusCode::OK).await
}

/// The form as it comes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    r#do: String,
    seen: i32,
    subject: Option<String>,
    body: Option<String>,
    fill: String,
    order: String,
    to: Option<String>,
}

async fn press(
    State(state): State<AppState>,
    Extension(viewer): Who,
    Path(at): Path<(String, String)>,
    Query(wish): Query<Wish>,
    Form(posted): Form<Posted>,
) -> Answer {
    let mut visit = Visit::of(state, viewer, at, &wish).await?;
    // The history's buttons send no words: what is stored then stands in the fields.
    let typed = Draft {
        subject: posted
            .subject
            .map_or_else(|| visit.typed.draft.subject.clone(), |words| one_kind_of_line(&words)),
        body: posted.body.map_or_else(|| visit.typed.draft.body.clone(), |words| one_kind_of_line(&words)),
    };
    visit.said.unsaved = typed != visit.page.draft;
    visit.typed = Typed {
        draft: typed,
        seen: posted.seen,
        fill: Fill::of(&posted.fill),
        order: posted.order,
        to: posted.to.unwrap_or(visit.typed.to),
    };
    let (shop, key, seen) = (visit.state.shop.clone(), visit.page.key, posted.seen);
    let by = visit.desk.person.clone();
    let back = posted.r#do.strip_prefix("roll-back-").and_then(|version| version.parse().ok());
    // What it goes back to stands in the fields, should it not come to that.
    let version = visit.page.versions.iter().find(|version| Some(version.version) == back);
    if let Some(draft) = version.and_then(|version| version.draft.clone()) {
        visit.typed.draft = draft;
    }
    match (posted.r#do.as_str(), back) {
        ("save", _) => {
            let saved = template::save(&shop, &by, key, &visit.typed.draft, seen).await;
            visit.written(saved, "saved").await
        }
        ("built-in", _) => {
            visit.written(template::roll_back(&shop, &by, key, 0, seen).await, "built-in").await
        }
        (_, Some(version)) => {
            visit.written(template::roll_back(&shop, &by, key, version, seen).await, "rolled-back").await
        }
        ("test", _) => visit.tried_out().await,
        // Enter in a field, and any other word: it only shows.
        _ => visit.answer(StatusCode::OK).await,
    }
}

/// A browser ends lines with CR LF; places in a text are counted without.
fn one_kind_of_line(text: &str) -> String {
    text.replace("\r\n", "\n")
}
