//! Verb and job: a label that nobody has used is given back, and followed until the carrier has said yes or no.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;

use super::{
    LabelNews, LabelStatus, Said,
    label_store::{self, Label},
    look_for_label::record,
    record_label::roll_up_again,
    store,
};
use crate::{
    Fault, Reason, Shop,
    alert::{self, AlertKind},
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::LabelId,
    order::{self, record as history, store::Order},
    provider::{Refused, shippo::wire::LabelRefund},
    queue::{self, Job, Outcome},
    staff::Person,
};

/// Gives a label back. Twice is once.
///
/// # Errors
/// [`Fault::Refused`] for one that is not bought, or whose parcel is on its way; [`Fault::NotFound`].
pub async fn void_label(shop: &Shop, by: &Person, id: LabelId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let order = label_store::load(&mut tx, id).await?.order;
    let mut order = order::store::lock(&mut tx, order).await?;
    let label = label_store::load(&mut tx, id).await?;
    match label.status {
        LabelStatus::Voiding | LabelStatus::Voided => return Ok(()),
        LabelStatus::Bought | LabelStatus::VoidRefused if !store::has_moved(&mut tx, id).await? => {}
        _ => return Err(Reason::NoVoidNow.into()),
    }
    begin(&mut tx, &mut order, &label, &by.actor(), now).await?;
    tx.commit().await?;
    shop.bell.ring(order.id);
    shop.bell.work_waits();
    Ok(())
}

/// Writes that a label goes back, with its job: its box no longer counts. The caller holds the order's lock.
pub(super) async fn begin(
    conn: &mut PgConnection,
    order: &mut Order,
    label: &Label,
    actor: &Actor,
    now: At,
) -> Result<(), Fault> {
    label_store::set_status(conn, label.id, LabelStatus::Voiding, now).await?;
    label_store::forget_void(conn, label.id).await?;
    store::set_voided(conn, label.id, Some(now)).await?;
    queue::enqueue(conn, &VoidLabel { label: label.id }).await?;
    let payload = json!({ "label": label.id, "box": label.box_number, "carrier": label.carrier });
    history::fact(conn, order, Kind::LabelVoided, actor, payload.clone(), (now, now)).await?;
    roll_up_again(conn, order, actor, payload, (now, now)).await
}

/// Shippo said how giving it back stands. The caller holds the order's lock.
pub(super) async fn ended(
    conn: &mut PgConnection,
    order: &mut Order,
    label: &Label,
    news: &LabelNews,
    now: At,
) -> Result<(), Fault> {
    let actor = Actor::of(Source::Shippo);
    let payload =
        json!({ "label": label.id, "box": label.box_number, "carrier": label.carrier, "detail": news.words });
    match news.said {
        Said::Voiding | Said::Voided => {
            // Somebody may give it back in Shippo's own pages.
            let known = matches!(label.status, LabelStatus::Voiding | LabelStatus::VoidRefused);
            let status = if news.said == Said::Voided { LabelStatus::Voided } else { LabelStatus::Voiding };
            label_store::set_status(conn, label.id, status, now).await?;
            store::set_voided(conn, label.id, Some(now)).await?;
            if status == LabelStatus::Voiding {
                queue::enqueue(conn, &VoidLabel { label: label.id }).await?;
            } else {
                alert::store::settle(conn, order.id, AlertKind::VoidRefused, None, now).await?;
            }
            if !known {
                history::fact(conn, order, Kind::LabelVoided, &actor, payload.clone(), (now, now)).await?;
            }
            roll_up_again(conn, order, &actor, payload, (now, now)).await
        }
        Said::VoidRefused => {
            label_store::set_status(conn, label.id, LabelStatus::VoidRefused, now).await?;
            let words = news.words.as_deref().unwrap_or_default();
            label_store::set_error(conn, label.id, "VOID_REFUSED", words).await?;
            // One that is travelling is a parcel like any other again.
            if store::has_moved(conn, label.id).await? {
                store::set_voided(conn, label.id, None).await?;
            }
            history::fact(conn, order, Kind::VoidRefused, &actor, payload.clone(), (now, now)).await?;
            alert::store::raise(conn, order.id, AlertKind::VoidRefused, payload.clone(), now).await?;
            roll_up_again(conn, order, &actor, payload, (now, now)).await
        }
        Said::Queued | Said::Bought | Said::Error => Ok(()),
    }
}

