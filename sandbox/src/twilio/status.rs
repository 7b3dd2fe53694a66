//! What becomes of a message after it was taken, and of what its reader answers.

use std::time::Duration;

use super::message::Message;
use crate::event;
use crate::provider::Provider;
use crate::state::State;
use crate::world::Shared;

/// Codes with which a message to a number that ends in them comes back.
const TROUBLES: [u32; 4] = [30003, 30005, 30006, 30007];

/// Twilio's own words (<https://help.twilio.com/articles/223134027>).
const STOP: [&str; 8] = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
const START: [&str; 3] = ["START", "YES", "UNSTOP"];

/// It is sent, and then it arrives or does not, each after the delay of the switches.
#[expect(clippy::disallowed_methods, reason = "a carrier that takes its time is a wait for the clock")]
pub fn later(world: &Shared, sid: &str) {
    let (world, sid) = (world.clone(), sid.to_owned());
    let wait = Duration::from_millis(world.faults().twilio.sms_delay_ms);
    tokio::spawn(async move {
        tokio::time::sleep(wait).await;
        world.change(|state| turn(state, &sid, "sent"));
        tokio::time::sleep(wait).await;
        world.change(|state| turn(state, &sid, "delivered"));
    });
}

fn turn(state: &mut State, sid: &str, status: &str) {
    let Some(message) = state.twilio.messages.get_mut(sid) else { return };
    status.clone_into(&mut message.status);
    if status == "delivered" {
        message.error = TROUBLES.into_iter().find(|code| message.to.ends_with(&code.to_string()));
        if message.error.is_some() {
            "undelivered".clone_into(&mut message.status);
        }
    }
    let (form, callback, kind) = (message.news(), message.callback.clone(), message.status.clone());
    if let Some(callback) = callback {
        event::tell_signed(state, Provider::Twilio, &kind, form, Some(callback));
    }
}

/// Somebody writes to the shop; answers the message's id.
pub fn hear(state: &mut State, from: &str, body: &str) -> String {
    let before = state.twilio.messages.iter().rev().find(|message| message.to == from).cloned();
    let word = body.trim().to_uppercase();
    let wish = if STOP.contains(&word.as_str()) {
        state.twilio.stopped.insert(from.to_owned());
        Some("STOP")
    } else if START.contains(&word.as_str()) {
        state.twilio.stopped.remove(from);
        Some("START")
    } else {
        None
    };
    let account = before.as_ref().map_or("ACsandbox", |message| message.account.as_str());
    let to = before.as_ref().map_or("+15005550006", |message| message.from.as_str());
    let mut message = Message::new(account, to, from, body, None);
    "received".clone_into(&mut message.status);
    let mut form = message.news();
    if let Some(fields) = form.as_object_mut() {
        // Only `SmsStatus` says of an inbound one where it stands.
        fields.remove("MessageStatus");
        fields.insert("Body".to_owned(), body.into());
        fields.insert("NumMedia".to_owned(), "0".into());
        fields.insert("NumSegments".to_owned(), "1".into());
        if let Some(wish) = wish {
            fields.insert("OptOutType".to_owned(), wish.into());
        }
    }
    let sid = message.sid.clone();
    state.twilio.messages.insert(message);
    let callback = before.and_then(|message| message.callback);
    event::tell_signed(state, Provider::Twilio, "received", form, callback);
    sid
}
