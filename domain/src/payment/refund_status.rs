//! A refund's own arrows, in Stripe's words (<https://docs.stripe.com/api/refunds/object#refund_object-status>).

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// What has become of a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "refund_status", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum RefundStatus {
    /// Asked for, or under way at Stripe.
    Pending,
    /// Stripe waits for the customer.
    RequiresAction,
    /// Stripe has sent it.
    Succeeded,
    /// It did not reach the customer; Stripe has the money back. A succeeded refund can still come to this.
    Failed,
    /// Called off before it was sent.
    Canceled,
}

impl RefundStatus {
    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::RequiresAction => "requires_action",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
        }
    }

    /// The status of Stripe's word. An absent or a new word means that Stripe is not finished.
    pub fn of(word: Option<&str>) -> Self {
        [Self::RequiresAction, Self::Succeeded, Self::Failed, Self::Canceled]
            .into_iter()
            .find(|status| Some(status.as_str()) == word)
            .unwrap_or(Self::Pending)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("refund-{}", self.as_str().replace('_', "-")))
    }

    /// Whether the amount is free to be refunded anew.
    pub const fn is_void(self) -> bool {
        matches!(self, Self::Failed | Self::Canceled)
    }

    /// What is believed after hearing this: the later of the two in a refund's life, so that the order of telling does not matter.
    #[must_use]
    pub const fn heard(self, news: Self) -> Self {
        if news.rank() > self.rank() { news } else { self }
    }

    /// The same of a refund that another shop makes: there a success is the last word, and what failed can still come to one.
    ///
    /// Shopify tells no time at which a transaction failed or succeeded, and its webhooks come in any order, so a failure that is told after
    /// a success is not known to be the later one; and what a payment app has resolved it can reject no more
    /// (<https://shopify.dev/docs/api/payments-apps/latest/mutations/refundSessionResolve>).
    #[must_use]
    pub const fn heard_elsewhere(self, news: Self) -> Self {
        match (self, news) {
            (Self::Succeeded, _) | (_, Self::Succeeded) => Self::Succeeded,
            _ => self.heard(news),
        }
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Pending => 0,
            Self::RequiresAction => 1,
            Self::Succeeded => 2,
            Self::Canceled => 3,
            Self::Failed => 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_word_in_a_refunds_life_wins_whenever_it_comes() {
        use RefundStatus::*;
        let all = [Pending, RequiresAction, Succeeded, Canceled, Failed];
        for a in all {
            for b in all {
                assert_eq!(a.heard(b), b.heard(a));
                assert_eq!(a.heard_elsewhere(b), b.heard_elsewhere(a));
                for c in all {
                    assert_eq!(a.heard(b).heard(c), a.heard(b.heard(c)));
                    let elsewhere = a.heard_elsewhere(b).heard_elsewhere(c);
                    assert_eq!(elsewhere, a.heard_elsewhere(b.heard_elsewhere(c)));
                }
            }
        }
        assert_eq!(Succeeded.heard(Failed), Failed);
        assert_eq!((Failed.heard_elsewhere(Succeeded), Failed.heard_elsewhere(Pending)), (Succeeded, Failed));
        assert_eq!(RefundStatus::of(Some("succeeded")), Succeeded);
        assert_eq!((RefundStatus::of(None), RefundStatus::of(Some("new_word"))), (Pending, Pending));
    }
}
