//! Verb: ask Stripe for the page on which an order is paid.

use super::store;
use crate::{
    Fault, Language, Shop,
    ids::OrderId,
    order::OrderNumber,
    provider::stripe::{Checkout, Line},
};

/// The address of Stripe's page for an order. Asked once; afterwards, or after a crash between asking and keeping, the same
/// page is found again, because the payment's id is Stripe's idempotency key.
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
    // No connection is held while Stripe thinks.
    drop(conn);
    let checkout = Checkout {
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
    };
    let session = shop.ask("stripe", shop.stripe.create_session(&checkout)).await?;
    let session = session.map_err(|refused| anyhow::anyhow!("Stripe refused a checkout: {refused:?}"))?;
    let mut conn = shop.pool.acquire().await?;
    store::keep_session(&mut conn, payment.id, &session.id, session.url.as_deref(), shop.clock.now()).await?;
    session
        .url
        .ok_or_else(|| Fault::Down { provider: "stripe", detail: "a session without a page".to_owned() })
}
