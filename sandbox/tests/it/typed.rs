//! The client Clew uses reads and writes our wire without noticing whom it talks to.

use serde_json::json;
use stripe::{Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeError, StripeRequest};
use stripe_checkout::CheckoutSessionMode;
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionLineItems, CreateCheckoutSessionLineItemsPriceData,
    CreateCheckoutSessionPaymentIntentData, CreateCheckoutSessionShippingOptions,
    CreateCheckoutSessionShippingOptionsShippingRateData,
    CreateCheckoutSessionShippingOptionsShippingRateDataFixedAmount,
    CreateCheckoutSessionShippingOptionsShippingRateDataType, ExpireCheckoutSession, ListCheckoutSession,
    ListLineItemsCheckoutSession, ProductData, RetrieveCheckoutSession,
};

use crate::world::{KEY, World, config};

fn client(world: &World) -> Client {
    ClientBuilder::new(KEY).url(&world.running.http).build().expect("a client")
}

fn order() -> CreateCheckoutSession {
    let metadata = || [("order".to_owned(), "7K3QD-2M4XP".to_owned()), ("0".to_owned(), "zero".to_owned())];
    let line = CreateCheckoutSessionLineItems {
        quantity: Some(3),
        price_data: Some(CreateCheckoutSessionLineItemsPriceData {
            currency: "eur".parse().expect("a currency"),
            product: None,
            product_data: Some(ProductData::new("Mug & saucer")),
            recurring: None,
            tax_behavior: None,
            unit_amount: Some(1500),
            unit_amount_decimal: None,
        }),
        ..CreateCheckoutSessionLineItems::new()
    };
    let mut rate = CreateCheckoutSessionShippingOptionsShippingRateData::new("Courier");
    rate.type_ = Some(CreateCheckoutSessionShippingOptionsShippingRateDataType::FixedAmount);
    rate.fixed_amount = Some(CreateCheckoutSessionShippingOptionsShippingRateDataFixedAmount {
        amount: 500,
        currency: "eur".parse().expect("a currency"),
        currency_options: None,
    });
    let shipping =
        CreateCheckoutSessionShippingOptions { shipping_rate: None, shipping_rate_data: Some(rate) };
    let mut intent = CreateCheckoutSessionPaymentIntentData::new();
    intent.metadata = Some(metadata().into());
    CreateCheckoutSession::new()
        .mode(CheckoutSessionMode::Payment)
        .success_url("https://shop.test/thanks?session={CHECKOUT_SESSION_ID}")
        .cancel_url("https://shop.test/basket")
        .customer_email("ana@shop.test")
        .client_reference_id("7K3QD-2M4XP")
        .metadata(metadata())
        .payment_intent_data(intent)
        .shipping_options(vec![shipping])
        .line_items(vec![line])
}

#[tokio::test]
async fn a_session_is_made_read_listed_and_expired() {
    let world = World::start(config()).await;
    let client = client(&world);
    let key = || RequestStrategy::Idempotent(IdempotencyKey::new("order-1").unwrap());
    let made = order().customize().request_strategy(key()).send(&client).await.unwrap();
    let again = order().customize().request_strategy(key()).send(&client).await.unwrap();
    assert_eq!(made.id, again.id);
    assert_eq!((made.amount_subtotal, made.amount_total), (Some(4500), Some(5000)));
    assert_eq!(made.metadata.unwrap()["0"], "zero");
    assert!(made.url.unwrap().starts_with(&world.running.http));

    let read = RetrieveCheckoutSession::new(made.id.clone())
        .expand(["line_items".to_owned()])
        .send(&client)
        .await
        .unwrap();
    assert_eq!(read.line_items.unwrap().data[0].description.as_deref(), Some("Mug & saucer"));
    let lines = ListLineItemsCheckoutSession::new(made.id.clone()).send(&client).await.unwrap();
    assert_eq!((lines.data[0].amount_total, lines.data[0].quantity), (4500, Some(3)));
    assert_eq!(ListCheckoutSession::new().send(&client).await.unwrap().data.len(), 1);

    let expired = ExpireCheckoutSession::new(made.id.clone()).send(&client).await.unwrap();
    assert_eq!(expired.status.unwrap().as_str(), "expired");
    let Err(StripeError::Stripe(refused, 400)) = ExpireCheckoutSession::new(made.id).send(&client).await
    else {
        panic!("an expired session expired again");
    };
    assert!(refused.message.unwrap().starts_with("Only Checkout Sessions"));
}

#[tokio::test]
async fn a_paid_session_carries_its_intent_and_charge() {
    let world = World::start(config()).await;
    let client = client(&world);
    let made = order().send(&client).await.unwrap();
    world
        .control(&format!("/_control/sessions/{}/pay", made.id), json!({ "card": "4242424242424242" }))
        .await;
    let paid = RetrieveCheckoutSession::new(made.id)
        .expand(["payment_intent.latest_charge".to_owned()])
        .send(&client)
        .await
        .unwrap();
    assert_eq!(paid.payment_status.as_str(), "paid");
    let intent = paid.payment_intent.unwrap().into_object().unwrap();
    assert_eq!((intent.amount_received, intent.metadata["order"].as_str()), (5000, "7K3QD-2M4XP"));
    let charge = intent.latest_charge.unwrap().into_object().unwrap();
    assert!(charge.paid && charge.amount_refunded == 0);
}

#[tokio::test]
async fn a_declined_intent_and_a_wrong_key_are_typed_too() {
    let world = World::start(config()).await;
    let client = client(&world);
    let made = order().send(&client).await.unwrap();
    world
        .control(&format!("/_control/sessions/{}/pay", made.id), json!({ "card": "4000000000009995" }))
        .await;
    let open = RetrieveCheckoutSession::new(made.id)
        .expand(["payment_intent".to_owned()])
        .send(&client)
        .await
        .unwrap();
    let intent = open.payment_intent.unwrap().into_object().unwrap();
    assert_eq!(intent.last_payment_error.unwrap().decline_code.as_deref(), Some("insufficient_funds"));

    let stranger = ClientBuilder::new("sk_live_x").url(&world.running.http).build().unwrap();
    assert!(matches!(order().send(&stranger).await, Err(StripeError::Stripe(_, 401))));
    let none = RetrieveCheckoutSession::new("cs_test_none").send(&client).await;
    assert!(matches!(none, Err(StripeError::Stripe(_, 404))));
}
