//! Verb: somebody who is signed in chooses another password.

use super::{AccountEventKind, Person, colleague, password, record, record::Entry, session};
use crate::{
    Fault, Reason, Shop,
    ids::StaffId,
    limit::{self, Limit},
};

/// A session left open must not be a place to guess the password at.
const BY_ACCOUNT: Limit = Limit { tries: 10, seconds: 600 };

/// Changes it. All sessions of the account end, that of whoever did it as well: a copy of its cookie may be what made them do it. The
/// answer is the token of a new one. Its owner is told by mail.
///
/// # Errors
/// [`Reason::WrongPassword`] where the current one is not right; [`Reason::WeakPassword`]; [`Reason::TooMany`].
pub async fn change_password(
    shop: &Shop,
    by: &Person,
    browser: &str,
    current: String,
    new: String,
) -> Result<String, Fault> {
    password::check(&new)?;
    let now = shop.clock.now();
    let old = prove(shop, by.id, current).await?;
    let hash = password::hash(new).await?;
    let owner = colleague(shop, by.id).await?;
    let mut tx = shop.pool.begin().await?;
    // Of two at once the second knew a password that is none any more.
    let changed = sqlx::query!(
        "update staff set password_hash = $2 where id = $1 and password_hash = $3 and disabled_at is null",
        by.id.0,
        hash,
        old,
    )
    .execute(&mut *tx)
    .await?;
    if changed.rows_affected() != 1 {
        return Err(Reason::WrongPassword.into());
    }
    session::end_all(&mut tx, by.id, None, now).await?;
    super::link::spend(&mut tx, by.id).await?;
    record(&mut tx, Entry::new(by.id, None, AccountEventKind::PasswordChanged), now).await?;
    password::tell(&mut tx, shop, &owner).await?;
    let token = session::open(&mut tx, by.id, browser, now).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(token)
}

/// Whether somebody who is signed in knows the account's password; the answer is its hash.
///
/// # Errors
/// [`Reason::WrongPassword`], [`Reason::TooMany`].
pub(super) async fn prove(shop: &Shop, who: StaffId, password: String) -> Result<Option<String>, Fault> {
    let counter = [(shop.secret.counter("own-password", &who.to_string()), BY_ACCOUNT)];
    limit::count(&mut *shop.pool.acquire().await?, shop.clock.now(), &counter).await?;
    let hash =
        sqlx::query_scalar!("select password_hash from staff where id = $1 and disabled_at is null", who.0)
            .fetch_optional(&shop.pool)
            .await?
            .flatten();
    if !password::verify(password, hash.clone()).await? {
        return Err(Reason::WrongPassword.into());
    }
    Ok(hash)
}
