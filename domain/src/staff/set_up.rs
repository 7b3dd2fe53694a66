//! Verb: the first person gives themselves an account, through a link the server printed at its first start.

use super::{NewPerson, create};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    ids::StaffId,
    secret::{token, token_hash},
};

const LASTS: i64 = 24 * 3600;

/// Whether there is no account at all.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn nobody_yet(shop: &Shop) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(r#"select not exists (select 1 from staff) as "nobody!""#)
        .fetch_one(&shop.pool)
        .await?)
}

/// A fresh one-time link's token, good for a day. Earlier ones open nothing any more.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn set_up_link(shop: &Shop) -> Result<String, Fault> {
    let token = token();
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    sqlx::query!("delete from setup_link where used_at is null").execute(&mut *tx).await?;
    sqlx::query!(
        "insert into setup_link (token_hash, expires_at) values ($1, $2)",
        token_hash(&token),
        now.plus(LASTS) as At
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(token)
}

/// Whether a link would still open.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn set_up_link_is_good(shop: &Shop, token: &str) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from setup_link where token_hash = $1 and used_at is null and expires_at > $2)
               and not exists (select 1 from staff) as "good!""#,
        token_hash(token),
        shop.clock.now() as At
    )
    .fetch_one(&shop.pool)
    .await?)
}

/// Uses the link up and creates the account, both or neither.
///
/// # Errors
/// [`Reason::LinkSpent`] when it was used, has run out, or somebody has an account already; as [`create::create`] otherwise.
pub async fn set_up(shop: &Shop, token: &str, person: NewPerson) -> Result<StaffId, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let used = sqlx::query!(
        "update setup_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
             and not exists (select 1 from staff)",
        token_hash(token),
        now as At
    )
    .execute(&mut *tx)
    .await?;
    if used.rows_affected() != 1 {
        return Err(Reason::LinkSpent.into());
    }
    let id = create::insert(&mut tx, person, now).await?;
    tx.commit().await?;
    Ok(id)
}
