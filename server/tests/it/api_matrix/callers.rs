//! Everybody who can call, and what each of them shows.

use domain::{
    api_key::{self, NewKey, Scope},
    ids::{ApiKeyId, OrderId},
    secret::{Purpose, token, token_hash},
    staff::Role,
};
use reqwest::{RequestBuilder, header::COOKIE};

use super::objects::Objects;
use crate::support::World;

/// What a request shows.
enum Shows {
    Nothing,
    Token(String),
    Cookie(String),
}

/// Whose customer somebody is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Customer {
    /// Of the order in the path, or of another.
    Link {
        own: bool,
    },
    /// By the link to the preferences, which opens no order.
    ByPreferences,
    Session {
        own: bool,
    },
}

/// Somebody who calls.
pub struct Caller {
    pub name: String,
    /// Whether what they show opens nothing, so that it is counted as a guess.
    pub opens_nothing: bool,
    scopes: Vec<Scope>,
    role: Option<Role>,
    customer: Option<Customer>,
    shows: Shows,
}

impl Caller {
    fn new(name: impl Into<String>, shows: Shows) -> Self {
        Self {
            name: name.into(),
            opens_nothing: false,
            scopes: Vec::new(),
            role: None,
            customer: None,
            shows,
        }
    }

    /// The request, as they send it.
    pub fn shows(&self, request: RequestBuilder) -> RequestBuilder {
        match &self.shows {
            Shows::Nothing => request,
            Shows::Token(token) => request.bearer_auth(token),
            Shows::Cookie(cookie) => request.header(COOKIE, cookie),
        }
    }

    /// Whether one of the ways in is theirs. What is about one order is shown to its own customer only.
    pub fn may(&self, ways: &str, about_order: bool) -> bool {
        ways.split(" | ").any(|way| match way {
            "anybody" => true,
            "link" => match self.customer {
                Some(Customer::Link { own } | Customer::Session { own }) => own || !about_order,
                Some(Customer::ByPreferences) | None => false,
            },
            "preferences" => {
                matches!(self.customer, Some(Customer::ByPreferences | Customer::Session { .. }))
            }
            word => match Role::parse(word) {
                Some(needed) => self.role.is_some_and(|role| role >= needed),
                None => word.split('+').all(|scope| self.scopes.contains(&scope.parse().unwrap())),
            },
        })
    }
}

async fn key(world: &World, name: &str, scopes: &[Scope]) -> (ApiKeyId, Caller) {
    let id = ApiKeyId::new();
    let new = NewKey { name: name.to_owned(), scopes: scopes.to_vec(), ..NewKey::default() };
    let key = api_key::create(&world.shop, id, &new).await.unwrap();
    (id, Caller { scopes: scopes.to_vec(), ..Caller::new(name, Shows::Token(key)) })
}

async fn session_of(world: &World, email: &str) -> Shows {
    let token = token();
    sqlx::query(
        "insert into customer_session (id, token_hash, email, email_hash, created_at, expires_at)
         values ($1, $2, $3, $4, now(), now() + interval '1 day')",
    )
    .bind(uuid::Uuid::now_v7())
    .bind(token_hash(&token))
    .bind(email)
    .bind(world.shop.secret.email_hash(email))
    .execute(&world.shop.pool)
    .await
    .unwrap();
    Shows::Cookie(format!("clew_customer={token}"))
}

/// Everybody.
pub async fn callers(world: &World, objects: &Objects) -> Vec<Caller> {
    let mut all = vec![Caller::new("nobody", Shows::Nothing)];
    all.push(key(world, "a storefront's key", Scope::STOREFRONT).await.1);
    for scope in Scope::ALL {
        all.push(key(world, &format!("a key with {}", scope.as_str()), &[*scope]).await.1);
    }
    let both = [Scope::WriteOrders, Scope::WriteRefunds];
    all.push(key(world, "a key with orders:write and refunds:write", &both).await.1);
    for role in [Role::Viewer, Role::Operator, Role::Admin] {
        let (_, cookie) = world.person(role).await;
        all.push(Caller { role: Some(role), ..Caller::new(role.as_str(), Shows::Cookie(cookie)) });
    }
    let sign = |purpose: Purpose, order: OrderId| {
        Shows::Token(world.shop.secret.sign_order(purpose, order, world.shop.clock.now().plus(3600)))
    };
    for (own, order) in [(true, objects.own.1), (false, objects.other.1)] {
        let name = if own { "the order's link" } else { "another order's link" };
        let shows = sign(Purpose::Link, order);
        all.push(Caller { customer: Some(Customer::Link { own }), ..Caller::new(name, shows) });
    }
    let shows = sign(Purpose::Preferences, objects.own.1);
    all.push(Caller {
        customer: Some(Customer::ByPreferences),
        ..Caller::new("a link to preferences", shows)
    });
    for (own, email) in [(true, "ana@customer.test"), (false, "ben@customer.test")] {
        let name = if own { "the order's customer" } else { "somebody else" };
        let shows = session_of(world, email).await;
        all.push(Caller { customer: Some(Customer::Session { own }), ..Caller::new(name, shows) });
    }
    let (id, revoked) = key(world, "a revoked key", Scope::ALL).await;
    api_key::revoke(&world.shop, id).await.unwrap();
    let (id, expired) = key(world, "an expired key", Scope::ALL).await;
    sqlx::query("update api_key set expires_at = now() - interval '1 second' where id = $1")
        .bind(id.0)
        .execute(&world.shop.pool)
        .await
        .unwrap();
    all.extend([revoked, expired].map(|caller| Caller { scopes: Vec::new(), opens_nothing: true, ..caller }));
    all
}
