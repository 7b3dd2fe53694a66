//! Designs on the order's page: pictures only of hosts the shop trusts, by the page and by its policy alike; a link always.

use domain::staff::Role;
use reqwest::header;
use sqlx::PgPool;

use crate::support::World;

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_design_is_a_picture_only_where_the_shop_trusts_its_host(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Viewer).await;
    let (number, _) = world
        .order(|body| {
            let line = |name: &str, url: &str| {
                serde_json::json!({ "name": name, "quantity": 1, "unitAmount": 900, "designUrl": url })
            };
            body["items"] = serde_json::json!([
                line("Koi <i>", "https://designs.studio.test/koi.png"),
                line("Crane", "https://elsewhere.test/crane.png"),
                line("Plan", "https://designs.studio.test/plan.pdf"),
            ]);
        })
        .await;
    let url = format!("{}/admin/orders/{number}", world.url);
    let answer = world
        .http
        .get(url)
        .header(header::COOKIE, cookie)
        .header("accept", "text/html")
        .send()
        .await
        .unwrap();
    let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
    assert!(policy.contains("img-src 'self' data: https://designs.studio.test;"), "{policy}");
    let html = answer.text().await.unwrap();
    let pictures: Vec<_> = html.split("<img").skip(1).map(|tag| tag.split('>').next().unwrap()).collect();
    let [koi] = pictures[..] else { panic!("{pictures:?}") };
    for said in [
        "src=\"https://designs.studio.test/koi.png\"",
        "loading=\"lazy\"",
        "referrerpolicy=\"no-referrer\"",
        "alt=\"Design of Koi &lt;i",
    ] {
        assert!(koi.contains(said), "{said} in {koi}");
    }
    for link in ["koi.png", "crane.png", "plan.pdf"] {
        assert!(
            html.contains(&format!("{link}\" rel=\"external noopener noreferrer\"")),
            "{link} is a link: {html}"
        );
    }
    let customers = world.http.get(format!("{}/track", world.url)).send().await.unwrap();
    let policy = customers.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(
        policy.contains("img-src 'self' data:;"),
        "customers' pages load nothing from elsewhere: {policy}"
    );
}
