//! A week of twelve parcels over four carriers: a tenth of the pushes is lost, a tenth comes twice, all overtake each other, and carriers are
//! asked as the plan says. Timelines end as the script has them, and staff are alarmed where the script says and nowhere else.

use domain::{
    parcel::WatchParcels,
    queue,
    tracking::{TrackSource, TrackingState, timeline::Line},
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    label_world::work_until,
    poll_world::*,
    support::{FEDEX_TOKEN, World},
};

/// One parcel: our key of its carrier, its number, what happens after so many hours, and the alarms it is to raise.
struct Part {
    key: &'static str,
    number: &'static str,
    script: &'static [(u32, &'static str)],
    /// Until when it waits to be fetched, in hours.
    until: Option<u32>,
    /// When it should arrive, in hours.
    eta: Option<u32>,
    /// In their order; the last is open at the end when it is marked so.
    alarms: &'static [(&'static str, bool)],
}

const PLAIN: &[(u32, &str)] =
    &[(0, "pre_transit"), (4, "picked_up"), (28, "in_transit"), (50, "out_for_delivery"), (54, "delivered")];

const OPEN: bool = true;
const OVER: bool = false;

#[rustfmt::skip]
const WEEK: [Part; 12] = [
    Part { key: "ups", number: "1Z12345E0205271688", script: PLAIN, until: None, eta: None, alarms: &[] },
    Part { key: "ups", number: "1Z12345E6605272234", script: &[(0, "pre_transit")], until: None, eta: None, alarms: &[("never_scanned", OPEN)] },
    Part { key: "ups", number: "1Z12345E0305271640", script: &[(0, "pre_transit"), (4, "picked_up"), (30, "available_for_pickup"), (130, "delivered")],
        until: Some(140), eta: None, alarms: &[("action_required", OVER)] },
    Part { key: "fedex", number: "986578788855", script: PLAIN, until: None, eta: None, alarms: &[] },
    Part { key: "fedex", number: "477179081230", script: &[(0, "pre_transit"), (4, "picked_up"), (30, "customs"), (60, "in_transit"), (80, "delivered")],
        until: None, eta: None, alarms: &[("held_in_customs", OVER)] },
    Part { key: "fedex", number: "799531274483", script: &[(0, "pre_transit"), (4, "picked_up"), (20, "in_transit"), (160, "delivered")],
        until: None, eta: None, alarms: &[("silent", OVER)] },
    Part { key: "dhl_express", number: "3318810025", script: PLAIN, until: None, eta: None, alarms: &[] },
    Part { key: "dhl_express", number: "3318810036", script: &[(0, "pre_transit"), (4, "picked_up"), (40, "failed")], until: None, eta: None,
        alarms: &[("failed", OPEN)] },
    Part { key: "dhl_express", number: "3318810040", script: &[(0, "pre_transit"), (4, "picked_up"), (26, "in_transit"), (50, "in_transit"),
        (74, "in_transit"), (98, "in_transit"), (122, "in_transit"), (146, "in_transit")], until: None, eta: Some(60), alarms: &[("late", OPEN)] },
    Part { key: "correos", number: "RR123456785ES", script: PLAIN, until: None, eta: None, alarms: &[] },
    Part { key: "correos", number: "PQ4F6P0704213180128014R", script: &[(0, "pre_transit"), (4, "picked_up"), (28, "in_transit"), (110, "returned")],
        until: None, eta: None, alarms: &[("returned", OPEN)] },
    Part { key: "correos", number: "PQ4F6P0704213190128014C", script: &[(0, "pre_transit"), (4, "picked_up"), (30, "address_problem"),
        (60, "out_for_delivery"), (66, "delivered")], until: None, eta: None, alarms: &[("address_problem", OVER)] },
];

/// How each carrier words what the script says: DHL has a word for what moves, UPS and FedEx none for some troubles of others.
fn worded(key: &str, said: &str) -> TrackingState {
    use TrackingState::*;
    match (key, said) {
        (_, "pre_transit") => PreTransit,
        ("dhl_express", "failed") => Failed,
        (_, "delivered") => Delivered,
        ("dhl_express", _) => InTransit,
        (_, "picked_up") => PickedUp,
        (_, "in_transit") => InTransit,
        (_, "out_for_delivery") => OutForDelivery,
        (_, "available_for_pickup") => AvailableForPickup,
        ("fedex", "customs") => Delayed,
        ("correos", "address_problem") => Attempted,
        (_, "returned") => Returned,
        other => panic!("{other:?} is in no script"),
    }
}

