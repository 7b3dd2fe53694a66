//! Every query for a number that stands in several orders: two orders in one box, or a mistake. News of it reaches one of them.

use sqlx::PgConnection;

use super::{Carrier, Elsewhere};
use crate::{Fault, ids::OrderId, order::OrderNumber};

/// Other orders than `order` with this number, typed before or after numbers were tidied. `carrier` is a name or key.
pub(super) async fn elsewhere(
    conn: &mut PgConnection,
    order: OrderId,
    number: &str,
    typed: &str,
    carrier: Option<&str>,
) -> Result<Vec<Elsewhere>, Fault> {
    let rows = sqlx::query!(
        r#"select o.number, min(p.carrier) as carrier,
               coalesce(bool_or(p.carrier_token = $4 or lower(p.carrier) = lower($5)), false) as "same!"
           from parcel p join orders o on o.id = p.order_id
           where p.tracking_number in ($2, $3) and p.order_id <> $1
           group by o.id, o.number order by max(p.created_at) desc, o.id limit 6"#,
        order.0,
        number,
        typed,
        carrier.and_then(Carrier::find).map(|known| known.key),
        carrier,
    )
    .fetch_all(conn)
    .await?;
    let seen = rows.into_iter().map(|row| Elsewhere {
        number: number.to_owned(),
        order: written(row.number),
        carrier: row.carrier,
        same_carrier: row.same,
    });
    Ok(seen.collect())
}

/// Numbers that an order shares with others, together, the newest of the others first.
pub(crate) async fn shared_by(conn: &mut PgConnection, order: OrderId) -> Result<Vec<Elsewhere>, Fault> {
    let rows = sqlx::query!(
        r#"select mine.tracking_number as "tracking!", o.number, min(p.carrier) as carrier,
               coalesce(bool_or(p.carrier_token = mine.carrier_token or lower(p.carrier) = lower(mine.carrier)), false) as "same!"
           from parcel mine
               join parcel p on p.tracking_number = mine.tracking_number and p.order_id <> mine.order_id
               join orders o on o.id = p.order_id
           where mine.order_id = $1
           group by mine.tracking_number, o.id, o.number
           order by mine.tracking_number, max(p.created_at) desc, o.id limit 24"#,
        order.0
    )
    .fetch_all(conn)
    .await?;
    let seen = rows.into_iter().map(|row| Elsewhere {
        number: row.tracking,
        order: written(row.number),
        carrier: row.carrier,
        same_carrier: row.same,
    });
    Ok(seen.collect())
}

fn written(number: String) -> String {
    OrderNumber::parse(&number).map_or(number, |number| number.to_string())
}
