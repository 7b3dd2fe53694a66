//! Whatever order providers' news comes in, and however often: the same state, and a small model's that asks nothing of the rules.

use proptest::prelude::*;

use super::*;
use crate::{
    clock::At,
    parcel::{TrackingStatus, roll_up},
    payment::Facts,
    tracking::{CarrierEvent, Known as Carried, Meaning, TrackSource, TrackingState, When, timeline},
    workflow::preset,
};

/// What providers can say in an order's life.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Told {
    Authorized,
    Captured,
    Released,
    Failed,
    Refunded(i64),
    Disputed,
    Packed,
    Tracked(usize, TrackingStatus, Option<i64>),
}

/// What is known, as the tables would hold it.
struct Known {
    facts: Facts,
    refunds: u8,
    packed: bool,
    parcels: [Carried; 2],
    state: State,
}

impl Known {
    fn nothing() -> Self {
        let state = State {
            stage: None,
            payment: PaymentStatus::Unpaid,
            roll: None,
            status: Status::Pending,
            priority: Priority::Standard,
        };
        Self { facts: Facts::default(), refunds: 0, packed: false, parcels: <[Carried; 2]>::default(), state }
    }

    /// False for what waits in the inbox: money that goes back of money that has not come.
    fn hear(&mut self, news: Told) -> bool {
        let change = match news {
            Told::Refunded(_) | Told::Disputed if self.facts.captured == 0 => return false,
            Told::Packed => {
                self.packed = true;
                Change::LabelBought
            }
            Told::Tracked(which, status, at) => {
                self.parcels[which].learn(&scan(status, at), At::from_second(0));
                let believed = self.parcels.each_ref().map(|parcel| parcel.headline("ups").meaning.status());
                Change::Tracking(roll_up(&believed))
            }
            money => {
                match money {
                    Told::Authorized => self.facts.authorized = 100,
                    Told::Captured => self.facts.captured = 100,
                    Told::Released => self.facts.released = true,
                    Told::Failed => self.facts.failed = true,
                    Told::Disputed => self.facts.disputed = true,
                    // One bit per refund: hearing of it twice is hearing of it once.
                    Told::Refunded(which) => {
                        self.refunds |= 1 << which;
                        self.facts.refunded = 50 * i64::from(self.refunds.count_ones());
                    }
                    Told::Packed | Told::Tracked(..) => unreachable!(),
                }
                let (payment, kind) = (self.facts.status(), Kind::PaymentSucceeded);
                match money {
                    Told::Authorized | Told::Captured => Change::Came { payment, packed: self.packed, kind },
                    _ => Change::Payment(payment, kind),
                }
            }
        };
        let workflow = preset("print-factory").unwrap();
        if let Step::Moved(next, _) = apply(&self.state, &change, &workflow, Language::En) {
            self.state = next;
        }
        true
    }
}

/// A carrier's word of one of the eight.
fn scan(status: TrackingStatus, hour: Option<i64>) -> timeline::Told {
    let meaning = match status {
        TrackingStatus::Unknown => Meaning::UNKNOWN,
        TrackingStatus::PreTransit => Meaning::of(TrackingState::PreTransit),
        TrackingStatus::Transit => Meaning::of(TrackingState::InTransit),
        TrackingStatus::OutForDelivery => Meaning::of(TrackingState::OutForDelivery),
        TrackingStatus::Delayed => Meaning::of(TrackingState::Delayed),
        TrackingStatus::Exception => Meaning::of(TrackingState::Attempted),
        TrackingStatus::Delivered => Meaning::of(TrackingState::Delivered),
        TrackingStatus::Returned => Meaning::of(TrackingState::Returning),
    };
    let when =
        hour.map_or(When::Unsaid, |hour| When::Moment { at: At::from_second(hour * 3600), offset: None });
    let event = CarrierEvent {
        key: format!("{status:?} {hour:?}"),
        code: None,
        sub_code: None,
        words: None,
        language: None,
        when,
        place: None,
        meaning: Some(meaning),
    };
    timeline::Told { source: TrackSource::Ups, event }
}

fn tell(told: &[Told]) -> State {
    let (mut known, mut waiting) = (Known::nothing(), Vec::new());
    for news in told {
        if known.hear(*news) {
            waiting.retain(|news| !known.hear(*news));
        } else {
            waiting.push(*news);
        }
    }
    known.state
}

fn any_told() -> impl Strategy<Value = Vec<Told>> {
    let track = (0_usize..2, 0_usize..8, prop::option::of(0_i64..5))
        .prop_map(|(parcel, status, at)| Told::Tracked(parcel, TrackingStatus::ALL[status], at));
    let one = prop_oneof![
        Just(Told::Authorized),
        Just(Told::Captured),
        Just(Told::Released),
        Just(Told::Failed),
        Just(Told::Disputed),
        Just(Told::Packed),
        (0_i64..2).prop_map(Told::Refunded),
        track.clone(),
        track,
    ];
    prop::collection::vec(one, 1..14)
}

