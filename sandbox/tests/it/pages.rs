//! The pages people see.

use crate::world::{ORDER, World, config};

#[tokio::test]
async fn the_pay_page_speaks_four_languages() {
    let world = World::start(config()).await;
    for (language, says) in [
        ("en", "Pay €50.00"),
        ("es", "Pagar 50,00\u{a0}€"),
        ("ro", "Plătește 50,00\u{a0}€"),
        ("ru", "Оплатить 50,00\u{a0}€"),
    ] {
        let form: Vec<_> = ORDER.iter().copied().chain([("locale", language)]).collect();
        let made = world.post("/v1/checkout/sessions").form(&form).send().await.unwrap();
        let url = made.json::<serde_json::Value>().await.unwrap()["url"].as_str().unwrap().to_owned();
        let page =
            world.client.get(url).header("accept-language", "de").send().await.unwrap().text().await.unwrap();
        assert!(
            page.contains(&format!("<html lang=\"{language}\">"))
                && page.contains(&format!("<title>{says}</title>")),
            "{page}"
        );
        assert!(
            page.contains("Mug &lt;blue&gt;")
                && page.contains("class=\"ribbon\"")
                && page.contains("https://shop.test/basket")
        );
        for field in ["cardNumber", "cardExpiry", "cardCvc", "billingName"] {
            assert!(
                page.contains(&format!("<label for=\"{field}\">"))
                    && page.contains(&format!("name=\"{field}\""))
            );
        }
    }
}

#[tokio::test]
async fn a_past_date_is_said_beside_its_field() {
    let world = World::start(config()).await;
    let id = world.session().await;
    let typed = [("cardNumber", "4242424242424242"), ("cardExpiry", "01/20"), ("cardCvc", "123")];
    let page = world.post(&format!("/pay/{id}")).form(&typed).send().await.unwrap().text().await.unwrap();
    assert!(
        page.contains("Your card&#39;s expiration date is in the past.")
            || page.contains("Your card's expiration date is in the past.")
    );
    assert!(page.contains("id=\"cardExpiry\" name=\"cardExpiry\" value=\"01/20\" inputmode=\"numeric\" autocomplete=\"cc-exp\" aria-invalid"));
}

#[tokio::test]
async fn the_index_offers_everything() {
    let world = World::start(config()).await;
    let id = world.session().await;
    let index = world.get("/").send().await.unwrap().text().await.unwrap();
    assert!(
        index.contains(&format!("/pay/{id}"))
            && index.contains("/mail")
            && index.contains("name=\"smtp_cut_reply\"")
    );
    let set = world
        .post("/faults")
        .form(&[
            ("drop", "2"),
            ("reorder", "on"),
            ("shippo.drop", "3"),
            ("shippo.only", "GET /"),
            ("stitch.reorder", "on"),
        ])
        .send()
        .await
        .unwrap();
    assert_eq!(set.status(), 303);
    let faults = world.read("/_control/faults").await;
    assert_eq!((&faults["drop"], &faults["reorder"]), (&2.into(), &true.into()));
    assert_eq!((&faults["shippo"]["drop"], &faults["shippo"]["only"]), (&3.into(), &"GET /".into()));
    assert_eq!((&faults["only"], &faults["stitch"]["reorder"]), (&serde_json::Value::Null, &true.into()));
    let gone = world.get("/pay/cs_test_no").send().await.unwrap();
    assert_eq!(gone.status(), 404);
    let expire = world.post(&format!("/pay/{id}/expire")).send().await.unwrap();
    assert_eq!(expire.status(), 303);
    assert_eq!(world.get(&format!("/pay/{id}")).send().await.unwrap().status(), 410);
}
