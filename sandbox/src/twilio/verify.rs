//! Verify: a code is sent and later said back. The code of a number is its last six digits, so that a test need not look; it is also
//! among the messages and in `/_control/sms/codes`.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Form, Json};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::error::Refusal;
use super::message::Message;
use crate::table::Row;
use crate::world::Shared;
use crate::{clock, ids};

/// Ten minutes, in seconds.
const LASTS: i64 = 600;
/// Wrong codes at most, and sendings.
const MOST: u32 = 5;

/// A number being proved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Proof {
    /// `VE…`
    pub sid: String,
    /// E.164.
    pub to: String,
    /// What was sent.
    pub code: String,
    /// `pending approved`
    pub status: String,
    /// Wrong codes so far.
    pub tries: u32,
    /// How often it was sent.
    pub sent: u32,
    /// Unix seconds.
    pub created: i64,
}

impl Row for Proof {
    fn id(&self) -> &str {
        &self.sid
    }
}

impl Proof {
    fn is_open(&self) -> bool {
        self.status == "pending" && clock::now() < self.created + LASTS
    }

    fn wire(&self, service: &str) -> Value {
        json!({
            "sid": self.sid,
            "service_sid": service,
            "account_sid": "ACsandbox",
            "to": self.to,
            "channel": "sms",
            "status": self.status,
            "valid": self.status == "approved",
            "amount": null,
            "payee": null,
            "date_created": clock::iso(self.created),
            "date_updated": clock::iso(clock::now()),
        })
    }
}

/// `POST …/Verifications`
pub async fn start(
    State(world): State<Shared>,
    Path(service): Path<String>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let to = sent.get("To").cloned().unwrap_or_default();
    let digits: String = to.chars().filter(char::is_ascii_digit).collect();
    if !to.starts_with('+') || !(8..=15).contains(&digits.len()) || to == "+15005550001" {
        return Err(Refusal::bad(60200, "Invalid parameter `To`"));
    }
    let code = digits[digits.len() - 6..].to_owned();
    let wire = world.change(|state| {
        let open = state.twilio.proofs.iter().rev().find(|proof| proof.to == to && proof.is_open());
        let sid = match open.map(|proof| proof.sid.clone()) {
            Some(sid) => sid,
            None => {
                let sid = ids::hexadecimal("VE");
                state.twilio.proofs.insert(Proof {
                    sid: sid.clone(),
                    to: to.clone(),
                    code: code.clone(),
                    status: "pending".to_owned(),
                    tries: 0,
                    sent: 0,
                    created: clock::now(),
                });
                sid
            }
        };
        let proof = state.twilio.proofs.get_mut(&sid).ok_or_else(|| Refusal::lost(&sid))?;
        if proof.sent >= MOST {
            let message = "Max send attempts reached".to_owned();
            return Err(Refusal { status: StatusCode::TOO_MANY_REQUESTS, code: 60203, message });
        }
        proof.sent += 1;
        let wire = proof.wire(&service);
        let words = format!("Your Clew sandbox verification code is: {code}");
        let mut message = Message::new("ACsandbox", &to, "VERIFY", &words, None);
        "delivered".clone_into(&mut message.status);
        state.twilio.messages.insert(message);
        Ok(wire)
    })?;
    Ok((StatusCode::CREATED, Json(wire)))
}

/// `POST …/VerificationCheck`
pub async fn check(
    State(world): State<Shared>,
    Path(service): Path<String>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Json<Value>, Refusal> {
    let field = |name: &str| sent.get(name).cloned().unwrap_or_default();
    let (to, code) = (field("To"), field("Code"));
    world.change(|state| {
        let open = state.twilio.proofs.iter().rev().find(|proof| proof.to == to && proof.is_open());
        let sid = open.map(|proof| proof.sid.clone()).ok_or_else(|| Refusal::lost("VerificationCheck"))?;
        let proof = state.twilio.proofs.get_mut(&sid).ok_or_else(|| Refusal::lost(&sid))?;
        if proof.tries >= MOST {
            let message = "Max check attempts reached".to_owned();
            return Err(Refusal { status: StatusCode::TOO_MANY_REQUESTS, code: 60202, message });
        }
        if proof.code == code {
            "approved".clone_into(&mut proof.status);
        } else {
            proof.tries += 1;
        }
        Ok(Json(proof.wire(&service)))
    })
}
