//! `GET` and `POST /api/orders/{number}/notes`: what staff write for staff.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Language, Shop,
    order::{self, LONGEST_NOTE, Note, Wish},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    super::{
        caller::{Clerk, RequestId},
        conditional::IfMatch,
        problem::Problem,
        read::{Body, Path},
        standing::find,
    },
    answer::Asking,
};

/// An order's notes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Notes {
    /// Oldest first.
    items: Vec<Note>,
}

/// A note to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewNote {
    /// The words.
    #[schema(min_length = 1, max_length = 4000)]
    text: String,
}

/// Every note, oldest first.
#[utoipa::path(
    get, path = "/api/orders/{number}/notes", operation_id = "listNotes", tag = "orders",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "The notes", body = Notes)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]))
)]
pub(super) async fn list_notes(
    State(shop): State<Shop>,
    _: Clerk,
    Path(number): Path<String>,
) -> Result<Json<Notes>, Problem> {
    let (id, _) = find(&shop, &number).await?;
    Ok(Json(Notes { items: order::notes(&shop, id).await? }))
}

/// Writes a note that only staff read. Once per `Idempotency-Key` in a day.
#[utoipa::path(
    post, path = "/api/orders/{number}/notes", operation_id = "addNote", tag = "orders",
    params(("number" = String, Path, description = "The order's number, or its id")),
    request_body = NewNote,
    responses((status = 201, description = "Written", body = Note)),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn add_note(
    State(shop): State<Shop>,
    Clerk(by): Clerk,
    request: RequestId,
    Path(number): Path<String>,
    Body(new): Body<NewNote>,
) -> Result<(StatusCode, Json<Note>), Problem> {
    let invalid = |flaw: String| Problem::invalid(vec![("/text".to_owned(), flaw)]);
    if new.text.trim().is_empty() {
        return Err(invalid(domain::Reason::EmptyNote.say(Language::En)));
    }
    if new.text.trim().chars().count() > LONGEST_NOTE {
        return Err(invalid(format!("is longer than {LONGEST_NOTE} characters")));
    }
    // Notes contradict nobody: no version has to be seen.
    let asking = Asking { by, request, seen: IfMatch(None) };
    let (id, version) = asking.for_wish(&shop, &number, &Wish::Note { text: new.text }).await?;
    let notes = order::notes(&shop, id).await?;
    let written = notes.into_iter().find(|note| note.version == version).ok_or(Fault::NotFound)?;
    Ok((StatusCode::CREATED, Json(written)))
}
