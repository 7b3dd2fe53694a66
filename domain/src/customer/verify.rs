//! Verbs: a number is somebody's once they type the code that was sent to it. We never see the code; Twilio sends and checks it.

use std::net::IpAddr;

use super::{Phone, Who, phone};
use crate::{
    Fault, Language, Reason, Shop,
    clock::At,
    limit::{self, Limit},
    order::neighbourhood,
    provider::{
        said::Said,
        twilio::{Checked, Twilio},
    },
};

/// A code costs the shop money, and whoever it is sent to some peace.
const BY_IP: Limit = Limit { tries: 10, seconds: 3600 };
const BY_NUMBER: Limit = Limit { tries: 5, seconds: 3600 };
const BY_CUSTOMER: Limit = Limit { tries: 5, seconds: 3600 };
/// Guesses of one customer; Twilio gives up on a code after five.
const GUESSES: Limit = Limit { tries: 10, seconds: 600 };
const PROVIDER: &str = "twilio";

/// Whether the shop can send codes at all.
pub fn can_verify(shop: &Shop) -> bool {
    texts(shop).is_ok()
}

fn texts(shop: &Shop) -> Result<&Twilio, Fault> {
    shop.sms.as_ref().filter(|sms| sms.verifies()).ok_or_else(|| Reason::NoTexts.into())
}

/// Sends a code to a number and keeps the number, unverified. A number that was kept before is forgotten.
///
/// # Errors
/// [`Reason::BadPhone`], [`Reason::TooMany`], [`Reason::NoTexts`]; [`Fault::Down`] when Twilio does not answer.
pub async fn start(
    shop: &Shop,
    ip: IpAddr,
    who: &Who,
    typed: &str,
    language: Language,
) -> Result<Phone, Fault> {
    let twilio = texts(shop)?;
    let number = phone::clean(shop, typed).ok_or(Reason::BadPhone)?;
    let now = shop.clock.now();
    let hash = shop.secret.phone_hash(&number);
    let counters = [
        (shop.secret.counter("phone-ip", &neighbourhood(ip)), BY_IP),
        (shop.secret.counter("phone-number", &hex::encode(&hash)), BY_NUMBER),
        (shop.secret.counter("phone-customer", &hex::encode(&who.hash)), BY_CUSTOMER),
    ];
    limit::count(&mut *shop.pool.acquire().await?, now, &counters).await?;
    match shop.ask(PROVIDER, twilio.start_proof(&number, language, now)).await? {
        Said::Done(()) => {}
        // A number nobody has, one that asked never to be written to, one Twilio does not reach: it is the number's fault.
        Said::Refused(refused) => {
            tracing::warn!(code = refused.code, "a code could not be sent");
            return Err(Reason::BadPhone.into());
        }
        Said::Busy { after, .. } => {
            let seconds = after.map_or(60, |after| after.as_secs().max(1));
            return Err(Reason::TooMany { seconds }.into());
        }
    }
    let mut tx = shop.pool.begin().await?;
    let id = who.row(&mut tx, now).await?;
    sqlx::query!(
        "update customer set phone = $2, phone_hash = $3, phone_verified_at = null, updated_at = $4 where id = $1",
        id.0,
        phone::seal(shop, id.0, &number)?,
        hash,
        now as At,
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(Phone { masked: phone::mask(&number), verified: false })
}

/// The code as typed, for the number that waits for one.
///
/// # Errors
/// [`Reason::WrongCode`], [`Reason::CodeOver`], [`Reason::TooMany`]; [`Fault::Down`] when Twilio does not answer.
pub async fn check(shop: &Shop, who: &Who, code: &str) -> Result<(), Fault> {
    let twilio = texts(shop)?;
    let now = shop.clock.now();
    let guesses = [(shop.secret.counter("phone-guess", &hex::encode(&who.hash)), GUESSES)];
    limit::count(&mut *shop.pool.acquire().await?, now, &guesses).await?;
    let row = sqlx::query!(
        r#"select id, phone as "phone!", phone_hash as "hash!" from customer
           where email_hash = $1 and phone is not null and phone_hash is not null"#,
        who.hash,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let waits = row.and_then(|row| Some((phone::open(shop, row.id, &row.phone)?, row.id, row.hash)));
    let Some((number, id, hash)) = waits else { return Err(Reason::CodeOver.into()) };
    let code: String = code.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if !(4..=10).contains(&code.len()) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Reason::WrongCode.into());
    }
    match shop.ask(PROVIDER, twilio.check_proof(&number, &code, now)).await? {
        Checked::Wrong => Err(Reason::WrongCode.into()),
        Checked::Over => Err(Reason::CodeOver.into()),
        Checked::Right => {
            // Only the number the code was for: it may have been changed meanwhile.
            sqlx::query!(
                "update customer set phone_verified_at = $3, updated_at = $3 where id = $1 and phone_hash = $2",
                id,
                hash,
                now as At,
            )
            .execute(&shop.pool)
            .await?;
            Ok(())
        }
    }
}

/// Forgets the number.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn forget_phone(shop: &Shop, who: &Who) -> Result<(), Fault> {
    sqlx::query!(
        "update customer set phone = null, phone_hash = null, phone_verified_at = null, updated_at = $2 where email_hash = $1",
        who.hash,
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
