//! Where nobody writes any more: a bad address, a complaint, a wish.
//!
//! Addresses are kept as hashes, so that the list says nothing about anybody. One address has one row per channel while it stands;
//! what weighs more takes its place, whoever says it first.

use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, NoticeKind};
use crate::{Fault, Shop, clock::At, ids::NoticeId};

/// Why an address is spared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spared {
    /// The subscription is over.
    Gone,
    /// Nobody has this address.
    Invalid,
    /// A message came back for good.
    Bounced,
    /// Its owner does not want to hear from us over this channel.
    OptedOut,
    /// Its owner called us a nuisance.
    Complained,
}

impl Spared {
    /// All of them; the later, the heavier.
    pub const ALL: [Self; 5] = [Self::Gone, Self::Invalid, Self::Bounced, Self::OptedOut, Self::Complained];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Invalid => "invalid",
            Self::Bounced => "bounced",
            Self::OptedOut => "opted_out",
            Self::Complained => "complained",
        }
    }

    /// The reason of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }

    /// Whether it is somebody's wish, which only they take back.
    pub const fn is_a_wish(self) -> bool {
        matches!(self, Self::OptedOut | Self::Complained)
    }

    /// Whether it stops a message of this kind. Whoever asks for a link wants that one mail, and whoever has an account hears of it,
    /// whatever they wished before.
    pub fn stops(self, kind: NoticeKind) -> bool {
        !kind.is_about_account() || !self.is_a_wish()
    }
}

/// The hash an address is kept under; none on our own pages, where nobody is spared.
pub(super) fn hash(shop: &Shop, channel: Channel, address: &str) -> Option<Vec<u8>> {
    match channel {
        Channel::Email => Some(shop.secret.email_hash(address)),
        Channel::Sms => Some(shop.secret.phone_hash(address)),
        Channel::Push => Some(shop.secret.subscription_hash(address)),
        Channel::InApp => None,
    }
}

/// Spares an address from now on. `source` is a provider's name, `customer` or `staff`. True when it was not spared before.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn suppress(
    conn: &mut PgConnection,
    shop: &Shop,
    (channel, address): (Channel, &str),
    why: Spared,
    source: &str,
    notice: Option<NoticeId>,
) -> Result<bool, Fault> {
    let Some(hash) = hash(shop, channel, address) else { return Ok(false) };
    let new = sqlx::query_scalar!(
        r#"insert into suppression as s (id, channel, address_hash, reason, source, notice_id, created_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (channel, address_hash) where lifted_at is null do update
               set reason = excluded.reason, source = excluded.source, notice_id = excluded.notice_id
               where array_position($8, s.reason) < array_position($8, excluded.reason)
           returning (xmax = 0) as "new!""#,
        Uuid::now_v7(),
        channel.as_str(),
        hash,
        why.as_str(),
        source,
        notice.map(|id| id.0),
        shop.clock.now() as At,
        &Spared::ALL.map(|reason| reason.as_str().to_owned())[..],
    )
    .fetch_optional(conn)
    .await?;
    Ok(new.unwrap_or(false))
}

/// Why an address is spared, if it is.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn is_suppressed(
    conn: &mut PgConnection,
    shop: &Shop,
    channel: Channel,
    address: &str,
) -> Result<Option<Spared>, Fault> {
    let Some(hash) = hash(shop, channel, address) else { return Ok(None) };
    let reason = sqlx::query_scalar!(
        "select reason from suppression where channel = $1 and address_hash = $2 and lifted_at is null",
        channel.as_str(),
        hash,
    )
    .fetch_optional(conn)
    .await?;
    Ok(reason.as_deref().and_then(Spared::parse))
}

/// Writes to an address again. True when it was spared. Who may say so is the caller's to know.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn lift(
    conn: &mut PgConnection,
    shop: &Shop,
    (channel, address): (Channel, &str),
    by: &str,
) -> Result<bool, Fault> {
    let Some(hash) = hash(shop, channel, address) else { return Ok(false) };
    let lifted = sqlx::query!(
        "update suppression set lifted_at = $3, lifted_by = $4
         where channel = $1 and address_hash = $2 and lifted_at is null",
        channel.as_str(),
        hash,
        shop.clock.now() as At,
        by,
    )
    .execute(conn)
    .await?;
    Ok(lifted.rows_affected() == 1)
}
