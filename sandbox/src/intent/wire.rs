//! The `payment_intent` object.

use serde_json::{Value, json};

use super::{PaymentIntent, Status};

impl PaymentIntent {
    /// The object as the API and the events show it.
    pub fn wire(&self) -> Value {
        let param = |name: &str| self.params.get(name);
        let received =
            if self.status == Status::Succeeded { self.captured.unwrap_or(self.amount) } else { 0 };
        let canceled_for = self.cancellation_reason.as_deref().unwrap_or("automatic");
        let next_action = (self.status == Status::RequiresAction).then(
            || json!({ "type": "use_stripe_sdk", "use_stripe_sdk": { "type": "three_d_secure_redirect" } }),
        );
        json!({
            "id": self.id,
            "object": "payment_intent",
            "amount": self.amount,
            "amount_capturable": self.capturable(),
            "amount_details": { "tip": {} },
            "amount_received": received,
            "application": null,
            "application_fee_amount": null,
            "automatic_payment_methods": null,
            "canceled_at": self.canceled_at,
            "cancellation_reason": self.canceled_at.map(|_| canceled_for),
            "capture_method": if self.manual() { "manual" } else { "automatic_async" },
            "client_secret": self.client_secret,
            "confirmation_method": "automatic",
            "created": self.created,
            "currency": self.currency,
            "customer": null,
            "customer_account": null,
            "description": param("description"),
            "excluded_payment_method_types": null,
            "last_payment_error": self.last_payment_error,
            "latest_charge": self.latest_charge,
            "livemode": false,
            "managed_payments": { "enabled": false },
            "metadata": self.metadata,
            "next_action": next_action,
            "on_behalf_of": null,
            "payment_method": self.payment_method,
            "payment_method_configuration_details": null,
            "payment_method_options": { "card": {
                "installments": null, "mandate_options": null, "network": null, "request_three_d_secure": "automatic",
            } },
            "payment_method_types": ["card"],
            "processing": null,
            "receipt_email": param("receipt_email"),
            "review": null,
            "setup_future_usage": null,
            "shipping": param("shipping"),
            "source": null,
            "statement_descriptor": param("statement_descriptor"),
            "statement_descriptor_suffix": param("statement_descriptor_suffix"),
            "status": self.status,
            "transfer_data": null,
            "transfer_group": param("transfer_group"),
        })
    }
}
