//! Over which channels this customer can be written to about this order.

use sqlx::PgConnection;

use super::Channel;
use crate::{Fault, Language, ids::OrderId};

/// A way to one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Over which channel.
    pub channel: Channel,
    /// Where to: the address; the customer's id, under which their verified number is kept sealed; each browser that asked for this
    /// order's news.
    pub recipients: Vec<String>,
    /// Whether nobody writes there any more: it bounced, or its owner does not want it.
    pub silenced: bool,
}

/// The ways there are, mail first.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn ways(conn: &mut PgConnection, order: OrderId) -> Result<Vec<Way>, Fault> {
    let row = sqlx::query!(
        r#"select lower(o.email) as "email!",
               exists (select 1 from suppression s
                   where s.channel = 'email' and s.address_hash = o.email_hash and s.lifted_at is null) as "silenced!",
               (select c.id::text from customer c where c.email_hash = o.email_hash and c.phone is not null
                   and c.phone_verified_at is not null) as number,
               array(select p.id::text from push_subscription p
                   where p.order_id = o.id and p.gone_at is null order by p.id) as "browsers!"
           from orders o where o.id = $1"#,
        order.0
    )
    .fetch_optional(&mut *conn)
    .await?
    .ok_or(Fault::NotFound)?;
    let mut ways = vec![Way { channel: Channel::Email, recipients: vec![row.email], silenced: row.silenced }];
    // A number that was only typed at a checkout is nobody's yet.
    if let Some(number) = row.number {
        ways.push(Way { channel: Channel::Sms, recipients: vec![number], silenced: false });
    }
    if !row.browsers.is_empty() {
        ways.push(Way { channel: Channel::Push, recipients: row.browsers, silenced: false });
    }
    Ok(ways)
}

/// In which language this order's customer is written to.
///
/// # Errors
/// [`Fault::NotFound`].
pub(super) async fn language(conn: &mut PgConnection, order: OrderId) -> Result<Language, Fault> {
    let tag = sqlx::query_scalar!(
        r#"select coalesce(c.language, o.language) as "language!"
           from orders o left join customer c on c.email_hash = o.email_hash where o.id = $1"#,
        order.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok(Language::from_tag(&tag).unwrap_or_default())
}