/// Gives one label back, and follows it to the end.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct VoidLabel {
    /// Which.
    pub label: LabelId,
}

impl Job for VoidLabel {
    const NAME: &'static str = "void_label";
    const PRIORITY: i16 = 30;
    // Carriers take weeks.
    const ATTEMPTS: i32 = 500;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        send(shop, self.label).await.unwrap_or_else(Outcome::from)
    }
}

async fn send(shop: &Shop, id: LabelId) -> Result<Outcome, Fault> {
    let label = label_store::load(&mut *shop.pool.acquire().await?, id).await?;
    if label.status != LabelStatus::Voiding {
        return Ok(Outcome::Done);
    }
    let Some(transaction) = label.transaction_id.clone() else {
        return Err(anyhow::anyhow!("label {id} is given back and was never bought").into());
    };
    shop.reach("void.voiding").await;
    let refund = match ask(shop, &label, &transaction).await? {
        Ok(refund) => refund,
        Err(Refused { message, .. }) => return unwilling(shop, &label, transaction, message).await,
    };
    shop.reach("void.called").await;
    let said = match refund.status.as_deref() {
        Some("SUCCESS") => Said::Voided,
        Some("ERROR") => Said::VoidRefused,
        _ => Said::Voiding,
    };
    record(shop, &LabelNews::of_void(transaction, said, refund.object_id, None)).await?;
    let age = label.updated_at.seconds_until(shop.clock.now());
    let over = label_store::load(&mut *shop.pool.acquire().await?, id).await?.status != LabelStatus::Voiding;
    Ok(if over { Outcome::Done } else { Outcome::Snooze(pause(age)) })
}

/// The refund: by its id, else one that exists already, else a new one.
async fn ask(shop: &Shop, label: &Label, transaction: &str) -> Result<Result<LabelRefund, Refused>, Fault> {
    let shippo = &shop.shippo;
    if let Some(void) = &label.void_id {
        return shop.ask("shippo", shippo.void(void)).await;
    }
    let all = shop.ask("shippo", shippo.voids()).await?;
    let ours = |one: &LabelRefund| {
        one.transaction.as_deref() == Some(transaction) && one.status.as_deref() != Some("ERROR")
    };
    match all.into_iter().find(ours) {
        Some(found) => Ok(Ok(found)),
        None => shop.ask("shippo", shippo.void_label(transaction)).await,
    }
}

/// Shippo does not take the request: perhaps because it was made before, which the purchase itself then says.
async fn unwilling(shop: &Shop, label: &Label, transaction: String, words: String) -> Result<Outcome, Fault> {
    let bought = shop.ask("shippo", shop.shippo.purchase(&transaction)).await?;
    let said = bought.ok().and_then(|bought| Said::parse(bought.status.as_deref()?));
    let said = match said {
        Some(said @ (Said::Voiding | Said::Voided | Said::VoidRefused)) => said,
        _ => Said::VoidRefused,
    };
    record(shop, &LabelNews::of_void(transaction, said, None, Some(words))).await?;
    let age = label.updated_at.seconds_until(shop.clock.now());
    Ok(if said == Said::Voiding {
        Outcome::Snooze(pause(age).max(Duration::from_secs(30)))
    } else {
        Outcome::Done
    })
}

/// Soon at first; the webhook tells sooner than we ask.
fn pause(age: i64) -> Duration {
    Duration::from_secs(match age {
        ..30 => 2,
        30..600 => 30,
        600..86_400 => 3600,
        _ => 6 * 3600,
    })
}
