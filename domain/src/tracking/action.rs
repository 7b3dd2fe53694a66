//! What somebody has to do so that a parcel goes on.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// What has to be done. `action_required` is that there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// The carrier says only that somebody has to act: ask it.
    ContactCarrier,
    /// The address has to be put right.
    CorrectAddress,
    /// The recipient chooses another day or place.
    ChooseDay,
    /// The recipient fetches it.
    PickUp,
    /// The driver has to be let in.
    GiveAccess,
    /// Customs want papers.
    SendPapers,
    /// Customs or the driver want money.
    Pay,
    /// The shop claims the loss or the damage.
    Claim,
}

impl Action {
    /// All eight.
    pub const ALL: [Self; 8] = [
        Self::ContactCarrier,
        Self::CorrectAddress,
        Self::ChooseDay,
        Self::PickUp,
        Self::GiveAccess,
        Self::SendPapers,
        Self::Pay,
        Self::Claim,
    ];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ContactCarrier => "contact_carrier",
            Self::CorrectAddress => "correct_address",
            Self::ChooseDay => "choose_day",
            Self::PickUp => "pick_up",
            Self::GiveAccess => "give_access",
            Self::SendPapers => "send_papers",
            Self::Pay => "pay",
            Self::Claim => "claim",
        }
    }

    /// The words people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("track-action-{}", self.as_str().replace('_', "-")))
    }

    /// The action of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == word)
    }

    /// Whether the recipient can do it; the rest is the shop's.
    pub const fn is_recipients(self) -> bool {
        matches!(self, Self::CorrectAddress | Self::ChooseDay | Self::PickUp | Self::GiveAccess)
    }
}
