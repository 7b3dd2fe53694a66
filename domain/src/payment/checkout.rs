//! Verb: ask Stripe for the page on which an order is paid.

use super::store;
use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::OrderId,
    order::OrderNumber,
    place,
    provider::stripe::{Checkout, Line},
};

/// Stripe's shortest checkout, in seconds.
const SHORTEST: i64 = 30 * 60;
/// For clocks that differ from Stripe's.
const MARGIN: i64 = 60;

/// The address of Stripe's page for an order. Asked once; afterwards, or after a crash between asking and keeping, the same
/// page is found again, because the payment's id is Stripe's idempotency key. Whoever holds a seat in a slot has half an hour to pay:
/// others want it.
///
/// # Errors
/// [`Fault::Down`] when Stripe does not answer: the order is kept, asking again is right.
pub async fn begin_checkout(shop: &Shop, order: OrderId) -> Result<String, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let payment = store::of_order(&mut conn, order).await?;
    if payment.session_id.is_some() {
        return payment.checkout_url.ok_or(Fault::NotFound);
    }
    let row = sqlx::query!(
        "select number, language, email, shipping, shipping_choice, success_url, cancel_url from orders where id = $1",
        order.0
    )
    .fetch_one(&mut *conn)
    .await?;
    let items = sqlx::query!(
        "select name, quantity, unit_amount from order_item where order_id = $1 order by position",
        order.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let now = shop.clock.now();
    let until = now.plus(SHORTEST + MARGIN);
    let until = match place::slot_store::holds(&mut conn, order).await? {
        true => Some(store::session_until(&mut conn, payment.id, None, until).await?),
        false => None,
    };
    // No connection is held while Stripe thinks.
    drop(conn);
    let mut checkout = Checkout {
        payment: payment.id,
        order,
        number: OrderNumber::parse(&row.number).map_or(row.number, |number| number.to_string()),
        currency: payment.currency,
        lines: items
            .into_iter()
            .map(|item| Line {
                name: item.name,
                quantity: item.quantity.unsigned_abs().into(),
                unit_amount: item.unit_amount,
            })
            .collect(),
        shipping: row.shipping_choice.map(|name| (name, row.shipping)),
        email: row.email,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        success_url: row.success_url,
        cancel_url: row.cancel_url,
        manual: payment.manual,
        until,
    };
    let mut session = shop.ask("stripe", shop.stripe.create_session(&checkout)).await?;
    if session.is_err() && until.is_some_and(|until| until < now.plus(SHORTEST)) {
        // It was decided long ago. A refusal says that nothing was made under our key, so the time may be another.
        checkout.until = Some(renew(shop, &checkout, now).await?);
        session = shop.ask("stripe", shop.stripe.create_session(&checkout)).await?;
    }
    let session = session.map_err(|refused| anyhow::anyhow!("Stripe refused a checkout: {refused:?}"))?;
    let mut conn = shop.pool.acquire().await?;
    store::keep_session(&mut conn, payment.id, &session.id, session.url.as_deref(), shop.clock.now()).await?;
    session
        .url
        .ok_or_else(|| Fault::Down { provider: "stripe", detail: "a session without a page".to_owned() })
}

async fn renew(shop: &Shop, checkout: &Checkout, now: At) -> Result<At, Fault> {
    let mut conn = shop.pool.acquire().await?;
    store::session_until(&mut conn, checkout.payment, checkout.until, now.plus(SHORTEST + MARGIN)).await
}
