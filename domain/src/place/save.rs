//! Verb: an administrator writes a place down.

use super::{Place, PlaceFlaw, PlaceForm, Postcode, distance::UNITED_KINGDOM, locate, slot_store, store};
use crate::{
    Fault, Reason, Shop, event::Source, fault::Changed, provider::postcodes::Found, staff::Person, workflow,
};

/// Keeps a place as its form says, if it stands as the person saw it, or so already. Where it delivers within a radius its coordinates are
/// looked up by its postcode; slots that have not begun get the new number of seats.
///
/// # Errors
/// [`Fault::Refused`] with all that is wrong; [`Fault::Conflict`] when somebody was faster; [`Fault::Down`] when nobody can say where
/// it is: nothing was saved then.
pub async fn save(shop: &Shop, by: &Person, form: &PlaceForm) -> Result<(), Fault> {
    let refuse = |flaws: Vec<PlaceFlaw>| Fault::Refused(Reason::BadPlace { flaws });
    let mut place = form.read().map_err(refuse)?;
    let now = shop.clock.now();
    if workflow::store::current(&mut *shop.pool.acquire().await?, &place.workflow).await?.is_none() {
        return Err(refuse(vec![PlaceFlaw::Workflow]));
    }
    place.coordinates = coordinates(shop, &place).await?.map_err(|flaw| refuse(vec![flaw]))?;
    place.updated_by = Some(by.name.clone());
    let mut tx = shop.pool.begin().await?;
    if !store::write(&mut tx, &place, now).await? {
        let last = store::find(&mut tx, &place.key).await?.ok_or(Fault::NotFound)?;
        let shown = PlaceForm { version: place.version, ..PlaceForm::of(&last) };
        if shown == PlaceForm::of(&place) {
            return Ok(());
        }
        return Err(Fault::Conflict(Changed {
            version: last.version,
            actor: last.updated_by,
            source: Source::Staff,
            kind: "place_saved".to_owned(),
        }));
    }
    slot_store::resize(&mut tx, &place.key, place.slot_capacity, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Where it is, when that matters.
async fn coordinates(
    shop: &Shop,
    place: &Place,
) -> Result<Result<Option<super::Coordinates>, PlaceFlaw>, Fault> {
    if place.address.country != UNITED_KINGDOM || place.delivery_radius.is_none() {
        return Ok(Ok(None));
    }
    let Some(postcode) = Postcode::parse(&place.address.postal_code) else {
        return Ok(Err(PlaceFlaw::Postcode));
    };
    Ok(match locate(shop, &postcode).await? {
        Found::Known(Some(at)) => Ok(Some(at)),
        Found::Known(None) | Found::Unknown => Err(PlaceFlaw::Postcode),
    })
}
