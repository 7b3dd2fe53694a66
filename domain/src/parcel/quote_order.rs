//! Verb: staff ask what sending an order (again, back, or a further box) costs.

use sqlx::types::Json;

use super::{Direction, QuoteItem, QuoteRequest, Quoted, Size, quote, quote_store::sides};
use crate::{Fault, Shop, ids::OrderId, order::Address};

/// Rates for one box of an order's goods; `parcel` when staff measured it themselves.
///
/// # Errors
/// [`Fault::NotFound`]; [`Fault::Down`] when Shippo does not answer.
pub async fn quote_order(
    shop: &Shop,
    id: OrderId,
    (direction, box_number): (Direction, i16),
    parcel: Option<Size>,
) -> Result<Quoted, Fault> {
    let order = sqlx::query!(
        r#"select customer_name, email, phone, currency, address as "address: Json<Address>" from orders where id = $1"#,
        id.0
    )
    .fetch_optional(&shop.pool)
    .await?
    .ok_or(Fault::NotFound)?;
    let lines = sqlx::query!(
        "select name, quantity, unit_amount, sku, weight_grams, length_mm, width_mm, height_mm from order_item
         where order_id = $1 order by position",
        id.0
    )
    .fetch_all(&shop.pool)
    .await?;
    let items = lines.into_iter().map(|line| QuoteItem {
        name: line.name,
        quantity: i64::from(line.quantity),
        unit_amount: line.unit_amount,
        sku: line.sku,
        weight_grams: line.weight_grams.map(i64::from),
        sides_mm: sides([line.length_mm, line.width_mm, line.height_mm]),
    });
    let request = QuoteRequest {
        name: order.customer_name,
        address: order.address.0,
        phone: order.phone,
        email: Some(order.email),
        items: items.collect(),
        currency: order.currency,
        direction,
        parcel,
        box_number: Some(box_number),
    };
    quote(shop, &request).await
}
