//! A telephone for text messages: typed, proved by a code, shown to nobody.

use domain::{
    customer::{self, Topic, Who},
    notice::Channel,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{my_world::Browser, support::World};

const NUMBER: &str = "600 111 222";

async fn ana(world: &World) -> (Browser<'_>, Who) {
    let (number, _) = world.order(|_| ()).await;
    (Browser::with_link(world, &number).await, Who::new(&world.shop, "ana@customer.test"))
}

/// The code the sandbox sent to a number.
async fn code(world: &World) -> String {
    world.get("/_control/sms/codes").await[0]["code"].as_str().unwrap().to_owned()
}

async fn send(browser: &Browser<'_>, number: &str) -> (u16, String) {
    let answer = browser.click("/my/preferences/phone", &[("phone", number)]).await;
    (answer.status().as_u16(), answer.text().await.unwrap())
}

async fn check(browser: &Browser<'_>, code: &str) -> (u16, String) {
    let answer = browser.click("/my/preferences/phone/check", &[("code", code)]).await;
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_number_is_proved_by_its_code_kept_sealed_and_shown_masked(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (browser, who) = ana(&world).await;
    assert_eq!(send(&browser, NUMBER).await.0, 303);
    let waits = browser.read("/my/preferences?done=code").await;
    assert!(
        waits.contains("+34 ••• ••• 222") && waits.contains("name=\"code\"") && !waits.contains("600111222")
    );
    assert!(!customer::read(&world.shop, &who).await.unwrap().phone.unwrap().verified);
    let (status, wrong) = check(&browser, "000000").await;
    assert_eq!(status, 422);
    assert!(wrong.contains("id=\"code-flaw\"") && wrong.contains("That was not the code"), "{wrong}");
    for nonsense in ["", "abc", "1", &"1".repeat(500)] {
        assert_eq!(check(&browser, nonsense).await.0, 422, "{nonsense}");
    }
    assert_eq!(check(&browser, &format!(" {} ", code(&world).await)).await.0, 303);
    let done = browser.read("/my/preferences").await;
    assert!(done.contains("is confirmed") && !done.contains("name=\"code\"") && !done.contains("600111222"));
    let kept: String =
        sqlx::query_scalar("select to_jsonb(c)::text || encode(c.phone, 'escape') from customer c")
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
    assert!(!kept.contains("600111222") && !kept.contains("34600"), "{kept}");
    // Choosing does not touch the number; forgetting it does.
    let form = [
        ("zone", "UTC"),
        ("quiet_from", "22:00"),
        ("quiet_until", "08:00"),
        ("channel", "sms"),
        ("w:shipped:sms", "on"),
    ];
    assert_eq!(browser.click("/my/preferences", &form).await.status(), 303);
    let chosen = customer::read(&world.shop, &who).await.unwrap();
    assert!(chosen.phone.as_ref().is_some_and(|phone| phone.verified));
    assert!(chosen.wants(Topic::Shipped, Channel::Sms) && !chosen.wants(Topic::Delayed, Channel::Sms));
    assert_eq!(browser.click("/my/preferences/phone/forget", &[]).await.status(), 303);
    assert!(customer::read(&world.shop, &who).await.unwrap().phone.is_none());
    assert_eq!(
        world.count("select count(*) from customer where phone is null and phone_hash is null").await,
        1
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_no_mobile_number_costs_nothing_and_is_said_at_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (browser, _) = ana(&world).await;
    for typed in ["", "ana", "+34 910 000 000", "+34 803 123 456", "<script>", &"6".repeat(3_000)] {
        let (status, page) = send(&browser, typed).await;
        assert_eq!(status, 422, "{typed}");
        assert!(page.contains("id=\"phone-flaw\"") && !page.contains("<script>"), "{typed}");
    }
    assert_eq!(world.get("/_control/sms/codes").await, json!([]));
    assert_eq!(check(&browser, "123456").await.0, 422, "no code was sent");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_code_that_was_guessed_at_too_often_is_over_and_guesses_have_a_limit(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (browser, who) = ana(&world).await;
    assert_eq!(send(&browser, NUMBER).await.0, 303);
    for guess in 0..10 {
        let (status, page) = check(&browser, "000000").await;
        assert_eq!(status, 422, "{guess}");
        let over = page.contains("This code no longer works");
        assert_eq!(over, guess >= 5, "guess {guess}");
    }
    assert_eq!(check(&browser, &code(&world).await).await.0, 429);
    assert!(!customer::read(&world.shop, &who).await.unwrap().phone.unwrap().verified);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn codes_are_sent_a_few_times_an_hour(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (browser, _) = ana(&world).await;
    for attempt in 0..7 {
        let (status, _) = send(&browser, &format!("60011122{attempt}")).await;
        assert_eq!(status, if attempt < 5 { 303 } else { 429 }, "attempt {attempt}");
    }
    // The same number from somebody else counts, too.
    let (number, _) = world.order(|body| body["customer"]["email"] = "bob@customer.test".into()).await;
    let bob = Browser::with_link(&world, &number).await;
    for attempt in 0..6 {
        let (status, _) = send(&bob, "600111220").await;
        assert_eq!(status, if attempt < 3 { 303 } else { 429 }, "attempt {attempt}: ten from one place");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_new_number_has_to_be_proved_anew(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (browser, who) = ana(&world).await;
    send(&browser, NUMBER).await;
    let old = code(&world).await;
    assert_eq!(check(&browser, &old).await.0, 303);
    assert_eq!(send(&browser, "600 999 888").await.0, 303);
    assert!(!customer::read(&world.shop, &who).await.unwrap().phone.unwrap().verified);
    assert_eq!(check(&browser, &old).await.0, 422, "a code is for one number");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_verifies_a_number_in_two_steps(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let token = world.shop.secret.sign_order(
        domain::secret::Purpose::Preferences,
        id,
        world.shop.clock.now().plus(60),
    );
    let call = async |body: Value| {
        let request =
            world.http.post(format!("{}/api/notifications/verify-phone", world.url)).bearer_auth(&token);
        let answer = request.json(&body).send().await.unwrap();
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    let (status, sent) = call(json!({ "phoneNumber": "+34 600 111 222" })).await;
    assert_eq!((status, &sent["phoneNumber"]), (202, &json!("+34 ••• ••• 222")));
    assert_eq!(call(json!({ "code": "000000" })).await.0, 422);
    assert_eq!(call(json!({ "code": code(&world).await, "phoneNumber": "+34 600 111 222" })).await.0, 422);
    assert_eq!(call(json!({ "verified": true })).await.0, 400);
    assert_eq!(call(json!({ "code": code(&world).await })).await, (200, json!({ "phoneVerified": true })));
}
