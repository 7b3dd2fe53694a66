//! The `checkout.session` object. Every field Stripe documents is present: a client that reads one we never set must
//! find null, not nothing.

use serde_json::{Value, json};

use super::{Session, Status};
use crate::line_item::LineItem;

impl Session {
    /// The object as the API and the events show it; `http` is where the pay page lives.
    pub fn wire(&self, http: &str) -> Value {
        let flag = |pointer: &str| self.param(pointer).map(|text| text == "true");
        let email = self.buyer.email.as_deref().or(self.param("/customer_email"));
        let address = json!({ "city": null, "country": null, "line1": null, "line2": null, "postal_code": null, "state": null });
        let customer_details = (email.is_some() || self.status == Status::Complete).then(|| {
            json!({
                "address": address, "business_name": null, "email": email, "individual_name": null,
                "name": self.buyer.name, "phone": self.buyer.phone, "tax_exempt": "none", "tax_ids": null,
            })
        });
        let shipping_details = self
            .buyer
            .shipping
            .as_ref()
            .map(|address| json!({ "address": address, "name": self.buyer.name }));
        let shipping_cost = self.shipping.first().map(|shipping| {
            json!({
                "amount_subtotal": shipping.amount, "amount_tax": 0, "amount_total": shipping.amount,
                "shipping_rate": shipping.rate,
            })
        });
        let shipping_options: Vec<_> = self
            .shipping
            .iter()
            .map(|shipping| json!({ "shipping_amount": shipping.amount, "shipping_rate": shipping.rate }))
            .collect();
        let url = (self.status == Status::Open).then(|| format!("{http}/pay/{}", self.id));
        json!({
            "id": self.id,
            "object": "checkout.session",
            "adaptive_pricing": { "enabled": false },
            "after_expiration": null,
            "allow_promotion_codes": flag("/allow_promotion_codes"),
            "amount_subtotal": self.amount_subtotal(),
            "amount_total": self.amount_total(),
            "automatic_tax": { "enabled": false, "liability": null, "provider": null, "status": null },
            "billing_address_collection": self.param("/billing_address_collection"),
            "cancel_url": self.param("/cancel_url"),
            "client_reference_id": self.param("/client_reference_id"),
            "client_secret": null,
            "collected_information": {
                "business_name": null, "individual_name": null, "shipping_details": shipping_details,
            },
            "consent": null,
            "consent_collection": null,
            "created": self.created,
            "currency": self.currency,
            "currency_conversion": null,
            "custom_fields": [],
            "custom_text": {
                "after_submit": null, "shipping_address": null, "submit": null, "terms_of_service_acceptance": null,
            },
            "customer": null,
            "customer_account": null,
            "customer_creation": self.param("/customer_creation").unwrap_or("if_required"),
            "customer_details": customer_details,
            "customer_email": self.param("/customer_email"),
            "discounts": [],
            "expires_at": self.expires_at,
            "integration_identifier": self.param("/integration_identifier"),
            "invoice": null,
            "invoice_creation": {
                "enabled": false,
                "invoice_data": {
                    "account_tax_ids": null, "custom_fields": null, "description": null, "footer": null,
                    "issuer": null, "metadata": {}, "rendering_options": null,
                },
            },
            "livemode": false,
            "locale": self.param("/locale"),
            "managed_payments": { "enabled": false },
            "metadata": self.metadata,
            "mode": "payment",
            "origin_context": null,
            "payment_intent": self.payment_intent,
            "payment_link": self.payment_link,
            "payment_method_collection": "if_required",
            "payment_method_configuration_details": null,
            "payment_method_options": { "card": { "request_three_d_secure": "automatic" } },
            "payment_method_types": ["card"],
            "payment_status": self.payment_status,
            "permissions": null,
            "phone_number_collection": { "enabled": flag("/phone_number_collection/enabled").unwrap_or(false) },
            "recovered_from": null,
            "saved_payment_method_options": null,
            "setup_intent": null,
            "shipping_address_collection": self.params.get("shipping_address_collection"),
            "shipping_cost": shipping_cost,
            "shipping_options": shipping_options,
            "status": self.status,
            "submit_type": self.param("/submit_type"),
            "subscription": null,
            "success_url": self.success_url,
            "total_details": { "amount_discount": 0, "amount_shipping": self.amount_shipping(), "amount_tax": 0 },
            "ui_mode": self.param("/ui_mode").unwrap_or("hosted_page"),
            "url": url,
            "wallet_options": null,
        })
    }

    /// The list behind `/line_items` and `expand[]=line_items`.
    pub fn line_items_wire(&self) -> Vec<Value> {
        self.line_items.iter().map(|line| self.line_wire(line)).collect()
    }

    /// One of its lines.
    pub fn line_wire(&self, line: &LineItem) -> Value {
        line.wire(&self.currency, self.created)
    }
}
