//! What `docs/connect` tells people to paste is pasted here, and what it says comes of it comes of it.

use std::{path::Path, process::Stdio};

use domain::{Language, connect::Adopt, ids::OrderId, order};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{API_KEY, SHOPIFY_SECRET, WOO_SECRET, World};

/// The blocks of a document that are marked with these words behind their fence.
fn blocks(document: &str, mark: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/connect").join(document);
    let text = std::fs::read_to_string(path).unwrap();
    let fence = format!("```{mark}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned()).collect()
}

/// Runs what a person would paste, in a folder of its own.
async fn paste(world: &World, script: &str) -> String {
    let own = std::env::temp_dir().join(format!("clew-docs-{}", uuid::Uuid::now_v7().simple()));
    std::fs::create_dir(&own).unwrap();
    let script = script.replace("/tmp/clew-", &format!("{}/clew-", own.display()));
    let mut shell = tokio::process::Command::new("bash");
    shell.args(["-euo", "pipefail", "-c", &script]).stdin(Stdio::null()).kill_on_drop(true);
    let known = [
        ("CLEW", world.url.as_str()),
        ("CLEW_API_KEY", API_KEY),
        ("STRIPE_API", world.sandbox.http.as_str()),
        ("STRIPE_SECRET_KEY", "sk_test_docs"),
        ("WOOCOMMERCE_WEBHOOK_SECRET", WOO_SECRET),
        ("SHOPIFY_WEBHOOK_SECRET", SHOPIFY_SECRET),
    ];
    let done = shell.envs(known).output().await.unwrap();
    std::fs::remove_dir_all(own).unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{script}\n{said}\n{}", String::from_utf8_lossy(&done.stderr));
    said
}

/// Pays on the page that the pasted lines made.
async fn pay(world: &World, said: &str) {
    let mut url = serde_json::from_str::<Value>(said).unwrap()["url"].as_str().unwrap().to_owned();
    if url.contains("/b/") {
        let visit = world.http.get(&url).send().await.unwrap();
        url = format!("{}{}", world.sandbox.http, visit.headers()["location"].to_str().unwrap());
    }
    let typed = [
        ("email", "ana@customer.test"),
        ("cardNumber", "4242424242424242"),
        ("cardExpiry", "12 / 34"),
        ("cardCvc", "123"),
        ("billingName", "Ana Ruiz"),
        ("shippingAddressLine1", "Calle Mayor 12"),
        ("shippingPostalCode", "28013"),
        ("shippingLocality", "Madrid"),
        ("shippingCountry", "ES"),
    ];
    assert!(world.http.post(&url).form(&typed).send().await.unwrap().status().is_redirection());
}

/// The newest order as its page shows it.
async fn made(world: &World) -> Value {
    let id: uuid::Uuid = sqlx::query_scalar("select id from orders order by id desc limit 1")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    let number = world.number(OrderId(id)).await;
    let page = order::page(&world.shop, &number, Language::En).await.unwrap();
    let items: Vec<_> = page.items.iter().map(|item| json!([item.name, item.quantity, item.unit])).collect();
    json!({ "reference": page.reference, "customer": page.customer, "total": page.total, "payment": page.payment.as_str(),
        "items": items, "shipping": page.shipping_choice })
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_the_documents_of_connections_say_is_true_when_it_is_pasted(pool: PgPool) {
    let world = World::adopting(pool, Adopt::default()).await;
    let mut orders = 0;
    for document in ["stripe.md", "woocommerce.md", "shopify.md", "spreadsheet.md"] {
        let (run, expected) = (blocks(document, "sh run"), blocks(document, "json made"));
        assert!(!run.is_empty() && run.len() == expected.len(), "{document}");
        for (script, expected) in run.iter().zip(&expected) {
            // Twice is once: but a page of Stripe's is a new one each time.
            let times = if document == "stripe.md" { 1 } else { 2 };
            for _ in 0..times {
                let said = paste(&world, script).await;
                if document == "stripe.md" {
                    pay(&world, &said).await;
                }
                world.idle().await;
            }
            orders += 1;
            assert_eq!(world.count("select count(*) from orders").await, orders, "{document}");
            assert_eq!(made(&world).await, serde_json::from_str::<Value>(expected).unwrap(), "{document}");
        }
    }
}
