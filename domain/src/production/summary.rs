//! A production order as the studio's document has it: `ProductionOrderSummary`, field by field.

use serde::Serialize;
use serde_json::{Value, json};

use super::{ProductionOrderState, ProductionPriority, ProductionStatus};
use crate::{
    Fault, Language, Shop,
    clock::At,
    event::{Kind, Visibility},
    ids::OrderId,
    money::Money,
    order::{OrderNumber, Status, store},
    payment::PaymentStatus,
    product::{self, Technique},
};

/// The order.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProductionOrderSummary {
    id: OrderId,
    /// The number people say.
    reference: Option<String>,
    notes: Option<String>,
    status: ProductionStatus,
    order_status: ProductionOrderState,
    created_at: At,
    updated_at: At,
    /// We make no pictures from words.
    prompt: Option<String>,
    priority: ProductionPriority,
    /// Whole days until it has to be done, rounded up; 0 once it is, or is late.
    eta_days: i64,
    image_url: Option<String>,
    garment: Option<Garment>,
    metadata: Value,
    line_items: Vec<LineItem>,
    events: Vec<FulfillmentEvent>,
}

/// What it is printed on.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Garment {
    id: String,
    title: String,
    /// Of one, in whole units of the currency, as the document has it.
    price: f64,
    currency: String,
}

/// So many of one size.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct LineItem {
    id: String,
    /// Empty for what has no sizes.
    size: String,
    quantity: i32,
    technique: Technique,
    metadata: Value,
    created_at: At,
}

/// What happened.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FulfillmentEvent {
    id: String,
    status: ProductionStatus,
    message: Option<String>,
    metadata: Value,
    occurred_at: At,
}

/// The order behind an id or a number.
///
/// # Errors
/// [`Fault::NotFound`] for what is neither, and for orders there are not.
pub async fn find(shop: &Shop, key: &str) -> Result<OrderId, Fault> {
    if let Ok(id) = key.parse::<OrderId>() {
        return Ok(id);
    }
    let number = OrderNumber::parse(key).ok_or(Fault::NotFound)?;
    store::id_of(&mut *shop.pool.acquire().await?, &number).await
}

/// Everything the document shows of it. What only staff may read is not in it.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn summary(shop: &Shop, id: OrderId) -> Result<ProductionOrderSummary, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let order = store::load(&mut conn, id).await?;
    let row = sqlx::query!(
        "select reference, notes, currency, total, location, placed_at, updated_at, due_at from orders where id = $1",
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    let items = sqlx::query!(
        r#"select position, name, sku, size, quantity, unit_amount, technique as "technique: Technique", design_url
           from order_item where order_id = $1 order by position"#,
        id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let events = sqlx::query!(
        "select version, kind, to_status, stage, payload, occurred_at from event
         where order_id = $1 and visibility = $2 order by version",
        id.0,
        Visibility::Public as Visibility,
    )
    .fetch_all(&mut *conn)
    .await?;
    let garment = match items.iter().find_map(|item| item.sku.as_deref()) {
        Some(sku) => product::store::read(&mut conn, one(&[sku.to_owned()]), 1).await?.pop(),
        None => None,
    };
    let paid = items.first().map(|item| item.unit_amount);
    let state = ProductionOrderState::of(&order.state);
    let priority = ProductionPriority::from(order.state.priority);
    Ok(ProductionOrderSummary {
        id,
        reference: Some(order.number.to_string()),
        notes: row.notes,
        status: state.status(),
        order_status: state,
        created_at: row.placed_at,
        updated_at: row.updated_at,
        prompt: None,
        priority,
        eta_days: eta_days(order.state.status, row.due_at, priority, shop.clock.now()),
        image_url: items.iter().find_map(|item| item.design_url.clone()),
        garment: garment.map(|product| Garment {
            title: product.group.as_ref().map_or_else(|| product.name.clone(), |group| group.name.clone()),
            id: product.group.map_or(product.sku, |group| group.key),
            // What was agreed, not what it costs today.
            price: units(paid.or(product.price).unwrap_or(0), &row.currency),
            currency: row.currency.clone(),
        }),
        metadata: json!({
            "currency": row.currency,
            "total": row.total,
            "payment": order.state.payment as PaymentStatus,
            "location": row.location,
            "reference": row.reference,
        }),
        line_items: items
            .into_iter()
            .map(|item| LineItem {
                id: format!("{id}-{}", item.position),
                size: item.size.unwrap_or_default(),
                quantity: item.quantity,
                technique: item.technique.unwrap_or_default(),
                metadata: json!({ "name": item.name, "sku": item.sku, "unitAmount": item.unit_amount }),
                created_at: row.placed_at,
            })
            .collect(),
        events: events
            .into_iter()
            .map(|event| FulfillmentEvent {
                id: format!("{id}-{}", event.version),
                status: event_state(event.stage.as_deref(), event.to_status).status(),
                message: message(&event.kind, &event.payload, order.language),
                metadata: json!({ "kind": event.kind }),
                occurred_at: event.occurred_at,
            })
            .collect(),
    })
}

const fn one(skus: &[String]) -> product::store::Wanted<'_> {
    product::store::Wanted {
        skus: Some(skus),
        group: None,
        offered_at: None,
        search: None,
        low: false,
        after: None,
    }
}

fn event_state(stage: Option<&str>, status: Status) -> ProductionOrderState {
    stage.and_then(ProductionOrderState::of_stage).unwrap_or_else(|| ProductionOrderState::of_status(status))
}

/// What staff wrote to the customer, where they did; what happened, elsewhere.
fn message(kind: &str, payload: &Value, language: Language) -> Option<String> {
    let written = payload.get("message").and_then(Value::as_str).map(str::to_owned);
    written.or_else(|| Kind::parse(kind).map(|kind| kind.say(language)))
}

/// Whole units: a number, because the document says so. Sums are never made of it.
fn units(minor: i64, currency: &str) -> f64 {
    let typed = Money::parse(minor, currency).map(|money| money.typed(Language::En));
    typed.and_then(|typed| typed.parse().ok()).unwrap_or(0.0)
}

fn eta_days(status: Status, due: Option<At>, priority: ProductionPriority, now: At) -> i64 {
    const DAY: i64 = 24 * 3600;
    match due {
        _ if !matches!(status, Status::Pending | Status::Confirmed | Status::Processing) => 0,
        Some(due) => (now.seconds_until(due).max(0) + DAY - 1) / DAY,
        None => priority.days(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_rounded_up_and_never_below_none() {
        let now = At("2026-11-21T10:00:00Z".parse().unwrap());
        let days = |seconds: i64| {
            eta_days(Status::Confirmed, Some(now.plus(seconds)), ProductionPriority::Rush, now)
        };
        assert_eq!((days(1), days(86_400), days(86_401), days(-5)), (1, 1, 2, 0));
        assert_eq!(eta_days(Status::Pending, None, ProductionPriority::Rush, now), 2);
        assert_eq!(eta_days(Status::Delivered, None, ProductionPriority::Standard, now), 0);
    }

    #[test]
    fn a_price_in_units_is_what_people_read() {
        assert_eq!((units(2599, "EUR"), units(500, "JPY")), (25.99, 500.0));
    }
}
