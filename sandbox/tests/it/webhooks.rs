//! Deliveries reach a Clew that was away, and the list of events knows which did not arrive.

use std::net::SocketAddr;
use std::sync::atomic::Ordering;

use sandbox::Config;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::receiver::Receiver;
use crate::world::{World, config};

async fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address")
}

async fn paid(world: &World) -> Value {
    let id = world.session().await;
    world.control(&format!("/_control/sessions/{id}/pay"), json!({ "card": "4242424242424242" })).await
}

#[tokio::test]
async fn events_wait_for_a_receiver_that_is_down() {
    let address = free_port().await;
    let world = World::telling(&format!("http://{address}/hook")).await;
    assert_eq!(paid(&world).await, json!({ "status": "complete" }));
    let mut failed = false;
    while !failed {
        let events = world.read("/_control/events").await;
        failed =
            events.as_array().unwrap().iter().all(|event| !event["attempts"].as_array().unwrap().is_empty());
        tokio::task::yield_now().await;
    }
    let waiting = world.read("/v1/events?delivery_success=false").await;
    assert_eq!(waiting["data"].as_array().unwrap().len(), 3);
    assert_eq!(waiting["data"][0]["pending_webhooks"], 1);
    let mut clew = Receiver::at(address).await;
    assert_eq!(clew.types(3).await.len(), 3);
}

#[tokio::test]
async fn a_refused_delivery_comes_again_freshly_signed() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    clew.status.store(503, Ordering::SeqCst);
    let id = world.session().await;
    world.control(&format!("/_control/sessions/{id}/expire"), json!(null)).await;
    let first = clew.next().await;
    clew.status.store(200, Ordering::SeqCst);
    let second = clew.next().await;
    assert_eq!(first["id"], second["id"]);
    assert_eq!(first["api_version"], "2026-10-28.endive");
    assert!(clew.quiet().await);
    let events = world.read("/_control/events").await;
    assert_eq!(events[0]["delivery"], "delivered");
    assert_eq!(events[0]["attempts"][0]["status"], 503);
    assert_eq!(events[0]["attempts"][1]["status"], 200);
}

#[tokio::test]
async fn the_target_can_change_and_events_are_kept_until_there_is_one() {
    let mut clew = Receiver::start().await;
    let world = World::start(config()).await;
    paid(&world).await;
    let target = json!({ "url": clew.url, "secret": crate::world::SECRET });
    let pointed = world.post("/_control/webhook-url").json(&target).send().await.unwrap();
    assert_eq!(pointed.status(), 204);
    assert_eq!(clew.types(3).await.len(), 3);
}

#[tokio::test]
async fn a_restart_remembers_sessions_and_what_is_owed() {
    let folder = std::env::temp_dir().join(format!("clew-sandbox-{}", std::process::id()));
    let state = Some(folder.join("state.json"));
    let world = World::start(Config { state: state.clone(), ..config() }).await;
    paid(&world).await;
    world.running.save().unwrap();
    drop(world);
    let mut clew = Receiver::start().await;
    let (webhook_url, webhook_secret) = (Some(clew.url.clone()), Some(crate::world::SECRET.to_owned()));
    let world = World::start(Config { state, webhook_url, webhook_secret, ..config() }).await;
    assert_eq!(clew.types(3).await.len(), 3);
    assert_eq!(world.read("/v1/checkout/sessions").await["data"][0]["status"], "complete");
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn events_are_listed_newest_first_in_pages() {
    let world = World::start(config()).await;
    paid(&world).await;
    let page = world.read("/v1/events?limit=2").await;
    assert_eq!(
        (&page["data"][0]["type"], &page["has_more"]),
        (&json!("checkout.session.completed"), &json!(true))
    );
    let (first, last) = (page["data"][0]["id"].as_str().unwrap(), page["data"][1]["id"].as_str().unwrap());
    let rest = world.read(&format!("/v1/events?starting_after={last}")).await;
    assert_eq!(
        (rest["data"].as_array().unwrap().len(), &rest["data"][0]["type"]),
        (1, &json!("charge.succeeded"))
    );
    let oldest = rest["data"][0]["id"].as_str().unwrap();
    let before = world.read(&format!("/v1/events?limit=1&ending_before={oldest}")).await;
    assert_eq!((&before["data"][0]["id"], &before["has_more"]), (&json!(last), &json!(true)));
    let of_two = world.read("/v1/events?types[]=charge.succeeded&types[]=payment_intent.*").await;
    assert_eq!(of_two["data"].as_array().unwrap().len(), 2);
    assert_eq!(world.read(&format!("/v1/events/{first}")).await["id"], json!(first));
}
