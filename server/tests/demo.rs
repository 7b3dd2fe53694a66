//! `clew demo`, as a newcomer starts it: one program, nothing set, a URL at the end and a full shop behind it.

use std::{process::Stdio, time::Duration};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};

#[tokio::test]
async fn the_demo_ends_at_a_url_with_a_full_shop() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let program =
        std::env::var_os("CLEW_BIN").expect("CLEW_BIN names the server's program; ./clew test sets it");
    let folder = std::env::temp_dir().join(format!("clew-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // Somebody else has the port it is told to take.
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut demo = Command::new(program)
        .arg("demo")
        .current_dir(&folder)
        .env_remove("DATABASE_URL")
        .env("CLEW_LISTEN", taken.local_addr().unwrap().to_string())
        .env("RUST_LOG", "error")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut said = BufReader::new(demo.stdout.take().unwrap()).lines();
    let (mut url, mut key) = (String::new(), String::new());
    let welcome = async {
        while let Some(line) = said.next_line().await.unwrap() {
            let mut words = line.split_whitespace();
            match (words.next(), words.next()) {
                (Some("staff"), Some(at)) => at.trim_end_matches("/admin").clone_into(&mut url),
                (Some("API"), Some("key")) => words.next().unwrap().clone_into(&mut key),
                (Some("Listening"), _) => return,
                _ => {}
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(120), welcome).await.expect("the demo opens within two minutes");

    let http =
        reqwest::Client::builder().timeout(Duration::from_secs(30)).cookie_store(true).build().unwrap();
    let page = http.get(format!("{url}/track")).send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("class=\"ribbon\""), "the sandbox says that it is one");
    let body = json!({
        "customer": { "name": "Grace Whitfield", "email": "grace@example.com" },
        "address": { "line1": "14 Rosebery Avenue", "city": "London", "postalCode": "EC1R 4TD", "country": "GB" },
        "items": [{ "name": "Poster A2", "quantity": 2, "unitAmount": 1850 }],
        "currency": "EUR", "workflow": "print-factory", "language": "en"
    });
    let request =
        http.post(format!("{url}/api/orders")).bearer_auth(&key).header("idempotency-key", "1").json(&body);
    let created: Value = request.send().await.unwrap().json().await.unwrap();
    let checkout = created["checkoutUrl"].as_str().unwrap_or_else(|| panic!("{created}"));
    assert_eq!(http.get(checkout).send().await.unwrap().status(), 200, "the page on which it is paid");

    // Nobody worked while the shop was filled: whoever called off has the money, and nobody is called about a refund.
    let login = [("email", server::seed::DEMO.email), ("password", server::seed::DEMO.password)];
    let at_home = |request: reqwest::RequestBuilder| request.header("sec-fetch-site", "same-origin");
    let signed_in = at_home(http.post(format!("{url}/admin/sign-in"))).form(&login).send().await.unwrap();
    assert_eq!(signed_in.status(), 200);
    let alerts = at_home(http.get(format!("{url}/api/alerts?limit=100"))).send().await.unwrap();
    let alerts: Value = alerts.json().await.unwrap();
    let kinds: Vec<_> = alerts["items"].as_array().unwrap().iter().map(|alert| &alert["kind"]).collect();
    assert!(kinds.contains(&&json!("payment_mismatch")), "{alerts}");
    assert!(!kinds.contains(&&json!("refund_failed")), "{alerts}");

    let pid = demo.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().await.unwrap().success());
    assert!(demo.wait().await.unwrap().success(), "a stop in order");
    std::fs::remove_dir_all(&folder).unwrap();
}
