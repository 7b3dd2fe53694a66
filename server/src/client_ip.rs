//! Whose request it is: the peer, or, only where the peer is a proxy we were told to trust, the last address in `X-Forwarded-For` that is
//! not itself such a proxy. Anything a client writes there is to the left of that and never looked at.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, FromRef, FromRequestParts},
    http::request::Parts,
};

use crate::state::Door;

/// The client's address.
#[derive(Debug, Clone, Copy)]
pub struct ClientIp(pub IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for ClientIp
where
    Arc<Door>: FromRef<S>,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0.ip());
        let said = parts.headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
        let said: Vec<IpAddr> =
            said.flat_map(|value| value.split(',')).filter_map(|part| part.trim().parse().ok()).collect();
        Ok(Self(client(peer, &said, &Arc::<Door>::from_ref(state).trusted_proxies)))
    }
}

fn client(peer: IpAddr, said: &[IpAddr], trusted: &[IpAddr]) -> IpAddr {
    let is_trusted = |ip: &IpAddr| trusted.contains(&ip.to_canonical());
    if !is_trusted(&peer) {
        return peer.to_canonical();
    }
    said.iter().rev().find(|ip| !is_trusted(ip)).copied().unwrap_or(peer).to_canonical()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_header_is_believed_only_from_a_trusted_peer() {
        let said = [ip("6.6.6.6"), ip("203.0.113.9"), ip("10.0.0.2")];
        assert_eq!(client(ip("198.51.100.1"), &said, &[]), ip("198.51.100.1"));
        assert_eq!(client(ip("198.51.100.1"), &said, &[ip("10.0.0.2")]), ip("198.51.100.1"));
        assert_eq!(client(ip("10.0.0.1"), &said, &[ip("10.0.0.1"), ip("10.0.0.2")]), ip("203.0.113.9"));
        assert_eq!(client(ip("10.0.0.1"), &[], &[ip("10.0.0.1")]), ip("10.0.0.1"));
    }
}
