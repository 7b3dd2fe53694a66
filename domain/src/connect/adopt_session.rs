//! Job: fetch a Checkout Session that Clew did not make, with its lines, and make an order of it if it is paid.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Birth, give_birth, read_session::read_session};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    inbox::{self, End},
    payment,
    queue::{Job, Outcome},
};

/// Adopts one session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AdoptSession {
    /// `cs_…`.
    pub session: String,
}

impl Job for AdoptSession {
    const NAME: &'static str = "adopt_session";
    const PRIORITY: i16 = 10;
    // Money came: it is tried for days, as refunds are.
    const ATTEMPTS: i32 = 500;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match adopt(shop, &self.session).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

/// Stripe is asked with no transaction open, and what it says now counts, not what an event said then.
async fn adopt(shop: &Shop, id: &str) -> Result<(), Fault> {
    if payment::store::order_of_session(&mut *shop.pool.acquire().await?, id).await?.is_some() {
        return Ok(());
    }
    let Some(session) = shop.ask("stripe", shop.stripe.checkout_session(id)).await? else {
        return end(shop, id, End::failed("Stripe does not know this session")).await;
    };
    if !session.is_paid() {
        return end(shop, id, End::ignored("nobody has paid (yet)")).await;
    }
    let lines = shop.ask("stripe", shop.stripe.lines_of(id)).await?;
    let born = match read_session(&session, lines, &shop.about.ship_from.address.country) {
        Ok(born) => born,
        Err(why) => return end(shop, id, End::unfit(why)).await,
    };
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let birth = give_birth(&mut tx, shop, &born, now).await?;
    match birth {
        Birth::Order { id, again } => {
            tx.commit().await?;
            if !again {
                shop.bell.ring(id);
            }
            Ok(())
        }
        Birth::Unfit(why) => {
            drop(tx);
            end(shop, id, End::unfit(why)).await
        }
        Birth::Over => Ok(()),
    }
}

/// What waits for this session has its end; what failed is shown to staff, and can be heard again.
async fn end(shop: &Shop, session: &str, end: End) -> Result<(), Fault> {
    let now = shop.clock.now();
    let about = inbox::about_session(session);
    let mut tx = shop.pool.begin().await?;
    inbox::store::meet(&mut tx, &about).await?;
    inbox::store::end_all(&mut tx, &about, &end, now).await?;
    if end.state == inbox::InboxState::Failed {
        let detail = json!({ "detail": format!("Stripe, {session}: {}", end.outcome) });
        alert::store::raise_for_shop(&mut tx, AlertKind::OrderNotBorn, detail, now).await?;
    }
    tx.commit().await?;
    Ok(())
}
