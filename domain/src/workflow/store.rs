//! Every query on `workflow`.

use sqlx::{PgConnection, types::Json};

use super::{Definition, PRESETS, preset};
use crate::{Fault, Language, clock::At, ids::WorkflowId};

/// The newest version of a workflow; `None` when there is none of that key.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn current(conn: &mut PgConnection, key: &str) -> Result<Option<(WorkflowId, Definition)>, Fault> {
    let row = sqlx::query!(
        r#"select id, definition as "definition: Json<Definition>" from workflow where key = $1 order by version desc limit 1"#,
        key
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (WorkflowId(row.id), row.definition.0)))
}

/// Installs the shipped workflows where a key has no version yet; what the shop has edited stays as it is.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn install_presets(conn: &mut PgConnection, now: At) -> Result<(), Fault> {
    for key in PRESETS {
        let Some(definition) = preset(key) else { continue };
        sqlx::query!(
            "insert into workflow (id, key, version, definition, created_at)
             select $1, $2, 1, $3, $4 where not exists (select 1 from workflow where key = $2)
             on conflict do nothing",
            WorkflowId::new().0,
            key,
            Json(&definition) as Json<&Definition>,
            now as At,
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// The newest version of every workflow with its key, by key.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn newest(conn: &mut PgConnection) -> Result<Vec<(String, Definition)>, Fault> {
    let rows = sqlx::query!(
        r#"select distinct on (key) key, definition as "definition: Json<Definition>" from workflow order by key, version desc"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.key, row.definition.0)).collect())
}

/// Every stage there is: key, and label in one language; in the order in which orders pass them.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn stages(conn: &mut PgConnection, language: Language) -> Result<Vec<(String, String)>, Fault> {
    let mut stages: Vec<_> =
        newest(conn).await?.into_iter().flat_map(|(_, workflow)| workflow.stages).collect();
    stages.sort_by_key(|stage| stage.status);
    let mut found: Vec<(String, String)> = Vec::new();
    for stage in stages {
        if !found.iter().any(|(key, _)| *key == stage.key) {
            found.push((stage.key, stage.label.get(language).to_owned()));
        }
    }
    Ok(found)
}
