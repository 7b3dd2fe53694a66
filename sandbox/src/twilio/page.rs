//! `GET /sms`: text messages for people, with a field to answer them.

use axum::Form;
use axum::extract::State;
use axum::response::{Html, Redirect};
use serde::Deserialize;

use super::message::Message;
use super::status;
use crate::html::{escape, page, time};
use crate::world::Shared;

/// The page.
pub async fn list(State(world): State<Shared>) -> Html<String> {
    let rows: String = world.read(|state| state.twilio.messages.iter().rev().map(row).collect());
    let rows = if rows.is_empty() { "<tr><td colspan=\"5\">Nothing yet.</td></tr>".to_owned() } else { rows };
    page(
        "Text messages",
        &format!(
            "<p>Every text message sent through <code>the sandbox's Twilio</code>, newest first. None of it left this machine.</p>\
             <form method=\"post\" action=\"/sms/reply\"><p><label>From <input name=\"from\" placeholder=\"+34600111222\" required></label> \
             <label>Message <input name=\"body\" value=\"STOP\" required></label> <button>Write to the shop</button></p></form>\
             <div class=\"scroll\"><table><thead><tr><th scope=\"col\">Message</th><th scope=\"col\">To</th>\
             <th scope=\"col\">From</th><th scope=\"col\">Status</th><th scope=\"col\">Made</th></tr></thead>\
             <tbody>{rows}</tbody></table></div>"
        ),
    )
}

fn row(message: &Message) -> String {
    let error = message.error.map_or_else(String::new, |code| format!(" ({code})"));
    format!(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}{error}</td><td>{}</td></tr>",
        escape(&message.body),
        escape(&message.to),
        escape(&message.from),
        escape(&message.status),
        time(message.created),
    )
}

/// What somebody types.
#[derive(Debug, Deserialize)]
pub struct Reply {
    from: String,
    body: String,
}

/// `POST /sms/reply`
pub async fn reply(State(world): State<Shared>, Form(reply): Form<Reply>) -> Redirect {
    world.change(|state| status::hear(state, reply.from.trim(), &reply.body));
    Redirect::to("/sms")
}
