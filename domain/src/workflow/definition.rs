//! What a workflow says: its stages, the arrows between them, and the rules that go with it.

use serde::{Deserialize, Serialize};

use super::{Icon, stored::StoredStage};
use crate::{Language, order::Status};

/// The same words in all four languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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

    /// The words in one language, to be written.
    pub fn get_mut(&mut self, language: Language) -> &mut String {
        match language {
            Language::En => &mut self.en,
            Language::Es => &mut self.es,
            Language::Ro => &mut self.ro,
            Language::Ru => &mut self.ru,
        }
    }
}

/// What happens by itself when an order enters a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema), schema(as = StageAction))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Money that is only held is taken.
    Capture,
    /// Staff are reminded that it needs a shipping label.
    AskLabel,
    /// The customer is written the stage's wording.
    Notify,
    /// The order waits until somebody releases it.
    Hold,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Capture, Self::AskLabel, Self::Notify, Self::Hold];

    /// The word as it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Capture => "capture",
            Self::AskLabel => "ask_label",
            Self::Notify => "notify",
            Self::Hold => "hold",
        }
    }
}

/// One step of the shop's own way of working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredStage")]
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
    /// Its picture.
    pub icon: Icon,
    /// Minutes of working time an order may stay here before it will be late; `None`: no limit.
    pub minutes_allowed: Option<u32>,
    /// After so many minutes here a wall screen shows it as ageing, and then as late.
    pub warn_minutes: Option<u32>,
    /// See `warn_minutes`.
    pub late_minutes: Option<u32>,
    /// Whether the customer's progress rail shows it.
    pub visible: bool,
    /// What happens when an order enters here.
    pub on_entry: Vec<Action>,
}

impl Stage {
    /// Whether this happens when an order enters here.
    pub fn does(&self, action: Action) -> bool {
        self.on_entry.contains(&action)
    }

    /// How long an order may stay here, in seconds of working time.
    pub fn seconds_allowed(&self) -> Option<i64> {
        self.minutes_allowed.map(|minutes| i64::from(minutes) * 60)
    }
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
    /// Up to which status a customer may call a paid order off by themselves; `None`: never.
    #[serde(default = "until_confirmed")]
    pub customer_cancel: Option<Status>,
    /// How much of the time allowed a rush order gets, in percent.
    #[serde(default = "usual_rush")]
    pub rush_percent: u8,
    /// Whether an order goes round again: a subscription's next delivery. Its clock starts anew with each round.
    #[serde(default)]
    pub repeats: bool,
}

/// The seeds' rule (B4).
#[expect(clippy::unnecessary_wraps, reason = "serde wants the field's own type")]
const fn until_confirmed() -> Option<Status> {
    Some(Status::Confirmed)
}

/// Standard takes three to five days, rush one to two (S4).
const fn usual_rush() -> u8 {
    40
}

impl Definition {
    /// The stage of a key.
    pub fn stage(&self, key: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.key == key)
    }

    /// Where a paid order starts: the first stage that stands for `pending` (it is looked at first) or `confirmed`.
    pub fn start(&self) -> Option<&Stage> {
        self.stages.iter().find(|stage| matches!(stage.status, Status::Pending | Status::Confirmed))
    }

    /// Whether checkout only holds the money, because a later stage takes it.
    pub fn captures_later(&self) -> bool {
        self.stages.iter().any(|stage| stage.does(Action::Capture))
    }

    /// Whether an arrow leads from one stage to the other.
    pub fn has_arrow(&self, from: &str, to: &str) -> bool {
        self.arrows.iter().any(|(a, b)| a == from && b == to)
    }

    /// The stages staff may move an order to from here.
    pub fn next<'a>(&'a self, from: &'a str) -> impl Iterator<Item = &'a Stage> {
        self.arrows.iter().filter(move |(a, _)| a == from).filter_map(|(_, b)| self.stage(b))
    }

    /// The stages staff may step back to from here, the nearest first. Where an order goes round, back is on.
    pub fn before<'a>(&'a self, stage: &'a str) -> impl Iterator<Item = &'a Stage> {
        let inside = self.stage(stage).is_some_and(|stage| stage.status.is_in_house());
        self.arrows
            .iter()
            .rev()
            .filter(move |(a, b)| inside && b == stage && !self.has_arrow(stage, a))
            .filter_map(|(a, _)| self.stage(a))
            .filter(|stage| stage.status.is_in_house())
    }
}
