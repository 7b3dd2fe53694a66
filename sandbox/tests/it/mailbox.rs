//! Mail sent with lettre, as Clew sends it, read back through the mailbox.

use lettre::message::MultiPart;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde_json::Value;

use crate::world::{World, config};

fn transport(world: &World) -> AsyncSmtpTransport<Tokio1Executor> {
    let (host, port) = world.running.smtp.split_once(':').expect("host and port");
    AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
        .port(port.parse().expect("a port"))
        .credentials(Credentials::new("clew".to_owned(), "any".to_owned()))
        .build()
}

fn message(to: &str) -> Message {
    Message::builder()
        .from("Ștefan & Co <shop@clew.test>".parse().or_else(|_| "shop@clew.test".parse()).expect("an address"))
        .to(to.parse().expect("an address"))
        .subject("Заказ 7K3QD-2M4XP оплачен")
        .multipart(MultiPart::alternative_plain_html(
            "Спасибо! https://shop.test/track?n=1&e=2".to_owned(),
            "<p>Спасибо! <a href=\"https://shop.test/track?n=1&amp;e=2\">Посылка</a><script>alert(1)</script></p>".to_owned(),
        ))
        .expect("a message")
}

#[tokio::test]
async fn what_lettre_sends_can_be_read() {
    let world = World::start(config()).await;
    let mailer = transport(&world);
    mailer.send(message("ana@shop.test")).await.unwrap();
    mailer.send(message("ion@shop.test")).await.unwrap();
    mailer.shutdown().await;
    let mails = world.read("/_control/mail/wait?count=2&timeout_ms=5000").await;
    assert_eq!(mails.as_array().unwrap().len(), 2);
    assert_eq!(mails[0]["to"][0], "ion@shop.test");
    assert_eq!(mails[0]["subject"], "Заказ 7K3QD-2M4XP оплачен");
    assert_eq!(mails[1]["reply_confirmed"], true);
    assert!(mails[0]["text"].as_str().unwrap().starts_with("Спасибо!"));
    assert!(mails[0]["html"].as_str().unwrap().starts_with("<p>Спасибо!"));
    let found = |query: &'static str| async { world.read(query).await.as_array().unwrap().len() };
    assert_eq!(found("/_control/mail?to=ana@shop.test&order=7K3QD-2M4XP").await, 1);
    assert_eq!(found("/_control/mail?subject=nothing").await, 0);

    let page = world
        .get(&format!("/mail/{}", mails[0]["id"].as_str().unwrap()))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert!(page.contains("sandbox=\"\"") && page.contains("href=\"https://shop.test/track?n=1&amp;e=2\""));
    assert!(!page.contains("<script>alert"));
    assert!(world.get("/mail").send().await.unwrap().text().await.unwrap().contains("Заказ"));
    assert_eq!(world.client.delete(world.url("/_control/mail")).send().await.unwrap().status(), 204);
    assert_eq!(found("/_control/mail").await, 0);
}

#[tokio::test]
async fn a_refused_address_reaches_the_client_as_such() {
    let world = World::start(config()).await;
    let mailer = transport(&world);
    assert!(mailer.send(message("gone@bounce.test")).await.unwrap_err().is_permanent());
    assert!(mailer.send(message("busy@later.test")).await.unwrap_err().is_transient());
}

#[tokio::test]
async fn waiting_in_vain_ends() {
    let world = World::start(config()).await;
    let answer = world.get("/_control/mail/wait?to=x@y.test&timeout_ms=50").send().await.unwrap();
    assert_eq!(answer.status(), 408);
    assert_eq!(answer.json::<Value>().await.unwrap(), serde_json::json!([]));
}
