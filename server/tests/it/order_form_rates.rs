//! The public order form where a carrier brings it: rates in a second step, believed only for what they were asked for, and nothing lost
//! when somebody is away.

use std::collections::BTreeSet;

use domain::{order::Status, payment::PaymentStatus, place::PlaceForm};
use futures::future::join_all;
use reqwest::Response;
use serde_json::json;
use sqlx::PgPool;

use crate::{
    places::with_kitchen,
    support::{API_KEY, World},
};

/// A print shop in Madrid that only sends parcels, and sells posters.
async fn workshop(world: &World, change: impl FnOnce(&mut PlaceForm)) {
    with_kitchen(world, "Taller", |form| {
        for (field, value) in [
            (&mut form.line1, "Calle de la Princesa 1"),
            (&mut form.city, "Madrid"),
            (&mut form.postal_code, "28008"),
            (&mut form.country, "ES"),
            (&mut form.zone, "Europe/Madrid"),
            (&mut form.workflow, "print-factory"),
            (&mut form.shipping, "on"),
        ] {
            value.clone_into(field);
        }
        for field in [&mut form.pickup, &mut form.delivery, &mut form.radius, &mut form.slot_minutes] {
            field.clear();
        }
        change(form);
    })
    .await;
    for (sku, name, price, currency) in [("POSTER", "Poster A2", 1450, "EUR"), ("PRINT", "Print", 900, "GBP")]
    {
        let product = json!({ "name": name, "onHand": 30, "price": price, "currency": currency, "offered": true, "weightGrams": 700 });
        let url = format!("{}/api/products/{sku}", world.url);
        let answer = world.http.put(url).bearer_auth(API_KEY).json(&product).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{}", answer.text().await.unwrap());
    }
}

const TYPED: [(&str, &str); 9] = [
    ("key", "one-page"),
    ("q:POSTER", "2"),
    ("name", "Ana Ruiz"),
    ("email", "ana@customer.test"),
    ("phone", "+34 600 000 000"),
    ("line1", "Calle Mayor 12"),
    ("city", "Madrid"),
    ("postal_code", "28013"),
    ("notes", "No <plastic>\r\nplease"),
];

async fn post_in(world: &World, language: &str, change: &[(&str, &str)]) -> Response {
    let mut fields: Vec<_> = TYPED.to_vec();
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    let request =
        world.http.post(format!("{}/order/Taller", world.url)).header("sec-fetch-site", "same-origin");
    request.header("cookie", format!("clew_language={language}")).form(&fields).send().await.unwrap()
}

async fn post(world: &World, change: &[(&str, &str)]) -> Response {
    post_in(world, "en", change).await
}

async fn said(answer: Response, status: u16) -> String {
    let got = answer.status().as_u16();
    let html = answer.text().await.unwrap();
    assert_eq!(got, status, "{html}");
    html
}

/// What stands in the first input of that name.
fn value<'a>(html: &'a str, name: &str) -> &'a str {
    let tag = html
        .split("<input")
        .find(|tag| tag.contains(&format!("name=\"{name}\"")))
        .unwrap_or_else(|| panic!("{name} in {html}"));
    tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap()
}

fn rates(html: &str) -> Vec<&str> {
    let inputs = html.split("<input").filter(|tag| tag.contains("name=\"rate\""));
    inputs.map(|tag| tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap()).collect()
}

