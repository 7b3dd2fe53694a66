//! What bringing in would do, asked of the database for many entries at a time: the dry run. It writes nothing.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::{
    Flaw, ImportOutcome, Problem,
    bring::{IMPORT, merged},
    entry::{Body, Entry},
};
use crate::{
    Fault,
    order::{NewOrder, OrderNumber},
    product::{self, Product, store::Wanted},
    workflow,
};

/// Entries asked for at a time.
pub(super) const BATCH: usize = 500;

/// What is remembered from batch to batch.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// On which line each key stood.
    keys: HashMap<String, usize>,
    /// Pieces left of each product, after the orders above.
    left: HashMap<String, Option<i64>>,
    /// Keys of all workflows.
    workflows: Vec<String>,
}

impl Seen {
    pub async fn new(conn: &mut PgConnection) -> Result<Self, Fault> {
        let workflows = workflow::store::definitions(conn).await?.into_iter().map(|(key, _)| key).collect();
        Ok(Self { workflows, ..Self::default() })
    }
}

/// Judges a batch; what is wrong gets its problem, in place.
pub(super) async fn predict(
    conn: &mut PgConnection,
    seen: &mut Seen,
    batch: &mut [Entry],
) -> Result<Vec<ImportOutcome>, Fault> {
    let keys: Vec<String> = batch.iter().map(|entry| entry.key.clone()).collect();
    let orders = batch.iter().any(|entry| matches!(entry.body, Some(Body::Order { .. })));
    let (known, products) = if orders {
        stock(conn, seen, batch).await?;
        (known_orders(conn, &keys).await?, HashMap::new())
    } else {
        let products =
            product::store::read(conn, Wanted { skus: Some(&keys), ..Wanted::default() }, i64::MAX).await?;
        (HashMap::new(), products.into_iter().map(|product| (product.sku.clone(), product)).collect())
    };
    let mut outcomes = Vec::with_capacity(batch.len());
    for entry in batch {
        let judged = match (&entry.body, earlier(seen, entry)) {
            (None, _) => Ok(ImportOutcome::Wrong),
            (Some(_), Some(line)) => Err((key_column(&entry.body), Flaw::Repeated { line })),
            (Some(Body::Order { new, .. }), None) => order(seen, known.get(&entry.key), new),
            (Some(Body::Product { new, on_hand }), None) => {
                let was: Option<&Product> = products.get(&entry.key);
                let after = merged(was.cloned().unwrap_or_default(), &entry.key, new, *on_hand);
                match was {
                    _ if after.offered && after.price.is_none() => Err(("price", Flaw::Rule)),
                    None => Ok(ImportOutcome::Created),
                    Some(was) if *was == after => Ok(ImportOutcome::Same),
                    Some(_) => Ok(ImportOutcome::Changed),
                }
            }
        };
        outcomes.push(judged.unwrap_or_else(|(column, flaw)| {
            entry.problems.push(Problem::new(entry.line, column, flaw));
            entry.body = None;
            ImportOutcome::Wrong
        }));
    }
    Ok(outcomes)
}

const fn key_column(body: &Option<Body>) -> &'static str {
    match body {
        Some(Body::Product { .. }) => "sku",
        _ => "reference",
    }
}

/// The line on which the key stood before.
fn earlier(seen: &mut Seen, entry: &Entry) -> Option<usize> {
    if entry.key.is_empty() {
        return None;
    }
    let first = *seen.keys.entry(entry.key.clone()).or_insert(entry.line);
    (first != entry.line).then_some(first)
}

/// What is known of a reference.
struct Known {
    /// The hash under which it was imported.
    hash: Option<Vec<u8>>,
    /// The number of the order that has it.
    number: String,
    /// Whether its money came.
    paid: bool,
}

async fn known_orders(conn: &mut PgConnection, keys: &[String]) -> Result<HashMap<String, Known>, Fault> {
    let rows = sqlx::query!(
        r#"select i.key as "key!", i.request_hash as "hash?", o.number as "number!", p.captured > 0 as "paid!"
           from idempotency i join orders o on o.id = i.order_id join payment p on p.order_id = o.id
           where i.api_key_id = $1 and i.key = any($2)
           union all
           select o.reference, null, o.number, true from orders o where o.reference = any($2)
               and not exists (select 1 from idempotency i where i.api_key_id = $1 and i.key = o.reference)"#,
        IMPORT.0,
        keys,
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter();
    Ok(rows.map(|row| (row.key, Known { hash: row.hash, number: row.number, paid: row.paid })).collect())
}

fn order(
    seen: &mut Seen,
    known: Option<&Known>,
    new: &NewOrder,
) -> Result<ImportOutcome, (&'static str, Flaw)> {
    match known {
        Some(Known { hash: Some(hash), paid, .. }) => {
            let same = Body::hash(new).is_ok_and(|now| now == *hash);
            return match (same, *paid) {
                (true, true) => Ok(ImportOutcome::Same),
                // An import placed it and was given up before its money came.
                (true, false) => Ok(ImportOutcome::Created),
                (false, _) => Err(("reference", Flaw::Changed)),
            };
        }
        Some(Known { hash: None, number, .. }) => {
            let number =
                OrderNumber::parse(number).map_or_else(|| number.clone(), |number| number.to_string());
            return Err(("reference", Flaw::Taken { number }));
        }
        None => {}
    }
    if new.workflow.as_ref().is_some_and(|key| !seen.workflows.contains(key)) {
        return Err(("workflow", Flaw::Rule));
    }
    let wanted = wanted(new);
    for (sku, pieces) in &wanted {
        if let Some(Some(left)) = seen.left.get(sku)
            && left < pieces
        {
            return Err(("sku", Flaw::OutOfStock { left: *left }));
        }
    }
    for (sku, pieces) in wanted {
        if let Some(Some(left)) = seen.left.get_mut(&sku) {
            *left -= pieces;
        }
    }
    Ok(ImportOutcome::Created)
}

/// How many pieces of each product an order takes.
fn wanted(new: &NewOrder) -> HashMap<String, i64> {
    let mut wanted = HashMap::new();
    for item in &new.items {
        if let Some(sku) = &item.sku {
            *wanted.entry(sku.clone()).or_insert(0) += i64::from(item.quantity);
        }
    }
    wanted
}

/// Asks how many pieces there are of products nobody asked for yet; of what is no product there is no end.
async fn stock(conn: &mut PgConnection, seen: &mut Seen, batch: &[Entry]) -> Result<(), Fault> {
    let mut skus: Vec<String> = Vec::new();
    for entry in batch {
        if let Some(Body::Order { new, .. }) = &entry.body {
            skus.extend(
                new.items
                    .iter()
                    .filter_map(|item| item.sku.clone())
                    .filter(|sku| !seen.left.contains_key(sku)),
            );
        }
    }
    if skus.is_empty() {
        return Ok(());
    }
    let products =
        product::store::read(conn, Wanted { skus: Some(&skus), ..Wanted::default() }, i64::MAX).await?;
    seen.left.extend(skus.into_iter().map(|sku| (sku, None)));
    seen.left.extend(products.into_iter().map(|product| (product.sku, Some(i64::from(product.on_hand)))));
    Ok(())
}
