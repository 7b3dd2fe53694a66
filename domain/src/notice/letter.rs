//! What is to be told to whom: everything a message is made of, read in one place.

use serde_json::Value;

use super::{Channel, NoticeKind, phone};
use crate::{
    Fault, Language, Shop,
    event::Kind,
    ids::{NoticeId, OrderId},
    money::Money,
    order::{self, TrackedOrder},
};

/// One message about to be put into words.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The notice.
    pub id: NoticeId,
    /// What it tells.
    pub kind: NoticeKind,
    /// Over which channel.
    pub channel: Channel,
    /// The event that caused it, where one did.
    pub cause: Option<Kind>,
    /// The money that event is about.
    pub amount: Option<Money>,
    /// What a person wrote to the recipient.
    pub message: Option<String>,
    /// Whom: an address, a number, a subscription.
    pub recipient: String,
    /// In which language.
    pub language: Language,
    /// About which order, where it is about one.
    pub order: Option<(OrderId, TrackedOrder)>,
    /// What else the words need.
    pub payload: Value,
}

/// A notice's row as it was claimed for sending.
pub(super) struct Claimed {
    pub order_id: Option<uuid::Uuid>,
    pub kind: String,
    pub channel: String,
    pub recipient: String,
    pub language: String,
    pub payload: Value,
    pub cause: Option<String>,
    pub currency: Option<String>,
    pub amount: Option<i64>,
    pub message: Option<String>,
}

impl Claimed {
    /// The whole letter, with its order as it stands now.
    ///
    /// # Errors
    /// When PostgreSQL is away or the row holds a word nobody knows.
    pub(super) async fn read(self, shop: &Shop, id: NoticeId) -> Result<Letter, Fault> {
        let kind = NoticeKind::parse(&self.kind);
        let channel = Channel::parse(&self.channel);
        let (Some(kind), Some(channel)) = (kind, channel) else {
            return Err(anyhow::anyhow!("no notice is called {} over {}", self.kind, self.channel).into());
        };
        let order = match self.order_id.map(OrderId) {
            Some(order) => Some((order, order::track(&shop.pool, order).await?)),
            None => None,
        };
        let mut conn = shop.pool.acquire().await?;
        let recipient = phone::reach(&mut conn, shop, channel, self.recipient).await?;
        drop(conn);
        let text = |name: &str| self.payload.get(name).and_then(Value::as_str).map(str::to_owned);
        Ok(Letter {
            id,
            kind,
            channel,
            cause: self.cause.as_deref().and_then(Kind::parse),
            amount: self.amount.zip(self.currency).and_then(|(amount, code)| Money::parse(amount, &code)),
            message: self.message.or_else(|| text("message")),
            recipient,
            language: Language::from_tag(&self.language).unwrap_or_default(),
            order,
            payload: self.payload,
        })
    }
}
