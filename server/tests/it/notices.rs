//! What lands in the customer's mailbox.

use domain::{
    order::{self, Move},
    queue::drain,
    staff::Role,
};
use sqlx::PgPool;

use crate::support::{World, typed};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_mails_of_an_order_s_life_come_once_and_in_its_language(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|body| body["language"] = "ru".into()).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let mail = world.mail("ana@customer.test", 1).await;
    assert_eq!(mail[0]["subject"], format!("Ваш заказ {number} принят"));
    let text = mail[0]["text"].as_str().unwrap();
    assert!(
        text.contains("2 × Poster A2") && text.contains("34,90\u{a0}€") && text.contains("help@shop.test"),
        "{text}"
    );
    assert!(text.contains(&format!("{}/t/", world.url)), "{text}");
    let version = async || world.load(&number).await.version;
    order::advance(&world.shop, &ana, id, Move::On("in_production".into()), version().await).await.unwrap();
    let parcel = typed("ups", "1Z999");
    order::ship(&world.shop, &ana, id, parcel, version().await).await.unwrap();
    let shipped = world.mail("ana@customer.test", 3).await;
    let shipped = shipped.iter().find(|mail| mail["subject"].as_str().unwrap().contains("в пути")).unwrap();
    // minijinja writes a slash in HTML as `&#x2f;`.
    let html = shipped["html"].as_str().unwrap().replace("&#x2f;", "/");
    for part in ["1Z999", "https://www.ups.com/track?tracknum=1Z999"] {
        assert!(shipped["text"].as_str().unwrap().contains(part) && html.contains(part), "{part}");
    }
    order::advance(&world.shop, &ana, id, Move::On("delivered".into()), version().await).await.unwrap();
    assert_eq!(world.mail("ana@customer.test", 4).await.len(), 4);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_hostile_name_stays_text(pool: PgPool) {
    let world = World::start(pool).await;
    world.paid_order(|body| body["items"][0]["name"] = "<script>alert(1)</script>{{7*7}}".into()).await;
    let mail = &world.mail("ana@customer.test", 1).await[0];
    let html = mail["html"].as_str().unwrap();
    assert!(
        !html.contains("<script>") && html.contains("&lt;script&gt;") && html.contains("{{7*7}}"),
        "{html}"
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_bad_address_is_suppressed_and_the_order_goes_on(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, page) = world.order(|body| body["customer"]["email"] = "gone@bounce.test".into()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(
        world
            .count("select count(*) from notice where channel = 'email' and state = 'suppressed' and last_error is not null")
            .await,
        1
    );
    assert_eq!(world.count("select count(*) from job").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_busy_mail_server_is_tried_again_later(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, page) = world.order(|body| body["customer"]["email"] = "ana@later.test".into()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(
        world.count("select count(*) from notice where channel = 'email' and state = 'failed'").await,
        1
    );
    assert_eq!(
        world.count("select count(*) from job where not dead and run_at > now() and attempts >= 1").await,
        1
    );
}
