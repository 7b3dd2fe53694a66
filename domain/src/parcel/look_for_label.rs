//! Looking for a purchase whose answer we did not hear, or which is still under way. Never buys.

use std::time::Duration;

use serde_json::json;

use super::{
    LabelHeard, LabelNews, LabelStatus, hear_transaction,
    label_store::{self, Label},
    record_label::refuse,
};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    event::{Kind, Source},
    history::Actor,
    order::{self, record as history},
    provider::shippo::wire::Transaction,
    queue::Outcome,
};

/// A call is given this long, in seconds, before somebody else than the caller doubts it: longer than a job's patience and lease.
const CALL: i64 = 30;
/// So long, in seconds, it has to be certainly absent before we believe that it was never bought.
const GONE: i64 = 15 * 60;
/// A purchase that stays under way so long, in seconds, is doubtful.
const SLOW: i64 = 5 * 60;

/// Looks once, and says when to look again. `own`: by who made the call and heard no answer.
pub(super) async fn look(shop: &Shop, label: &Label, own: bool) -> Result<Outcome, Fault> {
    let age = label.called_at.map_or(i64::MAX, |at| at.seconds_until(shop.clock.now()));
    let found = match find(shop, label).await {
        Ok(found) => found,
        Err(fault) => {
            if own || age > CALL {
                doubt(shop, label, false).await?;
            }
            return Err(fault);
        }
    };
    let news = found.as_ref().and_then(LabelNews::read);
    shop.reach("label.found").await;
    match news {
        Some(news) => {
            record(shop, &LabelNews { ours: Some(label.id), ..news }).await?;
            if age > SLOW && load(shop, label).await?.status == LabelStatus::Calling {
                doubt(shop, label, false).await?;
            }
        }
        None if own || age > CALL => doubt(shop, label, true).await?,
        None => {}
    }
    Ok(match load(shop, label).await?.status {
        LabelStatus::Calling | LabelStatus::Unknown => Outcome::Snooze(pause(age)),
        _ => Outcome::Done,
    })
}

async fn load(shop: &Shop, label: &Label) -> Result<Label, Fault> {
    label_store::load(&mut *shop.pool.acquire().await?, label.id).await
}

/// The purchase: by its id when we know it, else by our reference among those of the rate.
async fn find(shop: &Shop, label: &Label) -> Result<Option<Transaction>, Fault> {
    let shippo = &shop.shippo;
    if let Some(id) = &label.transaction_id {
        return Ok(shop.ask("shippo", shippo.purchase(id)).await?.ok());
    }
    let Some(rate) = &label.rate_id else { return Ok(None) };
    let all = shop.ask("shippo", shippo.purchases_of_rate(rate)).await?;
    let ours = label.id.to_string();
    Ok(all.into_iter().find(|one| one.metadata.as_deref() == Some(&ours)))
}

/// Hears news of a purchase in a transaction of its own.
pub(super) async fn record(shop: &Shop, news: &LabelNews) -> Result<(), Fault> {
    let mut tx = shop.pool.begin().await?;
    let heard = hear_transaction(&mut tx, news, shop.clock.now()).await?;
    tx.commit().await?;
    if let LabelHeard::Moved(order) = heard {
        shop.bell.ring(order);
        shop.bell.work_waits();
    }
    shop.reach("label.recorded").await;
    Ok(())
}

/// Nobody knows: a person is told. What is certainly absent for long enough was not bought; a late word to the contrary still counts.
async fn doubt(shop: &Shop, label: &Label, absent: bool) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, label.order).await?;
    let known = label_store::load(&mut tx, label.id).await?;
    if !matches!(known.status, LabelStatus::Calling | LabelStatus::Unknown) {
        return Ok(());
    }
    if absent {
        let since = label_store::miss(&mut tx, label.id, now).await?;
        if since.seconds_until(now) >= GONE {
            let words = "Shippo has no purchase under our reference.";
            refuse(&mut tx, &mut order, &known, ("NOT_BOUGHT", words), now).await?;
            tx.commit().await?;
            shop.bell.ring(label.order);
            return Ok(());
        }
    }
    if known.status == LabelStatus::Calling {
        label_store::set_status(&mut tx, label.id, LabelStatus::Unknown, now).await?;
        let detail = json!({ "label": label.id, "box": label.box_number, "detail": label.carrier });
        if alert::store::raise(&mut tx, order.id, AlertKind::LabelUnknown, detail.clone(), now).await? {
            let actor = Actor::of(Source::System);
            history::fact(&mut tx, &mut order, Kind::LabelUnknown, &actor, detail, (now, now)).await?;
        }
    }
    tx.commit().await?;
    shop.bell.ring(label.order);
    Ok(())
}

/// Soon at first, then ever more patiently.
fn pause(age: i64) -> Duration {
    Duration::from_secs(match age {
        ..10 => 2,
        10..60 => 5,
        60..300 => 20,
        300..7200 => 60,
        _ => 1800,
    })
}
