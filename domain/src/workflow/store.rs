//! Every query on `workflow` and on the runs that move orders between its versions.

use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use super::{Definition, Mapping, PRESETS, Standing, preset};
use crate::{
    Fault, Language, Reason,
    clock::At,
    ids::{OrderId, WorkflowId},
    payment::PaymentStatus,
};

/// The newest version of a workflow; `None` when there is none of that key.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn current(conn: &mut PgConnection, key: &str) -> Result<Option<(WorkflowId, Definition)>, Fault> {
    Ok(newest(conn, key).await?.map(|version| (version.id, version.definition)))
}

/// One saved version.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its id.
    pub id: WorkflowId,
    /// Counts from 1.
    pub version: i32,
    /// What it says.
    pub definition: Definition,
    /// Who saved it; `None`: it came with Clew.
    pub saved_by: Option<String>,
}

/// The newest version, with who saved it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn newest(conn: &mut PgConnection, key: &str) -> Result<Option<Version>, Fault> {
    let row = sqlx::query!(
        r#"select id, version, definition as "definition: Json<Definition>", saved_by
           from workflow where key = $1 order by version desc limit 1"#,
        key
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Version {
        id: WorkflowId(row.id),
        version: row.version,
        definition: row.definition.0,
        saved_by: row.saved_by,
    }))
}

/// One version's definition; `None` when there is none.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn version(conn: &mut PgConnection, key: &str, version: i32) -> Result<Option<Definition>, Fault> {
    let found = sqlx::query_scalar!(
        r#"select definition as "definition: Json<Definition>" from workflow where key = $1 and version = $2"#,
        key,
        version
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|definition| definition.0))
}

/// A saved version as lists show it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The workflow.
    pub key: String,
    /// Which version.
    pub version: i32,
    /// What it says.
    pub definition: Definition,
    /// Who saved it.
    pub saved_by: Option<String>,
    /// When.
    pub created_at: At,
    /// Orders that stand in it and have not ended.
    pub open: i64,
}

/// Every version there is, the newest of each workflow first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(conn: &mut PgConnection) -> Result<Vec<Listed>, Fault> {
    let rows = sqlx::query!(
        r#"select w.key, w.version, w.definition as "definition: Json<Definition>", w.saved_by, w.created_at as "created_at: At",
               (select count(*) from orders o where o.workflow_id = w.id
                    and o.status not in ('delivered', 'cancelled', 'returned')) as "open!"
           from workflow w order by w.key, w.version desc"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Listed {
            key: row.key,
            version: row.version,
            definition: row.definition.0,
            saved_by: row.saved_by,
            created_at: row.created_at,
            open: row.open,
        })
        .collect())
}

/// Writes a version; false when there is one of that number already.
pub(super) async fn insert(
    conn: &mut PgConnection,
    key: &str,
    version: i32,
    definition: &Definition,
    by: &str,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into workflow (id, key, version, definition, created_at, saved_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (key, version) do nothing",
        WorkflowId::new().0,
        key,
        version,
        Json(definition) as Json<&Definition>,
        now as At,
        by,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Open orders of a workflow's older versions, grouped by all that decides their fate.
pub(super) struct OpenOrders {
    pub version: i32,
    pub definition: Definition,
    pub standing: Standing,
    pub count: i64,
}

pub(super) async fn open_orders(
    conn: &mut PgConnection,
    key: &str,
    newest: i32,
) -> Result<Vec<OpenOrders>, Fault> {
    let rows = sqlx::query!(
        r#"select w.version, w.definition as "definition: Json<Definition>", o.stage, o.payment as "payment: PaymentStatus",
               p.capture_method = 'manual' as "manual!", count(*) as "count!"
           from orders o join workflow w on w.id = o.workflow_id join payment p on p.order_id = o.id
           where w.key = $1 and w.version <> $2 and o.status not in ('delivered', 'cancelled', 'returned')
           group by w.id, o.stage, o.payment, p.capture_method order by w.version desc, o.stage"#,
        key,
        newest
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OpenOrders {
            version: row.version,
            definition: row.definition.0,
            standing: Standing { stage: row.stage, payment: row.payment, manual: row.manual },
            count: row.count,
        })
        .collect())
}

/// A run that moves orders.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its id.
    pub id: Uuid,
    /// The version they go to.
    pub workflow: WorkflowId,
    /// What it says.
    pub definition: Definition,
    /// Of which workflow.
    pub key: String,
    /// Where stages that are no more lead.
    pub mapping: Mapping,
    /// Who asked for it.
    pub asked_by: String,
    /// How many orders there were.
    pub total: i64,
    /// How many went.
    pub moved: i64,
    /// How many were refused.
    pub refused: i64,
    /// When it was done.
    pub done_at: Option<At>,
    reached: Option<Uuid>,
}

