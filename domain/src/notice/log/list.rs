//! A page of the log: fifty lines, the newest first.
//!
//! As with the list of orders, the statement is put together from fixed pieces and bound values, so that each combination of filters has a
//! plan of its own, and a page costs the same however long the log is.

use jiff::{Timestamp, civil::Date};
use sqlx::{Postgres, QueryBuilder, Row as _, postgres::PgRow};
use uuid::Uuid;

use super::{LogFilter, LogPage, LogRow, Step};
use crate::{
    Fault, Shop,
    clock::At,
    dates::moment,
    ids::NoticeId,
    notice::{Channel, NoticeKind, NoticeState},
    order::OrderNumber,
    staff::{Person, Role},
};

const PAGE: usize = 50;
/// What a line is made of, for the list and for one message alike. Who is named by their id is read by it, one by one: of a page, not of all.
pub(super) const LINE: &str =
    "n.id, n.created_at, n.kind, n.channel, n.recipient, n.state, n.reason, n.not_before, o.number,
    case when n.recipient ~ '^[0-9a-f-]{36}$' then case n.channel
        when 'in_app' then (select s.name from staff s where s.id = n.recipient::uuid)
        when 'sms' then (select c.email from customer c where c.id = n.recipient::uuid) end end as name
    from notice n left join orders o on o.id = n.order_id";

/// The page a filter asks for, in the reader's language.
///
/// # Errors
/// [`crate::Reason::RoleTooLow`]. A cursor or a day that cannot be one is treated as absent.
pub async fn list(shop: &Shop, by: &Person, filter: &LogFilter) -> Result<LogPage, Fault> {
    let (rows, next) = some(shop, by, filter, PAGE).await?;
    Ok(LogPage { rows, next, trouble: trouble(shop).await? })
}

/// The newest messages that a filter shows, so many at most, and the cursor behind which there are more.
///
/// # Errors
/// As [`list`].
pub async fn some(
    shop: &Shop,
    by: &Person,
    filter: &LogFilter,
    most: usize,
) -> Result<(Vec<LogRow>, Option<String>), Fault> {
    by.must_be(Role::Operator)?;
    let mut query = QueryBuilder::<Postgres>::new(format!("select {LINE} where true"));
    narrow(&mut query, shop, filter);
    if let Some((at, id)) = filter.after.as_deref().and_then(read_cursor) {
        query.push(" and (n.created_at, n.id) < (").push_bind(at).push(", ").push_bind(id).push(")");
    }
    query.push(format!(" order by n.created_at desc, n.id desc limit {}", most + 1));
    let mut rows = query.build().fetch_all(&shop.pool).await?;
    let more = rows.len() > most;
    rows.truncate(most);
    let next = if more { rows.last().map(cursor).transpose()? } else { None };
    let rows = rows.iter().map(|row| read(row, shop, by)).collect::<Result<_, _>>()?;
    Ok((rows, next))
}

fn narrow(query: &mut QueryBuilder<Postgres>, shop: &Shop, filter: &LogFilter) {
    if let Some(channel) = filter.channel {
        query.push(" and n.channel = ").push_bind(channel.as_str());
    }
    if let Some(kind) = filter.kind {
        query.push(" and n.kind = ").push_bind(kind.as_str());
    }
    if let Some(state) = filter.state {
        query.push(" and n.state = ").push_bind(state);
    }
    match filter.reached {
        Some(Step::Sent) => {
            query.push(" and n.sent_at is not null");
        }
        Some(Step::Delivered) => {
            query.push(" and coalesce(n.delivered_at, n.opened_at, n.clicked_at) is not null");
        }
        Some(Step::Opened) => {
            query.push(" and coalesce(n.opened_at, n.clicked_at) is not null");
        }
        Some(Step::Clicked) => {
            query.push(" and n.clicked_at is not null");
        }
        Some(Step::Planned | Step::Waits | Step::Read) | None => {}
    }
    if let Some(audience) = filter.audience {
        query.push(" and n.audience = ").push_bind(audience.as_str());
    }
    if let Some(from) = day(shop, filter.from.as_deref(), 0) {
        query.push(" and n.created_at >= ").push_bind(from);
    }
    if let Some(until) = day(shop, filter.until.as_deref(), 1) {
        query.push(" and n.created_at < ").push_bind(until);
    }
    if let Some(q) = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        search(query, shop, q);
    }
}

