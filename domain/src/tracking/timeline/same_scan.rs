//! Whether two sources tell of the same scan: the carrier's own word and Shippo's, hours later, of one beep at one door.
//!
//! Two that are shown apart though they are one cost a line; two that are merged though they are two would hide one. So the answer is yes only
//! when time, place and state speak for it.

use super::{merge::Told, moment::Moment};
use crate::tracking::{ScanPlace, TrackingState};

/// How far apart two sources' clocks may be, in seconds: some round to minutes.
const APART: u64 = 120;
/// Shippo's test mode tells one word twice, milliseconds apart.
const REPEATED: u64 = 1;

/// One thing told, with its moment.
pub(super) type Timed = (Told, Option<Moment>);

/// How well two things told fit as one scan, smaller is better; `None` when they are two.
pub(super) fn fit(a: &Timed, b: &Timed) -> Option<(u8, u64)> {
    if a.0.source == b.0.source { repeated(a, b) } else { told_by_both(a, b) }
}

/// One source repeats itself under another key.
fn repeated((a, at): &Timed, (b, bt): &Timed) -> Option<(u8, u64)> {
    let (at, bt) = ((*at)?, (*bt)?);
    let (x, y) = (&a.event, &b.event);
    let apart = seconds(at, bt);
    let same = apart <= REPEATED
        && (&x.code, &x.sub_code, x.meaning, &x.words) == (&y.code, &y.sub_code, y.meaning, &y.words)
        && x.place == y.place;
    same.then_some((0, apart))
}

fn told_by_both((a, at): &Timed, (b, bt): &Timed) -> Option<(u8, u64)> {
    let (at, bt) = ((*at)?, (*bt)?);
    let states = agree(a.event.state(), b.event.state())?;
    if contradict(a.event.place.as_ref(), b.event.place.as_ref()) {
        return None;
    }
    let apart = seconds(at, bt);
    if apart <= APART {
        return Some((states, apart));
    }
    // A clock without a zone is some whole number of quarter hours away; then the town has to speak for it too.
    let quarter = 15 * 60;
    let off = (apart % quarter).min(quarter - apart % quarter);
    let unsure = (!at.exact || !bt.exact) && apart <= 14 * 3600 + APART;
    let same_town = town(a.event.place.as_ref()).is_some_and(|it| town(b.event.place.as_ref()) == Some(it));
    (unsure && states == 0 && off <= APART && same_town).then_some((3, apart))
}

fn seconds(a: Moment, b: Moment) -> u64 {
    a.at.seconds_until(b.at).unsigned_abs()
}

/// Whether two states may be one scan: 0 the same, 1 the one is the other more closely, 2 one source has no word for it.
fn agree(a: TrackingState, b: TrackingState) -> Option<u8> {
    use TrackingState::{
        Attempted, AvailableForPickup, Delayed, InTransit, OutForDelivery, PickedUp, Unknown,
    };
    let closer =
        |state| matches!(state, PickedUp | OutForDelivery | Delayed | Attempted | AvailableForPickup);
    match (a, b) {
        _ if a == b => Some(0),
        (InTransit, other) | (other, InTransit) if closer(other) => Some(1),
        (Unknown, _) | (_, Unknown) => Some(2),
        _ => None,
    }
}

fn contradict(a: Option<&ScanPlace>, b: Option<&ScanPlace>) -> bool {
    let differ = |x: Option<String>, y: Option<String>| x.zip(y).is_some_and(|(x, y)| x != y);
    differ(town(a), town(b)) || differ(country(a), country(b))
}

fn country(place: Option<&ScanPlace>) -> Option<String> {
    place?.country.as_deref().map(plain)
}

fn town(place: Option<&ScanPlace>) -> Option<String> {
    place?.city.as_deref().map(plain)
}

/// Without case, accents, spaces: "MALAGA" is "Málaga".
pub(super) fn plain(name: &str) -> String {
    let flat = |c: char| match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ă' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        'ș' | 'ş' => 's',
        'ț' | 'ţ' => 't',
        _ => c,
    };
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).map(flat).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_are_the_same_in_any_spelling_of_their_letters() {
        assert_eq!(plain("Málaga"), plain("MALAGA"));
        assert_eq!(plain("L'Hospitalet de Llobregat"), plain("L HOSPITALET DE LLOBREGAT"));
        assert_ne!(plain("Charlotte"), plain("Hickory"));
    }

    #[test]
    fn a_delivery_is_never_the_same_scan_as_a_step() {
        use TrackingState::*;
        assert_eq!(agree(Delivered, Delivered), Some(0));
        assert_eq!(agree(InTransit, OutForDelivery), Some(1), "Shippo is coarse");
        assert_eq!(agree(Delivered, Unknown), Some(2));
        for (a, b) in
            [(Delivered, InTransit), (Returned, Delivered), (PreTransit, PickedUp), (Returning, InTransit)]
        {
            assert_eq!(agree(a, b), None, "{a:?} {b:?}");
        }
    }
}
