//! Who works here: for lists of people to choose from.

use sqlx::PgConnection;

use crate::{Fault, ids::StaffId};

/// Everybody who can sign in, by name.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn everybody(conn: &mut PgConnection) -> Result<Vec<(StaffId, String)>, Fault> {
    let rows =
        sqlx::query!("select id, name from staff where disabled_at is null and password_hash is not null order by name, id limit 500")
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().map(|row| (StaffId(row.id), row.name)).collect())
}
