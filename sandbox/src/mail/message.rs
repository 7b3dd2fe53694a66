//! One accepted message, raw and read.

use mail_parser::{HeaderName, HeaderValue, MessageParser, MimeHeaders, parsers::MessageStream};
use serde::{Deserialize, Serialize};

use crate::table::Row;
use crate::{clock, ids};

/// Name and decoded value of a header field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// As written.
    pub name: String,
    /// Unfolded, encoded words decoded.
    pub value: String,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Mail {
    /// `mail_...`
    pub id: String,
    /// `MAIL FROM`.
    pub from: String,
    /// Every accepted `RCPT TO`.
    pub to: Vec<String>,
    /// Without its angle brackets.
    pub message_id: Option<String>,
    /// Decoded.
    pub subject: String,
    /// All of them, in order.
    pub headers: Vec<Field>,
    /// The `text/plain` part.
    pub text: Option<String>,
    /// The `text/html` part.
    pub html: Option<String>,
    /// Unix seconds.
    pub received_at: i64,
    /// The client said something after our 250, so it has read that its message was accepted.
    pub reply_confirmed: bool,
    /// As it came, dots unstuffed.
    pub raw: String,
}

impl Row for Mail {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Mail {
    /// Reads what came over the line.
    pub fn read(from: String, to: Vec<String>, raw: &[u8]) -> Self {
        let parsed = MessageParser::default().parse(raw);
        let part = |subtype: &str| {
            let message = parsed.as_ref()?;
            let found = message.parts.iter().find(|part| {
                let attached = part.content_disposition().is_some_and(|as_what| as_what.is_attachment());
                part.is_content_type("text", subtype) && !attached
            })?;
            found.text_contents().map(str::to_owned)
        };
        // Mail without a Content-Type is plain text by definition.
        let bare = || {
            let message = parsed.as_ref().filter(|message| message.content_type().is_none())?;
            message.body_text(0).map(|text| text.into_owned())
        };
        let headers = parsed.as_ref().map(|message| {
            let fields = message
                .headers()
                .iter()
                .map(|header| Field { name: written_name(header, raw), value: decoded(header, raw) });
            fields.collect()
        });
        Self {
            id: ids::mail(),
            from,
            to,
            message_id: parsed.as_ref().and_then(|message| message.message_id().map(str::to_owned)),
            subject: parsed.as_ref().and_then(|message| message.subject()).unwrap_or_default().to_owned(),
            headers: headers.unwrap_or_default(),
            text: part("plain").or_else(bare),
            html: part("html"),
            received_at: clock::now(),
            reply_confirmed: false,
            raw: String::from_utf8_lossy(raw).into_owned(),
        }
    }

    /// Whether it went to this address, whatever the case.
    pub fn is_to(&self, address: &str) -> bool {
        self.to.iter().any(|to| to.eq_ignore_ascii_case(address))
    }
}

/// A field's name in the letters it was written in.
fn written_name(header: &mail_parser::Header<'_>, raw: &[u8]) -> String {
    let name = raw.get(header.offset_field as usize..header.offset_start as usize).unwrap_or_default();
    String::from_utf8_lossy(name).trim().trim_end_matches(':').trim_end().to_owned()
}

/// Structured fields are shown as written once their encoded words are read; a Message-ID has none.
fn decoded(header: &mail_parser::Header<'_>, raw: &[u8]) -> String {
    let value = raw.get(header.offset_start as usize..header.offset_end as usize).unwrap_or_default();
    let read = match header.name {
        HeaderName::MessageId | HeaderName::References | HeaderName::InReplyTo => {
            HeaderValue::Text(String::from_utf8_lossy(value))
        }
        _ => MessageStream::new(value).parse_unstructured(),
    };
    read.as_text().unwrap_or_default().trim().to_owned()
}
