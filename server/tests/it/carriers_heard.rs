//! What four carriers push through their doors moves an order, in any order and however often it is pushed.

use domain::{
    order::Status,
    parcel,
    provider::{dhl, fedex::signature::sign},
    staff::Role,
};
use rand::{SeedableRng, rngs::StdRng, seq::SliceRandom};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    label_world::work_until,
    support::{CORREOS_TOKEN, DHL_WORD, FEDEX_TOKEN, UPS_WORD, World, typed},
};

const CARRIERS: [&str; 4] = ["fedex", "ups", "dhl", "correos"];

/// A parcel's way as its carrier pushes it: announced, on its way, handed over.
fn journey(carrier: &str, number: &str) -> Vec<Value> {
    let fedex = |code: &str, at: &str| {
        json!({ "output": { "completeTrackResults": [{ "trackingNumber": number, "trackResults": [
            { "scanEvents": [{ "eventType": code, "date": at, "eventDescription": code }] }] }] } })
    };
    let ups = |kind: &str, code: &str, hour: &str| {
        json!({ "trackingNumber": format!(" {number}"), "activityStatus": { "type": kind, "code": code, "description": code },
            "localActivityDate": "20260901", "localActivityTime": hour, "activityLocation": { "country": "ES" } })
    };
    let dhl = |code: &str, at: &str| {
        json!({ "scope": "subscription.push", "self": "x/sub-1", "shipments": [{ "id": number, "service": "express",
            "status": { "statusCode": code, "timestamp": at, "description": code } }] })
    };
    let correos = |code: &str, hour: &str| {
        json!([{ "codEnvio": number, "error": { "codError": "0" }, "eventos": [
            { "codEvento": code, "fecEvento": "01/09/2026", "horEvento": hour, "desTextoResumen": code }] }])
    };
    match carrier {
        "fedex" => vec![
            fedex("OC", "2026-09-01T08:00:00+02:00"),
            fedex("OD", "2026-09-01T09:00:00+02:00"),
            fedex("DL", "2026-09-01T10:00:00+02:00"),
        ],
        "ups" => vec![ups("M", "MP", "080000"), ups("I", "OT", "090000"), ups("D", "FS", "100000")],
        "dhl" => vec![
            dhl("pre-transit", "2026-09-01T08:00:00+02:00"),
            dhl("transit", "2026-09-01T09:00:00+02:00"),
            dhl("delivered", "2026-09-01T10:00:00+02:00"),
        ],
        _ => vec![
            correos("A090000V", "08:00:00"),
            correos("H020000V", "09:00:00"),
            correos("I010000V", "10:00:00"),
        ],
    }
}

async fn push(world: &World, carrier: &str, body: &Value) {
    let body = body.to_string().into_bytes();
    let (query, name, word) = match carrier {
        "fedex" => (String::new(), "fdx-signature", sign(&body, &SecretString::from(FEDEX_TOKEN))),
        "ups" => (String::new(), "credential", UPS_WORD.to_owned()),
        "dhl" => (String::new(), dhl::HEADER, DHL_WORD.to_owned()),
        _ => (format!("?token={CORREOS_TOKEN}"), "x-nothing", "-".to_owned()),
    };
    let url = format!("{}/api/webhooks/carriers/{carrier}{query}", world.url);
    let request = world.http.post(url).header("content-type", "application/json").header(name, word);
    assert_eq!(request.body(body).send().await.unwrap().status(), 200, "{carrier}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_carriers_push_in_any_order_moves_an_order_once(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    for seed in 0..3 {
        let order = world.paid_order(|_| ()).await;
        let mut pushes = Vec::new();
        for (carrier, key) in CARRIERS.into_iter().zip(["fedex", "ups", "dhl_express", "correos"]) {
            let number = format!("{}{seed}", carrier.to_uppercase());
            parcel::add_parcel(&world.shop, &ana, world.id(&order).await, typed(key, &number)).await.unwrap();
            pushes.extend(journey(carrier, &number).into_iter().map(|body| (carrier, body)));
        }
        let twice: Vec<_> = pushes.iter().take(5).cloned().collect();
        pushes.extend(twice);
        pushes.shuffle(&mut StdRng::seed_from_u64(seed));
        for (carrier, body) in &pushes {
            push(&world, carrier, body).await;
        }
        let unread = "select count(*) from inbox where provider in ('fedex', 'ups', 'dhl', 'correos') and state = 'received'";
        work_until(&world, &world.shop, async || world.count(unread).await == 0).await;
        assert_eq!(world.load(&order).await.state.status, Status::Delivered, "{pushes:?}");
        let handed_over = "select count(*) from parcel where tracking = 'delivered'
             and tracking_at = '2026-09-01T10:00:00+02:00'";
        assert_eq!(
            world.count(handed_over).await,
            4 * (i64::try_from(seed).unwrap() + 1),
            "on Spanish walls"
        );
    }
    let told = "select count(*) from event where kind = 'tracking_update' and source = 'carrier'";
    assert_eq!(world.count(told).await, 3 * 12, "each scan once");
}
