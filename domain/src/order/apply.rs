//! The one place where an order's arrows exist.
//!
//! Every change of an order's stage, payment or headline goes through [`apply`]. It is pure: it looks at what is, hears what
//! is wanted, and answers with what will be ([`Step::Moved`]), that it is so already ([`Step::Already`]: a repeated
//! webhook, a double click), or why not ([`Step::Refused`]).
//!
//! ```text
//!             money came or is held       stage buttons, a label       first scan        last scan
//!   pending ────────────────────────▶ confirmed ⇄ processing ──────▶ shipped ⇄ … ──▶ delivered
//!      └──────────────┬─────────────────────┴──────────┘                └──────┬──────────┘
//!                cancelled                                                 returned
//! ```
//!
//! What people decide (a stage, a cancellation) is a step. What providers say is a fact: payment and parcels are handed in as what is
//! known by now, and [`begun`] and [`settled`] compute stage and headline from all facts, so that the order in which they are told does
//! not matter.

use super::{Priority, Status};
use crate::{
    Language, Reason,
    event::Kind,
    payment::PaymentStatus,
    workflow::{Action, Definition, Stage},
};

/// What the arrows look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Key of the stage the order stands in; `None` before it is paid.
    pub stage: Option<String>,
    /// The payment axis.
    pub payment: PaymentStatus,
    /// What its parcels say together; `None` while none has moved.
    pub roll: Option<Status>,
    /// The headline.
    pub status: Status,
    /// How urgent it is; on hold it does not move on.
    pub priority: Priority,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Money came, or is held: by what providers have told, the payment stands so now; and the news that made it so.
    Came {
        /// Not covered where it was heard first that a hold was given free, and then that it had been there.
        payment: PaymentStatus,
        /// A label was bought before anybody heard of the money.
        packed: bool,
        /// What it was that came.
        kind: Kind,
    },
    /// By what providers have told, the payment stands so now, though nothing came; and the news that made it so.
    Payment(PaymentStatus, Kind),
    /// By what carriers have told, the parcels stand so now.
    Tracking(Option<Status>),
    /// A label was bought: the order is being made and packed.
    LabelBought,
    /// Staff move the order on to a stage.
    Enter(String),
    /// Staff step back to a stage.
    Recall(String),
    /// Staff move it to another version of its workflow, which is the one given: to this stage there; `None` before it is paid.
    Adopt(Option<String>),
    /// Staff say how urgent it is, hold it or release it.
    Prioritise(Priority),
    /// The customer calls it off.
    CancelByCustomer,
    /// Staff call it off.
    CancelByStaff,
    /// What was sent has come back.
    TakeBack,
    /// Staff take a bulk move back that nothing has followed: to the stage it left, as urgent as it was there.
    Undo(String, Priority),
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
        Change::Came { payment, packed, kind } => told(
            state,
            begun(State { payment: *payment, ..state.clone() }, *packed, workflow),
            *kind,
            workflow,
        ),
        Change::Payment(payment, kind) => {
            told(state, State { payment: *payment, ..state.clone() }, *kind, workflow)
        }
        Change::Tracking(roll) => {
            told(state, State { roll: *roll, ..state.clone() }, Kind::TrackingUpdate, workflow)
        }
        Change::LabelBought => label_bought(state, workflow),
        Change::Enter(to) => enter(state, to, workflow, language),
        Change::Recall(to) => recall(state, to, workflow),
        Change::Adopt(stage) => Step::Moved(
            settled(State { stage: stage.clone(), ..state.clone() }, workflow),
            Kind::WorkflowChanged,
        ),
        Change::Prioritise(to) => prioritise(state, *to),
        Change::CancelByCustomer => cancel(state, customer_may_cancel(state, workflow)),
        Change::CancelByStaff => cancel(state, state.status.is_in_house()),
        Change::TakeBack => take_back(state),
        Change::Undo(to, priority) => undo(state, to, *priority, workflow),
    }
}

fn told(state: &State, known: State, kind: Kind, workflow: &Definition) -> Step {
    let to = settled(known, workflow);
    if to == *state { Step::Already } else { Step::Moved(to, kind) }
}

/// Money that came starts the first stage, and a label that was bought before leads on from there.
fn begun(mut state: State, packed: bool, workflow: &Definition) -> State {
    let Some(start) = workflow.start().filter(|_| state.stage.is_none() && !is_over(&state)) else {
        return state;
    };
    if start.does(Action::Hold) {
        state.priority = Priority::Hold;
    }
    let packing = Some(start).filter(|start| packed && start.status == Status::Confirmed);
    let stage = packing.and_then(|start| workflow.next(&start.key).find(is_processing)).unwrap_or(start);
    state.stage = Some(stage.key.clone());
    state
}

fn is_over(state: &State) -> bool {
    matches!(state.status, Status::Cancelled | Status::Returned)
}

