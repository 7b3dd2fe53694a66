//! Everything staff see of one order.

use std::collections::BTreeMap;

use serde_json::Value;
use sqlx::types::Json;

use super::{
    Address, Button, EventView, ItemView, NoticeView, OrderNumber, OrderPage, ParcelView, Status, store,
    store::Order,
};
use crate::{
    Fault, Language, Shop,
    alert::AlertKind,
    clock::At,
    dates::moment,
    event::{Kind, Visibility},
    ids::OrderId,
    language::{say, say_with},
    money::Money,
    notice::NoticeState,
    parcel::TrackingStatus,
};

/// The order page of a number, in the reader's language.
///
/// # Errors
/// [`Fault::NotFound`] when nobody has that number.
pub async fn page(shop: &Shop, number: &OrderNumber, language: Language) -> Result<OrderPage, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let id = store::id_of(&mut conn, number).await?;
    let order = store::load(&mut conn, id).await?;
    let row = sqlx::query!(
        r#"select o.reference, o.phone, o.address as "address: Json<Address>", o.shipping_choice, o.location, o.subtotal, o.shipping,
               o.total, o.currency, o.due_at, o.attention, p.payment_intent
           from orders o join payment p on p.order_id = o.id where o.id = $1"#,
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    let money =
        |minor: i64| Money::parse(minor, &row.currency).map(|money| money.say(language)).unwrap_or_default();
    let items = items(&mut conn, id, &money).await?;
    let parcels = sqlx::query_as!(
        ParcelView,
        "select carrier, tracking_number, tracking_url from parcel where order_id = $1 order by position",
        id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let events = events(&mut conn, shop, &order, language).await?;
    let now = shop.clock.now();
    let zone = &shop.about.zone;
    let here = order.state.stage.as_deref();
    let stage = here.and_then(|key| order.workflow.stage(key));
    Ok(OrderPage {
        id,
        number: order.number.to_string(),
        reference: row.reference,
        version: order.version,
        status: order.state.status,
        stage: stage.map(|stage| stage.label.get(language).to_owned()),
        payment: order.state.payment,
        payment_intent: row.payment_intent,
        customer: order.customer_name.clone(),
        email: order.email.clone(),
        phone: row.phone,
        language: order.language.endonym().to_owned(),
        address: row.address.0.lines(),
        shipping_choice: row.shipping_choice,
        location: row.location,
        items,
        subtotal: money(row.subtotal),
        shipping: money(row.shipping),
        total: money(row.total),
        parcels,
        buttons: buttons(&order, language),
        recalls: here
            .into_iter()
            .flat_map(|here| order.workflow.before(here))
            .map(|stage| (stage.key.clone(), stage.label.get(language).to_owned()))
            .collect(),
        events,
        placed: moment(order.placed_at, language, zone),
        due: row.due_at.map(|due| moment(due, language, zone)),
        overdue: row.due_at.is_some_and(|due| due < now),
        attention: row.attention.map(|why| say(language, &format!("attention-{}", why.replace('_', "-")))),
    })
}

fn buttons(order: &Order, language: Language) -> Vec<Button> {
    let Some(here) = order.state.stage.as_deref().filter(|_| order.state.payment.is_covered()) else {
        return Vec::new();
    };
    order
        .workflow
        .next(here)
        .map(|stage| Button {
            stage: stage.key.clone(),
            verb: stage.verb.get(language).to_owned(),
            ships: stage.status == Status::Shipped,
        })
        .collect()
}

async fn items(
    conn: &mut sqlx::PgConnection,
    id: OrderId,
    money: &impl Fn(i64) -> String,
) -> Result<Vec<ItemView>, Fault> {
    let rows = sqlx::query!(
        r#"select name, quantity, unit_amount, options as "options: Json<BTreeMap<String, String>>", print_file_url
           from order_item where order_id = $1 order by position"#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| ItemView {
            name: row.name,
            quantity: row.quantity,
            unit: money(row.unit_amount),
            total: money(row.unit_amount.saturating_mul(row.quantity.into())),
            options: row.options.0.into_iter().collect(),
            print_file_url: row.print_file_url,
        })
        .collect())
}

async fn events(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    order: &Order,
    language: Language,
) -> Result<Vec<EventView>, Fault> {
    let notices = sqlx::query!(
        "select event_version, kind, recipient, state, last_error from notice where order_id = $1 order by created_at",
        order.id.0
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
            let caused = notices.iter().filter(|notice| notice.event_version == row.version);
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
                        kind: notice.kind.clone(),
                        recipient: notice.recipient.clone(),
                        state: NoticeState::as_str(notice.state).to_owned(),
                        error: notice.last_error.clone(),
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
        Kind::StageEntered | Kind::Recalled | Kind::ParcelAdded => {
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
        Kind::LabelCreated | Kind::LabelUnknown | Kind::LabelVoided => {
            let parts: Vec<_> =
                [text("carrier"), text("service"), text("tracking_number")].into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
        Kind::TrackingUpdate => {
            let word = payload.get("tracking").and_then(Value::as_str).and_then(TrackingStatus::parse);
            let parts: Vec<_> = [word.map(|word| word.say(language)), text("detail"), text("place")]
                .into_iter()
                .flatten()
                .collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
        Kind::AlertCleared => {
            text("alert").and_then(|word| AlertKind::parse(&word)).map(|kind| kind.say(language))
        }
        Kind::OrderPlaced
        | Kind::PaymentFailed
        | Kind::AuthorizationReleased
        | Kind::OrderCancelled
        | Kind::ReturnDeclined
        | Kind::ReturnReceived => None,
    }
}
