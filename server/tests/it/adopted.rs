//! Orders born of Stripe pages that Clew did not make: fetched with their lines, once, whatever order their news comes in.

use domain::{
    Language, Shop,
    connect::{Adopt, AdoptSession, Connections},
    ids::{InboxId, OrderId},
    inbox,
    order::{self, Status},
    payment::PaymentStatus,
    provider::signature::stamped::sign,
    queue::{Job, Outcome, drain},
    reconcile,
    staff::Role,
};
use futures::future::join_all;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{WEBHOOK_SECRET, World};

const LINES: [(&str, &str); 17] = [
    ("line_items[0][quantity]", "3"),
    ("line_items[0][price_data][currency]", "eur"),
    ("line_items[0][price_data][unit_amount]", "1000"),
    ("line_items[0][price_data][product_data][name]", "Poster A2"),
    ("line_items[0][price_data][product_data][metadata][sku]", "POSTER-A2"),
    ("line_items[1][quantity]", "1"),
    ("line_items[1][price_data][currency]", "eur"),
    ("line_items[1][price_data][unit_amount]", "450"),
    ("line_items[1][price_data][product_data][name]", "Tube"),
    ("shipping_options[0][shipping_rate_data][type]", "fixed_amount"),
    ("shipping_options[0][shipping_rate_data][display_name]", "48 h"),
    ("shipping_options[0][shipping_rate_data][fixed_amount][amount]", "590"),
    ("shipping_options[0][shipping_rate_data][fixed_amount][currency]", "eur"),
    ("shipping_address_collection[allowed_countries][0]", "ES"),
    ("phone_number_collection[enabled]", "true"),
    ("metadata[cart]", "77"),
    ("metadata[colour]", "blue"),
];
/// 3 × 10.00 + 4.50 + 5.90.
const TOTAL: i64 = 4040;

/// Some other program of the shop's asks Stripe for something.
async fn stripe(world: &World, path: &str, form: &[(&str, &str)]) -> Value {
    let request = world.http.post(format!("{}/v1/{path}", world.sandbox.http)).bearer_auth("sk_test_other");
    let answer = request.form(form).send().await.unwrap();
    let (status, body) = (answer.status(), answer.json().await.unwrap());
    assert_eq!(status, 200, "{path}: {body}");
    body
}

/// A session made elsewhere: its id.
pub async fn session(world: &World, more: &[(&str, &str)]) -> String {
    let page = [
        ("mode", "payment"),
        ("success_url", "https://other.test/thanks"),
        ("locale", "ro"),
        ("client_reference_id", "cart-77"),
    ];
    let form: Vec<_> = page.iter().chain(&LINES).chain(more).copied().collect();
    stripe(world, "checkout/sessions", &form).await["id"].as_str().unwrap().to_owned()
}

/// Nobody is told of what happens at Stripe.
async fn deaf(world: &World) {
    world
        .control("/_control/webhook-url", json!({ "url": "http://127.0.0.1:9/", "secret": "whsec_nobody" }))
        .await;
}

pub async fn pay(world: &World, session: &str, delayed: bool) {
    let address =
        json!({ "line1": "Calle Mayor 12", "city": "Madrid", "postal_code": "28013", "country": "ES" });
    let buyer = json!({ "card": "4242424242424242", "name": "Ana Ruiz", "email": "ana@customer.test", "delayed": delayed,
        "phone": "+34600000000", "shipping": address });
    world.control(&format!("/_control/sessions/{session}/pay"), buyer).await;
}

/// Everything that Stripe would have told, the oldest first.
async fn told(world: &World) -> Vec<Value> {
    let request =
        world.http.get(format!("{}/v1/events?limit=100", world.sandbox.http)).bearer_auth("sk_test_x");
    let page: Value = request.send().await.unwrap().json().await.unwrap();
    page["data"].as_array().unwrap().iter().rev().cloned().collect()
}

async fn deliver(world: &World, event: &Value) {
    let body = event.to_string();
    let signature = sign(body.as_bytes(), &SecretString::from(WEBHOOK_SECRET), world.shop.clock.now());
    let request = world.http.post(format!("{}/api/webhooks/stripe", world.url));
    let answer = request.header("stripe-signature", signature).body(body).send().await.unwrap();
    assert_eq!(answer.status(), 200);
}

pub async fn of_session(world: &World, session: &str) -> Option<OrderId> {
    sqlx::query_scalar("select order_id from payment where session_id = $1")
        .bind(session)
        .fetch_optional(&world.shop.pool)
        .await
        .unwrap()
        .map(OrderId)
}

