//! What a workflow says: its stages, and the arrows between them.

use serde::{Deserialize, Serialize};

use crate::{Language, order::Status};

/// The same words in all four languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
    /// Romanian.
    pub ro: String,
    /// Russian.
    pub ru: String,
}

impl Translated {
    /// The words in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Es => &self.es,
            Language::Ro => &self.ro,
            Language::Ru => &self.ru,
        }
    }
}

/// One step of the shop's own way of working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Stable name, unique in the workflow: `in_production`.
    pub key: String,
    /// What staff call it.
    pub label: Translated,
    /// What the customer reads.
    pub wording: Translated,
    /// The verb on the button that leads here.
    pub verb: Translated,
    /// The one headline status it stands for.
    pub status: Status,
    /// Hours an order may stay here before it is overdue; `None`: no limit.
    pub hours_allowed: Option<u32>,
    /// Whether the customer's progress rail shows it.
    pub visible: bool,
    /// Whether money that is only held is taken when an order enters here.
    #[serde(default)]
    pub captures: bool,
}

/// A whole workflow. The first stage is where an order starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its name, for staff.
    pub name: Translated,
    /// The stages, in the order they are shown.
    pub stages: Vec<Stage>,
    /// From which stage to which staff may move an order.
    pub arrows: Vec<(String, String)>,
    /// Days after delivery within which a customer may ask to send it back; `None`: only before it is made.
    #[serde(default)]
    pub return_days: Option<u16>,
    /// How much of the time allowed a rush order gets, in percent.
    #[serde(default = "usual_rush")]
    pub rush_percent: u8,
}

/// Standard takes three to five days, rush one to two (S4).
const fn usual_rush() -> u8 {
    40
}

impl Stage {
    /// How long an order may stay here, in seconds of working time.
    pub fn seconds_allowed(&self) -> Option<i64> {
        self.hours_allowed.map(|hours| i64::from(hours) * 3600)
    }
}

impl Definition {
    /// The stage of a key.
    pub fn stage(&self, key: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.key == key)
    }

    /// Where a paid order starts: the first stage that stands for `confirmed`.
    pub fn start(&self) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.status == Status::Confirmed)
    }

    /// Whether checkout only holds the money, because a later stage takes it.
    pub fn captures_later(&self) -> bool {
        self.stages.iter().any(|stage| stage.captures)
    }

    /// Whether an arrow leads from one stage to the other.
    pub fn has_arrow(&self, from: &str, to: &str) -> bool {
        self.arrows.iter().any(|(a, b)| a == from && b == to)
    }

    /// The stages staff may move an order to from here.
    pub fn next<'a>(&'a self, from: &'a str) -> impl Iterator<Item = &'a Stage> {
        self.arrows.iter().filter(move |(a, _)| a == from).filter_map(|(_, b)| self.stage(b))
    }

    /// The stages staff may step back to from here, the nearest first.
    pub fn before<'a>(&'a self, stage: &'a str) -> impl Iterator<Item = &'a Stage> {
        let inside = self.stage(stage).is_some_and(|stage| stage.status.is_inside());
        self.arrows
            .iter()
            .rev()
            .filter(move |(_, b)| inside && b == stage)
            .filter_map(|(a, _)| self.stage(a))
            .filter(|stage| stage.status.is_inside())
    }
}
