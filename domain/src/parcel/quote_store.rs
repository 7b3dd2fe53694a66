//! Every query on `quote`.

use serde_json::Value;
use sqlx::{PgConnection, PgPool, types::Json};

use super::{Offer, QuoteItem};
use crate::{Fault, clock::At};

/// Keeps what was offered.
pub(super) async fn keep(
    pool: &PgPool,
    shipment: &str,
    offers: &[Offer],
    boxes: &Value,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into quote (shipment_id, rates, parcels, created_at) values ($1, $2, $3, $4)
         on conflict (shipment_id) do update set rates = excluded.rates, parcels = excluded.parcels",
        shipment,
        Json(offers) as _,
        boxes,
        now as At,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// What was offered under these names, when it was we who asked.
pub(super) async fn find(
    conn: &mut PgConnection,
    shipment: &str,
    service: &str,
    carrier: &str,
) -> Result<Option<Offer>, Fault> {
    let rates = sqlx::query_scalar!(
        r#"select rates as "rates: Json<Vec<Offer>>" from quote where shipment_id = $1"#,
        shipment
    )
    .fetch_optional(conn)
    .await?;
    let all = rates.map(|json| json.0).unwrap_or_default();
    Ok(all.into_iter().find(|offer| offer.service_token == service && offer.carrier == carrier))
}

/// How many boxes were quoted together; 1 where it was not we who asked.
pub(super) async fn boxes(conn: &mut PgConnection, shipment: &str) -> Result<i64, Fault> {
    let boxes = sqlx::query_scalar!(
        r#"select greatest(jsonb_array_length(parcels), 1)::bigint as "boxes!" from quote where shipment_id = $1"#,
        shipment
    )
    .fetch_optional(conn)
    .await?;
    Ok(boxes.unwrap_or(1))
}

/// When these rates were asked for, when it was we who asked.
pub(super) async fn quoted_at(conn: &mut PgConnection, shipment: &str) -> Result<Option<At>, Fault> {
    let at =
        sqlx::query_scalar!(r#"select created_at as "at: At" from quote where shipment_id = $1"#, shipment)
            .fetch_optional(conn)
            .await?;
    Ok(at)
}

/// Takes the weights and sizes nobody said from the products.
pub(super) async fn measure(pool: &PgPool, items: &mut [QuoteItem]) -> Result<(), Fault> {
    let open = |item: &QuoteItem| item.weight_grams.is_none() || item.sides_mm.is_none();
    let wanted: Vec<String> =
        items.iter().filter(|item| open(item)).filter_map(|item| item.sku.clone()).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let known = sqlx::query!(
        "select sku, weight_grams, length_mm, width_mm, height_mm from product where sku = any($1)",
        &wanted
    )
    .fetch_all(pool)
    .await?;
    for item in items.iter_mut() {
        let Some(product) = known.iter().find(|product| Some(&product.sku) == item.sku.as_ref()) else {
            continue;
        };
        item.weight_grams = item.weight_grams.or(product.weight_grams.map(i64::from));
        item.sides_mm = item.sides_mm.or(sides([product.length_mm, product.width_mm, product.height_mm]));
    }
    Ok(())
}

/// All three sides, or none.
pub(super) fn sides([length, width, height]: [Option<i32>; 3]) -> Option<[i64; 3]> {
    Some([i64::from(length?), i64::from(width?), i64::from(height?)])
}
