//! The `dispute` object.

use serde_json::{Map, Value, json};

use super::Dispute;

/// How long the shop has to answer.
const ANSWER_WITHIN: i64 = 9 * 24 * 60 * 60;

/// All that a shop could object with, none of which Clew does.
const EVIDENCE: [&str; 27] = [
    "access_activity_log",
    "billing_address",
    "cancellation_policy",
    "cancellation_policy_disclosure",
    "cancellation_rebuttal",
    "customer_communication",
    "customer_email_address",
    "customer_name",
    "customer_purchase_ip",
    "customer_signature",
    "duplicate_charge_documentation",
    "duplicate_charge_explanation",
    "duplicate_charge_id",
    "product_description",
    "receipt",
    "refund_policy",
    "refund_policy_disclosure",
    "refund_refusal_explanation",
    "service_date",
    "service_documentation",
    "shipping_address",
    "shipping_carrier",
    "shipping_date",
    "shipping_documentation",
    "shipping_tracking_number",
    "uncategorized_file",
    "uncategorized_text",
];

impl Dispute {
    /// The object as the API and the events show it.
    pub fn wire(&self) -> Value {
        let mut evidence: Map<String, Value> =
            EVIDENCE.iter().map(|name| ((*name).to_owned(), Value::Null)).collect();
        evidence.insert("enhanced_evidence".to_owned(), json!({}));
        json!({
            "id": self.id,
            "object": "dispute",
            "amount": self.amount,
            "balance_transactions": [],
            "charge": self.charge,
            "created": self.created,
            "currency": self.currency,
            "enhanced_eligibility_types": [],
            "evidence": evidence,
            "evidence_details": {
                "due_by": self.created + ANSWER_WITHIN,
                "enhanced_eligibility": {},
                "has_evidence": false,
                "past_due": false,
                "submission_count": 0,
            },
            "is_charge_refundable": !self.withdrawn && !self.status.closed(),
            "livemode": false,
            "metadata": {},
            "payment_intent": self.payment_intent,
            "payment_method_details": {
                "card": {
                    "brand": self.brand,
                    "network": self.brand,
                    "case_type": if self.withdrawn { "chargeback" } else { "inquiry" },
                    "network_reason_code": "10.4",
                },
                "type": "card",
            },
            "reason": self.reason,
            "status": self.status,
        })
    }
}
