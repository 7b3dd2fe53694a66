//! Verb: staff write to an order's customer.

use uuid::Uuid;

use super::{Channel, Words, ways, ways::language, within};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    event::Kind,
    ids::OrderId,
    notice::{NoticeKind, Occasion, schedule},
    order::{
        record::{self, Recorded},
        store,
    },
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
    /// Not before this hour, which must lie ahead; `None`: at once.
    pub at: Option<At>,
}

/// Writes it down and has it sent, at once or at its hour. It contradicts nobody, so no version has to be seen.
///
/// # Errors
/// [`Reason::BadHour`]; [`Reason::CannotBeWritten`] where the customer has no such channel or nobody writes there any more; [`Fault::NotFound`].
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
    if let Some(at) = wish.at {
        within(at, now)?;
    }
    let ways = ways(&mut tx, id).await?;
    let way = ways.into_iter().find(|way| way.channel == wish.channel && !way.silenced);
    let recipients = way.ok_or(Reason::CannotBeWritten)?.recipients;
    let payload = wish.words.payload(wish.channel, Some(&by.name));
    let recorded =
        record::fact(&mut tx, &mut order, Kind::MessageSent, &by.actor(), payload.clone(), (now, now))
            .await?;
    let language = language(&mut tx, id).await?;
    for recipient in &recipients {
        let message = Occasion {
            name: &occasion,
            kind: NoticeKind::Message,
            channel: wish.channel,
            recipient,
            language,
            order: Some(id),
            event: Some(order.version),
            urgent: false,
            payload: payload.clone(),
            at: wish.at,
        };
        schedule(&mut tx, &message, now).await?;
    }
    tx.commit().await?;
    shop.bell.ring(id);
    shop.bell.work_waits();
    Ok(recorded)
}
