//! The mailbox for people.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::links::links;
use super::message::Mail;
use crate::html::{escape, page};
use crate::table::Row;
use crate::world::Shared;

/// `GET /mail`: newest first, reloading when something came. Without JavaScript it reloads by the clock.
pub async fn list(State(world): State<Shared>) -> Html<String> {
    let (rows, newest) = world.read(|state| {
        let rows: String = state.mail.iter().rev().map(row).collect();
        (rows, state.mail.iter().next_back().map(|mail| mail.id().to_owned()).unwrap_or_default())
    });
    let rows = if rows.is_empty() { "<tr><td colspan=\"4\">Nothing yet.</td></tr>".to_owned() } else { rows };
    let watch = format!("<script>{}watch(\"{newest}\");</script>", include_str!("watch.js"));
    page(
        "Mailbox",
        &format!(
            "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>\
             <p>Every mail sent to <code>the sandbox's mail server</code>, newest first. None of it left this machine.</p>\
             <div class=\"scroll\"><table><thead><tr><th scope=\"col\">Subject</th><th scope=\"col\">To</th>\
             <th scope=\"col\">From</th><th scope=\"col\">Received</th></tr></thead><tbody>{rows}</tbody></table></div>{watch}"
        ),
    )
}

fn row(mail: &Mail) -> String {
    let subject = if mail.subject.is_empty() { "(no subject)" } else { &mail.subject };
    format!(
        "<tr><td><a href=\"/mail/{}\">{}</a></td><td>{}</td><td>{}</td><td>{}</td></tr>",
        mail.id,
        escape(subject),
        escape(&mail.to.join(", ")),
        escape(&mail.from),
        crate::html::time(mail.received_at),
    )
}

/// `GET /mail/{id}`: the HTML in a frame that may neither run scripts nor leave; its links beneath, where they work.
pub async fn one(State(world): State<Shared>, Path(id): Path<String>) -> Response {
    let Some(mail) = world.read(|state| state.mail.get(&id).cloned()) else {
        return (StatusCode::NOT_FOUND, page("No such mail", "<p>It may have been cleared.</p>"))
            .into_response();
    };
    let headers: String = mail
        .headers
        .iter()
        .map(|field| {
            format!(
                "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
                escape(&field.name),
                escape(&field.value)
            )
        })
        .collect();
    let found: String = links(mail.text.as_deref(), mail.html.as_deref())
        .iter()
        .map(|link| format!("<li><a href=\"{0}\" rel=\"noreferrer\">{0}</a></li>", escape(link)))
        .collect();
    let html = mail.html.as_deref().map_or(String::new(), |html| {
        format!(
            "<h2>HTML</h2><iframe title=\"The message\" sandbox=\"\" srcdoc=\"{}\"></iframe>",
            escape(html)
        )
    });
    let text = mail
        .text
        .as_deref()
        .map_or(String::new(), |text| format!("<h2>Text</h2><pre>{}</pre>", escape(text)));
    let links = if found.is_empty() { String::new() } else { format!("<h2>Links</h2><ul>{found}</ul>") };
    let confirmed = if mail.reply_confirmed {
        "The sender read our answer."
    } else {
        "The sender has not been heard since."
    };
    let subject = if mail.subject.is_empty() { "(no subject)" } else { &mail.subject };
    let body = format!(
        "<p>To {} from {}, {}. {confirmed}</p>{links}{html}{text}\
         <h2>Headers</h2><div class=\"scroll\"><table><tbody>{headers}</tbody></table></div>\
         <details><summary>Raw</summary><pre>{}</pre></details>",
        escape(&mail.to.join(", ")),
        escape(&mail.from),
        crate::html::time(mail.received_at),
        escape(&mail.raw),
    );
    // Remote pictures would tell the world that a test mail was read.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: http://127.0.0.1:* http://localhost:*; frame-src 'self'";
    ([(header::CONTENT_SECURITY_POLICY, policy)], page(subject, &body)).into_response()
}
