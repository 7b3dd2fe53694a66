//! What a program has done to many orders, and which field a refusal is about.

use axum::http::StatusCode;
use domain::{Fault, Language, Reason, bulk::Wish, clock::At, ids::StaffId, order::Priority};
use serde::Deserialize;

use super::super::problem::Problem;

/// What is done to each of them.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = BulkAction)]
pub enum Action {
    /// On to a stage.
    Move {
        /// Its key.
        stage: String,
    },
    /// Back to a stage.
    Back {
        /// Its key.
        stage: String,
    },
    /// How urgent they are; `hold` stops their clocks.
    Priority {
        /// How.
        to: Priority,
    },
    /// What is on hold goes on.
    Release {},
    /// Into somebody's hands; `null`: out of everybody's.
    Assign {
        /// Who.
        to: Option<StaffId>,
    },
    /// A note that staff read.
    Note {
        /// The text.
        text: String,
    },
    /// A mail to each customer.
    Message {
        /// One line; the shop's own where nothing is said.
        #[serde(default)]
        subject: String,
        /// What it says.
        text: String,
        /// When it leaves; as soon as it cannot be taken back any more where nothing is said.
        #[serde(rename = "scheduledAt")]
        scheduled_at: Option<At>,
    },
    /// The label of the first box, at the rate the customer chose. Only for the session of an administrator.
    Labels {},
}

impl From<Action> for Wish {
    fn from(action: Action) -> Self {
        let named = |word: &str| Self { action: word.to_owned(), ..Self::default() };
        match action {
            Action::Move { stage } => Self { stage, ..named("move") },
            Action::Back { stage } => Self { stage, ..named("back") },
            Action::Priority { to } => Self { priority: to.as_str().to_owned(), ..named("priority") },
            Action::Release {} => named("release"),
            Action::Assign { to } => {
                Self { staff: to.map(|to| to.to_string()).unwrap_or_default(), ..named("assign") }
            }
            Action::Note { text } => Self { text, ..named("note") },
            Action::Message { subject, text, scheduled_at } => {
                let at = scheduled_at.map(At::rfc3339).unwrap_or_default();
                Self { subject, text, at, ..named("message") }
            }
            Action::Labels {} => named("labels"),
        }
    }
}

/// Names the field that a refusal is about.
pub(super) fn refused(fault: Fault) -> Problem {
    let field = match &fault {
        Fault::Refused(Reason::RoleTooLow) => {
            let detail = "Administrators buy labels of many orders: with the session of one, not with a key.";
            return Problem::new(StatusCode::FORBIDDEN, "forbidden", "Not with this key or role", detail);
        }
        Fault::Refused(Reason::UnknownStage { .. }) => "/action/stage",
        Fault::Refused(Reason::NoSuchPerson) => "/action/to",
        Fault::Refused(Reason::BadHour { .. }) => "/action/scheduledAt",
        Fault::Refused(Reason::EmptyNote | Reason::EmptyMessage | Reason::TooLong { .. }) => "/action/text",
        Fault::Refused(Reason::NothingSelected | Reason::TooManyOrders { .. }) => "",
        _ => return fault.into(),
    };
    Problem::invalid(vec![(field.to_owned(), fault.say(Language::En))])
}
