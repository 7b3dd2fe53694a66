//! Verb: a program of the shop reads an order.

use std::collections::BTreeMap;

use sqlx::{PgConnection, types::Json};

use super::{Buyer, FullItem, FullOrder, FullParcel, InHands};
use crate::{
    Fault, Shop,
    clock::Day,
    ids::{LabelId, OrderId, ParcelId, StaffId},
    order::{Address, store},
    parcel::{Direction, TrackingStatus},
    payment,
    product::Technique,
    tracking::Meaning,
};

/// The order as it stands.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn full(shop: &Shop, id: OrderId) -> Result<FullOrder, Fault> {
    // The version first: what changes in between is then newer than the version says, and never older.
    let mut conn = shop.pool.acquire().await?;
    let order = store::load(&mut conn, id).await?;
    let row = sqlx::query!(
        r#"select o.reference, w.key as workflow, o.assignee, s.name as "assignee_name?", o.attention is not null as "attention!",
               o.phone, o.address as "address: Json<Address>", o.shipping_choice, o.location, o.notes, o.gift, o.currency, o.subtotal,
               o.shipping, o.total, o.updated_at, o.shipped_at, o.delivered_at, o.cancelled_at, o.returned_at
           from orders o join workflow w on w.id = o.workflow_id left join staff s on s.id = o.assignee where o.id = $1"#,
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    let payment = payment::store::of_order(&mut conn, id).await?;
    let (items, parcels) = (items(&mut conn, id).await?, parcels(&mut conn, id).await?);
    let here = order.state.stage.clone().unwrap_or_default();
    let keys = |stages: &mut dyn Iterator<Item = &crate::workflow::Stage>| -> Vec<String> {
        stages.map(|stage| stage.key.clone()).collect()
    };
    Ok(FullOrder {
        id,
        number: order.number.to_string(),
        version: order.version,
        reference: row.reference,
        status: order.state.status,
        payment: order.state.payment,
        workflow: row.workflow,
        next_stages: keys(&mut order.workflow.next(&here)),
        previous_stages: keys(&mut order.workflow.before(&here)),
        priority: order.state.priority,
        assignee: row.assignee.zip(row.assignee_name).map(|(id, name)| InHands { id: StaffId(id), name }),
        needs_attention: row.attention,
        address: row.address.0,
        shipping_choice: row.shipping_choice,
        location: row.location,
        notes: row.notes,
        gift: row.gift,
        items,
        parcels,
        currency: row.currency,
        subtotal: row.subtotal,
        shipping: row.shipping,
        total: row.total,
        captured: payment.facts.captured,
        refunded: payment.facts.refunded,
        refundable: payment.facts.refundable(payment.reserved),
        placed_at: order.placed_at,
        updated_at: row.updated_at,
        due_at: order.schedule.due_at,
        promised_at: order.schedule.promised_at,
        held_at: order.schedule.held_at,
        shipped_at: row.shipped_at,
        delivered_at: row.delivered_at,
        cancelled_at: row.cancelled_at,
        returned_at: row.returned_at,
        customer: Buyer {
            name: order.customer_name,
            email: order.email,
            phone: row.phone,
            language: order.language,
        },
        stage: order.state.stage,
    })
}

async fn items(conn: &mut PgConnection, id: OrderId) -> Result<Vec<FullItem>, Fault> {
    let rows = sqlx::query!(
        r#"select position, name, quantity, unit_amount, options as "options: Json<BTreeMap<String, String>>", print_file_url, size,
               technique as "technique: Technique", design_url, sku
           from order_item where order_id = $1 order by position"#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter().map(|row| FullItem {
        position: row.position,
        name: row.name,
        quantity: row.quantity,
        unit_amount: row.unit_amount,
        options: row.options.0,
        sku: row.sku,
        size: row.size,
        technique: row.technique,
        design_url: row.design_url,
        print_file_url: row.print_file_url,
    });
    Ok(rows.collect())
}

async fn parcels(conn: &mut PgConnection, id: OrderId) -> Result<Vec<FullParcel>, Fault> {
    let rows = sqlx::query!(
        r#"select id, position, direction as "direction: Direction", carrier, tracking_number, tracking_url,
               tracking as "tracking: TrackingStatus", tracking_at, eta as "eta: Day", label_id, voided_at, created_at,
               json_build_object('state', tracking_state, 'cause', tracking_cause, 'action', tracking_action) as "meaning!: Json<Meaning>"
           from parcel where order_id = $1 order by position"#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter().map(|row| FullParcel {
        id: ParcelId(row.id),
        position: row.position,
        direction: row.direction,
        carrier: row.carrier,
        tracking_number: row.tracking_number,
        tracking_url: row.tracking_url,
        tracking: row.tracking,
        state: row.meaning.0.state,
        cause: row.meaning.0.cause,
        action: row.meaning.0.action,
        seen_at: row.tracking_at,
        eta: row.eta,
        label: row.label_id.map(LabelId),
        voided_at: row.voided_at,
        created_at: row.created_at,
    });
    Ok(rows.collect())
}
