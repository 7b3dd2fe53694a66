//! Verb: somebody wants to know now where a parcel is.

use super::{hear, plan, round::SOURCES, store::Wanted, turn};
use crate::{
    Fault, Reason, Shop,
    ids::ParcelId,
    parcel,
    provider::{health, said::Said},
    tracking::TrackSource,
};

/// Asks the carrier's own service and hears its answer like a push; true when something was new. `None` where the shop has no account
/// there. It is asked whatever is left of the budget, and the plan pays it back.
///
/// # Errors
/// [`Fault::Refused`] for a number that the carrier refuses; [`Fault::NotFound`]; [`Fault::Down`] when it does not answer, or not now.
pub async fn ask(shop: &Shop, id: ParcelId) -> Result<Option<bool>, Fault> {
    let Some((carrier, number)) = parcel::store::tracked_by(&shop.pool, id).await? else { return Ok(None) };
    let Some(source) = TrackSource::of_carrier(&carrier).filter(|source| SOURCES.contains(source)) else {
        return Ok(None);
    };
    if shop.carriers.batch(source) == 0 {
        return Ok(None);
    }
    turn::spend_anyway(shop, source).await?;
    let numbers = [number.as_str()];
    let asked = shop.carriers.track(source, &carrier, &numbers, shop.clock.now());
    let reports = match health::ask_or_try(shop, source.as_str(), asked).await? {
        Said::Done(reports) => reports,
        Said::Refused(why) => {
            let mut tx = shop.pool.begin().await?;
            let code: String = why.code.chars().take(100).collect();
            plan::refused(&mut tx, &shop.about.zone, (id, &code), shop.clock.now()).await?;
            tx.commit().await?;
            return Err(Reason::NotTrackable.into());
        }
        Said::Busy { detail, .. } => return Err(Fault::Down { provider: source.as_str(), detail }),
    };
    let wanted = Wanted { parcel: id, carrier, number, among: None };
    let report = reports.iter().find(|report| report.number == wanted.number);
    hear::hear(shop, &wanted, report).await.map(Some)
}
