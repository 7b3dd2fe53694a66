//! Outgoing webhooks through their pages: who may, what is said at which field, and what each button does.

use domain::{
    ids::{WebhookEndpointId, WebhookMessageId},
    outbox::{self, LogFilter, MessageState},
    staff::Role,
};
use reqwest::header::COOKIE;
use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    bulk_world::stand,
    outgoing_world::{Receiver, Reply},
    support::World,
    workflows::{Editor, set},
};

fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn editor(world: &World, role: Role) -> Editor<'_> {
    let (_, cookie) = world.person(role).await;
    Editor { world, cookie }
}

/// The secret a page shows.
fn secret(html: &str) -> Option<String> {
    let element = html.split("id=\"secret\"").nth(1)?;
    Some(element.split('>').nth(1)?.split('<').next()?.to_owned())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_administrators_see_and_change_who_is_sent_webhooks(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let boss = editor(&world, Role::Admin).await;
    let id = WebhookEndpointId::new();
    let add = form(&[("key", &id.to_string()), ("url", "https://hooks.example/a"), ("payload", "full")]);
    let test = format!("/admin/webhooks/{id}/messages/");
    for role in [Role::Viewer, Role::Operator] {
        let editor = editor(&world, role).await;
        for path in ["/admin/webhooks", "/admin/webhooks/new"] {
            assert_eq!(editor.get(path).await.0, 403, "{role:?} {path}");
        }
        assert_eq!(editor.post("/admin/webhooks/new", &add).await.0, 403, "{role:?}");
        let (_, html) = editor.get("/admin/settings").await;
        assert!(!html.contains("href=\"/admin/webhooks\""), "{role:?} is not led there");
    }
    assert_eq!(world.count("select count(*) from webhook_endpoint").await, 0);
    let (status, html) = boss.post("/admin/webhooks/new", &add).await;
    assert_eq!(status, 200, "{html}");
    assert!(secret(&html).unwrap().starts_with("whsec_"));
    let message = WebhookMessageId::new();
    outbox::try_out(&world.shop, id, message).await.unwrap();
    let operator = editor(&world, Role::Operator).await;
    let nobody = Editor { world: &world, cookie: String::new() };
    for path in
        [format!("/admin/webhooks/{id}"), format!("/admin/webhooks/{id}/edit"), format!("{test}{message}")]
    {
        assert_eq!(boss.get(&path).await.0, 200, "{path}");
        for press in ["test", "rotate", "enable", "disable", "remove", "resend", "skip"] {
            let press = form(&[("do", press), ("key", &Uuid::now_v7().to_string())]);
            assert_eq!(operator.post(&path, &press).await.0, 403, "{path}");
        }
        assert_eq!((operator.get(&path).await.0, nobody.get(&path).await.0), (403, 303), "{path}");
        let elsewhere = world.http.post(format!("{}{path}", world.url)).header(COOKIE, &boss.cookie);
        let elsewhere = elsewhere.header("sec-fetch-site", "cross-site").form(&[("do", "remove")]);
        assert_eq!(elsewhere.send().await.unwrap().status(), 403, "{path}");
    }
    assert_eq!(boss.get(&format!("/admin/webhooks/{}", Uuid::now_v7())).await.0, 404);
    assert_eq!(boss.get(&format!("{test}{}", Uuid::now_v7())).await.0, 404);
    assert_eq!(world.count("select count(*) from webhook_secret").await, 1, "nobody else rotated anything");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refusal_stands_at_its_field_and_keeps_what_was_typed(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let boss = editor(&world, Role::Admin).await;
    let key = Uuid::now_v7().to_string();
    let mut typed = form(&[
        ("key", &key),
        ("url", ""),
        ("description", "The <b>ERP</b>"),
        ("payload", "full"),
        ("type", "order_placed"),
        ("type", "no_such_event"),
    ]);
    for (url, words) in [
        ("nonsense", "That is no address of a web server"),
        ("http://hooks.example/", "has to begin with https://"),
        ("https://10.0.0.1/", "lies inside a network"),
        ("https://hooks.example:22/", "ports 443 and 8443"),
        ("https://a:b@hooks.example/", "Leave name and password out"),
    ] {
        set(&mut typed, "url", url);
        let (status, html) = boss.post("/admin/webhooks/new", &typed).await;
        assert_eq!(status, 422, "{url}");
        let field = html.split("id=\"url-why\"").nth(1).unwrap().split("</span>").next().unwrap();
        assert!(field.contains(words), "{url}: {field}");
        assert!(html.contains("The &lt;b&gt;ERP&lt;/b&gt;") && !html.contains("The <b>"), "{html}");
        let checked = html.split("value=\"order_placed\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(checked.contains("checked"), "{checked}");
    }
    assert_eq!(world.count("select count(*) from webhook_endpoint").await, 0);
    set(&mut typed, "url", "https://hooks.example/");
    let (_, html) = boss.post("/admin/webhooks/new", &typed).await;
    let shown = secret(&html).unwrap();
    assert!(html.contains("The &lt;b&gt;ERP&lt;/b&gt;"));
    // Sent twice it is added once, and its secret is not shown again anywhere.
    assert_eq!(boss.post("/admin/webhooks/new", &typed).await.0, 303);
    assert_eq!(world.count("select count(*) from webhook_endpoint").await, 1);
    for path in [
        "/admin/webhooks".to_owned(),
        format!("/admin/webhooks/{key}"),
        format!("/admin/webhooks/{key}/edit"),
    ] {
        let (status, html) = boss.get(&path).await;
        assert_eq!((status, html.contains(&shown)), (200, false), "{path}");
    }
    set(&mut typed, "url", "https://169.254.169.254/");
    assert_eq!(boss.post(&format!("/admin/webhooks/{key}/edit"), &typed).await.0, 422);
    set(&mut typed, "url", "https://hooks.example/b");
    assert_eq!(boss.post(&format!("/admin/webhooks/{key}/edit"), &typed).await.0, 303);
    let id = WebhookEndpointId(key.parse().unwrap());
    let kept = outbox::endpoint(&world.shop, id).await.unwrap().draft;
    assert_eq!((&*kept.url, kept.event_types.len()), ("https://hooks.example/b", 1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn each_button_does_what_it_says(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let boss = editor(&world, Role::Admin).await;
    let receiver = Receiver::start().await;
    receiver.behave(|_| Reply::Answer(500, "", "<script>alert(1)</script>".to_owned()));
    let id = WebhookEndpointId::new();
    let key = id.to_string();
    let (_, html) = boss.post("/admin/webhooks/new", &form(&[("key", &key), ("url", &receiver.url)])).await;
    let first = secret(&html).unwrap();
    let here = format!("/admin/webhooks/{id}");
    let press = async |path: &str, pairs: &[(&str, &str)]| boss.post(path, &form(pairs)).await;

    assert_eq!(press(&here, &[("do", "test")]).await.0, 303);
    outbox::drain(&world.shop).await.unwrap();
    let tests = outbox::log(&world.shop, id, &LogFilter::default(), outbox::PAGE).await.unwrap().messages;
    let (status, html) = boss.get(&format!("{here}/messages/{}", tests[0].id)).await;
    assert_eq!((status, tests[0].state), (200, MessageState::Failed));
    assert!(html.contains("HTTP 500") && html.contains("webhook-signature: v1,"), "{html}");
    assert!(html.contains("&lt;script>alert(1)") || html.contains("&lt;script&gt;alert(1)"), "{html}");
    assert!(!html.contains("<script>alert(1)"), "what a receiver answers is text");
    assert_eq!(outbox::endpoint(&world.shop, id).await.unwrap().failing_since, None, "a test says nothing");

    let rotated = Uuid::now_v7().to_string();
    let (_, html) = press(&here, &[("do", "rotate"), ("key", &rotated)]).await;
    let second = secret(&html).unwrap();
    assert_ne!(first, second);
    assert_eq!(secret(&press(&here, &[("do", "rotate"), ("key", &rotated)]).await.1), None);

    assert_eq!(press(&here, &[("do", "disable")]).await.0, 200);
    stand(&world, 1, "new").await;
    assert_eq!(outbox::drain(&world.shop).await.unwrap(), 0);
    let (_, html) = boss.get(&format!("{here}?state=pending&type=order_placed")).await;
    assert!(html.contains("No. 1") && !html.contains("No. 2"), "{html}");
    receiver.behave(|_| Reply::status(200));
    press(&here, &[("do", "enable")]).await;
    outbox::drain(&world.shop).await.unwrap();
    let taken = receiver.taken();
    assert_eq!(taken.iter().map(|got| got.sequence()).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((taken[0].signed_by(&first), taken[0].signed_by(&second)), (1, 1));

    let range = [("do", "resend"), ("since", "2026-01-01T00:00"), ("until", "2099-01-01T00:00")];
    let (status, html) = press(&here, &range).await;
    assert!(status == 200 && html.contains("To be sent again: 2."), "{html}");
    assert_eq!(press(&here, &[("do", "resend"), ("since", ""), ("until", "")]).await.0, 422);
    let (_, html) = press(&here, &[("do", "skip"), ("since", range[1].1), ("until", range[2].1)]).await;
    // The test that was refused is among them.
    assert!(html.contains("Skipped: 3."), "{html}");
    let one =
        outbox::log(&world.shop, id, &LogFilter::default(), outbox::PAGE).await.unwrap().messages.remove(0);
    let (status, _) = press(&format!("{here}/messages/{}", one.id), &[("do", "resend")]).await;
    assert_eq!(status, 200);
    outbox::drain(&world.shop).await.unwrap();
    assert_eq!(receiver.taken().len(), 3);
    assert_eq!(press(&here, &[("do", "nonsense")]).await.0, 400);
    assert_eq!(press(&here, &[("do", "remove")]).await.0, 303);
    assert_eq!(world.count("select count(*) from webhook_message").await, 0);
    assert_eq!(press(&here, &[("do", "enable")]).await.0, 404);
}
