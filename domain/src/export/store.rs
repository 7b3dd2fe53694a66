//! Every query on `export_run`.

use jiff::civil::Date;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{destination::Written, part::Part};
use crate::{Fault, clock::At};

/// A night's file as far as it is.
pub(super) struct Run {
    pub night: Date,
    pub until: At,
    pub after: Option<(At, Uuid)>,
    pub file: Written,
    /// What was read and is not in a part yet.
    pub carry: Vec<u8>,
    pub complete: bool,
}

/// Begins a night's file, once.
pub(super) async fn begin(conn: &mut PgConnection, night: Date, until: At) -> Result<Option<Uuid>, Fault> {
    let id = sqlx::query_scalar!(
        "insert into export_run (id, night, until) values ($1, $2::text::date, $3) on conflict (night) do nothing returning id",
        Uuid::now_v7(),
        night.to_string(),
        until as At,
    )
    .fetch_optional(conn)
    .await?;
    Ok(id)
}

/// A file that is not done; `None` when it is, or there is none.
pub(super) async fn open(conn: &mut PgConnection, id: Uuid) -> Result<Option<Run>, Fault> {
    let row = sqlx::query!(
        r#"select night::text as "night!", until, after_at as "after_at: At", after_id, bytes, upload_id, parts, carry, complete
           from export_run where id = $1 and done_at is null"#,
        id
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Run {
        night: row.night.parse().map_err(anyhow::Error::from)?,
        until: row.until,
        after: row.after_at.zip(row.after_id),
        file: Written { bytes: row.bytes, upload: row.upload_id, parts: row.parts },
        carry: row.carry,
        complete: row.complete,
    }))
}

/// Notes what the other side calls an upload that has begun; the first name stays.
pub(super) async fn keep_upload(conn: &mut PgConnection, id: Uuid, upload: &str) -> Result<(), Fault> {
    sqlx::query!("update export_run set upload_id = $2 where id = $1 and upload_id is null", id, upload)
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes that the other side has a part, and what of the pages read for it goes into the next.
pub(super) async fn advance(
    conn: &mut PgConnection,
    id: Uuid,
    file: &Written,
    part: &Part,
) -> Result<(), Fault> {
    sqlx::query!(
        "update export_run set after_at = $2, after_id = $3, rows = rows + $4, bytes = $5, parts = $6, carry = $7, complete = $8
         where id = $1",
        id,
        part.after.map(|(at, _)| at) as Option<At>,
        part.after.map(|(_, id)| id),
        part.rows,
        file.bytes,
        &file.parts,
        part.carry.as_slice(),
        part.last,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends a file.
pub(super) async fn end(conn: &mut PgConnection, id: Uuid, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update export_run set done_at = $2, upload_id = null, parts = '{}', carry = '' where id = $1",
        id,
        now as At
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Uploads that earlier nights began and never ended. A later night may be under way while one ends late.
pub(super) async fn begun(conn: &mut PgConnection, id: Uuid) -> Result<Vec<(Date, String)>, Fault> {
    let rows = sqlx::query!(
        r#"select night::text as "night!", upload_id as "upload!" from export_run
           where night < (select night from export_run where id = $1) and done_at is null
               and upload_id is not null
           order by night desc limit 30"#,
        id
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| Ok((row.night.parse().map_err(anyhow::Error::from)?, row.upload))).collect()
}

/// Forgets those uploads: they are gone.
pub(super) async fn forget(conn: &mut PgConnection, id: Uuid) -> Result<(), Fault> {
    sqlx::query!(
        "delete from export_run where night < (select night from export_run where id = $1) and done_at is null",
        id
    )
    .execute(conn)
    .await?;
    Ok(())
}
