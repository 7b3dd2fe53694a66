//! The staff's list of orders: one keyset page of 50.
//!
//! The statement is put together from fixed pieces and bound values, so that PostgreSQL plans each combination of filters for
//! itself; the newest page of three million orders costs what it costs of three hundred (keyset, never OFFSET).

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sqlx::{Postgres, QueryBuilder, Row as _, postgres::PgRow, types::Json};
use uuid::Uuid;

use super::{Filter, Hands, OrderNumber, Page, Priority, Row, Status, due};
use crate::{
    Fault, Language, Shop, clock::At, dates::moment, money::Money, payment::PaymentStatus, staff,
    tracking::number::keep, workflow::Definition,
};

const PAGE: usize = 50;

/// The page a filter asks for, in the reader's language.
///
/// # Errors
/// When PostgreSQL is away. A cursor or date that cannot be one is treated as absent.
pub async fn list(shop: &Shop, filter: &Filter, language: Language) -> Result<Page, Fault> {
    let now = shop.clock.now();
    let mut query = QueryBuilder::<Postgres>::new(
        "select o.id, o.number, o.customer_name, o.status, o.stage, o.payment, o.total, o.currency, o.location, o.placed_at,
             o.due_at, o.late_at, o.held_at, o.priority, o.attention is not null as attention, o.version, w.definition, o.service_token is not null as chosen,
             s.name as assignee, b.starts_at as slot, l.opening->>'zone' as slot_zone,
             coalesce((select sum(quantity) from order_item i where i.order_id = o.id), 0) as pieces
         from orders o join workflow w on w.id = o.workflow_id left join staff s on s.id = o.assignee
             left join booking b on b.order_id = o.id left join place l on l.key = b.place where true",
    );
    narrow(&mut query, shop, filter, now);
    page_after(&mut query, filter, PAGE);
    let mut rows = query.build().fetch_all(&shop.pool).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = if more { rows.last().map(cursor).transpose()? } else { None };
    let rows = rows.iter().map(|row| read(row, shop, language, now)).collect::<Result<_, _>>()?;
    let locations = sqlx::query_scalar!(
        r#"select distinct location as "location!" from orders where location is not null order by 1 limit 200"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let staff = staff::everybody(&mut *shop.pool.acquire().await?).await?;
    let staff = staff.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    Ok(Page { rows, next, locations, staff })
}

/// Ends a statement on `orders o`: from where the page before ended, in the filter's order, so many and one more.
pub(crate) fn page_after(query: &mut QueryBuilder<Postgres>, filter: &Filter, most: usize) {
    let (order, beyond) = if filter.oldest { ("asc", ">") } else { ("desc", "<") };
    if let Some((at, id)) = filter.after.as_deref().and_then(read_cursor) {
        query
            .push(format!(" and (o.placed_at, o.id) {beyond} ("))
            .push_bind(at)
            .push(", ")
            .push_bind(id)
            .push(")");
    }
    query.push(format!(" order by o.placed_at {order}, o.id {order} limit {}", most + 1));
}

/// Narrows a statement on `orders o` to what a filter shows.
pub(crate) fn narrow(query: &mut QueryBuilder<Postgres>, shop: &Shop, filter: &Filter, now: At) {
    if let Some(status) = filter.status {
        query.push(" and o.status = ").push_bind(status);
    }
    if let Some(payment) = filter.payment {
        query.push(" and o.payment = ").push_bind(payment);
    }
    if let Some(location) = filter.location.as_deref().filter(|location| !location.is_empty()) {
        query.push(" and o.location = ").push_bind(location.to_owned());
    }
    if let Some(from) = day(shop, filter.from.as_deref(), 0) {
        query.push(" and o.placed_at >= ").push_bind(from);
    }
    if let Some(until) = day(shop, filter.until.as_deref(), 1) {
        query.push(" and o.placed_at < ").push_bind(until);
    }
    if filter.overdue {
        query.push(" and o.status in ('pending', 'confirmed', 'processing') and o.due_at < ").push_bind(now);
    }
    if filter.late {
        query.push(" and o.status in ('pending', 'confirmed', 'processing') and o.late_at < ").push_bind(now);
        query.push(" and o.due_at >= ").push_bind(now);
    }
    match filter.priority {
        Some(Priority::Hold) => {
            query.push(" and o.held_at is not null and o.status in ('pending', 'confirmed', 'processing')");
        }
        Some(priority) => {
            query.push(" and o.priority = ").push_bind(priority);
        }
        // Nobody works on what is on hold; who searches for it finds it.
        None if filter.q.is_none() => {
            query.push(" and (o.held_at is null or o.status not in ('pending', 'confirmed', 'processing'))");
        }
        None => {}
    }
    match filter.assignee {
        Some(Hands::Of(id)) => {
            query.push(" and o.assignee = ").push_bind(id.0);
        }
        Some(Hands::Nobody) => {
            query.push(" and o.assignee is null");
        }
        // Nobody said who reads: nobody's are shown rather than everybody's.
        Some(Hands::Mine) => {
            query.push(" and false");
        }
        None => {}
    }
    if filter.attention {
        query.push(" and o.attention is not null");
    }
    if let Some(q) = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        search(query, shop, q);
    }
}

