//! What the tests of labels and tracking share: a chosen rate, a paid order, purchases counted at the carrier.

use std::time::Duration;

use domain::{
    Shop,
    clock::Clock,
    failpoint::Failpoints,
    ids::{LabelId, OrderId},
    order::{Address, ChosenRate, OrderNumber},
    parcel::{self, Direction, LabelStatus, LabelWish, Offer, QuoteItem, QuoteRequest, label_store},
    payment::PaymentStatus,
    queue,
    staff::{Person, Role},
};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::support::{SHIPPO_TOKEN, World};

/// Two posters to a town in Spain.
pub fn request() -> QuoteRequest {
    QuoteRequest {
        name: "Ana Ruiz".into(),
        address: Address {
            line1: "Calle Mayor 12".into(),
            line2: None,
            city: "Madrid".into(),
            state: None,
            postal_code: "28013".into(),
            country: "ES".into(),
        },
        phone: Some("+34600000000".into()),
        email: Some("ana@customer.test".into()),
        items: vec![QuoteItem {
            name: "Poster A2".into(),
            quantity: 2,
            unit_amount: 1450,
            sku: None,
            weight_grams: Some(300),
            sides_mm: Some([420, 100, 100]),
        }],
        currency: "EUR".into(),
        direction: Direction::Outbound,
        parcel: None,
        box_number: None,
    }
}

/// The cheapest rate of a fresh shipment.
pub async fn rate(shop: &Shop) -> (ChosenRate, Offer) {
    let quoted = parcel::quote(shop, &request()).await.unwrap();
    let offer = quoted.offers[0].clone();
    let chosen = ChosenRate {
        shipment_id: quoted.shipment_id.unwrap(),
        service_token: offer.service_token.clone(),
        carrier: offer.carrier.clone(),
    };
    (chosen, offer)
}

/// A paid order whose customer chose the cheapest rate, and somebody who may buy its label. Works with and without a worker.
pub async fn paid(world: &World) -> (OrderNumber, OrderId, Person) {
    let (rate, offer) = rate(&world.shop).await;
    let (number, page) = world
        .order(|body| {
            body["shipping"] = json!({ "name": offer.service, "amount": offer.amount, "rate": rate })
        })
        .await;
    world.pay(&page).await;
    work_until(world, &world.shop, async || world.load(&number).await.state.payment == PaymentStatus::Paid)
        .await;
    let id = world.id(&number).await;
    (number, id, world.person(Role::Operator).await.0)
}

/// A paid order whose label has been bought.
pub async fn labelled(world: &World) -> (OrderNumber, OrderId, Person, LabelId) {
    let (number, id, ana) = paid(world).await;
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    becomes(world, label, LabelStatus::Bought).await;
    (number, id, ana, label)
}

/// Does what is due, at once, until it is so.
pub async fn work_until(world: &World, shop: &Shop, so: impl AsyncFn() -> bool) {
    let wait = async {
        loop {
            if so().await {
                return;
            }
            at_once(world).await;
            queue::drain(shop).await.unwrap();
            world.breathe().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(40), wait).await.expect("it did not become so");
}

/// What snoozes is due: time passes. What somebody died over can be taken by the next.
pub async fn at_once(world: &World) {
    sqlx::query("update job set run_at = now() where not dead and lease_until is null and run_at > now()")
        .execute(&world.shop.pool)
        .await
        .unwrap();
}

/// Whoever held a job is dead: its lease has run out.
pub async fn leases_run_out(world: &World) {
    sqlx::query("update job set lease_until = now() - interval '1 second' where lease_until is not null")
        .execute(&world.shop.pool)
        .await
        .unwrap();
}

pub async fn label(world: &World, id: LabelId) -> label_store::Label {
    label_store::load(&mut world.shop.pool.acquire().await.unwrap(), id).await.unwrap()
}

pub async fn becomes(world: &World, id: LabelId, status: LabelStatus) {
    let wait = work_until(world, &world.shop, async || label(world, id).await.status == status);
    match tokio::time::timeout(Duration::from_secs(30), wait).await {
        Ok(()) => {}
        Err(_) => panic!("{status:?} expected: {:?}", label(world, id).await),
    }
}

/// Every purchase the carrier's side knows of.
pub async fn purchases(world: &World) -> Vec<Value> {
    world.get("/_control/shippo/transactions").await.as_array().unwrap().clone()
}

/// How many of them cost money: neither failed nor given back.
pub async fn paid_labels(world: &World) -> usize {
    let costs = |one: &&Value| !matches!(one["status"].as_str(), Some("ERROR" | "REFUNDED"));
    purchases(world).await.iter().filter(costs).count()
}

/// The same shop at a later hour.
pub fn later(world: &World, seconds: i64) -> Shop {
    Shop { clock: Clock::stopped(world.shop.clock.now().plus(seconds).0), ..world.shop.clone() }
}

/// Runs the queue until a job reaches `place`, and kills it there: nothing after that point is done, as by SIGKILL.
pub async fn dies_at(world: &World, place: &'static str) {
    let (reached, mut reach) = mpsc::unbounded_channel();
    let hook = move |here| {
        let reached = reached.clone();
        async move {
            if here == place {
                let _ = reached.send(());
                std::future::pending::<()>().await;
            }
        }
    };
    let shop = Shop { failpoints: Failpoints::with(hook), ..world.shop.clone() };
    let job = tokio::spawn(async move { queue::drain(&shop).await });
    tokio::time::timeout(Duration::from_secs(15), reach.recv()).await.expect("nobody came there");
    job.abort();
    let _ = job.await;
    leases_run_out(world).await;
}

/// Sends a webhook as Shippo does; its HTTP status.
pub async fn webhook(world: &World, body: &Value) -> u16 {
    let url = format!("{}/api/webhooks/shippo?token={SHIPPO_TOKEN}", world.url);
    world.http.post(url).json(body).send().await.unwrap().status().as_u16()
}

/// Open alarms of an order.
pub async fn alarms(world: &World, id: OrderId) -> Vec<String> {
    sqlx::query_scalar("select kind from alert where order_id = $1 and cleared_at is null order by kind")
        .bind(id.0)
        .fetch_all(&world.shop.pool)
        .await
        .unwrap()
}

/// A label's code and words.
pub async fn why(world: &World, id: LabelId) -> (Option<String>, Option<String>) {
    sqlx::query_as("select error_code, error from label where id = $1")
        .bind(id.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap()
}
