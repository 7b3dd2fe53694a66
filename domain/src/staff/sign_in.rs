//! Verb: a person signs in with email and password.

use std::net::IpAddr;

use super::{
    factor::{SignedIn, enter},
    password,
};
use crate::{
    Fault, Reason, Shop,
    ids::StaffId,
    limit::{self, Limit},
    order::neighbourhood,
};

/// What was typed.
#[derive(Debug)]
pub struct Credentials {
    /// Any case.
    pub email: String,
    /// As typed.
    pub password: String,
    /// With what, as [`super::browser`] says it.
    pub browser: String,
}

const BY_IP: Limit = Limit { tries: 30, seconds: 600 };
const BY_EMAIL: Limit = Limit { tries: 10, seconds: 600 };

/// Opens a session, or asks for a code where the account has a second factor. A new token at every sign-in, so that one planted before
/// opens nothing.
///
/// # Errors
/// [`Reason::WrongPassword`] for an unknown email, a wrong password and a closed account alike; [`Reason::TooMany`].
pub async fn sign_in(shop: &Shop, ip: IpAddr, credentials: Credentials) -> Result<SignedIn, Fault> {
    let email = typed_email(&credentials.email);
    let counters = [
        (shop.secret.counter("sign-in-ip", &neighbourhood(ip)), BY_IP),
        (shop.secret.counter("sign-in-email", &email), BY_EMAIL),
    ];
    let mut conn = shop.pool.acquire().await?;
    limit::count(&mut conn, shop.clock.now(), &counters).await?;
    let row = sqlx::query!(
        "select id, password_hash from staff where lower(email) = $1 and disabled_at is null",
        email
    )
    .fetch_optional(&mut *conn)
    .await?;
    drop(conn);
    let (id, hash) = row.map_or((None, None), |row| (Some(StaffId(row.id)), row.password_hash));
    let right = password::verify(credentials.password, hash.clone()).await?;
    let Some(id) = id.filter(|_| right) else { return Err(Reason::WrongPassword.into()) };
    shop.reach("sign_in.proved").await;
    let mut tx = shop.pool.begin().await?;
    // The check took its time: a password changed, or an account closed, meanwhile has ended all sessions, and this must not be one more.
    let still = sqlx::query_scalar!(
        "select id from staff where id = $1 and password_hash = $2 and disabled_at is null for share",
        id.0,
        hash,
    )
    .fetch_optional(&mut *tx)
    .await?;
    still.ok_or(Reason::WrongPassword)?;
    let entered = enter(&mut tx, shop, id, &credentials.browser, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(entered)
}

/// An address as it is looked for. PostgreSQL's text holds no NUL, and no address does.
pub(super) fn typed_email(typed: &str) -> String {
    typed.trim().replace('\0', "").to_lowercase()
}
