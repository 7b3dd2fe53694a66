//! Verb: send me one, so that I see how it comes.

use serde_json::json;
use uuid::Uuid;

use super::Who;
use crate::{
    Fault, Language, Shop,
    ids::{NoticeId, OrderId},
    language::say,
    limit::{self, Limit},
    notice::{Channel, NoticeKind, Occasion, schedule},
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
    let about = sqlx::query!(
        r#"select id, lower(email) as "email!" from orders
           where email_hash = $1 and ($2::uuid is null or id = $2) order by id desc limit 1"#,
        who.hash,
        order.map(|order| order.0),
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Fault::NotFound)?;
    let trial = Occasion {
        name: &format!("try_out:{}", Uuid::now_v7()),
        kind: NoticeKind::Message,
        channel: Channel::Email,
        recipient: &about.email,
        language,
        order: Some(OrderId(about.id)),
        event: None,
        urgent: true,
        payload: json!({ "message": say(language, "preferences-test-message") }),
        at: None,
    };
    let id = schedule(&mut tx, &trial, now).await?.ok_or(Fault::NotFound)?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(id)
}
