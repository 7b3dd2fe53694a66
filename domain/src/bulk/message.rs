//! A bulk change that writes to customers: whom it cannot reach, and the messages themselves.

use std::collections::HashSet;

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Action, store::Bulk};
use crate::{
    Fault, Shop,
    clock::At,
    ids::BulkId,
    notice::{
        NoticeState,
        by_hand::{Words, silenced_orders, write_to_many},
    },
    order::many::Planned,
};

/// Orders whose customers cannot be written to; none where nobody is written to.
pub(super) async fn silenced(
    conn: &mut PgConnection,
    action: &Action,
    orders: &[Uuid],
) -> Result<HashSet<Uuid>, Fault> {
    match action {
        Action::Message { .. } => silenced_orders(conn, orders).await,
        _ => Ok(HashSet::new()),
    }
}

/// The messages of a chunk, held back with the change.
pub(super) async fn write(
    conn: &mut PgConnection,
    (id, bulk): (BulkId, &Bulk),
    steps: &[Planned],
    now: At,
) -> Result<(), Fault> {
    let Action::Message { subject, text, at } = &bulk.action else { return Ok(()) };
    let words = Words { subject: subject.clone(), text: text.clone() };
    let by = bulk.actor.name.as_deref();
    write_to_many(conn, steps, (&words, by), (id, bulk.held_until, at.is_some()), now).await
}

/// How far the messages of a bulk change that writes to customers are: how many stand in each state.
///
/// # Errors
/// [`Fault::NotFound`] when it is none of those.
pub async fn messages(shop: &Shop, id: BulkId) -> Result<Vec<(NoticeState, i64)>, Fault> {
    let writes =
        sqlx::query_scalar!(r#"select action->>'do' = 'message' as "writes!" from bulk where id = $1"#, id.0)
            .fetch_optional(&shop.pool)
            .await?;
    if writes != Some(true) {
        return Err(Fault::NotFound);
    }
    let rows = sqlx::query!(
        r#"select state as "state: NoticeState", count(*) as "n!" from notice where bulk_id = $1 group by state order by state"#,
        id.0
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.state, row.n)).collect())
}
