//! Verb: somebody shows that their telephone makes the right codes. From then on they are asked for one at each sign-in.

use super::{begin::OFFER_LASTS, cell, codes, lock, tell::tell, totp};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    limit::{self, Limit},
    secret::token_hash,
    staff::{AccountEventKind, Person, colleague, record, record::Entry, session},
};

/// Apart from the tries at signing in: a session left open must not use those up.
const BY_ACCOUNT: Limit = Limit { tries: 10, seconds: 600 };

/// Turns it on; the answer is the codes for paper, shown once. All other sessions of the account end; the one of `token`, where it was
/// done, goes on. Its owner is told by mail.
///
/// # Errors
/// [`Reason::WrongFactor`], [`Reason::TooMany`]; [`Fault::NotFound`] where nothing is offered to this session any more.
pub async fn confirm(shop: &Shop, by: &Person, token: &str, code: &str) -> Result<Vec<String>, Fault> {
    let now = shop.clock.now();
    let counter = [(shop.secret.counter("second-factor-offer", &by.id.to_string()), BY_ACCOUNT)];
    limit::count(&mut *shop.pool.acquire().await?, now, &counter).await?;
    let owner = colleague(shop, by.id).await?;
    let mut tx = shop.pool.begin().await?;
    lock(&mut tx, by.id).await?;
    let sealed = sqlx::query_scalar!(
        "select secret from staff_factor
         where staff_id = $1 and confirmed_at is null and created_at > $2 and offered_to = $3",
        by.id.0,
        now.plus(-OFFER_LASTS) as At,
        token_hash(token),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let secret = sealed.and_then(|sealed| shop.secret.open(cell(by.id), &sealed)).ok_or(Fault::NotFound)?;
    let step = totp::step(&secret, code, now).ok_or(Reason::WrongFactor)?;
    sqlx::query!(
        "update staff_factor set confirmed_at = $2, last_step = $3 where staff_id = $1",
        by.id.0,
        now as At,
        step,
    )
    .execute(&mut *tx)
    .await?;
    let codes = codes::fresh(&mut tx, shop, by.id).await?;
    session::end_all(&mut tx, by.id, Some(token), now).await?;
    record(&mut tx, Entry::new(by.id, None, AccountEventKind::FactorOn), now).await?;
    tell(&mut tx, shop, &owner, "on").await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(codes)
}
