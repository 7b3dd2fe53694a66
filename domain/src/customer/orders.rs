//! Verbs: all orders of one address, newest first, and the way into each.

use super::Who;
use crate::{
    Fault, Language, Shop,
    clock::At,
    dates::moment,
    ids::OrderId,
    moment::Moment,
    money::Money,
    order::{OrderNumber, Status},
};

const PAGE: usize = 20;

/// One line of the list.
#[derive(Debug, Clone)]
pub struct OwnOrder {
    /// As people read it.
    pub number: OrderNumber,
    /// Headline.
    pub status: Status,
    /// When it was placed, in the shop's zone.
    pub placed: Moment,
    /// Of all of it.
    pub total: Money,
    /// Of its first line.
    pub first: String,
    /// Further lines.
    pub more: i64,
}

/// A page of them.
#[derive(Debug, Clone)]
pub struct OwnOrders {
    /// Newest first.
    pub rows: Vec<OwnOrder>,
    /// Where the next page begins, where there is one.
    pub next: Option<String>,
}

/// The orders of an address, from where a page before ended.
///
/// # Errors
/// When PostgreSQL is away. A cursor that cannot be one is treated as absent.
pub async fn orders(
    shop: &Shop,
    who: &Who,
    after: Option<&str>,
    language: Language,
) -> Result<OwnOrders, Fault> {
    let after = after.and_then(OrderNumber::parse).map(|number| number.as_str().to_owned());
    let mut rows = sqlx::query!(
        r#"select o.number, o.status, o.placed_at, o.total, o.currency, i.name as "first?",
               (select count(*) from order_item i where i.order_id = o.id) as "lines!"
           from orders o left join order_item i on i.order_id = o.id and i.position = (
               select min(position) from order_item where order_id = o.id)
           where o.email_hash = $1 and ($2::text is null or (o.placed_at, o.id) < (
               select placed_at, id from orders where number = $2 and email_hash = $1))
           order by o.placed_at desc, o.id desc limit $3"#,
        who.hash,
        after,
        i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    )
    .fetch_all(&shop.pool)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|row| {
            let placed: At = row.placed_at;
            Some(OwnOrder {
                number: OrderNumber::parse(&row.number)?,
                status: row.status,
                placed: moment(placed, language, &shop.about.zone),
                total: Money::parse(row.total, &row.currency)?,
                first: row.first.unwrap_or_default(),
                more: (row.lines - 1).max(0),
            })
        })
        .collect();
    let next = rows.last().filter(|_| more).map(|row| row.number.to_string());
    Ok(OwnOrders { rows, next })
}

/// An order of theirs by its number.
///
/// # Errors
/// [`Fault::NotFound`] for an unknown number and for somebody else's alike.
pub async fn open_own(shop: &Shop, who: &Who, number: &str) -> Result<OrderId, Fault> {
    let number = OrderNumber::parse(number).ok_or(Fault::NotFound)?;
    let id = sqlx::query_scalar!(
        "select id from orders where number = $1 and email_hash = $2",
        number.as_str(),
        who.hash,
    )
    .fetch_optional(&shop.pool)
    .await?;
    id.map(OrderId).ok_or(Fault::NotFound)
}
