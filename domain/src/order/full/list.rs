//! Verb: a program of the shop lists orders, by the filters of the staff's own list.

use serde::Serialize;
use sqlx::{Postgres, QueryBuilder, Row as _, postgres::PgRow};
use utoipa::ToSchema;

use crate::{
    Fault, Shop,
    clock::At,
    ids::OrderId,
    order::{Filter, OrderNumber, Priority, Status, list},
    payment::PaymentStatus,
};

/// One order of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderSummary {
    /// Its id.
    pub id: OrderId,
    /// As people read it.
    pub number: String,
    /// Grows with every change.
    pub version: i64,
    /// The storefront's own name for it.
    pub reference: Option<String>,
    /// Headline.
    pub status: Status,
    /// Payment axis.
    pub payment: PaymentStatus,
    /// Key of its stage.
    pub stage: Option<String>,
    /// How urgent it is.
    pub priority: Priority,
    /// Who bought it, by name.
    pub customer: String,
    /// How many pieces.
    pub pieces: i64,
    /// ISO 4217.
    pub currency: String,
    /// Of everything, in minor units.
    pub total: i64,
    /// Where it is made.
    pub location: Option<String>,
    /// In whose hands it is, by name.
    pub assignee: Option<String>,
    /// Whether a person has to look at it.
    pub needs_attention: bool,
    /// When it was placed.
    pub placed_at: At,
    /// When anything about it last changed.
    pub updated_at: At,
    /// When it has to be done.
    pub due_at: Option<At>,
    /// Since when it is on hold.
    pub held_at: Option<At>,
}

/// A page of them.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderSummaries {
    /// Newest first, or oldest first where that was asked for.
    pub items: Vec<OrderSummary>,
    /// The next page's `cursor`; `null` on the last.
    pub next_cursor: Option<String>,
}

/// So many at most from where the filter's cursor stands.
///
/// # Errors
/// When PostgreSQL is away. A cursor that cannot be one is treated as absent.
pub async fn summaries(shop: &Shop, filter: &Filter, most: usize) -> Result<OrderSummaries, Fault> {
    let mut query = QueryBuilder::<Postgres>::new(
        "select o.id, o.number, o.version, o.reference, o.status, o.payment, o.stage, o.priority, o.customer_name, o.currency, o.total,
             o.location, s.name as assignee, o.attention is not null as attention, o.placed_at, o.updated_at, o.due_at, o.held_at,
             coalesce((select sum(quantity) from order_item i where i.order_id = o.id), 0) as pieces
         from orders o left join staff s on s.id = o.assignee where true",
    );
    list::narrow(&mut query, shop, filter, shop.clock.now());
    list::page_after(&mut query, filter, most);
    let mut rows = query.build().fetch_all(&shop.pool).await?;
    let more = rows.len() > most;
    rows.truncate(most);
    let next_cursor = if more { rows.last().map(list::cursor).transpose()? } else { None };
    let items = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(OrderSummaries { items, next_cursor })
}

fn read(row: &PgRow) -> Result<OrderSummary, sqlx::Error> {
    let number: String = row.try_get("number")?;
    Ok(OrderSummary {
        id: OrderId(row.try_get("id")?),
        number: OrderNumber::parse(&number).map_or(number, |number| number.to_string()),
        version: row.try_get("version")?,
        reference: row.try_get("reference")?,
        status: row.try_get("status")?,
        payment: row.try_get("payment")?,
        stage: row.try_get("stage")?,
        priority: row.try_get("priority")?,
        customer: row.try_get("customer_name")?,
        pieces: row.try_get("pieces")?,
        currency: row.try_get("currency")?,
        total: row.try_get("total")?,
        location: row.try_get("location")?,
        assignee: row.try_get("assignee")?,
        needs_attention: row.try_get("attention")?,
        placed_at: row.try_get("placed_at")?,
        updated_at: row.try_get("updated_at")?,
        due_at: row.try_get("due_at")?,
        held_at: row.try_get("held_at")?,
    })
}
