//! Verb: a paid order of elsewhere becomes an order here, once.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Born, Origin,
    store::{self, Known},
};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    clock::At,
    event::Source,
    history::Actor,
    ids::OrderId,
    inbox, order,
    payment::{self, Heard, News, confirm},
    workflow,
};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Birth {
    /// It is this order; `again` when it was here before.
    Order {
        /// Its id.
        id: OrderId,
        /// Whether this only repeated what was known.
        again: bool,
    },
    /// It was over there before we heard of it.
    Over,
    /// It cannot be written down: why, in plain words.
    Unfit(String),
}

/// Writes it down with its payment, in the caller's transaction: the order is placed and paid at once, with everything that follows from
/// money that came. Whoever waits for it is woken.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn give_birth(conn: &mut PgConnection, shop: &Shop, born: &Born, now: At) -> Result<Birth, Fault> {
    let about = inbox::about_elsewhere(born.origin, &born.id);
    inbox::store::meet(conn, &about).await?;
    match store::find(conn, born.origin, &born.id).await? {
        Some(Known::Order(id)) => return Ok(Birth::Order { id, again: true }),
        Some(Known::Over) => return Ok(Birth::Over),
        None => {}
    }
    if let Some(flaw) = born.flaw() {
        return Ok(Birth::Unfit(flaw));
    }
    let key = born.new.workflow.as_deref().unwrap_or(&shop.connections.workflow);
    let Some((workflow, _)) = workflow::store::current(conn, key).await? else {
        return Ok(Birth::Unfit(format!("there is no workflow called {key}")));
    };
    let source = source(born.origin);
    let at = if born.paid.at < now { born.paid.at } else { now };
    let payload = json!({ "origin": born.origin.as_str(), "reference": born.new.reference });
    let (id, payment) =
        order::write_down(conn, shop, &born.new, workflow, (&Actor::of(source), payload), (at, now)).await?;
    store::insert(conn, (born.origin, &born.id), Some(id), now).await?;
    match &born.paid.session {
        Some(session) => payment::store::keep_session(conn, payment, session, None, now).await?,
        None => payment::store::taken_elsewhere(conn, payment).await?,
    }
    let news = News {
        order: id,
        heard: Heard::Succeeded,
        amount: Some(born.paid.amount),
        currency: Some(born.paid.currency.clone()),
        payment_intent: born.paid.intent.clone(),
        said_by: format!("{}:paid", born.origin.as_str()),
        source,
        at,
    };
    confirm(conn, &news, now).await?;
    if born.homeless {
        alert::store::raise(conn, id, AlertKind::AddressMissing, json!({}), now).await?;
    }
    inbox::store::wake(conn, &about).await?;
    Ok(Birth::Order { id, again: false })
}

/// On whose side it happened.
pub(super) const fn source(origin: Origin) -> Source {
    if origin.is_stripe() { Source::Stripe } else { Source::Api }
}
