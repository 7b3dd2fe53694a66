//! Staff's inbox: what was turned away is seen there, and a range that matches is heard again.

use std::collections::BTreeSet;

use domain::{
    inbox::{self, InboxFilter, InboxState},
    order::OrderNumber,
    provider::signature::stamped::sign,
    queue,
    staff::Role,
};
use secrecy::SecretString;
use serde_json::json;
use sqlx::PgPool;

use crate::{label_world::webhook, staff_pages::Browser, support::World};

/// Knocks at a provider's door with nothing that proves who it is.
async fn knock(world: &World, path: &str, times: usize) {
    for _ in 0..times {
        let body = json!({ "id": "evt_forged" }).to_string();
        let signature = sign(body.as_bytes(), &SecretString::from("whsec_a_guess"), world.shop.clock.now());
        let request = world.http.post(format!("{}/api/webhooks/{path}", world.url));
        let forged = request.header("stripe-signature", signature).body(body);
        assert_eq!(forged.send().await.unwrap().status(), 400, "{path}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_was_turned_away_is_shown_with_reason_and_number(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let operator = Browser::of(&world, Role::Operator).await;
    let (_, page) = operator.page("/admin/inbox").await;
    assert!(page.contains("None was turned away."), "{page}");
    knock(&world, "stripe", 3).await;
    knock(&world, "shippo?token=a-guess", 2).await;
    let shown = inbox::list(&world.shop, domain::Language::En, &InboxFilter::default()).await.unwrap();
    assert!(shown.received.is_empty(), "nothing of it was kept");
    // A minute may have turned meanwhile, which makes two rows of one.
    let times = |provider: &str, reason: &str| -> i32 {
        let rows = shown.refused.iter().filter(|row| row.provider == provider && row.reason == reason);
        rows.inspect(|row| assert_eq!(row.last_ip.as_deref(), Some("127.0.0.1"))).map(|row| row.times).sum()
    };
    assert_eq!((times("stripe", "signature_forged"), times("shippo", "token_wrong")), (3, 2));
    assert_eq!(shown.refused.iter().map(|row| row.times).sum::<i32>(), 5);
    let (status, page) = operator.page("/admin/inbox").await;
    assert_eq!(status, 200);
    assert!(!page.contains("None was turned away."));
    for word in ["token_wrong", "signature_forged", "127.0.0.1"] {
        assert!(page.contains(word), "{word}: {page}");
    }
}

/// Every row's event id under a state.
async fn in_state(world: &World, state: InboxState) -> BTreeSet<String> {
    let ids = sqlx::query_scalar("select event_id from inbox where state = $1::text::inbox_state");
    ids.bind(state.as_str()).fetch_all(&world.shop.pool).await.unwrap().into_iter().collect()
}

async fn of_order(world: &World, number: &OrderNumber) -> BTreeSet<String> {
    let sql = "select event_id from inbox i join orders o on o.id = i.about where o.number = $1";
    let ids = sqlx::query_scalar(sql).bind(number.as_str());
    ids.fetch_all(&world.shop.pool).await.unwrap().into_iter().collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_range_is_heard_again_and_nothing_else_and_nothing_happens_twice(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        let (number, page) = world.order(|_| ()).await;
        world.pay(&page).await;
        numbers.push(number);
    }
    world.idle().await;
    // One that cannot be understood, and one that waits for its parcel.
    let scan = json!({ "object_id": "s", "status": "TRANSIT", "status_date": "2026-11-20T08:00:00Z" });
    let early = json!({ "event": "track_updated", "data": { "carrier": "ups", "tracking_number": "1Z", "tracking_status": scan } });
    for body in [json!({ "event": "track_updated", "data": {} }), early] {
        assert_eq!(webhook(&world, &body).await, 200);
    }
    queue::drain(&world.shop).await.unwrap();
    let (ana, _) = world.person(Role::Admin).await;
    let all = world.count("select count(*) from inbox").await;
    let versions = "select sum(version)::bigint from orders";
    let stood = world.count(versions).await;
    let again = async |filter: InboxFilter| inbox::replay(&world.shop, &ana, &filter).await.unwrap();

    // By order.
    let filter = InboxFilter { order: Some(numbers[1].to_string()), ..InboxFilter::default() };
    let mine = of_order(&world, &numbers[1]).await;
    assert!(!mine.is_empty());
    assert_eq!(again(filter).await, mine.len());
    assert_eq!(in_state(&world, InboxState::Received).await, mine, "those and no others");
    let by: String = sqlx::query_scalar("select distinct outcome from inbox where state = 'received'")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert!(by.contains(&ana.name), "{by}");
    queue::drain(&world.shop).await.unwrap();
    assert!(in_state(&world, InboxState::Received).await.is_empty(), "heard");

    // By state and kind: what waits goes on waiting, what was not understood still is not.
    for state in [InboxState::Waiting, InboxState::Failed] {
        let before = in_state(&world, state).await;
        let filter =
            InboxFilter { event: Some("track_".into()), state: Some(state), ..InboxFilter::default() };
        assert_eq!((again(filter).await, before.len()), (1, 1), "{state:?}");
        queue::drain(&world.shop).await.unwrap();
        assert_eq!(in_state(&world, state).await, before, "{state:?}");
    }

    // By provider, through the page; then all of it.
    let boss = Browser::of(&world, Role::Admin).await;
    boss.post("/admin/inbox?provider=stripe", "replay_all", &[("filter[provider]", "stripe")]).await;
    let stripes = world.count("select count(*) from inbox where provider = 'stripe'").await;
    assert_eq!(world.count("select count(*) from inbox where state = 'received'").await, stripes);
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(i64::try_from(again(InboxFilter::default()).await).unwrap(), all);
    world.idle().await;
    assert_eq!(
        again(InboxFilter { order: Some("0".into()), ..InboxFilter::default() }).await,
        0,
        "no number is no order"
    );
    assert_eq!(world.events("payment_succeeded").await, 3, "heard often, true once");
    assert_eq!(world.count(versions).await, stood);
    assert_eq!(world.mails_about("confirmation").await, 3);
}
