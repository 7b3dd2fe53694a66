//! Verb: somebody wants a second factor. A secret is offered for their telephone; nothing is asked of them until they have shown that it
//! makes the right codes.

use super::{cell, lock, totp};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    secret::token_hash,
    staff::{Person, own_address, own_password::prove},
};

/// Seconds an offer stands: a secret that was on a screen long ago is not one to rely on.
pub(super) const OFFER_LASTS: i64 = 3600;

/// A secret that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFactor {
    /// For a telephone's camera: `otpauth://…`.
    pub address: String,
    /// For typing: base32.
    pub secret: String,
}

/// Offers a fresh secret; one that was offered before counts no more. The password is asked for: who finds a session left open must not
/// lock its owner out. For the same reason it is offered to the session of `token` alone.
///
/// # Errors
/// [`Reason::WrongPassword`], [`Reason::TooMany`]; [`Reason::FactorOn`] where there is one already.
pub async fn begin(shop: &Shop, by: &Person, token: &str, password: String) -> Result<(), Fault> {
    prove(shop, by.id, password).await?;
    let sealed = shop.secret.seal(cell(by.id), &totp::fresh())?;
    let mut tx = shop.pool.begin().await?;
    lock(&mut tx, by.id).await?;
    let offered = sqlx::query!(
        "insert into staff_factor as f (staff_id, secret, created_at, offered_to) values ($1, $2, $3, $4)
         on conflict (staff_id) do update set secret = excluded.secret, created_at = excluded.created_at,
             offered_to = excluded.offered_to, last_step = 0
         where f.confirmed_at is null",
        by.id.0,
        sealed,
        shop.clock.now() as At,
        token_hash(token),
    )
    .execute(&mut *tx)
    .await?;
    if offered.rows_affected() != 1 {
        return Err(Reason::FactorOn.into());
    }
    tx.commit().await?;
    Ok(())
}

/// What is offered to somebody in the session of `token`; `None` when nothing is, or not any more.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn pending(shop: &Shop, by: &Person, token: &str) -> Result<Option<NewFactor>, Fault> {
    let sealed = sqlx::query_scalar!(
        "select secret from staff_factor
         where staff_id = $1 and confirmed_at is null and created_at > $2 and offered_to = $3",
        by.id.0,
        shop.clock.now().plus(-OFFER_LASTS) as At,
        token_hash(token),
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(secret) = sealed.and_then(|sealed| shop.secret.open(cell(by.id), &sealed)) else {
        return Ok(None);
    };
    let email = own_address(shop, by.id).await?;
    let address = totp::address(&secret, &shop.about.name, &email);
    Ok(address.map(|address| NewFactor { address, secret }))
}
