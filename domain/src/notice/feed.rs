//! What is told to staff on our own pages: each person has a list of their own, and says when they have read it.

use serde_json::Value;

use super::NoticeKind;
use crate::{
    Fault, Shop, clock::At, dates::moment, ids::NoticeId, language::say_with, moment::Moment, money::Money,
    order::OrderNumber, staff::Person,
};

const PAGE: usize = 50;

/// A line of somebody's news.
#[derive(Debug, Clone)]
pub struct FeedRow {
    /// What it is called in the log.
    pub id: NoticeId,
    /// What it is about.
    pub kind: NoticeKind,
    /// What happened, in one sentence.
    pub sentence: String,
    /// Where it can be looked at: an order, a product.
    pub leads: Option<String>,
    /// When.
    pub at: Moment,
    /// Whether it was read.
    pub read: bool,
}

/// A page of somebody's news.
#[derive(Debug, Clone, Default)]
pub struct FeedPage {
    /// At most 50, the newest first.
    pub rows: Vec<FeedRow>,
    /// Cursor of the next page; `None` at the end.
    pub next: Option<String>,
    /// How many are not read, on all pages.
    pub unread: i64,
}

/// How many lines this person has not read; beyond a hundred it says a hundred.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn unread(shop: &Shop, by: &Person) -> Result<i64, Fault> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "n!" from (select from notice
               where recipient = $1 and channel = 'in_app' and audience = 'staff' and read_at is null and state <> 'withdrawn' limit 100) few"#,
        by.id.to_string(),
    )
    .fetch_one(&shop.pool)
    .await?;
    Ok(count)
}

/// This person's news, the newest first. `after` is where the page before ended.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn feed(shop: &Shop, by: &Person, after: Option<NoticeId>) -> Result<FeedPage, Fault> {
    let mut rows = sqlx::query!(
        r#"select n.id, n.kind, n.payload, n.created_at as "created_at: At", n.read_at is not null as "read!",
               o.number as "number?", o.customer_name as "customer?", o.total as "total?", o.currency as "currency?"
           from notice n left join orders o on o.id = n.order_id
           where n.recipient = $1 and n.channel = 'in_app' and n.audience = 'staff' and n.state <> 'withdrawn'
             and ($2::uuid is null or (n.created_at, n.id) < (select created_at, id from notice where id = $2))
           order by n.created_at desc, n.id desc limit $3"#,
        by.id.to_string(),
        after.map(|id| id.0),
        PAGE as i64 + 1,
    )
    .fetch_all(&shop.pool)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
    let rows = rows
        .into_iter()
        .map(|row| {
            let kind = NoticeKind::parse(&row.kind)
                .ok_or_else(|| anyhow::anyhow!("no notice is called {}", row.kind))?;
            let number = row.number.as_deref().and_then(OrderNumber::parse).map(|number| number.to_string());
            let total = row.total.zip(row.currency).and_then(|(minor, code)| Money::parse(minor, &code));
            let sku = row.payload.get("sku").and_then(Value::as_str).map(str::to_owned);
            let left = row.payload.get("left").and_then(Value::as_i64);
            let args = vec![
                ("number", number.clone().unwrap_or_default().into()),
                ("name", row.customer.unwrap_or_default().into()),
                ("amount", total.map(|total| total.say(by.language)).unwrap_or_default().into()),
                ("sku", sku.clone().unwrap_or_default().into()),
                ("count", left.unwrap_or_default().into()),
            ];
            Ok(FeedRow {
                id: NoticeId(row.id),
                kind,
                sentence: say_with(by.language, key(kind), args),
                leads: number
                    .map(|number| format!("/admin/orders/{number}"))
                    .or_else(|| sku.map(|sku| format!("/admin/products/{sku}"))),
                at: moment(row.created_at, by.language, &shop.about.zone),
                read: row.read,
            })
        })
        .collect::<Result<_, Fault>>()?;
    Ok(FeedPage { rows, next, unread: unread(shop, by).await? })
}

/// The words of a line.
const fn key(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::StaffNewOrder => "feed-staff_new_order",
        NoticeKind::StaffException => "feed-staff_exception",
        NoticeKind::StaffDispute => "feed-staff_dispute",
        NoticeKind::StaffLowStock => "feed-staff_low_stock",
        _ => "feed-other",
    }
}

/// This person has read everything up to the newest line they were shown: what came meanwhile stays unread.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn mark_read(shop: &Shop, by: &Person, newest: NoticeId) -> Result<(), Fault> {
    sqlx::query!(
        "update notice set read_at = $3 where recipient = $1 and channel = 'in_app' and audience = 'staff' and read_at is null
             and (created_at, id) <= (select created_at, id from notice where id = $2)",
        by.id.to_string(),
        newest.0,
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await?;
    shop.bell.ring_anything();
    Ok(())
}
