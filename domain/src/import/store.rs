//! Every query on `import` and `import_entry`.

use serde_json::Value;
use sqlx::{PgConnection, types::Json};

use super::{
    ImportKind, ImportOutcome, ImportState, Problem, Upload,
    entry::{Body, Entry},
};
use crate::{Fault, clock::At, event::Source, history::Actor, ids::ImportId, staff::Person};

/// Longest name of a file that is kept.
const NAME: usize = 120;

pub(super) async fn insert(
    conn: &mut PgConnection,
    id: ImportId,
    by: &Person,
    upload: &Upload,
    now: At,
) -> Result<(), Fault> {
    let name: String = upload.name.chars().filter(|c| !c.is_control()).take(NAME).collect();
    sqlx::query!(
        "insert into import (id, staff_id, actor, kind, file, tells, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        by.id.0,
        by.name,
        upload.kind as ImportKind,
        name,
        upload.tells,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps a batch with what it would do.
pub(super) async fn keep(
    conn: &mut PgConnection,
    id: ImportId,
    batch: &[Entry],
    outcomes: &[ImportOutcome],
) -> Result<(), Fault> {
    let lines: Vec<i32> = batch.iter().map(|entry| i32::try_from(entry.line).unwrap_or(i32::MAX)).collect();
    let keys: Vec<&str> = batch.iter().map(|entry| entry.key.as_str()).collect();
    let bodies = batch.iter().map(|entry| entry.body.as_ref().map(serde_json::to_value).transpose());
    let bodies: Vec<Option<Value>> = bodies.collect::<Result<_, _>>()?;
    let problems = batch.iter().map(|entry| serde_json::to_value(&entry.problems));
    let problems: Vec<Value> = problems.collect::<Result<_, _>>()?;
    let words: Vec<&str> = outcomes.iter().map(|outcome| outcome.as_str()).collect();
    sqlx::query!(
        "insert into import_entry (import_id, line, key, body, predicted, problems)
         select $1, x.line, x.key, x.body, x.predicted::import_outcome, x.problems
         from unnest($2::integer[], $3::text[], $4::jsonb[], $5::text[], $6::jsonb[]) as x (line, key, body, predicted, problems)",
        id.0,
        &lines,
        &keys as _,
        &bodies as _,
        &words as _,
        &problems,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Lets it run; false when it runs or ran, or there is none.
pub(super) async fn begin(conn: &mut PgConnection, id: ImportId, now: At) -> Result<bool, Fault> {
    let begun = sqlx::query!(
        "update import set state = 'running', started_at = coalesce(started_at, $2) where id = $1 and state = 'checked'",
        id.0,
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    if begun.rows_affected() == 0 {
        sqlx::query_scalar!("select id from import where id = $1", id.0)
            .fetch_optional(conn)
            .await?
            .ok_or(Fault::NotFound)?;
    }
    Ok(begun.rows_affected() == 1)
}

/// It was given up: somebody may start it again.
pub(super) async fn halt(conn: &mut PgConnection, id: ImportId) -> Result<(), Fault> {
    sqlx::query!("update import set state = 'checked' where id = $1 and state = 'running'", id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// An import that runs.
pub(super) struct Running {
    pub by: Actor,
    pub tells: bool,
}

pub(super) async fn running(conn: &mut PgConnection, id: ImportId) -> Result<Option<Running>, Fault> {
    let row = sqlx::query!(
        "select actor, tells from import where id = $1 and state = $2",
        id.0,
        ImportState::Running as ImportState,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Running {
        by: Actor { name: Some(row.actor), ..Actor::of(Source::Staff) },
        tells: row.tells,
    }))
}

/// An entry that waits to be brought in.
pub(super) struct Waiting {
    pub line: i32,
    pub key: String,
    pub body: Body,
}

/// The next entries that wait, in the file's order.
pub(super) async fn waiting(conn: &mut PgConnection, id: ImportId, most: i64) -> Result<Vec<Waiting>, Fault> {
    let rows = sqlx::query!(
        r#"select line, key, body as "body!: Json<Body>" from import_entry
           where import_id = $1 and done_at is null and predicted <> 'wrong' order by line limit $2"#,
        id.0,
        most,
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter();
    Ok(rows.map(|row| Waiting { line: row.line, key: row.key, body: row.body.0 }).collect())
}

/// Notes an entry as done, once: true when nobody had. Its body is not kept any longer.
pub(super) async fn done(
    conn: &mut PgConnection,
    id: ImportId,
    line: i32,
    (outcome, problem): (ImportOutcome, Option<&Problem>),
    now: At,
) -> Result<bool, Fault> {
    let problems = serde_json::to_value(problem.into_iter().collect::<Vec<_>>())?;
    let noted = sqlx::query!(
        "update import_entry set outcome = $3, problems = problems || $4, done_at = $5, body = null
         where import_id = $1 and line = $2 and done_at is null",
        id.0,
        line,
        outcome as ImportOutcome,
        problems,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// Ends it when no entry waits any more.
pub(super) async fn finish(conn: &mut PgConnection, id: ImportId, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update import set state = 'done', done_at = $2 where id = $1 and state = 'running' and not exists
             (select 1 from import_entry where import_id = $1 and done_at is null and predicted <> 'wrong')",
        id.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
