//! How the providers are: what staff read while one of them does not answer.

use super::{HealthView, WaitingView, Waits};
use crate::{Fault, Language, Shop, clock::At, dates::moment, order::OrderNumber};

/// So many orders are named at most for each kind of work that waits.
const NAMED: usize = 10;

/// Every provider that was ever called, in the reader's language.
pub(super) async fn health(shop: &Shop, language: Language) -> Result<Vec<HealthView>, Fault> {
    let when = |at: At| moment(at, language, &shop.about.zone);
    let rows = sqlx::query!(
        "select provider, paused_at, open_until, last_error, failed_at, failures from provider_health order by provider"
    )
    .fetch_all(&shop.pool)
    .await?;
    let mut waiting = waiting(shop).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let (mine, others): (Vec<_>, _) = waiting.drain(..).partition(|one| one.provider == row.provider);
            waiting = others;
            let due = mine.iter().map(|one| one.due).min();
            let waits: Vec<_> = mine.into_iter().map(|one| one.view).collect();
            let failing = row.failures > 0;
            // While the circuit is open nobody asks, however soon a job is due.
            let next = due
                .map(|due| row.open_until.map_or(due, |until| until.max(due)))
                .filter(|_| failing && row.paused_at.is_none());
            HealthView {
                provider: row.provider,
                paused: row.paused_at.is_some(),
                failures: row.failures,
                down: crate::provider::health::is_down(row.failures),
                last_error: row.last_error.filter(|_| failing),
                failed: row.failed_at.filter(|_| failing).map(when),
                next: next.map(when),
                waiting: waits.iter().map(|view| view.count).sum(),
                waits,
            }
        })
        .collect())
}

struct Found {
    provider: String,
    /// When it is tried next.
    due: At,
    view: WaitingView,
}

/// What waits for each provider: one thing once, however many jobs look after it.
async fn waiting(shop: &Shop) -> Result<Vec<Found>, Fault> {
    let rows = sqlx::query!(
        r#"select split_part(j.last_error, ' ', 1) as "provider!", j.name, o.number as "number?", min(j.run_at) as "due!: At"
           from job j
           left join label l on l.id = (j.payload ->> 'label')::uuid
           left join refund r on r.id = (j.payload ->> 'refund')::uuid
           left join notice n on n.id = (j.payload ->> 'notice')::uuid
           left join orders o on o.id = coalesce((j.payload ->> 'order')::uuid, l.order_id, r.order_id, n.order_id)
           where not j.dead and split_part(j.last_error, ' ', 1) in (select provider from provider_health)
           group by 1, 2, j.payload, 3 order by min(j.id) limit 2000"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let mut waiting: Vec<Found> = Vec::new();
    for row in rows {
        let what = Waits::of_job(&row.name);
        let at = waiting.iter().position(|one| one.provider == row.provider && one.view.what == what);
        let at = at.unwrap_or_else(|| {
            let view = WaitingView { what, count: 0, orders: Vec::new() };
            waiting.push(Found { provider: row.provider.clone(), due: row.due, view });
            waiting.len() - 1
        });
        let found = &mut waiting[at];
        found.due = found.due.min(row.due);
        let view = &mut found.view;
        view.count += 1;
        let number = row.number.as_deref().and_then(OrderNumber::parse).map(|number| number.to_string());
        if let Some(number) = number
            && view.orders.len() < NAMED
            && !view.orders.contains(&number)
        {
            view.orders.push(number);
        }
    }
    waiting.sort_by_key(|one| one.view.what);
    Ok(waiting)
}
