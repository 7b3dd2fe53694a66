//! Writes what [`super::apply`] decided: the row by compare-and-set, the event, and what follows from it, in the caller's
//! transaction.

use serde_json::Value;
use sqlx::PgConnection;

use super::{Change, State, Step, apply, enter, store, store::Order};
use crate::{
    Fault, Language,
    clock::At,
    event::Kind,
    fault::Changed,
    history::{self, Actor, Entry},
    parcel,
    workflow::Action,
};

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// Written; the order has this version now.
    Moved(i64),
    /// It was so already; nothing was written.
    Already,
}

/// Applies a change to a locked order and writes it with its event. `order` then stands as written.
///
/// # Errors
/// [`Fault::Refused`] when the rules say no, [`Fault::Conflict`] when somebody was faster.
pub async fn change(
    conn: &mut PgConnection,
    order: &mut Order,
    change: &Change,
    actor: &Actor,
    payload: Value,
    (occurred_at, now): (At, At),
    language: Language,
) -> Result<Recorded, Fault> {
    let (to, kind) = match apply(&order.state, change, &order.workflow, language) {
        Step::Moved(to, kind) => (to, kind),
        Step::Already => return Ok(Recorded::Already),
        Step::Refused(reason) => return Err(reason.into()),
    };
    let schedule = order.schedule.after((&order.state, &to), &order.workflow, &order.opening, now);
    if !store::compare_and_set(conn, order, &to, (occurred_at, now), &schedule).await? {
        return Err(conflict(conn, order).await?);
    }
    order.schedule = schedule;
    let ends = to.status.is_end() && !order.state.status.is_end();
    let entered = kind != Kind::WorkflowChanged && to.stage != order.state.stage;
    let stage = to.stage.as_deref().filter(|_| entered && kind != Kind::Recalled);
    let tells =
        stage.and_then(|key| order.workflow.stage(key)).is_some_and(|stage| stage.does(Action::Notify));
    let recorded = append(conn, order, (kind, tells), to, actor, payload, (occurred_at, now)).await?;
    if entered {
        enter::follow(conn, order, now).await?;
    }
    if ends {
        parcel::judge_again(conn, &[order.id.0]).await?;
    }
    Ok(recorded)
}

/// Writes an event that moves nothing: a note, a box, an alarm. `order` then stands as written.
///
/// # Errors
/// [`Fault::Conflict`] when somebody was faster.
pub async fn fact(
    conn: &mut PgConnection,
    order: &mut Order,
    kind: Kind,
    actor: &Actor,
    payload: Value,
    (occurred_at, now): (At, At),
) -> Result<Recorded, Fault> {
    if !store::touch(conn, order, now).await? {
        return Err(conflict(conn, order).await?);
    }
    let state = order.state.clone();
    append(conn, order, (kind, false), state, actor, payload, (occurred_at, now)).await
}

/// Records news that is worth an event of this kind whether or not it moves the order.
///
/// # Errors
/// As [`change`].
pub async fn news(
    conn: &mut PgConnection,
    order: &mut Order,
    (heard, kind): (&Change, Kind),
    actor: &Actor,
    payload: Value,
    at: (At, At),
) -> Result<Recorded, Fault> {
    match change(conn, order, heard, actor, payload.clone(), at, Language::En).await? {
        Recorded::Already => fact(conn, order, kind, actor, payload, at).await,
        moved @ Recorded::Moved(_) => Ok(moved),
    }
}

async fn append(
    conn: &mut PgConnection,
    order: &mut Order,
    (kind, tells): (Kind, bool),
    to: State,
    actor: &Actor,
    payload: Value,
    (occurred_at, recorded_at): (At, At),
) -> Result<Recorded, Fault> {
    let version = order.version + 1;
    let entry = Entry {
        order: order.id,
        version,
        kind,
        from: Some(order.state.status),
        to: to.status,
        stage: to.stage.as_deref(),
        tells,
        actor,
        payload,
        occurred_at,
        recorded_at,
    };
    history::append(conn, entry).await?;
    order.version = version;
    order.state = to;
    Ok(Recorded::Moved(version))
}

/// Whether nothing has contradicted what a person saw at version `seen`. What happened [`Kind::BESIDE`] the order since contradicts nobody.
///
/// # Errors
/// [`Fault::Conflict`] when something has.
pub async fn agree(conn: &mut PgConnection, order: &Order, seen: i64) -> Result<(), Fault> {
    if order.version == seen {
        return Ok(());
    }
    let newest = newest(conn, order).await?;
    // A version that is not there yet was never seen.
    if newest.version <= seen && seen < order.version { Ok(()) } else { Err(newest.into()) }
}

/// What the order's last event says about who was faster.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn conflict(conn: &mut PgConnection, order: &Order) -> Result<Fault, Fault> {
    Ok(newest(conn, order).await?.into())
}

/// The newest event that may contradict somebody: every order has its first one.
async fn newest(conn: &mut PgConnection, order: &Order) -> Result<Changed, Fault> {
    let last = sqlx::query!(
        "select version, actor, kind, source from event where order_id = $1 and kind <> all($2) order by version desc limit 1",
        order.id.0,
        &Kind::BESIDE.map(Kind::as_str)[..] as _,
    )
    .fetch_one(conn)
    .await?;
    Ok(Changed { version: last.version, actor: last.actor, source: last.source, kind: last.kind })
}
