//! Verb: one round of asking one source, which is one call at most.
//!
//! Whatever happens between the call and its hearing, the parcels stay due, and the next round asks again: nothing is lost that way.

use super::{
    Due, back_off::Pause, by_urgency, hear, plan, store, store::Wanted, subscribe, take, turn, turn::Turn,
};
use crate::{
    Fault, Shop,
    clock::At,
    parcel::fetch_tracking,
    provider::{Refused, health, said::Said},
    tracking::{TrackReport, TrackSource},
};

/// Everybody who can be asked.
pub const SOURCES: [TrackSource; 5] =
    [TrackSource::Shippo, TrackSource::Fedex, TrackSource::Ups, TrackSource::Dhl, TrackSource::Correos];

/// What a round came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// Nothing to do for us: the shop has no account, somebody else asks, or the source is left alone.
    Idle,
    /// Nothing before then: nobody is due, or the budget is spent.
    Until(At),
    /// A call was made about so many parcels; there may be more.
    Asked(usize),
    /// It could not be asked, and is left alone until then.
    Paused(At),
}

/// Asks one source about those who are most overdue.
///
/// # Errors
/// When PostgreSQL is away. What a source answers, or does not, is no error.
pub async fn round(shop: &Shop, source: TrackSource) -> Result<Round, Fault> {
    let (batch, sources) = asked(shop, source);
    if batch == 0 {
        return Ok(Round::Idle);
    }
    let now = shop.clock.now();
    let looks = store::first_due(&shop.pool, &sources).await?;
    let renews = subscribe::first_due(shop, source).await?;
    match looks.into_iter().chain(renews).min() {
        None => return Ok(Round::Idle),
        Some(first) if first > now => return Ok(Round::Until(first)),
        Some(_) => {}
    }
    let Some(turn) = turn::take(shop, source).await? else { return Ok(Round::Idle) };
    let calls = match turn::spend(shop, &turn).await? {
        Ok(calls) => calls,
        Err(from) => {
            turn::give_back(shop, &turn, false).await?;
            return Ok(Round::Until(from));
        }
    };
    // They take turns, so that neither waits for the other's end.
    let is_due = |first: Option<At>| first.is_some_and(|first| first <= now);
    if is_due(renews) && (calls % 2 == 1 || !is_due(looks)) {
        return subscribe::some(shop, &turn).await;
    }
    let mut due = store::due(&shop.pool, &sources, batch, now).await?;
    by_urgency(&mut due, now);
    look(shop, &turn, due, batch).await
}

/// How many numbers go into one question, and whose parcels they may be. Shippo is asked about its own and those of carriers that the shop
/// has no account with.
fn asked(shop: &Shop, source: TrackSource) -> (usize, Vec<&'static str>) {
    if source != TrackSource::Shippo {
        return (shop.carriers.batch(source), vec![source.as_str()]);
    }
    let through = SOURCES.into_iter().filter(|other| shop.carriers.batch(*other) == 0);
    (usize::from(shop.shippo.is_there()), through.map(TrackSource::as_str).collect())
}

async fn look(shop: &Shop, turn: &Turn, due: Vec<Due<Wanted>>, batch: usize) -> Result<Round, Fault> {
    let wanted = take(due, batch, |one| one.among);
    let Some(first) = wanted.first() else {
        turn::give_back(shop, turn, false).await?;
        return Ok(Round::Idle);
    };
    let said = if turn.source == TrackSource::Shippo {
        through_shippo(shop, first).await
    } else {
        let numbers: Vec<_> = wanted.iter().map(|one| one.number.as_str()).collect();
        let asked = shop.carriers.track(turn.source, &first.carrier, &numbers, shop.clock.now());
        health::ask_or_try(shop, turn.source.as_str(), asked).await
    };
    shop.reach("poll_answered").await;
    match said {
        Ok(Said::Done(reports)) => {
            heard(shop, &wanted, &reports).await?;
            turn::give_back(shop, turn, true).await?;
            Ok(Round::Asked(wanted.len()))
        }
        Ok(Said::Refused(why)) => {
            refused(shop, &wanted, &why).await?;
            turn::give_back(shop, turn, true).await?;
            Ok(Round::Asked(wanted.len()))
        }
        Ok(Said::Busy { after, .. }) => Ok(Round::Paused(turn::pause(shop, turn, Pause::Busy(after)).await?)),
        Err(Fault::Down { .. }) => down(shop, turn).await,
        Err(fault) => Err(fault),
    }
}

/// It did not answer: is left alone, the longer the oftener, or until its key may have been mended.
pub(super) async fn down(shop: &Shop, turn: &Turn) -> Result<Round, Fault> {
    let refused = health::is_paused(shop, turn.source.as_str()).await?;
    let pause = if refused { Pause::Refused } else { Pause::Down(turn.failures + 1) };
    Ok(Round::Paused(turn::pause(shop, turn, pause).await?))
}

/// Shippo's answer is heard where staff's question is.
async fn through_shippo(shop: &Shop, wanted: &Wanted) -> Result<Said<Vec<TrackReport>>, Fault> {
    fetch_tracking(shop, wanted.parcel).await.map(|known| match known {
        Some(_) => Said::Done(Vec::new()),
        None => Said::Refused(Refused {
            code: "NOT_FOLLOWED".to_owned(),
            message: "Shippo does not know this number".to_owned(),
        }),
    })
}

/// One parcel that cannot be written holds up no other: it is left until its next look.
async fn heard(shop: &Shop, wanted: &[Wanted], reports: &[TrackReport]) -> Result<(), Fault> {
    for one in wanted {
        let report = reports.iter().find(|report| report.number == one.number);
        if let Err(fault) = hear::hear(shop, one, report).await {
            tracing::warn!(parcel = %one.parcel, %fault, "a carrier's answer could not be heard; later");
            let mut tx = shop.pool.begin().await?;
            plan::looked(&mut tx, &shop.about.zone, one.parcel, shop.clock.now()).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// A refused question is asked again in halves, until the number that spoils it stands alone.
async fn refused(shop: &Shop, wanted: &[Wanted], why: &Refused) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    if let [one] = wanted {
        let code: String = why.code.chars().take(100).collect();
        plan::refused(&mut tx, &shop.about.zone, (one.parcel, &code), now).await?;
    } else {
        let parcels: Vec<_> = wanted.iter().map(|one| one.parcel).collect();
        store::halve(&mut tx, &parcels).await?;
    }
    tx.commit().await?;
    Ok(())
}
