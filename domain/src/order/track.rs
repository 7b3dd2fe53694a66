//! Verb: what a customer may see of their order: one query, and nothing internal in its answer.

use std::collections::BTreeMap;

use serde::Deserialize;
use sqlx::{PgPool, types::Json};

use super::{Address, OrderNumber, Status};
use crate::{
    Fault, Language, clock::At, event::Kind, ids::OrderId, money::Money, payment::PaymentStatus,
    workflow::Definition,
};

/// An order as its customer may see it. There is no email, note, location or internal id in it, so no page can show one.
#[derive(Debug, Clone)]
pub struct TrackedOrder {
    /// As people read it.
    pub number: OrderNumber,
    /// For "is this newer".
    pub version: i64,
    /// The language chosen at checkout.
    pub language: Language,
    /// Headline.
    pub status: Status,
    /// Payment axis.
    pub payment: PaymentStatus,
    /// Key of its stage.
    pub stage: Option<String>,
    /// The graph it moves in, for the progress rail.
    pub workflow: Definition,
    /// When it was placed.
    pub placed_at: At,
    /// When it left.
    pub shipped_at: Option<At>,
    /// When it arrived.
    pub delivered_at: Option<At>,
    /// Until when we said it would leave.
    pub promised_at: Option<At>,
    /// When anything about it last changed.
    pub updated_at: At,
    /// Recognisable for its owner only.
    pub masked_address: String,
    /// What was bought.
    pub items: Vec<TrackedItem>,
    /// Of all items.
    pub subtotal: Money,
    /// Of sending them.
    pub shipping: Money,
    /// Of everything.
    pub total: Money,
    /// The boxes.
    pub parcels: Vec<TrackedParcel>,
    /// What happened, newest first.
    pub events: Vec<PublicEvent>,
}

/// One thing that was bought.
#[derive(Debug, Clone, Deserialize)]
pub struct TrackedItem {
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// Minor units for one.
    pub unit_amount: i64,
    /// Print specs and other choices.
    pub options: BTreeMap<String, String>,
}

/// One box.
#[derive(Debug, Clone, Deserialize)]
pub struct TrackedParcel {
    /// As people write it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking_number: Option<String>,
    /// The carrier's page.
    pub tracking_url: Option<String>,
}

/// One fact the customer may know.
#[derive(Debug, Clone, Deserialize)]
pub struct PublicEvent {
    /// What happened.
    pub kind: Kind,
    /// Key of the stage entered.
    pub stage: Option<String>,
    /// When it happened.
    pub at: At,
}

/// Everything the customer's page shows, in one round trip.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such order.
pub async fn track(pool: &PgPool, id: OrderId) -> Result<TrackedOrder, Fault> {
    let row = sqlx::query!(
        r#"select o.number, o.version, o.language, o.status, o.payment, o.stage, w.definition as "definition: Json<Definition>",
               o.placed_at, o.shipped_at, o.delivered_at, o.promised_at, o.updated_at, o.address as "address: Json<Address>",
               o.currency, o.subtotal, o.shipping, o.total,
               (select json_agg(json_build_object('name', i.name, 'quantity', i.quantity, 'unit_amount', i.unit_amount,
                       'options', i.options) order by i.position)
                from order_item i where i.order_id = o.id) as "items: Json<Vec<TrackedItem>>",
               (select json_agg(json_build_object('carrier', p.carrier, 'tracking_number', p.tracking_number,
                       'tracking_url', p.tracking_url) order by p.position)
                from parcel p where p.order_id = o.id) as "parcels: Json<Vec<TrackedParcel>>",
               (select json_agg(json_build_object('kind', e.kind, 'stage', e.stage, 'at', e.occurred_at) order by e.version desc)
                from event e where e.order_id = o.id and e.visibility = 'public') as "events: Json<Vec<PublicEvent>>"
           from orders o join workflow w on w.id = o.workflow_id
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
        promised_at: row.promised_at,
        updated_at: row.updated_at,
        masked_address: row.address.0.masked(),
        items: row.items.map(|json| json.0).unwrap_or_default(),
        subtotal: money(row.subtotal)?,
        shipping: money(row.shipping)?,
        total: money(row.total)?,
        parcels: row.parcels.map(|json| json.0).unwrap_or_default(),
        events: row.events.map(|json| json.0).unwrap_or_default(),
    })
}
