//! The demo's print studio: believable orders in every state, made through the same verbs a real shop uses, so that each history is true.
//!
//! The clock is the seed's own: it stands still and is moved from event to event through the past weeks.

mod ends;
mod journey;
mod life;
mod studio;

use anyhow::bail;
use domain::{
    Language, Shop,
    api_key::{self, Scope},
    clock::Clock,
    order::{self, Placed, Request},
    staff::{self, NewPerson, Person, Role},
};
use sha2::{Digest, Sha256};

/// The demo's logins.
#[derive(Debug)]
pub struct Demo {
    /// What one signs in with.
    pub email: &'static str,
    /// Printed by the demo; of no use anywhere else.
    pub password: &'static str,
    /// The storefront's key.
    pub api_key: &'static str,
    /// How many orders there are.
    pub orders: usize,
}

/// The one demo.
pub const DEMO: &Demo = &Demo {
    email: "ana@ariadna.example",
    password: "follow the thread",
    api_key: "clew_demo_key_for_the_sandbox_only",
    orders: 300,
};

/// Gives an empty shop the demo's people, key and orders; a shop that has people is left as it is.
///
/// # Errors
/// When PostgreSQL is away, or the shop uses real providers.
pub async fn prepare(shop: &Shop, demo: &Demo) -> anyhow::Result<()> {
    only_in_the_sandbox(shop)?;
    api_key::keep(&shop.pool, "demo storefront", demo.api_key, Scope::STOREFRONT, shop.clock.now()).await?;
    if staff::nobody_yet(shop).await? {
        let there: i64 = sqlx::query_scalar("select count(*) from orders").fetch_one(&shop.pool).await?;
        let missing = demo.orders.saturating_sub(usize::try_from(there).unwrap_or(0));
        if missing > 0 {
            tracing::info!(orders = missing, "filling the demo shop");
            seed(shop, missing).await?;
        }
        // Last: people are what tells that the demo is complete.
        for (name, email, role) in [
            ("Ana Ruiz", demo.email, Role::Admin),
            ("Ion Popa", "ion@ariadna.example", Role::Operator),
            ("Vera Orlova", "vera@ariadna.example", Role::Viewer),
        ] {
            let person = NewPerson {
                name: name.into(),
                email: email.into(),
                password: demo.password.into(),
                role,
                language: Language::En,
            };
            staff::create(shop, person).await.map_err(|fault| anyhow::anyhow!("{fault}"))?;
        }
    }
    Ok(())
}

/// Adds orders; the answer says how many.
///
/// # Errors
/// When PostgreSQL is away, or the shop uses real providers: seeded customers must never get real mail.
pub async fn seed(shop: &Shop, orders: usize) -> anyhow::Result<usize> {
    only_in_the_sandbox(shop)?;
    let now = shop.clock.now();
    let key = domain::secret::token();
    api_key::keep(&shop.pool, "seed", &key, Scope::STOREFRONT, now).await?;
    let Some(found) = api_key::verify(shop, &key).await? else { bail!("the seed's key was not kept") };
    let past = Shop { clock: Clock::stopped(now.0), ..shop.clone() };
    let by = Person {
        id: domain::ids::StaffId::new(),
        name: "Ana Ruiz".into(),
        role: Role::Operator,
        language: Language::Es,
    };
    for index in 0..orders {
        // The newest order is the last one made: minutes old; the oldest is six weeks old.
        let age = i64::try_from(orders - index)? * 6 * 7 * 24 * 3600 / i64::try_from(orders)?;
        past.clock.set(now.plus(-age + 600));
        let new = studio::order(index, &shop.about.url("/demo-poster.svg"));
        let body_hash = Sha256::digest(serde_json::to_vec(&new)?).to_vec();
        let request = Request { api_key: found.id, key: format!("seed-{index}"), body_hash };
        let Placed::Order { id, .. } = order::place(&past, &request, &new).await? else {
            bail!("a seeded order was refused")
        };
        life::live(&past, &by, id, index, age).await?;
    }
    // Their story is told: the sandbox would make up another one for the same numbers.
    domain::poll::rest(&shop.pool).await?;
    Ok(orders)
}

fn only_in_the_sandbox(shop: &Shop) -> anyhow::Result<()> {
    if shop.about.sandbox && shop.mailer.is_local() {
        return Ok(());
    }
    bail!("demo orders are made only where money and mail go to a sandbox: their customers do not exist")
}
