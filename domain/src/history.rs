//! Appends to an order's history, and with it everything that follows from the event.
//!
//! Called inside the transaction that made the event true. The event, the notices it causes and their jobs are therefore there
//! together or not at all.

use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::{
    Fault,
    clock::At,
    event::{Kind, Source},
    ids::OrderId,
    notice,
    order::Status,
};

/// Who did it.
#[derive(Debug, Clone)]
pub struct Actor {
    /// On whose side.
    pub source: Source,
    /// By name, when a person did.
    pub name: Option<String>,
    /// The program's request that asked for it: its repetition finds what was done.
    pub request: Option<Uuid>,
}

impl Actor {
    /// Somebody without a name.
    pub const fn of(source: Source) -> Self {
        Self { source, name: None, request: None }
    }

    /// The same, asked by a program's request.
    #[must_use]
    pub fn asked_by(self, request: Uuid) -> Self {
        Self { request: Some(request), ..self }
    }
}

/// An event about to be written.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Whose history.
    pub order: OrderId,
    /// The order's version after it.
    pub version: i64,
    /// What happened.
    pub kind: Kind,
    /// The headline before; `None` at birth.
    pub from: Option<Status>,
    /// The headline after.
    pub to: Status,
    /// The stage after.
    pub stage: Option<&'a str>,
    /// Whether it entered that stage, and the stage tells customers in its own words.
    pub tells: bool,
    /// Who did it.
    pub actor: &'a Actor,
    /// What else is worth keeping.
    pub payload: Value,
    /// When it happened.
    pub occurred_at: At,
    /// When we learnt it.
    pub recorded_at: At,
}

/// Writes the event, its notices and their jobs.
///
/// # Errors
/// When PostgreSQL refuses; a second event of the same version breaks the primary key.
pub async fn append(conn: &mut PgConnection, entry: Entry<'_>) -> Result<(), Fault> {
    let mut payload = entry.payload.clone();
    if let (Some(request), Some(kept)) = (entry.actor.request, payload.as_object_mut()) {
        kept.insert("request".to_owned(), json!(request));
    }
    sqlx::query!(
        "insert into event
             (order_id, version, kind, from_status, to_status, stage, source, actor, visibility, payload, occurred_at, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        entry.order.0,
        entry.version,
        entry.kind.as_str(),
        entry.from as Option<Status>,
        entry.to as Status,
        entry.stage,
        entry.actor.source as Source,
        entry.actor.name,
        entry.kind.visibility() as crate::event::Visibility,
        payload,
        entry.occurred_at as At,
        entry.recorded_at as At,
    )
    .execute(&mut *conn)
    .await?;
    notice::plan(conn, &entry).await
}

/// The order's version after the last event that a program's request caused; `None` while it has caused none. Called with the order locked.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn caused_by(conn: &mut PgConnection, order: OrderId, request: Uuid) -> Result<Option<i64>, Fault> {
    Ok(sqlx::query_scalar!(
        "select max(version) from event where order_id = $1 and payload->>'request' = $2",
        order.0,
        request.to_string(),
    )
    .fetch_one(conn)
    .await?)
}