/// The state by the set alone. Its payment, its boxes and its headline are reckoned here anew.
fn model(told: &[Told]) -> State {
    let said = |wanted: Told| told.contains(&wanted);
    let (held, taken) = (said(Told::Authorized), said(Told::Captured));
    let refunds = [0, 1].into_iter().filter(|which| said(Told::Refunded(*which))).count();
    let payment = match (taken, refunds) {
        (true, _) if said(Told::Disputed) => PaymentStatus::Disputed,
        (true, 0) => PaymentStatus::Paid,
        (true, 1) => PaymentStatus::PartiallyRefunded,
        (true, _) => PaymentStatus::Refunded,
        (false, _) if held && said(Told::Released) => PaymentStatus::Unpaid,
        (false, _) if held => PaymentStatus::Authorized,
        (false, _) if said(Told::Failed) => PaymentStatus::Failed,
        _ => PaymentStatus::Unpaid,
    };
    let boxes = [0, 1].map(|which| furthest(told, which));
    let roll = together(boxes);
    let (stage, status) = match roll {
        _ if !held && !taken => (None, Status::Pending),
        None if said(Told::Packed) => (Some("in_production"), Status::Processing),
        None => (Some("new"), Status::Confirmed),
        Some(Status::Delivered) => (Some("delivered"), Status::Delivered),
        Some(Status::Returned) => (Some("shipped"), Status::Exception),
        Some(way) => (Some("shipped"), way),
    };
    State { stage: stage.map(str::to_owned), payment, roll, status, priority: Priority::Standard }
}

/// What is believed of a box: an end before the way back, that before what is under way, that before what has not begun; then the later; then
/// the worse. A hand-over after the way back had begun is its end.
fn furthest(told: &[Told], which: usize) -> TrackingStatus {
    use TrackingStatus::*;
    const WORSE: [TrackingStatus; 8] =
        [Unknown, PreTransit, Transit, OutForDelivery, Delayed, Exception, Returned, Delivered];
    let heard = told.iter().filter_map(|told| match told {
        Told::Tracked(of, status, at) if *of == which && *status != Unknown => Some((*status, *at)),
        _ => None,
    });
    let rank = |status: TrackingStatus| WORSE.iter().position(|other| *other == status);
    let turned = heard.clone().filter(|(status, _)| *status == Returned).filter_map(|(_, at)| at).min();
    let class = |(status, at): (TrackingStatus, Option<i64>)| match status {
        PreTransit => 0,
        Returned => 2,
        Delivered if turned.is_some_and(|turned| at.is_some_and(|at| at > turned)) => 4,
        Delivered => 3,
        _ => 1,
    };
    let best = heard.max_by_key(|(status, at)| (class((*status, *at)), *at, rank(*status)));
    best.map_or(Unknown, |(status, at)| if class((status, at)) == 4 { Returned } else { status })
}

/// What two boxes say together.
fn together(boxes: [TrackingStatus; 2]) -> Option<Status> {
    use TrackingStatus::*;
    let waits = |one: TrackingStatus| matches!(one, Unknown | PreTransit);
    let either = |wanted: TrackingStatus| boxes.contains(&wanted);
    Some(match boxes {
        [a, b] if waits(a) && waits(b) => return None,
        _ if either(Returned) => Status::Returned,
        _ if either(Exception) => Status::Exception,
        _ if either(Delayed) => Status::Delayed,
        [Delivered, Delivered] => Status::Delivered,
        [OutForDelivery | Delivered, OutForDelivery | Delivered] => Status::OutForDelivery,
        [OutForDelivery, other] | [other, OutForDelivery] if waits(other) => Status::OutForDelivery,
        _ => Status::Shipped,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    /// Any permutation and any repetition of the same set of provider news ends in the same state, whenever the money comes among it.
    #[test]
    fn provider_news_in_any_order_ends_the_same(told in any_told(), again in any_told(), seed in any::<u64>()) {
        let said = |wanted: Told| told.contains(&wanted);
        let mut shuffled = told.clone();
        // Some of it twice: what was drawn for that and is in the set.
        shuffled.extend(again.into_iter().filter(|news| said(*news)));
        let length = shuffled.len();
        for i in 0..length {
            shuffled.swap(i, (seed as usize).wrapping_mul(i + 7) % length);
        }
        prop_assert_eq!(tell(&told), model(&told));
        prop_assert_eq!(tell(&shuffled), model(&told));
        let twice: Vec<_> = told.iter().rev().chain(&shuffled).copied().collect();
        prop_assert_eq!(tell(&twice), model(&told));
    }
}
