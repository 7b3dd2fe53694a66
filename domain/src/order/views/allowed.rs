//! What the rules allow staff to do with an order now, so that no button promises what would be refused.

use serde::{Deserialize, Serialize};

use crate::{moment::Moment, returns::ReturnStatus};

/// What may be done now. Roles are another question: the server asks them again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowed {
    /// Call it off, and what would follow.
    pub cancel: Option<IfCancelled>,
    /// Pay back.
    pub refund: bool,
    /// Buy a label; for the box of this number.
    pub label: Option<i16>,
    /// Buy a label for the way back.
    pub return_label: bool,
    /// Ask, for the customer, to send it back.
    pub ask_return: bool,
    /// Decline what was asked for.
    pub decline_return: bool,
    /// Have it back.
    pub receive_return: bool,
}

/// What a cancellation brings with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IfCancelled {
    /// What goes back, formatted.
    pub refund: Option<String>,
    /// What is held and would be given free, formatted.
    pub release: Option<String>,
    /// Pieces that go back into stock.
    pub pieces: i64,
    /// Labels that would be given back.
    pub labels: i64,
}

/// A request to send something back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnView {
    /// Where it stands.
    pub status: ReturnStatus,
    /// In the customer's words.
    pub reason: String,
    /// When it was asked for.
    pub at: Moment,
    /// The lines whose pieces could go back into stock.
    pub lines: Vec<ReturnLine>,
}

/// A line that holds pieces of the stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnLine {
    /// The line, from 1.
    pub position: i16,
    /// Its name.
    pub name: String,
    /// How many pieces can go back.
    pub most: i32,
}
