//! Whose addresses we call: a subscription's endpoint is what a visitor sent us, and this server must not be led anywhere by it.

use url::{Host, Url};

/// The push services browsers use, and every host beneath them.
const SERVICES: [&str; 5] = [
    // Chrome and whoever is built on it.
    "fcm.googleapis.com",
    "jmt17.google.com",
    // Firefox.
    "push.services.mozilla.com",
    // Safari.
    "push.apple.com",
    // Edge.
    "notify.windows.com",
];

/// Whether messages are sent to this address: a known push service over TLS, or at `also` (the sandbox's origin).
pub(super) fn is_known(endpoint: &str, also: Option<&str>) -> bool {
    let Ok(url) = Url::parse(endpoint) else { return false };
    if !url.username().is_empty() || url.password().is_some() || endpoint.len() > 2048 {
        return false;
    }
    if also.is_some_and(|origin| url.origin().ascii_serialization() == origin) {
        return true;
    }
    let Some(Host::Domain(host)) = url.host() else { return false };
    let beneath =
        |service: &str| host.strip_suffix(service).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'));
    url.scheme() == "https" && url.port().is_none() && SERVICES.into_iter().any(beneath)
}

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn only_push_services_are_called() {
        for good in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/abc",
            "https://wns2-par02p.notify.windows.com/w/?token=abc",
        ] {
            assert!(is_known(good, None), "{good}");
        }
        for bad in [
            "http://fcm.googleapis.com/fcm/send/abc",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com.evil.test/x",
            "https://evilfcm.googleapis.com.test/x",
            "https://notpush.apple.com.evil.test/",
            "https://xnotify.windows.com/",
            "https://user@fcm.googleapis.com/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "http://127.0.0.1:12111/push/1",
            "file:///etc/passwd",
            "",
        ] {
            assert!(!is_known(bad, None), "{bad}");
        }
        assert!(is_known("http://127.0.0.1:12111/push/1", Some("http://127.0.0.1:12111")));
        assert!(!is_known("http://127.0.0.1:5432/push/1", Some("http://127.0.0.1:12111")));
    }
}
