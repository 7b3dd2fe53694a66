//! Labels that are bought once, or not at all, and never for nothing: B5, B7.

use domain::{
    Fault, Reason, Shop,
    failpoint::Failpoints,
    order::{self, By, Status},
    parcel::{self, BuyLabel, Direction, LabelStatus, LabelWish},
    queue::Job,
    returns,
};
use futures::future::join_all;
use serde_json::json;
use sqlx::PgPool;

use crate::{label_world::*, support::World};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_requests_of_two_staff_at_once_buy_one_label(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana) = paid(&world).await;
    let (ion, _) = world.person(domain::staff::Role::Operator).await;
    let wish = LabelWish::default();
    let asked = join_all((0..10).map(|i| {
        let who = if i % 2 == 0 { &ana } else { &ion };
        parcel::buy_label(&world.shop, who, id, &wish)
    }))
    .await;
    let (made, refused): (Vec<_>, Vec<_>) = asked.into_iter().partition(Result::is_ok);
    assert_eq!(made.len(), 1);
    for fault in refused {
        assert!(matches!(fault, Err(Fault::Refused(Reason::LabelExists))), "{fault:?}");
    }
    let label = *made[0].as_ref().unwrap();
    becomes(&world, label, LabelStatus::Bought).await;
    world.until(&number, |order| order.state.status == Status::Processing).await;
    assert_eq!(purchases(&world).await.len(), 1);
    assert_eq!(world.events("label_created").await, 1);
    let (cost, currency, eta, url): (i64, String, String, String) =
        sqlx::query_as("select cost, currency, eta::text, label_url from label where id = $1")
            .bind(label.0)
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
    assert!(cost > 0 && currency == "EUR" && url.starts_with("http"), "{cost} {currency} {url}");
    let purchase = &purchases(&world).await[0];
    assert_eq!(eta, purchase["eta"].as_str().unwrap()[..10], "a date, as written");
    assert_eq!(purchase["metadata"], label.to_string());
    let (carrier, token): (String, String) =
        sqlx::query_as("select carrier, carrier_token from parcel where label_id = $1")
            .bind(label.0)
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
    assert_eq!((carrier.as_str(), token.as_str()), ("Correos", "correos"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_workers_with_one_label_call_the_carrier_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, id, ana) = paid(&world).await;
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    // Both have read the label as intended before either goes on.
    let gate = std::sync::Arc::new(tokio::sync::Barrier::new(2));
    let hook = move |place| {
        let gate = gate.clone();
        async move {
            if place == "label.intended" {
                gate.wait().await;
            }
        }
    };
    let shop = Shop { failpoints: Failpoints::with(hook), ..world.shop.clone() };
    tokio::join!(BuyLabel { label }.run(&shop, 1), BuyLabel { label }.run(&shop, 1));
    becomes(&world, label, LabelStatus::Bought).await;
    assert_eq!(purchases(&world).await.len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_lost_answer_is_looked_for_and_never_asked_for_again(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for switch in ["api_drop_reply", "api_5xx_after", "api_timeout"] {
        let before = purchases(&world).await.len();
        let (_, id, ana) = paid(&world).await;
        world.faults(json!({ "shippo": { "only": "POST /shippo/transactions", switch: 1 } })).await;
        let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
        becomes(&world, label, LabelStatus::Bought).await;
        assert_eq!(purchases(&world).await.len(), before + 1, "{switch}");
        assert!(alarms(&world, id).await.is_empty(), "{switch}");
    }
    assert_eq!(world.events("label_created").await, 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_label_nobody_knows_about_is_resolved_by_looking_and_never_bought_again(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, id, ana) = paid(&world).await;
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    // It is sold; the answer, the webhook and everything after it is lost.
    world
        .faults(
            json!({ "shippo": { "only": "POST /shippo/transactions", "api_drop_reply": 1, "drop": 100 } }),
        )
        .await;
    let (http, url) = (world.http.clone(), format!("{}/_control/faults", world.sandbox.http));
    let hook = move |place| {
        let request = http.post(&url).json(&json!({ "shippo": { "only": null, "down": true } }));
        async move {
            if place == "label.called" {
                request.send().await.unwrap();
            }
        }
    };
    let shop = Shop { failpoints: Failpoints::with(hook), ..world.shop.clone() };
    domain::queue::drain(&shop).await.unwrap();
    assert_eq!(self::label(&world, label).await.status, LabelStatus::Unknown);
    assert_eq!(alarms(&world, id).await, ["label_unknown"]);
    assert_eq!(world.events("label_unknown").await, 1);
    let again = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap_err();
    assert!(matches!(again, Fault::Refused(Reason::LabelInDoubt)), "{again:?}");
    // Nor for another box: it could be the same box with another number on it.
    let rate = order::ChosenRate { shipment_id: "s".into(), service_token: "t".into(), carrier: "c".into() };
    let other = LabelWish { box_number: 2, rate: Some(rate), ..LabelWish::default() };
    let other = parcel::buy_label(&world.shop, &ana, id, &other).await.unwrap_err();
    assert!(matches!(other, Fault::Refused(Reason::LabelInDoubt)), "{other:?}");
    let number = world.number(id).await;
    let page = order::page(&world.shop, &number, domain::Language::En).await.unwrap();
    assert_eq!(page.allowed.label, None, "none is offered");
    // Staff ask while it is away, and when it is back.
    assert!(matches!(parcel::resolve_label(&world.shop, &ana, label).await, Err(Fault::Down { .. })));
    world.faults(json!({ "shippo": { "down": false } })).await;
    sqlx::query("update provider_health set open_until = null").execute(&world.shop.pool).await.unwrap();
    parcel::resolve_label(&world.shop, &ana, label).await.unwrap();
    becomes(&world, label, LabelStatus::Bought).await;
    assert_eq!(purchases(&world).await.len(), 1);
    assert!(alarms(&world, id).await.is_empty());
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_certainly_absent_for_a_quarter_of_an_hour_was_not_bought(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, id, ana) = paid(&world).await;
    world.faults(json!({ "shippo": { "only": "POST /shippo/transactions", "api_5xx": 1 } })).await;
    let lost = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    becomes(&world, lost, LabelStatus::Unknown).await;
    let rate = label(&world, lost).await.rate_id.unwrap();
    let shop = later(&world, 14 * 60);
    at_once(&world).await;
    domain::queue::drain(&shop).await.unwrap();
    assert_eq!(label(&world, lost).await.status, LabelStatus::Unknown, "not yet");
    let shop = later(&world, 16 * 60);
    work_until(&world, &shop, async || label(&world, lost).await.status == LabelStatus::Refused).await;
    assert_eq!(why(&world, lost).await.0.as_deref(), Some("NOT_BOUGHT"));
    assert_eq!(
        (purchases(&world).await.len(), alarms(&world, id).await),
        (0, vec!["label_refused".to_owned()])
    );
    // A person buys again.
    let fresh = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    becomes(&world, fresh, LabelStatus::Bought).await;
    assert!(alarms(&world, id).await.is_empty());
    // And then the first one turns up: it is surplus, goes back, and somebody is told.
    let late = json!({ "rate": rate, "metadata": lost.to_string(), "async": false });
    let url = format!("{}/shippo/transactions/", world.sandbox.http);
    let request = world.http.post(url).header("authorization", "ShippoToken shippo_test_1").json(&late);
    assert_eq!(request.send().await.unwrap().status(), 201);
    becomes(&world, lost, LabelStatus::Voided).await;
    assert_eq!(label(&world, fresh).await.status, LabelStatus::Bought);
    assert_eq!((paid_labels(&world).await, alarms(&world, id).await), (1, vec!["label_unknown".to_owned()]));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_crash_anywhere_between_intent_and_record_buys_no_second_label(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for (place, bought) in
        [("label.intended", 1), ("label.calling", 0), ("label.called", 1), ("label.recorded", 1)]
    {
        let before = purchases(&world).await.len();
        let (_, id, ana) = paid(&world).await;
        let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
        dies_at(&world, place).await;
        // Half a minute later another worker finds what is left.
        let shop = later(&world, 60);
        let end = if bought == 1 { LabelStatus::Bought } else { LabelStatus::Unknown };
        work_until(&world, &shop, async || self::label(&world, label).await.status == end).await;
        for _ in 0..3 {
            at_once(&world).await;
            domain::queue::drain(&shop).await.unwrap();
        }
        assert_eq!(self::label(&world, label).await.status, end, "{place}");
        assert_eq!(purchases(&world).await.len() - before, bought, "{place}");
    }
    assert_eq!(world.events("label_created").await, 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_purchase_that_failed_says_so_in_the_carriers_words_and_can_be_made_anew(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, id, ana) = paid(&world).await;
    world.faults(json!({ "shippo": { "label_error": 1 } })).await;
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    becomes(&world, label, LabelStatus::Refused).await;
    let (code, words) = why(&world, label).await;
    assert_eq!(code.as_deref(), Some("SHIPPO_ERROR"));
    assert!(words.unwrap().contains("could not be created"));
    assert_eq!(
        (alarms(&world, id).await, world.events("label_refused").await),
        (vec!["label_refused".into()], 1)
    );
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    becomes(&world, label, LabelStatus::Bought).await;
    assert!(alarms(&world, id).await.is_empty());
    assert_eq!(paid_labels(&world).await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_old_rate_is_expired_whoever_says_so(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, id, ana) = paid(&world).await;
    world.faults(json!({ "shippo": { "rate_expired": 1 } })).await;
    let said = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    becomes(&world, said, LabelStatus::Refused).await;
    assert_eq!(why(&world, said).await.0.as_deref(), Some("RATE_EXPIRED"));
    let reckoned = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    let shop = later(&world, 8 * 24 * 3600);
    work_until(&world, &shop, async || label(&world, reckoned).await.status == LabelStatus::Refused).await;
    assert_eq!(why(&world, reckoned).await.0.as_deref(), Some("RATE_EXPIRED"));
    assert_eq!(purchases(&world).await.len(), 0);
    // A fresh quote, and another choice.
    let (rate, _) = rate(&world.shop).await;
    let wish = LabelWish { rate: Some(rate), ..LabelWish::default() };
    let fresh = parcel::buy_label(&world.shop, &ana, id, &wish).await.unwrap();
    becomes(&world, fresh, LabelStatus::Bought).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_carrier_that_is_away_leaves_the_wish_and_no_doubt(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, id, ana) = paid(&world).await;
    world.faults(json!({ "shippo": { "down": true } })).await;
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    domain::queue::drain(&world.shop).await.unwrap();
    assert_eq!(self::label(&world, label).await.status, LabelStatus::Intended);
    world.faults(json!({ "shippo": { "down": false } })).await;
    becomes(&world, label, LabelStatus::Bought).await;
    assert_eq!(purchases(&world).await.len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn cancelling_gives_the_label_back_and_follows_it_to_the_end(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana, label) = labelled(&world).await;
    order::cancel(&world.shop, &By::Staff(ana.clone()), id, None).await.unwrap();
    becomes(&world, label, LabelStatus::Voided).await;
    assert_eq!((paid_labels(&world).await, alarms(&world, id).await.len()), (0, 0));
    assert_eq!(world.count("select count(*) from parcel where voided_at is null").await, 0);
    assert_eq!(world.load(&number).await.state.status, Status::Cancelled);
    let again = parcel::void_label(&world.shop, &ana, label).await;
    assert!(again.is_ok(), "twice is once: {again:?}");
    assert_eq!(world.count("select count(*) from job where name = 'void_label' and dead").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_label_that_is_bought_while_its_order_is_called_off_goes_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, id, ana) = paid(&world).await;
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    let shop = world.shop.clone();
    let hook = move |place| {
        let (shop, ana) = (shop.clone(), ana.clone());
        async move {
            if place == "label.called" {
                order::cancel(&shop, &By::Staff(ana), id, None).await.unwrap();
            }
        }
    };
    let shop = Shop { failpoints: Failpoints::with(hook), ..world.shop.clone() };
    work_until(&world, &shop, async || self::label(&world, label).await.status == LabelStatus::Voided).await;
    assert_eq!((purchases(&world).await.len(), paid_labels(&world).await), (1, 0));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_wish_nobody_has_acted_on_is_dropped_when_the_order_is_called_off(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, id, ana) = paid(&world).await;
    let label = parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap();
    order::cancel(&world.shop, &By::Staff(ana), id, None).await.unwrap();
    domain::queue::drain(&world.shop).await.unwrap();
    assert_eq!(self::label(&world, label).await.status, LabelStatus::Refused);
    assert_eq!((purchases(&world).await.len(), alarms(&world, id).await.len()), (0, 0));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_void_the_carrier_rejects_becomes_a_task_for_staff(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, id, ana, label) = labelled(&world).await;
    world.faults(json!({ "shippo": { "void_error": 1 } })).await;
    parcel::void_label(&world.shop, &ana, label).await.unwrap();
    becomes(&world, label, LabelStatus::VoidRefused).await;
    assert_eq!(
        (alarms(&world, id).await, world.events("void_refused").await),
        (vec!["void_refused".into()], 1)
    );
    // They try once more, and it works.
    parcel::void_label(&world.shop, &ana, label).await.unwrap();
    becomes(&world, label, LabelStatus::Voided).await;
    assert!(alarms(&world, id).await.is_empty());
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_void_whose_answer_is_lost_is_found_and_not_asked_for_twice(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, _, ana, label) = labelled(&world).await;
    world.faults(json!({ "shippo": { "only": "POST /shippo/refunds", "api_drop_reply": 1 } })).await;
    parcel::void_label(&world.shop, &ana, label).await.unwrap();
    dies_at(&world, "void.voiding").await;
    becomes(&world, label, LabelStatus::Voided).await;
    let url = format!("{}/shippo/refunds/", world.sandbox.http);
    let all: serde_json::Value = world
        .http
        .get(url)
        .header("authorization", "ShippoToken shippo_test_1")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(all["results"].as_array().unwrap().len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn labels_are_only_for_orders_that_need_one(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, id, ana, label) = labelled(&world).await;
    let wish = |box_number, direction| LabelWish { box_number, direction, ..LabelWish::default() };
    let refused = async |wish: LabelWish| match parcel::buy_label(&world.shop, &ana, id, &wish).await {
        Err(Fault::Refused(reason)) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(wish(1, Direction::Outbound)).await, Reason::LabelExists);
    assert_eq!(refused(wish(2, Direction::Outbound)).await, Reason::NoRates, "a rate is bought once");
    assert!(matches!(refused(wish(1, Direction::Return)).await, Reason::NoLabelNow { .. }));
    // A further box with a rate of its own, while the order is being made.
    let (rate, _) = rate(&world.shop).await;
    let second = LabelWish { rate: Some(rate), ..wish(2, Direction::Outbound) };
    let second = parcel::buy_label(&world.shop, &ana, id, &second).await.unwrap();
    becomes(&world, second, LabelStatus::Bought).await;
    assert_eq!(world.count("select count(*) from parcel").await, 2);
    // A way back, once somebody asked for one.
    returns::request(&world.shop, &By::Staff(ana.clone()), id, "wrong size").await.unwrap();
    let back = parcel::QuoteRequest { direction: Direction::Return, ..request() };
    let quoted = parcel::quote(&world.shop, &back).await.unwrap();
    assert!(
        !quoted.offers.is_empty() && !quoted.messages.is_empty(),
        "not every carrier takes returns: {quoted:?}"
    );
    let offer = &quoted.offers[0];
    let rate = order::ChosenRate {
        shipment_id: quoted.shipment_id.clone().unwrap(),
        service_token: offer.service_token.clone(),
        carrier: offer.carrier.clone(),
    };
    let wish = LabelWish { rate: Some(rate), ..wish(1, Direction::Return) };
    let back = parcel::buy_label(&world.shop, &ana, id, &wish).await.unwrap();
    becomes(&world, back, LabelStatus::Bought).await;
    let (unpaid, _) = world.order(|_| ()).await;
    let unpaid = world.id(&unpaid).await;
    let fault = parcel::buy_label(&world.shop, &ana, unpaid, &LabelWish::default()).await.unwrap_err();
    assert!(matches!(fault, Fault::Refused(Reason::NotPaid)), "{fault:?}");
    let _ = label;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn rates_come_cheapest_first_with_papers_across_a_border_and_say_why_there_are_none(pool: PgPool) {
    let world = World::start(pool).await;
    let home = parcel::quote(&world.shop, &request()).await.unwrap();
    assert!(home.offers.len() > 2 && home.offers.is_sorted_by_key(|offer| offer.amount), "{home:?}");
    assert!(
        home.offers.iter().any(|offer| offer.carrier == "correos_espana" && offer.carrier_name == "Correos")
    );
    let mut abroad = request();
    abroad.address.country = "GB".into();
    abroad.address.city = "London".into();
    abroad.address.postal_code = "SW1A 1AA".into();
    let offers = parcel::quote(&world.shop, &abroad).await.unwrap().offers;
    assert!(!offers.is_empty(), "its papers were in order");
    abroad.phone = None;
    let none = parcel::quote(&world.shop, &abroad).await.unwrap();
    assert!(none.offers.is_empty());
    assert!(none.messages.iter().any(|words| words.contains("phone")), "{:?}", none.messages);
}
