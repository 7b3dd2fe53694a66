//! Verb: a storefront places an order.

use serde_json::{Value, json};
use sqlx::PgConnection;

use super::{NewOrder, OrderNumber, Status, store};
use crate::{
    Fault, Shop,
    clock::At,
    db::broken_constraint,
    event::{Kind, Source},
    history::{self, Actor, Entry},
    ids::{ApiKeyId, OrderId, PaymentId, WorkflowId},
    inbox,
    notice::LINK_LASTS,
    parcel, payment,
    place::{self, Distance, Method, Unplaceable},
    product,
    secret::Purpose,
    workflow,
};

/// Who asks, and under which `Idempotency-Key`.
#[derive(Debug, Clone)]
pub struct Request {
    /// The storefront's key.
    pub api_key: ApiKeyId,
    /// Its `Idempotency-Key`.
    pub key: String,
    /// SHA-256 of the body: a retry has the same, another request under the same key has not.
    pub body_hash: Vec<u8>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed {
    /// The order is there; `again` when it was there before this request.
    Order {
        /// Its id.
        id: OrderId,
        /// Whether this request only repeated an earlier one.
        again: bool,
    },
    /// The `Idempotency-Key` belongs to a different request.
    KeyReused,
    /// There is no workflow of that key.
    UnknownWorkflow,
    /// The chosen rate is none of ours, or too old.
    UnknownRate {
        /// Its field.
        field: &'static str,
        /// What is wrong with it.
        flaw: &'static str,
    },
    /// The location cannot take it: too far, closed, full; nothing was placed.
    Unplaceable(Unplaceable),
    /// There are fewer pieces of this product than were asked for; nothing was placed.
    OutOfStock {
        /// Which.
        sku: String,
    },
}

/// Places an order once per `Idempotency-Key`: row, items, payment, first event, in one transaction. `new` must have no flaws.
/// Stripe is not called here: [`crate::payment::begin_checkout`] does that afterwards, as often as needed.
///
/// # Errors
/// [`Fault::Refused`] for an amount that Stripe cannot take as it is; when PostgreSQL is away.
pub async fn place(shop: &Shop, request: &Request, new: &NewOrder) -> Result<Placed, Fault> {
    let language = new.language.unwrap_or(shop.about.language);
    let shipping = new.shipping.as_ref().map(|shipping| shipping.amount);
    for amount in new.items.iter().map(|item| item.unit_amount).chain(shipping) {
        payment::exact_at_stripe(amount, &new.currency, language)?;
    }
    place_as(shop, request, new, OrderId::new()).await
}

/// [`place`] with a chosen id, so that a test can let the webhook arrive before the order.
///
/// # Errors
/// As [`place`].
pub async fn place_as(shop: &Shop, request: &Request, new: &NewOrder, id: OrderId) -> Result<Placed, Fault> {
    place_by(shop, request, new, id, &Actor::of(Source::Api)).await
}

/// [`place_as`] where the order's history names somebody else than a storefront.
///
/// # Errors
/// As [`place`].
pub async fn place_by(
    shop: &Shop,
    request: &Request,
    new: &NewOrder,
    id: OrderId,
    by: &Actor,
) -> Result<Placed, Fault> {
    let mut tries = 0;
    // Kept until it is needed: a repeated request gets its order whether or not somebody can measure now.
    let mut distance = Some(distance(shop, new).await);
    loop {
        match try_place(shop, request, new, (id, by), &mut distance).await {
            // Another order has that random number: about once in 2^50 divided by the number of orders.
            Err(Fault::Bug(error)) if tries < 3 && is_number_taken(&error) => tries += 1,
            other => return other,
        }
    }
}

fn is_number_taken(error: &anyhow::Error) -> bool {
    error.downcast_ref::<sqlx::Error>().and_then(broken_constraint) == Some("orders_number_key")
}

/// How far the customer is, where that decides.
async fn distance(shop: &Shop, new: &NewOrder) -> Result<Distance, Fault> {
    let delivered = new.fulfilment.is_some_and(|fulfilment| fulfilment.method == Method::Delivery);
    let Some(location) = new.location.as_deref().filter(|_| delivered) else {
        return Ok(Distance::DoesNotMatter);
    };
    let found = place::store::find(&mut *shop.pool.acquire().await?, location).await?;
    match found {
        Some(place) => place::measure(shop, &place, &new.address).await,
        None => Ok(Distance::DoesNotMatter),
    }
}

async fn try_place(
    shop: &Shop,
    request: &Request,
    new: &NewOrder,
    (id, by): (OrderId, &Actor),
    distance: &mut Option<Result<Distance, Fault>>,
) -> Result<Placed, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    if let Some(earlier) = claim_key(&mut tx, request, id, now).await? {
        return Ok(earlier);
    }
    let key = new.workflow.as_deref().unwrap_or("standard");
    let Some((workflow, definition)) = workflow::store::current(&mut tx, key).await? else {
        return Ok(Placed::UnknownWorkflow);
    };
    if let Some(rate) = new.shipping.as_ref().and_then(|shipping| shipping.rate.as_ref())
        && let Some((field, flaw)) = parcel::flaw_of_choice(&mut tx, rate, now).await?
    {
        return Ok(Placed::UnknownRate { field, flaw });
    }
    inbox::store::meet(&mut tx, &inbox::about_order(id)).await?;
    let manual = definition.captures_later();
    let payment = insert(&mut tx, shop, new, (id, workflow), manual, now).await?;
    let known = distance.take().unwrap_or(Ok(Distance::DoesNotMatter))?;
    *distance = Some(Ok(known));
    let language = new.language.unwrap_or(shop.about.language);
    // The slot before the stock, as everywhere: two orders then cannot wait for each other in a circle.
    if let Err(unplaceable) = place::reserve(&mut tx, id, new, known, (language, now)).await? {
        return Ok(Placed::Unplaceable(unplaceable));
    }
    if let Some(sku) = product::store::take(&mut tx, id, now).await? {
        return Ok(Placed::OutOfStock { sku });
    }
    let payload = json!({ "payment": payment, "reference": new.reference });
    placed(&mut tx, id, by, payload, (now, now)).await?;
    inbox::store::wake(&mut tx, &inbox::about_order(id)).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(Placed::Order { id, again: false })
}

