//! How an account's second factor stands, for its owner.

use crate::{Fault, Shop, clock::At, ids::StaffId};

/// A second factor that is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// Since when.
    pub since: At,
    /// How many of the codes on paper are left.
    pub codes_left: i64,
}

/// That of an account; `None` while it is off.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn factor(shop: &Shop, of: StaffId) -> Result<Option<Factor>, Fault> {
    let row = sqlx::query!(
        r#"select confirmed_at as "since!: At",
               (select count(*) from staff_recovery_code c where c.staff_id = f.staff_id and c.used_at is null) as "codes_left!"
           from staff_factor f where f.staff_id = $1 and f.confirmed_at is not null"#,
        of.0,
    )
    .fetch_optional(&shop.pool)
    .await?;
    Ok(row.map(|row| Factor { since: row.since, codes_left: row.codes_left }))
}
