//! Every webhook received: verified, kept raw and once, answered at once, understood afterwards in a job.
//!
//! ```text
//! receive (door) ── insert once by (provider, event id) ──▶ 200
//!        └─ same transaction: job ProcessWebhook ──▶ processed | ignored | waiting (its order is not here yet)
//! ```

mod providers;
mod state;
mod views;

pub use providers::PROVIDERS;
pub use state::InboxState;
pub use views::{Delivery, InboxFilter, InboxView, Refusal};

#[cfg(feature = "ssr")]
mod confirm_dhl_push;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod process;
#[cfg(feature = "ssr")]
mod process_carrier;
#[cfg(feature = "ssr")]
mod process_resend;
#[cfg(feature = "ssr")]
mod process_shippo;
#[cfg(feature = "ssr")]
mod process_shop;
#[cfg(feature = "ssr")]
mod process_stitch;
#[cfg(feature = "ssr")]
mod process_stripe;
#[cfg(feature = "ssr")]
mod process_twilio;
#[cfg(feature = "ssr")]
mod receive;
#[cfg(feature = "ssr")]
mod replay;
#[cfg(feature = "ssr")]
pub mod store;

/// What news waits for that is about an order we do not have.
#[cfg(feature = "ssr")]
pub fn about_order(order: crate::ids::OrderId) -> String {
    order.to_string()
}

/// What news waits for that is about a PaymentIntent we do not know, or whose money has not come.
#[cfg(feature = "ssr")]
pub fn about_intent(intent: &str) -> String {
    format!("intent:{intent}")
}

/// What news waits for that is about a Checkout Session of which no order has been made.
#[cfg(feature = "ssr")]
pub fn about_session(session: &str) -> String {
    format!("session:{session}")
}

/// What news waits for that is about an order of elsewhere that is not here.
#[cfg(feature = "ssr")]
pub fn about_elsewhere(origin: crate::connect::Origin, id: &str) -> String {
    if origin.is_stripe() { about_session(id) } else { format!("{}:{id}", origin.as_str()) }
}

/// What news waits for that is about a parcel we do not know. Numbers are unique only per carrier; DHL's divisions are one here, because
/// DHL does not always say which it speaks of.
#[cfg(feature = "ssr")]
pub fn about_track(carrier_token: &str, number: &str) -> String {
    let teller = if carrier_token.starts_with("dhl_") { "dhl" } else { carrier_token };
    format!("track:{teller}:{number}")
}

/// What news waits for that is about a label whose purchase is known and whose parcel is not.
#[cfg(feature = "ssr")]
pub fn about_transaction(transaction: &str) -> String {
    format!("transaction:{transaction}")
}

/// What news waits for that is about a message we have not booked as sent.
#[cfg(feature = "ssr")]
pub fn about_message(provider: &str, id: &str) -> String {
    format!("message:{provider}:{id}")
}

#[cfg(feature = "ssr")]
pub use confirm_dhl_push::ConfirmDhlPush;
#[cfg(feature = "ssr")]
pub use list::{body, find, list, some};
#[cfg(feature = "ssr")]
pub use process::{End, ProcessWebhook};
#[cfg(feature = "ssr")]
pub use receive::{Incoming, receive, refuse};
#[cfg(feature = "ssr")]
pub use replay::{replay, replay_one};

#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests {
    use super::about_track;
    use crate::parcel::carrier_family;

    #[test]
    fn news_waits_where_every_parcel_it_may_be_about_looks() {
        for key in ["dhl", "dhl_express", "dhl_germany", "ups"] {
            for may_be in carrier_family(key) {
                assert_eq!(about_track(key, "7"), about_track(may_be, "7"), "{key} and {may_be}");
            }
        }
        assert_ne!(about_track("ups", "7"), about_track("usps", "7"));
    }
}