/// Stage and headline that follow from all facts. A parcel that has moved pulls the stage along; while none has moved, the stage's
/// status is the headline, and then the parcels'.
fn settled(mut state: State, workflow: &Definition) -> State {
    if is_over(&state) {
        return state;
    }
    let Some(mut stage) = state.stage.as_deref().and_then(|key| workflow.stage(key)) else {
        state.status = Status::Pending;
        return state;
    };
    let named = |status| workflow.stages.iter().find(|stage| stage.status == status);
    let wanted = match state.roll {
        Some(Status::Delivered) => Some(Status::Delivered),
        roll => roll.map(|_| Status::Shipped),
    };
    // What comes back has not arrived, whatever was heard or said first.
    let comes_back = state.roll == Some(Status::Returned);
    if let Some(further) = wanted.and_then(named)
        && (stage.status < further.status || comes_back && stage.status == Status::Delivered)
    {
        stage = further;
    }
    state.status = match state.roll {
        _ if comes_back => Status::Exception,
        // Delivered is never taken back by another word of a carrier's.
        Some(roll) if stage.status != Status::Delivered => roll,
        _ => stage.status,
    };
    state.stage = Some(stage.key.clone());
    state
}

fn label_bought(state: &State, workflow: &Definition) -> Step {
    let here = state.stage.as_deref();
    let waits = state.status == Status::Confirmed;
    let next = here.filter(|_| waits).and_then(|here| workflow.next(here).find(is_processing));
    match next {
        Some(stage) => Step::Moved(
            State { stage: Some(stage.key.clone()), status: Status::Processing, ..state.clone() },
            Kind::LabelCreated,
        ),
        None => Step::Already,
    }
}

fn is_processing(stage: &&Stage) -> bool {
    stage.status == Status::Processing
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
    if state.priority == Priority::Hold {
        return Step::Refused(Reason::OnHold);
    }
    if !workflow.has_arrow(from, to) {
        let label = |key: &str| {
            workflow.stage(key).map_or_else(|| key.to_owned(), |stage| stage.label.get(language).to_owned())
        };
        return Step::Refused(Reason::NoArrow { from: label(from), to: label(to) });
    }
    let priority = if target.does(Action::Hold) { Priority::Hold } else { state.priority };
    let to = State { stage: Some(target.key.clone()), priority, ..state.clone() };
    Step::Moved(settled(to, workflow), Kind::StageEntered)
}

fn recall(state: &State, to: &str, workflow: &Definition) -> Step {
    if state.stage.as_deref() == Some(to) {
        return Step::Already;
    }
    if state.priority == Priority::Hold {
        return Step::Refused(Reason::OnHold);
    }
    let here = state.stage.as_deref().filter(|_| !state.status.is_end() && state.roll.is_none());
    match here.and_then(|here| workflow.before(here).find(|stage| stage.key == to)) {
        Some(target) => {
            let moved = State { stage: Some(to.to_owned()), status: target.status, ..state.clone() };
            Step::Moved(moved, Kind::Recalled)
        }
        None => Step::Refused(Reason::NoRecall),
    }
}

fn prioritise(state: &State, to: Priority) -> Step {
    if state.priority == to {
        return Step::Already;
    }
    if !state.status.is_in_house() {
        return Step::Refused(Reason::LeftAlready { status: state.status });
    }
    let kind = match (state.priority, to) {
        (_, Priority::Hold) => Kind::OrderHeld,
        (Priority::Hold, _) => Kind::OrderReleased,
        _ => Kind::PriorityChanged,
    };
    Step::Moved(State { priority: to, ..state.clone() }, kind)
}

/// A paid order, up to the status the workflow says.
fn customer_may_cancel(state: &State, workflow: &Definition) -> bool {
    let until = workflow.customer_cancel;
    state.stage.is_some() && state.status.is_in_house() && until.is_some_and(|until| state.status <= until)
}

fn cancel(state: &State, allowed: bool) -> Step {
    match state.status {
        Status::Cancelled => Step::Already,
        _ if allowed => {
            Step::Moved(State { status: Status::Cancelled, ..state.clone() }, Kind::OrderCancelled)
        }
        status => Step::Refused(Reason::TooLateToCancel { status }),
    }
}

fn take_back(state: &State) -> Step {
    match state.status {
        Status::Returned => Step::Already,
        Status::Cancelled => Step::Refused(Reason::Ended { status: state.status }),
        Status::Pending => Step::Refused(Reason::NotPaid),
        _ => Step::Moved(State { status: Status::Returned, ..state.clone() }, Kind::ReturnReceived),
    }
}

fn undo(state: &State, to: &str, priority: Priority, workflow: &Definition) -> Step {
    if is_over(state) {
        return Step::Refused(Reason::Ended { status: state.status });
    }
    if state.stage.as_deref() == Some(to) {
        return Step::Already;
    }
    if workflow.stage(to).is_none() {
        return Step::Refused(Reason::UnknownStage { stage: to.to_owned() });
    }
    let back = State { stage: Some(to.to_owned()), priority, ..state.clone() };
    Step::Moved(settled(back, workflow), Kind::BulkUndone)
}

#[cfg(test)]
#[path = "apply_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "apply_news_tests.rs"]
mod news_tests;
