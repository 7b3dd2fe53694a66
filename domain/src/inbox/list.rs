//! What staff see of webhooks: those that were kept, those that were turned away, and one's raw body.

use super::{Delivery, InboxFilter, InboxState, InboxView, Refusal};
use crate::{Fault, Language, Shop, dates::moment, ids::InboxId, order::OrderNumber, queue};

const PAGE: usize = 100;

/// A page of webhooks, the newest first, in the reader's language.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop, language: Language, filter: &InboxFilter) -> Result<InboxView, Fault> {
    let zone = &shop.about.zone;
    let (received, next) = some(shop, language, filter, PAGE).await?;
    let refused = sqlx::query!(
        r#"select provider, reason, times, last_ip, minute from inbox_refusal order by minute desc limit 50"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let depth = queue::depth(&shop.pool).await?;
    let refused = refused
        .into_iter()
        .map(|row| Refusal {
            provider: row.provider,
            reason: row.reason,
            times: row.times,
            last_ip: row.last_ip,
            at: moment(row.minute, language, zone),
        })
        .collect();
    Ok(InboxView { received, next, refused, jobs_waiting: depth.ready, jobs_dead: depth.dead })
}

/// The newest webhooks that match, so many at most, and the cursor behind which there are more.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn some(
    shop: &Shop,
    language: Language,
    filter: &InboxFilter,
    most: usize,
) -> Result<(Vec<Delivery>, Option<String>), Fault> {
    let mut rows = read(shop, language, filter, None, most + 1).await?;
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
    Ok((rows, next))
}

/// One webhook.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn find(shop: &Shop, language: Language, id: InboxId) -> Result<Delivery, Fault> {
    read(shop, language, &InboxFilter::default(), Some(id), 1).await?.pop().ok_or(Fault::NotFound)
}

async fn read(
    shop: &Shop,
    language: Language,
    filter: &InboxFilter,
    only: Option<InboxId>,
    most: usize,
) -> Result<Vec<Delivery>, Fault> {
    // UUIDv7 sorts by the moment it was made: the id is the cursor.
    let after: Option<uuid::Uuid> = filter.after.as_deref().and_then(|cursor| cursor.parse().ok());
    let kept = sqlx::query!(
        r#"select i.id, i.provider, i.kind, i.event_id, i.state, i.outcome, i.deliveries,
               i.received_at, o.number as "number?"
           from inbox i left join orders o on o.id = i.about
           where ($1::text is null or i.provider = $1)
             and ($2::text is null or i.event_id ilike '%' || $2 || '%' or i.kind ilike '%' || $2 || '%')
             and ($3::text is null or o.number = $3)
             and ($4::inbox_state is null or i.state = $4)
             and ($5::uuid is null or i.id < $5)
             and ($6::uuid is null or i.id = $6)
           order by i.id desc limit $7"#,
        tidy(filter.provider.as_deref()),
        tidy(filter.event.as_deref()).map(like),
        number(filter),
        filter.state as Option<InboxState>,
        after,
        only.map(|id| id.0),
        most as i64,
    )
    .fetch_all(&shop.pool)
    .await?;
    let deliveries = kept.into_iter().map(|row| Delivery {
        id: InboxId(row.id),
        provider: row.provider,
        kind: row.kind,
        event_id: row.event_id,
        state: row.state,
        outcome: row.outcome,
        deliveries: row.deliveries,
        order: row.number.and_then(|number| OrderNumber::parse(&number)).map(|number| number.to_string()),
        received: moment(row.received_at, language, &shop.about.zone),
    });
    Ok(deliveries.collect())
}

/// A webhook's body as it came; bytes that are no text are shown as such.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn body(shop: &Shop, id: InboxId) -> Result<String, Fault> {
    let body = sqlx::query_scalar!("select body from inbox where id = $1", id.0)
        .fetch_optional(&shop.pool)
        .await?
        .ok_or(Fault::NotFound)?;
    Ok(String::from_utf8_lossy(&body).into_owned())
}

pub(super) fn tidy(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// What a person types is text, not a pattern.
pub(super) fn like(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}

/// The number as stored; one that cannot be one matches nothing rather than everything.
pub(super) fn number(filter: &InboxFilter) -> Option<String> {
    let typed = tidy(filter.order.as_deref())?;
    Some(OrderNumber::parse(typed).map_or_else(|| typed.to_owned(), |number| number.as_str().to_owned()))
}
