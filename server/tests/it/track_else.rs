//! What a page of another site may ask in a customer's name: the page's look-up, and nothing more.

use std::collections::BTreeSet;

use domain::{
    Language,
    limit::Limit,
    order::{self, Limits, Move, OrderNumber},
    secret::Purpose,
    staff::Role,
};
use reqwest::{Method, RequestBuilder, Response, header};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    follow::{Stream, advance},
    support::{ELSEWHERE, World},
};

fn ask(world: &World, method: Method, path: &str) -> RequestBuilder {
    let request = world.http.request(method, format!("{}/api/track{path}", world.url));
    request.header(header::ORIGIN, ELSEWHERE)
}

async fn guess(world: &World, number: &str, email: &str) -> Response {
    let guess = json!({ "number": number, "email": email });
    ask(world, Method::POST, "?lang=en").json(&guess).send().await.unwrap()
}

/// Looks an order up and answers with its token.
async fn opened(world: &World, number: &OrderNumber) -> (String, Value) {
    let answer = guess(world, &number.to_string(), "ana@customer.test").await;
    assert_eq!(answer.status(), 200);
    let mut body: Value = answer.json().await.unwrap();
    (body["token"].as_str().unwrap().to_owned(), body["order"].take())
}

/// Status, headers without the date and the request's own name, and body: everything a stranger could compare.
async fn whole(answer: Response) -> (u16, Vec<(String, String)>, String) {
    let headers = answer.headers().iter();
    let headers = headers.filter(|(name, _)| *name != header::DATE && *name != "x-request-id");
    let headers =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    (answer.status().as_u16(), headers, answer.text().await.unwrap())
}

