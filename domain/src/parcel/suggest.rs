//! Verb: say whose a number may be while it is typed. It suggests and warns, and refuses nothing.

use super::{Carrier, CarrierHint, NumberHint, ParcelDetails, elsewhere::elsewhere};
use crate::{Fault, Shop, ids::OrderId, tracking::number::recognise};

/// No page's address is longer.
const LONGEST: usize = 1000;

/// Whose a typed number may be, likeliest first, how it would be kept for `order`, and which other orders have it. `carrier` is what the
/// person has chosen, or nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn suggest(shop: &Shop, order: OrderId, typed: &str, carrier: &str) -> Result<NumberHint, Fault> {
    let typed = typed.trim();
    if typed.is_empty() || typed.len() > LONGEST {
        return Ok(NumberHint::default());
    }
    let name = |key: &str| Carrier::find(key).map(|known| known.name.to_owned());
    let found = recognise(typed);
    let details = ParcelDetails {
        carrier: Some(carrier.to_owned()),
        tracking_number: Some(typed.to_owned()),
        tracking_url: None,
    };
    let kept = details.or_suggested().check().unwrap_or_default();
    let number = kept.tracking_number.unwrap_or_default();
    let elsewhere = if number.is_empty() {
        Vec::new()
    } else {
        let mut conn = shop.pool.acquire().await?;
        elsewhere(&mut conn, order, &number, typed, kept.carrier.as_deref()).await?
    };
    let sure = found.sure().and_then(name);
    let carriers = found.suggestions.into_iter().map(|one| CarrierHint {
        name: one.carrier.as_deref().and_then(name),
        country: one.country,
        why: one.why,
    });
    Ok(NumberHint { number, carriers: carriers.collect(), sure, elsewhere })
}
