//! The links at the foot of every mail about an order. Signed for one purpose each; the address holds no email.

use crate::{
    Fault, Shop,
    ids::OrderId,
    secret::{BadLink, Purpose},
};

use super::Who;

/// How long a mail's link to the preferences opens them: 90 days, as its link to the order.
const PREFERENCES_LAST: i64 = 90 * 24 * 3600;
const DAY: i64 = 24 * 3600;
/// Whoever says no is heard for as long as they may still have the mail: two years.
const UNSUBSCRIBE_LASTS: i64 = 2 * 365 * 24 * 3600;

/// Where who bought this order chooses what to hear.
pub fn preferences(shop: &Shop, order: OrderId) -> String {
    let expires = shop.clock.now().plus(PREFERENCES_LAST);
    shop.about.url(&format!("/p/{}", shop.secret.sign_order(Purpose::Preferences, order, expires)))
}

/// Where a mail program posts to (RFC 8058), and where a person finds a button.
pub fn unsubscribe(shop: &Shop, order: OrderId) -> String {
    // To a whole day: a mail that is asked for again under its key must carry the same header.
    let now = shop.clock.now();
    let to_midnight = DAY - now.0.as_second().rem_euclid(DAY);
    let expires = now.plus(to_midnight + UNSUBSCRIBE_LASTS);
    shop.about.url(&format!("/u/{}", shop.secret.sign_order(Purpose::Unsubscribe, order, expires)))
}

/// Whose link it is.
///
/// # Errors
/// `Ok(Err(…))` for a link that opens nothing; a fault when PostgreSQL is away.
pub async fn open(
    shop: &Shop,
    purpose: Purpose,
    token: &str,
) -> Result<Result<(OrderId, Who), BadLink>, Fault> {
    let order = match shop.secret.open_order(purpose, token, shop.clock.now()) {
        Ok(order) => order,
        Err(bad) => return Ok(Err(bad)),
    };
    match Who::bought(shop, order).await {
        Ok(who) => Ok(Ok((order, who))),
        Err(Fault::NotFound) => Ok(Err(BadLink::Forged)),
        Err(fault) => Err(fault),
    }
}
