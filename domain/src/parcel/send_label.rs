//! Job: buy a label that has been decided, once.
//!
//! ```text
//! intended ── look up the rate ── commit `calling` ── POST ── record
//!                                       └── whoever comes here again never posts: he looks for our reference
//! ```

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{
    LabelNews, LabelStatus, Offer,
    label_news::code_of,
    label_store::{self, Label},
    look_for_label::{look, record},
    our_token,
    quote::{LIFE, offer},
    record_label::refuse,
};
use crate::{
    Fault, Shop,
    ids::LabelId,
    order,
    provider::{
        Refused, Unanswered,
        shippo::{BuyLabelCall, wire::Shipment},
    },
    queue::{Job, Outcome},
};

/// Buys one label, and follows the purchase to its end.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BuyLabel {
    /// Which.
    pub label: LabelId,
}

impl Job for BuyLabel {
    const NAME: &'static str = "buy_label";
    const PRIORITY: i16 = 20;
    // A doubtful purchase is looked for until it is certain.
    const ATTEMPTS: i32 = 500;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        send(shop, self.label).await.unwrap_or_else(Outcome::from)
    }
}

async fn send(shop: &Shop, id: LabelId) -> Result<Outcome, Fault> {
    let label = label_store::load(&mut *shop.pool.acquire().await?, id).await?;
    match label.status {
        LabelStatus::Intended => buy(shop, label).await,
        LabelStatus::Calling | LabelStatus::Unknown => look(shop, &label, false).await,
        _ => Ok(Outcome::Done),
    }
}

async fn buy(shop: &Shop, label: Label) -> Result<Outcome, Fault> {
    shop.reach("label.intended").await;
    let shippo = &shop.shippo;
    let found = match shop.ask("shippo", shippo.shipment(&label.shipment_id)).await? {
        Ok(shipment) => {
            shop.ask("shippo", shippo.meet_carriers(&shipment.rates)).await?;
            resolve(shop, &label, &shipment)
        }
        Err(Refused { code, message }) if code != "404" => {
            return refused(shop, &label, "SHIPPO_ERROR", &message).await;
        }
        Err(_) => None,
    };
    let Some((rate, offer)) = found else {
        return refused(shop, &label, "RATE_EXPIRED", "The rate is no longer offered.").await;
    };
    let called_at = shop.clock.now();
    let mine =
        label_store::call(&mut *shop.pool.acquire().await?, label.id, &rate, &offer, called_at).await?;
    if !mine {
        // Another worker calls, or the order was called off.
        return Ok(Outcome::Snooze(Duration::from_secs(2)));
    }
    shop.reach("label.calling").await;
    let call = BuyLabelCall { label: label.id, rate: &rate, file_type: &label.file_type };
    // Whether the answer leaves open what happened: not when we did not ask, nor when the key was refused.
    let mut doubtful = false;
    let asked = async {
        doubtful = true;
        let answer = shippo.buy_label(&call).await;
        doubtful = matches!(answer, Err(Unanswered::Down(_)));
        answer
    };
    let answer = shop.ask("shippo", asked).await;
    shop.reach("label.called").await;
    match answer {
        Ok(Ok(bought)) => match LabelNews::read(&bought) {
            Some(news) => {
                record(shop, &LabelNews { ours: Some(label.id), ..news }).await?;
                look_again(shop, &label).await
            }
            None => look(shop, &label, true).await,
        },
        Ok(Err(Refused { message, .. })) => refused(shop, &label, code_of(&message), &message).await,
        Err(Fault::Down { .. }) if doubtful => {
            let label = label_store::load(&mut *shop.pool.acquire().await?, label.id).await?;
            look(shop, &label, true).await
        }
        Err(fault @ Fault::Down { .. }) => {
            let now = shop.clock.now();
            label_store::uncall(&mut *shop.pool.acquire().await?, label.id, called_at, now).await?;
            Err(fault)
        }
        Err(fault) => Err(fault),
    }
}

async fn look_again(shop: &Shop, label: &Label) -> Result<Outcome, Fault> {
    let known = label_store::load(&mut *shop.pool.acquire().await?, label.id).await?;
    Ok(match known.status {
        LabelStatus::Calling | LabelStatus::Unknown => Outcome::Snooze(Duration::from_secs(2)),
        _ => Outcome::Done,
    })
}

/// Today's id of the chosen service in the stored shipment; `None` when it is not offered or too old.
fn resolve(shop: &Shop, label: &Label, shipment: &Shipment) -> Option<(String, Offer)> {
    let age = shipment.created()?.seconds_until(shop.clock.now());
    if age > LIFE {
        return None;
    }
    shipment.rates.iter().find_map(|rate| {
        let offer = offer(&shop.shippo, rate)?;
        let same = offer.service_token == label.service_token
            && our_token(&offer.carrier) == our_token(&label.carrier_token);
        Some((rate.object_id.clone().filter(|_| same)?, offer))
    })
}

/// It was certainly not sold.
async fn refused(shop: &Shop, label: &Label, code: &str, words: &str) -> Result<Outcome, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, label.order).await?;
    let known = label_store::load(&mut tx, label.id).await?;
    if !known.status.was_bought() && known.status != LabelStatus::Refused {
        refuse(&mut tx, &mut order, &known, (code, words), now).await?;
    }
    tx.commit().await?;
    shop.bell.ring(label.order);
    Ok(Outcome::Done)
}
