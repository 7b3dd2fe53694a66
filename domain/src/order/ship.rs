//! Verb: staff mark an order as shipped, with carrier, number and link when there are any.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Change, Status,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{
    Fault, Language, Reason, Shop,
    clock::At,
    history::Actor,
    ids::OrderId,
    parcel::{self, ParcelDetails},
    staff::Person,
};

/// Moves an order seen at version `seen` to its workflow's next stage that stands for `shipped`, and keeps the parcel with it.
/// Without a link, one is made from carrier and number where the carrier is known.
///
/// # Errors
/// As [`super::advance`]; [`Fault::Refused`] also for a number or link that cannot be one.
pub async fn ship(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    details: ParcelDetails,
    seen: i64,
) -> Result<Recorded, Fault> {
    let details = details.check()?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    parcel::store::meet(&mut tx, &details).await?;
    let mut order = store::lock(&mut tx, id).await?;
    if leads_out(&order).is_some() {
        record::agree(&mut tx, &order, seen).await?;
    }
    let recorded = ship_step(shop, &mut tx, &mut order, &details, &by.actor(), by.language, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`ship`] with checked details, in the caller's transaction, on a locked order; the caller has called
/// [`parcel::store::meet`] before it locked.
///
/// # Errors
/// As [`ship`].
pub async fn ship_step(
    shop: &Shop,
    conn: &mut PgConnection,
    order: &mut Order,
    details: &ParcelDetails,
    actor: &Actor,
    language: Language,
    now: At,
) -> Result<Recorded, Fault> {
    let Some(to) = leads_out(order) else {
        // A second click is fine; a second person's number must not be lost without a word.
        let faster = !details.is_empty() && !parcel::store::has(&mut *conn, order.id, details).await?;
        return match order.state.status {
            Status::Shipped if faster => Err(record::conflict(conn, order).await?),
            Status::Shipped => Ok(Recorded::Already),
            _ => Err(not_from_here(order, language)),
        };
    };
    let payload = if details.is_empty() { json!({}) } else { json!({ "parcel": details }) };
    if !details.is_empty() {
        let parcel = parcel::store::insert(&mut *conn, order.id, details, now).await?;
        parcel::follow(shop, &mut *conn, (order.id, parcel), details).await?;
    }
    record::change(conn, order, &Change::Enter(to), actor, payload, (now, now), language).await
}

/// The next stage that stands for `shipped`.
fn leads_out(order: &Order) -> Option<String> {
    let here = order.state.stage.as_deref()?;
    order.workflow.next(here).find(|stage| stage.status == Status::Shipped).map(|stage| stage.key.clone())
}

fn not_from_here(order: &Order, language: Language) -> Fault {
    let label = |key: &str| order.workflow.stage(key).map(|stage| stage.label.get(language).to_owned());
    match &order.state {
        state if state.status.is_end() => Reason::Ended { status: state.status }.into(),
        state => match state.stage.as_deref().and_then(label) {
            Some(from) => Reason::NoArrow { from, to: Status::Shipped.say(language) }.into(),
            None => Reason::NotPaid.into(),
        },
    }
}
