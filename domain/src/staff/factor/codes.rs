//! Ten codes on paper for the day the telephone is lost: written and read as order numbers are, fifty bits each, each good once.

use sqlx::PgConnection;

use super::lock;
use crate::{
    Fault, Shop,
    clock::At,
    ids::StaffId,
    order::OrderNumber,
    staff::{Person, own_password::prove},
};

const HOW_MANY: usize = 10;

/// Ten fresh ones in place of all before, as they are shown, once.
pub(super) async fn fresh(conn: &mut PgConnection, shop: &Shop, of: StaffId) -> Result<Vec<String>, Fault> {
    sqlx::query!("delete from staff_recovery_code where staff_id = $1", of.0).execute(&mut *conn).await?;
    let mut codes = Vec::with_capacity(HOW_MANY);
    for _ in 0..HOW_MANY {
        let code = OrderNumber::random();
        sqlx::query!(
            "insert into staff_recovery_code (staff_id, code_hash) values ($1, $2)",
            of.0,
            shop.secret.recovery_hash(of, code.as_str()),
        )
        .execute(&mut *conn)
        .await?;
        codes.push(code.to_string());
    }
    Ok(codes)
}

/// Uses one up; whether there was such a one.
pub(super) async fn spend(
    conn: &mut PgConnection,
    shop: &Shop,
    of: StaffId,
    typed: &str,
    now: At,
) -> Result<bool, Fault> {
    let Some(code) = OrderNumber::parse(typed) else { return Ok(false) };
    let spent = sqlx::query!(
        "update staff_recovery_code set used_at = $3 where staff_id = $1 and code_hash = $2 and used_at is null",
        of.0,
        shop.secret.recovery_hash(of, code.as_str()),
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(spent.rows_affected() == 1)
}

/// Verb: somebody wants new ones, because the paper is lost or nearly used up. Those before open nothing any more.
///
/// # Errors
/// [`crate::Reason::WrongPassword`], [`crate::Reason::TooMany`]; [`Fault::NotFound`] while the second factor is off.
pub async fn new_recovery_codes(shop: &Shop, by: &Person, password: String) -> Result<Vec<String>, Fault> {
    prove(shop, by.id, password).await?;
    let mut tx = shop.pool.begin().await?;
    lock(&mut tx, by.id).await?;
    let on = sqlx::query_scalar!(
        "select staff_id from staff_factor where staff_id = $1 and confirmed_at is not null",
        by.id.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    on.ok_or(Fault::NotFound)?;
    let codes = fresh(&mut tx, shop, by.id).await?;
    tx.commit().await?;
    Ok(codes)
}
