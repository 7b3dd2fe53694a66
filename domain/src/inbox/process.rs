//! Job: understand a webhook that was kept, and act on it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::{
    InboxState, process_carrier, process_resend, process_shippo, process_shop, process_stitch,
    process_stripe, process_twilio,
    store::{self, Kept},
};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{InboxId, OrderId},
    queue::{Job, Outcome},
};

/// Reads one inbox row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProcessWebhook {
    /// Which.
    pub inbox: InboxId,
}

impl Job for ProcessWebhook {
    const NAME: &'static str = "process_webhook";
    const PRIORITY: i16 = 10;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match process(shop, self.inbox).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

/// What became of a webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Where it stands now.
    pub state: InboxState,
    /// Why, in the words of the log.
    pub outcome: Cow<'static, str>,
    /// The order it was about.
    pub order: Option<OrderId>,
    /// Whether that order changed.
    pub moved: bool,
    /// What it waits for, when it waits.
    pub waits_for: Option<String>,
}

impl End {
    /// It changed an order.
    pub const fn moved(outcome: &'static str, order: OrderId) -> Self {
        Self {
            state: InboxState::Processed,
            outcome: Cow::Borrowed(outcome),
            order: Some(order),
            moved: true,
            waits_for: None,
        }
    }

    /// It said what was known.
    pub const fn already(order: Option<OrderId>) -> Self {
        Self {
            state: InboxState::Processed,
            outcome: Cow::Borrowed("known already"),
            order,
            moved: false,
            waits_for: None,
        }
    }

    /// It was about no order, and was taken in.
    pub const fn noted(outcome: &'static str) -> Self {
        Self {
            state: InboxState::Processed,
            outcome: Cow::Borrowed(outcome),
            order: None,
            moved: false,
            waits_for: None,
        }
    }

    /// It means nothing to us.
    pub const fn ignored(why: &'static str) -> Self {
        Self {
            state: InboxState::Ignored,
            outcome: Cow::Borrowed(why),
            order: None,
            moved: false,
            waits_for: None,
        }
    }

    /// It could not be understood; kept for a person to see.
    pub const fn failed(why: &'static str) -> Self {
        Self {
            state: InboxState::Failed,
            outcome: Cow::Borrowed(why),
            order: None,
            moved: false,
            waits_for: None,
        }
    }

    /// It was understood and cannot be acted on: why, for staff. Kept; it can be heard again.
    pub fn unfit(why: String) -> Self {
        Self { outcome: Cow::Owned(why), ..Self::failed("") }
    }

    /// What it is about is not here yet.
    pub const fn waiting(outcome: &'static str, waits_for: String) -> Self {
        Self {
            state: InboxState::Waiting,
            outcome: Cow::Borrowed(outcome),
            order: None,
            moved: false,
            waits_for: Some(waits_for),
        }
    }
}

async fn process(shop: &Shop, id: InboxId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let Some(kept) = store::lock(&mut tx, id).await? else { return Ok(()) };
    if !matches!(kept.state, InboxState::Received | InboxState::Waiting) {
        return Ok(());
    }
    let end = hear(&mut tx, shop, &kept, now).await?;
    store::mark(&mut tx, id, &end, now).await?;
    tx.commit().await?;
    if let Some(order) = end.order.filter(|_| end.moved) {
        shop.bell.ring(order);
    }
    Ok(())
}

async fn hear(conn: &mut PgConnection, shop: &Shop, kept: &Kept, now: At) -> Result<End, Fault> {
    let (provider, body) = (kept.provider.as_str(), kept.body.as_slice());
    match provider {
        "stripe" => process_stripe::hear(conn, shop, body, now).await,
        "shippo" => process_shippo::hear(conn, shop, body, now).await,
        "stitch" => process_stitch::hear(conn, body, now).await,
        "twilio" => process_twilio::hear(conn, shop, body).await,
        "fedex" | "ups" | "dhl" | "correos" => process_carrier::hear(conn, shop, provider, body, now).await,
        "resend" => process_resend::hear(conn, shop, body).await,
        "woocommerce" | "shopify" => process_shop::hear(conn, shop, (provider, &kept.kind), body, now).await,
        _ => Ok(End::failed("no such provider")),
    }
}
