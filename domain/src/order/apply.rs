//! The one place where an order's arrows exist.
//!
//! Every change of an order's stage, payment or headline goes through [`apply`]. It is pure: it looks at what is, hears what
//! is wanted, and answers with what will be ([`Step::Moved`]), that it is so already ([`Step::Already`]: a repeated
//! webhook, a double click), or why not ([`Step::Refused`]).
//!
//! ```text
//!             payment succeeded          stage buttons
//!   pending ───────────────────▶ confirmed ⇄ processing ──▶ shipped ──▶ delivered
//!                                        (recall)
//! ```

use super::Status;
use crate::{
    Language, Reason,
    event::Kind,
    payment::{Heard, PaymentStatus},
    workflow::Definition,
};

/// What the arrows look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Key of the stage the order stands in; `None` before it is paid.
    pub stage: Option<String>,
    /// The payment axis.
    pub payment: PaymentStatus,
    /// The headline.
    pub status: Status,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A provider told something about the payment.
    Payment(Heard),
    /// Staff move the order on to a stage.
    Enter(String),
    /// Staff step back to a stage.
    Recall(String),
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// It changes: the new state, and the kind of event that records it.
    Moved(State, Kind),
    /// It is so already; nothing is written.
    Already,
    /// The rules say no.
    Refused(Reason),
}

/// Where a change leads. `language` is only for the stage names inside a refusal.
pub fn apply(state: &State, change: &Change, workflow: &Definition, language: Language) -> Step {
    match change {
        Change::Payment(heard) => hear(state, *heard, workflow),
        Change::Enter(to) => enter(state, to, workflow, language),
        Change::Recall(to) => recall(state, to, workflow),
    }
}

/// The headline: the stage's status once the order is paid and stands in one, `pending` before.
fn headline(stage: Option<&str>, workflow: &Definition) -> Status {
    stage.and_then(|key| workflow.stage(key)).map_or(Status::Pending, |stage| stage.status)
}

fn hear(state: &State, heard: Heard, workflow: &Definition) -> Step {
    let Some(payment) = state.payment.hear(heard) else { return Step::Already };
    let kind = match heard {
        Heard::Succeeded => Kind::PaymentSucceeded,
        Heard::Failed => Kind::PaymentFailed,
    };
    let stage = match (&state.stage, payment.is_covered()) {
        (None, true) => workflow.start().map(|stage| stage.key.clone()),
        (stage, _) => stage.clone(),
    };
    let status =
        if state.status == Status::Pending { headline(stage.as_deref(), workflow) } else { state.status };
    Step::Moved(State { stage, payment, status }, kind)
}

fn enter(state: &State, to: &str, workflow: &Definition, language: Language) -> Step {
    let Some(target) = workflow.stage(to) else {
        return Step::Refused(Reason::UnknownStage { stage: to.to_owned() });
    };
    if state.stage.as_deref() == Some(to) {
        return Step::Already;
    }
    if state.status.is_end() {
        return Step::Refused(Reason::Ended { status: state.status });
    }
    let Some(from) = state.stage.as_deref().filter(|_| state.payment.is_covered()) else {
        return Step::Refused(Reason::NotPaid);
    };
    if !workflow.has_arrow(from, to) {
        let label = |key: &str| {
            workflow.stage(key).map_or_else(|| key.to_owned(), |stage| stage.label.get(language).to_owned())
        };
        return Step::Refused(Reason::NoArrow { from: label(from), to: label(to) });
    }
    let moved = State { stage: Some(to.to_owned()), payment: state.payment, status: target.status };
    Step::Moved(moved, Kind::StageEntered)
}

fn recall(state: &State, to: &str, workflow: &Definition) -> Step {
    if state.stage.as_deref() == Some(to) {
        return Step::Already;
    }
    let target = state.stage.as_deref().and_then(|here| workflow.before(here).find(|stage| stage.key == to));
    match target {
        Some(target) => {
            let moved = State { stage: Some(to.to_owned()), payment: state.payment, status: target.status };
            Step::Moved(moved, Kind::Recalled)
        }
        None => Step::Refused(Reason::NoRecall),
    }
}

#[cfg(test)]
#[path = "apply_tests.rs"]
mod tests;
