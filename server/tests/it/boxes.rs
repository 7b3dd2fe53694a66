//! Orders of several boxes, and boxes whose label went back.

use domain::{
    Fault, Reason,
    order::{self, Status},
    parcel::{self, Direction, LabelStatus, LabelWish, QuoteItem},
};
use serde_json::json;
use sqlx::PgPool;

use crate::{label_world::*, support::World};

/// What was quoted for several boxes together would be one purchase for all of them: each box is quoted and bought for itself.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn several_boxes_get_a_label_each(pool: PgPool) {
    let world = World::start(pool).await;
    let heavy = QuoteItem { quantity: 10, weight_grams: Some(5_000), ..request().items[0].clone() };
    let asked = parcel::QuoteRequest { items: vec![heavy], ..request() };
    let quoted = parcel::quote(&world.shop, &asked).await.unwrap();
    assert_eq!(quoted.boxes.len(), 2);
    let offer = quoted.offers[0].clone();
    let chosen = order::ChosenRate {
        shipment_id: quoted.shipment_id.clone().unwrap(),
        service_token: offer.service_token.clone(),
        carrier: offer.carrier.clone(),
    };
    let (number, page) = world
        .order(|body| {
            body["items"][0]["quantity"] = json!(10);
            body["items"][0]["weightGrams"] = json!(5_000);
            body["shipping"] = json!({ "name": offer.service, "amount": offer.amount, "rate": chosen });
        })
        .await;
    world.pay(&page).await;
    world.until(&number, |order| order.state.status == Status::Confirmed).await;
    let (id, (ana, _)) = (world.id(&number).await, world.person(domain::staff::Role::Admin).await);
    let together = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap_err();
    assert!(matches!(together, Fault::Refused(Reason::SeveralBoxes { boxes: 2 })), "{together:?}");
    let batch = order::batch(&world.shop, std::slice::from_ref(&number), domain::Language::En).await.unwrap();
    assert!(batch.ready == 0 && batch.rows[0].blocked.as_deref().unwrap().contains("2 parcels"), "{batch:?}");
    for box_number in [1, 2] {
        let question =
            order::LabelQuestion { box_number, direction: Direction::Outbound, size: None, anew: false };
        let plan = order::label_plan(&world.shop, &number, &question, domain::Language::En).await.unwrap();
        assert_eq!((plan.boxes.len(), plan.together), (1, 2), "{plan:?}");
        let mut parts = plan.rates[0].value.split('|').map(str::to_owned);
        let rate = order::ChosenRate {
            shipment_id: parts.next().unwrap(),
            service_token: parts.next().unwrap(),
            carrier: parts.next().unwrap(),
        };
        let wish = LabelWish { box_number, rate: Some(rate), ..LabelWish::default() };
        let label = parcel::buy_label(&world.shop, &ana, id, &wish).await.unwrap();
        becomes(&world, label, LabelStatus::Bought).await;
    }
    assert_eq!(world.count("select count(*) from parcel where tracking_number is not null").await, 2);
    assert_eq!((purchases(&world).await.len(), paid_labels(&world).await), (2, 2));
}

/// A mail that says "on its way" and whose parcel's label has been given back since is not sent.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_parcel_whose_label_went_back_is_not_announced(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, id, ana, label) = labelled(&world).await;
    let seen = world.load(&number).await.version;
    order::ship(&world.shop, &ana, id, parcel::ParcelDetails::default(), seen).await.unwrap();
    parcel::void_label(&world.shop, &ana, label).await.unwrap();
    becomes(&world, label, LabelStatus::Voided).await;
    work_until(&world, &world.shop, async || {
        world.count("select count(*) from notice where kind = 'shipped' and state = 'suppressed'").await == 1
    })
    .await;
    assert_eq!(world.mails_about("shipped").await, 0);
    // With another number it is on its way, and says so.
    let typed =
        parcel::ParcelDetails { tracking_number: Some("PQ-NEW".into()), ..parcel::ParcelDetails::default() };
    parcel::add_parcel(&world.shop, &ana, id, typed).await.unwrap();
    // Further boxes are told of together.
    crate::bulk_world::ten_minutes_pass(&world).await;
    work_until(&world, &world.shop, async || world.mails_about("shipped").await == 1).await;
}

/// How many pieces customs were told of, in a shipment at Shippo.
async fn declared(world: &World, shipment: &str) -> i64 {
    let ask = async |path: String| {
        let url = format!("{}/shippo{path}", world.sandbox.http);
        let answer = world
            .http
            .get(url)
            .header("authorization", "ShippoToken shippo_test_sandbox")
            .send()
            .await
            .unwrap();
        answer.json::<serde_json::Value>().await.unwrap()
    };
    let declaration = ask(format!("/shipments/{shipment}/")).await["customs_declaration"].clone();
    let id = declaration.as_str().or(declaration["object_id"].as_str()).unwrap().to_owned();
    let mut pieces = 0;
    for item in ask(format!("/customs/declarations/{id}/")).await["items"].as_array().unwrap() {
        let item = ask(format!("/customs/items/{}/", item.as_str().unwrap())).await;
        pieces +=
            item["quantity"].as_i64().unwrap_or_else(|| item["quantity"].as_str().unwrap().parse().unwrap());
    }
    pieces
}

/// Ten things of five kilograms go in two boxes, six and four. Whoever measures one of them has not put all ten in it.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customs_are_told_of_what_is_in_a_measured_box(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let heavy = QuoteItem { quantity: 10, weight_grams: Some(5_000), ..request().items[0].clone() };
    let address = order::Address {
        line1: "965 Mission St".into(),
        city: "San Francisco".into(),
        state: Some("CA".into()),
        postal_code: "94103".into(),
        country: "US".into(),
        ..request().address
    };
    let asked = parcel::QuoteRequest { items: vec![heavy], address, ..request() };
    let measured = |grams: i64| parcel::Size { weight_grams: grams, ..parcel::Size::default() };
    for (parcel, box_number, pieces) in [
        (None, Some(2), 4),
        (Some(measured(21_000)), Some(2), 4),
        (Some(measured(30_500)), Some(1), 6),
        // One box as heavy as everything holds everything.
        (Some(measured(51_000)), Some(1), 10),
        (None, None, 10),
    ] {
        let question = parcel::QuoteRequest { parcel, box_number, ..asked.clone() };
        let quoted = parcel::quote(&world.shop, &question).await.unwrap();
        assert_eq!(declared(&world, &quoted.shipment_id.unwrap()).await, pieces, "{parcel:?} {box_number:?}");
    }
}