/// The second step's answer: the shipment and its rates.
async fn choice(world: &World, change: &[(&str, &str)]) -> (String, Vec<String>) {
    let html = said(post(world, change).await, 200).await;
    (value(&html, "shipment").to_owned(), rates(&html).into_iter().map(str::to_owned).collect())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_parcel_goes_by_the_carrier_the_customer_chose(pool: PgPool) {
    let world = World::start(pool).await;
    workshop(&world, |_| {}).await;
    let html = said(post(&world, &[]).await, 200).await;
    assert!(
        !html.contains("<script") && html.contains("Poster A2") && html.contains("28013 Madrid"),
        "{html}"
    );
    // Everything typed travels along, and going back shows it again.
    for kept in ["one-page", "No &lt;plastic&gt;", "ana@customer.test", "Calle Mayor 12", "+34 600 000 000"] {
        assert!(html.contains(kept), "{kept} in {html}");
    }
    let back = said(post(&world, &[("step", "edit")]).await, 200).await;
    assert_eq!((value(&back, "line1"), value(&back, "q:POSTER")), ("Calle Mayor 12", "2"));
    assert_eq!(
        world.count("select count(*) from orders").await,
        0,
        "nothing is ordered before a carrier is chosen"
    );

    let (shipment, offered) = (value(&html, "shipment").to_owned(), rates(&html));
    assert!(offered.len() > 1, "{html}");
    let answer = post(&world, &[("shipment", &shipment), ("rate", offered[1]), ("amount", "1")]).await;
    assert_eq!(answer.status(), 303);
    let onward = answer.headers()["location"].to_str().unwrap().to_owned();
    let number = domain::order::OrderNumber::parse(onward.split("number=").nth(1).unwrap()).unwrap();
    let kept: (String, String, String, i64, i64, String, i64) = sqlx::query_as(
        "select o.shipment_id, o.service_token, o.carrier_token, o.shipping, o.total, o.shipping_choice, (r->>'amount')::bigint
         from orders o join quote q using (shipment_id), jsonb_array_elements(q.rates) r
         where r->>'service_token' = o.service_token and r->>'carrier' = o.carrier_token",
    )
    .fetch_one(&world.shop.pool)
    .await
    .unwrap();
    assert_eq!((kept.0, format!("{} {}", kept.2, kept.1)), (shipment, offered[1].to_owned()));
    assert_eq!(
        (kept.3, kept.4),
        (kept.6, 2900 + kept.6),
        "at the price that was offered, whatever the form said"
    );
    assert!(!kept.5.is_empty());
    assert_eq!(world.count("select count(*) from booking").await, 0, "a carrier needs no seat");
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let till = world
        .http
        .get(format!("{}/o/{number}/pay", world.url))
        .header("cookie", cookie)
        .send()
        .await
        .unwrap();
    world.pay(till.headers()["location"].to_str().unwrap()).await;
    let order = world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    assert_eq!(order.state.status, Status::Confirmed);
}

/// Who holds cheap rates for a small parcel to Madrid cannot send a large one, or one elsewhere, with them.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_rate_is_believed_only_for_what_it_was_asked_for(pool: PgPool) {
    let world = World::without_worker(pool).await;
    workshop(&world, |_| {}).await;
    let (shipment, offered) = choice(&world, &[]).await;
    let with = [("shipment", &*shipment), ("rate", &*offered[0])];
    for change in [("q:POSTER", "20"), ("postal_code", "07001"), ("line1", "Carrer Major 1")] {
        let html = said(post(&world, &[with[0], with[1], change]).await, 422).await;
        assert!(html.contains("no longer valid"), "{change:?}: {html}");
        assert_ne!(value(&html, "shipment"), shipment, "asked anew for {change:?}");
    }
    for change in [("shipment", "made_up"), ("rate", "ups made_up"), ("rate", "")] {
        let html = said(post(&world, &[with[0], with[1], change]).await, 422).await;
        assert!(
            html.contains("no longer valid") || html.contains("Choose how it is sent"),
            "{change:?}: {html}"
        );
        assert!(html.contains("id=\"rate-flaw\"") && html.contains("href=\"#rate-0\""), "{html}");
    }
    // What the storefronts' door was quoted for other goods is no choice here.
    assert_eq!(world.count("select count(*) from orders").await, 0);
    assert_eq!(post(&world, &with).await.status(), 303);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_old_price_is_asked_anew_and_says_so(pool: PgPool) {
    let world = World::without_worker(pool).await;
    workshop(&world, |_| {}).await;
    let (shipment, offered) = choice(&world, &[]).await;
    assert_eq!(choice(&world, &[]).await.0, shipment, "within the hour nobody is asked again");
    sqlx::query("update quote set created_at = created_at - interval '2 hours'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    assert_ne!(choice(&world, &[]).await.0, shipment, "later the prices are today's");
    sqlx::query("delete from quote where shipment_id <> $1")
        .bind(&shipment)
        .execute(&world.shop.pool)
        .await
        .unwrap();
    sqlx::query("update quote set created_at = created_at - interval '7 days'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let html = said(post(&world, &[("shipment", &shipment), ("rate", &offered[1])]).await, 422).await;
    assert!(
        html.contains("These prices are no longer valid") && html.contains("value=\"Calle Mayor 12\""),
        "{html}"
    );
    let chosen =
        html.split("<input").find(|tag| tag.contains("name=\"rate\"") && tag.contains("checked")).unwrap();
    assert!(
        chosen.contains(&format!("value=\"{}\"", offered[1])),
        "the same carrier is still chosen: {chosen}"
    );
    assert_eq!(world.count("select count(*) from orders").await, 0);
    let again = [("shipment", value(&html, "shipment")), ("rate", &*offered[1])];
    assert_eq!(post(&world, &again).await.status(), 303);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn whoever_is_away_or_does_not_go_there_nothing_typed_is_lost(pool: PgPool) {
    let world = World::without_worker(pool).await;
    workshop(&world, |_| {}).await;
    world.faults(json!({ "shippo": { "down": true } })).await;
    let html = said(post(&world, &[]).await, 503).await;
    assert!(html.contains("what sending it costs") && !html.to_lowercase().contains("shippo"), "{html}");
    assert_eq!(
        (value(&html, "line1"), value(&html, "q:POSTER"), value(&html, "key")),
        ("Calle Mayor 12", "2", "one-page")
    );
    world.faults(json!({ "shippo": { "down": false } })).await;

    // Carriers ask for euros here; what is sold in pounds cannot be paid with them.
    let html = said(post(&world, &[("q:POSTER", ""), ("q:PRINT", "1")]).await, 422).await;
    assert!(
        html.contains("No carrier brings this to your address") && html.contains("kitchen@shop.test"),
        "{html}"
    );
    assert!(html.contains("id=\"method\"") && html.contains("href=\"#method\""), "{html}");
    assert_eq!(value(&html, "q:PRINT"), "1");

    // An address the carriers cannot find: it is said, and whoever knows better goes on.
    let html = said(post(&world, &[("line1", "Nowhere 1")]).await, 200).await;
    assert!(html.contains("could not find this address"), "{html}");
    let html = said(post(&world, &[("line1", "Nowhere 1")]).await, 200).await;
    assert!(html.contains("could not find this address"), "remembered with the rates: {html}");
    let html = said(post(&world, &[("line1", " ")]).await, 422).await;
    assert!(html.contains("Write street and number"), "{html}");
    assert_eq!(world.count("select count(*) from orders").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_second_step_sent_many_times_is_one_order_and_outlives_a_till_that_is_away(pool: PgPool) {
    let world = World::without_worker(pool).await;
    workshop(&world, |_| {}).await;
    let (shipment, offered) = choice(&world, &[]).await;
    let with = [("shipment", &*shipment), ("rate", &*offered[1])];
    world.faults(json!({ "down": true })).await;
    let html = said(post(&world, &with).await, 503).await;
    assert!(html.contains("Nobody can take your payment just now"), "{html}");
    assert_eq!(value(&html, "shipment"), shipment, "the customer still stands at the choice");
    let chosen =
        html.split("<input").find(|tag| tag.contains("name=\"rate\"") && tag.contains("checked")).unwrap();
    assert!(chosen.contains(&format!("value=\"{}\"", offered[1])), "{chosen}");
    world.faults(json!({ "down": false })).await;
    let answers = join_all((0..8).map(|_| post(&world, &with))).await;
    let onward =
        |answer: &Response| answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
    let places: BTreeSet<_> = answers.iter().filter_map(onward).collect();
    assert_eq!(places.len(), 1, "{places:?}");
    assert_eq!(world.count("select count(*) from orders").await, 1);
    assert_eq!(world.count("select on_hand::bigint from product where sku = 'POSTER'").await, 28);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_place_can_hand_over_and_send_and_says_it_in_four_languages(pool: PgPool) {
    let world = World::without_worker(pool).await;
    workshop(&world, |form| {
        "on".clone_into(&mut form.pickup);
        "30".clone_into(&mut form.slot_minutes);
    })
    .await;
    // By a carrier no time is needed; fetched, one is.
    let html = said(post(&world, &[("method", "shipping")]).await, 200).await;
    assert!(!rates(&html).is_empty());
    let html = said(post(&world, &[("method", "pickup")]).await, 422).await;
    assert!(html.contains("id=\"slot-flaw\"") && !html.contains("id=\"method-flaw\""), "{html}");
    let html = said(post(&world, &[]).await, 422).await;
    assert!(html.contains("id=\"method-flaw\""), "nobody guesses which of two: {html}");
    for language in ["es", "en", "ro", "ru"] {
        for change in [("method", "shipping"), ("method", "drone")] {
            let html = post_in(&world, language, &[change]).await.text().await.unwrap();
            assert!(
                !html.contains("Unknown localization") && html.contains(&format!("lang=\"{language}\"")),
                "{html}"
            );
        }
    }
    // All times taken: a parcel can still be ordered.
    sqlx::query("update place set days_ahead = 0, lead_minutes = 20160")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let page = world
        .http
        .get(format!("{}/order/Taller", world.url))
        .header("cookie", "clew_language=en")
        .send()
        .await
        .unwrap();
    let html = said(page, 200).await;
    assert!(
        html.contains("id=\"q-0\"")
            && html.contains("A carrier can still bring it")
            && !html.contains("<select"),
        "{html}"
    );
}
