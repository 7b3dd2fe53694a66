//! The Charge: one card, asked once, and what came of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::cards::{Card, Decline};
use crate::intent::PaymentIntent;
use crate::session::Buyer;
use crate::table::Row;
use crate::{clock, ids};

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Charge {
    id: String,
    created: i64,
    amount: i64,
    currency: String,
    payment_intent: String,
    payment_method: String,
    metadata: BTreeMap<String, String>,
    card: Card,
    buyer: Buyer,
    failure: Option<Failure>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Failure {
    code: String,
    reason: String,
    message: String,
}

impl Row for Charge {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Charge {
    /// One attempt on `intent`; with a decline it failed.
    pub fn of(intent: &PaymentIntent, card: Card, buyer: Buyer, decline: Option<&Decline>) -> Self {
        Self {
            id: ids::charge(),
            created: clock::now(),
            amount: intent.amount,
            currency: intent.currency.clone(),
            payment_intent: intent.id.clone(),
            payment_method: ids::other("pm"),
            metadata: intent.metadata.clone(),
            card,
            buyer,
            failure: decline.map(|decline| Failure {
                code: decline.code.to_owned(),
                reason: decline.decline_code.unwrap_or(decline.code).to_owned(),
                message: decline.message.to_owned(),
            }),
        }
    }

    /// `pm_...`
    pub fn payment_method(&self) -> &str {
        &self.payment_method
    }

    /// The object as the API and the events show it.
    pub fn wire(&self) -> Value {
        let paid = self.failure.is_none();
        let failure = self.failure.as_ref();
        let outcome = json!({
            "advice_code": null,
            "network_advice_code": null,
            "network_decline_code": null,
            "network_status": if paid { "approved_by_network" } else { "declined_by_network" },
            "reason": failure.map(|failure| &failure.reason),
            "risk_level": "normal",
            "risk_score": 12,
            "seller_message": if paid { "Payment complete." } else { "The bank did not approve the payment." },
            "type": if paid { "authorized" } else { "issuer_declined" },
        });
        let address = json!({ "city": null, "country": null, "line1": null, "line2": null, "postal_code": null, "state": null });
        json!({
            "id": self.id,
            "object": "charge",
            "amount": self.amount,
            "amount_captured": if paid { self.amount } else { 0 },
            "amount_refunded": 0,
            "application": null,
            "application_fee": null,
            "application_fee_amount": null,
            "balance_transaction": null,
            "billing_details": {
                "address": address, "email": self.buyer.email, "name": self.buyer.name, "phone": null, "tax_id": null,
            },
            "calculated_statement_descriptor": "CLEW SANDBOX",
            "captured": paid,
            "created": self.created,
            "currency": self.currency,
            "customer": null,
            "description": null,
            "disputed": false,
            "failure_balance_transaction": null,
            "failure_code": failure.map(|failure| &failure.code),
            "failure_message": failure.map(|failure| &failure.message),
            "fraud_details": {},
            "livemode": false,
            "metadata": self.metadata,
            "on_behalf_of": null,
            "outcome": outcome,
            "paid": paid,
            "payment_intent": self.payment_intent,
            "payment_method": self.payment_method,
            "payment_method_details": self.method(),
            "receipt_email": null,
            "receipt_number": null,
            "receipt_url": null,
            "refunded": false,
            "review": null,
            "shipping": null,
            "source": null,
            "source_transfer": null,
            "statement_descriptor": null,
            "statement_descriptor_suffix": null,
            "status": if paid { "succeeded" } else { "failed" },
            "transfer_data": null,
            "transfer_group": null,
        })
    }

    fn method(&self) -> Value {
        json!({
            "type": "card",
            "card": {
                "amount_authorized": self.failure.is_none().then_some(self.amount),
                "authorization_code": null,
                "brand": self.card.brand,
                "checks": { "address_line1_check": null, "address_postal_code_check": null, "cvc_check": "pass" },
                "country": "US",
                "exp_month": 12,
                "exp_year": 2034,
                "fingerprint": "SandboxSandbox00",
                "funding": "credit",
                "installments": null,
                "last4": self.card.last4,
                "mandate": null,
                "network": self.card.brand,
                "network_transaction_id": null,
                "regulated_status": "unregulated",
                "three_d_secure": null,
                "wallet": null,
            },
        })
    }
}
