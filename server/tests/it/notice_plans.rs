//! Whatever happens to an order, and whenever: one message per event, recipient and channel, and one that waits.

use domain::{
    event::{Kind, Source},
    history::{self, Actor, Entry},
    ids::OrderId,
    notice::{self, Quiet, when},
    order::Status,
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use serde_json::json;
use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    bulk_world::stand,
    notice_world::{at, reach},
    support::World,
};

const HAPPENS: [Kind; 8] = [
    Kind::StageEntered,
    Kind::TrackingUpdate,
    Kind::TrackingUpdate,
    Kind::ParcelAdded,
    Kind::RefundSucceeded,
    Kind::Recalled,
    Kind::LabelCreated,
    Kind::NoteAdded,
];

/// Lines on which more than one message about the way waits.
const CROWDED: &str = "select count(*) from (
    select 1 from notice where channel <> 'in_app' and audience = 'customer'
        and kind in ('processing', 'progress', 'shipped', 'out_for_delivery', 'delayed', 'exception', 'delivered')
        and (state = 'deferred' or (state = 'pending' and not_before is not null))
    group by order_id, recipient, channel having count(*) > 1) x";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn any_life_leaves_one_message_per_event_and_one_that_waits(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 12, "in_production").await;
    reach(&world, |reach| (reach.quiet, reach.hold_seconds) = (Quiet::NIGHT, 20)).await;
    let orders: Vec<Uuid> = sqlx::query_scalar("select id from orders order by number")
        .fetch_all(&world.shop.pool)
        .await
        .unwrap();
    let mut random = StdRng::seed_from_u64(31);
    let mut conn = world.shop.pool.acquire().await.unwrap();
    for order in orders {
        let (mut from, mut now) = (Status::Processing, at("2027-01-15T18:00:00Z"));
        for version in 4..34 {
            let kind = *HAPPENS.choose(&mut random).unwrap();
            let moves = matches!(kind, Kind::StageEntered | Kind::TrackingUpdate | Kind::Recalled);
            let to = if moves { *Status::ALL[1..9].choose(&mut random).unwrap() } else { from };
            now = now.plus(random.random_range(1..7_200));
            let actor = Actor::of(if random.random_bool(0.5) { Source::Staff } else { Source::Shippo });
            let stage = if to.is_in_house() { "in_production" } else { "shipped" };
            let entry = Entry {
                order: OrderId(order),
                version,
                kind,
                from: Some(from),
                to,
                stage: Some(stage),
                tells: kind == Kind::StageEntered && random.random_bool(0.3),
                actor: &actor,
                payload: json!({ "parcel": { "tracking_number": format!("1Z{version}") } }),
                occurred_at: now,
                recorded_at: now,
            };
            history::append(&mut conn, entry.clone()).await.unwrap();
            assert_eq!(world.count(CROWDED).await, 0, "{order} {version} {kind:?} {from:?} {to:?}");
            let before = rows(&world).await;
            notice::plan(&mut conn, &entry).await.unwrap();
            assert_eq!(rows(&world).await, before, "a second plan of {kind:?} changes nothing");
            let untrue: Vec<&str> = when::untrue(to).iter().map(|kind| kind.as_str()).collect();
            let lies: i64 = sqlx::query_scalar(
                "select count(*) from notice where order_id = $1 and kind = any($2) and event_version < $3 and audience = 'customer'
                     and (state = 'deferred' or (state = 'pending' and not_before is not null))",
            )
            .bind(order)
            .bind(untrue)
            .bind(version)
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
            assert!(from == to || lies == 0, "{order} {version} {kind:?} {from:?} {to:?}");
            from = to;
        }
    }
    let twice = "select count(*) from (select 1 from notice group by order_id, event_version, recipient, channel having count(*) > 1) x";
    assert_eq!(world.count(twice).await, 0);
    let money = "select count(*) from notice where kind = 'refunded' and state = 'withdrawn'";
    assert_eq!(world.count(money).await, 0, "money never grows old");
    assert!(world.count("select count(*) from notice where reason = 'overtaken'").await > 20);
}

async fn rows(world: &World) -> Vec<(Uuid, String)> {
    sqlx::query_as("select id, state::text from notice order by id")
        .fetch_all(&world.shop.pool)
        .await
        .unwrap()
}
