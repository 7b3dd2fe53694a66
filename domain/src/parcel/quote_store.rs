//! Every query on `quote`.

use serde_json::Value;
use sqlx::{PgConnection, PgPool, types::Json};

use super::{AddressCheck, Offer, QuoteItem, Quoted, Size, quote::LIFE};
use crate::{Fault, clock::At};

/// Keeps what was offered, and to which question.
pub(super) async fn keep(
    pool: &PgPool,
    shipment: &str,
    (asked, quoted): (&[u8], &Quoted),
    boxes: &Value,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into quote (shipment_id, rates, parcels, created_at, asked, address_valid) values ($1, $2, $3, $4, $5, $6)
         on conflict (shipment_id) do update set rates = excluded.rates, parcels = excluded.parcels",
        shipment,
        Json(&quoted.offers) as _,
        boxes,
        now as At,
        asked,
        quoted.address.valid,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// The newest answer to a question since a moment; without the words carriers had for it.
pub(super) async fn answer(pool: &PgPool, asked: &[u8], since: At) -> Result<Option<Quoted>, Fault> {
    let row = sqlx::query!(
        r#"select shipment_id, rates as "rates: Json<Vec<Offer>>", parcels as "parcels: Json<Vec<Size>>", address_valid,
                  created_at as "created_at: At"
           from quote where asked = $1 and created_at >= $2 order by created_at desc limit 1"#,
        asked,
        since as At,
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| Quoted {
        shipment_id: Some(row.shipment_id),
        offers: row.rates.0,
        boxes: row.parcels.0,
        address: AddressCheck { valid: row.address_valid, ..AddressCheck::default() },
        messages: Vec::new(),
        good_until: row.created_at.plus(LIFE),
    }))
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
