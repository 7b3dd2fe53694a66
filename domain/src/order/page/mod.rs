//! Everything staff see of one order.

mod allowed;
mod batch;
mod events;
mod label_plan;
mod money;
mod parcels;
mod refund_plan;

pub use batch::batch;
pub use label_plan::{LabelQuestion, label_plan};
pub use refund_plan::refund_plan;

use std::collections::BTreeMap;

use sqlx::types::Json;

use super::{
    Address, Button, ItemView, OrderNumber, OrderPage, Priority, Status, Timing, store, store::Order,
};
use crate::{
    Fault, Language, Shop, alert,
    connect::Origin,
    dates::moment,
    handover,
    ids::OrderId,
    money::Money,
    parcel, payment, place,
    product::{Technique, is_shown},
    staff,
};

/// The order page of a number, in the reader's language.
///
/// # Errors
/// [`Fault::NotFound`] when nobody has that number.
pub async fn page(shop: &Shop, number: &OrderNumber, language: Language) -> Result<OrderPage, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let id = store::id_of(&mut conn, number).await?;
    let order = store::load(&mut conn, id).await?;
    let row = sqlx::query!(
        r#"select o.reference, o.phone, o.address as "address: Json<Address>", o.shipping_choice, o.location, o.subtotal, o.shipping,
               o.total, o.currency, p.payment_intent, o.notes, o.gift, o.assignee, s.name as "assignee_name?",
               (select a.origin from adoption a where a.order_id = o.id) as origin,
               (select x.reason from suppression x
                   where x.channel = 'email' and x.address_hash = o.email_hash and x.lifted_at is null) as silenced
           from orders o join payment p on p.order_id = o.id left join staff s on s.id = o.assignee where o.id = $1"#,
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    let money =
        |minor: i64| Money::parse(minor, &row.currency).map(|money| money.say(language)).unwrap_or_default();
    let items = items(&mut conn, id, &shop.about.design_origins, &money).await?;
    let boxes = parcels::boxes(&mut conn, shop, id, language).await?;
    let paid = payment::store::of_order(&mut conn, id).await?;
    let back = allowed::newest_return(&mut conn, shop, id, language).await?;
    let allowed = allowed::allowed(&mut conn, &order, &paid, back.as_ref(), &boxes, language).await?;
    let events = events::events(&mut conn, shop, &order, language).await?;
    let staff = staff::everybody(&mut conn).await?;
    let now = shop.clock.now();
    let zone = &shop.about.zone;
    let here = order.state.stage.as_deref();
    let stage = here.and_then(|key| order.workflow.stage(key));
    Ok(OrderPage {
        id,
        number: order.number.to_string(),
        // Where it was bought belongs to the number it is known by there.
        reference: match row.origin.as_deref().and_then(Origin::parse) {
            Some(origin) => Some(origin.say(language, row.reference.as_deref())),
            None => row.reference,
        },
        version: order.version,
        status: order.state.status,
        stage: stage.map(|stage| stage.label.get(language).to_owned()),
        payment: order.state.payment,
        payment_intent: row.payment_intent,
        customer: order.customer_name.clone(),
        email: order.email.clone(),
        silenced: row.silenced,
        phone: row.phone,
        language: order.language.endonym().to_owned(),
        address: row.address.0.lines(),
        wish: handover::store::wish(&mut conn, id).await?.0,
        shipping_choice: row.shipping_choice,
        location: row.location,
        booking: place::booking_of(&mut conn, id, language).await?,
        items,
        subtotal: money(row.subtotal),
        shipping: money(row.shipping),
        total: money(row.total),
        money: money::money(&mut conn, shop, &paid, language).await?,
        parcels: boxes.parcels,
        labels: boxes.labels,
        shared: parcel::shared_by(&mut conn, id).await?,
        back,
        allowed,
        alerts: alert::of_order(&mut conn, shop, id, language).await?,
        notes: row.notes,
        gift: row.gift,
        reviewable: super::send_back::may_send_back(&order),
        buttons: buttons(&order, language),
        recalls: here
            .filter(|_| order.state.priority != Priority::Hold)
            .into_iter()
            .flat_map(|here| order.workflow.before(here))
            .map(|stage| (stage.key.clone(), stage.label.get(language).to_owned()))
            .collect(),
        events,
        placed: moment(order.placed_at, language, zone),
        due: order.schedule.due_at.map(|due| moment(due, language, zone)),
        due_in: order.schedule.due_at.map(|due| now.minutes_until(due)),
        timing: if order.state.status.is_in_house() { order.schedule.timing(now) } else { Timing::OnTime },
        priority: order.state.priority,
        held: order.schedule.held_at.map(|held| moment(held, language, zone)),
        prioritisable: order.state.status.is_in_house(),
        assignee: row.assignee.map(|id| id.to_string()).zip(row.assignee_name),
        staff: staff.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        assignable: !order.state.status.is_end(),
    })
}

fn buttons(order: &Order, language: Language) -> Vec<Button> {
    let Some(here) = order
        .state
        .stage
        .as_deref()
        .filter(|_| order.state.payment.is_covered() && order.state.priority != Priority::Hold)
    else {
        return Vec::new();
    };
    order
        .workflow
        .next(here)
        .map(|stage| Button {
            stage: stage.key.clone(),
            verb: stage.verb.get(language).to_owned(),
            ships: stage.status == Status::Shipped,
        })
        .collect()
}

async fn items(
    conn: &mut sqlx::PgConnection,
    id: OrderId,
    origins: &[String],
    money: &impl Fn(i64) -> String,
) -> Result<Vec<ItemView>, Fault> {
    let rows = sqlx::query!(
        r#"select name, quantity, unit_amount, options as "options: Json<BTreeMap<String, String>>", print_file_url,
               size, technique as "technique: Technique", design_url, sku
           from order_item where order_id = $1 order by position"#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| ItemView {
            name: row.name,
            quantity: row.quantity,
            unit: money(row.unit_amount),
            total: money(row.unit_amount.saturating_mul(row.quantity.into())),
            options: row.options.0.into_iter().collect(),
            print_file_url: row.print_file_url,
            size: row.size,
            technique: row.technique,
            design_shown: row.design_url.as_deref().is_some_and(|url| is_shown(url, origins)),
            design_url: row.design_url,
            sku: row.sku,
        })
        .collect())
}
