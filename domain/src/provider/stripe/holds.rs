//! Held money at Stripe: taking it, giving it free, ending a checkout; and what Stripe knows of a payment now.

use stripe::StripeRequest;
use stripe_checkout::checkout_session::{ExpireCheckoutSession, RetrieveCheckoutSession};
use stripe_checkout::{CheckoutSessionPaymentStatus, CheckoutSessionStatus};
use stripe_core::PaymentIntentStatus;
use stripe_core::payment_intent::{CancelPaymentIntent, CapturePaymentIntent, RetrievePaymentIntent};

use super::{Stripe, answer, from_stripe};
use crate::{
    ids::PaymentId,
    payment::Heard,
    provider::{Refused, Unanswered},
};

/// What Stripe knows of a payment now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What that is news of; `None` while it is under way.
    pub heard: Option<Heard>,
    /// Minor units held or taken; `None` where Stripe's amount is none of ours.
    pub amount: Option<i64>,
    /// ISO 4217, lower case.
    pub currency: String,
    /// `pi_…`.
    pub intent: Option<String>,
}

impl Stripe {
    /// Takes held money; a second time is the same time.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn capture(&self, payment: PaymentId, intent: &str) -> Result<Result<(), Refused>, Unanswered> {
        let sent = CapturePaymentIntent::new(intent)
            .customize()
            .request_strategy(answer::once_for(&format!("{payment}-capture"))?)
            .send(&self.client)
            .await;
        Ok(answer::read(sent)?.map(drop))
    }

    /// Gives held money free; a second time is the same time.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn release(&self, payment: PaymentId, intent: &str) -> Result<Result<(), Refused>, Unanswered> {
        let sent = CancelPaymentIntent::new(intent)
            .customize()
            .request_strategy(answer::once_for(&format!("{payment}-release"))?)
            .send(&self.client)
            .await;
        Ok(answer::read(sent)?.map(drop))
    }

    /// Ends a checkout, so that nobody pays for what was called off.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn expire_session(&self, session: &str) -> Result<Result<(), Refused>, Unanswered> {
        Ok(answer::read(ExpireCheckoutSession::new(session).send(&self.client).await)?.map(drop))
    }

    /// What has become of a checkout; `None` for one that Stripe does not know.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn session(&self, session: &str) -> Result<Option<Known>, Unanswered> {
        let answer = RetrieveCheckoutSession::new(session).send(&self.client).await;
        Ok(answer::read(answer)?.ok().map(|session| {
            let heard = match (&session.status, &session.payment_status) {
                (_, CheckoutSessionPaymentStatus::Paid | CheckoutSessionPaymentStatus::NoPaymentRequired) => {
                    Some(Heard::Succeeded)
                }
                (Some(CheckoutSessionStatus::Expired), _) => Some(Heard::Failed),
                _ => None,
            };
            let currency = session.currency.map(|currency| currency.to_string()).unwrap_or_default();
            Known {
                heard,
                amount: session.amount_total.and_then(|amount| from_stripe(amount, &currency)),
                currency,
                intent: session.payment_intent.map(|intent| intent.into_id().to_string()),
            }
        }))
    }

    /// What has become of a PaymentIntent; `None` for one that Stripe does not know.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn intent(&self, intent: &str) -> Result<Option<Known>, Unanswered> {
        let answer = RetrievePaymentIntent::new(intent).send(&self.client).await;
        Ok(answer::read(answer)?.ok().map(|known| {
            let (heard, amount) = match known.status {
                PaymentIntentStatus::Succeeded => (Some(Heard::Succeeded), known.amount_received),
                PaymentIntentStatus::RequiresCapture => (Some(Heard::Authorized), known.amount_capturable),
                PaymentIntentStatus::Canceled => (Some(Heard::Released), 0),
                _ => (None, 0),
            };
            let currency = known.currency.to_string();
            let amount = from_stripe(amount, &currency);
            Known { heard, amount, currency, intent: Some(intent.to_owned()) }
        }))
    }
}

impl Stripe {
    /// Until when held money can be taken, if Stripe says so.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn capture_before(&self, intent: &str) -> Result<Option<crate::clock::At>, Unanswered> {
        let list = stripe_core::charge::ListCharge::new().payment_intent(intent).limit(1);
        let Ok(list) = answer::read(list.send(&self.client).await)? else { return Ok(None) };
        let card = list.data.first().and_then(|charge| charge.payment_method_details.as_ref()?.card.as_ref());
        let second = card.and_then(|card| card.capture_before);
        Ok(second.and_then(|second| jiff::Timestamp::from_second(second).ok()).map(crate::clock::At))
    }
}
