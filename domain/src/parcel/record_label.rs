//! Verb: hear what became of a purchase.
//!
//! The answer to our own call, a webhook, a list and a refund's end all come here, so none of them can book a label twice.

use serde_json::{Value, json};
use sqlx::PgConnection;

use super::{
    Direction, LabelNews, LabelStatus, Said,
    label_news::code_of,
    label_store::{self, Label},
    new_parcel, our_token, store, void_label,
};
use crate::{
    Fault,
    alert::{self, AlertKind},
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::OrderId,
    inbox,
    order::{self, Change, Status, record, store::Order},
};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelHeard {
    /// Written.
    Moved(OrderId),
    /// Known already.
    Already(OrderId),
    /// No label of ours.
    NotOurs,
}

/// Hears it, in the caller's transaction.
///
/// # Errors
/// When PostgreSQL is away, or somebody was faster.
pub async fn hear_transaction(
    conn: &mut PgConnection,
    news: &LabelNews,
    now: At,
) -> Result<LabelHeard, Fault> {
    let Some(id) = label_store::find(conn, &news.transaction, news.ours).await? else {
        return Ok(LabelHeard::NotOurs);
    };
    let label = label_store::load(conn, id).await?;
    inbox::store::meet(conn, &inbox::about_transaction(&news.transaction)).await?;
    if let Some(number) = &news.number {
        inbox::store::meet(conn, &inbox::about_track(our_token(&label.carrier_token), number)).await?;
    }
    let mut order = order::store::lock(conn, label.order).await?;
    let label = label_store::load(conn, id).await?;
    if label.transaction_id.as_ref().is_some_and(|known| *known != news.transaction) {
        return second_purchase(conn, &label, news, now).await;
    }
    let to = label.status.told(news.said);
    label_store::learn(conn, id, news).await?;
    if to == label.status {
        return Ok(LabelHeard::Already(order.id));
    }
    match to {
        LabelStatus::Intended | LabelStatus::Unknown => return Ok(LabelHeard::Already(order.id)),
        LabelStatus::Calling => {
            label_store::set_status(conn, id, to, now).await?;
            settle_alarms(conn, order.id, now).await?;
        }
        LabelStatus::Refused => {
            let words = news.words.as_deref().unwrap_or("Shippo gave no reason.");
            refuse(conn, &mut order, &label, (code_of(words), words), now).await?;
        }
        LabelStatus::Bought | LabelStatus::Voiding | LabelStatus::Voided | LabelStatus::VoidRefused => {
            if !label.status.was_bought() {
                bought(conn, &mut order, &label, news, now).await?;
            }
            if news.said != Said::Bought {
                void_label::ended(conn, &mut order, &label, news, now).await?;
            }
        }
    }
    Ok(LabelHeard::Moved(order.id))
}

/// It exists and is paid for. Its parcel and one event are written with it; where its box is taken or its order called off, it goes
/// back at once.
async fn bought(
    conn: &mut PgConnection,
    order: &mut Order,
    label: &Label,
    news: &LabelNews,
    now: At,
) -> Result<(), Fault> {
    let surplus = label_store::has_rival(conn, label).await?;
    // A surplus label never counts as its box's own, or the index would refuse it.
    let status = if surplus { LabelStatus::Voiding } else { LabelStatus::Bought };
    label_store::pay(conn, label.id, status, now).await?;
    new_parcel::insert(conn, label, news, now).await?;
    let actor = Actor::of(Source::Shippo);
    let payload = payload(label, news);
    if label.direction == Direction::Outbound && !surplus {
        let heard = (&Change::LabelBought, Kind::LabelCreated);
        record::news(conn, order, heard, &actor, payload, (now, now)).await?;
    } else {
        record::fact(conn, order, Kind::LabelCreated, &actor, payload, (now, now)).await?;
    }
    settle_alarms(conn, order.id, now).await?;
    let gone = order.state.status == Status::Cancelled;
    if (surplus || gone) && news.said == Said::Bought {
        void_label::begin(conn, order, label, &Actor::of(Source::System), now).await?;
    }
    if surplus {
        let detail = json!({
            "label": label.id,
            "box": label.box_number,
            "detail": "bought after all; its box has another label, so this one is given back",
        });
        alert::store::raise(conn, order.id, AlertKind::LabelUnknown, detail, now).await?;
    }
    Ok(())
}

fn payload(label: &Label, news: &LabelNews) -> Value {
    json!({
        "label": label.id,
        "box": label.box_number,
        "direction": label.direction,
        "carrier": label.carrier,
        "service": label.service,
        "cost": label.quoted,
        "currency": label.currency,
        "tracking_number": news.number,
    })
}

/// It was not sold: writes why, and tells staff. The caller holds the order's lock.
pub(super) async fn refuse(
    conn: &mut PgConnection,
    order: &mut Order,
    label: &Label,
    (code, words): (&str, &str),
    now: At,
) -> Result<(), Fault> {
    label_store::set_status(conn, label.id, LabelStatus::Refused, now).await?;
    label_store::set_error(conn, label.id, code, words).await?;
    let payload = json!({ "label": label.id, "box": label.box_number, "code": code, "detail": words });
    let actor = Actor::of(Source::Shippo);
    record::fact(conn, order, Kind::LabelRefused, &actor, payload.clone(), (now, now)).await?;
    alert::store::raise(conn, order.id, AlertKind::LabelRefused, payload.clone(), now).await?;
    settle_alarms(conn, order.id, now).await?;
    // There is one box less than there might have been: the others may be all of them, and there.
    roll_up_again(conn, order, &actor, payload, (now, now)).await
}

/// Alarms that are true no more.
async fn settle_alarms(conn: &mut PgConnection, order: OrderId, now: At) -> Result<(), Fault> {
    let (unknown, refused) = label_store::open_questions(conn, order).await?;
    if !unknown {
        alert::store::settle(conn, order, AlertKind::LabelUnknown, None, now).await?;
    }
    if !refused {
        alert::store::settle(conn, order, AlertKind::LabelRefused, None, now).await?;
        alert::store::settle(conn, order, AlertKind::LabelWanted, None, now).await?;
    }
    Ok(())
}

/// Two purchases bear one reference of ours: nothing of ours does that, so a person has to look.
async fn second_purchase(
    conn: &mut PgConnection,
    label: &Label,
    news: &LabelNews,
    now: At,
) -> Result<LabelHeard, Fault> {
    if news.said != Said::Bought {
        return Ok(LabelHeard::Already(label.order));
    }
    let detail = json!({ "label": label.id, "detail": format!("a second purchase: {}", news.transaction) });
    let new = alert::store::raise(conn, label.order, AlertKind::LabelUnknown, detail, now).await?;
    Ok(if new { LabelHeard::Moved(label.order) } else { LabelHeard::Already(label.order) })
}

/// The order's headline after its parcels changed.
pub(super) async fn roll_up_again(
    conn: &mut PgConnection,
    order: &mut Order,
    actor: &Actor,
    payload: Value,
    at: (At, At),
) -> Result<(), Fault> {
    let roll = store::roll_up_of(conn, order.id).await?;
    let change = Change::Tracking(roll);
    record::change(conn, order, &change, actor, payload, at, crate::Language::En).await?;
    Ok(())
}
