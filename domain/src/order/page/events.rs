//! The staff's timeline: every event with what else there is to say about it.

use serde_json::Value;

use super::super::{EventView, NoticeView, Paper, Priority, store::Order};
use crate::{
    Fault, Language, Shop,
    alert::AlertKind,
    clock::At,
    dates::moment,
    event::{Kind, Visibility},
    handover::Way,
    ids::NoticeId,
    language::{say, say_with},
    money::Money,
    notice::{Channel, NoticeState},
    parcel::TrackingStatus,
    tracking::Meaning,
};

/// Newest first.
pub(super) async fn events(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    order: &Order,
    language: Language,
) -> Result<Vec<EventView>, Fault> {
    let notices = sqlx::query!(
        r#"select id, event_version, kind, channel, recipient, state, last_error,
               case when state in ('pending', 'deferred') and not_before > $2 then not_before end as "until: At",
               state = 'deferred' and reason is not distinct from 'scheduled' as "scheduled!"
           from notice where order_id = $1 and event_version is not null and channel <> 'in_app'
           order by created_at, id"#,
        order.id.0,
        shop.clock.now() as At,
    )
    .fetch_all(&mut *conn)
    .await?;
    let rows = sqlx::query!(
        "select version, kind, stage, source, actor, visibility, payload, occurred_at from event where order_id = $1 order by version desc",
        order.id.0
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let kind = Kind::parse(&row.kind).ok_or_else(|| {
                anyhow::anyhow!("event.kind of {} version {}: {}", order.id, row.version, row.kind)
            })?;
            let stage = row.stage.as_deref().and_then(|key| order.workflow.stage(key));
            let caused = notices.iter().filter(|notice| notice.event_version == Some(row.version));
            Ok(EventView {
                version: row.version,
                kind,
                source: row.source,
                actor: row.actor,
                detail: detail(kind, &row.payload, stage.map(|stage| stage.label.get(language)), language),
                public: row.visibility == Visibility::Public,
                at: moment(row.occurred_at as At, language, &shop.about.zone),
                notices: caused
                    .map(|notice| NoticeView {
                        id: NoticeId(notice.id),
                        channel: Channel::parse(&notice.channel).unwrap_or(Channel::Email),
                        kind: notice.kind.clone(),
                        recipient: notice.recipient.clone(),
                        state: NoticeState::as_str(notice.state).to_owned(),
                        error: notice.last_error.clone(),
                        waits: notice.until.map(|until| moment(until, language, &shop.about.zone)),
                        scheduled: notice.scheduled,
                    })
                    .collect(),
            })
        })
        .collect()
}

/// What else there is to say about an event.
fn detail(kind: Kind, payload: &Value, stage: Option<&str>, language: Language) -> Option<String> {
    let text = |name: &str| payload.get(name)?.as_str().map(str::to_owned);
    let money = |amount: &str, currency: &str| {
        Money::parse(payload.get(amount)?.as_i64()?, payload.get(currency)?.as_str()?)
            .map(|money| money.say(language))
    };
    match kind {
        Kind::NoteAdded => text("text"),
        Kind::PaymentSucceeded => money("amount", "currency"),
        Kind::PaymentMismatch => {
            let (paid, asked) = (money("paid", "currency")?, money("asked", "asked_currency")?);
            Some(say_with(
                language,
                "event-payment-mismatch-detail",
                vec![("paid", paid.into()), ("asked", asked.into())],
            ))
        }
        Kind::Assigned => text("name").or_else(|| Some(say(language, "admin-bulk-nobody"))),
        Kind::BulkUndone => {
            // Back where it was, as urgent as it was, and what the move asked for is wanted no more.
            let priority = text("priority").and_then(|word| Priority::parse(&word));
            let alarm = text("alert").and_then(|word| AlertKind::parse(&word));
            let parts = [
                stage.map(str::to_owned),
                priority.map(|priority| priority.say(language)),
                alarm.map(|_| say(language, "event-bulk-undone-label")),
                payload.get("message").map(|_| say(language, "event-bulk-undone-message")),
            ];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
        Kind::StageEntered | Kind::Recalled | Kind::ParcelAdded | Kind::WorkflowChanged => {
            let parcel = payload.get("parcel");
            let part = |name: &str| parcel?.get(name)?.as_str().map(str::to_owned);
            let label = stage.filter(|_| kind != Kind::ParcelAdded).map(str::to_owned);
            let parts: Vec<_> =
                [label, part("carrier"), part("tracking_number")].into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
        Kind::PaymentAuthorized
        | Kind::PaymentCaptured
        | Kind::RefundRequested
        | Kind::RefundSucceeded
        | Kind::DisputeUpdated => money("amount", "currency"),
        Kind::RefundFailed => text("failure"),
        Kind::CaptureFailed | Kind::LabelRefused | Kind::VoidRefused => text("detail"),
        Kind::ReturnRequested => text("reason").filter(|reason| !reason.is_empty()),
        Kind::NotReceived => text("words").filter(|words| !words.is_empty()),
        Kind::DeliveryWished => text("way").and_then(|word| Way::parse(&word)).map(|way| way.say(language)),
        Kind::LabelCreated | Kind::LabelUnknown | Kind::LabelVoided => {
            let parts: Vec<_> =
                [text("carrier"), text("service"), text("tracking_number")].into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
        Kind::TrackingUpdate => {
            // News of before the twelve words has the eight only.
            let closely =
                payload.get("meaning").cloned().and_then(|it| serde_json::from_value::<Meaning>(it).ok());
            let coarsely = || payload.get("tracking").and_then(Value::as_str).and_then(TrackingStatus::parse);
            let said = closely
                .map(|meaning| meaning.say(language))
                .or_else(|| coarsely().map(|word| word.say(language)));
            let parts: Vec<_> = [said, text("detail"), text("place")].into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
        Kind::AlertCleared => {
            text("alert").and_then(|word| AlertKind::parse(&word)).map(|kind| kind.say(language))
        }
        Kind::PriorityChanged | Kind::OrderReleased => {
            text("priority").and_then(|word| Priority::parse(&word)).map(|priority| priority.say(language))
        }
        Kind::OrderHeld => text("why").filter(|why| !why.is_empty()),
        Kind::SpecsReturned => text("message"),
        Kind::MessageSent => {
            let parts = [text("subject").filter(|subject| !subject.is_empty()), text("message")];
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
        Kind::Printed => {
            let words = payload.get("papers")?.as_array()?.iter().filter_map(Value::as_str);
            let papers: Vec<_> = words.filter_map(Paper::parse).map(|paper| paper.say(language)).collect();
            Some(papers.join(" · "))
        }
        Kind::OrderPlaced
        | Kind::PaymentFailed
        | Kind::AuthorizationReleased
        | Kind::OrderCancelled
        | Kind::ReturnDeclined
        | Kind::ReturnReceived => None,
    }
}
