//! What a customer may do about their own order, and what they read of money and parcels: through the doors, as their browser does.

use domain::{
    Language, Reason,
    order::{self, Move, OrderNumber, Status},
    payment::{self, PaymentStatus, RefundReason, RefundRequest},
    returns,
    staff::Role,
};
use futures::future::join_all;
use reqwest::{Response, header};
use serde_json::json;
use sqlx::PgPool;

use crate::support::{World, typed};

/// A browser that has looked the order up.
struct Browser<'a> {
    world: &'a World,
    cookies: String,
}

impl<'a> Browser<'a> {
    async fn of(world: &'a World, number: &OrderNumber) -> Self {
        let form = [("number", number.to_string()), ("email", "ana@customer.test".to_owned())];
        let found = world.http.post(format!("{}/track", world.url)).form(&form).send().await.unwrap();
        Self { world, cookies: cookie(&found) }
    }

    fn speaking(&self, language: Language) -> Self {
        Self { world: self.world, cookies: format!("{}; clew_language={}", self.cookies, language.tag()) }
    }

    async fn open(&self, path: &str) -> Response {
        let request = self.world.http.get(format!("{}{path}", self.world.url));
        request.header(header::COOKIE, &self.cookies).send().await.unwrap()
    }

    async fn read(&self, path: &str) -> String {
        let answer = self.open(path).await;
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.unwrap()
    }

    async fn click(&self, path: &str, form: &[(&str, &str)]) -> Response {
        self.click_from(path, form, "same-origin").await
    }

    async fn click_from(&self, path: &str, form: &[(&str, &str)], site: &str) -> Response {
        let request = self.world.http.post(format!("{}{path}", self.world.url)).form(form);
        let request = request.header(header::COOKIE, &self.cookies).header("sec-fetch-site", site);
        request.send().await.unwrap()
    }
}

fn cookie(answer: &Response) -> String {
    answer.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned()
}

fn leads_to(answer: &Response) -> (u16, String) {
    let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
    (answer.status().as_u16(), to.unwrap_or_default())
}

async fn advance(world: &World, number: &OrderNumber, stages: &[&str]) {
    let (person, _) = world.person(Role::Operator).await;
    for stage in stages {
        let seen = world.load(number).await.version;
        let to = Move::On((*stage).to_owned());
        order::advance(&world.shop, &person, world.id(number).await, to, seen).await.unwrap();
    }
}

async fn run(world: &World, sql: &'static str) {
    sqlx::raw_sql(sql).execute(&world.shop.pool).await.unwrap();
}

/// A box with what its carrier told; returns its number.
async fn add_box(
    world: &World,
    number: &OrderNumber,
    position: i16,
    tracking: &str,
    direction: &str,
) -> String {
    let id = uuid::Uuid::now_v7();
    let track = format!("PQ{position}4F6P0704");
    let sql = "insert into parcel (id, order_id, position, carrier, tracking_number, tracking_url, created_at, direction, tracking,
                   tracking_at, tracking_state, eta, timeline)
               values ($1, $2, $3, 'Correos', $4, 'https://www.correos.es/' || $4, now(), $5::label_direction, $6::tracking_status,
                   now(), replace($6::tracking_status::text, 'transit', 'in_transit'), date '2031-03-14',
                   jsonb_build_array(jsonb_build_object('at', now(), 'heard_at', now(), 'words', 'Llegada al centro', 'language', null,
                       'code', 'SECRET KEY', 'sources', jsonb_build_array('shippo'),
                       'meaning', jsonb_build_object('state', replace($6::tracking_status::text, 'transit', 'in_transit'), 'cause', null, 'action', null),
                       'place', jsonb_build_object('city', 'Getafe', 'region', null, 'postcode', null, 'country', 'ES', 'facility', null))))";
    let order = world.id(number).await;
    sqlx::query(sql)
        .bind(id)
        .bind(order.0)
        .bind(position)
        .bind(&track)
        .bind(direction)
        .bind(tracking)
        .execute(&world.shop.pool)
        .await
        .unwrap();
    track
}

/// Where the page sends who has a question.
const CONTACT: &str = "<a href=\"mailto:help@shop.test\">";

