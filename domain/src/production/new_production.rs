//! What a studio's site says when it sends designs to production: checked whole, so that a refusal names every field at once.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::ProductionPriority;
use crate::{
    Language,
    order::{Address, NewCustomer, NewShipping, https_url, one_line, pointer},
    product::Technique,
};

/// The body of `POST /api/production`. What the studio's document does not have is what its session knew: who buys, and where to.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewProduction {
    /// The design, to be looked at.
    #[garde(custom(https))]
    pub design_url: String,
    /// Group of variants, or one SKU.
    #[garde(length(chars, min = 1, max = 100), custom(one_line))]
    pub garment_id: String,
    /// How many of which size.
    #[garde(length(min = 1, max = 100), dive)]
    pub sizes: Vec<SizeRun>,
    /// `rush`, `standard` or `hold`; `standard` when absent.
    #[garde(custom(known_priority))]
    #[serde(default)]
    pub priority: Option<String>,
    /// In the buyer's words.
    #[garde(length(chars, max = 2000))]
    #[serde(default)]
    pub notes: Option<String>,
    /// `dtg`, `screen` or `embroidery`; `dtg` when absent.
    #[garde(skip)]
    #[serde(default)]
    pub technique: Technique,
    /// Who buys.
    #[garde(dive)]
    pub customer: NewCustomer,
    /// Where it goes.
    #[garde(dive)]
    pub address: Address,
    /// What the customer chose to have it sent by.
    #[garde(dive)]
    #[serde(default)]
    pub shipping: Option<NewShipping>,
    /// Where it is made.
    #[garde(length(chars, max = 100))]
    #[serde(default)]
    pub location: Option<String>,
    /// The language the customer is written to in; the shop's when absent.
    #[garde(skip)]
    #[serde(default)]
    pub language: Option<Language>,
    /// Where Stripe sends the customer after paying; our own page when absent.
    #[garde(inner(custom(https)))]
    #[serde(default)]
    pub success_url: Option<String>,
    /// Where Stripe sends the customer who turns back; our own page when absent.
    #[garde(inner(custom(https)))]
    #[serde(default)]
    pub cancel_url: Option<String>,
}

/// How many of one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SizeRun {
    /// As the product's `size` option has it, any case.
    #[garde(length(chars, min = 1, max = 40), custom(one_line))]
    pub size: String,
    /// Pieces.
    #[garde(range(min = 1, max = 10_000))]
    pub quantity: i32,
}

impl NewProduction {
    /// Everything that is wrong, as (path of the field, why).
    pub fn flaws(&self) -> Vec<(String, String)> {
        let Err(report) = self.validate() else { return Vec::new() };
        report.iter().map(|(path, error)| (pointer(&path.to_string()), error.to_string())).collect()
    }
}

fn https(url: &str, none: &()) -> garde::Result {
    https_url(&Some(url.to_owned()), none)
}

#[expect(clippy::ref_option, reason = "the shape garde calls")]
fn known_priority(word: &Option<String>, _: &()) -> garde::Result {
    match word {
        Some(word) if ProductionPriority::parse(word).is_none() => {
            Err(garde::Error::new("is not rush, standard or hold"))
        }
        _ => Ok(()),
    }
}
