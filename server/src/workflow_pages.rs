//! The workflow editor's doors: plain pages and forms under `/admin/workflows`. Everybody of the shop may look; administrators save.

use std::collections::BTreeMap;

use admin::flows::{Desk, Draft, Fields, Press, Said, editor_page, list_page, moving_page};
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, FromRequestParts, Multipart, Path, Query, State, multipart::MultipartError},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    Fault, Language, Reason,
    language::{say, say_with},
    staff::Role,
    workflow::{self, Definition, Saved, store},
};
use serde::{Deserialize, Serialize};

use crate::{
    desk::{Answer, page, signed_in},
    state::AppState,
};

/// Bytes of an uploaded form; a workflow of twenty stages has a tenth of that.
const LARGEST: usize = 256 * 1024;

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin/workflows", get(list).post(import).layer(DefaultBodyLimit::max(LARGEST)))
        .route("/admin/workflows/new", get(copy).post(press))
        .route("/admin/workflows/{key}", get(show).post(press))
        .route("/admin/workflows/{key}/json", get(export))
        .route("/admin/workflows/{key}/move", get(plan).post(run))
}

/// Whoever looks, with what every page needs.
pub(crate) struct Looking(pub(crate) Desk);

impl FromRequestParts<AppState> for Looking {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let desk = signed_in(state, &parts.headers).await.map_err(|fault| failed(&fault))?;
        desk.map(Self).ok_or_else(|| {
            let next = format!("/admin/sign-in?next={}", parts.uri.path());
            Redirect::to(&next).into_response()
        })
    }
}

/// An administrator.
pub(crate) struct Editing(pub(crate) Desk);

impl FromRequestParts<AppState> for Editing {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let Looking(desk) = Looking::from_request_parts(parts, state).await?;
        match desk.person.must_be(Role::Admin) {
            Ok(()) => Ok(Self(desk)),
            Err(reason) => {
                let words = reason.say(desk.person.language);
                Err((StatusCode::FORBIDDEN, words).into_response())
            }
        }
    }
}

fn failed(fault: &Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        _ => {
            tracing::error!(%fault, "a page of the workflow editor failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn list(State(state): State<AppState>, Looking(desk): Looking) -> Answer {
    listed(&state, &desk, None, "").await
}

async fn listed(state: &AppState, desk: &Desk, problem: Option<String>, pasted: &str) -> Answer {
    let mut conn = state.shop.pool.acquire().await.map_err(|error| failed(&error.into()))?;
    let versions = store::list(&mut conn).await.map_err(|fault| failed(&fault))?;
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(desk, status, list_page(desk, &versions, problem, pasted)))
}

#[derive(Debug, Default, Deserialize)]
struct Wish {
    version: Option<i32>,
    saved: Option<i32>,
    from: Option<String>,
}

async fn newest(state: &AppState, key: &str) -> Result<store::Version, Response> {
    let mut conn = state.shop.pool.acquire().await.map_err(|error| failed(&error.into()))?;
    let newest = store::newest(&mut conn, key).await.map_err(|fault| failed(&fault))?;
    newest.ok_or_else(|| StatusCode::NOT_FOUND.into_response())
}

async fn show(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(key): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    let newest = newest(&state, &key).await?;
    let language = desk.person.language;
    let mut said = Said::default();
    let mut draft = Draft { key, seen: newest.version, definition: newest.definition };
    if let Some(version) = wish.version.filter(|version| *version != draft.seen) {
        let mut conn = state.shop.pool.acquire().await.map_err(|error| failed(&error.into()))?;
        let old = store::version(&mut conn, &draft.key, version).await.map_err(|fault| failed(&fault))?;
        draft.definition = old.ok_or_else(|| StatusCode::NOT_FOUND.into_response())?;
        draft.seen = version;
        said.bad = Some(say(language, "flow-old"));
    }
    said.good = wish
        .saved
        .map(|version| say_with(language, "flow-saved", vec![("name", version.to_string().into())]));
    Ok(page(&desk, StatusCode::OK, editor_page(&desk, &draft, &said)))
}

/// A new workflow begins as a copy of one there is.
async fn copy(State(state): State<AppState>, Editing(desk): Editing, Query(wish): Query<Wish>) -> Answer {
    let from = wish.from.unwrap_or_else(|| "standard".to_owned());
    let definition = newest(&state, &from).await?.definition;
    let draft = Draft { key: format!("{from}-2"), seen: 0, definition };
    let said = Said { unsaved: true, ..Said::default() };
    Ok(page(&desk, StatusCode::OK, editor_page(&desk, &draft, &said)))
}

async fn press(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let fields = Fields(fields);
    let mut draft = Draft::of(&fields);
    let language = desk.person.language;
    let press = Press::of(fields.get("do"));
    let tab = Language::from_tag(fields.get("tab"));
    let mut said = Said { unsaved: true, tab, ..Said::default() };
    match press {
        Press::Save => {
            match workflow::save(&state.shop, &desk.person, &draft.key, &draft.definition, draft.seen).await {
                Ok(Saved::Version(version)) => {
                    let to = format!("/admin/workflows/{}?saved={version}", draft.key);
                    return Ok(Redirect::to(&to).into_response());
                }
                Ok(Saved::Same(_)) => {
                    said.good = Some(say(language, "flow-same"));
                    said.unsaved = false;
                }
                Ok(Saved::Flawed(flaws)) => {
                    said.bad = Some(say(language, "flow-flawed"));
                    said.flaws = flaws;
                }
                Err(Fault::Refused(reason)) => said.bad = Some(reason.say(language)),
                Err(fault) => return Err(failed(&fault)),
            }
        }
        Press::Check => {
            said.flaws = draft.definition.flaws();
            let good = said.flaws.is_empty();
            *(if good { &mut said.good } else { &mut said.bad }) =
                Some(say(language, if good { "flow-checked" } else { "flow-flawed" }));
        }
        other => draft.press(other),
    }
    let status = if said.bad.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(&desk, status, editor_page(&desk, &draft, &said)))
}

