//! Verb: what can be ordered at a location, and for when.

use crate::{
    Fault, Shop,
    clock::At,
    place::{self, Place, Slot},
    product::{self, Product},
};

/// Everything the form shows.
#[derive(Debug, Clone)]
pub struct Storefront {
    /// Where.
    pub place: Place,
    /// What; also what is sold out.
    pub goods: Vec<Product>,
    /// The free slots, each with its seats left. Empty where the place works without slots, or has none left.
    pub slots: Vec<(Slot, i32)>,
    /// Seconds from confirmed to ready, on average; absent while nobody knows.
    pub ready: Option<i64>,
    /// When the place opens next; now when it is open.
    pub opens: Option<At>,
}

impl Storefront {
    /// Whether it works in slots and none is left; what a carrier brings needs none.
    pub fn is_full(&self) -> bool {
        self.place.slot_minutes.is_some() && self.slots.is_empty() && !self.place.shipping
    }

    /// Whether all that it offers is sold out.
    pub fn is_sold_out(&self) -> bool {
        self.goods.iter().all(|product| product.on_hand <= 0)
    }
}

/// The form of a location.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such location.
pub async fn show(shop: &Shop, location: &str) -> Result<Storefront, Fault> {
    let now = shop.clock.now();
    let goods = product::offered(shop, location).await?;
    let mut conn = shop.pool.acquire().await?;
    let place = place::store::find(&mut conn, location).await?.ok_or(Fault::NotFound)?;
    let slots = place::free(&mut conn, &place, now).await?;
    let (seconds, orders) = place::store::time_to_ready(&mut conn, location).await?;
    let opens = place.opening.next_open(now);
    let goods = goods.into_iter().filter(|product| product.price.is_some()).collect();
    Ok(Storefront { place, goods, slots, ready: (orders > 0).then_some(seconds), opens })
}
