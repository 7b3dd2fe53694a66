//! Where a person's own mail goes: what is tried out, for one, goes there first.

use crate::{Fault, Shop, ids::StaffId};

/// The address of an account.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such account.
pub async fn own_address(shop: &Shop, who: StaffId) -> Result<String, Fault> {
    let address = sqlx::query_scalar!("select email from staff where id = $1", who.0)
        .fetch_optional(&shop.pool)
        .await?;
    address.ok_or(Fault::NotFound)
}
