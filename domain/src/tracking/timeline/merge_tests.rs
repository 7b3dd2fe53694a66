//! Whole journeys, told by several sources each in its own way, shuffled and repeated; held against a model that knows what really happened.
//!
//! The model shares no code with the merge: it makes the scans first, tells them badly, and expects to get them back. Its headline is written
//! as a list of questions, not as a greatest weight.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use proptest::prelude::*;

use super::{Told, headline, sum_up, timeline};
use crate::{
    clock::At,
    order::Status,
    tracking::{CarrierEvent, Meaning, ScanPlace, TrackSource, TrackingState, When},
};

const START: i64 = 1_790_000_000;
/// What sources tell of one parcel: its carrier's own and Shippo.
const CARRIERS: [TrackSource; 3] = [TrackSource::Ups, TrackSource::Dhl, TrackSource::Correos];

/// A scan that really happened.
#[derive(Debug, Clone)]
struct Truth {
    state: TrackingState,
    /// Seconds since the start.
    at: i64,
    /// Whether the carrier tells, whether Shippo does; one of them at least.
    tellers: (bool, bool),
    /// How many seconds Shippo's clock is off.
    off: i64,
    /// Whether Shippo has only its coarse word for it.
    coarse: bool,
    /// Whether the carrier says a moment, or the clock on the wall.
    local: bool,
}

fn truth() -> impl Strategy<Value = (TrackSource, Vec<Truth>)> {
    let tellers = prop_oneof![Just((true, true)), Just((true, false)), Just((false, true))];
    let scan = (0_usize..12, 900_i64..200_000, tellers, -100_i64..100, any::<bool>(), any::<bool>())
        .prop_map(|(state, at, tellers, off, coarse, local)| Truth {
            state: TrackingState::ALL[state],
            at,
            tellers,
            off,
            coarse,
            local,
        });
    (0_usize..3, prop::collection::vec(scan, 1..9)).prop_map(|(carrier, mut scans)| {
        // Scans are a quarter of an hour apart at least: gaps, added up.
        let mut at = 0;
        for scan in &mut scans {
            at += scan.at;
            scan.at = at;
        }
        (CARRIERS[carrier], scans)
    })
}

fn told(source: TrackSource, key: usize, state: TrackingState, when: When) -> Told {
    let place = ScanPlace {
        city: Some(if source == TrackSource::Shippo { "MALAGA" } else { "Málaga" }.to_owned()),
        country: Some("ES".to_owned()),
        ..ScanPlace::default()
    };
    let event = CarrierEvent {
        key: format!("{source:?}-{key}"),
        code: Some(state.as_str().to_owned()),
        sub_code: None,
        words: Some(format!("{state:?} said {source:?}")),
        language: None,
        when,
        place: Some(place),
        meaning: Some(Meaning::of(state)),
    };
    Told { source, event }
}

/// Tells one truth: what each source says of it.
fn tell(carrier: TrackSource, key: usize, scan: &Truth) -> Vec<Told> {
    let moment = |off: i64| Timestamp::from_second(START + scan.at + off).unwrap();
    let mut all = Vec::new();
    if scan.tellers.0 {
        let wall: DateTime = moment(0).to_zoned(TimeZone::get("Europe/Madrid").unwrap()).datetime();
        let when =
            if scan.local { When::Local(wall) } else { When::Moment { at: At(moment(0)), offset: None } };
        all.push(told(carrier, key, scan.state, when));
    }
    if scan.tellers.1 {
        use TrackingState::*;
        let finer =
            matches!(scan.state, PickedUp | OutForDelivery | Delayed | Attempted | AvailableForPickup);
        // Coarse only where the carrier says it more closely: otherwise the coarse word is all anybody knows.
        let state = if finer && scan.coarse && scan.tellers.0 { InTransit } else { scan.state };
        all.push(told(
            TrackSource::Shippo,
            key,
            state,
            When::Moment { at: At(moment(scan.off)), offset: None },
        ));
    }
    all
}

fn shuffled(all: &[Told], seed: u64) -> Vec<Told> {
    let mut other = all.to_vec();
    let mut state = seed | 1;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for i in (1..other.len()).rev() {
        other.swap(i, next(i + 1));
    }
    for _ in 0..all.len() {
        let again = all[next(all.len())].clone();
        other.insert(next(other.len() + 1), again);
    }
    other
}

