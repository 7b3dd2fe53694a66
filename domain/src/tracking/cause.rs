//! Why a parcel is where it is, and whose side that is on.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// On whose side the cause lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Who carries it.
    Carrier,
    /// Who sent it: us.
    Shop,
    /// Whom it goes to.
    Recipient,
    /// The customs of some country.
    Customs,
    /// Snow, flood, heat.
    Weather,
    /// Strikes, closed roads, authorities: nobody's.
    Outside,
}

/// Why. A code that names no cause has none; the words of `peers.md` §3 (Karrio's `TrackingIncidentReason`, AfterShip's subtags), cut to
/// what a person can act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Damaged on the way.
    Damaged,
    /// Nobody finds it.
    Lost,
    /// Sorted to the wrong place.
    Missorted,
    /// The carrier looks for it.
    Investigated,
    /// Vehicle, capacity, time: the carrier was not able to.
    CarrierDelay,
    /// The shop called it off.
    CalledOff,
    /// What the shop wrote is wrong or missing.
    ShopData,
    /// The shop was not ready.
    ShopNotReady,
    /// Badly packed, too large, too heavy, not allowed.
    Packaging,
    /// The recipient does not want it.
    Refused,
    /// Nobody was there.
    NotHome,
    /// The business was closed.
    BusinessClosed,
    /// The address is wrong or incomplete.
    Address,
    /// Nobody got to the door.
    NoAccess,
    /// The recipient moved away.
    Moved,
    /// Nobody fetched it in time.
    Unclaimed,
    /// The recipient asked for another day or place.
    AskedFor,
    /// Something is to be paid at the door.
    Unpaid,
    /// Who opened could not show who they are.
    Identity,
    /// In the hands of customs.
    Customs,
    /// Customs lack papers.
    CustomsPapers,
    /// Duties are to be paid.
    CustomsDuties,
    /// It may not enter.
    Prohibited,
    /// Snow, flood, heat.
    Weather,
    /// Strike, disaster, an authority: nobody's fault.
    Force,
    /// A holiday or a weekend in between.
    Holiday,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 26] = [
        Self::Damaged,
        Self::Lost,
        Self::Missorted,
        Self::Investigated,
        Self::CarrierDelay,
        Self::CalledOff,
        Self::ShopData,
        Self::ShopNotReady,
        Self::Packaging,
        Self::Refused,
        Self::NotHome,
        Self::BusinessClosed,
        Self::Address,
        Self::NoAccess,
        Self::Moved,
        Self::Unclaimed,
        Self::AskedFor,
        Self::Unpaid,
        Self::Identity,
        Self::Customs,
        Self::CustomsPapers,
        Self::CustomsDuties,
        Self::Prohibited,
        Self::Weather,
        Self::Force,
        Self::Holiday,
    ];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Lost => "lost",
            Self::Missorted => "missorted",
            Self::Investigated => "investigated",
            Self::CarrierDelay => "carrier_delay",
            Self::CalledOff => "called_off",
            Self::ShopData => "shop_data",
            Self::ShopNotReady => "shop_not_ready",
            Self::Packaging => "packaging",
            Self::Refused => "refused",
            Self::NotHome => "not_home",
            Self::BusinessClosed => "business_closed",
            Self::Address => "address",
            Self::NoAccess => "no_access",
            Self::Moved => "moved",
            Self::Unclaimed => "unclaimed",
            Self::AskedFor => "asked_for",
            Self::Unpaid => "unpaid",
            Self::Identity => "identity",
            Self::Customs => "customs",
            Self::CustomsPapers => "customs_papers",
            Self::CustomsDuties => "customs_duties",
            Self::Prohibited => "prohibited",
            Self::Weather => "weather",
            Self::Force => "force",
            Self::Holiday => "holiday",
        }
    }

    /// The words people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("track-cause-{}", self.as_str().replace('_', "-")))
    }

    /// The cause of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.as_str() == word)
    }

    /// On whose side it lies.
    pub const fn party(self) -> Party {
        match self {
            Self::Damaged | Self::Lost | Self::Missorted | Self::Investigated | Self::CarrierDelay => {
                Party::Carrier
            }
            Self::CalledOff | Self::ShopData | Self::ShopNotReady | Self::Packaging => Party::Shop,
            Self::Refused
            | Self::NotHome
            | Self::BusinessClosed
            | Self::Address
            | Self::NoAccess
            | Self::Moved
            | Self::Unclaimed
            | Self::AskedFor
            | Self::Unpaid
            | Self::Identity => Party::Recipient,
            Self::Customs | Self::CustomsPapers | Self::CustomsDuties | Self::Prohibited => Party::Customs,
            Self::Weather => Party::Weather,
            Self::Force | Self::Holiday => Party::Outside,
        }
    }
}
