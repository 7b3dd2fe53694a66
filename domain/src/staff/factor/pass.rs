//! What somebody holds between the right password and the code: five minutes, while password, account and second factor are as they were.

use sqlx::PgConnection;

use crate::{Fault, Reason, Shop, clock::At, ids::StaffId, secret::Pass};

/// Seconds to find the telephone.
pub const PASS_LASTS: i64 = 300;

/// A pass of an account; `None` for one without a second factor.
pub(super) async fn issue(
    conn: &mut PgConnection,
    shop: &Shop,
    of: StaffId,
    now: At,
) -> Result<Option<String>, Fault> {
    let bound = bound(conn, of).await?;
    Ok(bound.map(|bound| shop.secret.sign_pass(of, now.plus(PASS_LASTS), &bound)))
}

/// Whose a pass is, and what it stands on. In a transaction that stays so until its end.
pub(super) async fn owner(
    conn: &mut PgConnection,
    shop: &Shop,
    pass: &str,
    now: At,
) -> Result<(StaffId, Vec<u8>), Fault> {
    let pass = Pass::read(pass).ok_or(Reason::PassSpent)?;
    let bound = bound(conn, pass.staff).await?.ok_or(Reason::PassSpent)?;
    if !shop.secret.proves(&pass, &bound, now) {
        return Err(Reason::PassSpent.into());
    }
    Ok((pass.staff, bound))
}

/// What a pass holds on to. Closing the account or giving another role moves its version; a second factor that was reset has another
/// secret, and each is sealed anew.
async fn bound(conn: &mut PgConnection, of: StaffId) -> Result<Option<Vec<u8>>, Fault> {
    let row = sqlx::query!(
        "select p.version, p.password_hash, f.secret from staff p join staff_factor f on f.staff_id = p.id
         where p.id = $1 and p.disabled_at is null and p.password_hash is not null and f.confirmed_at is not null
         for share of p",
        of.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| {
        let hash = row.password_hash.unwrap_or_default();
        [&row.version.to_be_bytes()[..], hash.as_bytes(), b"\0", &row.secret].concat()
    }))
}
