//! What the right password opens: a session, or the question for a code. And the verb that answers it.

use std::net::IpAddr;

use sqlx::PgConnection;

use super::{check, pass};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    ids::StaffId,
    limit::{self, Limit},
    order::neighbourhood,
    staff::session,
};

const BY_IP: Limit = Limit { tries: 30, seconds: 600 };

/// What a right password opened.
pub enum SignedIn {
    /// A session: its token.
    Open(String),
    /// Nothing yet: a pass to come back with, and with a code.
    NeedsCode(String),
}

/// Lets somebody in whose password was right, in the transaction that holds their account: who turns the second factor on in the same
/// moment goes before or after.
pub(in crate::staff) async fn enter(
    conn: &mut PgConnection,
    shop: &Shop,
    id: StaffId,
    browser: &str,
    now: At,
) -> Result<SignedIn, Fault> {
    match pass::issue(conn, shop, id, now).await? {
        Some(pass) => Ok(SignedIn::NeedsCode(pass)),
        None => Ok(SignedIn::Open(session::open(conn, id, browser, now).await?)),
    }
}

/// Verb: somebody who gave the right password brings the code of their telephone, or one on paper; the answer is the session's token.
///
/// # Errors
/// [`Reason::PassSpent`] after five minutes, or where password, account or second factor have changed since; [`Reason::WrongFactor`] for a
/// wrong one and a used one alike; [`Reason::TooMany`]. Who has no pass uses up nobody's tries.
pub async fn sign_in_with_code(
    shop: &Shop,
    ip: IpAddr,
    pass: &str,
    code: &str,
    browser: &str,
) -> Result<String, Fault> {
    let now = shop.clock.now();
    let by_ip = [(shop.secret.counter("sign-in-code-ip", &neighbourhood(ip)), BY_IP)];
    let mut conn = shop.pool.acquire().await?;
    limit::count(&mut conn, now, &by_ip).await?;
    let (claimed, bound) = pass::owner(&mut conn, shop, pass, now).await?;
    check::count(&mut conn, shop, (claimed, &bound), now).await?;
    drop(conn);
    let mut tx = shop.pool.begin().await?;
    let (id, _) = pass::owner(&mut tx, shop, pass, now).await?;
    if !check::take(&mut tx, shop, id, code, now).await? {
        return Err(Reason::WrongFactor.into());
    }
    let token = session::open(&mut tx, id, browser, now).await?;
    tx.commit().await?;
    Ok(token)
}
