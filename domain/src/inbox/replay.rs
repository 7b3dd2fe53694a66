//! Verb: staff have webhooks heard again. Hearing twice is harmless: everything that hears is idempotent.

use super::{
    InboxFilter, InboxState, ProcessWebhook,
    list::{like, number, tidy},
};
use crate::{Fault, Shop, ids::InboxId, queue, staff::Person};

/// At most so many at a time, so that a slip cannot fill the queue.
const MOST: i64 = 1000;

/// Hears one webhook again.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn replay_one(shop: &Shop, by: &Person, id: InboxId) -> Result<(), Fault> {
    if again(shop, by, &[id.0]).await? == 0 { Err(Fault::NotFound) } else { Ok(()) }
}

/// Hears every webhook again that matches, a thousand at most, the oldest first; answers how many.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn replay(shop: &Shop, by: &Person, filter: &InboxFilter) -> Result<usize, Fault> {
    let ids = sqlx::query_scalar!(
        r#"select i.id from inbox i left join orders o on o.id = i.about
           where ($1::text is null or i.provider = $1)
             and ($2::text is null or i.event_id ilike '%' || $2 || '%' or i.kind ilike '%' || $2 || '%')
             and ($3::text is null or o.number = $3)
             and ($4::inbox_state is null or i.state = $4)
           order by i.id limit $5"#,
        tidy(filter.provider.as_deref()),
        tidy(filter.event.as_deref()).map(like),
        number(filter),
        filter.state as Option<InboxState>,
        MOST,
    )
    .fetch_all(&shop.pool)
    .await?;
    again(shop, by, &ids).await
}

async fn again(shop: &Shop, by: &Person, ids: &[uuid::Uuid]) -> Result<usize, Fault> {
    let mut tx = shop.pool.begin().await?;
    let ids = sqlx::query_scalar!(
        "update inbox set state = 'received', processed_at = null, outcome = $2 where id = any($1) returning id",
        ids,
        format!("to be heard again, says {}", by.name),
    )
    .fetch_all(&mut *tx)
    .await?;
    for id in &ids {
        queue::enqueue(&mut tx, &ProcessWebhook { inbox: InboxId(*id) }).await?;
    }
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(ids.len())
}
