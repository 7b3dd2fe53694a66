//! Other shops' webhooks, understood: orders that are made and sent here.

use sqlx::PgConnection;

use super::End;
use crate::{
    Fault, Shop,
    clock::At,
    connect::{ShopNews, hear_shop},
    provider::{shopify, woocommerce},
};

/// What may be news of an order. The header that says so is not signed, so the body's own shape has the last word.
const KINDS: [&str; 8] = [
    "order.created",
    "order.updated",
    "order.restored",
    "orders/create",
    "orders/paid",
    "orders/updated",
    "orders/cancelled",
    "refunds/create",
];

/// Hears one webhook in the caller's transaction.
pub(super) async fn hear(
    conn: &mut PgConnection,
    shop: &Shop,
    (provider, kind): (&str, &str),
    body: &[u8],
    now: At,
) -> Result<End, Fault> {
    if !KINDS.contains(&kind) {
        return Ok(End::ignored("nothing depends on this kind of event"));
    }
    match read(shop, provider, body, now) {
        Some(news) => hear_shop(conn, shop, news, now).await,
        None => Ok(End::failed("not an order, or without a name of its own")),
    }
}

fn read(shop: &Shop, provider: &str, body: &[u8], now: At) -> Option<ShopNews> {
    let home = &shop.about.ship_from.address.country;
    match provider {
        "woocommerce" => woocommerce::news(body, home, now),
        // Where money is made up, so may the orders be.
        _ => shopify::news(body, home, shop.about.sandbox, now),
    }
}
