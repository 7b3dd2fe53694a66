//! The shop at a glance: its figures in words.

use super::{Overview, figures};
use crate::{Fault, Language, Shop, money::Money};

/// The figures of the overview, in the reader's language.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn overview(shop: &Shop, language: Language) -> Result<Overview, Fault> {
    let now = figures(shop).await?;
    let money = now.money_today.iter();
    Ok(Overview {
        by_status: now.by_status.into_iter().map(|row| (row.status, row.orders)).collect(),
        by_location: now
            .by_location
            .into_iter()
            .map(|row| (row.location.unwrap_or_default(), row.orders))
            .collect(),
        overdue: now.overdue,
        late: now.late,
        held: now.held,
        attention: now.attention,
        paid_today: money.clone().map(|row| row.payments).sum(),
        money_today: money
            .filter_map(|row| Some(Money::parse(row.amount, &row.currency)?.say(language)))
            .collect(),
    })
}