/// The first event of an order's history.
pub(super) async fn placed(
    conn: &mut PgConnection,
    order: OrderId,
    actor: &Actor,
    payload: Value,
    (occurred_at, recorded_at): (At, At),
) -> Result<(), Fault> {
    let entry = Entry {
        order,
        version: 1,
        kind: Kind::OrderPlaced,
        from: None,
        to: Status::Pending,
        stage: None,
        tells: false,
        actor,
        payload,
        occurred_at,
        recorded_at,
    };
    history::append(conn, entry).await
}

/// Row, items and payment.
pub(super) async fn insert(
    conn: &mut PgConnection,
    shop: &Shop,
    new: &NewOrder,
    (id, workflow): (OrderId, WorkflowId),
    manual: bool,
    now: At,
) -> Result<PaymentId, Fault> {
    let currency = new.currency.to_ascii_uppercase();
    let number = OrderNumber::random();
    let success = format!("{}?session_id={{CHECKOUT_SESSION_ID}}", shop.about.url("/checkout/success"));
    // Who turns back at the till may open their order, to pay after all.
    let token = shop.secret.sign_order(Purpose::Link, id, now.plus(LINK_LASTS));
    let cancel = shop.about.url(&format!("/checkout/cancel?number={number}&key={token}"));
    let birth = store::Birth {
        id,
        number: &number,
        workflow,
        language: new.language.unwrap_or(shop.about.language),
        email_hash: &shop.secret.email_hash(&new.customer.email),
        currency: &currency,
        success_url: new.success_url.as_deref().unwrap_or(&success),
        cancel_url: new.cancel_url.as_deref().unwrap_or(&cancel),
        at: now,
    };
    store::insert(conn, &birth, new).await?;
    payment::store::insert(conn, id, (new.total(), &currency), manual, now).await
}

/// Takes the key for this order; what an earlier request under it came to, when there was one.
async fn claim_key(
    conn: &mut PgConnection,
    request: &Request,
    id: OrderId,
    now: At,
) -> Result<Option<Placed>, Fault> {
    // A concurrent request with the same key waits here for the first one's commit.
    let claimed = sqlx::query!(
        "insert into idempotency (api_key_id, key, request_hash, order_id, created_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        request.api_key.0,
        request.key,
        request.body_hash,
        id.0,
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    if claimed.rows_affected() == 1 {
        return Ok(None);
    }
    let earlier = sqlx::query!(
        "select request_hash, order_id from idempotency where api_key_id = $1 and key = $2",
        request.api_key.0,
        request.key
    )
    .fetch_one(conn)
    .await?;
    Ok(Some(if earlier.request_hash == request.body_hash {
        Placed::Order { id: OrderId(earlier.order_id), again: true }
    } else {
        Placed::KeyReused
    }))
}
