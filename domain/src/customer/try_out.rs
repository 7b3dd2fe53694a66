//! Verb: send me one, so that I see how it comes.

use serde_json::json;

use super::Who;
use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::{NoticeId, OrderId},
    language::say,
    limit::{self, Limit},
    notice::{Channel, Haste, NoticeKind, SendNotice},
    queue,
};

const BY_EMAIL: Limit = Limit { tries: 5, seconds: 3600 };

/// Sends a message that says it is a trial to the owner's own address, about one of their orders (the newest where none is named).
///
/// # Errors
/// [`crate::Reason::TooMany`]; [`Fault::NotFound`] where they have no order.
pub async fn try_out(
    shop: &Shop,
    who: &Who,
    order: Option<OrderId>,
    language: Language,
) -> Result<NoticeId, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let counter = [(shop.secret.counter("try-out", &hex::encode(&who.hash)), BY_EMAIL)];
    if let Err(fault) = limit::count(&mut tx, now, &counter).await {
        tx.commit().await?;
        return Err(fault);
    }
    let id = NoticeId::new();
    let planned = sqlx::query!(
        "insert into notice (id, order_id, occasion, kind, channel, recipient, language, urgent, payload, created_at)
         select $1::uuid, o.id, 'try_out:' || ($1::uuid)::text, $2, $3, lower(o.email), $4, true, $5, $6 from orders o
         where o.email_hash = $7 and ($8::uuid is null or o.id = $8) order by o.id desc limit 1",
        id.0,
        NoticeKind::Message.as_str(),
        Channel::Email.as_str(),
        language.tag(),
        json!({ "message": say(language, "preferences-test-message") }),
        now as At,
        who.hash,
        order.map(|order| order.0),
    )
    .execute(&mut *tx)
    .await?;
    if planned.rows_affected() == 0 {
        return Err(Fault::NotFound);
    }
    queue::enqueue(
        &mut tx,
        &SendNotice { notice: id, channel: Channel::Email, haste: Haste::Urgent, app: false },
    )
    .await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(id)
}
