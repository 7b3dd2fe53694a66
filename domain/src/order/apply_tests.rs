//! The arrows, as a table and as properties.

use proptest::prelude::*;

use super::*;
use crate::workflow::preset;

fn at(stage: Option<&str>, payment: PaymentStatus, status: Status) -> State {
    State { stage: stage.map(str::to_owned), payment, status }
}

fn factory() -> Definition {
    preset("print-factory").unwrap()
}

fn step(state: &State, change: Change) -> Step {
    apply(state, &change, &factory(), Language::En)
}

#[test]
fn a_payment_confirms_and_starts_the_first_stage() {
    let moved = step(&at(None, PaymentStatus::Unpaid, Status::Pending), Change::Payment(Heard::Succeeded));
    assert_eq!(
        moved,
        Step::Moved(at(Some("new"), PaymentStatus::Paid, Status::Confirmed), Kind::PaymentSucceeded)
    );
}

#[test]
fn the_whole_way_and_nothing_twice() {
    let mut state = at(Some("new"), PaymentStatus::Paid, Status::Confirmed);
    for (stage, status) in [
        ("in_production", Status::Processing),
        ("shipped", Status::Shipped),
        ("delivered", Status::Delivered),
    ] {
        let Step::Moved(next, Kind::StageEntered) = step(&state, Change::Enter(stage.into())) else {
            panic!("{stage}")
        };
        assert_eq!(next.status, status);
        assert_eq!(step(&next, Change::Enter(stage.into())), Step::Already);
        state = next;
    }
}

#[test]
fn refusals_carry_their_reason() {
    let unpaid = at(None, PaymentStatus::Unpaid, Status::Pending);
    let new = at(Some("new"), PaymentStatus::Paid, Status::Confirmed);
    let delivered = at(Some("delivered"), PaymentStatus::Paid, Status::Delivered);
    let table = [
        (&unpaid, Change::Enter("in_production".into()), Reason::NotPaid),
        (&new, Change::Enter("moon".into()), Reason::UnknownStage { stage: "moon".into() }),
        (
            &new,
            Change::Enter("delivered".into()),
            Reason::NoArrow { from: "New".into(), to: "Delivered".into() },
        ),
        (&delivered, Change::Enter("shipped".into()), Reason::Ended { status: Status::Delivered }),
        (&delivered, Change::Recall("shipped".into()), Reason::NoRecall),
        (&new, Change::Recall("in_production".into()), Reason::NoRecall),
    ];
    for (state, change, reason) in table {
        assert_eq!(step(state, change.clone()), Step::Refused(reason), "{change:?}");
    }
}

#[test]
fn recall_steps_back_inside_the_shop_only() {
    let making = at(Some("in_production"), PaymentStatus::Paid, Status::Processing);
    assert_eq!(
        step(&making, Change::Recall("new".into())),
        Step::Moved(at(Some("new"), PaymentStatus::Paid, Status::Confirmed), Kind::Recalled)
    );
    let shipped = at(Some("shipped"), PaymentStatus::Paid, Status::Shipped);
    assert_eq!(step(&shipped, Change::Recall("in_production".into())), Step::Refused(Reason::NoRecall));
}

fn run(news: &[Heard]) -> State {
    let mut state = at(None, PaymentStatus::Unpaid, Status::Pending);
    for heard in news {
        if let Step::Moved(next, _) = step(&state, Change::Payment(*heard)) {
            state = next;
        }
    }
    state
}

fn any_news() -> impl Strategy<Value = Vec<Heard>> {
    prop::collection::vec(prop_oneof![Just(Heard::Succeeded), Just(Heard::Failed)], 1..8)
}

proptest! {
    /// Any permutation and any repetition of the same set of payment news ends in the same state.
    #[test]
    fn payment_news_in_any_order_ends_the_same(news in any_news(), seed in any::<u64>()) {
        let mut shuffled = news.clone();
        let length = shuffled.len();
        for i in 0..length {
            shuffled.swap(i, (seed as usize).wrapping_mul(i + 7) % length);
        }
        shuffled.extend_from_slice(&news);
        prop_assert_eq!(run(&news), run(&shuffled));
    }

    /// No sequence of changes leaves an end, and the headline always is the stage's.
    #[test]
    fn ends_absorb(changes in prop::collection::vec(
        prop_oneof![
            prop_oneof![Just(Heard::Succeeded), Just(Heard::Failed)].prop_map(Change::Payment),
            prop_oneof![Just("new"), Just("in_production"), Just("shipped"), Just("delivered"), Just("moon")]
                .prop_map(|stage| Change::Enter(stage.into())),
            prop_oneof![Just("new"), Just("in_production"), Just("shipped")].prop_map(|stage| Change::Recall(stage.into())),
        ],
        0..30,
    )) {
        let workflow = factory();
        let mut state = at(None, PaymentStatus::Unpaid, Status::Pending);
        for change in changes {
            if let Step::Moved(next, _) = step(&state, change) {
                prop_assert!(!state.status.is_end());
                prop_assert_ne!(&next, &state);
                state = next;
            }
            let expected = state.stage.as_deref().and_then(|key| workflow.stage(key)).map_or(Status::Pending, |s| s.status);
            prop_assert_eq!(state.status, expected);
        }
    }
}
