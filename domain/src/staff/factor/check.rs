//! Whether a code is right: one of the telephone, of a step nobody has used, or one on paper.

use sqlx::PgConnection;

use super::{cell, codes, totp};
use crate::{
    Fault, Shop,
    clock::At,
    ids::StaffId,
    limit::{self, Limit},
};

/// A password that was stolen must not be a place to guess codes at: three of a million are right at any time.
const BY_ACCOUNT: Limit = Limit { tries: 10, seconds: 600 };
/// Nor with patience. Another password begins anew, so that its owner is not kept out by who knows the old one.
const BY_DAY: Limit = Limit { tries: 50, seconds: 24 * 3600 };

/// Counts one try, whatever comes of it: not in the transaction of that try. `bound` is what the pass stands on.
pub(super) async fn count(
    conn: &mut PgConnection,
    shop: &Shop,
    (of, bound): (StaffId, &[u8]),
    now: At,
) -> Result<(), Fault> {
    let counters = [
        (shop.secret.counter("second-factor", &of.to_string()), BY_ACCOUNT),
        (shop.secret.counter("second-factor-day", &hex::encode(bound)), BY_DAY),
    ];
    limit::count(conn, now, &counters).await
}

/// Takes a code, once: of two who bring the same at once the second waits for the first here, and finds it used.
pub(super) async fn take(
    conn: &mut PgConnection,
    shop: &Shop,
    of: StaffId,
    typed: &str,
    now: At,
) -> Result<bool, Fault> {
    let sealed = sqlx::query_scalar!(
        "select secret from staff_factor where staff_id = $1 and confirmed_at is not null",
        of.0,
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(sealed) = sealed else { return Ok(false) };
    let secret = shop.secret.open(cell(of), &sealed);
    let Some(step) = secret.and_then(|secret| totp::step(&secret, typed, now)) else {
        return codes::spend(conn, shop, of, typed, now).await;
    };
    let taken = sqlx::query!(
        "update staff_factor set last_step = $2 where staff_id = $1 and last_step < $2",
        of.0,
        step,
    )
    .execute(conn)
    .await?;
    Ok(taken.rows_affected() == 1)
}
