//! The `charge` object.

use serde_json::{Value, json};

use super::{Charge, Hold};

impl Charge {
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
            "amount_captured": self.captured(),
            "amount_refunded": self.amount_refunded,
            "application": null,
            "application_fee": null,
            "application_fee_amount": null,
            "balance_transaction": null,
            "billing_details": {
                "address": address, "email": self.buyer.email, "name": self.buyer.name, "phone": null, "tax_id": null,
            },
            "calculated_statement_descriptor": "CLEW SANDBOX",
            "captured": paid && matches!(self.hold, Hold::None | Hold::Captured(_)),
            "created": self.created,
            "currency": self.currency,
            "customer": null,
            "description": null,
            "disputed": self.disputed,
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
            "refunded": self.captured() > 0 && self.refundable() == 0,
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
        let mut method = json!({
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
        });
        // Stripe leaves the field out where nothing is held.
        if let Hold::Until(until) = self.hold {
            method["card"]["capture_before"] = json!(until);
        }
        method
    }
}
