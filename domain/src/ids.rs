//! Typed ids, so that a payment's id can never be handed to something that wants an order's.
//!
//! UUIDv7 (RFC 9562 §5.7): made by us before the row exists, sorted by time, and usable as a provider's idempotency key.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ssr", derive(sqlx::Type, utoipa::ToSchema), sqlx(transparent), schema(value_type = Uuid))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        #[cfg(feature = "ssr")]
        impl $name {
            /// A new id, ordered by the moment it was made.
            #[expect(clippy::new_without_default, reason = "a default id would be a different one each time")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, uuid::Error> {
                s.parse().map(Self)
            }
        }
    };
}

id!(/// An order's internal id; never shown to a customer.
    OrderId);
id!(/// A payment's id: also Stripe's idempotency key for its Checkout Session.
    PaymentId);
id!(/// One box.
    ParcelId);
id!(/// One saved version of a workflow.
    WorkflowId);
id!(/// One message to one recipient.
    NoticeId);
id!(/// One webhook received.
    InboxId);
id!(/// A person who works here.
    StaffId);
id!(/// One sign-in of one person on one device.
    SessionId);
id!(/// A storefront's key.
    ApiKeyId);
id!(/// One refund: also Stripe's idempotency key for it, for ever.
    RefundId);
id!(/// One label: also our reference at Shippo.
    LabelId);
id!(/// One request to send something back.
    ReturnId);
id!(/// One thing that needs a person.
    AlertId);
id!(/// Many orders changed at once.
    BulkId);
id!(/// One file of orders or products that came in.
    ImportId);
id!(/// A filter of the list, kept under a name.
    ViewId);
id!(/// Somebody who buys here.
    CustomerId);
id!(/// A browser or an app that asked to hear of one order.
    SubscriptionId);
id!(/// One version of a message's words.
    TemplateId);
id!(/// An address nobody writes to any more.
    SuppressionId);
id!(/// A program's request, the same over its retries.
    ApiRequestId);
id!(/// Where webhooks are sent.
    WebhookEndpointId);
id!(/// One webhook to be sent to one endpoint.
    WebhookMessageId);
