//! What mail programs are told beside people (schema.org's JSON-LD, as Gmail reads it), looked at in the mail as it arrived.

use domain::{
    order::{self, Move, OrderNumber, Status},
    parcel,
    staff::{Person, Role},
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{World, typed};

/// What would end a script, call another, turn a line around, or fill a template.
const HOSTILE: &str = "</script><script>alert(1)</script>\u{202e}{{7*7}}<!--\r\n&lt;";

/// What a mail tells programs. It is the only script in it, and nothing stands behind it that a reader would run.
fn told(mail: &Value) -> Value {
    let html = mail["html"].as_str().unwrap();
    let (before, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let (json, after) = rest.split_once("</script>").unwrap();
    for part in [before, after] {
        assert!(!part.to_lowercase().contains("<script") && !part.contains("<!--"), "{part}");
    }
    assert!(!json.contains(['<', '>', '\u{202e}']), "{json}");
    serde_json::from_str(json).unwrap()
}

/// The link in a mail's text that opens its order.
fn link(mail: &Value) -> String {
    let text = mail["text"].as_str().unwrap();
    let mut words = text.split_whitespace();
    words.find(|word| word.contains("/t/")).unwrap_or_else(|| panic!("{text}")).to_owned()
}

/// Whether a string somewhere in it says so.
fn says(value: &Value, word: &str) -> bool {
    match value {
        Value::String(text) => text.contains(word),
        Value::Array(all) => all.iter().any(|value| says(value, word)),
        Value::Object(all) => all.values().any(|value| says(value, word)),
        _ => false,
    }
}

async fn with_parcel(world: &World, ana: &Person, number: &OrderNumber) {
    parcel::add_parcel(&world.shop, ana, world.id(number).await, typed("ups", "1Z-GMAIL")).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_parcel_on_its_way_is_told_with_number_carrier_and_day(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let number = world.paid_order(|_| ()).await;
    let first = world.mail("ana@customer.test", 1).await;
    let order = told(&first[0]);
    assert_eq!((&order["@type"], &order["orderNumber"]), (&json!("Order"), &json!(number.to_string())));
    assert_eq!((&order["price"], &order["priceCurrency"]), (&json!("34.90"), &json!("EUR")));
    assert_eq!(order["acceptedOffer"][0]["itemOffered"]["name"], "Poster A2");
    assert_eq!(order["acceptedOffer"][0]["eligibleQuantity"]["value"], 2);
    assert_eq!((&order["merchant"]["name"], &order["url"]), (&json!("Ariadna"), &json!(link(&first[0]))));
    assert_eq!(order["potentialAction"], json!({ "@type": "ViewAction", "target": link(&first[0]) }));

    with_parcel(&world, &ana, &number).await;
    // The carrier has it, and says when it comes.
    let scan = json!({
        "carrier": "ups", "tracking_number": "1Z-GMAIL", "status": "TRANSIT", "eta": "2026-12-24T00:00:00Z",
        "substatus": { "code": "package_accepted", "text": "", "action_required": false },
    });
    world.control("/_control/shippo/tracks", scan).await;
    world.until(&number, |order| order.state.status == Status::Shipped).await;
    let mails = world.mail("ana@customer.test", 2).await;
    let way = told(&mails[0]);
    assert_eq!(way["@context"], "http://schema.org");
    assert_eq!((&way["@type"], &way["trackingNumber"]), (&json!("ParcelDelivery"), &json!("1Z-GMAIL")));
    assert!(way["carrier"]["name"].as_str().unwrap().eq_ignore_ascii_case("ups"), "{way}");
    assert_eq!(way["expectedArrivalUntil"], "2026-12-24");
    assert_eq!(
        (&way["trackingUrl"], &way["potentialAction"]["target"]),
        (&json!(link(&mails[0])), &json!(link(&mails[0])))
    );
    assert_eq!(way["itemShipped"]["name"], "Poster A2");
    assert_eq!(way["partOfOrder"]["orderNumber"], number.to_string());
    assert_eq!(way["partOfOrder"]["merchant"]["name"], "Ariadna");
    assert_eq!(way["partOfOrder"]["orderStatus"], "http://schema.org/OrderInTransit");
    assert_eq!(way["deliveryAddress"]["streetAddress"], "Calle Mayor 12");
    assert_eq!(way["deliveryAddress"]["addressCountry"], "ES");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn no_name_breaks_out_of_what_programs_are_told(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    // As they may stand in rows that came by another way than our doors, which refuse the worst.
    let number = world.paid_order(|_| ()).await;
    world.mail("ana@customer.test", 1).await;
    with_parcel(&world, &ana, &number).await;
    for sql in [
        "update parcel set carrier = $1, tracking_number = $1, eta = '2026-12-24'",
        "update orders set customer_name = $1, address = address || jsonb_build_object('line1', $1::text, 'city', $1::text, 'postalCode', $1::text)",
        "update order_item set name = $1",
    ] {
        sqlx::query(sql).bind(HOSTILE).execute(&world.shop.pool).await.unwrap();
    }
    let (id, version) = (world.id(&number).await, world.load(&number).await.version);
    order::advance(&world.shop, &ana, id, Move::On("in_production".into()), version).await.unwrap();
    let version = world.load(&number).await.version;
    order::advance(&world.shop, &ana, id, Move::On("shipped".into()), version).await.unwrap();
    for mail in world.mail("ana@customer.test", 3).await {
        let told = told(&mail);
        assert!(!says(&told, "\n") && !says(&told, "\r"), "{told}");
        if told["@type"] == "ParcelDelivery" {
            // What it was called is what it is called, letter for letter, as text.
            for name in [
                &told["carrier"]["name"],
                &told["trackingNumber"],
                &told["itemShipped"]["name"],
                &told["deliveryAddress"]["streetAddress"],
            ] {
                assert_eq!(name, "</script><script>alert(1)</script>{{7*7}}<!-- &lt;");
            }
            return;
        }
    }
    panic!("no mail tells of the parcel");
}
