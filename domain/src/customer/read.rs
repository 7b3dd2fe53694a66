//! Verb: what somebody has chosen so far.

use super::{Phone, Preferences, Topic, Who, phone};
use crate::{Fault, Language, Shop, clock::At, notice::Channel};

/// What holds for who never said anything: the shop's quiet hours, where it set any.
async fn unsaid(shop: &Shop) -> Result<Preferences, Fault> {
    let reach = sqlx::query!(
        r#"select quiet_from <> quiet_until as "quiet!", to_char(quiet_from, 'HH24:MI') as "quiet_from!",
               to_char(quiet_until, 'HH24:MI') as "quiet_until!" from reach"#
    )
    .fetch_optional(&shop.pool)
    .await?;
    Ok(match reach {
        Some(reach) if reach.quiet => Preferences {
            quiet_from: reach.quiet_from,
            quiet_until: reach.quiet_until,
            ..Preferences::default()
        },
        Some(_) => Preferences { quiet: false, ..Preferences::default() },
        None => Preferences::default(),
    })
}

/// Their choices; the defaults for who never chose.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn read(shop: &Shop, who: &Who) -> Result<Preferences, Fault> {
    let row = sqlx::query!(
        r#"select id, language, zone, quiet, to_char(quiet_from, 'HH24:MI') as "quiet_from!",
               to_char(quiet_until, 'HH24:MI') as "quiet_until!", phone, phone_verified_at as "verified_at: At",
               email_before is not null as "unsubscribed!"
           from customer where email_hash = $1"#,
        who.hash,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else { return unsaid(shop).await };
    let chosen =
        sqlx::query!("select topic, channel, wanted from customer_preference where customer_id = $1", row.id)
            .fetch_all(&shop.pool)
            .await?;
    let chosen = chosen
        .into_iter()
        .filter_map(|row| Some(((Topic::parse(&row.topic)?, Channel::parse(&row.channel)?), row.wanted)))
        .collect();
    let number = row.phone.and_then(|sealed| phone::open(shop, row.id, &sealed));
    Ok(Preferences {
        chosen,
        language: row.language.as_deref().and_then(Language::from_tag),
        zone: row.zone,
        quiet: row.quiet,
        quiet_from: row.quiet_from,
        quiet_until: row.quiet_until,
        phone: number
            .map(|number| Phone { masked: phone::mask(&number), verified: row.verified_at.is_some() }),
        unsubscribed: row.unsubscribed,
    })
}
