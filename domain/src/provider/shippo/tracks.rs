//! Where a parcel is.

use serde_json::json;

use super::{Shippo, labels::segment, wire_track::Track};
use crate::provider::{Refused, Unanswered};

impl Shippo {
    /// What a carrier has said of a number.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn track(&self, carrier: &str, number: &str) -> Result<Result<Track, Refused>, Unanswered> {
        self.get(&format!("/tracks/{}/{}", segment(carrier), segment(number))).await
    }

    /// Asks to be told about a number. Labels bought at Shippo are told of anyway, and asking twice means being told twice.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn register_track(
        &self,
        carrier: &str,
        number: &str,
        reference: &str,
    ) -> Result<Result<Track, Refused>, Unanswered> {
        let body = json!({ "carrier": carrier, "tracking_number": number, "metadata": reference });
        self.post("/tracks/", &body).await
    }
}
