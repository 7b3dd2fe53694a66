//! For which address somebody speaks.

use sqlx::PgConnection;

use crate::{Fault, Shop, clock::At, ids::CustomerId, ids::OrderId};

/// An address whose owner is here: by a link we mailed there, or as who knows one of its orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// In small letters.
    pub email: String,
    /// As `orders.email_hash`.
    pub hash: Vec<u8>,
}

impl Who {
    /// The owner of an address.
    pub fn new(shop: &Shop, email: &str) -> Self {
        Self { email: email.trim().to_lowercase(), hash: shop.secret.email_hash(email) }
    }

    /// Who bought an order.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for an order we do not have.
    pub async fn bought(shop: &Shop, order: OrderId) -> Result<Self, Fault> {
        let email = sqlx::query_scalar!("select email from orders where id = $1", order.0)
            .fetch_optional(&shop.pool)
            .await?
            .ok_or(Fault::NotFound)?;
        Ok(Self::new(shop, &email))
    }

    /// "a•••@customer.test": enough for its owner.
    pub fn masked(&self) -> String {
        masked(&self.email)
    }

    /// A name for them in JSON that says nothing about them.
    pub fn public_id(&self) -> String {
        hex::encode(&self.hash[..16.min(self.hash.len())])
    }

    /// Their row, made if need be, with the shop's quiet hours: having one changes nothing they hear.
    ///
    /// # Errors
    /// When PostgreSQL is away.
    pub(super) async fn row(&self, conn: &mut PgConnection, now: At) -> Result<CustomerId, Fault> {
        let id = sqlx::query_scalar!(
            "insert into customer (id, email_hash, email, created_at, updated_at, quiet, quiet_from, quiet_until)
             select $1, $2, $3, $4, $4, coalesce(r.quiet_from <> r.quiet_until, true),
                 case when r.quiet_from <> r.quiet_until then r.quiet_from else '22:00' end,
                 case when r.quiet_from <> r.quiet_until then r.quiet_until else '08:00' end
             from (values (1)) as one left join reach r on true
             on conflict (email_hash) do update set updated_at = excluded.updated_at returning id",
            CustomerId::new().0,
            self.hash,
            self.email,
            now as At,
        )
        .fetch_one(conn)
        .await?;
        Ok(CustomerId(id))
    }
}

/// "a•••@customer.test".
pub(crate) fn masked(email: &str) -> String {
    let (name, host) = email.split_once('@').unwrap_or((email, ""));
    let first: String = name.chars().take(1).collect();
    format!("{first}•••@{host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_address_is_known_to_its_owner_only() {
        let who = |email: &str| Who { email: email.to_owned(), hash: vec![1; 32] };
        assert_eq!(who("ana@customer.test").masked(), "a•••@customer.test");
        assert_eq!(who("").masked(), "•••@");
        assert_eq!(who("x").public_id().len(), 32);
    }
}
