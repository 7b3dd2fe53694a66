//! Sources that can are asked to tell of parcels by themselves. That helps; the looks go on, because pushes get lost.

use super::{
    Round,
    back_off::Pause,
    round::down,
    store::Wanted,
    subscription::{self, Became, about_subscription},
    turn,
    turn::Turn,
};
use crate::{
    Fault, Shop,
    clock::At,
    ids::ParcelId,
    inbox,
    provider::{Refused, dhl, health, said::Said, ups},
    tracking::TrackSource,
};

const DAY: i64 = 24 * 3600;

/// When the source is to be asked for one first; `None` where it tells nothing by itself.
pub(super) async fn first_due(shop: &Shop, source: TrackSource) -> Result<Option<At>, Fault> {
    let tells = match source {
        TrackSource::Ups => shop.carriers.ups.as_ref().is_some_and(ups::Ups::tells),
        TrackSource::Dhl => shop.carriers.dhl.as_ref().is_some_and(dhl::Dhl::tells),
        _ => false,
    };
    if tells { subscription::first_due(shop, source).await } else { Ok(None) }
}

/// Asks for those that are due, as many as go into one call.
pub(super) async fn some(shop: &Shop, turn: &Turn) -> Result<Round, Fault> {
    let said = match turn.source {
        TrackSource::Ups => with_ups(shop).await,
        _ => with_dhl(shop).await,
    };
    match said {
        Ok(Said::Done(asked)) => {
            turn::give_back(shop, turn, true).await?;
            Ok(Round::Asked(asked))
        }
        Ok(Said::Refused(_)) => {
            turn::give_back(shop, turn, true).await?;
            Ok(Round::Asked(0))
        }
        Ok(Said::Busy { after, .. }) => Ok(Round::Paused(turn::pause(shop, turn, Pause::Busy(after)).await?)),
        Err(Fault::Down { .. }) => down(shop, turn).await,
        Err(fault) => Err(fault),
    }
}

async fn with_ups(shop: &Shop) -> Result<Said<usize>, Fault> {
    let Some(ups) = &shop.carriers.ups else { return Ok(Said::Done(0)) };
    let wanted = subscription::due(shop, TrackSource::Ups, ups::MOST).await?;
    let numbers: Vec<_> = wanted.iter().map(|one| one.number.as_str()).collect();
    let now = shop.clock.now();
    let said = match health::ask_or_try(shop, "ups", ups.subscribe(&numbers, now)).await? {
        Said::Done(said) => said,
        Said::Refused(why) => return refused(shop, &wanted, &why).await,
        Said::Busy { detail, after } => return Ok(Said::Busy { detail, after }),
    };
    let (taken, others): (Vec<_>, Vec<_>) = wanted.iter().partition(|one| is_among(one, &said.taken));
    let mut tx = shop.pool.begin().await?;
    subscription::became(&mut tx, &ids(taken), &Became::Active(said.renew)).await?;
    let why = "the carrier does not tell of this number";
    subscription::became(&mut tx, &ids(others), &Became::Failed(why, None)).await?;
    tx.commit().await?;
    Ok(Said::Done(wanted.len()))
}

/// DHL tells of a division's parcels; of whose division nobody knows it cannot be asked to.
async fn with_dhl(shop: &Shop) -> Result<Said<usize>, Fault> {
    let Some(dhl) = &shop.carriers.dhl else { return Ok(Said::Done(0)) };
    let now = shop.clock.now();
    let mut wanted = subscription::due(shop, TrackSource::Dhl, 10 * dhl::MOST).await?;
    let Some(carrier) = wanted.first().map(|one| one.carrier.clone()) else { return Ok(Said::Done(0)) };
    wanted.retain(|one| one.carrier == carrier);
    wanted.truncate(dhl::MOST);
    let Some(division) = dhl::service(&carrier) else {
        let mut conn = shop.pool.acquire().await?;
        let why = "no division of the carrier's is known";
        subscription::became(&mut conn, &ids(&wanted), &Became::Failed(why, None)).await?;
        return Ok(Said::Done(0));
    };
    let numbers: Vec<_> = wanted.iter().map(|one| one.number.as_str()).collect();
    let name = match health::ask_or_try(shop, "dhl", dhl.subscribe(division, &numbers, now)).await? {
        Said::Done(name) => name,
        Said::Refused(why) => return refused(shop, &wanted, &why).await,
        Said::Busy { detail, after } => return Ok(Said::Busy { detail, after }),
    };
    let mut tx = shop.pool.begin().await?;
    inbox::store::meet(&mut tx, &about_subscription(&name)).await?;
    subscription::became(&mut tx, &ids(&wanted), &Became::Agreed(&name, now.plus(DAY))).await?;
    inbox::store::wake(&mut tx, &about_subscription(&name)).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(Said::Done(wanted.len()))
}

/// Refused as a whole: it may be our door's address. Asked again tomorrow.
async fn refused(shop: &Shop, wanted: &[Wanted], why: &Refused) -> Result<Said<usize>, Fault> {
    tracing::warn!(code = why.code, "a carrier does not want to tell of parcels");
    let mut conn = shop.pool.acquire().await?;
    let code: String = why.code.chars().take(100).collect();
    let anew = shop.clock.now().plus(DAY);
    subscription::became(&mut conn, &ids(wanted), &Became::Failed(&code, Some(anew))).await?;
    Ok(Said::Done(wanted.len()))
}

fn is_among(one: &Wanted, numbers: &[String]) -> bool {
    numbers.iter().any(|number| number.trim() == one.number)
}

fn ids<'a>(wanted: impl IntoIterator<Item = &'a Wanted>) -> Vec<ParcelId> {
    wanted.into_iter().map(|one| one.parcel).collect()
}
