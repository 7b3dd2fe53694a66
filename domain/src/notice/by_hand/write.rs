//! Verb: staff write to an order's customer.

use uuid::Uuid;

use super::{Channel, Words, ways};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    event::Kind,
    ids::{NoticeId, OrderId},
    notice::{Haste, NoticeKind, SendNotice},
    order::{
        record::{self, Recorded},
        store,
    },
    queue,
    staff::{Person, Role},
};

/// A message about to be written.
#[derive(Debug, Clone)]
pub struct ByHand {
    /// Of the page it was typed on: the same page sent twice is one message.
    pub key: Uuid,
    /// Over which channel.
    pub channel: Channel,
    /// What it says.
    pub words: Words,
}

/// Writes it down and has it sent. It contradicts nobody, so no version has to be seen.
///
/// # Errors
/// [`Reason::CannotBeWritten`] where the customer has no such channel or nobody writes there any more; [`Fault::NotFound`].
pub async fn by_hand(shop: &Shop, by: &Person, id: OrderId, wish: &ByHand) -> Result<Recorded, Fault> {
    by.must_be(Role::Operator)?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    // A second click waits here, and then sees what the first one wrote.
    let mut order = store::lock(&mut tx, id).await?;
    let occasion = format!("by_hand:{}", wish.key);
    let written = sqlx::query_scalar!(
        r#"select exists (select 1 from notice where occasion = $1 and order_id = $2) as "there!""#,
        occasion,
        id.0
    )
    .fetch_one(&mut *tx)
    .await?;
    if written {
        return Ok(Recorded::Already);
    }
    let ways = ways(&mut tx, id).await?;
    let way = ways.into_iter().find(|way| way.channel == wish.channel && !way.silenced);
    let recipients = way.ok_or(Reason::CannotBeWritten)?.recipients;
    let payload = wish.words.payload(wish.channel, Some(&by.name));
    let recorded =
        record::fact(&mut tx, &mut order, Kind::MessageSent, &by.actor(), payload.clone(), (now, now))
            .await?;
    for recipient in recipients {
        let notice = NoticeId::new();
        let planned = sqlx::query!(
            "insert into notice (id, order_id, event_version, occasion, kind, channel, recipient, language, payload, created_at)
             select $1, o.id, $3, $4, $5, $6, $7, coalesce(c.language, o.language), $8, $9
             from orders o left join customer c on c.email_hash = o.email_hash where o.id = $2
             on conflict do nothing",
            notice.0,
            id.0,
            order.version,
            occasion,
            NoticeKind::Message.as_str(),
            wish.channel.as_str(),
            recipient,
            payload,
            now as At,
        )
        .execute(&mut *tx)
        .await?;
        if planned.rows_affected() == 1 {
            let job = SendNotice { notice, channel: wish.channel, haste: Haste::Normal, app: false };
            queue::enqueue(&mut tx, &job).await?;
        }
    }
    tx.commit().await?;
    shop.bell.ring(id);
    shop.bell.work_waits();
    Ok(recorded)
}