/// What was typed decides what is searched: an order's number, or else a recipient or how one begins.
fn search(query: &mut QueryBuilder<Postgres>, shop: &Shop, q: &str) {
    if let Some(number) = OrderNumber::parse(q) {
        query.push(" and n.order_id = (select id from orders where number = ");
        query.push_bind(number.as_str().to_owned()).push(")");
        return;
    }
    let begins = q.to_lowercase().replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    query.push(" and (n.recipient like ").push_bind(format!("{begins}%"));
    // Text messages go to a number that is kept sealed: their rows name its customer.
    query.push(" or n.recipient = (select c.id::text from customer c where c.email_hash = ");
    query.push_bind(shop.secret.email_hash(q)).push("))");
}

/// The start of a day in the shop's zone, some days later.
fn day(shop: &Shop, typed: Option<&str>, later: i64) -> Option<At> {
    let date: Date = typed?.parse().ok()?;
    let date = date.checked_add(jiff::Span::new().days(later)).ok()?;
    date.to_zoned(shop.about.zone.clone()).ok().map(|zoned| At(zoned.timestamp()))
}

fn cursor(row: &PgRow) -> Result<String, sqlx::Error> {
    let (at, id): (At, Uuid) = (row.try_get("created_at")?, row.try_get("id")?);
    Ok(format!("{}.{}", at.0.as_microsecond(), id.simple()))
}

/// Where a page ended; `None` for what no page gave.
pub fn read_cursor(cursor: &str) -> Option<(At, Uuid)> {
    let (at, id) = cursor.split_once('.')?;
    Some((At(Timestamp::from_microsecond(at.parse().ok()?).ok()?), id.parse().ok()?))
}

/// One line, in the reader's language.
pub(super) fn read(row: &PgRow, shop: &Shop, by: &Person) -> Result<LogRow, Fault> {
    let (channel, kind): (String, String) = (row.try_get("channel")?, row.try_get("kind")?);
    let (Some(channel), Some(kind)) = (Channel::parse(&channel), NoticeKind::parse(&kind)) else {
        return Err(anyhow::anyhow!("no notice is called {kind} over {channel}").into());
    };
    let state: NoticeState = row.try_get("state")?;
    let (number, name): (Option<String>, Option<String>) = (row.try_get("number")?, row.try_get("name")?);
    let until: Option<At> = row.try_get("not_before")?;
    let waiting = matches!(state, NoticeState::Pending | NoticeState::Deferred);
    let when = |at| moment(at, by.language, &shop.about.zone);
    Ok(LogRow {
        id: NoticeId(row.try_get("id")?),
        planned: when(row.try_get("created_at")?),
        to: match channel {
            Channel::Push => None,
            _ => name.or(row.try_get("recipient")?),
        },
        channel,
        kind,
        state,
        waits: until.filter(|until| waiting && *until > shop.clock.now()).map(when),
        reason: row.try_get("reason")?,
        order: number.and_then(|number| OrderNumber::parse(&number)).map(|number| number.to_string()),
    })
}

async fn trouble(shop: &Shop) -> Result<Vec<(NoticeState, i64)>, Fault> {
    let wanted = [NoticeState::Dead, NoticeState::Failed, NoticeState::Deferred];
    let words: Vec<_> = wanted.iter().map(|state| state.as_str()).collect();
    let counts = sqlx::query_scalar!(
        r#"select (select count(*) from (select from notice n where n.state = x.state::notice_state limit 1000) few) as "n!"
           from unnest($1::text[]) with ordinality as x (state, i) order by x.i"#,
        &words as _,
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(wanted.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect())
}