async fn intent_of(world: &World, session: &str) -> String {
    let request = world.http.get(format!("{}/v1/checkout/sessions/{session}", world.sandbox.http));
    let found: Value = request.bearer_auth("sk_test_x").send().await.unwrap().json().await.unwrap();
    found["payment_intent"].as_str().unwrap().to_owned()
}

/// All there is to say of an order and its money.
async fn end(world: &World, id: OrderId) -> Value {
    sqlx::query_scalar(
        "select json_build_object('status', o.status, 'stage', o.stage, 'payment', o.payment, 'total', o.total, 'language', o.language,
             'captured', p.captured, 'reserved', p.reserved, 'provider', p.provider, 'reference', o.reference, 'city', o.address ->> 'city',
             'name', o.customer_name, 'phone', o.phone, 'shipping', array[o.shipping_choice, o.shipping::text],
             'items', (select json_agg(json_build_array(i.name, i.quantity, i.unit_amount, i.held) order by i.position)
                 from order_item i where i.order_id = o.id),
             'refunds', (select json_agg(json_build_array(r.amount, r.status) order by r.amount) from refund r where r.order_id = o.id),
             'confirmed', (select count(*) from event e where e.order_id = o.id and e.kind = 'payment_succeeded'),
             'back', (select count(*) from event e where e.order_id = o.id and e.kind = 'refund_succeeded'),
             'mails', (select count(*) from notice n where n.order_id = o.id and n.kind = 'confirmation' and n.channel = 'email'))
         from orders o join payment p on p.order_id = o.id where o.id = $1",
    )
    .bind(id.0)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_session_made_elsewhere_replayed_in_any_order_with_refunds_is_one_right_order(pool: PgPool) {
    let world = World::adopting(pool, Adopt::All).await;
    deaf(&world).await;
    sqlx::query(
        "insert into product (sku, name, on_hand, updated_at) values ('POSTER-A2', 'Poster', 0, now())",
    )
    .execute(&world.shop.pool)
    .await
    .unwrap();
    let mut before = 0;
    for seed in 0..4 {
        let mut random = StdRng::seed_from_u64(seed);
        let (delayed, whole) = (seed % 3 == 2, seed % 2 == 1);
        let session = session(&world, &[]).await;
        pay(&world, &session, delayed).await;
        if delayed {
            world.control(&format!("/_control/sessions/{session}/async"), json!({ "succeeded": true })).await;
        }
        let intent = intent_of(&world, &session).await;
        let parts = if whole { vec![1000, 500, TOTAL - 1500] } else { vec![1000, 500] };
        for amount in &parts {
            let refund = json!({ "payment_intent": intent, "amount": amount });
            world.control("/_control/stripe/refunds", refund).await;
        }
        let events = told(&world).await;
        let mut replayed: Vec<_> = (0..10)
            .flat_map(|copy| {
                events[before..].iter().cloned().map(move |mut event| {
                    // What is told twice may come as another event, too.
                    if copy % 3 == 1 {
                        event["id"] = format!("{}_{copy}", event["id"].as_str().unwrap()).into();
                    }
                    event
                })
            })
            .collect();
        before = events.len();
        replayed.shuffle(&mut random);
        for event in &replayed {
            deliver(&world, event).await;
            if random.random_bool(0.2) {
                drain(&world.shop).await.unwrap();
            }
        }
        drain(&world.shop).await.unwrap();
        let id = of_session(&world, &session).await.expect("an order");
        let mut back = parts.clone();
        back.sort_unstable();
        let back: Vec<_> = back.iter().map(|part| json!([part, "succeeded"])).collect();
        let order = json!({
            "status": "confirmed", "stage": "confirmed", "payment": if whole { "refunded" } else { "partially_refunded" },
            "total": TOTAL, "language": "ro", "captured": TOTAL, "reserved": parts.iter().sum::<i64>(), "provider": "stripe",
            "reference": "cart-77", "city": "Madrid", "name": "Ana Ruiz", "phone": "+34600000000", "shipping": ["48 h", "590"],
            "items": [["Poster A2", 3, 1000, 3], ["Tube", 1, 450, 0]],
            "refunds": back,
            "confirmed": 1, "back": parts.len(), "mails": 1,
        });
        let mut found = end(&world, id).await;
        found["stage"] = found["stage"].is_string().then_some("confirmed").into();
        assert_eq!(found, order, "seed {seed}");
        let orders = i64::try_from(seed + 1).unwrap();
        assert_eq!(world.count("select count(*) from orders").await, orders);
        assert_eq!(
            world.count("select count(*) from adoption where origin = 'stripe_checkout'").await,
            orders
        );
        assert_eq!(world.count("select -on_hand::bigint from product").await, orders * 3, "taken once");
        let open = "select count(*) from inbox where state in ('waiting', 'received', 'failed')";
        assert_eq!(
            (world.count(open).await, world.count("select count(*) from job where dead").await),
            (0, 0),
            "seed {seed}"
        );
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_shop_that_shares_its_account_gets_only_the_orders_it_asked_for(pool: PgPool) {
    for (adopt, born) in
        [(Adopt::Off, [false, false]), (Adopt::Marked, [false, true]), (Adopt::All, [true, true])]
    {
        let world = World::adopting(pool.clone(), adopt).await;
        let plain = session(&world, &[]).await;
        let marked = session(&world, &[("metadata[clew]", "order")]).await;
        let (other, paid) = (uuid::Uuid::now_v7().to_string(), uuid::Uuid::now_v7().to_string());
        let anothers = session(
            &world,
            &[
                ("metadata[order_id]", other.as_str()),
                ("metadata[payment_id]", paid.as_str()),
                ("metadata[clew]", "order"),
            ],
        )
        .await;
        for session in [&plain, &marked, &anothers] {
            pay(&world, session, false).await;
        }
        world.idle().await;
        let found = [of_session(&world, &plain).await.is_some(), of_session(&world, &marked).await.is_some()];
        assert_eq!(found, born, "{adopt:?}");
        assert_eq!(of_session(&world, &anothers).await, None, "another Clew made it");
    }
    // What was ignored is kept, and becomes an order when it is heard again by a shop that wants it.
    let world = World::adopting(pool, Adopt::All).await;
    let ignored: Vec<uuid::Uuid> = sqlx::query_scalar(
        "select id from inbox where kind = 'checkout.session.completed' and state = 'ignored'",
    )
    .fetch_all(&world.shop.pool)
    .await
    .unwrap();
    assert_eq!(ignored.len(), 3, "two while it was off, one that bore no mark");
    let (ana, _) = world.person(Role::Admin).await;
    let orders = world.count("select count(*) from orders").await;
    for id in ignored {
        inbox::replay_one(&world.shop, &ana, InboxId(id)).await.unwrap();
    }
    drain(&world.shop).await.unwrap();
    // Their sessions were another sandbox's: Stripe does not know them, and staff read so.
    assert_eq!(world.count("select count(*) from orders").await, orders);
    let plainly =
        "select count(*) from inbox where state = 'failed' and outcome = 'Stripe does not know this session'";
    assert_eq!(world.count(plainly).await, 3);
    assert_eq!(
        world.count("select count(*) from alert where kind = 'order_not_born' and cleared_at is null").await,
        1
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn eight_workers_with_one_session_make_one_order(pool: PgPool) {
    let world = World::adopting(pool, Adopt::All).await;
    deaf(&world).await;
    let session = session(&world, &[]).await;
    pay(&world, &session, false).await;
    let adopt = || AdoptSession { session: session.clone() }.run(&world.shop, 1);
    let done = join_all((0..8).map(|_| adopt())).await;
    assert!(done.iter().all(|outcome| matches!(outcome, Outcome::Done)), "{done:?}");
    assert_eq!(world.count("select count(*) from orders").await, 1);
    assert_eq!(world.count("select count(*) from payment_entry where kind = 'success'").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_cannot_become_an_order_is_kept_said_plainly_and_heard_again(pool: PgPool) {
    let world = World::adopting(pool, Adopt::Marked).await;
    let session =
        session(&world, &[("metadata[clew]", "order"), ("metadata[clew_workflow]", "rush-line")]).await;
    pay(&world, &session, false).await;
    world.idle().await;
    assert_eq!(of_session(&world, &session).await, None);
    let (outcome, id): (String, uuid::Uuid) = sqlx::query_as(
        "select outcome, id from inbox where kind = 'checkout.session.completed' and state = 'failed'",
    )
    .fetch_one(&world.shop.pool)
    .await
    .unwrap();
    assert_eq!(outcome, "there is no workflow called rush-line");
    let (ana, _) = world.person(Role::Admin).await;
    let attention = domain::alert::list(&world.shop, Language::En).await.unwrap().alerts;
    assert!(attention[0].sentence.starts_with("A paid order of another shop"), "{attention:?}");
    assert!(attention[0].detail.as_deref().unwrap().ends_with("there is no workflow called rush-line"));
    domain::alert::clear(&world.shop, &ana, attention[0].id).await.unwrap();
    sqlx::query("insert into workflow (id, key, version, definition, created_at)
                 select gen_random_uuid(), 'rush-line', 1, definition, now() from workflow where key = 'standard' limit 1")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    inbox::replay_one(&world.shop, &ana, InboxId(id)).await.unwrap();
    drain(&world.shop).await.unwrap();
    let id = of_session(&world, &session).await.expect("an order");
    let born = order::store::load(&mut world.shop.pool.acquire().await.unwrap(), id).await.unwrap();
    assert_eq!((born.state.status, born.state.payment), (Status::Confirmed, PaymentStatus::Paid));
    let open = "select count(*) from inbox where state in ('waiting', 'received', 'failed')";
    assert_eq!(world.count(open).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_payment_nobody_told_of_is_found_within_the_hour(pool: PgPool) {
    // Told of, and ignored: Stripe has nothing left to deliver when the shop begins to want such orders.
    let world = World::adopting(pool, Adopt::Off).await;
    let (paid, open) = (session(&world, &[]).await, session(&world, &[]).await);
    pay(&world, &paid, false).await;
    world.idle().await;
    assert_eq!(world.count("select count(*) from orders").await, 0);
    let connections = Connections { adopt: Adopt::All, ..Connections::default() };
    let shop = Shop { connections, ..world.shop.clone() };
    for _ in 0..2 {
        reconcile::plan(&shop, 4 * 24 * 3600).await.unwrap();
        drain(&shop).await.unwrap();
        assert!(of_session(&world, &paid).await.is_some());
        assert_eq!(of_session(&world, &open).await, None, "nobody has paid");
        assert_eq!(world.count("select count(*) from orders").await, 1);
    }
    assert_eq!(world.count("select count(*) from repair where what = 'checkout.session.completed'").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_payment_links_buyer_becomes_an_order_and_its_lines_are_read_page_by_page(pool: PgPool) {
    let world = World::adopting(pool, Adopt::Marked).await;
    let form: Vec<_> = LINES.iter().copied().chain([("metadata[clew]", "order")]).collect();
    let link = stripe(&world, "payment_links", &form).await;
    let visit = world.http.get(link["url"].as_str().unwrap()).send().await.unwrap();
    assert_eq!(visit.status(), 303);
    let page = format!("{}{}", world.sandbox.http, visit.headers()["location"].to_str().unwrap());
    let asked = world.http.get(&page).send().await.unwrap().text().await.unwrap();
    assert!(asked.contains("name=\"shippingAddressLine1\""), "{asked}");
    let typed = [
        ("email", "ana@customer.test"),
        ("cardNumber", "4242 4242 4242 4242"),
        ("cardExpiry", "12 / 34"),
        ("cardCvc", "123"),
        ("billingName", "Ana Ruiz"),
        ("shippingAddressLine1", "Calle Mayor 12"),
        ("shippingPostalCode", "28013"),
        ("shippingLocality", "Madrid"),
        ("shippingCountry", "es"),
    ];
    world.http.post(&page).form(&typed).send().await.unwrap();
    world.idle().await;
    let id = of_session(&world, page.rsplit('/').next().unwrap()).await.expect("an order");
    let number = world.number(id).await;
    let shown = order::page(&world.shop, &number, Language::En).await.unwrap();
    assert_eq!(shown.reference.as_deref(), Some("Stripe Payment Link"));
    assert_eq!(shown.address, ["Calle Mayor 12", "28013 Madrid", "ES"]);
    assert_eq!(
        (shown.payment, shown.allowed.refund),
        (PaymentStatus::Paid, true),
        "the money can go back from here"
    );
    // More lines than fit on one of Stripe's pages.
    let many: Vec<(String, String)> = (0..130)
        .flat_map(|line| {
            let of = |field: &str, value: &str| (format!("line_items[{line}]{field}"), value.to_owned());
            [
                of("[quantity]", "1"),
                of("[price_data][currency]", "eur"),
                of("[price_data][unit_amount]", "100"),
                of("[price_data][product_data][name]", &format!("Card {line}")),
            ]
        })
        .collect();
    let many: Vec<_> = many.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let page = [("mode", "payment"), ("success_url", "https://other.test/thanks")];
    let form: Vec<_> = page.into_iter().chain(many).collect();
    let session = stripe(&world, "checkout/sessions", &form).await;
    let lines = world.shop.stripe.lines_of(session["id"].as_str().unwrap()).await.unwrap();
    let names: Vec<_> = lines.iter().map(|line| line.description.clone().unwrap()).collect();
    assert_eq!(names, (0..130).map(|line| format!("Card {line}")).collect::<Vec<_>>());
}
