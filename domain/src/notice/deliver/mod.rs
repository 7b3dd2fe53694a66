//! Hands a message in words over to whoever carries it: one file per channel, one set of ways in which it can go wrong.

mod asked;
mod email;
mod first;
mod one_line;
mod push;
mod resend;
mod sms;

pub(super) use one_line::one_line;

use std::time::Duration;

use super::{Channel, Rendered, Spared};
use crate::{Fault, Language, Shop, ids::NoticeId, provider::smtp::Taken};

/// A message in words, with where it goes.
#[derive(Debug)]
pub(super) struct Outgoing<'a> {
    /// The notice: every provider that can tell a repetition is given it.
    pub id: NoticeId,
    /// Over which channel.
    pub channel: Channel,
    /// An address, a number, a subscription.
    pub recipient: &'a str,
    /// In which language.
    pub language: Language,
    /// The words.
    pub words: &'a Rendered,
    /// Where a mail program says "no more" (RFC 8058), for what can be had no more of.
    pub unsubscribe: Option<String>,
}

/// A message that was taken.
pub(super) struct Handed {
    /// By whom.
    pub provider: &'static str,
    /// What it calls the message, in its later news.
    pub provider_id: Option<String>,
    /// The open end of a conversation: to be confirmed once the taking is recorded.
    pub open: Option<Taken>,
}

/// Why a message was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsent {
    /// Never will be.
    Permanent {
        /// What is wrong, and with it whether the address is to be spared from now on.
        why: Undeliverable,
        /// The provider's words, for staff.
        detail: String,
    },
    /// Perhaps later.
    Temporary {
        /// The provider's words, for staff.
        detail: String,
        /// Not before so long, where it said so (RFC 9110 §10.2.3).
        after: Option<Duration>,
    },
    /// Perhaps it was taken: the answer never came. Whether to ask, to repeat or to leave it is the channel's knowledge.
    Unknown(String),
    /// Nobody was asked, or nobody answered, and nothing was taken: the provider is away, or may not be asked now. Begins with its name.
    Away(String),
}

impl From<Fault> for Unsent {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Down { .. } => Self::Away(fault.to_string()),
            other => Self::Temporary { detail: format!("{other:#}"), after: None },
        }
    }
}

/// What makes a message undeliverable for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undeliverable {
    /// Nobody has this address.
    Invalid,
    /// Its owner does not want to hear from us.
    OptedOut,
    /// The subscription is over.
    Gone,
    /// The provider does not take these words; the address may be good.
    Content,
    /// The shop has no provider for this channel.
    NoProvider,
}

impl Undeliverable {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::OptedOut => "opted_out",
            Self::Gone => "gone",
            Self::Content => "content",
            Self::NoProvider => "no_provider",
        }
    }

    /// Why the address is spared from now on, where it is.
    pub const fn spares(self) -> Option<Spared> {
        match self {
            Self::Invalid => Some(Spared::Invalid),
            Self::OptedOut => Some(Spared::OptedOut),
            // A subscription knows itself that it is over, and may be taken up again.
            Self::Gone | Self::Content | Self::NoProvider => None,
        }
    }
}

/// Hands it over.
///
/// # Errors
/// [`Unsent`], which says whether trying again can help.
pub(super) async fn deliver(shop: &Shop, message: &Outgoing<'_>) -> Result<Handed, Unsent> {
    match message.channel {
        Channel::Email => email::deliver(shop, message).await,
        Channel::Sms => sms::deliver(shop, message).await,
        Channel::Push => push::deliver(shop, message).await,
        Channel::InApp => Err(Unsent::Permanent {
            why: Undeliverable::NoProvider,
            detail: "nobody carries messages of this channel".to_owned(),
        }),
    }
}