/// Writes a run down; false while another one to the same version is not done.
pub(super) async fn begin_run(
    conn: &mut PgConnection,
    id: Uuid,
    to: &Version,
    mapping: &Mapping,
    by: &str,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into workflow_move (id, workflow_id, mapping, asked_by, asked_at, total)
         select $1, $2, $3, $4, $5,
             (select count(*) from orders o join workflow w on w.id = o.workflow_id join workflow t on t.id = $2
              where w.key = t.key and w.id <> t.id and o.status not in ('delivered', 'cancelled', 'returned'))
         on conflict do nothing",
        id,
        to.id.0,
        Json(mapping) as Json<&Mapping>,
        by,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

macro_rules! run {
    ($conn:expr, $sql:literal, $id:expr) => {
        sqlx::query!(
            r#"select m.id, m.workflow_id, m.mapping as "mapping: Json<Mapping>", m.asked_by, m.total, m.moved, m.refused,
                   m.done_at as "done_at: At", m.reached, w.key, w.definition as "definition: Json<Definition>"
               from workflow_move m join workflow w on w.id = m.workflow_id "#
                + $sql,
            $id
        )
        .fetch_optional($conn)
        .await?
        .map(|row| Run {
            id: row.id,
            workflow: WorkflowId(row.workflow_id),
            definition: row.definition.0,
            key: row.key,
            mapping: row.mapping.0,
            asked_by: row.asked_by,
            total: row.total,
            moved: row.moved,
            refused: row.refused,
            done_at: row.done_at,
            reached: row.reached,
        })
    };
}

/// A run, locked: two workers never move one chunk.
pub(super) async fn lock_run(conn: &mut PgConnection, id: Uuid) -> Result<Run, Fault> {
    run!(conn, "where m.id = $1 for update of m", id).ok_or(Fault::NotFound)
}

/// The newest run of a workflow; `None` when there was none.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn newest_run(conn: &mut PgConnection, key: &str) -> Result<Option<Run>, Fault> {
    Ok(run!(conn, "where w.key = $1 order by m.asked_at desc limit 1", key))
}

/// Orders that did not go, and why: at most 200.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn refusals(conn: &mut PgConnection, run: Uuid) -> Result<Vec<(String, Reason)>, Fault> {
    let rows = sqlx::query!(
        r#"select o.number, r.reason as "reason: Json<Reason>" from workflow_move_refusal r join orders o on o.id = r.order_id
           where r.move_id = $1 order by o.number limit 200"#,
        run
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.number, row.reason.0)).collect())
}

pub(super) async fn next_orders(
    conn: &mut PgConnection,
    run: &Run,
    most: i64,
) -> Result<Vec<OrderId>, Fault> {
    let ids = sqlx::query_scalar!(
        "select o.id from orders o join workflow w on w.id = o.workflow_id
         where w.key = $1 and w.id <> $2 and o.status not in ('delivered', 'cancelled', 'returned')
             and ($3::uuid is null or o.id > $3) order by o.id limit $4",
        run.key,
        run.workflow.0,
        run.reached,
        most
    )
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(OrderId).collect())
}

pub(super) async fn note_refusal(
    conn: &mut PgConnection,
    run: Uuid,
    order: OrderId,
    reason: &Reason,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into workflow_move_refusal (move_id, order_id, reason) values ($1, $2, $3) on conflict do nothing",
        run,
        order.0,
        Json(reason) as Json<&Reason>,
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(super) async fn progress(
    conn: &mut PgConnection,
    run: Uuid,
    reached: Option<OrderId>,
    (moved, refused): (usize, usize),
    done_at: Option<At>,
) -> Result<(), Fault> {
    sqlx::query!(
        "update workflow_move set reached = coalesce($2, reached), moved = moved + $3, refused = refused + $4, done_at = $5
         where id = $1",
        run,
        reached.map(|order| order.0),
        moved as i64,
        refused as i64,
        done_at as Option<At>,
    )
    .execute(conn)
    .await?;
    Ok(())
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
pub async fn definitions(conn: &mut PgConnection) -> Result<Vec<(String, Definition)>, Fault> {
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
        definitions(conn).await?.into_iter().flat_map(|(_, workflow)| workflow.stages).collect();
    stages.sort_by_key(|stage| stage.status);
    let mut found: Vec<(String, String)> = Vec::new();
    for stage in stages {
        if !found.iter().any(|(key, _)| *key == stage.key) {
            found.push((stage.key, stage.label.get(language).to_owned()));
        }
    }
    Ok(found)
}
