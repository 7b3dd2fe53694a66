//! When an order has to be done, and whether it will be: the one place that computes it.
//!
//! An order's clock runs from the moment it is paid, in the working time of its location, and stands while the order is on hold.
//! Its **due date** is when all the time its workflow allows is used up; a rush order is given a part of that. It is **overdue** once
//! that moment has passed. It **will be late** once the time allowed up to and with its present stage is used up: then, even if every
//! stage to come takes no longer than it may, it is done too late.
//!
//! ```text
//! paid ├── new: 24 h ──┤── in production: 96 h ──┤ due_at
//!                      └ late_at while new
//! ```
//!
//! The moments are stored with the order (`due_at`, `late_at`), so that lists and counts filter on them by index.

use super::{Priority, State, Timing};
use crate::{clock::At, place::Opening, workflow::Definition};

/// An order's clock and the moments that follow from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The clock runs from here on; `None` before the order is paid.
    pub clock_from: Option<At>,
    /// Seconds of working time it ran before that.
    pub clock_spent: i64,
    /// Since when the order is on hold.
    pub held_at: Option<At>,
    /// What its priority was before.
    pub held_from: Option<Priority>,
    /// When it entered its stage.
    pub stage_at: Option<At>,
    /// When it has to be done.
    pub due_at: Option<At>,
    /// From when on it will be late.
    pub late_at: Option<At>,
    /// What the customer was told.
    pub promised_at: Option<At>,
}

impl Schedule {
    /// The schedule of an order nobody has paid yet.
    pub fn at_birth(priority: Priority, now: At) -> Self {
        let held = priority == Priority::Hold;
        Self {
            held_at: held.then_some(now),
            held_from: held.then_some(Priority::Standard),
            ..Self::default()
        }
    }

    /// The schedule after a step from one state to another.
    #[must_use]
    pub fn after(
        &self,
        (from, to): (&State, &State),
        workflow: &Definition,
        opening: &Opening,
        now: At,
    ) -> Self {
        let mut next = self.clone();
        let begins = workflow.start().map(|stage| &stage.key) == to.stage.as_ref();
        let again = workflow.repeats && begins && from.stage != to.stage;
        let starts = again || (from.stage.is_none() && to.stage.is_some());
        if starts {
            (next.clock_from, next.clock_spent) = (Some(now), 0);
        }
        if from.stage != to.stage {
            next.stage_at = Some(now);
        }
        match (from.priority == Priority::Hold, to.priority == Priority::Hold) {
            (false, true) => {
                next.clock_spent += next.clock_from.map_or(0, |from| opening.open_between(from, now));
                next.held_at = Some(now);
                next.held_from = Some(from.priority);
            }
            (true, false) => {
                next.clock_from = next.clock_from.map(|_| now);
                (next.held_at, next.held_from) = (None, None);
            }
            _ => {}
        }
        (next.due_at, next.late_at) = next.moments(to, workflow, opening).unzip();
        if starts || from.priority != to.priority {
            next.promised_at = next.due_at;
        }
        next
    }

    /// `(due_at, late_at)`; `None` where nothing is due: before it is paid, on hold, once it has left.
    fn moments(&self, state: &State, workflow: &Definition, opening: &Opening) -> Option<(At, At)> {
        let from = self.clock_from.filter(|_| state.priority != Priority::Hold)?;
        let here = workflow.stages.iter().position(|stage| Some(&stage.key) == state.stage.as_ref())?;
        if !workflow.stages[here].status.is_in_house() || !state.status.is_in_house() {
            return None;
        }
        let allowed = |upto: usize| {
            let stages = workflow.stages.iter().take(upto).filter(|stage| stage.status.is_in_house());
            stages.map(|stage| stage.seconds_allowed().unwrap_or(0)).sum::<i64>()
        };
        let part = if state.priority == Priority::Rush { i64::from(workflow.rush_percent) } else { 100 };
        let at = |allowed: i64| {
            let left = (allowed * part / 100 - self.clock_spent).max(0);
            // A place that never opens again: as if it were open, so that somebody notices.
            opening.add_open_time(from, left).unwrap_or_else(|| from.plus(left))
        };
        let whole = allowed(workflow.stages.len());
        (whole > 0).then(|| (at(whole), at(allowed(here + 1))))
    }

    /// How the order stands at a moment.
    pub fn timing(&self, now: At) -> Timing {
        timing(self.held_at, self.due_at, self.late_at, now)
    }
}

/// How an order with these moments stands.
pub fn timing(held_at: Option<At>, due_at: Option<At>, late_at: Option<At>, now: At) -> Timing {
    match (held_at, due_at, late_at) {
        (Some(_), ..) => Timing::Held,
        (None, Some(due), _) if due < now => Timing::Overdue,
        (None, Some(_), Some(late)) if late < now => Timing::WillBeLate,
        _ => Timing::OnTime,
    }
}

#[cfg(test)]
#[path = "due_tests.rs"]
mod tests;
