//! Verb: somebody has forgotten their password and asks for a link.
//!
//! The answer is the same for every address, and so is its time: one look, one job. Whom nobody knows gets a job with nothing to do.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    link::{self, Addressee, LinkFor},
    sign_in::typed_email,
};
use crate::{
    Fault, Language, Shop,
    ids::StaffId,
    limit::{self, Limit},
    order::neighbourhood,
    queue::{self, Job, Outcome},
};

const BY_IP: Limit = Limit { tries: 20, seconds: 600 };
const BY_EMAIL: Limit = Limit { tries: 5, seconds: 3600 };

/// Mails a link to the address, if it has an open account.
///
/// # Errors
/// [`crate::Reason::TooMany`] beyond the limits of the asker's address. Beyond those of the email it says nothing and sends nothing.
pub async fn ask_link(shop: &Shop, ip: IpAddr, email: &str) -> Result<(), Fault> {
    let now = shop.clock.now();
    let email = typed_email(email);
    let by_ip = [(shop.secret.counter("forgot-ip", &neighbourhood(ip)), BY_IP)];
    let by_email = [(shop.secret.counter("forgot-email", &email), BY_EMAIL)];
    let mut tx = shop.pool.begin().await?;
    let allowed = limit::count(&mut tx, now, &by_ip).await;
    let spared = limit::count(&mut tx, now, &by_email).await.is_err();
    if let Err(fault) = allowed {
        tx.commit().await?;
        return Err(fault);
    }
    let known = sqlx::query_scalar!(
        "select id from staff where lower(email) = $1 and disabled_at is null and not $2",
        email,
        spared,
    )
    .fetch_optional(&mut *tx)
    .await?;
    queue::enqueue(&mut tx, &MailLink { link: Uuid::now_v7(), to: known.map(StaffId) }).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}

/// Mails somebody a link by which they choose a new password.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MailLink {
    /// Under which id.
    pub link: Uuid,
    /// Whom; nobody where the address was unknown.
    pub to: Option<StaffId>,
}

impl Job for MailLink {
    const NAME: &'static str = "mail_link";
    const PRIORITY: i16 = 20;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match self.to {
            Some(to) => mail(shop, self.link, to).await.map_or_else(Outcome::from, |()| Outcome::Done),
            None => Outcome::Done,
        }
    }
}

/// A link that was mailed is not made again, whatever became of it: this may be done twice.
async fn mail(shop: &Shop, id: Uuid, to: StaffId) -> Result<(), Fault> {
    let mut tx = shop.pool.begin().await?;
    let known = sqlx::query!(
        "select email, language from staff where id = $1 and disabled_at is null
             and not exists (select 1 from notice where occasion = $2) for no key update",
        to.0,
        link::occasion(id),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(known) = known else { return Ok(()) };
    let language = Language::from_tag(&known.language).unwrap_or_default();
    let addressee = Addressee { id: to, email: &known.email, language, by: None };
    link::mail(&mut tx, shop, (id, &addressee), LinkFor::Password).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}
