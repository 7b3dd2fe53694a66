//! Verb: staff mark an order as shipped, with carrier, number and link when there are any.

use serde_json::json;

use super::{
    Change, Status,
    record::{self, Recorded},
    store,
};
use crate::{
    Fault, Reason, Shop,
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
    let here = order.state.stage.as_deref();
    let next = here.and_then(|here| order.workflow.next(here).find(|stage| stage.status == Status::Shipped));
    let Some(to) = next.map(|stage| stage.key.clone()) else {
        // A second click is fine; a second person's number must not be lost without a word.
        let faster = !details.is_empty() && !parcel::store::has(&mut tx, id, &details).await?;
        return match order.state.status {
            Status::Shipped if faster => Err(record::conflict(&mut tx, &order).await?),
            Status::Shipped => Ok(Recorded::Already),
            _ => Err(not_from_here(&order, by)),
        };
    };
    record::agree(&mut tx, &order, seen).await?;
    let payload = if details.is_empty() { json!({}) } else { json!({ "parcel": details }) };
    if !details.is_empty() {
        let parcel = parcel::store::insert(&mut tx, id, &details, now).await?;
        parcel::follow(shop, &mut tx, (id, parcel), &details).await?;
    }
    let recorded = record::change(
        &mut tx,
        &mut order,
        &Change::Enter(to),
        &by.actor(),
        payload,
        (now, now),
        by.language,
    )
    .await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

fn not_from_here(order: &store::Order, by: &Person) -> Fault {
    let label = |key: &str| order.workflow.stage(key).map(|stage| stage.label.get(by.language).to_owned());
    match &order.state {
        state if state.status.is_end() => Reason::Ended { status: state.status }.into(),
        state => match state.stage.as_deref().and_then(label) {
            Some(from) => Reason::NoArrow { from, to: Status::Shipped.say(by.language) }.into(),
            None => Reason::NotPaid.into(),
        },
    }
}
