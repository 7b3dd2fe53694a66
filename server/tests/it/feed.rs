//! Each person's own news: theirs alone, read by them alone.

use domain::{
    ids::OrderId,
    notice::{NoticeKind, feed},
    staff::{Person, Role},
};
use reqwest::header::COOKIE;
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::World;

/// As the rules plan it: a row on our own pages for one member of staff.
async fn tell(
    world: &World,
    to: &Person,
    order: Option<OrderId>,
    kind: NoticeKind,
    payload: serde_json::Value,
) {
    sqlx::query(
        "insert into notice (id, order_id, occasion, audience, kind, channel, recipient, language, state, payload, created_at, sent_at)
         values ($1, $2, $3, 'staff', $4, 'in_app', $5, 'en', 'sent', $6, now(), now())",
    )
    .bind(Uuid::now_v7())
    .bind(order.map(|order| order.0))
    .bind(Uuid::now_v7().to_string())
    .bind(kind.as_str())
    .bind(to.id.to_string())
    .bind(payload)
    .execute(&world.shop.pool)
    .await
    .unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn news_is_each_persons_own_and_read_by_them_alone(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| {}).await;
    let id = world.id(&number).await;
    let (ana, cookie) = world.person(Role::Viewer).await;
    let (bo, _) = world.person(Role::Admin).await;
    for person in [&ana, &bo] {
        tell(&world, person, Some(id), NoticeKind::StaffNewOrder, serde_json::json!({})).await;
        tell(
            &world,
            person,
            None,
            NoticeKind::StaffLowStock,
            serde_json::json!({ "sku": "TEE-M", "left": 3 }),
        )
        .await;
    }
    let unread = async |who: &Person| feed::unread(&world.shop, who).await.unwrap();
    assert_eq!((unread(&ana).await, unread(&bo).await), (2, 2));
    let page = feed::feed(&world.shop, &ana, None).await.unwrap();
    assert_eq!(page.rows[0].sentence, "3 pieces of TEE-M are left");
    assert_eq!(page.rows[0].leads.as_deref(), Some("/admin/products/TEE-M"));
    assert!(page.rows[1].sentence.starts_with(&format!("New order {number} from Ana Ruiz: ")), "{page:?}");
    let html =
        world.http.get(format!("{}/admin/feed", world.url)).header(COOKIE, &cookie).send().await.unwrap();
    assert!(html.text().await.unwrap().contains("2 lines are unread."));
    // What comes while somebody reads stays unread.
    let newest = page.rows[0].id.to_string();
    tell(&world, &ana, Some(id), NoticeKind::StaffException, serde_json::json!({})).await;
    let press = world.http.post(format!("{}/admin/feed", world.url)).header(COOKIE, &cookie);
    let press = press.header("origin", &world.url).form(&[("newest", newest)]).send().await.unwrap();
    assert_eq!(press.status(), 303);
    assert_eq!((unread(&ana).await, unread(&bo).await), (1, 2));
    // The header asks for nothing but the number.
    let count = world.http.get(format!("{}/admin/fn/feed_count", world.url)).header(COOKIE, &cookie);
    assert_eq!(count.send().await.unwrap().text().await.unwrap(), "1");
}
