//! Verb: what the customer of one order was told about it.

use super::{Channel, NoticeKind, NoticeState};
use crate::{Fault, Shop, clock::At, ids::OrderId};

/// One message.
#[derive(Debug, Clone)]
pub struct ToldOf {
    /// What it told.
    pub kind: NoticeKind,
    /// How it came.
    pub channel: Channel,
    /// How far it got.
    pub state: NoticeState,
    /// When it was planned.
    pub created_at: At,
    /// When it was handed over.
    pub sent_at: Option<At>,
}

/// The messages, newest first. What somebody wrote and may still take back is none yet.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn told_of(shop: &Shop, order: OrderId) -> Result<Vec<ToldOf>, Fault> {
    let rows = sqlx::query!(
        r#"select kind, channel, state, created_at as "created_at: At", sent_at as "sent_at: At" from notice
           where order_id = $1 and audience = 'customer' and kind <> 'sign_in' and state <> 'withdrawn'
             and not (kind = 'message' and state in ('pending', 'deferred') and not_before is not null)
           order by id desc limit 100"#,
        order.0
    )
    .fetch_all(&shop.pool)
    .await?;
    let told = rows.into_iter().filter_map(|row| {
        Some(ToldOf {
            kind: NoticeKind::parse(&row.kind)?,
            channel: Channel::parse(&row.channel)?,
            state: row.state,
            created_at: row.created_at,
            sent_at: row.sent_at,
        })
    });
    Ok(told.collect())
}