/// The model's headline: questions, from the strongest.
fn model(carrier: TrackSource, scans: &[Truth]) -> TrackingState {
    use TrackingState::*;
    let any = |state| scans.iter().any(|scan| scan.state == state);
    let began_back = scans.iter().position(|scan| scan.state == Returning);
    let handed_back = began_back.is_some_and(|began| {
        scans.iter().skip(began).any(|scan| scan.state == Delivered && carrier != TrackSource::Correos)
    });
    if any(Returned) || handed_back {
        return Returned;
    }
    if any(Delivered) {
        return Delivered;
    }
    if any(Returning) {
        return Returning;
    }
    let moved = scans.iter().rev().find(|scan| !matches!(scan.state, Unknown | PreTransit));
    moved.map_or(if any(PreTransit) { PreTransit } else { Unknown }, |scan| scan.state)
}

/// How far a headline has come: it never falls.
fn step(state: TrackingState) -> usize {
    use TrackingState::*;
    match state {
        Unknown => 0,
        PreTransit => 1,
        Returning => 3,
        Delivered => 4,
        Returned => 5,
        _ => 2,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// However the sources' words are shuffled and repeated, what comes out is what happened: the same scans, in order, the same headline.
    #[test]
    fn a_badly_told_journey_comes_out_as_it_was((carrier, scans) in truth(), seed in any::<u64>()) {
        let all: Vec<Told> =
            scans.iter().enumerate().flat_map(|(key, scan)| tell(carrier, key, scan)).collect();
        let line = timeline(shuffled(&all, seed));
        prop_assert_eq!(&line, &timeline(all.clone()));
        let states: Vec<_> = line.iter().map(|scan| scan.meaning.state).collect();
        let truth: Vec<_> = scans.iter().map(|scan| scan.state).collect();
        prop_assert_eq!(states, truth);
        let tellings: usize = line.iter().map(|scan| scan.told.len()).sum();
        prop_assert_eq!(tellings, all.len(), "every word is kept, once");
        prop_assert_eq!(headline(carrier.as_str(), &line).meaning.state, model(carrier, &scans));
    }

    /// News never takes a headline back, in whatever order it comes.
    #[test]
    fn no_news_is_a_step_back((carrier, scans) in truth(), seed in any::<u64>()) {
        let all: Vec<Told> =
            scans.iter().enumerate().flat_map(|(key, scan)| tell(carrier, key, scan)).collect();
        let heard = shuffled(&all, seed);
        let mut before = 0;
        for n in 1..=heard.len() {
            let now = step(headline(carrier.as_str(), &timeline(heard[..n].to_vec())).meaning.state);
            prop_assert!(now >= before, "from {before} to {now} by {:?}", heard[n - 1]);
            before = now;
        }
    }

    /// Anything at all: places that contradict, keys told twice with other words, no times. Still a function of the set.
    #[test]
    fn nonsense_too_is_a_function_of_the_set(
        raw in prop::collection::vec((0_usize..6, 0_u8..4, 0_usize..12, 0_u8..4, 0_i64..400, 0_u8..3), 1..14),
        seed in any::<u64>(),
    ) {
        let all: Vec<Told> = raw.into_iter().map(|(source, key, state, when, at, city)| {
            let at = Timestamp::from_second(START + at).unwrap();
            let when = match when {
                0 => When::Unsaid,
                1 => When::Local(at.to_zoned(TimeZone::UTC).datetime()),
                _ => When::Moment { at: At(at), offset: None },
            };
            let mut told = told(TrackSource::ALL[source], usize::from(key), TrackingState::ALL[state], when);
            let place = told.event.place.as_mut().unwrap();
            place.city = ["Lugo", "Vigo"].get(usize::from(city)).map(|&city| city.to_owned());
            place.country = (city != 1).then(|| "US".to_owned());
            told
        }).collect();
        let (one, other) = (timeline(all.clone()), timeline(shuffled(&all, seed)));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(headline("ups", &one), headline("ups", &other));
        let times: Vec<_> = one.iter().map(|scan| (scan.at.is_none(), scan.at)).collect();
        prop_assert!(times.is_sorted(), "{times:?}");
        for scan in &one {
            prop_assert!(!scan.told.is_empty());
        }
    }
}

fn line(states: &[TrackingState]) -> super::Headline {
    let at = |i: usize| At(Timestamp::from_second(START + i64::try_from(i).unwrap() * 3600).unwrap());
    let all = states
        .iter()
        .enumerate()
        .map(|(i, state)| told(TrackSource::Ups, i, *state, When::Moment { at: at(i), offset: None }));
    headline("ups", &timeline(all))
}

#[test]
fn headlines_of_whole_lines() {
    use TrackingState::*;
    let table: [(&[TrackingState], TrackingState); 10] = [
        (&[], Unknown),
        (&[PreTransit, Unknown], PreTransit),
        (&[InTransit, PreTransit], InTransit),
        (&[OutForDelivery, Attempted, InTransit], InTransit),
        (&[Delivered, InTransit], Delivered),
        (&[Delivered, Returning], Delivered),
        (&[Delivered, Returned], Returned),
        (&[Returning, InTransit, OutForDelivery], Returning),
        (&[Returning, Delivered], Returned),
        (&[Failed, InTransit], InTransit),
    ];
    for (states, expected) in table {
        assert_eq!(line(states).meaning.state, expected, "{states:?}");
    }
}

#[test]
fn a_label_is_no_scan() {
    assert_eq!(line(&[TrackingState::PreTransit]).last_scan, None);
    assert!(line(&[TrackingState::PickedUp, TrackingState::PreTransit]).last_scan.is_some());
}

#[test]
fn parcels_are_summed_up_and_none_speaks_for_another() {
    use TrackingState::*;
    let sum =
        |parcels: &[&[TrackingState]]| sum_up(&parcels.iter().map(|states| line(states)).collect::<Vec<_>>());
    assert_eq!(sum(&[&[PreTransit], &[]]), None);
    assert_eq!(sum(&[&[PickedUp], &[Delivered]]), Some(Status::Shipped));
    assert_eq!(sum(&[&[OutForDelivery], &[AvailableForPickup]]), Some(Status::OutForDelivery));
    assert_eq!(sum(&[&[Delivered], &[Delivered]]), Some(Status::Delivered));
    assert_eq!(sum(&[&[Delivered], &[Attempted]]), Some(Status::Exception));
    assert_eq!(sum(&[&[Delivered], &[Delayed]]), Some(Status::Delayed));
    assert_eq!(sum(&[&[Delivered], &[Returning]]), Some(Status::Exception));
}

fn at_second(second: i64) -> When {
    When::Moment { at: At(Timestamp::from_second(START + second).unwrap()), offset: None }
}

#[test]
fn two_scans_of_a_carrier_stay_two_though_shippo_tells_of_one() {
    let state = TrackingState::InTransit;
    let all = [
        told(TrackSource::Ups, 1, state, at_second(0)),
        told(TrackSource::Ups, 2, state, at_second(60)),
        told(TrackSource::Shippo, 1, state, at_second(50)),
    ];
    let line = timeline(all);
    let tellers: Vec<_> = line.iter().map(|scan| scan.told.len()).collect();
    assert_eq!(tellers, [1, 2], "Shippo's is the nearer one's");
}

#[test]
fn scans_in_two_towns_are_two() {
    let mut shippos = told(TrackSource::Shippo, 1, TrackingState::InTransit, at_second(0));
    shippos.event.place.as_mut().unwrap().city = Some("Lugo".to_owned());
    let line = timeline([told(TrackSource::Ups, 1, TrackingState::InTransit, at_second(0)), shippos]);
    assert_eq!(line.len(), 2);
}

#[test]
fn a_clock_without_a_zone_is_forgiven_whole_hours_in_the_same_town() {
    let somewhere = |mut told: Told| {
        told.event.place.as_mut().unwrap().country = Some("US".to_owned());
        told
    };
    let wall: DateTime =
        At(Timestamp::from_second(START - 5 * 3600).unwrap()).0.to_zoned(TimeZone::UTC).datetime();
    let carriers = somewhere(told(TrackSource::Ups, 1, TrackingState::Delivered, When::Local(wall)));
    let shippos = somewhere(told(TrackSource::Shippo, 1, TrackingState::Delivered, at_second(30)));
    let line = timeline([carriers.clone(), shippos.clone()]);
    assert_eq!(
        (line.len(), line[0].wall),
        (1, Some(At(Timestamp::from_second(START + 30).unwrap()).0.to_zoned(TimeZone::UTC).datetime()))
    );
    let mut elsewhere = shippos;
    elsewhere.event.place.as_mut().unwrap().city = None;
    assert_eq!(timeline([carriers, elsewhere]).len(), 2, "nobody says where: two");
}
