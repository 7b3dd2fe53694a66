//! The import's doors: plain pages and forms under `/admin/import`. Administrators only: what is imported is money nobody can check, and
//! prices.

use admin::{
    flows::Desk,
    imports::{Sent, import_page, upload_page},
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Multipart, Path, State, multipart::MultipartError},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{
    Fault, Reason,
    ids::ImportId,
    import::{self, ImportKind, ImportState, Refusal, Upload},
};
use uuid::Uuid;

use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

/// What stands around the file in a form.
const AROUND: usize = 64 * 1024;

/// The doors.
pub fn routes() -> Router<AppState> {
    let most = DefaultBodyLimit::max(import::LARGEST + AROUND);
    Router::new()
        .route("/admin/import", get(list).post(upload).layer(most))
        .route("/admin/import/sample/{kind}", get(sample))
        .route("/admin/import/{id}", get(show).post(start))
        .route("/admin/import/{id}/problems.csv", get(problems))
}

fn failed(fault: &Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        _ => {
            tracing::error!(%fault, "a page of the import failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn list(State(state): State<AppState>, Editing(desk): Editing) -> Answer {
    listed(&state, &desk, &Sent::default(), None).await
}

async fn listed(state: &AppState, desk: &Desk, sent: &Sent, refusal: Option<&Refusal>) -> Answer {
    let recent = import::recent(&state.shop, &desk.person).await.map_err(|fault| failed(&fault))?;
    let status = match refusal {
        None => StatusCode::OK,
        Some(Refusal::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let said = refusal.map(|refusal| refusal.say(desk.person.language));
    Ok(page(desk, status, upload_page(desk, sent, &recent, said)))
}

/// A file that says beforehand that it is too large is refused before any of it is read; one that does not say, as soon as it is.
async fn upload(
    State(state): State<AppState>,
    Editing(desk): Editing,
    headers: HeaderMap,
    form: Multipart,
) -> Answer {
    let said =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if said.is_some_and(|bytes| bytes > import::LARGEST + AROUND) {
        return listed(&state, &desk, &Sent::default(), Some(&Refusal::TooLarge)).await;
    }
    let (mut sent, mut upload) = (
        Sent::default(),
        Upload { kind: ImportKind::Orders, name: String::new(), bytes: Vec::new(), tells: false },
    );
    match read(form, &mut sent, &mut upload).await {
        Ok(true) => {}
        Ok(false) => return listed(&state, &desk, &sent, Some(&Refusal::TooLarge)).await,
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return listed(&state, &desk, &sent, Some(&Refusal::TooLarge)).await;
        }
        Err(error) => return Err(error.into_response()),
    }
    match import::check(&state.shop, &desk.person, &upload).await {
        Ok(Ok(id)) => Ok(Redirect::to(&format!("/admin/import/{id}")).into_response()),
        Ok(Err(refusal)) => listed(&state, &desk, &sent, Some(&refusal)).await,
        Err(fault) => Err(failed(&fault)),
    }
}

/// The form's fields, the file among them piece by piece; false as soon as it is too large.
async fn read(mut form: Multipart, sent: &mut Sent, upload: &mut Upload) -> Result<bool, MultipartError> {
    while let Some(mut field) = form.next_field().await? {
        match field.name() {
            Some("file") => {
                upload.name = field.file_name().unwrap_or_default().to_owned();
                while let Some(piece) = field.chunk().await? {
                    if upload.bytes.len() + piece.len() > import::LARGEST {
                        return Ok(false);
                    }
                    upload.bytes.extend_from_slice(&piece);
                }
            }
            Some("kind") => {
                upload.kind = ImportKind::parse(&field.text().await?).unwrap_or(ImportKind::Orders);
                sent.kind = Some(upload.kind);
            }
            Some("tells") => (upload.tells, sent.tells) = (true, true),
            _ => {}
        }
    }
    Ok(true)
}

async fn show(State(state): State<AppState>, Editing(desk): Editing, Path(id): Path<Uuid>) -> Answer {
    shown(&state, &desk, ImportId(id), None).await
}

async fn shown(state: &AppState, desk: &Desk, id: ImportId, problem: Option<String>) -> Answer {
    let import = import::page(&state.shop, &desk.person, id).await.map_err(|fault| failed(&fault))?;
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = page(desk, status, import_page(desk, &import, problem));
    // Until it is done the page looks again by itself.
    if import.state == ImportState::Running {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

async fn start(State(state): State<AppState>, Editing(desk): Editing, Path(id): Path<Uuid>) -> Answer {
    match import::start(&state.shop, &desk.person, ImportId(id)).await {
        // Pressed twice is pressed once.
        Ok(()) | Err(Fault::Refused(Reason::BulkBegun)) => {
            Ok(Redirect::to(&format!("/admin/import/{id}")).into_response())
        }
        Err(Fault::Refused(reason)) => {
            shown(&state, &desk, ImportId(id), Some(reason.say(desk.person.language))).await
        }
        Err(fault) => Err(failed(&fault)),
    }
}

fn file(name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

async fn problems(State(state): State<AppState>, Editing(desk): Editing, Path(id): Path<Uuid>) -> Answer {
    let bytes = import::problems_csv(&state.shop, &desk.person, ImportId(id)).await;
    Ok(file("problems.csv", bytes.map_err(|fault| failed(&fault))?))
}

async fn sample(Editing(_): Editing, Path(kind): Path<String>) -> Answer {
    let kind = kind.strip_suffix(".csv").and_then(ImportKind::parse);
    let kind = kind.ok_or_else(|| StatusCode::NOT_FOUND.into_response())?;
    Ok(file(&format!("{}.csv", kind.as_str()), import::sample(kind).into_bytes()))
}
