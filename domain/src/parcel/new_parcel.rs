//! A bought label becomes a box of its order.

use sqlx::PgConnection;

use super::{Direction, LabelNews, label_store::Label, our_token};
use crate::{Fault, clock::At, ids::ParcelId, inbox};

/// Adds the box after the others, once, and wakes what carriers have told of it already. The caller has called
/// [`inbox::store::meet`] for purchase and number, and holds the order's lock.
pub(super) async fn insert(
    conn: &mut PgConnection,
    label: &Label,
    news: &LabelNews,
    now: At,
) -> Result<(), Fault> {
    let token = our_token(&label.carrier_token);
    sqlx::query!(
        "insert into parcel (id, order_id, position, carrier, carrier_token, tracking_number, tracking_url, created_at, label_id, eta,
             direction)
         select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from parcel where order_id = $2
         on conflict (label_id) do nothing",
        ParcelId::new().0,
        label.order.0,
        label.carrier,
        token,
        news.number,
        news.tracking_url,
        now as At,
        label.id.0,
        news.eta as _,
        label.direction as Direction,
    )
    .execute(&mut *conn)
    .await?;
    inbox::store::wake(conn, &inbox::about_transaction(&news.transaction)).await?;
    if let Some(number) = &news.number {
        inbox::store::wake(conn, &inbox::about_track(token, number)).await?;
    }
    Ok(())
}
