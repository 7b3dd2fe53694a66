//! What can be made to go wrong on purpose. Counters run down to nothing by themselves; the rest stays until reset.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The switches of `/_control/faults`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Every webhook waits this long before its first attempt.
    pub delay_ms: u64,
    /// Every webhook is delivered this many extra times.
    pub duplicate: u32,
    /// Webhooks swap places in pairs.
    pub reorder: bool,
    /// The next n events are never delivered; only `GET /v1/events` still knows them.
    pub drop: u32,
    /// Every API call takes this long to act, as a busy Stripe would.
    pub api_delay_ms: u64,
    /// The next n API calls answer 500 and do nothing.
    pub api_5xx: u32,
    /// The next n API calls act, then answer 500.
    pub api_5xx_after: u32,
    /// The next n API calls act, then never answer.
    pub api_timeout: u32,
    /// The next n messages are accepted, then the connection closes without a reply.
    pub smtp_cut_reply: u32,
}

impl Faults {
    /// These switches with the given ones turned; the others stay as they are.
    pub fn with(&self, turned: Map<String, Value>) -> Result<Self, serde_json::Error> {
        let mut all = serde_json::to_value(self)?;
        if let Value::Object(all) = &mut all {
            all.extend(turned);
        }
        serde_json::from_value(all)
    }
}

/// Uses a counter up by one; false when it was already at nothing.
pub fn take(counter: &mut u32) -> bool {
    let had = *counter > 0;
    *counter = counter.saturating_sub(1);
    had
}
