//! Verb: a customer finds an order by its number and their email.
//!
//! One answer, one status, one duration for an unknown number and a wrong email: the same statements run and the same bytes are
//! compared either way, so that nobody learns which numbers exist.

use std::net::IpAddr;

use super::OrderNumber;
use crate::{
    Fault, Shop,
    ids::OrderId,
    limit::{self, Limit},
    secret::same,
};

/// How often one may look, by whom and for what.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Tries of one address (an IPv4 address, an IPv6 /64).
    pub by_ip: Limit,
    /// Tries for one order number.
    pub by_number: Limit,
    /// Tries with one email.
    pub by_email: Limit,
}

impl Default for Limits {
    /// 30 in ten minutes by address; 10 an hour by number and by email.
    fn default() -> Self {
        Self {
            by_ip: Limit { tries: 30, seconds: 600 },
            by_number: Limit { tries: 10, seconds: 3600 },
            by_email: Limit { tries: 10, seconds: 3600 },
        }
    }
}

/// The order behind number and email.
///
/// # Errors
/// [`Fault::NotFound`] for an unknown number and a wrong email alike; [`crate::Reason::TooMany`] beyond the limits.
pub async fn look_up(
    shop: &Shop,
    limits: &Limits,
    ip: IpAddr,
    number: &str,
    email: &str,
) -> Result<OrderId, Fault> {
    let now = shop.clock.now();
    // What is no number at all goes the same way as a number nobody has.
    let number =
        OrderNumber::parse(number).map_or_else(|| "0".repeat(10), |number| number.as_str().to_owned());
    let hash = shop.secret.email_hash(email);
    let counters = [
        (shop.secret.counter("look-up-ip", &neighbourhood(ip)), limits.by_ip),
        (shop.secret.counter("look-up-number", &number), limits.by_number),
        (shop.secret.counter("look-up-email", &hex::encode(&hash)), limits.by_email),
    ];
    let mut conn = shop.pool.acquire().await?;
    limit::count(&mut conn, now, &counters).await?;
    // One row either way, so that a stopwatch does not hear which it was.
    let found = sqlx::query!(
        r#"select o.id as "id?", coalesce(o.email_hash, $2) as "expected!"
           from (values (1)) as one left join orders o on o.number = $1"#,
        number,
        &[0_u8; 32][..],
    )
    .fetch_one(&mut *conn)
    .await?;
    let (id, expected) = (found.id.map(OrderId), found.expected);
    match (same(&expected, &hash), id) {
        (true, Some(id)) => Ok(id),
        _ => Err(Fault::NotFound),
    }
}

/// Whom one address stands for: itself in IPv4; in IPv6 its /64, which one household has whole.
pub(crate) fn neighbourhood(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => ip.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
    }
}
