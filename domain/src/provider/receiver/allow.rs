//! `CLEW_WEBHOOK_ALLOW`: what may be reached besides public addresses over TLS.

use std::{net::IpAddr, str::FromStr};

use ipnet::IpNet;
use url::Host;

use super::address::{Reach, reach};
use crate::reason::ReceiverFlaw;

/// One entry: a host's name, an address, or a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allowed {
    /// A host by its name: also without TLS, and inside a private network. Never link-local or reserved addresses.
    Host(String),
    /// Every address of a network, whatever its kind.
    Network(IpNet),
}

impl FromStr for Allowed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let net = text.parse::<IpNet>().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
        if let Some(net) = net {
            return Ok(Self::Network(net));
        }
        match Host::parse(text) {
            Ok(Host::Domain(name)) => Ok(Self::Host(plain(&name))),
            _ => Err("a host, an address or a network: erp.lan, 10.0.0.7, 10.0.0.0/8".to_owned()),
        }
    }
}

/// All entries.
#[derive(Debug, Clone, Default)]
pub struct Allow(Vec<Allowed>);

impl FromIterator<Allowed> for Allow {
    fn from_iter<T: IntoIterator<Item = Allowed>>(entries: T) -> Self {
        Self(entries.into_iter().collect())
    }
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}

impl Allow {
    /// Whether a host is named.
    pub(super) fn has_name(&self, name: &str) -> bool {
        let name = plain(name);
        self.0.iter().any(|entry| matches!(entry, Allowed::Host(host) if *host == name))
    }

    fn has_address(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        self.0.iter().any(|entry| matches!(entry, Allowed::Network(net) if net.contains(&ip)))
    }

    /// Whether an address that stands in a URL is allowed by the shop; false: it is public, and the rules for public ones hold.
    pub(super) fn judge_literal(&self, ip: IpAddr) -> Result<bool, ReceiverFlaw> {
        match (self.has_address(ip), reach(ip)) {
            (true, _) => Ok(true),
            (false, Reach::Public) => Ok(false),
            (false, _) => Err(ReceiverFlaw::Inside),
        }
    }

    /// Whether a host may have this address.
    pub(super) fn may(&self, host: &str, ip: IpAddr) -> bool {
        self.has_address(ip)
            || match reach(ip) {
                Reach::Public => true,
                Reach::Local => self.has_name(host),
                Reach::Special => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_a_host_an_address_or_a_network() {
        assert_eq!("ERP.lan.".parse(), Ok(Allowed::Host("erp.lan".to_owned())));
        assert_eq!("10.0.0.7".parse(), Ok(Allowed::Network("10.0.0.7/32".parse().unwrap())));
        assert_eq!(" fd00::/8 ".parse(), Ok(Allowed::Network("fd00::/8".parse().unwrap())));
        for nonsense in ["", "https://erp.lan", "10.0.0.0/99", "a b"] {
            assert!(nonsense.parse::<Allowed>().is_err(), "{nonsense}");
        }
    }

    #[test]
    fn a_named_host_may_be_local_and_nothing_worse() {
        let allow: Allow = ["erp.lan", "169.254.7.0/24"].iter().map(|entry| entry.parse().unwrap()).collect();
        let may = |host: &str, ip: &str| allow.may(host, ip.parse().unwrap());
        assert!(may("erp.lan", "10.0.0.7") && may("ERP.lan.", "::1") && may("hooks.example", "8.8.8.8"));
        assert!(!may("hooks.example", "10.0.0.7") && !may("hooks.example", "127.0.0.1"));
        assert!(!may("erp.lan", "169.254.169.254"), "a name never opens where clouds keep their keys");
        assert!(may("any.example", "169.254.7.1") && may("any.example", "::ffff:169.254.7.1"));
    }
}
