//! Resend's webhooks, understood: what became of a mail.

use sqlx::PgConnection;

use super::{End, process_twilio::message};
use crate::{
    Fault, Shop,
    provider::resend::{Event, Meaning},
};

/// Hears one event in the caller's transaction.
pub(super) async fn hear(conn: &mut PgConnection, shop: &Shop, body: &[u8]) -> Result<End, Fault> {
    let Some(event) = Event::read(body) else { return Ok(End::failed("not an event")) };
    match event.meaning() {
        Meaning::News(id, news) => message(conn, shop, "resend", &id, news).await,
        Meaning::Nothing(why) => Ok(End::ignored(why)),
    }
}
