//! The shop's figures as programs read them: how many orders stand where, what is late, what came in today.

use serde::Serialize;

use super::Status;
use crate::{Fault, Shop, clock::At};

/// The figures of this moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OverviewFigures)]
pub struct Figures {
    /// Every status, in the order of a smooth life. What is on hold counts under `held` alone.
    pub by_status: Vec<AtStatus>,
    /// Locations with orders to be made, the busiest first; at most twenty.
    pub by_location: Vec<AtLocation>,
    /// Orders past their due date.
    pub overdue: i64,
    /// Orders that are not, but will be.
    pub late: i64,
    /// Orders on hold.
    pub held: i64,
    /// Orders that need a person.
    pub attention: i64,
    /// What was paid since midnight in the shop's zone, per currency.
    pub money_today: Vec<MoneyToday>,
    /// The midnight that is counted from.
    pub today_from: At,
}

/// How many orders stand at a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = OrdersAtStatus)]
pub struct AtStatus {
    /// Which.
    pub status: Status,
    /// How many.
    pub orders: i64,
}

/// How many orders wait at a location.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = OrdersAtLocation)]
pub struct AtLocation {
    /// Which; `null` for orders of none.
    pub location: Option<String>,
    /// How many.
    pub orders: i64,
}

/// What was paid in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct MoneyToday {
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// In how many payments.
    pub payments: i64,
}

/// The figures as they are now.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn figures(shop: &Shop) -> Result<Figures, Fault> {
    let now = shop.clock.now();
    let counted = sqlx::query!(
        r#"select status, count(*) as "n!" from orders
           where held_at is null or status not in ('pending', 'confirmed', 'processing') group by status"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let at = |status| counted.iter().find(|row| row.status == status).map_or(0, |row| row.n);
    let by_location = sqlx::query!(
        r#"select location, count(*) as "n!" from orders
           where status in ('confirmed', 'processing') and held_at is null group by 1 order by 2 desc, 1 nulls first limit 20"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let waiting = sqlx::query!(
        r#"select count(*) filter (where due_at < $1 and status in ('pending', 'confirmed', 'processing')) as "overdue!",
                  count(*) filter (where late_at < $1 and due_at >= $1 and status in ('pending', 'confirmed', 'processing')) as "late!",
                  count(*) filter (where held_at is not null and status in ('pending', 'confirmed', 'processing')) as "held!",
                  count(*) filter (where attention is not null) as "attention!"
           from orders where due_at is not null or attention is not null or held_at is not null"#,
        now as At,
    )
    .fetch_one(&shop.pool)
    .await?;
    let midnight =
        now.0.to_zoned(shop.about.zone.clone()).start_of_day().map_err(|error| Fault::Bug(error.into()))?;
    let today_from = At(midnight.timestamp());
    let money = sqlx::query!(
        r#"select currency, sum(amount)::bigint as "sum!", count(*) as "n!" from payment_entry
           where kind = 'success' and at >= $1 group by currency order by 2 desc, 1"#,
        today_from as At,
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(Figures {
        by_status: Status::ALL.map(|status| AtStatus { status, orders: at(status) }).to_vec(),
        by_location: by_location
            .into_iter()
            .map(|row| AtLocation { location: row.location, orders: row.n })
            .collect(),
        overdue: waiting.overdue,
        late: waiting.late,
        held: waiting.held,
        attention: waiting.attention,
        money_today: money
            .into_iter()
            .map(|row| MoneyToday { amount: row.sum, currency: row.currency, payments: row.n })
            .collect(),
        today_from,
    })
}