/// A workflow as a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exported {
    key: String,
    definition: Definition,
}

async fn export(State(state): State<AppState>, Looking(_): Looking, Path(key): Path<String>) -> Answer {
    let newest = newest(&state, &key).await?;
    let exported = Exported { key, definition: newest.definition };
    let text = serde_json::to_string_pretty(&exported).map_err(|error| failed(&error.into()))?;
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    let name = format!("attachment; filename=\"workflow-{}.json\"", exported.key);
    if let Ok(name) = header::HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok((headers, text).into_response())
}

/// The chosen file, or else what was pasted.
async fn uploaded(mut form: Multipart) -> Result<String, MultipartError> {
    let mut pasted = String::new();
    while let Some(field) = form.next_field().await? {
        let (file, bytes) = (field.name() == Some("file"), field.bytes().await?);
        // What is not text is no JSON either, and is refused as such.
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if !file {
            pasted = text;
        } else if !bytes.is_empty() {
            return Ok(text);
        }
    }
    Ok(pasted)
}

/// What was uploaded or pasted opens in the editor with everything that is wrong with it; nothing is saved.
async fn import(State(state): State<AppState>, Editing(desk): Editing, form: Multipart) -> Answer {
    let language = desk.person.language;
    let json = match uploaded(form).await {
        Ok(json) => json,
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return listed(&state, &desk, Some(say(language, "flow-import-large")), "").await;
        }
        Err(error) => return Err(error.into_response()),
    };
    let read = serde_json::from_str::<Exported>(&json)
        .map_err(|error| Reason::NoWorkflow { line: error.line() })
        .and_then(|read| if workflow::good_key(&read.key) { Ok(read) } else { Err(Reason::BadWorkflowKey) });
    let exported = match read {
        Ok(exported) => exported,
        Err(reason) => return listed(&state, &desk, Some(reason.say(language)), &json).await,
    };
    let mut conn = state.shop.pool.acquire().await.map_err(|error| failed(&error.into()))?;
    let there = store::newest(&mut conn, &exported.key).await.map_err(|fault| failed(&fault))?;
    let draft = Draft {
        key: exported.key,
        seen: there.map_or(0, |there| there.version),
        definition: exported.definition,
    };
    let flaws = draft.definition.flaws();
    let bad = (!flaws.is_empty()).then(|| say(language, "flow-flawed"));
    let said = Said { flaws, bad, unsaved: true, ..Said::default() };
    Ok(page(&desk, StatusCode::OK, editor_page(&desk, &draft, &said)))
}

/// `map.old_stage=new_stage`, of a query or a form.
fn mapping(fields: &[(String, String)]) -> workflow::Mapping {
    let pairs = fields.iter().filter_map(|(name, value)| {
        let from = name.strip_prefix("map.")?;
        (!value.is_empty()).then(|| (from.to_owned(), value.clone()))
    });
    pairs.collect::<BTreeMap<_, _>>()
}

async fn plan(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(key): Path<String>,
    Query(fields): Query<Vec<(String, String)>>,
) -> Answer {
    planned(&state, &desk, &key, &mapping(&fields), None).await
}

async fn planned(
    state: &AppState,
    desk: &Desk,
    key: &str,
    mapping: &workflow::Mapping,
    problem: Option<String>,
) -> Answer {
    let to = newest(state, key).await?.definition;
    let plan = workflow::plan_move(&state.shop, key, mapping, desk.person.language).await;
    let plan = plan.map_err(|fault| failed(&fault))?;
    let mut conn = state.shop.pool.acquire().await.map_err(|error| failed(&error.into()))?;
    let run = match store::newest_run(&mut conn, key).await.map_err(|fault| failed(&fault))? {
        Some(run) => {
            let refused = store::refusals(&mut conn, run.id).await.map_err(|fault| failed(&fault))?;
            Some((run, refused))
        }
        None => None,
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let html = moving_page(desk, key, &to, (&plan, mapping), run.as_ref(), problem);
    let mut response = page(desk, status, html);
    // Until it is done the page looks again by itself.
    if run.is_some_and(|(run, _)| run.done_at.is_none()) {
        response.headers_mut().insert(header::REFRESH, header::HeaderValue::from_static("2"));
    }
    Ok(response)
}

async fn run(
    State(state): State<AppState>,
    Editing(desk): Editing,
    Path(key): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let mapping = mapping(&fields);
    match workflow::move_orders(&state.shop, &desk.person, &key, &mapping).await {
        Ok(_) => Ok(Redirect::to(&format!("/admin/workflows/{key}/move")).into_response()),
        Err(Fault::Refused(reason)) => {
            planned(&state, &desk, &key, &mapping, Some(reason.say(desk.person.language))).await
        }
        Err(fault) => Err(failed(&fault)),
    }
}
