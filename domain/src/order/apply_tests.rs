//! The arrows, as tables and as properties.

use proptest::prelude::*;

use super::*;
use crate::workflow::{PRESETS, preset};

fn at(stage: Option<&str>, payment: PaymentStatus, status: Status) -> State {
    State { stage: stage.map(str::to_owned), payment, roll: None, status, priority: Priority::Standard }
}

fn unpaid() -> State {
    at(None, PaymentStatus::Unpaid, Status::Pending)
}

fn new() -> State {
    at(Some("new"), PaymentStatus::Paid, Status::Confirmed)
}

fn factory() -> Definition {
    preset("print-factory").unwrap()
}

fn step(state: &State, change: Change) -> Step {
    apply(state, &change, &factory(), Language::En)
}

fn moved(state: &State, change: Change) -> State {
    match step(state, change.clone()) {
        Step::Moved(to, _) => to,
        other => panic!("{change:?}: {other:?}"),
    }
}

fn money(payment: PaymentStatus) -> Change {
    Change::Came { payment, packed: false, kind: Kind::PaymentSucceeded }
}

#[test]
fn a_payment_confirms_and_starts_the_first_stage() {
    assert_eq!(step(&unpaid(), money(PaymentStatus::Paid)), Step::Moved(new(), Kind::PaymentSucceeded));
    assert_eq!(step(&new(), money(PaymentStatus::Paid)), Step::Already);
    let held = moved(&unpaid(), money(PaymentStatus::Authorized));
    assert_eq!((held.stage.as_deref(), held.status), (Some("new"), Status::Confirmed));
    // That nothing came starts nothing, and that something came does, though it is gone again.
    assert_eq!(
        step(&unpaid(), Change::Payment(PaymentStatus::Unpaid, Kind::AuthorizationReleased)),
        Step::Already
    );
    let gone = moved(&unpaid(), money(PaymentStatus::Unpaid));
    assert_eq!((gone.stage.as_deref(), gone.payment), (Some("new"), PaymentStatus::Unpaid));
}

#[test]
fn the_whole_way_and_nothing_twice() {
    let mut state = new();
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
    let delivered = at(Some("delivered"), PaymentStatus::Paid, Status::Delivered);
    let making = at(Some("in_production"), PaymentStatus::Paid, Status::Processing);
    let shipped = at(Some("shipped"), PaymentStatus::Paid, Status::Shipped);
    let cancelled = at(Some("new"), PaymentStatus::Refunded, Status::Cancelled);
    let refunded = at(Some("new"), PaymentStatus::Refunded, Status::Confirmed);
    let table = [
        (unpaid(), Change::Enter("in_production".into()), Reason::NotPaid),
        (refunded, Change::Enter("in_production".into()), Reason::NotPaid),
        (new(), Change::Enter("moon".into()), Reason::UnknownStage { stage: "moon".into() }),
        (
            new(),
            Change::Enter("delivered".into()),
            Reason::NoArrow { from: "New".into(), to: "Delivered".into() },
        ),
        (delivered.clone(), Change::Enter("shipped".into()), Reason::Ended { status: Status::Delivered }),
        (delivered.clone(), Change::Recall("shipped".into()), Reason::NoRecall),
        (new(), Change::Recall("in_production".into()), Reason::NoRecall),
        (making.clone(), Change::CancelByCustomer, Reason::TooLateToCancel { status: Status::Processing }),
        (unpaid(), Change::CancelByCustomer, Reason::TooLateToCancel { status: Status::Pending }),
        (shipped, Change::CancelByStaff, Reason::TooLateToCancel { status: Status::Shipped }),
        (delivered, Change::CancelByStaff, Reason::TooLateToCancel { status: Status::Delivered }),
        (cancelled.clone(), Change::TakeBack, Reason::Ended { status: Status::Cancelled }),
        (cancelled, Change::Enter("in_production".into()), Reason::Ended { status: Status::Cancelled }),
    ];
    for (state, change, reason) in table {
        assert_eq!(step(&state, change.clone()), Step::Refused(reason), "{change:?}");
    }
}

#[test]
fn recall_steps_back_inside_the_shop_only() {
    let making = at(Some("in_production"), PaymentStatus::Paid, Status::Processing);
    assert_eq!(step(&making, Change::Recall("new".into())), Step::Moved(new(), Kind::Recalled));
    let shipped = at(Some("shipped"), PaymentStatus::Paid, Status::Shipped);
    assert_eq!(step(&shipped, Change::Recall("in_production".into())), Step::Refused(Reason::NoRecall));
}

#[test]
fn an_order_is_called_off_while_it_is_in_the_shop() {
    let making = at(Some("in_production"), PaymentStatus::Paid, Status::Processing);
    for (state, change) in [
        (new(), Change::CancelByCustomer),
        (unpaid(), Change::CancelByStaff),
        (new(), Change::CancelByStaff),
        (making, Change::CancelByStaff),
    ] {
        let cancelled = moved(&state, change.clone());
        assert_eq!(cancelled.status, Status::Cancelled);
        assert_eq!(step(&cancelled, change), Step::Already);
        // News that comes afterwards is booked and moves nothing else.
        let told = moved(&cancelled, money(PaymentStatus::PartiallyRefunded));
        assert_eq!((told.status, &told.stage), (Status::Cancelled, &state.stage));
    }
}