/// Every path of keys in a JSON value; lists count as one of theirs.
fn keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            keys(value, &path, found);
            found.insert(path);
        }),
        Value::Array(items) => items.iter().for_each(|item| keys(item, path, found)),
        _ => {}
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_wrong_guess_is_told_the_same_whatever_is_wrong(pool: PgPool) {
    let most = Limit { tries: i32::MAX, seconds: 3600 };
    let world = World::with_limits(pool, Limits { by_ip: most, by_number: most, by_email: most }).await;
    let (number, _) = world.order(|_| ()).await;
    let number = number.to_string();
    let refusal = whole(guess(&world, "00000-00000", "nobody@customer.test").await).await;
    let body: Value = serde_json::from_str(&refusal.2).unwrap();
    assert_eq!((refusal.0, body["type"].as_str()), (404, Some("/problems/not-found")));
    for (number, email) in [
        (&*number, "stranger@customer.test"),
        ("7K3QD-2M4XP", "ana@customer.test"),
        ("no number", "no email"),
        ("", ""),
    ] {
        assert_eq!(whole(guess(&world, number, email).await).await, refusal, "{number} {email}");
    }
    let found = guess(&world, &number.to_lowercase().replace('-', " "), " ANA@customer.TEST ").await;
    assert_eq!(found.status(), 200);
    assert_eq!(found.headers()[header::CACHE_CONTROL], "no-store, private");
    for nonsense in [json!({}), json!([]), json!({ "number": number, "email": "a@b.c", "role": "admin" })] {
        let answer = ask(&world, Method::POST, "").json(&nonsense).send().await.unwrap();
        assert_eq!(answer.status(), 400, "{nonsense}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn tries_on_other_sites_and_on_our_page_are_counted_together(pool: PgPool) {
    let mut limits = Limits::default();
    limits.by_ip.tries = i32::MAX;
    let world = World::with_limits(pool, limits).await;
    for i in 0..10 {
        let email = format!("guess{i}@customer.test");
        let status = if i % 2 == 0 {
            guess(&world, "7K3QD-2M4XP", &email).await.status()
        } else {
            let form = [("number", "7K3QD-2M4XP"), ("email", &email)];
            world.http.post(format!("{}/track", world.url)).form(&form).send().await.unwrap().status()
        };
        assert_eq!(status, 404, "try {i}");
    }
    let answer = guess(&world, "7K3QD-2M4XP", "guess@customer.test").await;
    assert_eq!(answer.status(), 429);
    let wait: u64 = answer.headers()[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((3000..=3600).contains(&wait), "{wait}");
    let problem: Value = answer.json().await.unwrap();
    assert!(problem["detail"].as_str().unwrap().contains("minutes"), "{problem}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_another_site_is_given_holds_these_fields_and_nothing_internal(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let (person, _) = world.person(Role::Operator).await;
    let id = world.id(&number).await;
    order::add_note(&world.shop, &person, id, "SECRET NOTE").await.unwrap();
    advance(&world, &person, &number, Move::On("in_production".into())).await;
    crate::delivery_preferences::add_box(&world, &number, 1, "transit", world.shop.clock.now()).await;
    let (token, order) = opened(&world, &number).await;
    let mut found = BTreeSet::new();
    keys(&order, "", &mut found);
    let known = "announcement badge headline inSight items items.amount items.name items.options items.quantity language next notes \
                 number parcels parcels.title parcels.trackingNumber status steps steps.label steps.state timeline timeline.what \
                 timeline.when timeline.when.iso timeline.when.label total updated updated.iso updated.label version";
    let known: BTreeSet<String> = known.split_whitespace().map(str::to_owned).collect();
    // Where the history is long enough to be folded.
    found.remove("earlier");
    assert_eq!(found, known);
    let text = order.to_string();
    for internal in
        [id.to_string().as_str(), "SECRET NOTE", "Taller Secreto", "ana@customer.test", "Calle Mayor", "pi_"]
    {
        assert!(!text.contains(internal), "{internal}");
    }
    assert!(text.contains("Poster A2") && text.contains("Being printed"), "{text}");
    // The same order, told in each language.
    let mut headlines = BTreeSet::new();
    for language in Language::ALL {
        let path = format!("/{number}?lang={}", language.tag());
        let view: Value =
            ask(&world, Method::GET, &path).bearer_auth(&token).send().await.unwrap().json().await.unwrap();
        assert_eq!(view["language"], language.tag());
        headlines.insert(view["headline"].as_str().unwrap().to_owned());
        let words =
            ask(&world, Method::GET, &format!("/words?lang={}", language.tag())).send().await.unwrap();
        assert_eq!(words.headers()[header::CACHE_CONTROL], "public, max-age=300");
        let words: Value = words.json().await.unwrap();
        assert!(words.as_object().unwrap().len() > 25);
        assert!(!words.to_string().contains("Unknown localization"), "{words}");
    }
    assert_eq!(headlines.len(), 4);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_token_looks_at_one_order_and_does_nothing(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, other) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    let (token, _) = opened(&world, &number).await;
    let (id, now) = (world.id(&number).await, world.shop.clock.now());
    let sign = |purpose, seconds| world.shop.secret.sign_order(purpose, id, now.plus(seconds));
    let look = async |path: String, token: &str| {
        ask(&world, Method::GET, &path).bearer_auth(token).send().await.unwrap().status().as_u16()
    };
    for what in ["", "/live"] {
        assert_eq!(look(format!("/{number}{what}"), &token).await, 200);
        assert_eq!(look(format!("/{other}{what}"), &token).await, 404, "another's");
        assert_eq!(look(format!("/00000-00000{what}"), &token).await, 404, "nobody's");
        for bad in [
            sign(Purpose::TrackElsewhere, -1),
            sign(Purpose::Link, 3600),
            sign(Purpose::Cookie, 3600),
            "nonsense".into(),
        ] {
            assert_eq!(look(format!("/{number}{what}"), &bad).await, 401);
        }
    }
    // A page of another site may be broken into: what it holds calls nothing off and opens no page of ours.
    for what in ["cancel", "return", "delivery-preferences"] {
        let url = format!("{}/api/orders/{number}/{what}", world.url);
        let answer = world.http.post(url).bearer_auth(&token).json(&json!({})).send().await.unwrap();
        assert_eq!(answer.status(), 401, "{what}");
    }
    assert_eq!(world.http.get(format!("{}/t/{token}", world.url)).send().await.unwrap().status(), 404);
    assert_eq!(look(format!("/{number}"), &sign(Purpose::TrackElsewhere, 3600)).await, 200);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_open_view_hears_of_a_change_and_a_poll_without_news_is_short(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let (person, _) = world.person(Role::Operator).await;
    let (token, order) = opened(&world, &number).await;
    let path = format!("/{number}?lang=en");
    let show = || ask(&world, Method::GET, &path).bearer_auth(&token);
    let first = show().send().await.unwrap();
    let etag = first.headers()[header::ETAG].clone();
    assert_eq!(first.json::<Value>().await.unwrap(), order, "the look-up shows what a poll does");
    assert_eq!(show().header(header::IF_NONE_MATCH, &etag).send().await.unwrap().status(), 304);
    let live = ask(&world, Method::GET, &format!("/{number}/live")).bearer_auth(&token);
    let mut stream = Stream::open(live).await;
    assert_eq!(stream.next().await.unwrap().data, order["version"].to_string());
    advance(&world, &person, &number, Move::On("in_production".into())).await;
    let version = world.load(&number).await.version;
    assert_eq!(stream.next().await.unwrap().data, version.to_string());
    let news = show().header(header::IF_NONE_MATCH, &etag).send().await.unwrap();
    assert_eq!(news.status(), 200);
    let news: Value = news.json().await.unwrap();
    assert_eq!((&news["version"], news["status"].as_str()), (&json!(version), Some("processing")));
    drop(world);
    assert_eq!(stream.next().await, None, "it ends with the process");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_sites_the_shop_named_are_answered_and_no_cookie_crosses(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let guess = json!({ "number": number.to_string(), "email": "ana@customer.test" });
    let from = |method, path: &str, origin: &str| {
        let request = world.http.request(method, format!("{}/api/track{path}", world.url));
        request.header(header::ORIGIN, origin).header("sec-fetch-site", "cross-site")
    };
    let asks = |origin| {
        let request = from(Method::OPTIONS, "", origin).header("access-control-request-method", "POST");
        request.header("access-control-request-headers", "content-type").send()
    };
    for stranger in ["https://elsewhere.test", "http://www.elsewhere.test", "https://evil.test", "null"] {
        let answers = [
            asks(stranger).await.unwrap(),
            from(Method::POST, "", stranger).json(&guess).send().await.unwrap(),
            from(Method::GET, "/words", stranger).send().await.unwrap(),
        ];
        for answer in answers {
            assert_eq!(answer.status(), 403, "{stranger}");
            assert!(!answer.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
        }
    }
    assert_eq!(
        world.count("select count(*) from limit_window where key like 'look-up%'").await,
        0,
        "a stranger's page uses up no tries"
    );
    let first = asks(ELSEWHERE).await.unwrap();
    assert_eq!(first.status(), 204);
    let says = |name| first.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(says(header::ACCESS_CONTROL_ALLOW_METHODS), "GET, POST");
    assert_eq!(says(header::ACCESS_CONTROL_ALLOW_HEADERS), "authorization, content-type, if-none-match");
    let found = from(Method::POST, "", ELSEWHERE).json(&guess).send().await.unwrap();
    assert_eq!(found.status(), 200);
    for answer in [&first, &found] {
        let headers = answer.headers();
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], ELSEWHERE);
        assert!(headers.get_all(header::VARY).iter().any(|vary| vary == "Origin"));
        assert!(!headers.contains_key(header::ACCESS_CONTROL_ALLOW_CREDENTIALS));
        assert!(!headers.contains_key(header::SET_COOKIE));
    }
    // A program has no origin; the other endpoints are shared with nobody.
    let program = world.http.post(format!("{}/api/track", world.url)).json(&guess).send().await.unwrap();
    assert_eq!(program.status(), 200);
    let orders = world.http.post(format!("{}/api/orders", world.url)).header(header::ORIGIN, ELSEWHERE);
    let orders = orders.send().await.unwrap();
    assert!(!orders.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn script_and_badge_may_be_loaded_from_anywhere(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let get = |path: &str| {
        world.http.get(format!("{}{path}", world.url)).header(header::ORIGIN, "https://any.test")
    };
    for (path, kind) in [
        ("/track.js", "text/javascript; charset=utf-8"),
        ("/badge.svg", "image/svg+xml"),
        ("/badge.svg?lang=ru", "image/svg+xml"),
    ] {
        let file = get(path).send().await.unwrap();
        let headers = file.headers().clone();
        assert_eq!((file.status().as_u16(), &headers[header::CONTENT_TYPE]), (200, &kind.parse().unwrap()));
        assert_eq!(headers["cross-origin-resource-policy"], "cross-origin");
        assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=300");
        let again = get(path).header(header::IF_NONE_MATCH, &headers[header::ETAG]).send().await.unwrap();
        assert_eq!(again.status(), 304, "{path}");
    }
    let badge = get("/badge.svg?lang=ru").send().await.unwrap().text().await.unwrap();
    assert!(badge.contains("<title>Где мой заказ</title>"), "{badge}");
    assert!(get("/track.js").send().await.unwrap().text().await.unwrap().contains("clew-track"));
}
