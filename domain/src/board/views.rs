//! What a board and a wall show: plain data.

use serde::{Deserialize, Serialize};

use crate::{
    ids::OrderId,
    order::{Priority, Status, Timing},
};

/// A step a card can take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardMove {
    /// Key of the stage.
    pub stage: String,
    /// The button's words: a verb forward, the stage's name backward.
    pub words: String,
    /// Whether it steps back.
    pub back: bool,
}

/// An order as a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// For moving it.
    pub id: OrderId,
    /// As people read it.
    pub number: String,
    /// Who bought it.
    pub customer: String,
    /// For compare-and-set.
    pub version: i64,
    /// Headline.
    pub status: Status,
    /// How long it has stood in its stage, in words.
    pub age: String,
    /// Whether it will be done in time.
    pub timing: Timing,
    /// How urgent it is.
    pub priority: Priority,
    /// Who sees to it.
    pub assignee: Option<String>,
    /// Where it can go.
    pub moves: Vec<CardMove>,
}

/// A stage as a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Key of the stage.
    pub stage: String,
    /// Its name.
    pub label: String,
    /// What it stands for.
    pub status: Status,
    /// How many orders stand there; counted up to a thousand.
    pub count: i64,
    /// The latest first.
    pub cards: Vec<Card>,
    /// How many cards the next look shows; `None` when all are there.
    pub more: Option<i64>,
}

/// A workflow's board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// Workflows: key and name.
    pub workflows: Vec<(String, String)>,
    /// Which one this is.
    pub workflow: String,
    /// Its stages.
    pub columns: Vec<Column>,
    /// Locations that have work: each has a wall.
    pub locations: Vec<String>,
}

/// How long a dish has stood, against what its stage allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heat {
    /// Under half of the time allowed.
    Fresh,
    /// Over half of it.
    Warm,
    /// Over all of it.
    Hot,
}

impl Heat {
    /// The word in class names and message ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Warm => "warm",
            Self::Hot => "hot",
        }
    }
}

/// An order on the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The order as a card.
    pub card: Card,
    /// What is called out: the end of its number.
    pub call: String,
    /// Label of its stage.
    pub stage: String,
    /// How hot it is.
    pub heat: Heat,
    /// What to make: how many, what, and how.
    pub items: Vec<(i32, String, String)>,
}

/// A kitchen's wall.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kitchen {
    /// Where.
    pub location: String,
    /// What is to be made, the oldest first.
    pub tickets: Vec<Ticket>,
    /// How many there are in all.
    pub count: i64,
    /// What was moved on last, to be called back.
    pub last: Vec<Card>,
}
