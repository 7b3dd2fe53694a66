//! Plans the messages an event causes, in the event's own transaction.

use sqlx::PgConnection;

use super::{overtake, tell::tell, wish::Cause};
use crate::{Fault, event::Kind, history::Entry};

/// Writes the notices of an event and their jobs, and takes back those that wait and are true no more. The unique index on (event,
/// recipient, channel) is the rule; a second plan for the same event adds nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn plan(conn: &mut PgConnection, entry: &Entry<'_>) -> Result<(), Fault> {
    let cause = Cause::of(entry);
    if entry.kind == Kind::Recalled {
        let back = std::iter::once((entry.order, entry.version, entry.to));
        overtake::recalled(conn, back, entry.recorded_at).await?;
    }
    if cause.moves() {
        overtake::untrue(conn, std::iter::once((entry.order, entry.version, entry.to))).await?;
    }
    tell(conn, &cause.wishes(), entry.recorded_at, None).await
}
