//! Bringing in one entry, in a way that bears being done twice.
//!
//! An order is placed by the verb that storefronts use, under its reference as idempotency key; then its money is heard of as paid elsewhere,
//! in the transaction that notes the entry as done. Who dies in between finds the order by its key and goes on,
//! and so does the next file that has it: whether its money came says what is left, not who placed it.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Flaw, ImportOutcome, entry::Body, store::Waiting};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    event::Source,
    history::Actor,
    ids::{ApiKeyId, OrderId},
    inbox, notice,
    order::{NewOrder, Placed, Request, place_by},
    payment::{self, Heard, News},
    product::{self, Kept, NewProduct, Product},
};

/// The import's own row of `api_key` (`migrations/0028_in_and_out.sql`).
pub(super) const IMPORT: ApiKeyId = ApiKeyId(Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_1390));

/// What came of an entry: its outcome, or column and flaw.
pub(super) type Brought = Result<ImportOutcome, (&'static str, Flaw)>;

/// What is done before the entry's own transaction: an order is placed. `Some` ends the entry; an order that is there goes on in [`settle`].
pub(super) async fn prepare(
    shop: &Shop,
    entry: &Waiting,
    by: &Actor,
) -> Result<Result<Prepared, Brought>, Fault> {
    let Body::Order { new, paid_at } = &entry.body else { return Ok(Ok(Prepared::Nothing)) };
    if let Some(number) = taken(shop, &entry.key).await? {
        return Ok(Err(Err(("reference", Flaw::Taken { number }))));
    }
    let request = Request { api_key: IMPORT, key: entry.key.clone(), body_hash: Body::hash(new)? };
    let placed = place_by(shop, &request, new, OrderId::new(), by).await?;
    let flaw = match placed {
        Placed::Order { id, .. } => return Ok(Ok(Prepared::Order { id, paid_at: *paid_at })),
        Placed::KeyReused => ("reference", Flaw::Changed),
        Placed::UnknownWorkflow => ("workflow", Flaw::Rule),
        Placed::UnknownRate { .. } => ("shipping_name", Flaw::Rule),
        Placed::Unplaceable(_) => ("location", Flaw::Unplaceable),
        Placed::OutOfStock { sku } => {
            let left = product::store::one(&mut *shop.pool.acquire().await?, &sku).await?.on_hand;
            ("sku", Flaw::OutOfStock { left: left.into() })
        }
    };
    Ok(Err(Err(flaw)))
}

/// What stands before an entry's transaction.
pub(super) enum Prepared {
    /// A product: all is still to do.
    Nothing,
    /// An order that is there, placed now or by an import before.
    Order { id: OrderId, paid_at: Option<At> },
}

/// The number of an order that has the reference and did not come by import.
async fn taken(shop: &Shop, reference: &str) -> Result<Option<String>, Fault> {
    Ok(sqlx::query_scalar!(
        "select o.number from orders o where o.reference = $2
             and not exists (select 1 from idempotency i where i.api_key_id = $1 and i.key = $2) limit 1",
        IMPORT.0,
        reference,
    )
    .fetch_optional(&shop.pool)
    .await?)
}

/// Does the rest of it, in the transaction that notes it as done.
pub(super) async fn settle(
    conn: &mut PgConnection,
    entry: &Waiting,
    prepared: &Prepared,
    (by, tells): (&Actor, bool),
    now: At,
) -> Result<Brought, Fault> {
    match (prepared, &entry.body) {
        (Prepared::Order { id, paid_at }, Body::Order { new, .. }) => {
            if !pay(conn, *id, (new, &entry.key), paid_at.unwrap_or(now), now).await? {
                return Ok(Ok(ImportOutcome::Same));
            }
            if !tells {
                notice::hush(conn, *id).await?;
            }
            Ok(Ok(ImportOutcome::Created))
        }
        (_, Body::Product { new, on_hand }) => put(conn, &entry.key, (new, *on_hand), by, now).await,
        (Prepared::Nothing, Body::Order { .. }) => Ok(Err(("reference", Flaw::Rule))),
    }
}

/// The money is there: somebody else took it, and only a person can send it back. False where it came before.
async fn pay(
    conn: &mut PgConnection,
    id: OrderId,
    (new, reference): (&NewOrder, &str),
    at: At,
    now: At,
) -> Result<bool, Fault> {
    inbox::store::meet(conn, &inbox::about_order(id)).await?;
    let payment = payment::store::of_order(conn, id).await?;
    if payment.facts.captured > 0 {
        return Ok(false);
    }
    // We did not take it, so we cannot give it back: a refund is staff's to make where it was paid.
    payment::store::taken_elsewhere(conn, payment.id).await?;
    let news = News {
        order: id,
        heard: Heard::Succeeded,
        amount: Some(new.total()),
        currency: Some(new.currency.clone()),
        payment_intent: None,
        said_by: format!("import:{reference}"),
        source: Source::Staff,
        at,
    };
    payment::confirm(conn, &news, now).await?;
    Ok(true)
}

async fn put(
    conn: &mut PgConnection,
    sku: &str,
    (new, on_hand): (&NewProduct, Option<i32>),
    by: &Actor,
    now: At,
) -> Result<Brought, Fault> {
    let merge = |was: Product| merged(was, sku, new, on_hand);
    Ok(match product::put_step(conn, sku, &new.name, merge, by, now).await {
        Ok(Kept::New) => Ok(ImportOutcome::Created),
        Ok(Kept::Changed) => Ok(ImportOutcome::Changed),
        Ok(Kept::Same) => Ok(ImportOutcome::Same),
        Err(Fault::Refused(Reason::NoPrice)) => Err(("price", Flaw::Rule)),
        Err(fault) => return Err(fault),
    })
}

/// A product with a line written over it: what the line does not say stays.
pub(super) fn merged(was: Product, sku: &str, new: &NewProduct, on_hand: Option<i32>) -> Product {
    let mut said = new.clone();
    said.on_hand = on_hand.unwrap_or(was.on_hand);
    said.options = new.options.as_ref().map(|options| {
        let mut all = was.options.clone();
        all.extend(options.clone());
        all
    });
    Product { sku: sku.to_owned(), ..said.onto(was) }
}
