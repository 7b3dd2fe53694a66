//! Real events through the real doors, shuffled and repeated: whatever the order, the end is the same, and a small model's.

use domain::{
    clock::At,
    ids::OrderId,
    order::{OrderNumber, Status},
    payment::PaymentStatus,
    provider::signature::stamped::sign,
    queue::drain,
};
use rand::{SeedableRng, rngs::StdRng, seq::SliceRandom};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{SHIPPO_TOKEN, WEBHOOK_SECRET, World};

/// One thing a provider may say of an order.
#[derive(Debug, Clone)]
enum Said {
    Stripe(Value),
    Shippo(Value),
}

fn stripe(id: &str, kind: &str, object: &Value) -> Said {
    Said::Stripe(
        json!({ "id": id, "object": "event", "type": kind, "created": 1_790_000_000, "data": { "object": object } }),
    )
}

/// Everything that is said of one order's money and one order's parcel.
fn news(run: usize, order: OrderId, number: &str) -> Vec<Said> {
    let intent = format!("pi_{run}");
    let session = |status: &str| {
        json!({ "id": format!("cs_{run}"), "payment_status": status, "payment_intent": intent,
            "amount_total": 3490, "currency": "eur", "metadata": { "order_id": order.to_string() } })
    };
    let refund = |which: u8, status: &str| json!({ "id": format!("re_{run}_{which}"), "payment_intent": intent, "amount": 500, "currency": "eur", "status": status, "metadata": {} });
    let dispute = |status: &str| json!({ "id": format!("dp_{run}"), "payment_intent": intent, "amount": 3490, "currency": "eur", "status": status });
    let scan = |status: &str, code: &str, hour: u8| {
        Said::Shippo(json!({ "event": "track_updated", "test": true, "data": {
            "carrier": "ups", "tracking_number": number,
            "tracking_status": { "object_id": format!("{number}-{hour}"), "status": status, "status_details": code,
                "status_date": format!("2026-11-20T{hour:02}:00:00Z"),
                "substatus": { "code": code, "text": code, "action_required": false } } } }))
    };
    vec![
        stripe(&format!("evt_{run}_1"), "checkout.session.completed", &session("paid")),
        stripe(&format!("evt_{run}_2"), "checkout.session.expired", &session("unpaid")),
        stripe(&format!("evt_{run}_3"), "refund.created", &refund(1, "pending")),
        stripe(&format!("evt_{run}_4"), "refund.updated", &refund(1, "succeeded")),
        stripe(&format!("evt_{run}_5"), "refund.created", &refund(2, "succeeded")),
        stripe(&format!("evt_{run}_6"), "refund.failed", &refund(2, "failed")),
        stripe(&format!("evt_{run}_7"), "charge.dispute.created", &dispute("needs_response")),
        stripe(&format!("evt_{run}_8"), "charge.dispute.closed", &dispute("won")),
        scan("PRE_TRANSIT", "information_received", 6),
        scan("TRANSIT", "package_accepted", 8),
        scan("TRANSIT", "out_for_delivery", 12),
        scan("DELIVERED", "delivered", 14),
    ]
}

async fn deliver(world: &World, said: &Said) {
    let request = match said {
        Said::Stripe(event) => {
            let body = event.to_string();
            let now = world.shop.clock.now();
            let signature = sign(body.as_bytes(), &SecretString::from(WEBHOOK_SECRET), now);
            world
                .http
                .post(format!("{}/api/webhooks/stripe", world.url))
                .header("stripe-signature", signature)
                .body(body)
        }
        Said::Shippo(event) => {
            let url = format!("{}/api/webhooks/shippo?token={SHIPPO_TOKEN}", world.url);
            world.http.post(url).body(event.to_string())
        }
    };
    assert_eq!(request.send().await.unwrap().status(), 200);
    drain(&world.shop).await.unwrap();
}

/// What there is to compare: everything but the moments at which we learnt it.
async fn end(world: &World, id: OrderId) -> (Value, i64) {
    let facts = sqlx::query_scalar(
        "select json_build_object('status', o.status, 'payment', o.payment, 'stage', o.stage,
             'captured', p.captured, 'reserved', p.reserved,
             'refunds', (select json_agg(json_build_array(r.amount, r.status) order by r.provider_id) from refund r where r.order_id = o.id),
             'dispute', (select json_agg(d.status) from dispute d where d.payment_id = p.id),
             'parcel', (select json_agg(json_build_array(b.tracking, b.tracking_at)) from parcel b where b.order_id = o.id),
             'scans', (select count(*) from scan s join parcel b on b.id = s.parcel_id where b.order_id = o.id))
         from orders o join payment p on p.order_id = o.id where o.id = $1",
    )
    .bind(id.0)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap();
    let waiting =
        world.count("select count(*) from inbox where state in ('waiting', 'received', 'failed')").await;
    (facts, waiting)
}

async fn order_with_a_parcel(world: &World, run: usize) -> (OrderNumber, OrderId, String) {
    let (number, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let tracking = format!("1Z{run:06}");
    sqlx::query(
        "insert into parcel (id, order_id, position, carrier, carrier_token, tracking_number, created_at)
         values (gen_random_uuid(), $1, 1, 'UPS', 'ups', $2, now())",
    )
    .bind(id.0)
    .bind(&tracking)
    .execute(&world.shop.pool)
    .await
    .unwrap();
    (number, id, tracking)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn stripes_and_shippos_events_in_any_order_and_number_end_the_same(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for run in 0..24 {
        let mut random = StdRng::seed_from_u64(run as u64);
        let (number, id, tracking) = order_with_a_parcel(&world, run).await;
        let mut all = news(run, id, &tracking);
        let twice = all.clone();
        all.extend(twice);
        all.shuffle(&mut random);
        for said in &all {
            deliver(&world, said).await;
        }
        let (facts, waiting) = end(&world, id).await;
        // The model: what was paid less what went back, and the furthest scan.
        let expected = json!({
            "status": "delivered", "payment": "partially_refunded", "stage": "delivered", "captured": 3490, "reserved": 500,
            "refunds": [[500, "succeeded"], [500, "failed"]], "dispute": ["won"],
            "parcel": [["delivered", facts["parcel"][0][1]]], "scans": 4,
        });
        assert_eq!((&facts, waiting), (&expected, 0), "seed {run}");
        let (left, there): (At, At) =
            sqlx::query_as("select shipped_at, delivered_at from orders where id = $1")
                .bind(id.0)
                .fetch_one(&world.shop.pool)
                .await
                .unwrap();
        let said = (left.rfc3339(), there.rfc3339());
        let expected = ("2026-11-20T08:00:00Z".to_owned(), "2026-11-20T14:00:00Z".to_owned());
        assert_eq!(said, expected, "seed {run}: as the carrier says, not as we heard");
        let order = world.load(&number).await;
        assert_eq!(
            (order.state.status, order.state.payment),
            (Status::Delivered, PaymentStatus::PartiallyRefunded)
        );
    }
}
