//! Queries on `bulk` and `bulk_order`.

use serde_json::Value;
use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use super::{Action, BulkOutcome, BulkState, Selection};
use crate::{Fault, Language, Reason, clock::At, event::Source, history::Actor, ids::BulkId, staff::Person};

/// A bulk change as its jobs need it.
pub(super) struct Bulk {
    pub action: Action,
    pub actor: Actor,
    pub language: Language,
    pub held_until: Option<At>,
}

pub(super) async fn insert(
    conn: &mut PgConnection,
    id: BulkId,
    by: &Person,
    (action, selection): (&Action, &Selection),
    total: usize,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        // Whose it is: a person's, or a key's that does what an operator may.
        "insert into bulk (id, staff_id, api_key_id, actor, language, action, filter, total, created_at)
         values ($1, (select id from staff where id = $2), (select id from api_key where id = $2), $3, $4, $5, $6, $7, $8)",
        id.0,
        by.id.0,
        by.name,
        by.language.tag(),
        Json(action) as _,
        selection.filter().map(Json) as _,
        i32::try_from(total).unwrap_or(i32::MAX),
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// One order's prediction or outcome, ready to be written with others.
#[derive(Default)]
pub(super) struct Outcomes {
    pub ids: Vec<Uuid>,
    outcomes: Vec<&'static str>,
    reasons: Vec<Option<Value>>,
    befores: Vec<Option<Value>>,
    versions: Vec<Option<i64>>,
}

impl Outcomes {
    pub(super) fn push(
        &mut self,
        id: Uuid,
        outcome: BulkOutcome,
        reason: Option<&Reason>,
        change: Option<(Value, i64)>,
    ) -> Result<(), Fault> {
        self.ids.push(id);
        self.outcomes.push(outcome.as_str());
        self.reasons.push(reason.map(serde_json::to_value).transpose()?);
        let (before, version) = change.unzip();
        self.befores.push(before);
        self.versions.push(version);
        Ok(())
    }
}

pub(super) async fn predict(conn: &mut PgConnection, id: BulkId, all: &Outcomes) -> Result<(), Fault> {
    sqlx::query!(
        "insert into bulk_order (bulk_id, order_id, predicted, predicted_reason)
         select $1, x.id, x.outcome::bulk_outcome, x.reason from unnest($2::uuid[], $3::text[], $4::jsonb[]) as x (id, outcome, reason)",
        id.0,
        &all.ids,
        &all.outcomes as _,
        &all.reasons as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes outcomes of orders that wait for one: a second outcome for the same order is a mistake, and nothing is kept.
pub(super) async fn settle(conn: &mut PgConnection, id: BulkId, all: &Outcomes) -> Result<(), Fault> {
    let settled = sqlx::query!(
        "update bulk_order b set outcome = x.outcome::bulk_outcome, reason = x.reason, before = x.before, version = x.version
         from unnest($2::uuid[], $3::text[], $4::jsonb[], $5::jsonb[], $6::bigint[]) as x (id, outcome, reason, before, version)
         where b.bulk_id = $1 and b.order_id = x.id and b.outcome is null",
        id.0,
        &all.ids,
        &all.outcomes as _,
        &all.reasons as _,
        &all.befores as _,
        &all.versions as _,
    )
    .execute(conn)
    .await?;
    all_of(settled.rows_affected(), all)
}

pub(super) async fn settle_undo(conn: &mut PgConnection, id: BulkId, all: &Outcomes) -> Result<(), Fault> {
    let settled = sqlx::query!(
        "update bulk_order b set undo = x.outcome::bulk_outcome, undo_reason = x.reason
         from unnest($2::uuid[], $3::text[], $4::jsonb[]) as x (id, outcome, reason)
         where b.bulk_id = $1 and b.order_id = x.id and b.undo is null",
        id.0,
        &all.ids,
        &all.outcomes as _,
        &all.reasons as _,
    )
    .execute(conn)
    .await?;
    all_of(settled.rows_affected(), all)
}

fn all_of(written: u64, all: &Outcomes) -> Result<(), Fault> {
    if usize::try_from(written) == Ok(all.ids.len()) {
        return Ok(());
    }
    Err(Fault::Bug(anyhow::anyhow!("{written} of {} outcomes were written", all.ids.len())))
}

/// The bulk change while it stands in `state`; whoever wants to change that waits until this transaction ends.
pub(super) async fn in_state(
    conn: &mut PgConnection,
    id: BulkId,
    state: BulkState,
) -> Result<Option<Bulk>, Fault> {
    let row = sqlx::query!(
        r#"select action as "action: Json<Action>", actor, language, held_until from bulk where id = $1 and state = $2 for share"#,
        id.0,
        state as BulkState,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Bulk {
        action: row.action.0,
        actor: Actor { source: Source::Staff, name: Some(row.actor), request: None },
        language: Language::from_tag(&row.language).unwrap_or_default(),
        held_until: row.held_until,
    }))
}

/// Locks the next orders that wait for their outcome. One that somebody else holds is left for the next time.
pub(super) async fn take(conn: &mut PgConnection, id: BulkId, most: i64) -> Result<Vec<Uuid>, Fault> {
    let ids = sqlx::query_scalar!(
        "select b.order_id from bulk_order b join orders o on o.id = b.order_id
         where b.bulk_id = $1 and b.outcome is null
         order by b.order_id limit $2 for no key update of b, o skip locked",
        id.0,
        most,
    )
    .fetch_all(conn)
    .await?;
    Ok(ids)
}

/// Locks the next orders that wait to be given back, with what they are given and the version they must still be at.
pub(super) async fn take_back(
    conn: &mut PgConnection,
    id: BulkId,
    most: i64,
) -> Result<Vec<(Uuid, Value, i64)>, Fault> {
    let rows = sqlx::query!(
        r#"select b.order_id, coalesce(b.before, 'null') as "before!", coalesce(b.version, 0) as "version!"
           from bulk_order b join orders o on o.id = b.order_id
           where b.bulk_id = $1 and b.outcome = 'changed' and b.undo is null
           order by b.order_id limit $2 for no key update of b, o skip locked"#,
        id.0,
        most,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.order_id, row.before, row.version)).collect())
}

/// Ends the run when no order waits any more.
pub(super) async fn finish(conn: &mut PgConnection, id: BulkId, now: At) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update bulk set state = 'done', done_at = $2 where id = $1 and state = 'running'
             and not exists (select 1 from bulk_order where bulk_id = $1 and outcome is null)",
        id.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn finish_undo(conn: &mut PgConnection, id: BulkId, now: At) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update bulk set state = 'undone', undone_at = $2 where id = $1 and state = 'undoing'
             and not exists (select 1 from bulk_order where bulk_id = $1 and outcome = 'changed' and undo is null)",
        id.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}
