//! Plans a message that no rule asks for: at once, or for its hour.

use std::time::Duration;

use serde_json::Value;
use sqlx::PgConnection;

use super::{Channel, Haste, NoticeKind, SendNotice};
use crate::{
    Fault, Language,
    clock::At,
    ids::{NoticeId, OrderId},
    queue,
};

/// What is to be told to one recipient, once per occasion.
#[derive(Debug, Clone)]
pub struct Occasion<'a> {
    /// What it is told about: the same occasion is told to nobody twice over one channel.
    pub name: &'a str,
    /// As what.
    pub kind: NoticeKind,
    /// Over which channel.
    pub channel: Channel,
    /// To whom, as [`Channel`] names recipients.
    pub recipient: &'a str,
    /// In which language.
    pub language: Language,
    /// About which order, if about one.
    pub order: Option<OrderId>,
    /// Which event of the order it belongs to, if to one: there it stands in the history.
    pub event: Option<i64>,
    /// Goes before others.
    pub urgent: bool,
    /// What the words need.
    pub payload: Value,
    /// Not before this hour; `None`: at once. Whoever names an hour means it, quiet or not.
    pub at: Option<At>,
}

/// Writes it and its job; `None` when this recipient was told of the occasion already.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn schedule(
    conn: &mut PgConnection,
    occasion: &Occasion<'_>,
    now: At,
) -> Result<Option<NoticeId>, Fault> {
    let id = NoticeId::new();
    let at = occasion.at.filter(|at| *at > now);
    let (state, reason) = match (occasion.channel, at) {
        (Channel::InApp, None) => ("sent", None),
        (_, None) => ("pending", None),
        (_, Some(_)) => ("deferred", Some("scheduled")),
    };
    let written = sqlx::query!(
        "insert into notice (id, order_id, event_version, occasion, kind, channel, recipient, language, audience, state, reason, urgent, payload,
             not_before, created_at, sent_at)
         values ($1, $2, $15, $3, $4, $5, $6, $7, $8, ($9::text)::notice_state, $10, $11, $12, $13,
             $14::timestamptz, case when $9::text = 'sent' then $14::timestamptz end)
         on conflict (occasion, recipient, channel) where occasion is not null do nothing",
        id.0,
        occasion.order.map(|order| order.0),
        occasion.name,
        occasion.kind.as_str(),
        occasion.channel.as_str(),
        occasion.recipient,
        occasion.language.tag(),
        if occasion.kind.is_for_staff() { "staff" } else { "customer" },
        state,
        reason,
        occasion.urgent,
        occasion.payload,
        at as Option<At>,
        now as At,
        occasion.event,
    )
    .execute(&mut *conn)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(None);
    }
    if state != "sent" {
        let haste = if occasion.urgent { Haste::Urgent } else { Haste::Normal };
        let job = SendNotice { notice: id, channel: occasion.channel, haste, app: false };
        let wait = at.map_or(0, |at| now.seconds_until(at).max(0));
        queue::enqueue_many(conn, &[job], Duration::from_secs(wait.unsigned_abs())).await?;
    }
    Ok(Some(id))
}