/// What was typed decides what is searched: a number, an email, or else a tracking number, a reference or part of a name.
fn search(query: &mut QueryBuilder<Postgres>, shop: &Shop, q: &str) {
    if let Some(number) = OrderNumber::parse(q) {
        query.push(" and (o.number = ").push_bind(number.as_str().to_owned());
        query.push(" or ");
        in_a_box(query, q);
        query.push(")");
    } else if q.contains('@') {
        query.push(" and o.email_hash = ").push_bind(shop.secret.email_hash(q));
    } else {
        let part = format!("%{}%", q.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        query.push(" and (o.reference = ").push_bind(q.to_owned());
        query.push(" or ");
        in_a_box(query, q);
        query.push(" or o.customer_name ilike ").push_bind(part).push(")");
    }
}

/// A box has this number: as typed, or as numbers are kept.
fn in_a_box(query: &mut QueryBuilder<Postgres>, q: &str) {
    let kept = keep(q, true).number.unwrap_or_default();
    query.push("exists (select 1 from parcel p where p.order_id = o.id and p.tracking_number in (");
    query.push_bind(q.to_owned()).push(", ").push_bind(kept).push("))");
}

/// The start of a day in the shop's zone, some days later.
fn day(shop: &Shop, typed: Option<&str>, later: i64) -> Option<At> {
    let date: Date = typed?.parse().ok()?;
    let date = date.checked_add(jiff::Span::new().days(later)).ok()?;
    date.to_zoned(shop.about.zone.clone()).ok().map(|zoned| At(zoned.timestamp()))
}

/// Where a page ends whose last row this is.
pub(crate) fn cursor(row: &PgRow) -> Result<String, sqlx::Error> {
    let (at, id): (At, Uuid) = (row.try_get("placed_at")?, row.try_get("id")?);
    Ok(format!("{}.{}", at.0.as_microsecond(), id.simple()))
}

/// Whether this is where a page ended.
pub fn is_cursor(text: &str) -> bool {
    read_cursor(text).is_some()
}

fn read_cursor(cursor: &str) -> Option<(At, Uuid)> {
    let (at, id) = cursor.split_once('.')?;
    // Nothing was placed before there were clocks that count from 1970.
    let at = at.parse().ok().filter(|at: &i64| *at >= 0)?;
    Some((At(Timestamp::from_microsecond(at).ok()?), id.parse().ok()?))
}

fn read(row: &PgRow, shop: &Shop, language: Language, now: At) -> Result<Row, Fault> {
    let status: Status = row.try_get("status")?;
    let payment: PaymentStatus = row.try_get("payment")?;
    let stage: Option<String> = row.try_get("stage")?;
    let workflow: Json<Definition> = row.try_get("definition")?;
    let number: String = row.try_get("number")?;
    let currency: String = row.try_get("currency")?;
    let due_at: Option<At> = row.try_get("due_at")?;
    let (late_at, held_at): (Option<At>, Option<At>) = (row.try_get("late_at")?, row.try_get("held_at")?);
    let chosen: bool = row.try_get("chosen")?;
    let slot: Option<At> = row.try_get("slot")?;
    let zone: Option<String> = row.try_get("slot_zone")?;
    let zone = zone.and_then(|name| TimeZone::get(&name).ok());
    Ok(Row {
        number: OrderNumber::parse(&number).map_or(number, |number| number.to_string()),
        customer: row.try_get("customer_name")?,
        status,
        stage: stage.map(|key| {
            workflow.stage(&key).map_or(key.clone(), |stage| stage.label.get(language).to_owned())
        }),
        pickable: chosen && status == Status::Confirmed && held_at.is_none(),
        payment,
        pieces: row.try_get("pieces")?,
        total: Money::parse(row.try_get("total")?, &currency)
            .map(|money| money.say(language))
            .unwrap_or_default(),
        location: row.try_get("location")?,
        assignee: row.try_get("assignee")?,
        slot: slot.map(|at| moment(at, language, zone.as_ref().unwrap_or(&shop.about.zone))),
        placed: moment(row.try_get("placed_at")?, language, &shop.about.zone),
        timing: due::timing(held_at.filter(|_| status.is_in_house()), due_at, late_at, now),
        priority: row.try_get("priority")?,
        due: due_at.map(|due| moment(due, language, &shop.about.zone)),
        due_in: due_at.map(|due| now.minutes_until(due)),
        attention: row.try_get("attention")?,
        version: row.try_get("version")?,
    })
}
