//! Job: tell DHL that we meant a subscription. The secret came to our door with the word that we alone had given DHL.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{
    Shop,
    provider::said::Said,
    queue::{Job, Outcome},
};

/// A pause where DHL names none.
const PAUSE: Duration = Duration::from_secs(60);

/// Confirms one subscription.
#[derive(Clone, Serialize, Deserialize)]
pub struct ConfirmDhlPush {
    /// Which.
    pub subscription: String,
    /// With what.
    pub secret: String,
}

impl Job for ConfirmDhlPush {
    const NAME: &'static str = "confirm_dhl_push";
    const PRIORITY: i16 = 20;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        let Some(dhl) = &shop.carriers.dhl else {
            return Outcome::Never("the shop has no account with DHL any more".to_owned());
        };
        let asked = dhl.confirm(&self.subscription, &self.secret, shop.clock.now());
        match shop.ask("dhl", asked).await {
            Ok(Said::Done(())) => Outcome::Done,
            Ok(Said::Refused(why)) => Outcome::Never(why.message),
            Ok(Said::Busy { detail, after }) => Outcome::After(after.unwrap_or(PAUSE), detail),
            Err(fault) => fault.into(),
        }
    }
}
