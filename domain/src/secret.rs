//! Everything made from the shop's secret: signed links, blind hashes, tokens.
//!
//! One HMAC-SHA256 key; each use is kept apart by a purpose inside the signed bytes, so that a mark made for one thing never
//! opens another.

mod pass;
mod seal;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

pub use pass::Pass;
pub use seal::Cell;

use crate::{
    Shop,
    clock::At,
    ids::{NoticeId, OrderId},
};

/// The shop's secret key. Its `Debug` says nothing.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Why a link opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLink {
    /// Not made by us, or altered.
    Forged,
    /// Made by us, too long ago.
    Expired,
}

impl Secret {
    /// A key of at least 32 bytes; `None` for a shorter one.
    pub fn new(bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() >= 32).then_some(Self(bytes))
    }

    fn mark(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        // HMAC takes a key of any length, so this cannot fail.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return [0; 32] };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// A blind hash of an email address: equal for equal addresses whatever their case, useless without the key.
    pub fn email_hash(&self, email: &str) -> Vec<u8> {
        self.mark("email", &[email.trim().to_lowercase().as_bytes()]).to_vec()
    }

    /// A blind hash of a push subscription's id.
    pub fn subscription_hash(&self, subscription: &str) -> Vec<u8> {
        self.mark("subscription", &[subscription.trim().as_bytes()]).to_vec()
    }

    /// A name for a limit's counter that does not say whom it counts.
    pub fn counter(&self, scope: &str, who: &str) -> String {
        format!(
            "{scope}:{}",
            URL_SAFE_NO_PAD.encode(&self.mark("counter", &[scope.as_bytes(), &[0], who.as_bytes()])[..12])
        )
    }

    /// A token that opens one order's page until `expires`.
    pub fn sign_order(&self, purpose: Purpose, order: OrderId, expires: At) -> String {
        let expires = expires.0.as_second().to_be_bytes();
        let mark = self.mark(purpose.as_str(), &[order.0.as_bytes(), &expires]);
        let mut token = Vec::with_capacity(40);
        token.extend_from_slice(order.0.as_bytes());
        token.extend_from_slice(&expires);
        token.extend_from_slice(&mark[..16]);
        URL_SAFE_NO_PAD.encode(token)
    }

    /// The order a token opens.
    ///
    /// # Errors
    /// When it was not made by [`Self::sign_order`] for the same purpose, or is too old.
    pub fn open_order(&self, purpose: Purpose, token: &str, now: At) -> Result<OrderId, BadLink> {
        let token: [u8; 40] = URL_SAFE_NO_PAD
            .decode(token)
            .ok()
            .and_then(|token| token.try_into().ok())
            .ok_or(BadLink::Forged)?;
        let (order, rest) = token.split_at(16);
        let (expires, mark) = rest.split_at(8);
        let expected = self.mark(purpose.as_str(), &[order, expires]);
        if !bool::from(expected[..16].ct_eq(mark)) {
            return Err(BadLink::Forged);
        }
        let expires = expires.try_into().map(i64::from_be_bytes).map_err(|_| BadLink::Forged)?;
        if now.0.as_second() > expires {
            return Err(BadLink::Expired);
        }
        Uuid::from_slice(order).map(OrderId).map_err(|_| BadLink::Forged)
    }
}

impl Secret {
    /// A token that names a message, with something said about it.
    pub fn sign_notice(&self, purpose: Purpose, notice: NoticeId, said: &[u8]) -> String {
        let mark = self.mark(purpose.as_str(), &[notice.0.as_bytes(), said]);
        URL_SAFE_NO_PAD.encode([notice.0.as_bytes(), &mark[..16], said].concat())
    }

    /// The message a token names, and what it says; `None` when it was not made by [`Self::sign_notice`] for the same purpose.
    pub fn open_notice(&self, purpose: Purpose, token: &str) -> Option<(NoticeId, Vec<u8>)> {
        let token = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (notice, rest) = token.split_at_checked(16)?;
        let (mark, said) = rest.split_at_checked(16)?;
        let expected = self.mark(purpose.as_str(), &[notice, said]);
        bool::from(expected[..16].ct_eq(mark)).then_some(())?;
        Some((NoticeId(Uuid::from_slice(notice).ok()?), said.to_vec()))
    }
}

/// The key in a mail that lets its reader in, as it is kept until the mail leaves: its parts, out of which it is signed when the words
/// are made, so that nobody who reads the row can use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct MailedKey {
    /// The link's row.
    id: Uuid,
    /// Seconds since 1970 until which it opens.
    until: i64,
}

impl MailedKey {
    /// The key of a link.
    pub fn new(id: Uuid, until: At) -> Self {
        Self { id, until: until.0.as_second() }
    }

