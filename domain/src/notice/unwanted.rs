//! What somebody has just said no to, and has not left: it leaves no more.

use sqlx::PgConnection;

use super::{Channel, NoticeKind, Topic};
use crate::Fault;

/// Takes back the waiting messages of these topics and channels to whoever has this address.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn withdraw_unwanted(
    conn: &mut PgConnection,
    email_hash: &[u8],
    unwanted: &[(Topic, Channel)],
) -> Result<(), Fault> {
    let of = |topic: Topic| NoticeKind::ALL.into_iter().filter(move |kind| kind.topic() == Some(topic));
    let (kinds, channels): (Vec<&str>, Vec<&str>) = unwanted
        .iter()
        .flat_map(|(topic, channel)| of(*topic).map(|kind| (kind.as_str(), channel.as_str())))
        .unzip();
    sqlx::query!(
        "update notice n set state = 'withdrawn', reason = 'opted_out'
         from orders o, unnest($2::text[], $3::text[]) as x (kind, channel)
         where o.email_hash = $1 and n.order_id = o.id and n.audience = 'customer' and n.kind = x.kind and n.channel = x.channel
             and n.state in ('pending', 'deferred', 'failed')",
        email_hash,
        &kinds as _,
        &channels as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}
