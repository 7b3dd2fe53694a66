//! The shop at a glance: how many orders stand where, what is late, what came in today.

use super::{Overview, Status};
use crate::{Fault, Language, Shop, clock::At, money::Money};

/// The figures of the overview, in the reader's language.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn overview(shop: &Shop, language: Language) -> Result<Overview, Fault> {
    let now = shop.clock.now();
    let counted = sqlx::query!(
        r#"select status, count(*) as "n!" from orders
           where held_at is null or status not in ('pending', 'confirmed', 'processing') group by status"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let by_status = Status::ALL
        .into_iter()
        .map(|status| (status, counted.iter().find(|row| row.status == status).map_or(0, |row| row.n)))
        .collect();
    let by_location = sqlx::query!(
        r#"select coalesce(location, '') as "location!", count(*) as "n!" from orders
           where status in ('confirmed', 'processing') and held_at is null group by 1 order by 2 desc, 1 limit 20"#
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
    let money = sqlx::query!(
        r#"select currency, sum(amount)::bigint as "sum!", count(*) as "n!" from payment_entry
           where kind = 'success' and at >= $1 group by currency order by 2 desc"#,
        At(midnight.timestamp()) as At,
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(Overview {
        by_status,
        by_location: by_location.into_iter().map(|row| (row.location, row.n)).collect(),
        overdue: waiting.overdue,
        late: waiting.late,
        held: waiting.held,
        attention: waiting.attention,
        money_today: money
            .iter()
            .filter_map(|row| Some(Money::parse(row.sum, &row.currency)?.say(language)))
            .collect(),
        paid_today: money.iter().map(|row| row.n).sum(),
    })
}