#[test]
fn a_label_packs_and_only_a_scan_ships() {
    let packed = moved(&new(), Change::LabelBought);
    assert_eq!((packed.stage.as_deref(), packed.status), (Some("in_production"), Status::Processing));
    assert_eq!(step(&packed, Change::LabelBought), Step::Already);
    assert_eq!(step(&packed, Change::Tracking(None)), Step::Already);
    let scanned = moved(&packed, Change::Tracking(Some(Status::Shipped)));
    assert_eq!((scanned.stage.as_deref(), scanned.status), (Some("shipped"), Status::Shipped));
    let late = moved(&scanned, Change::Tracking(Some(Status::Delayed)));
    assert_eq!((late.stage.as_deref(), late.status), (Some("shipped"), Status::Delayed));
    let there = moved(&late, Change::Tracking(Some(Status::Delivered)));
    assert_eq!((there.stage.as_deref(), there.status), (Some("delivered"), Status::Delivered));
    let back = moved(&there, Change::TakeBack);
    assert_eq!(back.status, Status::Returned);
}

proptest! {
    /// No sequence of changes leaves an end but by coming back, and what did not change is no step: in every workflow shipped.
    #[test]
    fn ends_absorb(which in 0..PRESETS.len(), changes in prop::collection::vec(
        prop_oneof![
            prop_oneof![Just(PaymentStatus::Paid), Just(PaymentStatus::Authorized), Just(PaymentStatus::Refunded)].prop_map(money),
            prop_oneof![Just(None), Just(Some(Status::Shipped)), Just(Some(Status::Exception)), Just(Some(Status::Delivered))]
                .prop_map(Change::Tracking),
            (0_usize..7).prop_map(|stage| Change::Enter(stage.to_string())),
            (0_usize..7).prop_map(|stage| Change::Recall(stage.to_string())),
            Just(Change::CancelByStaff),
            Just(Change::CancelByCustomer),
            prop_oneof![Just(Priority::Rush), Just(Priority::Hold), Just(Priority::Standard)].prop_map(Change::Prioritise),
            Just(Change::LabelBought),
            Just(Change::TakeBack),
        ],
        0..30,
    )) {
        let workflow = preset(PRESETS[which]).unwrap();
        let key = |index: &str| {
            let stage = index.parse::<usize>().ok().and_then(|index| workflow.stages.get(index));
            stage.map_or_else(|| "moon".to_owned(), |stage| stage.key.clone())
        };
        let mut state = unpaid();
        for change in changes {
            let change = match change {
                Change::Enter(index) => Change::Enter(key(&index)),
                Change::Recall(index) => Change::Recall(key(&index)),
                other => other,
            };
            if let Step::Moved(next, _) = apply(&state, &change, &workflow, Language::En) {
                prop_assert_ne!(&next, &state);
                match state.status {
                    Status::Cancelled | Status::Returned => prop_assert_eq!(next.status, state.status),
                    Status::Delivered => prop_assert!(matches!(next.status, Status::Delivered | Status::Returned)),
                    _ => {}
                }
                // A paid order always stands in a stage that is there, and only unpaid ones in none.
                prop_assert!(next.stage.as_deref().is_none_or(|key| workflow.stage(key).is_some()));
                prop_assert!(next.stage.is_some() || matches!(next.status, Status::Pending | Status::Cancelled));
                state = next;
            }
        }
    }

    /// Every shipped workflow leads from paid to delivered by its own arrows, each step with the status its stage stands for.
    #[test]
    fn every_preset_leads_from_paid_to_delivered(which in 0..PRESETS.len(), turns in prop::collection::vec(0_usize..3, 40)) {
        let workflow = preset(PRESETS[which]).unwrap();
        let enter = |state: &State, change: &Change| match apply(state, change, &workflow, Language::En) {
            Step::Moved(next, _) => next,
            other => panic!("{}: {change:?}: {other:?}", PRESETS[which]),
        };
        let mut state = enter(&unpaid(), &money(PaymentStatus::Paid));
        for turn in turns {
            let here = state.stage.clone().unwrap();
            let next: Vec<_> = workflow.next(&here).map(|stage| stage.key.clone()).collect();
            let Some(to) = next.get(turn % next.len().max(1)) else { break };
            state = enter(&state, &Change::Enter(to.clone()));
            prop_assert_eq!(state.status, workflow.stage(to).unwrap().status);
        }
        prop_assert!(state.status == Status::Delivered || workflow.repeats);
    }
}

#[test]
fn a_customer_may_call_off_as_far_as_the_workflow_says() {
    let studio = preset("studio").unwrap();
    let step = |state: &State, workflow: &Definition| {
        matches!(apply(state, &Change::CancelByCustomer, workflow, Language::En), Step::Moved(..))
    };
    let review = at(Some("spec_review"), PaymentStatus::Paid, Status::Pending);
    let printing = at(Some("printing"), PaymentStatus::Paid, Status::Processing);
    assert!(step(&review, &studio) && !step(&printing, &studio) && !step(&unpaid(), &studio));
    let wide = Definition { customer_cancel: Some(Status::Processing), ..studio.clone() };
    assert!(step(&printing, &wide));
    assert!(!step(&review, &Definition { customer_cancel: None, ..studio }));
}

#[test]
fn what_is_on_hold_does_not_move_until_it_is_released() {
    let held = moved(&new(), Change::Prioritise(Priority::Hold));
    assert_eq!(step(&held, Change::Enter("in_production".into())), Step::Refused(Reason::OnHold));
    assert_eq!(step(&held, Change::Prioritise(Priority::Hold)), Step::Already);
    assert_eq!(
        step(&held, Change::Prioritise(Priority::Rush)),
        Step::Moved(State { priority: Priority::Rush, ..new() }, Kind::OrderReleased)
    );
    // A stage may hold by itself.
    let mut holds = factory();
    holds.stages[1].on_entry.push(Action::Hold);
    let Step::Moved(waits, _) = apply(&new(), &Change::Enter("in_production".into()), &holds, Language::En)
    else {
        panic!("it enters")
    };
    assert_eq!(waits.priority, Priority::Hold);
}
