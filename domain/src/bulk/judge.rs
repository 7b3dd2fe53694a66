//! The rule of a bulk change, asked by its preview and by its job alike: pure.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Action, BulkOutcome};
use crate::{
    Language, Reason,
    alert::AlertKind,
    event::Kind,
    notice::Channel,
    order::{
        Change, Priority, Step, apply,
        assign::{self, hands_over},
        many::{Planned, takes_money},
        store::Order,
    },
};

/// What an action means for one order.
#[derive(Debug, Clone)]
pub(super) enum Verdict {
    /// It changes.
    Change(Box<Changed>),
    /// It is so already.
    Already,
    /// The rules say no.
    Refused(Reason),
}

/// A change with what undoing it gives back.
#[derive(Debug, Clone)]
pub(super) struct Changed {
    /// What is written.
    pub step: Planned,
    /// Whose hands it is in afterwards.
    pub assignee: Option<Uuid>,
    /// What undoing gives back.
    pub before: Value,
}

impl Verdict {
    /// The same, unless its customer cannot be written to.
    #[must_use]
    pub(super) fn unless(self, silenced: bool) -> Self {
        if silenced { Self::Refused(Reason::CannotBeWritten) } else { self }
    }

    /// As it is kept.
    pub(super) const fn outcome(&self) -> BulkOutcome {
        match self {
            Self::Change(_) => BulkOutcome::Changed,
            Self::Already => BulkOutcome::Already,
            Self::Refused(_) => BulkOutcome::Refused,
        }
    }

    /// Why not.
    pub(super) const fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Refused(reason) => Some(reason),
            _ => None,
        }
    }
}

/// What `action` means for an order that is in `assignee`'s hands. Labels are rehearsed instead (`super::labels`).
pub(super) fn judge(
    (order, assignee): (Order, Option<Uuid>),
    action: &Action,
    language: Language,
) -> Verdict {
    let priority = order.state.priority;
    let before = json!({ "stage": order.state.stage, "assignee": assignee, "priority": priority });
    match action {
        Action::Move { stage, back, .. } => {
            let change = if *back { Change::Recall(stage.clone()) } else { Change::Enter(stage.clone()) };
            moved((order, assignee), &change, json!({}), before, language)
        }
        Action::Priority { to } => {
            let payload = json!({ "priority": to, "before": priority });
            moved((order, assignee), &Change::Prioritise(*to), payload, before, language)
        }
        Action::Release if priority != Priority::Hold => Verdict::Already,
        Action::Release => {
            let to = order.schedule.held_from.unwrap_or_default();
            moved((order, assignee), &Change::Prioritise(to), json!({ "priority": to }), before, language)
        }
        Action::Assign { to, name } => {
            let to = to.map(|to| to.0);
            match hands_over(&order, assignee, to) {
                Ok(false) => Verdict::Already,
                Err(reason) => Verdict::Refused(reason),
                Ok(true) => {
                    let step = fact(order, Kind::Assigned, assign::payload(to, name.as_deref()));
                    Verdict::Change(Box::new(Changed { step, assignee: to, before }))
                }
            }
        }
        Action::Note { text } => {
            let step = fact(order, Kind::NoteAdded, json!({ "text": text }));
            Verdict::Change(Box::new(Changed { step, assignee, before }))
        }
        Action::Message { subject, text, .. } => {
            let payload = json!({ "subject": subject, "message": text, "channel": Channel::Email });
            let step = fact(order, Kind::MessageSent, payload);
            Verdict::Change(Box::new(Changed { step, assignee, before: Value::Null }))
        }
        Action::BuyLabels => Verdict::Refused(Reason::NoRates),
    }
}

/// What taking `action` back means for an order that the bulk change left at `version`. `alarmed`: the move itself asks for a label.
pub(super) fn judge_undo(
    (order, assignee): (Order, Option<Uuid>),
    action: &Action,
    (before, version): (&Value, i64),
    alarmed: bool,
    language: Language,
) -> Verdict {
    // What happened since does not need a message that has not left.
    if order.version != version && !matches!(action, Action::Message { .. }) {
        return Verdict::Refused(Reason::ChangedSince);
    }
    match action {
        Action::Move { .. } => {
            let here = Planned {
                to: order.state.clone(),
                kind: Kind::StageEntered,
                payload: Value::Null,
                order: order.clone(),
            };
            if takes_money(&here) {
                return Verdict::Refused(Reason::MoneyTaken);
            }
            let Some(stage) = before["stage"].as_str() else { return Verdict::Already };
            // Nothing has followed the move: where the order is more urgent or less than before, entering the stage made it so.
            let here = order.state.priority;
            let priority = before["priority"].as_str().and_then(Priority::parse).unwrap_or(here);
            let mut payload = json!({});
            if priority != here {
                payload["priority"] = json!(priority);
            }
            if alarmed {
                payload["alert"] = json!(AlertKind::LabelWanted);
            }
            moved(
                (order, assignee),
                &Change::Undo(stage.to_owned(), priority),
                payload,
                Value::Null,
                language,
            )
        }
        Action::Priority { .. } | Action::Release => {
            let to = before["priority"].as_str().and_then(Priority::parse).unwrap_or_default();
            let payload = json!({ "priority": to, "before": order.state.priority });
            moved((order, assignee), &Change::Prioritise(to), payload, Value::Null, language)
        }
        Action::Assign { .. } => {
            let to = before["assignee"].as_str().and_then(|id| id.parse().ok());
            let step = fact(order, Kind::BulkUndone, json!({ "staff": to }));
            Verdict::Change(Box::new(Changed { step, assignee: to, before: Value::Null }))
        }
        Action::Message { .. } => {
            let step = fact(order, Kind::BulkUndone, json!({ "message": true }));
            Verdict::Change(Box::new(Changed { step, assignee, before: Value::Null }))
        }
        Action::Note { .. } | Action::BuyLabels => Verdict::Refused(Reason::TooLateToUndo),
    }
}

fn moved(
    (order, assignee): (Order, Option<Uuid>),
    change: &Change,
    payload: Value,
    before: Value,
    language: Language,
) -> Verdict {
    match apply(&order.state, change, &order.workflow, language) {
        Step::Moved(to, kind) => {
            let step = Planned { order, to, kind, payload };
            Verdict::Change(Box::new(Changed { step, assignee, before }))
        }
        Step::Already => Verdict::Already,
        Step::Refused(reason) => Verdict::Refused(reason),
    }
}

fn fact(order: Order, kind: Kind, payload: Value) -> Planned {
    Planned { to: order.state.clone(), order, kind, payload }
}
