//! Verb: how far it is from a place to an address, asked before any transaction.

use super::{Place, Postcode, locate};
use crate::{Fault, Shop, order::Address, provider::postcodes::Found};

/// The one country whose postcodes can be looked up.
pub(super) const UNITED_KINGDOM: &str = "GB";

/// What is known of the way to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// The place brings things anywhere.
    DoesNotMatter,
    /// So many metres.
    Metres(i32),
    /// There is no such postcode.
    NoSuchPostcode,
    /// Another country, or an island nobody has measured: not within any radius.
    Elsewhere,
}

/// The way from a place to an address, as the crow flies.
///
/// # Errors
/// [`Fault::Down`] when nobody can tell now.
pub async fn measure(shop: &Shop, place: &Place, to: &Address) -> Result<Distance, Fault> {
    let (Some(_), Some(here)) = (place.delivery_radius, place.coordinates) else {
        return Ok(Distance::DoesNotMatter);
    };
    if to.country != UNITED_KINGDOM {
        return Ok(Distance::Elsewhere);
    }
    let Some(postcode) = Postcode::parse(&to.postal_code) else {
        return Ok(Distance::NoSuchPostcode);
    };
    Ok(match locate(shop, &postcode).await? {
        Found::Known(Some(there)) => Distance::Metres(here.metres_to(there)),
        Found::Known(None) => Distance::Elsewhere,
        Found::Unknown => Distance::NoSuchPostcode,
    })
}
