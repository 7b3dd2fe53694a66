//! A push message to the browser or app that asked for it. Both kinds replace what they may have taken already: by topic while it waits,
//! by tag once it is shown, so a repeated one is seen once.

use serde_json::json;
use uuid::Uuid;

use super::{
    Handed, Outgoing, Undeliverable, Unsent,
    asked::{Asked, ask},
    first::later,
};
use crate::{
    Shop,
    clock::At,
    ids::SubscriptionId,
    provider::{
        Refused, fcm,
        said::Said,
        web_push::{Push, Subscription},
    },
};

/// News of a parcel is worth something for two days.
const KEPT: u32 = 2 * 24 * 3600;
/// Characters shown at most; a push service takes some four thousand bytes.
const LONGEST: usize = 600;

struct Row {
    kind: String,
    endpoint: String,
    p256dh: Option<String>,
    auth: Option<String>,
}

pub(super) async fn deliver(shop: &Shop, message: &Outgoing<'_>) -> Result<Handed, Unsent> {
    let id: Option<SubscriptionId> = message.recipient.parse().ok();
    let row = match id {
        Some(id) => find(shop, id).await?,
        None => None,
    };
    let (Some(id), Some(row)) = (id, row) else { return Err(gone("the subscription is over")) };
    let title = cut(message.words.subject.as_deref().unwrap_or(&shop.about.name));
    let body = cut(message.words.text.trim());
    let url = message.words.url.as_deref().unwrap_or_default();
    let tag = topic(message.id.0);
    let now = shop.clock.now();
    let sent = match (row.kind.as_str(), row.p256dh, row.auth) {
        ("web", Some(p256dh), Some(auth)) => {
            let payload = json!({ "title": title, "body": body, "url": url, "tag": tag }).to_string();
            let push = Push { body: payload.as_bytes(), ttl: KEPT, urgency: "normal", topic: &tag };
            let to = Subscription { endpoint: row.endpoint, p256dh, auth };
            ("web_push", ask(shop, "web_push", shop.push.send(&to, &push, now)).await, None)
        }
        ("fcm", ..) => {
            let Some(fcm) = &shop.fcm else {
                let detail = "the shop has no account for its app's messages".to_owned();
                return Err(Unsent::Permanent { why: Undeliverable::NoProvider, detail });
            };
            let push = fcm::Push { to: &row.endpoint, title: &title, body: &body, url, tag: &tag };
            match ask(shop, "fcm", fcm.send(&push, now)).await {
                Asked::Said(Said::Done(name)) => ("fcm", Asked::Said(Said::Done(())), Some(name)),
                Asked::Said(Said::Refused(refused)) => ("fcm", Asked::Said(Said::Refused(refused)), None),
                Asked::Said(Said::Busy { detail, after }) => {
                    ("fcm", Asked::Said(Said::Busy { detail, after }), None)
                }
                Asked::Held(detail) => ("fcm", Asked::Held(detail), None),
                Asked::Unknown(detail) => ("fcm", Asked::Unknown(detail), None),
            }
        }
        _ => return Err(gone("a subscription without keys")),
    };
    match sent {
        (provider, Asked::Said(Said::Done(())), provider_id) => {
            Ok(Handed { provider, provider_id, open: None })
        }
        (_, Asked::Said(Said::Refused(refused)), _) if is_over(&refused) => {
            end(shop, id).await?;
            Err(gone(&refused.message))
        }
        (_, Asked::Said(Said::Refused(refused)), _) => Err(Unsent::Permanent {
            why: Undeliverable::Content,
            detail: format!("{}: {}", refused.code, refused.message),
        }),
        (_, Asked::Said(Said::Busy { detail, after }), _) => Err(Unsent::Temporary { detail, after }),
        (_, Asked::Held(sentence), _) => Err(Unsent::Away(sentence)),
        (_, Asked::Unknown(detail), _) => Err(Unsent::Unknown(detail)),
    }
}

/// Whether the subscription will never take a message again (RFC 8030 §7.3; FCM's error codes).
fn is_over(refused: &Refused) -> bool {
    matches!(refused.code.as_str(), "404" | "410" | "UNREGISTERED" | "SENDER_ID_MISMATCH")
}

fn gone(detail: &str) -> Unsent {
    Unsent::Permanent { why: Undeliverable::Gone, detail: detail.to_owned() }
}

/// A notice's id as a topic: 32 characters, which is the limit.
fn topic(id: Uuid) -> String {
    id.simple().to_string()
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

async fn find(shop: &Shop, id: SubscriptionId) -> Result<Option<Row>, Unsent> {
    sqlx::query_as!(
        Row,
        "select kind, endpoint, p256dh, auth from push_subscription where id = $1 and gone_at is null",
        id.0
    )
    .fetch_optional(&shop.pool)
    .await
    .map_err(later)
}

/// The same browser may follow several orders: whoever its push service forgot is gone from all of them.
async fn end(shop: &Shop, id: SubscriptionId) -> Result<(), Unsent> {
    sqlx::query!(
        "update push_subscription set gone_at = $2
         where endpoint = (select endpoint from push_subscription where id = $1) and gone_at is null",
        id.0,
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await
    .map_err(later)?;
    Ok(())
}
