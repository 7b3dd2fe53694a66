//! Which addresses are the world's, which are a network's own, and which nobody should ever call.

use std::{net::IpAddr, sync::LazyLock};

use ipnet::IpNet;

/// Whose an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Anybody's who is on the internet.
    Public,
    /// A machine's own, or a private network's: a host that the shop names may have it.
    Local,
    /// Link-local (where clouds keep their keys), multicast, reserved, or wrapping another address: only a network that the shop names may
    /// hold it.
    Special,
}

/// Private networks (RFC 1918, 6598, 4193) and the machine itself.
const LOCAL: [&str; 7] =
    ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"];

/// The rest of IANA's special-purpose registries (RFC 6890, as of 2026) that are not reachable from everywhere. Of IPv6, what is not 2000::/3 is
/// special anyway, NAT64's 64:ff9b::/96 with it.
const SPECIAL: [&str; 14] = [
    "0.0.0.0/8",
    "169.254.0.0/16",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "2001::/23",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
];

const UNICAST: &str = "2000::/3";

fn nets(texts: &[&str]) -> Vec<IpNet> {
    texts.iter().filter_map(|text| text.parse().ok()).collect()
}

static LOCAL_NETS: LazyLock<Vec<IpNet>> = LazyLock::new(|| nets(&LOCAL));
static SPECIAL_NETS: LazyLock<Vec<IpNet>> = LazyLock::new(|| nets(&SPECIAL));
static UNICAST_NETS: LazyLock<Vec<IpNet>> = LazyLock::new(|| nets(&[UNICAST]));

/// Whose this is. An IPv4 address inside of an IPv6 one is judged as what it is.
pub(super) fn reach(ip: IpAddr) -> Reach {
    let ip = ip.to_canonical();
    let within = |nets: &[IpNet]| nets.iter().any(|net| net.contains(&ip));
    if within(&LOCAL_NETS) {
        Reach::Local
    } else if within(&SPECIAL_NETS) || ip.is_ipv6() && !within(&UNICAST_NETS) {
        Reach::Special
    } else {
        Reach::Public
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_net_is_one() {
        assert_eq!(LOCAL_NETS.len(), LOCAL.len());
        assert_eq!(SPECIAL_NETS.len(), SPECIAL.len());
        assert_eq!(UNICAST_NETS.len(), 1);
    }

    #[test]
    fn addresses_are_the_world_s_or_somebody_s_own() {
        let of = |text: &str| reach(text.parse().unwrap());
        for public in
            ["93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"]
        {
            assert_eq!(of(public), Reach::Public, "{public}");
        }
        for local in [
            "127.0.0.1",
            "127.255.255.254",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "::1",
            "fd12:3456::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
        ] {
            assert_eq!(of(local), Reach::Local, "{local}");
        }
        for special in [
            "0.0.0.0",
            "169.254.169.254",
            "192.0.0.192",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::127.0.0.1",
            "fe80::1",
            "ff02::1",
            "64:ff9b::a9fe:a9fe",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "::ffff:169.254.169.254",
        ] {
            assert_eq!(of(special), Reach::Special, "{special}");
        }
    }
}
