//! Verb: a program reads what staff wrote about an order for staff.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{Fault, Shop, clock::At, event::Kind, ids::OrderId};

/// One note.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Note {
    /// The order's version with it: names the note within its order.
    pub version: i64,
    /// The words.
    pub text: String,
    /// Who wrote it: a person, or a program by its key's name.
    pub by: Option<String>,
    /// When.
    pub at: At,
}

/// An order's notes, oldest first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn notes(shop: &Shop, id: OrderId) -> Result<Vec<Note>, Fault> {
    Ok(sqlx::query_as!(
        Note,
        r#"select version, coalesce(payload->>'text', '') as "text!", actor as by, occurred_at as at
           from event where order_id = $1 and kind = $2 order by version"#,
        id.0,
        Kind::NoteAdded.as_str(),
    )
    .fetch_all(&shop.pool)
    .await?)
}
