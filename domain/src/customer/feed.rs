//! Verbs: what somebody was told. The feed of their page, and the whole history for a program.
//!
//! What belongs to an address is what was sent to it, and everything their orders' messages say to them over other channels.

use uuid::Uuid;

use super::Who;
use crate::{
    Fault, Language, Shop,
    clock::At,
    dates::moment,
    moment::Moment,
    notice::{Channel, NoticeKind, NoticeState},
    order::OrderNumber,
};

const PAGE: usize = 50;
const FEED: i64 = 10;

/// One message.
#[derive(Debug, Clone)]
pub struct Told {
    /// Its id.
    pub id: Uuid,
    /// About which order.
    pub number: Option<OrderNumber>,
    /// What it told.
    pub kind: NoticeKind,
    /// How it came.
    pub channel: Channel,
    /// How far it got.
    pub state: NoticeState,
    /// As it left.
    pub subject: Option<String>,
    /// When it was planned.
    pub created_at: At,
    /// When it was handed over.
    pub sent_at: Option<At>,
    /// When it arrived, where the provider said so.
    pub delivered_at: Option<At>,
    /// When it was planned, in the reader's words and the shop's zone.
    pub when: Moment,
}

/// A page of messages.
#[derive(Debug, Clone)]
pub struct ToldPage {
    /// Newest first.
    pub rows: Vec<Told>,
    /// Where the next page begins.
    pub next: Option<Uuid>,
}

/// What our own pages tell them: newest first, the last ten.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn feed(shop: &Shop, who: &Who, language: Language) -> Result<Vec<Told>, Fault> {
    select(shop, who, None, Some(Channel::InApp), FEED, language).await
}

/// Every message to them, from where a page before ended.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn history(
    shop: &Shop,
    who: &Who,
    before: Option<Uuid>,
    language: Language,
) -> Result<ToldPage, Fault> {
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut rows = select(shop, who, before, None, most, language).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| row.id);
    Ok(ToldPage { rows, next })
}

async fn select(
    shop: &Shop,
    who: &Who,
    before: Option<Uuid>,
    channel: Option<Channel>,
    most: i64,
    language: Language,
) -> Result<Vec<Told>, Fault> {
    // Ids are made in the order of time. A link that opens their account is no news; what somebody wrote and may still take back is none yet.
    let rows = sqlx::query!(
        r#"select n.id, o.number as "number?", n.kind, n.channel, n.state, n.subject, n.created_at,
               n.sent_at as "sent_at?: At", n.delivered_at as "delivered_at?: At"
           from notice n left join orders o on o.id = n.order_id
           where n.audience = 'customer' and n.kind <> 'sign_in' and n.state <> 'withdrawn'
             and not (n.kind = 'message' and n.state in ('pending', 'deferred') and n.not_before is not null)
             and (o.email_hash = $1 or (n.order_id is null and n.recipient = $2))
             and ($3::uuid is null or n.id < $3) and ($4::text is null or n.channel = $4)
           order by n.id desc limit $5"#,
        who.hash,
        who.email,
        before,
        channel.map(Channel::as_str),
        most,
    )
    .fetch_all(&shop.pool)
    .await?;
    let told = rows.into_iter().filter_map(|row| {
        let created_at: At = row.created_at;
        Some(Told {
            id: row.id,
            number: row.number.as_deref().and_then(OrderNumber::parse),
            kind: NoticeKind::parse(&row.kind)?,
            channel: Channel::parse(&row.channel)?,
            state: row.state,
            subject: row.subject,
            created_at,
            sent_at: row.sent_at,
            delivered_at: row.delivered_at,
            when: moment(created_at, language, &shop.about.zone),
        })
    });
    Ok(told.collect())
}
