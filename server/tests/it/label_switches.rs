//! However slowly Shippo answers, and however late, often or confusedly it tells: one label, one event, one state.

use std::collections::BTreeMap;

use domain::{
    Fault, Reason,
    ids::OrderId,
    parcel::{self, LabelStatus, LabelWish},
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{label_world::*, support::World};

/// Everything that is true of an order's label in the end, without ids, numbers and times.
async fn end(world: &World, id: OrderId) -> Value {
    sqlx::query_scalar(
        "select json_build_object('status', o.status, 'stage', o.stage, 'payment', o.payment,
             'labels', (select json_agg(l.status) from label l where l.order_id = o.id),
             'boxes', (select json_agg(json_build_array(p.position, p.carrier_token, p.tracking, p.voided_at,
                 p.tracking_number is not null)) from parcel p where p.order_id = o.id),
             'scans', (select count(*) from carrier_event s join parcel p on p.id = s.parcel_id where p.order_id = o.id),
             'events', (select json_agg(e.kind order by e.kind) from event e where e.order_id = o.id),
             'alarms', (select count(*) from alert a where a.order_id = o.id and a.cleared_at is null))
         from orders o where o.id = $1",
    )
    .bind(id.0)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

/// Everything has come that was on its way, as often as it was to come.
async fn all_is_told(world: &World, before: i64, times: i64) {
    let mut rows = 0;
    let all = async || -> (i64, i64) {
        sqlx::query_as(
            "select count(*), coalesce(min(deliveries), 0)::bigint from
             (select deliveries from inbox where provider = 'shippo' order by id offset $1) late",
        )
        .bind(before)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap()
    };
    work_until(world, &world.shop, async || {
        let (came, least) = all().await;
        came > 0 && least >= times
    })
    .await;
    while rows != all().await.0 {
        rows = all().await.0;
        world.idle().await;
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn whatever_the_switch_there_is_one_label_one_event_one_state(pool: PgPool) {
    let world = World::start(pool).await;
    let mut ends = BTreeMap::new();
    for (name, switches, times) in [
        ("nothing wrong", json!({}), 1),
        ("slow to answer", json!({ "api_delay_ms": 600 }), 1),
        ("late to tell", json!({ "delay_ms": 500 }), 1),
        ("tells again and again", json!({ "duplicate": 3 }), 4),
        ("tells in pairs the wrong way round", json!({ "reorder": true }), 1),
        (
            "all of it at once",
            json!({ "api_delay_ms": 300, "delay_ms": 200, "duplicate": 3, "reorder": true }),
            4,
        ),
    ] {
        let (_, id, ana) = paid(&world).await;
        world.idle().await;
        let bought = purchases(&world).await.len();
        let told = world.count("select count(*) from inbox where provider = 'shippo'").await;
        let events = world.events("label_created").await;
        let mut turned = switches;
        turned["only"] = json!("POST /shippo/transactions");
        world.faults(json!({ "shippo": turned })).await;
        let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
        // Somebody who grows impatient while the carrier is asked.
        let again = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap_err();
        assert!(matches!(again, Fault::Refused(Reason::LabelExists)), "{name}: {again:?}");
        becomes(&world, label, LabelStatus::Bought).await;
        all_is_told(&world, told, times).await;
        assert_eq!(purchases(&world).await.len() - bought, 1, "{name}");
        assert_eq!(world.events("label_created").await - events, 1, "{name}");
        assert_eq!(self::label(&world, label).await.status, LabelStatus::Bought, "{name}");
        ends.insert(name, end(&world, id).await);
        let off = json!({ "only": null, "api_delay_ms": 0, "delay_ms": 0, "duplicate": 0, "reorder": false });
        world.faults(json!({ "shippo": off })).await;
    }
    let right = &ends["nothing wrong"];
    assert_eq!((&right["status"], &right["labels"]), (&json!("processing"), &json!(["bought"])));
    for (name, end) in &ends {
        assert_eq!(end, right, "{name}");
    }
}
