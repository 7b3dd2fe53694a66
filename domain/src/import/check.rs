//! Verb: look at a file. What it would do is kept, so that what somebody saw is what is brought in; nothing else changes.

use super::{
    ImportKind, LARGEST, Refusal, entry,
    entry::Entry,
    predict::{BATCH, Seen, predict},
    store,
    table::Table,
};
use crate::{
    Fault, Shop,
    ids::ImportId,
    staff::{Person, Role},
};

/// A file somebody sends.
#[derive(Debug, Clone)]
pub struct Upload {
    /// What it holds.
    pub kind: ImportKind,
    /// What it was called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether customers are to hear of the orders in it.
    pub tells: bool,
}

/// Reads the file and keeps what each of its entries would do. Orders bring money that nobody can check, and products prices: an
/// administrator's work.
///
/// # Errors
/// A [`Refusal`] where the file cannot be read at all; [`crate::Reason::RoleTooLow`].
pub async fn check(shop: &Shop, by: &Person, upload: &Upload) -> Result<Result<ImportId, Refusal>, Fault> {
    by.must_be(Role::Admin)?;
    if upload.bytes.len() > LARGEST {
        return Ok(Err(Refusal::TooLarge));
    }
    let table = match Table::open(upload.kind, &upload.bytes) {
        Ok(table) => table,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut entries = entry::entries(shop, upload.kind, &table).peekable();
    if entries.peek().is_none() {
        return Ok(Err(Refusal::Empty));
    }
    let (id, now) = (ImportId::new(), shop.clock.now());
    let mut tx = shop.pool.begin().await?;
    store::insert(&mut tx, id, by, upload, now).await?;
    let mut seen = Seen::new(&mut tx).await?;
    loop {
        let mut batch: Vec<Entry> = entries.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        let outcomes = predict(&mut tx, &mut seen, &mut batch).await?;
        store::keep(&mut tx, id, &batch, &outcomes).await?;
    }
    tx.commit().await?;
    Ok(Ok(id))
}
