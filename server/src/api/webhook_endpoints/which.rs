//! Which of an endpoint's messages a program means.

use domain::{clock::At, ids::WebhookMessageId, outbox};
use serde::Deserialize;

use super::super::problem::Problem;

/// One message, or those written down within a time: either `message`, or `since` and `until`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WhichMessages {
    /// This one.
    message: Option<WebhookMessageId>,
    /// From this moment on,
    since: Option<At>,
    /// up to this one, without it.
    until: Option<At>,
}

impl WhichMessages {
    /// What is meant.
    ///
    /// # Errors
    /// 422 where neither, or both, or a time that ends before it begins is said.
    pub(super) fn read(self) -> Result<outbox::Which, Problem> {
        match (self.message, self.since, self.until) {
            (Some(message), None, None) => Ok(outbox::Which::One { message }),
            (None, Some(since), Some(until)) if since < until => Ok(outbox::Which::Between { since, until }),
            (None, Some(_), Some(_)) => Err(wrong("/until", "must be after since")),
            (None, Some(_), None) => Err(wrong("/until", "must be said beside since")),
            (None, None, Some(_)) => Err(wrong("/since", "must be said beside until")),
            (None, None, None) => Err(wrong("/message", "must be said, or else since and until")),
            (Some(_), ..) => Err(wrong("/message", "cannot be said beside since and until")),
        }
    }
}

fn wrong(field: &str, what: &str) -> Problem {
    Problem::invalid(vec![(field.to_owned(), what.to_owned())])
}
