//! What the tests of asking carriers share: a shop with accounts at the sandbox, a clock that can be set, parcels with scripted journeys.

use domain::{
    Shop,
    clock::{At, Clock},
    ids::{OrderId, ParcelId},
    order::OrderNumber,
    parcel,
    payment::PaymentStatus,
    poll::{self, Round},
    provider::{
        Credentials,
        carriers::Carriers,
        correos::Correos,
        dhl::{Dhl, Hook},
        fedex::FedEx,
        ups::{Alerts, Ups},
    },
    staff::{Person, Role},
    tracking::TrackSource,
};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    label_world::work_until,
    support::{DHL_WORD, UPS_WORD, World, typed},
};

/// Numbers that could be each carrier's.
pub const UPS: &str = "1Z999AA10123456784";
pub const FEDEX: &str = "986578788855";
pub const DHL: &str = "3318810025";
pub const CORREOS: &str = "RR123456785ES";

/// A shop that asks carriers, an order of its, and who works on it.
pub struct Asking {
    pub world: World,
    /// The shop with accounts and a clock of its own.
    pub shop: Shop,
    pub order: OrderNumber,
    pub id: OrderId,
    pub ana: Person,
}

/// Accounts with all four at the sandbox; `tells`: with doors for pushes.
pub fn accounts(world: &World, tells: bool) -> Carriers {
    let at = |carrier: &str| format!("{}/{carrier}", world.sandbox.http);
    let key = || Credentials { id: "id".into(), secret: "secret".to_owned().into() };
    let door = |carrier: &str| format!("{}/api/webhooks/carriers/{carrier}", world.url);
    let alerts = Alerts::V1 { url: door("ups"), credential: SecretString::from(UPS_WORD) };
    let hook = Hook { url: door("dhl"), word: SecretString::from(DHL_WORD) };
    Carriers {
        fedex: Some(FedEx::new(key(), Some(&at("fedex"))).unwrap()),
        ups: Some(Ups::new(key(), Some(&at("ups")), tells.then_some(alerts)).unwrap()),
        dhl: Some(Dhl::new(&"key".to_owned().into(), Some(&at("dhl")), tells.then_some(hook)).unwrap()),
        correos: Some(Correos::new(None, Some(&at("correos/canonico"))).unwrap()),
        ..Carriers::default()
    }
}

impl Asking {
    pub async fn start(pool: PgPool) -> Self {
        Self::with(pool, false).await
    }

    pub async fn with(pool: PgPool, tells: bool) -> Self {
        let mut world = World::without_worker(pool).await;
        let (order, page) = world.order(|_| ()).await;
        world.pay(&page).await;
        let paid = async || world.load(&order).await.state.payment == PaymentStatus::Paid;
        work_until(&world, &world.shop, paid).await;
        let id = world.id(&order).await;
        let (ana, _) = world.person(Role::Operator).await;
        // No other source tells of these parcels.
        world.shop.shippo = world.shop.shippo.clone().absent();
        world.shop.clock = Clock::stopped(world.shop.clock.now().0);
        let shop = Shop { carriers: accounts(&world, tells), ..world.shop.clone() };
        Self { world, shop, order, id, ana }
    }

    /// A parcel whose carrier tells this script; without one, nothing.
    pub async fn parcel(&self, key: &str, number: &str, script: Value) -> ParcelId {
        let carrier = TrackSource::of_carrier(key).unwrap().as_str();
        let body = json!({ "carrier": carrier, "number": number, "script": script, "ago": 1 });
        self.world.control("/_control/journeys", body).await;
        self.typed(key, number).await
    }

    /// A parcel as staff type it.
    pub async fn typed(&self, key: &str, number: &str) -> ParcelId {
        parcel::add_parcel(&self.shop, &self.ana, self.id, typed(key, number)).await.unwrap();
        sqlx::query_scalar(
            "select id from parcel where tracking_number = $1 order by created_at desc limit 1",
        )
        .bind(number)
        .fetch_one(&self.shop.pool)
        .await
        .map(ParcelId)
        .unwrap()
    }

    /// One round of a source.
    pub async fn round(&self, source: TrackSource) -> Round {
        poll::round(&self.shop, source).await.unwrap()
    }

    /// Rounds of a source until nobody is due, the clock going on where only the budget is in the way; how many calls.
    pub async fn rounds(&self, source: TrackSource) -> usize {
        let mut calls = 0;
        for _ in 0..200 {
            match self.round(source).await {
                Round::Asked(_) => calls += 1,
                Round::Until(at) if self.shop.clock.now().seconds_until(at) <= 10 => {
                    self.shop.clock.set(at.plus(1))
                }
                _ => return calls,
            }
        }
        panic!("{source:?} is asked without end");
    }

    /// Time passes for the shop, and at the carriers as well.
    pub async fn pass(&self, hours: f64) {
        self.shop.clock.set(self.shop.clock.now().plus((hours * 3600.0) as i64));
        self.world.control("/_control/shippo/clock", json!({ "hours": hours })).await;
    }

    /// How often a journey was asked for.
    pub async fn asked(&self, carrier: &str, number: &str) -> i64 {
        self.world.get(&format!("/_control/journeys/{carrier}/{number}")).await["asked"].as_i64().unwrap()
    }

    /// A field of a parcel's row, as text.
    pub async fn field(&self, parcel: ParcelId, field: &'static str) -> Option<String> {
        let sql = format!("select {field}::text from parcel_poll where parcel_id = $1");
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(parcel.0).fetch_one(&self.shop.pool).await.unwrap()
    }

    /// When it is looked at next.
    pub async fn next(&self, parcel: ParcelId) -> Option<At> {
        sqlx::query_scalar("select next_look_at from parcel_poll where parcel_id = $1")
            .bind(parcel.0)
            .fetch_one(&self.shop.pool)
            .await
            .unwrap()
    }
}
