//! A real `clew work` gets SIGKILL at each step of a text message, of a mail through Resend and of a push message, and while a provider that
//! has taken one does not answer. Where the provider lets us know there is one message; nowhere is one lost.

use std::time::Duration;

use domain::{ids::NoticeId, notice::Channel};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    channel_push::got,
    channel_world::{browser, plan, quiet_order, stands, texts},
    label_kill::{kill, killed_with, work_with},
    label_world::at_once,
    send_kill::comes_to_rest,
    support::{TWILIO_TOKEN, World},
};

/// What a worker needs to send text messages and to reach the browsers of this world.
fn channels(world: &World) -> Vec<(&'static str, String)> {
    vec![
        ("CLEW_PUBLIC_URL", world.url.clone()),
        ("TWILIO_ACCOUNT_SID", "ACsandbox".into()),
        ("TWILIO_AUTH_TOKEN", TWILIO_TOKEN.into()),
        ("TWILIO_FROM", "+15005550006".into()),
        ("TWILIO_API_BASE", format!("{}/twilio", world.sandbox.http)),
        // The world's own key: that of RFC 8291's vector.
        ("VAPID_PRIVATE_KEY", "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw".into()),
        ("PUSH_API_BASE", world.sandbox.http.clone()),
    ]
}

/// The same, with mail over HTTP.
fn with_resend(world: &World) -> Vec<(&'static str, String)> {
    let mut settings = channels(world);
    settings.push(("RESEND_API_KEY", "re_sandbox".into()));
    settings.push(("RESEND_API_BASE", format!("{}/resend", world.sandbox.http)));
    settings
}

/// Waits, with time passing for whatever snoozes, until the message is so.
async fn until(world: &World, id: NoticeId, state: &str) {
    let wait = async {
        while stands(world, id).await.0 != state {
            at_once(world).await;
            world.shop.bell.work_waits();
            world.breathe().await;
        }
    };
    let so = tokio::time::timeout(Duration::from_secs(30), wait).await;
    assert!(so.is_ok(), "it did not become {state} but is {:?}", stands(world, id).await);
}

/// A worker dies at each of these places, one after the other; the next one lives, and does what is left until the message is so.
async fn dies_and_ends(
    world: &World,
    settings: &[(&str, String)],
    id: NoticeId,
    places: &[&str],
    state: &str,
) {
    for place in places {
        killed_with(world, place, settings).await;
    }
    lives_and_ends(world, settings, id, state).await;
}

async fn lives_and_ends(world: &World, settings: &[(&str, String)], id: NoticeId, state: &str) {
    let child = work_with(world, None, settings);
    until(world, id, state).await;
    comes_to_rest(world).await;
    kill(world, child).await;
}

/// A worker that has just made the provider take a message gets no answer, and dies waiting for it.
async fn dies_waiting(world: &World, settings: &[(&str, String)], taken: impl AsyncFn() -> bool) {
    let child = work_with(world, None, settings);
    let wait = async {
        while !taken().await {
            at_once(world).await;
            world.breathe().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), wait).await.expect("nothing was taken");
    kill(world, child).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_at_any_step_of_a_text_message_sends_one(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let settings = channels(&world);
    // Whoever looks for what an earlier process may have sent dies once more with the answer in hands.
    let steps: [&[&str]; 8] = [
        &["send.found"],
        &["send.claimed"],
        &["sms.kept"],
        &["sms.called"],
        &["sms.called", "send.handed"],
        &["sms.kept", "sms.called", "send.handed"],
        &["send.handed"],
        &["send.recorded"],
    ];
    for (index, places) in steps.into_iter().enumerate() {
        let to = format!("+3460000040{index}");
        let id = plan(&world, &number, Channel::Sms, &to).await;
        dies_and_ends(&world, &settings, id, places, "delivered").await;
        let sent = texts(&world, &to).await;
        assert_eq!(sent.len(), 1, "{places:?}");
        assert_eq!(stands(&world, id).await.2.as_deref(), sent[0]["sid"].as_str(), "{places:?}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_while_twilio_keeps_its_answer_sends_one_text(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let (settings, to) = (channels(&world), "+34600000501");
    let id = plan(&world, &number, Channel::Sms, to).await;
    world.faults(json!({ "twilio": { "only": "POST /twilio/2010-04-01", "api_timeout": 1 } })).await;
    dies_waiting(&world, &settings, async || !texts(&world, to).await.is_empty()).await;
    assert_ne!(stands(&world, id).await.0, "sent", "it died before it knew");
    lives_and_ends(&world, &settings, id, "delivered").await;
    assert_eq!(texts(&world, to).await.len(), 1);
}

/// A mail server can be asked nothing: a second copy goes, under the same name, and the first one was never confirmed.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_while_a_mail_server_keeps_its_answer_loses_no_mail(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let (settings, to) = (channels(&world), "silent@customer.test");
    let id = plan(&world, &number, Channel::Email, to).await;
    world.faults(json!({ "smtp_timeout": 1 })).await;
    let path = format!("/_control/mail?to={to}");
    dies_waiting(&world, &settings, async || !world.get(&path).await.as_array().unwrap().is_empty()).await;
    lives_and_ends(&world, &settings, id, "sent").await;
    let mails = world.mail(to, 2).await;
    assert_eq!(mails.len(), 2);
    assert!(mails[0]["message_id"] == mails[1]["message_id"] && mails[1]["reply_confirmed"] == false);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_at_any_step_of_a_mail_through_resend_sends_one(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let settings = with_resend(&world);
    let places =
        ["send.found", "send.claimed", "resend.kept", "resend.called", "send.handed", "send.recorded"];
    for (index, place) in places.into_iter().enumerate() {
        let to = format!("resend{index}@customer.test");
        let id = plan(&world, &number, Channel::Email, &to).await;
        dies_and_ends(&world, &settings, id, &[place], "delivered").await;
        assert_eq!(world.mail(&to, 1).await.len(), 1, "{place}");
    }
    let to = "resend-silent@customer.test";
    let id = plan(&world, &number, Channel::Email, to).await;
    world.faults(json!({ "resend": { "api_timeout": 1 } })).await;
    let path = format!("/_control/mail?to={to}");
    dies_waiting(&world, &settings, async || !world.get(&path).await.as_array().unwrap().is_empty()).await;
    lives_and_ends(&world, &settings, id, "delivered").await;
    assert_eq!(world.mail(to, 1).await.len(), 1);
}

/// A push service cannot be asked either: what comes twice has one tag, and a browser shows one of a tag.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_at_any_step_of_a_push_message_shows_one(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let settings = channels(&world);
    for (place, copies) in [("send.found", 1), ("send.claimed", 1), ("send.handed", 2), ("send.recorded", 1)]
    {
        let (theirs, subscription) = browser(&world, &number).await;
        let id = plan(&world, &number, Channel::Push, &subscription.to_string()).await;
        dies_and_ends(&world, &settings, id, &[place], "sent").await;
        let tag = |message: &Value| -> Value {
            serde_json::from_str::<Value>(message["text"].as_str().unwrap()).unwrap()["tag"].clone()
        };
        let tags: Vec<Value> = got(&world, &theirs).await.iter().map(tag).collect();
        assert_eq!(tags.len(), copies, "{place}");
        assert!(tags.iter().all(|tag| *tag == tags[0] && tag.is_string()), "{place}: {tags:?}");
    }
}
