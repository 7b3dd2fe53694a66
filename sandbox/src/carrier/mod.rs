//! What the carriers' twins have in common: their names, what they remember, and the door a call passes first.

mod call;
mod control;
mod credential;
mod doorway;

use std::collections::{BTreeMap, HashMap};

use axum::Router;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use crate::dhl::Subscription as DhlSubscription;
use crate::journey::Journey;
use crate::provider::{Api, Provider};
use crate::ups::Subscription as UpsSubscription;
use crate::world::Shared;

pub use call::wanted;
pub use credential::{Credential, Token, basic, bearer, give, knows};
pub use doorway::{Trouble, doorway};

/// Who carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Carrier {
    /// FedEx.
    Fedex,
    /// UPS.
    Ups,
    /// DHL, all its divisions.
    Dhl,
    /// The Spanish post.
    Correos,
}

impl Carrier {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fedex, Self::Ups, Self::Dhl, Self::Correos];

    /// As a person writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fedex => "FedEx",
            Self::Ups => "UPS",
            Self::Dhl => "DHL",
            Self::Correos => "Correos",
        }
    }

    /// As control calls write it.
    pub fn token(self) -> &'static str {
        match self {
            Self::Fedex => "fedex",
            Self::Ups => "ups",
            Self::Dhl => "dhl",
            Self::Correos => "correos",
        }
    }

    /// The switches for its calls.
    pub fn api(self) -> Api {
        match self {
            Self::Fedex => Api::Fedex,
            Self::Ups => Api::Ups,
            Self::Dhl => Api::Dhl,
            Self::Correos => Api::Correos,
        }
    }

    /// Who pushes, if anybody does.
    pub fn provider(self) -> Option<Provider> {
        match self {
            Self::Fedex => Some(Provider::Fedex),
            Self::Ups => Some(Provider::Ups),
            Self::Dhl => Some(Provider::Dhl),
            Self::Correos => None,
        }
    }
}

/// What the carriers remember, as part of the sandbox's memory on disk.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Store {
    /// Every parcel's journey, by carrier and number.
    pub journeys: BTreeMap<String, Journey>,
    /// Access tokens that were given.
    pub tokens: HashMap<String, Token>,
    /// What opens an account, where that was agreed; anything else does where it was not.
    pub credentials: BTreeMap<Carrier, Credential>,
    /// Numbers UPS pushes.
    pub ups: Vec<UpsSubscription>,
    /// Subscriptions DHL pushes to.
    pub dhl: Vec<DhlSubscription>,
    /// How many calls each API was asked, refused ones too.
    pub calls: BTreeMap<Carrier, u64>,
}

/// What tests do to carriers.
pub fn site() -> Router<Shared> {
    Router::new()
        .route("/_control/carriers", get(control::show))
        .route("/_control/carriers/{carrier}/credentials", post(control::agree))
        .route("/_control/carriers/{carrier}/tokens/forget", post(control::forget))
        .route("/_control/carriers/fedex/missed", post(control::replay))
}
