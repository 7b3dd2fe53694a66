//! What every call of a carrier's API passes first: whether the account is open, and the faults.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::{Carrier, Credential, basic, bearer, knows};
use crate::clock;
use crate::faults::{slowly, through};
use crate::world::World;

/// Why a call is refused before it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody is known by this token or key, or what it stood for was revoked.
    Stranger,
    /// The token's time is over.
    Expired,
    /// 429.
    Busy,
    /// 500 or 503.
    Broken(StatusCode),
}

/// The middleware; `refuse` words the refusals as the carrier does.
pub async fn doorway(
    carrier: Carrier,
    world: &World,
    request: Request,
    next: Next,
    refuse: impl Fn(Trouble) -> Response,
) -> Response {
    world.change(|state| *state.carriers.calls.entry(carrier).or_default() += 1);
    if let Err(trouble) = identify(carrier, world, &request) {
        return refuse(trouble);
    }
    slowly(world, carrier.api(), &request).await;
    through(world, carrier.api(), request, next, |status| {
        refuse(if status == StatusCode::TOO_MANY_REQUESTS { Trouble::Busy } else { Trouble::Broken(status) })
    })
    .await
}

fn identify(carrier: Carrier, world: &World, request: &Request) -> Result<(), Trouble> {
    let headers = request.headers();
    let revoked = world.faults().carrier(carrier).revoked;
    match carrier {
        // Anybody may ask; only the contract's way has a key.
        Carrier::Correos if !request.uri().path().contains("_auth/") => Ok(()),
        _ if revoked => Err(Trouble::Stranger),
        Carrier::Correos => {
            basic(headers).filter(|said| known(world, carrier, said)).map(|_| ()).ok_or(Trouble::Stranger)
        }
        Carrier::Dhl => {
            key(headers).filter(|said| known(world, carrier, said)).map(|_| ()).ok_or(Trouble::Stranger)
        }
        Carrier::Fedex | Carrier::Ups => {
            let until = world.read(|state| {
                let token = state.carriers.tokens.get(bearer(headers));
                token.filter(|token| token.carrier == carrier).map(|token| token.until)
            });
            match until {
                None => Err(Trouble::Stranger),
                Some(until) if until <= clock::now() => Err(Trouble::Expired),
                Some(_) => Ok(()),
            }
        }
    }
}

fn known(world: &World, carrier: Carrier, said: &Credential) -> bool {
    world.read(|state| knows(&state.carriers, carrier, said))
}

fn key(headers: &HeaderMap) -> Option<Credential> {
    let id = headers.get("dhl-api-key")?.to_str().ok()?.to_owned();
    Some(Credential { id, secret: String::new() })
}
