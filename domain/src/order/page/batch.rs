//! Labels of many orders: what would be bought, what cannot be and why, and how far each is.

use sqlx::types::Json;

use super::{
    super::{Batch, BatchRow, ChosenRate, LabelView, OrderNumber, store},
    money::words,
    parcels::{self, Boxes},
};
use crate::{
    Fault, Language, Reason, Shop,
    ids::OrderId,
    parcel::{Direction, LabelStatus, Offer},
};

/// At most so many at a time: a page of the list.
const MOST: usize = 50;

/// The orders of these numbers, in the reader's language. Numbers nobody has are left out.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn batch(shop: &Shop, numbers: &[OrderNumber], language: Language) -> Result<Batch, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let mut rows = Vec::new();
    for number in numbers.iter().take(MOST) {
        match store::id_of(&mut conn, number).await {
            Ok(id) => rows.push(row(&mut conn, shop, id, language).await?),
            Err(Fault::NotFound) => {}
            Err(fault) => return Err(fault),
        }
    }
    rows.sort_by_key(rank);
    let count =
        |wanted: u8| i64::try_from(rows.iter().filter(|row| rank(row) == wanted).count()).unwrap_or_default();
    Ok(Batch { ready: count(2), failed: count(0), rows })
}

/// Trouble first.
fn rank(row: &BatchRow) -> u8 {
    match row.label.as_ref().map(|label| label.status) {
        Some(LabelStatus::Refused | LabelStatus::Unknown | LabelStatus::VoidRefused) => 0,
        Some(LabelStatus::Bought) => 4,
        Some(LabelStatus::Intended | LabelStatus::Calling | LabelStatus::Voiding) => 3,
        Some(LabelStatus::Voided) | None if row.blocked.is_some() => 1,
        Some(LabelStatus::Voided) | None => 2,
    }
}

async fn row(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    id: OrderId,
    language: Language,
) -> Result<BatchRow, Fault> {
    let order = store::load(&mut *conn, id).await?;
    let boxes = parcels::boxes(&mut *conn, shop, id, language).await?;
    let chosen = sqlx::query!(
        r#"select o.shipment_id, o.service_token, o.carrier_token, q.rates as "rates?: Json<Vec<Offer>>",
                  coalesce(jsonb_array_length(q.parcels), 1)::bigint as "together!"
           from orders o left join quote q on q.shipment_id = o.shipment_id where o.id = $1"#,
        id.0
    )
    .fetch_one(conn)
    .await?;
    let rate =
        chosen.shipment_id.zip(chosen.service_token).zip(chosen.carrier_token).map(
            |((shipment_id, service_token), carrier)| ChosenRate { shipment_id, service_token, carrier },
        );
    let offers = chosen.rates.map(|json| json.0).unwrap_or_default();
    let offer = rate.as_ref().and_then(|rate| {
        offers.iter().find(|offer| offer.service_token == rate.service_token && offer.carrier == rate.carrier)
    });
    let blocked = match (&rate, boxes.may_buy(&order)) {
        (_, false) => Some(Reason::NoLabelNow { status: order.state.status }),
        (None, _) => Some(Reason::NoRates),
        _ if chosen.together > 1 => Some(Reason::SeveralBoxes { boxes: chosen.together }),
        _ => None,
    };
    Ok(BatchRow {
        number: order.number.to_string(),
        customer: order.customer_name,
        choice: rate.as_ref().map(|rate| match offer {
            Some(offer) => format!("{} {}", offer.carrier_name, offer.service),
            None => format!("{} {}", rate.carrier, rate.service_token),
        }),
        price: offer.map(|offer| words(offer.amount, &offer.currency, language)),
        label: newest(boxes),
        blocked: blocked.map(|reason| reason.say(language)),
    })
}

/// The label of the first box to the customer.
fn newest(boxes: Boxes) -> Option<LabelView> {
    let parcels = boxes.parcels.into_iter().filter_map(|parcel| parcel.label);
    parcels
        .chain(boxes.labels)
        .filter(|label| label.direction == Direction::Outbound && label.box_number == 1)
        .max_by_key(|label| (label.status.is_live(), label.id))
}
