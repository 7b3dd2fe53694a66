//! Verbs: a customer asks for a link, and signs in with it.
//!
//! Asking is answered the same whether the address ever bought anything, and the same statements run: nobody learns who does. The link
//! is a signature over its row's id, so that the row opens nothing; it works once, for a quarter of an hour, and only for a person's
//! click: mail scanners open links.

use std::net::IpAddr;

use serde_json::json;

use super::{Who, session};
use crate::{
    Fault, Language, Reason, Shop,
    clock::At,
    ids::{NoticeId, OrderId},
    limit::{self, Limit},
    notice::{Channel, Haste, NoticeKind, SendNotice},
    order::neighbourhood,
    queue,
    secret::{MailedKey, Purpose},
};

/// Seconds a link works: 15 minutes.
pub const LINK_LASTS: i64 = 15 * 60;

const BY_IP: Limit = Limit { tries: 20, seconds: 600 };
const BY_EMAIL: Limit = Limit { tries: 5, seconds: 3600 };

/// Mails a link to the address, if it ever bought something here.
///
/// # Errors
/// [`Reason::TooMany`] beyond the limits of the asker's address. Beyond those of the email it says nothing and sends nothing.
pub async fn ask(shop: &Shop, ip: IpAddr, email: &str, language: Language) -> Result<(), Fault> {
    let now = shop.clock.now();
    let who = Who::new(shop, email);
    let by_ip = [(shop.secret.counter("magic-ip", &neighbourhood(ip)), BY_IP)];
    let by_email = [(shop.secret.counter("magic-email", &hex::encode(&who.hash)), BY_EMAIL)];
    let mut tx = shop.pool.begin().await?;
    let allowed = limit::count(&mut tx, now, &by_ip).await;
    let spared = limit::count(&mut tx, now, &by_email).await.is_err();
    if let Err(fault) = allowed {
        tx.commit().await?;
        return Err(fault);
    }
    let (link, notice) = (uuid::Uuid::now_v7(), NoticeId::new());
    sqlx::query!(
        "with known as (select email from orders where email_hash = $2 and not $9 order by id desc limit 1),
         link as (insert into sign_in_link (id, email, email_hash, created_at, expires_at)
             select $1::uuid, lower(email), $2, $3, $4 from known returning email)
         insert into notice (id, occasion, kind, channel, recipient, language, urgent, payload, created_at)
         select $5, 'sign_in:' || ($1::uuid)::text, $6, $7, email, $8, true, $10, $3 from link",
        link,
        who.hash,
        now as At,
        now.plus(LINK_LASTS) as At,
        notice.0,
        NoticeKind::SignIn.as_str(),
        Channel::Email.as_str(),
        language.tag(),
        spared,
        json!({ "key": MailedKey::new(link, now.plus(LINK_LASTS)) }),
    )
    .execute(&mut *tx)
    .await?;
    // For nobody's notice, too: the job finds nothing and is done, and a stopwatch hears no difference.
    queue::enqueue(
        &mut tx,
        &SendNotice { notice, channel: Channel::Email, haste: Haste::Urgent, app: false },
    )
    .await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}

/// Whether a link would sign somebody in. Looking spends nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn is_good(shop: &Shop, token: &str) -> Result<bool, Fault> {
    let now = shop.clock.now();
    let Ok(OrderId(link)) = shop.secret.open_order(Purpose::SignIn, token, now) else { return Ok(false) };
    let good = sqlx::query_scalar!(
        r#"select exists (select 1 from sign_in_link where id = $1 and used_at is null and expires_at > $2) as "good!""#,
        link,
        now as At,
    );
    Ok(good.fetch_one(&shop.pool).await?)
}

/// Signs in with a link; the answer is the session's token.
///
/// # Errors
/// [`Reason::LinkSpent`] for one that was used, is too old or was never ours.
pub async fn redeem(shop: &Shop, token: &str) -> Result<String, Fault> {
    let now = shop.clock.now();
    let Ok(OrderId(link)) = shop.secret.open_order(Purpose::SignIn, token, now) else {
        return Err(Reason::LinkSpent.into());
    };
    let used = sqlx::query!(
        "update sign_in_link set used_at = $2 where id = $1 and used_at is null and expires_at > $2 returning email, email_hash",
        link,
        now as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(used) = used else { return Err(Reason::LinkSpent.into()) };
    session::open(shop, &Who { email: used.email, hash: used.email_hash }).await
}
