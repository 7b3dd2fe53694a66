//! Due dates, as tables and as properties.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{order::Status, payment::PaymentStatus, place::Opening, workflow::preset};

const HOUR: i64 = 3600;

fn always() -> Opening {
    Opening::always()
}

/// Open from 9 to 17 UTC, every day.
fn by_day() -> Opening {
    let week = std::array::from_fn(|_| vec!["09:00-17:00".parse().unwrap()]);
    Opening::new(jiff::tz::TimeZone::UTC, week, BTreeSet::new())
}

fn noon() -> At {
    At::from_second(20_000 * 86_400 + 12 * HOUR)
}

fn state(stage: Option<&str>, priority: Priority) -> State {
    let workflow = preset("print-factory").unwrap();
    let status = stage.and_then(|key| workflow.stage(key)).map_or(Status::Pending, |stage| stage.status);
    State { stage: stage.map(str::to_owned), payment: PaymentStatus::Paid, roll: None, status, priority }
}

/// Leads a schedule through steps: hours after noon, stage, priority.
fn lead(steps: &[(i64, Option<&str>, Priority)], opening: &Opening) -> Schedule {
    let workflow = preset("print-factory").unwrap();
    let mut before = state(None, Standard);
    let mut schedule = Schedule::default();
    for (hours, stage, priority) in steps {
        let to = state(*stage, *priority);
        schedule = schedule.after((&before, &to), &workflow, opening, noon().plus(hours * HOUR));
        before = to;
    }
    schedule
}

fn hours(at: Option<At>) -> Option<i64> {
    at.map(|at| noon().seconds_until(at) / HOUR)
}

const NEW: Option<&str> = Some("new");
const MAKING: Option<&str> = Some("in_production");
use Priority::{Hold, Rush, Standard};

#[test]
fn the_due_date_is_all_the_time_the_workflow_allows() {
    // 24 hours new, 96 in production.
    let paid = lead(&[(0, NEW, Standard)], &always());
    assert_eq!((hours(paid.due_at), hours(paid.late_at)), (Some(120), Some(24)));
    assert_eq!(paid.promised_at, paid.due_at);
    let making = lead(&[(0, NEW, Standard), (30, MAKING, Standard)], &always());
    assert_eq!((hours(making.due_at), hours(making.late_at)), (Some(120), Some(120)));
    assert_eq!((hours(making.stage_at), making.promised_at), (Some(30), paid.promised_at));
    let left = lead(&[(0, NEW, Standard), (30, Some("shipped"), Standard)], &always());
    assert_eq!((left.due_at, left.late_at), (None, None));
    assert_eq!(Schedule::at_birth(Standard, noon()).due_at, None);
}

#[test]
fn rush_takes_a_part_of_it_and_can_come_later() {
    let rush = lead(&[(0, NEW, Rush)], &always());
    assert_eq!((hours(rush.due_at), hours(rush.late_at)), (Some(48), Some(9)));
    let later = lead(&[(0, NEW, Standard), (10, NEW, Rush)], &always());
    assert_eq!((hours(later.due_at), later.promised_at), (Some(48), later.due_at));
}

#[test]
fn a_hold_stops_the_clock_and_a_release_gives_back_what_was_left() {
    let held = lead(&[(0, NEW, Standard), (10, NEW, Hold)], &always());
    assert_eq!((held.due_at, held.late_at, held.promised_at), (None, None, None));
    assert_eq!(
        (held.held_from, hours(held.held_at), held.clock_spent),
        (Some(Standard), Some(10), 10 * HOUR)
    );
    let again = lead(&[(0, NEW, Standard), (10, NEW, Hold), (500, NEW, Standard)], &always());
    assert_eq!((hours(again.due_at), hours(again.late_at)), (Some(610), Some(514)));
    assert_eq!((again.held_at, again.held_from), (None, None));
    let twice = lead(
        &[(0, NEW, Standard), (10, NEW, Hold), (500, NEW, Standard), (510, NEW, Hold), (900, NEW, Standard)],
        &always(),
    );
    assert_eq!(hours(twice.due_at), Some(1000));
    // Paid while it is on hold already: the clock begins with the release.
    let born = lead(&[(-1, None, Hold), (0, NEW, Hold), (50, NEW, Standard)], &always());
    assert_eq!(hours(born.due_at), Some(170));
}

#[test]
fn only_opening_hours_count() {
    // From noon five hours of the first day, then eight a day: 120 hours end after 14 whole days and three hours.
    let paid = lead(&[(0, NEW, Standard)], &by_day());
    assert_eq!(hours(paid.due_at), Some(15 * 24 - 3 + 3));
    // Held at 20 o'clock: the five hours of that day are spent, however long the hold.
    let held = lead(&[(0, NEW, Standard), (8, NEW, Hold)], &by_day());
    assert_eq!(held.clock_spent, 5 * HOUR);
}

#[test]
fn late_is_said_before_overdue_and_hold_before_both() {
    let paid = lead(&[(0, NEW, Standard)], &always());
    let at = |schedule: &Schedule, hours: i64| schedule.timing(noon().plus(hours * HOUR + 1));
    assert_eq!(at(&paid, 0), Timing::OnTime);
    assert_eq!(at(&paid, 24), Timing::WillBeLate);
    assert_eq!(at(&paid, 120), Timing::Overdue);
    let held = lead(&[(0, NEW, Standard), (119, NEW, Hold)], &always());
    assert_eq!(at(&held, 1000), Timing::Held);
    let late = lead(&[(0, NEW, Standard), (130, NEW, Hold), (140, NEW, Standard)], &always());
    assert_eq!(at(&late, 140), Timing::Overdue, "a hold gives nothing back that was used up");
}

proptest! {
    /// However often it was held: the time it had to work is the time it was given.
    #[test]
    fn holds_neither_give_nor_take(gaps in prop::collection::vec((1_i64..20, 1_i64..200), 0..5)) {
        let mut steps = vec![(0, NEW, Standard)];
        let (mut at, mut waited) = (0, 0);
        for (works, waits) in gaps {
            steps.push((at + works, NEW, Hold));
            steps.push((at + works + waits, NEW, Standard));
            at += works + waits;
            waited += waits;
        }
        prop_assert_eq!(hours(lead(&steps, &always()).due_at), Some(120 + waited).map(|due| due.max(at)));
    }
}
