//! Carriers are asked where parcels are, as often as it matters, and what they answer moves orders.

use domain::{
    order::Status,
    parcel::{self, ParcelDetails},
    poll::{self, LINES, Pace, Round},
    provider::shippo::Shippo,
    staff::Role,
    tracking::TrackSource,
};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    label_world::{labelled, work_until},
    poll_world::*,
    support::World,
};

const ALL: [(TrackSource, &str, &str); 4] = [
    (TrackSource::Fedex, "fedex", FEDEX),
    (TrackSource::Ups, "ups", UPS),
    (TrackSource::Dhl, "dhl_express", DHL),
    (TrackSource::Correos, "correos", CORREOS),
];

/// Picked up when it begins, delivered a day later.
fn a_day() -> Value {
    json!([{ "after": 0, "state": "picked_up" }, { "after": 25, "state": "delivered" }])
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_number_somebody_typed_is_asked_for_and_moves_its_order_without_any_push(pool: PgPool) {
    let asking = Asking::start(pool).await;
    let mut parcels = Vec::new();
    for (_, key, number) in ALL {
        parcels.push(asking.parcel(key, number, a_day()).await);
    }
    for (source, _, number) in ALL {
        assert_eq!(asking.round(source).await, Round::Asked(1), "{source:?}");
        assert_eq!(asking.asked(source.as_str(), number).await, 1);
        let Round::Until(next) = asking.round(source).await else { panic!("{source:?} has time") };
        let hours = asking.shop.clock.now().minutes_until(next) / 60;
        assert_eq!(hours, 3, "{source:?}: on its way it is looked at every three hours");
    }
    let moved = "select count(*) from parcel where tracking = 'transit'";
    assert_eq!(asking.world.count(moved).await, 4);
    asking.pass(25.0).await;
    for (source, _, number) in ALL {
        assert_eq!(asking.rounds(source).await, 1, "{source:?}");
        assert_eq!(asking.round(source).await, Round::Idle, "{source:?}: delivered, nobody looks any more");
        assert_eq!(asking.asked(source.as_str(), number).await, 2);
    }
    assert_eq!(asking.world.load(&asking.order).await.state.status, Status::Delivered);
    for parcel in parcels {
        assert_eq!(asking.next(parcel).await, None);
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_push_postpones_the_look_and_a_delivery_that_was_pushed_is_looked_at_once_more(pool: PgPool) {
    let asking = Asking::with(pool, true).await;
    let script = json!([{ "after": 0, "state": "picked_up" }, { "after": 3, "state": "in_transit" },
        { "after": 30, "state": "delivered" }]);
    let parcel = asking.parcel("ups", UPS, script).await;
    // To be told, and to know what was before.
    assert_eq!(asking.rounds(TrackSource::Ups).await, 2);
    let before = asking.next(parcel).await.unwrap();
    asking.pass(2.5).await;
    let told = async || asking.field(parcel, "told_at").await.is_some();
    work_until(&asking.world, &asking.shop, told).await;
    let after = asking.next(parcel).await.unwrap();
    assert!(after > before.plus(2 * 3600), "{before:?} {after:?}");
    assert_eq!(asking.asked("ups", UPS).await, 1);
    asking.pass(27.0).await;
    let delivered = "select count(*) from parcel where tracking = 'delivered'";
    work_until(&asking.world, &asking.shop, async || asking.world.count(delivered).await == 1).await;
    let hours = asking.shop.clock.now().minutes_until(asking.next(parcel).await.unwrap());
    assert!((0..=121).contains(&hours), "once more, for who took it: {hours}");
    asking.pass(2.1).await;
    assert_eq!(asking.rounds(TrackSource::Ups).await, 1);
    assert_eq!(asking.next(parcel).await, None);
}

fn shippo(asking: &Asking) -> Shippo {
    let at = format!("{}/shippo", asking.world.sandbox.http);
    Shippo::new(&SecretString::from("shippo_test_sandbox"), Some(&at)).unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn without_an_account_shippo_is_asked_and_with_one_the_carrier_whenever_it_comes(pool: PgPool) {
    let mut asking = Asking::start(pool).await;
    let own = std::mem::take(&mut asking.shop.carriers);
    asking.shop.shippo = shippo(&asking);
    let slow = json!([{ "after": 0, "state": "picked_up" }, { "after": 60, "state": "delivered" }]);
    let parcel = asking.parcel("ups", UPS, slow).await;
    assert_eq!(asking.round(TrackSource::Ups).await, Round::Idle, "there is no account");
    assert_eq!(asking.round(TrackSource::Shippo).await, Round::Asked(1));
    assert_eq!(asking.asked("ups", UPS).await, 0);
    asking.shop.carriers = own;
    assert!(matches!(asking.round(TrackSource::Shippo).await, Round::Idle), "now it is the carrier's");
    // Shippo did not know the number: it is tried again after a day.
    asking.pass(26.0).await;
    assert_eq!(asking.rounds(TrackSource::Ups).await, 1);
    assert_eq!(asking.asked("ups", UPS).await, 1);
    // Staff's button asks the same.
    assert!(!parcel::refresh_tracking(&asking.shop, &asking.ana, parcel).await.unwrap(), "nothing new");
    assert_eq!(asking.asked("ups", UPS).await, 2);
    let asked = poll::sources(&asking.shop).await.unwrap();
    let ups = asked.iter().find(|view| view.source == TrackSource::Ups).unwrap();
    assert_eq!((ups.calls, ups.most, ups.parcels), (2, 50_000, 1), "the button counts, too");
}

/// Who follows a parcel is a rule of the table; the same one as the program's.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_parcel_with_a_number_is_followed_until_its_label_is_given_back(pool: PgPool) {
    let keys =
        ["fedex", "ups", "correos", "dhl", "dhl_express", "dhlx", "usps", "evri", "deutsche_post", "upsx"];
    for key in keys {
        let source: String =
            sqlx::query_scalar("select poll_source($1)").bind(key).fetch_one(&pool).await.unwrap();
        let ours = TrackSource::of_carrier(key).unwrap_or(TrackSource::Shippo);
        assert_eq!(source, ours.as_str(), "{key}");
    }
    let asking = Asking::start(pool).await;
    let parcel = asking.parcel("correos", CORREOS, json!([])).await;
    let line: i32 = asking.field(parcel, "every").await.unwrap().parse().unwrap();
    assert!(LINES.contains(&line));
    let void = async |at: Option<&str>| {
        sqlx::query("update parcel set voided_at = $2::timestamptz where id = $1")
            .bind(parcel.0)
            .bind(at)
            .execute(&asking.shop.pool)
            .await
            .unwrap();
        asking.next(parcel).await.is_some()
    };
    assert!(!void(Some("2026-12-01T10:00:00Z")).await, "given back");
    assert!(void(None).await, "and not given back after all");
    let id: String = sqlx::query_scalar(
        "update parcel set tracking_number = 'RR123456776ES' where id = $1 returning tracking_number",
    )
    .bind(parcel.0)
    .fetch_one(&asking.shop.pool)
    .await
    .unwrap();
    assert_eq!(id, "RR123456776ES");
    assert_eq!(asking.next(parcel).await.is_some(), void(None).await, "another number begins anew");
    let link_only =
        ParcelDetails { tracking_url: Some("https://x.test/1".into()), ..ParcelDetails::default() };
    parcel::add_parcel(&asking.shop, &asking.ana, asking.id, link_only).await.unwrap();
    assert_eq!(asking.world.count("select count(*) from parcel_poll").await, 1, "a link cannot be asked for");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_label_of_ours_is_followed_from_its_purchase(pool: PgPool) {
    let world = World::start(pool).await;
    labelled(&world).await;
    let followed = "select count(*) from parcel_poll w join parcel p on p.id = w.parcel_id
         where p.label_id is not null and w.next_look_at >= p.created_at + interval '2 hours'";
    assert_eq!(world.count(followed).await, 1);
    assert!(LINES.contains(&Pace::Announced.every(false)));
    world.person(Role::Viewer).await;
}
