//! Verb: staff put an order into somebody's hands, or out of everybody's.

use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use super::{
    many,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    event::Kind,
    history::Actor,
    ids::{OrderId, StaffId},
    staff::{self, Person},
};

/// Whether an order that is in these hands goes into those; the rule of one and of many.
///
/// # Errors
/// [`Reason::Ended`]: nobody sees to what is over.
pub(crate) fn hands_over(order: &Order, from: Option<Uuid>, to: Option<Uuid>) -> Result<bool, Reason> {
    match from == to {
        true => Ok(false),
        false if order.state.status.is_end() => Err(Reason::Ended { status: order.state.status }),
        false => Ok(true),
    }
}

/// What its event keeps.
pub(crate) fn payload(to: Option<Uuid>, name: Option<&str>) -> Value {
    json!({ "staff": to, "name": name })
}

/// Assigns an order that the person saw at version `seen`.
///
/// # Errors
/// [`Fault::Conflict`] when the order has changed since, unless it is in these hands already; [`Reason::NoSuchPerson`] for somebody who
/// does not work here; [`Reason::Ended`]; [`Fault::NotFound`].
pub async fn assign(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    to: Option<StaffId>,
    seen: i64,
) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    let from = store::assignee(&mut tx, id).await?;
    if hands_over(&order, from, to.map(|to| to.0))? {
        record::agree(&mut tx, &order, seen).await?;
    }
    let recorded = assign_step(&mut tx, &mut order, to, &by.actor(), now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`assign`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Reason::NoSuchPerson`], [`Reason::Ended`].
pub async fn assign_step(
    conn: &mut PgConnection,
    order: &mut Order,
    to: Option<StaffId>,
    actor: &Actor,
    now: At,
) -> Result<Recorded, Fault> {
    let from = store::assignee(&mut *conn, order.id).await?;
    if !hands_over(order, from, to.map(|to| to.0))? {
        return Ok(Recorded::Already);
    }
    let name = match to {
        Some(to) => {
            let everybody = staff::everybody(&mut *conn).await?;
            let person = everybody.into_iter().find(|(other, _)| *other == to).ok_or(Reason::NoSuchPerson)?;
            Some(person.1)
        }
        None => None,
    };
    let to = to.map(|to| to.0);
    let payload = payload(to, name.as_deref());
    let recorded = record::fact(&mut *conn, order, Kind::Assigned, actor, payload, (now, now)).await?;
    many::assign(conn, &[order.id.0], &[to]).await?;
    Ok(recorded)
}
