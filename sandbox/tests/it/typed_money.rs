//! The client Clew uses asks for refunds, captures, cancellations, disputes and events without noticing either.

use serde_json::json;
use stripe::{Client, ClientBuilder, StripeError};
use stripe_core::charge::RetrieveCharge;
use stripe_core::dispute::ListDispute;
use stripe_core::event::ListEvent;
use stripe_core::payment_intent::{
    CancelPaymentIntent, CancelPaymentIntentCancellationReason, CapturePaymentIntent, RetrievePaymentIntent,
};
use stripe_core::refund::{CreateRefund, CreateRefundReason, ListRefund, RetrieveRefund};

use crate::world::{KEY, World, config};

fn client(world: &World) -> Client {
    ClientBuilder::new(KEY).url(&world.running.http).build().expect("a client")
}

#[tokio::test]
async fn a_refund_is_made_read_and_listed() {
    let world = World::start(config()).await;
    let client = client(&world);
    let intent = world.paid("4000000000007726").await;
    let metadata = [("refund_id".to_owned(), "r-1".to_owned())];
    let made = CreateRefund::new()
        .payment_intent(intent.as_str())
        .amount(1200)
        .reason(CreateRefundReason::RequestedByCustomer)
        .metadata(metadata)
        .send(&client)
        .await
        .unwrap();
    assert_eq!((made.amount, made.status.as_deref()), (1200, Some("pending")));
    let read = RetrieveRefund::new(made.id.clone()).send(&client).await.unwrap();
    assert_eq!(read.metadata.unwrap()["refund_id"], "r-1");
    let listed = ListRefund::new().payment_intent(intent.as_str()).limit(100).send(&client).await.unwrap();
    assert_eq!(listed.data[0].id, made.id);
    let charge = made.charge.unwrap().id().clone();
    let charge = RetrieveCharge::new(charge).send(&client).await.unwrap();
    assert_eq!((charge.amount_refunded, charge.refunded), (1200, false));
    let Err(StripeError::Stripe(refused, 400)) =
        CreateRefund::new().payment_intent(intent.as_str()).amount(3801).send(&client).await
    else {
        panic!("too much was refunded");
    };
    assert!(refused.message.unwrap().starts_with("Refund amount"));
    let kinds = vec!["refund.created".to_owned(), "charge.refunded".to_owned()];
    let events =
        ListEvent::new().types(kinds).delivery_success(false).limit(100).send(&client).await.unwrap();
    assert_eq!(events.data.len(), 2);
}

#[tokio::test]
async fn a_hold_is_taken_or_given_back() {
    let world = World::start(config()).await;
    let client = client(&world);
    let intent = world.held().await;
    let held = RetrievePaymentIntent::new(intent.as_str())
        .expand(["latest_charge".to_owned()])
        .send(&client)
        .await
        .unwrap();
    assert_eq!((held.status.as_str(), held.amount_capturable), ("requires_capture", 5000));
    let card = held.latest_charge.unwrap().into_object().unwrap().payment_method_details.unwrap().card;
    assert!(card.unwrap().capture_before.is_some());
    let taken =
        CapturePaymentIntent::new(intent.as_str()).amount_to_capture(4000).send(&client).await.unwrap();
    assert_eq!((taken.status.as_str(), taken.amount_received), ("succeeded", 4000));
    let again = CapturePaymentIntent::new(intent.as_str()).send(&client).await;
    assert!(matches!(again, Err(StripeError::Stripe(_, 400))));

    let other = world.held().await;
    let reason = CancelPaymentIntentCancellationReason::Abandoned;
    let given =
        CancelPaymentIntent::new(other.as_str()).cancellation_reason(reason).send(&client).await.unwrap();
    assert_eq!(given.status.as_str(), "canceled");
}

#[tokio::test]
async fn a_dispute_is_typed_too() {
    let world = World::start(config()).await;
    let intent = world.paid("4242424242424242").await;
    let opened = json!({ "payment_intent": intent, "status": "warning_needs_response" });
    world.control("/_control/stripe/disputes", opened).await;
    let listed = ListDispute::new().payment_intent(intent.as_str()).send(&client(&world)).await.unwrap();
    assert_eq!(listed.data[0].status.as_str(), "warning_needs_response");
}
