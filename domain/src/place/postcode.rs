//! A postcode of the United Kingdom, and where it is: asked once, kept for a while.

use sqlx::PgPool;

use super::Coordinates;
use crate::{Fault, Shop, clock::At, provider::postcodes::Found};

const DAY: i64 = 24 * 3600;
/// Postcodes move once in years.
const KNOWN_LASTS: i64 = 90 * DAY;
/// New ones come every quarter; who mistyped one must not wait for the next.
const UNKNOWN_LASTS: i64 = DAY;

/// A postcode, without spaces and in capitals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postcode(String);

impl Postcode {
    /// Reads one as people type it: `sw1a 1aa`. Whether it exists is another question.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: String =
            typed.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let (outward, inward) = plain.split_at_checked(plain.len().checked_sub(3)?)?;
        let good = (2..=4).contains(&outward.len())
            && outward.starts_with(|c: char| c.is_ascii_alphabetic())
            && outward.chars().all(|c| c.is_ascii_alphanumeric())
            && inward.starts_with(|c: char| c.is_ascii_digit())
            && inward.chars().skip(1).all(|c| c.is_ascii_alphabetic());
        good.then_some(Self(plain))
    }

    /// `SW1A1AA`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a postcode is, from what is kept or from postcodes.io.
///
/// # Errors
/// [`Fault::Down`] when it is not kept and nobody answers.
pub async fn locate(shop: &Shop, postcode: &Postcode) -> Result<Found, Fault> {
    let now = shop.clock.now();
    if let Some(kept) = kept(&shop.pool, postcode, now).await? {
        return Ok(kept);
    }
    let found = shop.ask("postcodes", shop.postcodes.find(postcode)).await?;
    keep(&shop.pool, postcode, found, now).await?;
    Ok(found)
}

async fn kept(pool: &PgPool, postcode: &Postcode, now: At) -> Result<Option<Found>, Fault> {
    let row = sqlx::query!(
        "select known, latitude, longitude from postcode where code = $1 and expires_at > $2",
        postcode.0,
        now as At
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| match row.known {
        true => Found::Known(row.latitude.zip(row.longitude).and_then(|(a, o)| Coordinates::new(a, o))),
        false => Found::Unknown,
    }))
}

async fn keep(pool: &PgPool, postcode: &Postcode, found: Found, now: At) -> Result<(), Fault> {
    let (known, at, lasts) = match found {
        Found::Known(at) => (true, at, KNOWN_LASTS),
        Found::Unknown => (false, None, UNKNOWN_LASTS),
    };
    // What has expired goes with it: nobody needs a job for that.
    sqlx::query!(
        "with gone as (delete from postcode where expires_at <= $6 and code <> $1)
         insert into postcode (code, known, latitude, longitude, expires_at) values ($1, $2, $3, $4, $5)
         on conflict (code) do update set known = excluded.known, latitude = excluded.latitude,
             longitude = excluded.longitude, expires_at = excluded.expires_at",
        postcode.0,
        known,
        at.map(|at| at.latitude),
        at.map(|at| at.longitude),
        now.plus(lasts) as At,
        now as At,
    )
    .execute(pool)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_read_as_people_type_them() {
        for typed in ["SW1A 1AA", "sw1a1aa", " Sw1A  1aA "] {
            assert_eq!(Postcode::parse(typed).unwrap().as_str(), "SW1A1AA");
        }
        for other in ["", "28013", "1", "SW1A 1A", "SW1A/1AA", "../../x 1AA", "ñW1A 1AA", "SW1AAA 1AA"] {
            assert_eq!(Postcode::parse(other), None, "{other}");
        }
    }
}
