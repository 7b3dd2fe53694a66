//! Refunds at Stripe: the list, and making one.

use std::collections::HashMap;

use stripe::StripeRequest;
use stripe_core::refund::{CreateRefund, CreateRefundReason, ListRefund};

use super::{Stripe, answer, from_stripe, to_stripe};
use crate::{
    clock::At,
    event::Source,
    ids::RefundId,
    payment::{RefundNews, RefundStatus},
    provider::{Refused, Unanswered},
};

/// A refund to be made.
#[derive(Debug, Clone)]
pub struct MakeRefund<'a> {
    /// Ours: Stripe's idempotency key, and kept in its metadata.
    pub id: RefundId,
    /// `pi_…`.
    pub intent: &'a str,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: &'a str,
    /// `duplicate`, `fraudulent` or `requested_by_customer`.
    pub reason: &'a str,
}

impl Stripe {
    /// Every refund of a PaymentIntent, at most the newest hundred (Stripe's largest page; nobody refunds one order more often).
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn refunds_of(&self, intent: &str) -> Result<Vec<RefundNews>, Unanswered> {
        let list = ListRefund::new().payment_intent(intent).limit(100).send(&self.client).await;
        match answer::read(list)? {
            Ok(list) => Ok(list.data.into_iter().map(|refund| news(refund, intent)).collect()),
            // An intent that Stripe does not know has no refunds.
            Err(Refused { .. }) => Ok(Vec::new()),
        }
    }

    /// Makes a refund; asking again for the same id gets the same refund.
    ///
    /// # Errors
    /// When Stripe does not answer, which says nothing about whether it acted.
    pub async fn make_refund(
        &self,
        make: &MakeRefund<'_>,
    ) -> Result<Result<RefundNews, Refused>, Unanswered> {
        let Some(amount) = to_stripe(make.amount, make.currency) else {
            let message = format!("Stripe moves no {} minor units of {}", make.amount, make.currency);
            return Ok(Err(Refused { code: "not_at_stripe".to_owned(), message }));
        };
        let metadata: HashMap<String, String> = [("refund_id".to_owned(), make.id.to_string())].into();
        let reason = match make.reason {
            "duplicate" => CreateRefundReason::Duplicate,
            "fraudulent" => CreateRefundReason::Fraudulent,
            _ => CreateRefundReason::RequestedByCustomer,
        };
        let create = CreateRefund::new()
            .payment_intent(make.intent)
            .amount(amount)
            .reason(reason)
            .metadata(metadata)
            .customize()
            .request_strategy(answer::once_for(&make.id.to_string())?)
            .send(&self.client)
            .await;
        Ok(answer::read(create)?.map(|refund| news(refund, make.intent)))
    }
}

fn news(refund: stripe_core::Refund, intent: &str) -> RefundNews {
    RefundNews {
        provider_id: refund.id.to_string(),
        ours: refund.metadata.as_ref().and_then(|all| all.get("refund_id")).and_then(|id| id.parse().ok()),
        payment_intent: intent.to_owned(),
        amount: from_stripe(refund.amount, &refund.currency.to_string()),
        status: RefundStatus::of(refund.status.as_deref()),
        failure: refund.failure_reason,
        source: Source::Stripe,
        at: jiff::Timestamp::from_second(refund.created).map_or(At(jiff::Timestamp::UNIX_EPOCH), At),
    }
}
