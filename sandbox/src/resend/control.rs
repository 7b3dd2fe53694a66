//! What becomes of a mail, told by webhook; some of it by itself, the rest when a test says so.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use crate::provider::Provider;
use crate::state::State as Memory;
use crate::world::Shared;
use crate::{clock, event};

/// What can happen to a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// Left Resend.
    Sent,
    /// Arrived.
    Delivered,
    /// Is late.
    DeliveryDelayed,
    /// Came back.
    Bounced,
    /// Was called a nuisance.
    Complained,
    /// Was looked at.
    Opened,
    /// Its link was followed.
    Clicked,
    /// Resend could not.
    Failed,
    /// Resend knows that address, and spares it.
    Suppressed,
}

impl Happening {
    const fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::DeliveryDelayed => "delivery_delayed",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Opened => "opened",
            Self::Clicked => "clicked",
            Self::Failed => "failed",
            Self::Suppressed => "suppressed",
        }
    }
}

/// Tells of it.
pub fn happen(state: &mut Memory, id: &str, happening: Happening) {
    let Some(email) = state.resend.emails.get(id) else { return };
    let now = clock::iso(clock::now());
    let mut data = json!({
        "created_at": now,
        "email_id": id,
        "message_id": format!("<{id}@resend.test>"),
        "from": email["from"],
        "to": email["to"],
        "subject": email["subject"],
        "tags": {},
    });
    match happening {
        Happening::Bounced => {
            data["bounce"] = json!({
                "message": "The recipient's mail server rejected the email permanently.",
                "type": "Permanent",
                "subType": "General",
                "diagnosticCode": ["smtp; 550 5.1.1 user unknown"],
            });
        }
        Happening::Clicked => {
            data["click"] = json!({ "ipAddress": "192.0.2.1", "link": "https://shop.test", "timestamp": now, "userAgent": "Mozilla/5.0" });
        }
        Happening::Failed => data["failed"] = json!({ "reason": "reached_daily_quota" }),
        Happening::Suppressed => {
            data["suppressed"] = json!({
                "type": "OnAccountSuppressionList",
                "reason": "previous_bounce",
                "message": "The address is on the suppression list.",
                "diagnosticCode": ["smtp; 550 5.1.1 user unknown"],
            });
        }
        _ => {}
    }
    let kind = format!("email.{}", happening.word());
    let body = json!({ "type": kind, "created_at": now, "data": data });
    event::tell(state, Provider::Resend, &kind, body);
}

/// One piece of news.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct News {
    happening: Happening,
}

/// `POST /_control/resend/emails/{id}`
pub async fn tell(State(world): State<Shared>, Path(id): Path<String>, Json(news): Json<News>) -> StatusCode {
    let known = world.change(|state| {
        let known = state.resend.emails.contains_key(&id);
        happen(state, &id, news.happening);
        known
    });
    if known { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND }
}
