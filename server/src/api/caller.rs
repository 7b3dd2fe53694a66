//! Who calls the API, as the guard found them, and what handlers may ask about them.

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
};
use domain::{
    Fault, Shop,
    api_key::{Key, Scope},
    customer::Who,
    ids::{ApiKeyId, OrderId},
    order::By,
    staff::Person,
};
use uuid::Uuid;

use super::problem::Problem;

/// Somebody who has proved who they are, or nobody in particular where nobody has to.
#[derive(Debug, Clone)]
pub enum Caller {
    /// A program with a key, and whom it acts as.
    Program(Key, Person),
    /// Staff, in a browser of ours.
    Staff(Person),
    /// A customer by the signed token of one order's link.
    Link(OrderId),
    /// A customer by the link to what they want to hear, from a mail about an order.
    Preferences(OrderId, Who),
    /// A customer by the session of a browser that has signed in.
    Owner(Who),
    /// Whoever it is.
    Anybody,
}

impl Caller {
    /// The caller's name among those whose `Idempotency-Key`s are kept apart.
    pub(super) fn name(&self) -> Option<String> {
        match self {
            Self::Program(key, _) => Some(format!("key:{}", key.id)),
            Self::Staff(person) => Some(format!("staff:{}", person.id)),
            Self::Link(order) => Some(format!("order:{order}")),
            Self::Preferences(_, who) | Self::Owner(who) => Some(format!("customer:{}", who.public_id())),
            Self::Anybody => None,
        }
    }
}

/// A handler that asks for somebody whom its own `security` does not let in is a mistake of ours.
pub(super) fn not_let_in() -> Problem {
    Fault::from(anyhow::anyhow!("a handler asks for a caller whom its security does not name")).into()
}

pub(super) fn caller(parts: &Parts) -> Result<Caller, Problem> {
    parts.extensions.get::<Caller>().cloned().ok_or_else(not_let_in)
}

/// A program with a key.
#[derive(Debug, Clone, Copy)]
pub struct Storefront(pub ApiKeyId);

impl<S: Send + Sync> FromRequestParts<S> for Storefront {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match caller(parts)? {
            Caller::Program(key, _) => Ok(Self(key.id)),
            _ => Err(not_let_in()),
        }
    }
}

/// Somebody who works here, or a program that does, under its key's name. The guard has looked at role and scopes.
#[derive(Debug, Clone)]
pub struct Clerk(pub Person);

impl<S: Send + Sync> FromRequestParts<S> for Clerk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match caller(parts)? {
            Caller::Program(_, person) | Caller::Staff(person) => Ok(Self(person)),
            _ => Err(not_let_in()),
        }
    }
}

/// Somebody who calls about one order: its customer, a storefront for them, or staff.
#[derive(Debug, Clone)]
pub struct OrderCaller(Caller);

impl<S: Send + Sync> FromRequestParts<S> for OrderCaller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        caller(parts).map(Self)
    }
}

impl OrderCaller {
    /// On whose behalf they call about this order.
    ///
    /// # Errors
    /// 404 when it is none of theirs: the same as for an order nobody has.
    pub async fn by(self, shop: &Shop, order: OrderId) -> Result<By, Problem> {
        let theirs = match &self.0 {
            Caller::Program(..) | Caller::Staff(_) => true,
            Caller::Link(opened) => *opened == order,
            Caller::Owner(who) => Who::bought(shop, order).await?.hash == who.hash,
            Caller::Preferences(..) | Caller::Anybody => false,
        };
        match (theirs, self.0) {
            (true, Caller::Program(key, person)) if key.may(Scope::WriteOrders) => Ok(By::Staff(person)),
            (true, Caller::Program(..)) => Ok(By::Storefront),
            (true, Caller::Staff(person)) => Ok(By::Staff(person)),
            (true, _) => Ok(By::Customer),
            (false, _) => Err(Fault::NotFound.into()),
        }
    }

    /// Whether they are staff in a browser of ours.
    pub const fn is_staff(&self) -> bool {
        matches!(self.0, Caller::Staff(_))
    }

    /// Whose orders they may see where the address names none; all of them, for who is no customer.
    pub const fn customer(&self) -> Option<Customer<'_>> {
        match &self.0 {
            Caller::Link(order) | Caller::Preferences(order, _) => Some(Customer::Of(*order)),
            Caller::Owner(who) => Some(Customer::Owner(who)),
            Caller::Program(..) | Caller::Staff(_) | Caller::Anybody => None,
        }
    }

    /// Whether they see an order as its customer does, without what is the shop's own.
    pub const fn is_customer(&self) -> bool {
        matches!(self.0, Caller::Link(_) | Caller::Preferences(..) | Caller::Owner(_) | Caller::Anybody)
    }
}

/// A customer, as far as they have shown who they are.
#[derive(Debug, Clone, Copy)]
pub enum Customer<'a> {
    /// The holder of one order's link.
    Of(OrderId),
    /// Whoever buys under an address.
    Owner(&'a Who),
}

/// The request's id: the same over all retries with one `Idempotency-Key`, also after a crash in between. A POST gives it to what it makes.
#[derive(Debug, Clone, Copy)]
pub struct RequestId(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for RequestId {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let fresh = || Self(Uuid::now_v7());
        Ok(parts.extensions.get::<Self>().copied().unwrap_or_else(fresh))
    }
}

/// The caller's name with its `Idempotency-Key`: by this a request is known for ever, where its [`RequestId`] is another one after a day. What
/// spends money is deduplicated by it.
#[derive(Debug, Clone)]
pub struct RequestKey(pub String);

impl<S: Send + Sync> FromRequestParts<S> for RequestKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let fresh = || Self(format!("request:{}", Uuid::now_v7()));
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_else(fresh))
    }
}

/// Refuses somebody who has not shown who they are.
pub(super) fn unknown() -> Problem {
    let detail = "Send an API key, or the token of a link from one of our mails, as `Authorization: Bearer …`, or sign in.";
    Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", "Nobody we know", detail)
}
