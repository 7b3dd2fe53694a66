//! What was sent to an endpoint, and what was answered.

use serde::{Deserialize, Serialize};

use super::{Attempt, Message, MessageState};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{WebhookEndpointId, WebhookMessageId},
    order::OrderNumber,
};

/// Messages of one page, for people.
pub const PAGE: usize = 50;

/// What narrows the log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LogFilter {
    /// Where they stand.
    pub state: Option<MessageState>,
    /// A kind of event, or [`super::TEST`].
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Number of an order, as people write it; what is no number finds nothing.
    pub order: Option<String>,
    /// The last one of the page before.
    pub after: Option<WebhookMessageId>,
}

/// A page of the log, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPage {
    /// The messages.
    pub messages: Vec<Message>,
    /// After which the next page begins, if there is one.
    pub next: Option<WebhookMessageId>,
}

/// A page of so many messages of an endpoint's log, at most.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn log(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    filter: &LogFilter,
    most: usize,
) -> Result<LogPage, Fault> {
    let number =
        filter.order.as_deref().map(|text| OrderNumber::parse(text).map(|number| number.as_str().to_owned()));
    let number = match number {
        Some(None) => return Ok(LogPage::default()),
        Some(number) => number,
        None => None,
    };
    let mut messages = read(shop, endpoint, None, (filter, number.as_deref()), most).await?;
    let more = messages.len() > most;
    messages.truncate(most);
    let next = messages.last().map(|last| last.id).filter(|_| more);
    Ok(LogPage { messages, next })
}

/// One message of an endpoint.
///
/// # Errors
/// [`Fault::NotFound`] when it has none of that id.
pub async fn message(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    id: WebhookMessageId,
) -> Result<Message, Fault> {
    read(shop, endpoint, Some(id), (&LogFilter::default(), None), 1).await?.pop().ok_or(Fault::NotFound)
}

async fn read(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    only: Option<WebhookMessageId>,
    (filter, number): (&LogFilter, Option<&str>),
    most: usize,
) -> Result<Vec<Message>, Fault> {
    let rows = sqlx::query!(
        r#"select m.id, o.number as "number?", m.sequence, m.type as kind, m.occurred_at as "occurred_at: At", m.created_at as "created_at: At",
                  m.state, m.attempts, m.next_attempt_at as "next_attempt_at: At", m.body,
                  m.state = 'pending' and exists (select from webhook_message before where before.endpoint_id = m.endpoint_id
                      and before.order_id = m.order_id and before.sequence < m.sequence and before.state in ('pending', 'failed')) as "behind!"
           from webhook_message m left join orders o on o.id = m.order_id
           where m.endpoint_id = $1 and ($2::uuid is null or m.id = $2) and ($3::text is null or m.state = $3)
               and ($4::text is null or m.type = $4) and ($5::text is null or o.number = $5)
               and ($6::uuid is null or (m.created_at, m.id) < (select a.created_at, a.id from webhook_message a where a.id = $6))
           order by m.created_at desc, m.id desc limit $7"#,
        endpoint.0,
        only.map(|id| id.0),
        filter.state.map(MessageState::as_str),
        filter.kind.as_deref(),
        number,
        filter.after.map(|id| id.0),
        i64::try_from(most + 1).unwrap_or(i64::MAX),
    )
    .fetch_all(&shop.pool)
    .await?;
    let messages = rows.into_iter().filter_map(|row| {
        let state = MessageState::parse(&row.state)?;
        Some(Message {
            id: WebhookMessageId(row.id),
            endpoint,
            kind: row.kind,
            order: row.number.as_deref().and_then(OrderNumber::parse).map(|number| number.to_string()),
            sequence: row.sequence,
            occurred_at: row.occurred_at,
            created_at: row.created_at,
            state,
            attempts: row.attempts,
            next_attempt_at: (state == MessageState::Pending && !row.behind).then_some(row.next_attempt_at),
            behind: row.behind,
            body: row.body,
        })
    });
    Ok(messages.collect())
}

/// Each time a message was sent, the newest first; of the last thirty days.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn attempts(shop: &Shop, id: WebhookMessageId) -> Result<Vec<Attempt>, Fault> {
    let rows = sqlx::query_as!(
        Attempt,
        r#"select at as "at: At", url, headers, took, status, reason, detail, answer
           from webhook_attempt where message_id = $1 order by id desc limit 100"#,
        id.0,
    );
    Ok(rows.fetch_all(&shop.pool).await?)
}