    /// Whether the key among these would still open something. What was planned by an earlier version holds a whole link, and is believed.
    pub fn still_opens(payload: &serde_json::Value, now: At) -> bool {
        let key = payload.get("key").and_then(|key| serde_json::from_value::<Self>(key.clone()).ok());
        key.map_or_else(|| payload.get("link").is_some(), |key| key.until > now.0.as_second())
    }

    /// Where a member of staff chooses a password.
    pub fn password_link(self, shop: &Shop) -> String {
        self.address(shop, Purpose::StaffLink, "/admin/password/")
    }

    /// Where a customer signs in.
    pub fn sign_in_link(self, shop: &Shop) -> String {
        self.address(shop, Purpose::SignIn, "/my/sign-in/")
    }

    fn address(self, shop: &Shop, purpose: Purpose, door: &str) -> String {
        // A moment no clock shows opens nothing.
        let until = At(jiff::Timestamp::from_second(self.until).unwrap_or(jiff::Timestamp::UNIX_EPOCH));
        shop.about.url(&format!("{door}{}", shop.secret.sign_order(purpose, OrderId(self.id), until)))
    }
}

/// What a signed token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The link in an email: exchanged once for a cookie.
    Link,
    /// The cookie that opens an order's page.
    Cookie,
    /// The picture by which a shop that wants to know sees that a mail was looked at.
    Opened,
    /// A mail's link that leads on over our own address.
    Clicked,
    /// The link in a mail to what its reader wants to hear: exchanged once for a cookie.
    Preferences,
    /// The cookie that opens those.
    PreferencesCookie,
    /// Where a mail program, or a person, says "no more".
    Unsubscribe,
    /// What signs a customer in. The id is the link's, not an order's.
    SignIn,
    /// What lets a member of staff choose a password. The id is the link's.
    StaffLink,
    /// What somebody holds who gave the right password and still owes the code of their telephone.
    SecondFactor,
    /// What a page of another site holds of an order it shows: it may look, and do nothing.
    TrackElsewhere,
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "order-link",
            Self::Cookie => "order-cookie",
            Self::Opened => "opened-mark",
            Self::Clicked => "clicked-mark",
            Self::Preferences => "preferences-link",
            Self::PreferencesCookie => "preferences-cookie",
            Self::Unsubscribe => "unsubscribe-link",
            Self::SignIn => "sign-in-link",
            Self::StaffLink => "staff-link",
            Self::SecondFactor => "second-factor",
            Self::TrackElsewhere => "track-elsewhere",
        }
    }
}

/// 256 random bits as text: what the holder keeps.
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// SHA-256 of a token: what we keep.
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Compares without telling by its duration where the first difference is.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn a_token_opens_its_order_for_its_purpose_and_time() {
        let secret = Secret::new(vec![7; 32]).unwrap();
        let now = Clock::System.now();
        let order = OrderId::new();
        let token = secret.sign_order(Purpose::Link, order, now.plus(60));
        assert_eq!(secret.open_order(Purpose::Link, &token, now), Ok(order));
        assert_eq!(secret.open_order(Purpose::Cookie, &token, now), Err(BadLink::Forged));
        assert_eq!(secret.open_order(Purpose::Link, &token, now.plus(61)), Err(BadLink::Expired));
        let other = Secret::new(vec![8; 32]).unwrap();
        assert_eq!(other.open_order(Purpose::Link, &token, now), Err(BadLink::Forged));
    }

    #[test]
    fn no_altered_byte_opens_anything() {
        let secret = Secret::new(vec![7; 32]).unwrap();
        let now = Clock::System.now();
        let token = secret.sign_order(Purpose::Link, OrderId::new(), now.plus(60));
        let raw = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for i in 0..raw.len() {
            let mut altered = raw.clone();
            altered[i] ^= 1;
            assert_eq!(
                secret.open_order(Purpose::Link, &URL_SAFE_NO_PAD.encode(altered), now),
                Err(BadLink::Forged)
            );
        }
    }

    #[test]
    fn what_is_said_of_a_message_is_said_by_us() {
        let secret = Secret::new(vec![7; 32]).unwrap();
        let id = NoticeId::new();
        let token = secret.sign_notice(Purpose::Clicked, id, b"https://ups.test");
        let opened = secret.open_notice(Purpose::Clicked, &token);
        assert_eq!(opened, Some((id, b"https://ups.test".to_vec())));
        assert_eq!(secret.open_notice(Purpose::Opened, &token), None);
        let raw = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for i in 0..raw.len() {
            let mut altered = raw.clone();
            altered[i] ^= 1;
            assert_eq!(secret.open_notice(Purpose::Clicked, &URL_SAFE_NO_PAD.encode(altered)), None, "{i}");
        }
    }

    #[test]
    fn a_short_secret_is_no_secret() {
        assert!(Secret::new(vec![0; 31]).is_none());
    }
}
