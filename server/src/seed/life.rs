//! What happens to a seeded order between its birth and now.

use domain::{
    Shop,
    event::Source,
    ids::OrderId,
    order::{self, Move, store},
    parcel::{self, ParcelDetails},
    payment::{self, Heard, News},
    staff::Person,
};

use super::{ends, journey};

pub const HOUR: i64 = 3600;
pub const DAY: i64 = 24 * HOUR;

/// Leads one order through its life; `age` seconds have passed since it was placed, and no more than that happens.
///
/// # Errors
/// When a verb refuses what a shop would do, or PostgreSQL is away.
pub async fn live(shop: &Shop, by: &Person, id: OrderId, index: usize, age: i64) -> anyhow::Result<()> {
    let born = shop.clock.now();
    let at = |after: i64| shop.clock.set(born.plus(after));
    match index % 40 {
        // Abandoned, or still on Stripe's page.
        7 if age > DAY => {
            at(DAY);
            return pay(shop, id, Heard::Failed, None).await;
        }
        7 => return Ok(()),
        // Somebody paid another amount: staff have to look.
        23 => {
            at(300);
            return pay(shop, id, Heard::Succeeded, Some(100)).await;
        }
        _ => {}
    }
    at(120 + (index as i64 * 37) % 600);
    pay(shop, id, Heard::Succeeded, None).await?;
    if index.is_multiple_of(9) {
        order::add_note(shop, by, id, "La clienta pide papel mate; avisar si no queda.").await?;
    }
    if index % 60 == 13 && age > 4 * HOUR {
        at(3 * HOUR);
        return ends::call_off(shop, by, id, index).await;
    }
    // Most orders move within a day; some are late.
    let pace = 1 + (index as i64 * 13) % 4;
    if age < pace * 9 * HOUR || index % 31 == 5 {
        return Ok(());
    }
    at(pace * 9 * HOUR);
    advance(shop, by, id).await?;
    if index % 29 == 3 && age > 12 * HOUR * pace {
        at(pace * 10 * HOUR);
        back(shop, by, id).await?;
        at(pace * 11 * HOUR);
        advance(shop, by, id).await?;
    }
    let left = pace * 30 * HOUR;
    if age < left || index % 33 == 11 {
        return Ok(());
    }
    at(left);
    let seen = version(shop, id).await?;
    order::ship(shop, by, id, details(index, 0), seen).await?;
    // A split order: the second box follows.
    if index % 25 == 4 {
        at(left + 5 * HOUR);
        // One that has a number: an empty box is no news.
        parcel::add_parcel(shop, by, id, details(index - index % 6, 1)).await?;
    }
    for which in 0..=usize::from(index % 25 == 4) {
        let index = if which == 0 { index } else { index - index % 6 };
        journey::taken_in(shop, id, &details(index, which), &at, (left, age)).await?;
    }
    if let Some(journey) = journey::of(index).filter(|journey| age < left + journey.lasts) {
        return journey.tell(shop, id, &details(index, 0), at, (left, age)).await;
    }
    let arrived = left + 3 * DAY;
    if age < arrived {
        return Ok(());
    }
    at(arrived);
    advance(shop, by, id).await?;
    // Some do not like what they see.
    if index % 40 == 17 && age > arrived + 2 * DAY {
        at(arrived + 2 * DAY);
        ends::ask_back(shop, by, id).await?;
        if age > arrived + 6 * DAY {
            at(arrived + 6 * DAY);
            ends::take_back(shop, by, id).await?;
        }
    }
    Ok(())
}

/// Stripe's name for the payment of a seeded order.
pub fn intent(order: OrderId) -> String {
    format!("pi_seed_{}", order.0.simple())
}

async fn pay(shop: &Shop, order: OrderId, heard: Heard, amount: Option<i64>) -> anyhow::Result<()> {
    let now = shop.clock.now();
    let asked = payment::store::of_order(&mut *shop.pool.acquire().await?, order).await?;
    let news = News {
        order,
        heard,
        amount: Some(amount.unwrap_or(asked.amount)),
        currency: Some(asked.currency),
        payment_intent: Some(intent(order)),
        said_by: format!("evt_seed_{}", order.0.simple()),
        source: Source::Stripe,
        at: now,
    };
    let mut tx = shop.pool.begin().await?;
    payment::confirm(&mut tx, &news, now).await?;
    tx.commit().await?;
    shop.bell.ring(order);
    Ok(())
}

async fn advance(shop: &Shop, by: &Person, id: OrderId) -> anyhow::Result<()> {
    let order = store::load(&mut *shop.pool.acquire().await?, id).await?;
    let here = order.state.stage.as_deref().unwrap_or_default();
    let next = order.workflow.next(here).next().map(|stage| stage.key.clone());
    if let Some(next) = next {
        order::advance(shop, by, id, Move::On(next), order.version).await?;
    }
    Ok(())
}

async fn back(shop: &Shop, by: &Person, id: OrderId) -> anyhow::Result<()> {
    let order = store::load(&mut *shop.pool.acquire().await?, id).await?;
    let here = order.state.stage.as_deref().unwrap_or_default();
    let before = order.workflow.before(here).next().map(|stage| stage.key.clone());
    if let Some(before) = before {
        order::advance(shop, by, id, Move::Back(before), order.version).await?;
    }
    Ok(())
}

async fn version(shop: &Shop, id: OrderId) -> anyhow::Result<i64> {
    Ok(store::load(&mut *shop.pool.acquire().await?, id).await?.version)
}

/// Most parcels have a carrier and a number; some were handed to the neighbour's boy.
fn details(index: usize, nth: usize) -> ParcelDetails {
    let number = |prefix: &str| Some(format!("{prefix}{:010}", (index as u64 + 1) * 7_919_003 + nth as u64));
    let carrier = |name: &str| Some(name.to_owned());
    match index % 6 {
        0 | 1 => {
            ParcelDetails { carrier: carrier("correos"), tracking_number: number("PQ4"), tracking_url: None }
        }
        2 => {
            ParcelDetails { carrier: carrier("dhl_express"), tracking_number: number(""), tracking_url: None }
        }
        3 => ParcelDetails { carrier: carrier("gls"), tracking_number: number("6"), tracking_url: None },
        4 => ParcelDetails {
            carrier: carrier("Mensajería Delfín"),
            tracking_number: number("MD-"),
            tracking_url: None,
        },
        _ => ParcelDetails::default(),
    }
}
