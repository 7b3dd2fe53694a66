//! Real events through the real doors, drawn, shuffled and repeated: whatever the order, the end is a small model's (`permutation_model.rs`).

use domain::{ids::OrderId, provider::signature::stamped::sign, queue::drain};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    permutation_model::{Money, PAID, Parcel, Reach, Said, WORDS},
    support::{SHIPPO_TOKEN, WEBHOOK_SECRET, World},
};

/// One webhook.
#[derive(Debug, Clone)]
struct News {
    of: Of,
    body: Value,
}

impl News {
    /// For whoever reads what went wrong.
    fn name(&self) -> String {
        let data = &self.body["data"];
        match self.of {
            Of::Stripe => self.body["id"].to_string(),
            Of::Label => format!("{} {}", data["object_id"], data["status"]),
            Of::Scan => format!(
                "{} {}",
                data["tracking_status"]["object_id"], data["tracking_status"]["status_details"]
            ),
        }
    }
}

/// Whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Stripe,
    Label,
    Scan,
}

/// Some of these words, in their order.
fn some(random: &mut StdRng, words: &[&'static str]) -> Vec<&'static str> {
    words.iter().filter(|_| random.random_bool(0.6)).copied().collect()
}

fn draw(random: &mut StdRng) -> Said {
    let money = match random.random_range(0..20) {
        0..2 => Money::Never,
        2..13 => Money::Paid,
        13..16 => Money::Taken,
        16..18 => Money::Held,
        _ => Money::GivenFree,
    };
    // What is only held goes back by being given free.
    let refundable = !matches!(money, Money::Held | Money::GivenFree);
    let refunds = [500, 700, PAID - 1200].into_iter().filter(|_| refundable).map(|amount| {
        let end = if random.random_bool(0.3) { "failed" } else { "succeeded" };
        (amount, some(random, &["pending", "succeeded", end]))
    });
    let mut refunds: Vec<_> = refunds.filter(|(_, words)| !words.is_empty()).collect();
    refunds.iter_mut().for_each(|(_, words)| words.dedup());
    let verdict = if random.random_bool(0.5) { "won" } else { "lost" };
    let dispute = if refundable && random.random_bool(0.4) {
        some(random, &["needs_response", verdict])
    } else {
        Vec::new()
    };
    let parcels = (0..random.random_range(0..4)).map(|_| parcel(random)).collect();
    Said { money, expired: random.random_bool(0.5), refunds, dispute, parcels }
}

fn parcel(random: &mut StdRng) -> Parcel {
    let end = if random.random_bool(0.2) { "ERROR" } else { "SUCCESS" };
    let label = random.random_bool(0.6).then(|| some(random, &["QUEUED", end, end]));
    let label = label.map(|mut words| {
        words.dedup();
        words
    });
    let mut scans = Vec::new();
    for hour in 6..13 {
        let word = WORDS[random.random_range(0..WORDS.len())];
        if random.random_bool(0.5) && word.3 < Reach::TurnedBack {
            scans.push((word, hour));
        }
    }
    // Most boxes arrive in the end, or no order would ever be delivered; and some are said to have arrived, or to travel, once more.
    match random.random_range(0..10) {
        0 => scans.push((WORDS[7], 13)),
        1..7 => scans.push((WORDS[8], 14)),
        _ => {}
    }
    for (word, hour) in [(WORDS[8], 15), (WORDS[2], 16)] {
        if random.random_bool(0.15) {
            scans.push((word, hour));
        }
    }
    Parcel { label, scans }
}

/// What was drawn as the providers write it, of the order `id`, whose labels bear `labels`.
fn written(run: usize, id: OrderId, said: &Said, labels: &[uuid::Uuid]) -> Vec<News> {
    let mut all = Vec::new();
    let intent = format!("pi_{run}");
    let mut stripe = |kind: &str, name: &str, object: Value| {
        let body = json!({ "id": format!("evt_{run}_{name}"), "object": "event", "type": kind, "created": 1_790_000_000,
            "data": { "object": object } });
        all.push(News { of: Of::Stripe, body });
    };
    // A session that nobody paid at has no intent to name.
    let session = |status: &str, intent: Option<&str>| {
        json!({ "id": format!("cs_{run}"), "payment_status": status, "payment_intent": intent, "amount_total": PAID,
            "currency": "eur", "metadata": { "order_id": id.to_string() } })
    };
    let held = json!({ "id": intent, "object": "payment_intent", "capture_method": "manual", "amount_capturable": PAID,
        "amount_received": PAID, "currency": "eur", "metadata": { "order_id": id.to_string() } });
    if said.money == Money::Paid {
        stripe("checkout.session.completed", "paid", session("paid", Some(&intent)));
    }
    for (kind, name) in said.money.words() {
        stripe(kind, name, held.clone());
    }
    if said.expired {
        stripe("checkout.session.expired", "expired", session("unpaid", None));
    }
    for (which, (amount, words)) in said.refunds.iter().enumerate() {
        for word in words {
            let kind = if *word == "failed" { "refund.failed" } else { "refund.updated" };
            let object = json!({ "id": format!("re_{run}_{which}"), "payment_intent": intent, "amount": amount,
                "currency": "eur", "status": word, "metadata": {} });
            stripe(kind, &format!("{which}_{word}"), object);
        }
    }
    for word in &said.dispute {
        let object = json!({ "id": format!("dp_{run}"), "payment_intent": intent, "amount": PAID, "currency": "eur", "status": word });
        stripe("charge.dispute.updated", word, object);
    }
    for (which, parcel) in said.parcels.iter().enumerate() {
        let (number, purchase) = (number(run, which), format!("tx_{run}_{which}"));
        for (nth, word) in parcel.label.iter().flatten().enumerate() {
            let kind = if nth == 0 { "transaction_created" } else { "transaction_updated" };
            let known = (*word == "SUCCESS").then_some(&number);
            let data = json!({ "object_id": purchase, "object_state": "VALID", "status": word, "metadata": labels[which].to_string(),
                "tracking_number": known, "messages": [] });
            let body = json!({ "event": kind, "test": true, "data": data });
            all.push(News { of: Of::Label, body });
        }
        for ((status, code, ..), hour) in &parcel.scans {
            let scan = json!({ "object_id": format!("{number}-{hour}"), "status": status, "status_details": code,
                "status_date": format!("2026-11-20T{hour:02}:00:00Z"),
                "substatus": { "code": code, "text": code, "action_required": false } });
            let mut data = json!({ "carrier": "ups", "tracking_number": number, "tracking_status": scan });
            if parcel.label.is_some() {
                data["transaction"] = json!(purchase);
            }
            let body = json!({ "event": "track_updated", "test": true, "data": data });
            all.push(News { of: Of::Scan, body });
        }
    }
    all
}

fn number(run: usize, which: usize) -> String {
    format!("1Z{run:04}{which}")
}

/// A random order in which everything is said once, and some of it again and again.
fn shuffled(random: &mut StdRng, all: &[News]) -> Vec<News> {
    let mut told: Vec<_> =
        all.iter().flat_map(|news| vec![news.clone(); random.random_range(1..4)]).collect();
    told.shuffle(random);
    told
}

async fn deliver(world: &World, news: &News) {
    let body = news.body.to_string();
    let request = if news.of == Of::Stripe {
        let signature = sign(body.as_bytes(), &SecretString::from(WEBHOOK_SECRET), world.shop.clock.now());
        world.http.post(format!("{}/api/webhooks/stripe", world.url)).header("stripe-signature", signature)
    } else {
        world.http.post(format!("{}/api/webhooks/shippo?token={SHIPPO_TOKEN}", world.url))
    };
    assert_eq!(request.body(body).send().await.unwrap().status(), 200);
}

/// An order whose typed boxes are written down, and whose labels Shippo has been asked for; the labels' ids, one per box.
async fn order(world: &World, run: usize, said: &Said) -> (OrderId, Vec<uuid::Uuid>) {
    let (number, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    // Until when a hold lasts is known here, so that nobody asks Stripe, which knows nothing of it.
    let until = "update payment set capture_before = now() + interval '7 days' where order_id = $1";
    sqlx::query(until).bind(id.0).execute(&world.shop.pool).await.unwrap();
    let mut labels = Vec::new();
    for (which, parcel) in said.parcels.iter().enumerate() {
        let sql = match parcel.label {
            None => {
                "insert into parcel (id, order_id, position, carrier, carrier_token, tracking_number, created_at)
                 values ($1, $2, $3, 'UPS', 'ups', $4, now())"
            }
            Some(_) => {
                "insert into label (id, order_id, box, status, shipment_id, service_token, carrier_token, carrier, service, file_type,
                     rate_id, created_at, called_at, updated_at)
                 values ($1, $2, $3, 'calling', 'shp', 'ups_ground', 'ups', 'UPS', 'Ground', 'PDF_4x6', $4, now(), now(), now())"
            }
        };
        let label = uuid::Uuid::now_v7();
        labels.push(label);
        let place = i16::try_from(which + 1).unwrap();
        let row = sqlx::query(sql).bind(label).bind(id.0).bind(place).bind(self::number(run, which));
        row.execute(&world.shop.pool).await.unwrap();
    }
    (id, labels)
}

/// What there is to compare: everything but ids, and the moments at which we learnt it.
async fn end(world: &World, id: OrderId) -> Value {
    sqlx::query_scalar(
        "select json_build_object('status', o.status, 'stage', o.stage, 'payment', o.payment,
             'captured', p.captured, 'reserved', p.reserved,
             'refunds', coalesce((select json_agg(json_build_array(r.amount, r.status) order by r.provider_id)
                 from refund r where r.order_id = o.id), '[]'),
             'disputes', coalesce((select json_agg(d.status) from dispute d where d.payment_id = p.id), '[]'),
             'boxes', coalesce((select json_agg(json_build_array(b.tracking, extract(hour from b.tracking_at at time zone 'utc')::int)
                 order by b.tracking_number) from parcel b where b.order_id = o.id), '[]'),
             'labels', coalesce((select json_agg(l.status order by l.box) from label l where l.order_id = o.id), '[]'),
             'scans', (select count(*) from carrier_event s join parcel b on b.id = s.parcel_id where b.order_id = o.id),
             'left', extract(hour from o.shipped_at at time zone 'utc')::int,
             'arrived', extract(hour from o.delivered_at at time zone 'utc')::int,
             'updates', (select count(*) from event e where e.order_id = o.id and e.kind = 'tracking_update' and e.payload ? 'tracking'),
             'created', (select count(*) from event e where e.order_id = o.id and e.kind = 'label_created'))
         from orders o join payment p on p.order_id = o.id where o.id = $1",
    )
    .bind(id.0)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn stripes_and_shippos_events_in_any_order_and_number_end_the_same(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let mut waiting = 0;
    for seed in 0..40 {
        let mut random = StdRng::seed_from_u64(seed as u64);
        let said = draw(&mut random);
        // The same is said of two orders, in two orders.
        for turn in 0..2 {
            let run = seed * 2 + turn;
            let (id, labels) = order(&world, run, &said).await;
            let told = shuffled(&mut random, &written(run, id, &said, &labels));
            for news in &told {
                deliver(&world, news).await;
                // Some is heard at once, and some when more has come.
                if random.random_bool(0.5) {
                    drain(&world.shop).await.unwrap();
                }
            }
            drain(&world.shop).await.unwrap();
            let why = || {
                format!(
                    "seed {seed}, turn {turn}: {said:?}\n{:?}",
                    told.iter().map(News::name).collect::<Vec<_>>()
                )
            };
            assert_eq!(end(&world, id).await, said.end(), "{}", why());
            waiting += said.waiting();
            let left = "select count(*) from inbox where state in ('waiting', 'received', 'failed')";
            assert_eq!(world.count(left).await, waiting, "{}", why());
        }
    }
}
