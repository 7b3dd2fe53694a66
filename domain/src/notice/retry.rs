//! Verb: staff send a message once more that was given up.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, Haste, SendNotice, fail};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    ids::NoticeId,
    queue,
    staff::{Person, Role},
};

/// Plans it again, to leave at once. Of one that waits to be sent anyway it is so already.
///
/// # Errors
/// [`Reason::NoticeNotGivenUp`] for one that was sent or taken back; [`Fault::NotFound`].
pub async fn retry(shop: &Shop, by: &Person, id: NoticeId) -> Result<(), Fault> {
    by.must_be(Role::Operator)?;
    let mut tx = shop.pool.begin().await?;
    let order = fail::lock_order(&mut tx, id).await?;
    let now = shop.clock.now();
    let channel = sqlx::query_scalar!(
        // Of one that may have been taken the words are kept: by them its provider is asked before it is sent again.
        "update notice set state = 'pending', reason = null, not_before = $2, attempts = 0, sent_at = null, provider = null,
             provider_id = null, edition = edition + case when provider_id is null then 0 else 1 end,
             subject = case when provider_id is null then subject end,
             body_text = case when provider_id is null then body_text end,
             body_html = case when provider_id is null then body_html end
         where id = $1 and state in ('dead', 'suppressed') returning channel",
        id.0,
        now as At,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(channel) = channel else { return already(&mut tx, id).await };
    record(&mut tx, by, id, ("retry", None), now).await?;
    if let Some(order) = order {
        fail::settle(&mut tx, order, Some(&by.name), now).await?;
    }
    enqueue(&mut tx, id, &channel).await?;
    tx.commit().await?;
    match order {
        Some(order) => shop.bell.ring(order),
        None => shop.bell.work_waits(),
    }
    Ok(())
}

/// A second click finds it on its way.
async fn already(conn: &mut PgConnection, id: NoticeId) -> Result<(), Fault> {
    let waits = sqlx::query_scalar!(
        r#"select state in ('pending', 'deferred', 'sending', 'failed') as "waits!" from notice where id = $1"#,
        id.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    if waits { Ok(()) } else { Err(Reason::NoticeNotGivenUp.into()) }
}

/// A person waits for it: before all others.
pub(super) async fn enqueue(conn: &mut PgConnection, id: NoticeId, channel: &str) -> Result<(), Fault> {
    let channel = Channel::parse(channel).ok_or_else(|| anyhow::anyhow!("no channel is called {channel}"))?;
    queue::enqueue(conn, &SendNotice { notice: id, channel, haste: Haste::Urgent, app: false }).await
}

/// Writes down who decided what.
pub(super) async fn record(
    conn: &mut PgConnection,
    by: &Person,
    id: NoticeId,
    (what, formerly): (&str, Option<&str>),
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into notice_act (id, notice_id, what, actor, formerly, at) values ($1, $2, $3, $4, $5, $6)",
        Uuid::now_v7(),
        id.0,
        what,
        by.name,
        formerly,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
