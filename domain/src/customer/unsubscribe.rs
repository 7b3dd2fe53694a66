//! Verbs: no more mails about where an order stands, and the way back.
//!
//! What about money and what they asked for themselves still comes: nobody is left without a receipt ([`Topic::is_optional`]). What
//! they had chosen before is kept beside it, so that coming back loses nothing.

use super::{Topic, Who};
use crate::{
    Fault, Shop,
    clock::At,
    notice::{self, Channel},
};

fn optional() -> Vec<&'static str> {
    Topic::ALL.into_iter().filter(|topic| topic.is_optional()).map(Topic::as_str).collect()
}

/// Switches mails of all optional topics off. Doing it again changes nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn unsubscribe(shop: &Shop, who: &Who) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let id = who.row(&mut tx, now).await?;
    // The row's lock makes the second of two clicks see what the first one kept.
    let first = sqlx::query!(
        "update customer c set updated_at = $2, email_before = (
             select coalesce(jsonb_object_agg(p.topic, p.wanted), '{}') from customer_preference p
             where p.customer_id = c.id and p.channel = 'email' and p.topic = any($3::text[]))
         where c.id = $1 and c.email_before is null",
        id.0,
        now as At,
        &optional() as _,
    )
    .execute(&mut *tx)
    .await?;
    if first.rows_affected() == 1 {
        sqlx::query!(
            "insert into customer_preference (customer_id, topic, channel, wanted)
             select $1, topic, 'email', false from unnest($2::text[]) as x (topic)
             on conflict (customer_id, topic, channel) do update set wanted = false",
            id.0,
            &optional() as _,
        )
        .execute(&mut *tx)
        .await?;
        let unwanted: Vec<_> = Topic::ALL
            .into_iter()
            .filter(|topic| topic.is_optional())
            .map(|topic| (topic, Channel::Email))
            .collect();
        notice::withdraw_unwanted(&mut tx, &who.hash, &unwanted).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Puts back what they had chosen before. Doing it again changes nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn subscribe_again(shop: &Shop, who: &Who) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let before = sqlx::query!(
        r#"with before as (select id, email_before from customer where email_hash = $1 and email_before is not null for update)
           update customer c set email_before = null, updated_at = $2 from before where c.id = before.id
           returning c.id, before.email_before as "chosen!""#,
        who.hash,
        now as At,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(before) = before {
        sqlx::query!(
            "delete from customer_preference where customer_id = $1 and channel = 'email' and topic = any($2::text[])",
            before.id,
            &optional() as _,
        )
        .execute(&mut *tx)
        .await?;
        sqlx::query!(
            "insert into customer_preference (customer_id, topic, channel, wanted)
             select $1, key, 'email', value::boolean from jsonb_each_text($2)",
            before.id,
            before.chosen,
        )
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whether they have taken leave.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn is_unsubscribed(shop: &Shop, who: &Who) -> Result<bool, Fault> {
    let found = sqlx::query_scalar!(
        r#"select email_before is not null as "gone!" from customer where email_hash = $1"#,
        who.hash,
    );
    Ok(found.fetch_optional(&shop.pool).await?.unwrap_or(false))
}