/// What a page says, without its tags.
fn words_of(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customer_cancel_while_confirmed_pays_back_once_however_often_they_click(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let ana = Browser::of(&world, &number).await;
    let (page, cancel) = (format!("/o/{number}"), format!("/o/{number}/cancel"));
    assert!(ana.read(&page).await.contains(&format!("href=\"{cancel}\"")));
    let ask = ana.read(&cancel).await;
    assert!(ask.contains("You get €34.90 back") && !ask.contains("<script"), "{ask}");
    assert_eq!(world.load(&number).await.state.status, Status::Confirmed, "looking decides nothing");
    let clicks = join_all((0..10).map(|_| ana.click(&cancel, &[]))).await;
    for click in &clicks {
        assert_eq!(leads_to(click), (303, page.clone()));
    }
    assert_eq!(world.count("select count(*) from refund").await, 1);
    world.until(&number, |order| order.state.payment == PaymentStatus::Refunded).await;
    world.idle().await;
    let html = ana.read(&page).await;
    for part in ["This order was cancelled", "You cancelled it on", "We returned €34.90 on"] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("To come:") && !html.contains(&cancel));
    assert_eq!(leads_to(&ana.open(&cancel).await), (303, page));
    assert_eq!((world.mails_about("cancelled").await, world.mails_about("refunded").await), (1, 1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customer_cancel_after_processing_is_refused_in_four_languages_with_the_shops_contact(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    advance(&world, &number, &["in_production"]).await;
    let ana = Browser::of(&world, &number).await;
    let cancel = format!("/o/{number}/cancel");
    assert!(!ana.read(&format!("/o/{number}")).await.contains(&cancel));
    for language in Language::ALL {
        let ana = ana.speaking(language);
        let sentence = Reason::AskTheShop { contact: "help@shop.test".into() }.say(language);
        for answer in [ana.open(&cancel).await, ana.click(&cancel, &[]).await] {
            assert_eq!(answer.status(), 409, "{language:?}");
            let html = answer.text().await.unwrap();
            assert!(words_of(&html).contains(&sentence) && html.contains(CONTACT), "{language:?}");
            assert!(html.contains(&format!("<html lang=\"{}\">", language.tag())));
        }
    }
    assert_eq!(world.load(&number).await.state.status, Status::Processing);
    assert_eq!(world.count("select count(*) from refund").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customer_cancel_of_held_money_takes_nothing_and_says_so(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, page) = world.order(|body| body["workflow"] = "kitchen".into()).await;
    world.pay(&page).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Authorized).await;
    let ana = Browser::of(&world, &number).await;
    assert!(ana.read(&format!("/o/{number}")).await.contains("€34.90 is held on your card."));
    let cancel = format!("/o/{number}/cancel");
    assert!(ana.read(&cancel).await.contains("The €34.90 held on your card is given free again."));
    assert_eq!(ana.click(&cancel, &[]).await.status(), 303);
    world.until(&number, |order| order.state.payment == PaymentStatus::Unpaid).await;
    world.idle().await;
    assert!(ana.read(&format!("/o/{number}")).await.contains("Nothing was charged."));
    let mails = world.mail("ana@customer.test", 2).await;
    let text = |word: &str| {
        let found = mails.iter().find(|mail| mail["subject"].as_str().unwrap().contains(word)).unwrap();
        found["text"].as_str().unwrap().to_owned()
    };
    assert!(text("We have received your order").contains("€34.90 is held on your card."));
    assert!(!text("We have received your order").contains("has arrived"));
    assert!(text("was cancelled").contains("€34.90 was only held on your card"));
    assert_eq!(world.count("select count(*) from refund").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customer_cancel_and_return_need_the_cookie_of_that_order(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, other) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    let stranger = Browser::of(&world, &other).await;
    let nobody = Browser { world: &world, cookies: "clew_language=en".into() };
    for browser in [&stranger, &nobody] {
        for what in ["cancel", "return", "pay"] {
            let path = format!("/o/{number}/{what}");
            assert_eq!(leads_to(&browser.open(&path).await), (303, "/track".into()), "{what}");
            if what != "pay" {
                let click = browser.click(&path, &[("reason", "x")]).await;
                assert_eq!(leads_to(&click), (303, "/track".into()), "{what}");
            }
        }
    }
    for number in [&number, &other] {
        assert_eq!(world.load(number).await.state.status, Status::Confirmed);
    }
    assert_eq!(world.count("select count(*) from order_return").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customer_cancel_and_return_from_another_site_are_refused(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let ana = Browser::of(&world, &number).await;
    for what in ["cancel", "return"] {
        for site in ["cross-site", "same-site"] {
            let click = ana.click_from(&format!("/o/{number}/{what}"), &[("reason", "x")], site).await;
            assert_eq!(click.status(), 403, "{what} {site}");
        }
    }
    assert_eq!(world.load(&number).await.state.status, Status::Confirmed);
    assert_eq!(world.count("select count(*) from order_return").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customer_return_is_asked_for_once_and_followed_to_its_end(pool: PgPool) {
    let world = World::start(pool).await;
    run(&world, "update workflow set definition = definition || '{\"return_days\": 14}'").await;
    let number = world.paid_order(|_| ()).await;
    let ana = Browser::of(&world, &number).await;
    let (page, path) = (format!("/o/{number}"), format!("/o/{number}/return"));
    advance(&world, &number, &["in_production", "shipped", "delivered"]).await;
    assert!(ana.read(&page).await.contains(&format!("href=\"{path}\"")));
    assert!(ana.read(&path).await.contains("<textarea"));
    let long = ana.click(&path, &[("reason", &"x".repeat(501))]).await;
    assert_eq!(long.status(), 409);
    for _ in 0..2 {
        let click = ana.click(&path, &[("reason", "Too\r\nsmall")]).await;
        assert_eq!(leads_to(&click), (303, page.clone()));
    }
    assert_eq!(world.count("select count(*) from order_return where reason = E'Too\\nsmall'").await, 1);
    let html = ana.read(&page).await;
    assert!(html.contains("You asked to send it back") && !html.contains(&path), "{html}");
    let (person, _) = world.person(Role::Admin).await;
    returns::decline(&world.shop, &person, world.id(&number).await).await.unwrap();
    assert!(ana.read(&page).await.contains("We could not accept the return."));
    // A "no" is not asked away with a second click.
    assert_eq!(leads_to(&ana.click(&path, &[("reason", "please")]).await), (303, page));
    assert_eq!(world.count("select count(*) from order_return").await, 1);
    world.idle().await;
    assert_eq!(world.mails_about("return_declined").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customer_return_out_of_time_is_refused_in_four_languages_with_the_shops_contact(pool: PgPool) {
    let world = World::start(pool).await;
    run(&world, "update workflow set definition = definition || '{\"return_days\": 14}'").await;
    let number = world.paid_order(|_| ()).await;
    advance(&world, &number, &["in_production", "shipped", "delivered"]).await;
    run(&world, "update orders set delivered_at = now() - interval '15 days'").await;
    let ana = Browser::of(&world, &number).await;
    let path = format!("/o/{number}/return");
    assert!(!ana.read(&format!("/o/{number}")).await.contains(&path));
    for language in Language::ALL {
        let ana = ana.speaking(language);
        for answer in [ana.open(&path).await, ana.click(&path, &[("reason", "late")]).await] {
            assert_eq!(answer.status(), 409, "{language:?}");
            let sentence = Reason::AskTheShop { contact: "help@shop.test".into() }.say(language);
            let html = answer.text().await.unwrap();
            assert!(words_of(&html).contains(&sentence) && html.contains(CONTACT), "{language:?}");
        }
    }
    assert_eq!(world.count("select count(*) from order_return").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn customers_see_boxes_on_their_way_to_them_and_nothing_of_the_others(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let ana = Browser::of(&world, &number).await;
    let arrived = add_box(&world, &number, 1, "delivered", "outbound").await;
    let moving = add_box(&world, &number, 2, "transit", "outbound").await;
    let back = add_box(&world, &number, 3, "transit", "return").await;
    let voided = add_box(&world, &number, 4, "unknown", "outbound").await;
    run(&world, "update parcel set voided_at = now() where position = 4; update orders set status = 'shipped', shipped_at = now()").await;
    let html = ana.read(&format!("/o/{number}")).await;
    for part in
        [&arrived, &moving, "1 of 2 parcels delivered", "Friday, 14 March", "Llegada al centro", "Getafe, ES"]
    {
        assert!(html.contains(part), "{part}");
    }
    for part in [&back, &voided, "SECRET KEY", "package_arrived"] {
        assert!(!html.contains(part), "{part}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn mails_carry_the_refunds_own_amount_and_only_boxes_that_go(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let (person, _) = world.person(Role::Admin).await;
    world.mail("ana@customer.test", 1).await;
    let wanted = RefundRequest {
        amount: Some(700),
        reason: RefundReason::RequestedByCustomer,
        note: Some("SECRET NOTE".into()),
        key: "dialog".into(),
        seen: None,
    };
    payment::refund(&world.shop, &person, id, &wanted).await.unwrap();
    world.until(&number, |order| order.state.payment == PaymentStatus::PartiallyRefunded).await;
    world.idle().await;
    let back = add_box(&world, &number, 1, "transit", "return").await;
    let voided = add_box(&world, &number, 2, "unknown", "outbound").await;
    run(&world, "update parcel set voided_at = now() where position = 2").await;
    advance(&world, &number, &["in_production"]).await;
    let parcel = typed("ups", "1Z999");
    let seen = world.load(&number).await.version;
    order::ship(&world.shop, &person, id, parcel, seen).await.unwrap();
    let mails = world.mail("ana@customer.test", 4).await;
    let text = |word: &str| {
        let found = mails.iter().find(|mail| mail["subject"].as_str().unwrap().contains(word)).unwrap();
        found["text"].as_str().unwrap().to_owned()
    };
    let refund = text("Refund for");
    assert!(refund.contains("Amount: €7.00.") && !refund.contains("SECRET NOTE"), "{refund}");
    let shipped = text("on its way");
    assert!(
        shipped.contains("1Z999") && shipped.contains("https://www.ups.com/track?tracknum=1Z999"),
        "{shipped}"
    );
    assert!(!shipped.contains(&back) && !shipped.contains(&voided), "{shipped}");
    let html = Browser::of(&world, &number).await.read(&format!("/o/{number}")).await;
    assert!(
        html.contains("We returned €7.00 on") && html.contains("−€7.00") && !html.contains("SECRET NOTE")
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refund_that_fails_after_all_is_not_told_as_returned(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let ana = Browser::of(&world, &number).await;
    ana.click(&format!("/o/{number}/cancel"), &[]).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Refunded).await;
    world.idle().await;
    let refunds = world.get("/_control/stripe/refunds").await;
    let id = refunds[0]["id"].as_str().unwrap();
    world.control(&format!("/_control/stripe/refunds/{id}/fail"), json!({})).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    let html = ana.read(&format!("/o/{number}")).await;
    assert!(html.contains("Returning your money is taking longer than usual."), "{html}");
    assert!(!html.contains("We returned") && !html.to_lowercase().contains("failed"), "{html}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_turned_back_at_the_till_can_pay_after_all_and_nobody_else(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, page) = world.order(|_| ()).await;
    let sql = "select cancel_url from orders";
    let back: String = sqlx::query_scalar(sql).fetch_one(&world.shop.pool).await.unwrap();
    let clean = format!("/checkout/cancel?number={number}");
    let answer = world.http.get(&back).send().await.unwrap();
    assert_eq!(leads_to(&answer), (303, clean.clone()));
    let ana = Browser { world: &world, cookies: cookie(&answer) };
    let pay = format!("/o/{number}/pay");
    assert!(ana.read(&clean).await.contains(&format!("href=\"{pay}\"")));
    assert_eq!(leads_to(&ana.open(&pay).await), (303, page.clone()));
    assert!(ana.read(&format!("/o/{number}")).await.contains("Pay €34.90"));
    world.pay(&page).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    assert_eq!(leads_to(&ana.open(&pay).await), (303, format!("/o/{number}")));
    let forged = world.http.get(format!("{}{clean}&key=x", world.url)).send().await.unwrap();
    assert!(forged.status() == 200 && !forged.headers().contains_key(header::SET_COOKIE));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_page_after_paying_does_not_thank_for_money_that_did_not_come(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, page) = world.order(|_| ()).await;
    let session = page.rsplit('/').next().unwrap();
    world.control(&format!("/_control/sessions/{session}/expire"), json!({})).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Failed).await;
    let back = format!("{}/checkout/success?session_id={session}", world.url);
    let html = world.http.get(back).send().await.unwrap().text().await.unwrap();
    assert!(html.contains("The payment was not completed") && html.contains("Nothing was charged."));
    assert!(!html.contains("Thank you"), "{html}");
}
