//! Verb: keep what somebody chose.

use super::{Preferences, Topic, Who};
use crate::{Fault, Shop, clock::At, notice};

/// Keeps all of it at once: every topic and channel is written down, so that a later change of the defaults changes nobody's choice.
/// The telephone number is not touched; [`super::start`] and its like do that. Choosing by hand undoes [`super::unsubscribe`].
///
/// # Errors
/// When PostgreSQL is away.
pub async fn save(shop: &Shop, who: &Who, wish: &Preferences) -> Result<(), Fault> {
    let now = shop.clock.now();
    let (mut topics, mut channels, mut wanted) = (Vec::new(), Vec::new(), Vec::new());
    for topic in Topic::ALL {
        for channel in Topic::CHANNELS {
            topics.push(topic.as_str());
            channels.push(channel.as_str());
            wanted.push(wish.wants(topic, channel));
        }
    }
    let mut tx = shop.pool.begin().await?;
    let id = who.row(&mut tx, now).await?;
    sqlx::query!(
        "update customer set language = $2, zone = $3, quiet = $4, quiet_from = $5::text::time, quiet_until = $6::text::time,
             email_before = null, updated_at = $7
         where id = $1",
        id.0,
        wish.language.map(|language| language.tag()),
        wish.zone,
        wish.quiet,
        wish.quiet_from,
        wish.quiet_until,
        now as At,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "insert into customer_preference (customer_id, topic, channel, wanted)
         select $1, x.topic, x.channel, x.wanted from unnest($2::text[], $3::text[], $4::bool[]) as x (topic, channel, wanted)
         on conflict (customer_id, topic, channel) do update set wanted = excluded.wanted",
        id.0,
        &topics as _,
        &channels as _,
        &wanted,
    )
    .execute(&mut *tx)
    .await?;
    let all = Topic::ALL.into_iter().flat_map(|topic| Topic::CHANNELS.map(|channel| (topic, channel)));
    let unwanted: Vec<_> = all.filter(|(topic, channel)| !wish.wants(*topic, *channel)).collect();
    notice::withdraw_unwanted(&mut tx, &who.hash, &unwanted).await?;
    tx.commit().await?;
    Ok(())
}
