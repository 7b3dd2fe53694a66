//! Verb: everything the customer's page shows, in one round trip.

use sqlx::{PgPool, types::Json};

use super::{
    PublicEvent, TrackedBooking, TrackedItem, TrackedOrder, TrackedParcel, TrackedRefund, TrackedReturn,
};
use crate::{
    Fault, Language,
    handover::TrackedHandover,
    ids::OrderId,
    money::Money,
    order::{Address, OrderNumber},
    workflow::Definition,
};

/// An order as its customer may see it. Boxes that were given back to the carrier, or come from the customer, are not on their way to
/// them; neither is a refund that came to nothing on its way back.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such order.
pub async fn track(pool: &PgPool, id: OrderId) -> Result<TrackedOrder, Fault> {
    let row = sqlx::query!(
        r#"select o.number, o.version, o.language, o.status, o.payment, o.stage, w.definition as "definition: Json<Definition>",
               o.placed_at, o.shipped_at, o.delivered_at, o.cancelled_at, o.returned_at, o.promised_at, o.updated_at,
               o.address as "address: Json<Address>", o.currency, o.subtotal, o.shipping, o.total,
               y.captured - y.reserved as "kept!", case when y.captured = 0 and not y.released then y.authorized else 0 end as "held!",
               o.status = 'pending' and y.captured = 0 and y.authorized = 0 and not y.failed and y.checkout_url is not null as "payable!",
               (select json_build_object('method', b.method, 'place', l.name, 'address', l.address, 'contact', l.contact,
                       'zone', l.opening->>'zone', 'starts_at', b.starts_at, 'ends_at', b.ends_at)
                from booking b join place l on l.key = b.place where b.order_id = o.id) as "booking: Json<TrackedBooking>",
               (select to_jsonb(h) from handover h where h.order_id = o.id) as "handover!: Json<TrackedHandover>",
               (select json_agg(json_build_object('name', i.name, 'quantity', i.quantity, 'unit_amount', i.unit_amount,
                       'options', i.options) order by i.position)
                from order_item i where i.order_id = o.id) as "items: Json<Vec<TrackedItem>>",
               (select json_agg(json_build_object('amount', r.amount, 'sent', r.status = 'succeeded',
                       'at', case when r.status = 'succeeded' then r.updated_at else r.created_at end) order by r.created_at)
                from refund r where r.order_id = o.id and r.status not in ('failed', 'canceled')) as "refunds: Json<Vec<TrackedRefund>>",
               (select json_build_object('status', b.status, 'asked_at', b.requested_at)
                from order_return b where b.order_id = o.id order by b.requested_at desc limit 1) as "returning: Json<TrackedReturn>",
               (select json_agg(json_build_object('carrier', p.carrier, 'tracking_number', p.tracking_number,
                       'tracking_url', p.tracking_url, 'packed_at', p.created_at, 'status', p.tracking, 'at', p.tracking_at, 'eta', p.eta,
                       'meaning', json_build_object('state', p.tracking_state, 'cause', p.tracking_cause, 'action', p.tracking_action),
                       'timeline', p.timeline, 'promises', p.promises, 'attempts', p.attempts, 'proof', p.proof)
                       order by p.position)
                from parcel p where p.order_id = o.id and p.direction = 'outbound' and p.voided_at is null)
                   as "parcels: Json<Vec<TrackedParcel>>",
               (select json_agg(json_build_object('kind', e.kind, 'stage', e.stage, 'at', e.occurred_at,
                       'by_customer', e.source in ('customer', 'api'),
                       'amount', case when e.kind = 'refund_succeeded' then (e.payload->>'amount')::bigint end,
                       'message', case when e.kind = 'specs_returned' then e.payload->>'message' end) order by e.version desc)
                from event e where e.order_id = o.id and e.visibility = 'public'
                   and not (e.kind = 'refund_succeeded' and exists (select 1 from refund r
                       where r.order_id = o.id and r.id::text = e.payload->>'refund' and r.status in ('failed', 'canceled'))))
                   as "events: Json<Vec<PublicEvent>>"
           from orders o join workflow w on w.id = o.workflow_id join payment y on y.order_id = o.id
           where o.id = $1"#,
        id.0,
    )
    .fetch_optional(pool)
    .await?
    .ok_or(Fault::NotFound)?;
    let money = |minor| {
        Money::parse(minor, &row.currency)
            .ok_or_else(|| anyhow::anyhow!("orders.currency of {id}: {}", row.currency))
    };
    Ok(TrackedOrder {
        number: OrderNumber::parse(&row.number).ok_or_else(|| anyhow::anyhow!("orders.number of {id}"))?,
        version: row.version,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        status: row.status,
        payment: row.payment,
        stage: row.stage,
        workflow: row.definition.0,
        placed_at: row.placed_at,
        shipped_at: row.shipped_at,
        delivered_at: row.delivered_at,
        cancelled_at: row.cancelled_at,
        returned_at: row.returned_at,
        promised_at: row.promised_at,
        updated_at: row.updated_at,
        masked_address: row.address.0.masked(),
        booking: row.booking.map(|json| json.0),
        handover: row.handover.0,
        items: row.items.map(|json| json.0).unwrap_or_default(),
        subtotal: money(row.subtotal)?,
        shipping: money(row.shipping)?,
        total: money(row.total)?,
        held: Some(money(row.held)?).filter(|held| held.minor > 0),
        kept: money(row.kept)?,
        payable: row.payable,
        refunds: row.refunds.map(|json| json.0).unwrap_or_default(),
        returning: row.returning.map(|json| json.0),
        parcels: row.parcels.map(|json| json.0).unwrap_or_default(),
        events: row.events.map(|json| json.0).unwrap_or_default(),
    })
}
