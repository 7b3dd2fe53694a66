//! What the tests of who is told what, and when, share: a shop whose clock stands, and what it planned.

use domain::{
    Language, Shop,
    clock::{At, Clock},
    ids::OrderId,
    notice::{Quiet, Reach, keep_reach},
    order::Status,
    parcel::{self, TrackingStatus},
    queue,
    tracking::{CarrierEvent, Meaning, TrackReport, TrackSource, TrackingState, When},
};

use crate::support::World;

pub fn at(text: &str) -> At {
    At(text.parse().unwrap())
}

/// The same shop at another hour.
pub fn shop_at(world: &World, text: &str) -> Shop {
    Shop { clock: Clock::stopped(at(text).0), ..world.shop.clone() }
}

/// How far the shop reaches.
pub async fn reach(world: &World, change: impl FnOnce(&mut Reach)) {
    let mut reach = Reach {
        sms: false,
        zone: "Europe/Madrid".into(),
        quiet: Quiet::NONE,
        language: Language::En,
        staff_mail: None,
        hold_seconds: 0,
    };
    change(&mut reach);
    keep_reach(&mut world.shop.pool.acquire().await.unwrap(), &reach).await.unwrap();
}

/// The only order there is.
pub async fn the_order(world: &World) -> OrderId {
    let id: uuid::Uuid =
        sqlx::query_scalar("select id from orders").fetch_one(&world.shop.pool).await.unwrap();
    OrderId(id)
}

pub async fn version(world: &World, id: OrderId) -> i64 {
    sqlx::query_scalar("select version from orders where id = $1")
        .bind(id.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap()
}

/// Kind, state and reason of every message over a channel, in the order in which they were planned.
pub async fn planned(world: &World, channel: &str) -> Vec<(String, String, String)> {
    sqlx::query_as(
        "select kind, state::text, coalesce(reason, '') from notice where channel = $1 and audience = 'customer' order by id",
    )
    .bind(channel)
    .fetch_all(&world.shop.pool)
    .await
    .unwrap()
}

pub fn row(kind: &str, state: &str, reason: &str) -> (String, String, String) {
    (kind.into(), state.into(), reason.into())
}

/// Time passes, and what is due is done.
pub async fn later(shop: &Shop, text: &str) {
    shop.clock.set(at(text));
    sqlx::query("update job set run_at = now()").execute(&shop.pool).await.unwrap();
    queue::drain(shop).await.unwrap();
}

/// A carrier says where a parcel is.
pub async fn scan(shop: &Shop, number: &str, status: TrackingStatus) {
    let now = shop.clock.now();
    let mut report = TrackReport::new(TrackSource::Shippo, "ups", number);
    let state = match status {
        TrackingStatus::Unknown => TrackingState::Unknown,
        TrackingStatus::PreTransit => TrackingState::PreTransit,
        TrackingStatus::Transit => TrackingState::InTransit,
        TrackingStatus::OutForDelivery => TrackingState::OutForDelivery,
        TrackingStatus::Delayed => TrackingState::Delayed,
        TrackingStatus::Exception => TrackingState::Attempted,
        TrackingStatus::Delivered => TrackingState::Delivered,
        TrackingStatus::Returned => TrackingState::Returning,
    };
    report.events.push(CarrierEvent {
        key: status.as_str().into(),
        code: None,
        sub_code: None,
        words: None,
        language: None,
        when: When::Moment { at: now, offset: None },
        place: None,
        meaning: Some(Meaning::of(state)),
    });
    let mut tx = shop.pool.begin().await.unwrap();
    parcel::hear_tracking(&mut tx, &report, now).await.unwrap();
    tx.commit().await.unwrap();
}

pub async fn status(world: &World, id: OrderId) -> Status {
    sqlx::query_scalar("select status from orders where id = $1")
        .bind(id.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap()
}
