//! Orders of the demo that end otherwise: called off before they are made, or sent back after they came.

use domain::{
    Shop,
    event::Source,
    ids::{OrderId, RefundId},
    order::{self, By, store},
    payment::{self, RefundNews, RefundReason, RefundRequest, RefundStatus, refund_store},
    returns,
    staff::Person,
};

/// Calls an order off, now by the customer and now by staff; Stripe has sent the money back at once.
pub async fn call_off(shop: &Shop, by: &Person, id: OrderId, index: usize) -> anyhow::Result<()> {
    let by = if (index / 60).is_multiple_of(2) { By::Customer } else { By::Staff(by.clone()) };
    order::cancel(shop, &by, id, None).await?;
    paid_back(shop, id).await
}

/// The customer wants to send it back.
pub async fn ask_back(shop: &Shop, by: &Person, id: OrderId) -> anyhow::Result<()> {
    Ok(returns::request(shop, &By::Staff(by.clone()), id, "Los colores no son los de la muestra.").await?)
}

/// It is here again, and the money goes back.
pub async fn take_back(shop: &Shop, by: &Person, id: OrderId) -> anyhow::Result<()> {
    let seen = store::load(&mut *shop.pool.acquire().await?, id).await?.version;
    returns::receive(shop, by, id, &[], seen).await?;
    let wanted = RefundRequest {
        amount: None,
        reason: RefundReason::RequestedByCustomer,
        note: None,
        key: "seed".to_owned(),
        seen: None,
    };
    payment::refund(shop, by, id, &wanted).await?;
    paid_back(shop, id).await
}

/// Stripe says that what was asked for has gone back: the sandbox has never seen the seed's payments, and would know of none to refund. Whoever
/// works meanwhile would ask it first, so the demo begins to work when it is full.
async fn paid_back(shop: &Shop, order: OrderId) -> anyhow::Result<()> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let asked: Vec<uuid::Uuid> =
        sqlx::query_scalar("select id from refund where order_id = $1 and status = 'pending'")
            .bind(order.0)
            .fetch_all(&mut *tx)
            .await?;
    for id in asked.into_iter().map(RefundId) {
        let amount = refund_store::load(&mut tx, id).await?.amount;
        let news = RefundNews {
            provider_id: format!("re_seed_{}", id.0.simple()),
            ours: Some(id),
            payment_intent: super::life::intent(order),
            amount: Some(amount),
            status: RefundStatus::Succeeded,
            failure: None,
            source: Source::Stripe,
            at: now,
        };
        payment::hear_refund(&mut tx, &news, now).await?;
    }
    tx.commit().await?;
    shop.bell.ring(order);
    Ok(())
}
