//! STOP and START: who answers a text message with one word is spared, or written to again. Twilio does the same on its side
//! (<https://help.twilio.com/articles/223134027>); this side knows, so that staff see it and no message is tried.

use sqlx::PgConnection;
use uuid::Uuid;

use super::Channel;
use crate::{Fault, Shop, clock::At};

/// What somebody wants who writes one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// No more of this.
    Stop,
    /// Again, please.
    Start,
}

/// Twilio's own words, and what people type in our four languages.
const STOP: [&str; 13] = [
    "STOP",
    "STOPALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "REVOKE",
    "OPTOUT",
    "BAJA",
    "PARAR",
    "OPREȘTE",
    "СТОП",
    "ОТПИСАТЬСЯ",
];
const START: [&str; 6] = ["START", "YES", "UNSTOP", "ALTA", "ПОДПИСАТЬСЯ", "СТАРТ"];

impl Wish {
    /// The wish in a message: it is the whole message, in any case. Anything else is a message to a person.
    pub fn read(text: &str) -> Option<Self> {
        let word = text.trim().trim_end_matches(['.', '!']).to_uppercase();
        if STOP.contains(&word.as_str()) {
            Some(Self::Stop)
        } else {
            START.contains(&word.as_str()).then_some(Self::Start)
        }
    }
}

/// Does what the owner of a number wants, in the caller's transaction.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn wish(conn: &mut PgConnection, shop: &Shop, phone: &str, wish: Wish) -> Result<(), Fault> {
    let (hash, now) = (shop.secret.phone_hash(phone), shop.clock.now());
    match wish {
        Wish::Stop => {
            sqlx::query!(
                "insert into suppression as s (id, channel, address_hash, reason, source, created_at)
                 values ($1, $2, $3, 'opted_out', 'customer', $4)
                 on conflict (channel, address_hash) where lifted_at is null do update
                     set reason = 'opted_out', source = 'customer' where s.reason not in ('opted_out', 'complained')",
                Uuid::now_v7(),
                Channel::Sms.as_str(),
                hash,
                now as At,
            )
            .execute(conn)
            .await?
        }
        Wish::Start => {
            sqlx::query!(
                "update suppression set lifted_at = $3, lifted_by = 'customer'
                 where channel = $1 and address_hash = $2 and lifted_at is null",
                Channel::Sms.as_str(),
                hash,
                now as At,
            )
            .execute(conn)
            .await?
        }
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_word_alone_is_a_wish() {
        for stop in ["STOP", " stop ", "Stop.", "baja", "стоп", "CANCEL"] {
            assert_eq!(Wish::read(stop), Some(Wish::Stop), "{stop}");
        }
        for start in ["START", "yes", "Alta!", "старт"] {
            assert_eq!(Wish::read(start), Some(Wish::Start), "{start}");
        }
        for other in ["", "stop it, when does it arrive?", "don't stop", "STOPP", "yes please"] {
            assert_eq!(Wish::read(other), None, "{other}");
        }
    }
}