impl Part {
    fn carrier(&self) -> &'static str {
        TrackSource::of_carrier(self.key).unwrap().as_str()
    }

    async fn begin(&self, asking: &Asking) {
        let steps: Vec<Value> = self
            .script
            .iter()
            .map(|(after, state)| json!({ "after": after, "state": state, "until": self.until.filter(|_| *state == "available_for_pickup") }))
            .collect();
        let body = json!({ "carrier": self.carrier(), "number": self.number, "script": steps, "eta": self.eta, "shippo": false });
        asking.world.control("/_control/journeys", body).await;
        asking.typed(self.key, self.number).await;
    }

    /// The seconds and words of the script, as its carrier's side has them.
    async fn truth(&self, world: &World) -> Vec<(i64, TrackingState)> {
        let journey = world.get(&format!("/_control/journeys/{}/{}", self.carrier(), self.number)).await;
        let scans = journey["scans"].as_array().unwrap().iter();
        let at = |scan: &Value| scan["at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap().as_second();
        scans.map(|scan| (at(scan), worded(self.key, scan["state"].as_str().unwrap()))).collect()
    }

    async fn line(&self, world: &World) -> Vec<(i64, TrackingState)> {
        let line: sqlx::types::Json<Vec<Line>> =
            sqlx::query_scalar("select timeline from parcel where tracking_number = $1")
                .bind(self.number)
                .fetch_one(&world.shop.pool)
                .await
                .unwrap();
        line.0.into_iter().map(|line| (line.at.unwrap().0.as_second(), line.meaning.state)).collect()
    }

    async fn raised(&self, world: &World) -> Vec<(String, bool)> {
        sqlx::query_as(
            "select a.kind, a.settled_at is null from parcel_alarm a join parcel p on p.id = a.parcel_id
             where p.tracking_number = $1 order by a.raised_at",
        )
        .bind(self.number)
        .fetch_all(&world.shop.pool)
        .await
        .unwrap()
    }
}

async fn hourly(asking: &Asking) {
    let mut conn = asking.shop.pool.acquire().await.unwrap();
    queue::enqueue(&mut conn, &WatchParcels { after: None }).await.unwrap();
    drop(conn);
    queue::drain(&asking.shop).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_week_of_twelve_parcels_ends_as_the_script_has_it_and_alarms_where_it_says(pool: PgPool) {
    let asking = Asking::with(pool, true).await;
    let world = &asking.world;
    let target = json!({ "provider": "fedex", "url": format!("{}/api/webhooks/carriers/fedex", world.url), "secret": FEDEX_TOKEN });
    world.control("/_control/webhook-url", target).await;
    let luck = json!({ "lose_percent": 10, "duplicate_percent": 10, "shuffle_percent": 100, "seed": 12 });
    world.faults(json!({ "ups": luck, "fedex": luck, "dhl": luck })).await;
    for part in &WEEK {
        part.begin(&asking).await;
    }
    let sources = [TrackSource::Fedex, TrackSource::Ups, TrackSource::Dhl, TrackSource::Correos];
    for _ in 0..29 {
        for source in sources {
            asking.rounds(source).await;
        }
        queue::drain(&asking.shop).await.unwrap();
        hourly(&asking).await;
        asking.pass(6.0).await;
    }
    for source in sources {
        asking.rounds(source).await;
    }
    let unread = "select count(*) from inbox where state = 'received'";
    work_until(world, &asking.shop, async || world.count(unread).await == 0).await;
    hourly(&asking).await;
    assert!(
        world.count("select count(*) from inbox where provider in ('ups', 'fedex', 'dhl')").await > 20,
        "most of it was pushed"
    );
    for part in &WEEK {
        assert_eq!(part.line(world).await, part.truth(world).await, "{} {}", part.key, part.number);
        let expected: Vec<_> = part.alarms.iter().map(|(kind, open)| ((*kind).to_owned(), *open)).collect();
        assert_eq!(part.raised(world).await, expected, "{} {}", part.key, part.number);
    }
}
