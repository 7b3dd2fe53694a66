//! Twilio's scheme: base64 of HMAC-SHA1 over the address as Twilio called it and the form's fields, sorted
//! (<https://www.twilio.com/docs/usage/security#validating-requests>, `twilio-node`, `lib/webhooks/webhooks.ts`).
//!
//! There is no time in it: once-only comes from the inbox.

use std::collections::{BTreeMap, BTreeSet};

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha1::Sha1;

use super::Unsigned;

/// Whether one of the active tokens signed this very form, sent to this very address. `url` is our public one, never what the request
/// says about itself. An empty token never verifies.
///
/// # Errors
/// [`Unsigned`], from which a caller learns nothing about the right signature.
pub fn verify(
    header: &str,
    url: &str,
    form: &[(String, String)],
    tokens: &[SecretString],
) -> Result<(), Unsigned> {
    let mark =
        BASE64_STANDARD.decode(header).ok().filter(|mark| !mark.is_empty()).ok_or(Unsigned::Missing)?;
    let urls = [Some(url.to_owned()), other_port(url)];
    let signed = |token: &SecretString| {
        // `verify_slice` compares in constant time.
        urls.iter()
            .flatten()
            .any(|url| mac(url, form, token).is_some_and(|mac| mac.verify_slice(&mark).is_ok()))
    };
    if tokens.iter().any(signed) { Ok(()) } else { Err(Unsigned::Forged) }
}

/// Signs a form: for tests.
pub fn sign(url: &str, form: &[(String, String)], token: &SecretString) -> String {
    mac(url, form, token).map(|mac| BASE64_STANDARD.encode(mac.finalize().into_bytes())).unwrap_or_default()
}

fn mac(url: &str, form: &[(String, String)], token: &SecretString) -> Option<Hmac<Sha1>> {
    let token = token.expose_secret();
    if token.is_empty() {
        return None;
    }
    let mut fields: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, value) in form {
        fields.entry(name).or_default().insert(value);
    }
    let mut mac = Hmac::<Sha1>::new_from_slice(token.as_bytes()).ok()?;
    mac.update(url.as_bytes());
    for (name, values) in fields {
        for value in values {
            mac.update(name.as_bytes());
            mac.update(value.as_bytes());
        }
    }
    Some(mac)
}

/// Twilio signs some addresses with the scheme's own port and some without.
fn other_port(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let port = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return None,
    };
    let at = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(at);
    Some(match host.strip_suffix(port) {
        Some(bare) => format!("{scheme}://{bare}{path}"),
        None => format!("{scheme}://{host}{port}{path}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";
    const GOOD: &str = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";

    fn form() -> Vec<(String, String)> {
        [
            ("To", "+18005551212"),
            ("CallSid", "CA1234567890ABCDE"),
            ("Digits", "1234"),
            ("Caller", "+12349013030"),
            ("From", "+12349013030"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
    }

    fn token(text: &str) -> SecretString {
        SecretString::from(text)
    }

    /// The vector of Twilio's documentation.
    #[test]
    fn the_published_vector_verifies_and_its_neighbours_do_not() {
        let tokens = [token("another"), token("12345")];
        assert_eq!(verify(GOOD, URL, &form(), &tokens), Ok(()));
        assert_eq!(sign(URL, &form(), &token("12345")), GOOD);
        assert_eq!(verify(GOOD, URL, &form(), &tokens[..1]), Err(Unsigned::Forged));
        assert_eq!(
            verify(GOOD, "https://mycompany.com/myapp.php?foo=1", &form(), &tokens),
            Err(Unsigned::Forged)
        );
        assert_eq!(verify(GOOD, &URL.replace("https", "http"), &form(), &tokens), Err(Unsigned::Forged));
        for i in 0..form().len() {
            let mut altered = form();
            altered[i].1.push('0');
            assert_eq!(verify(GOOD, URL, &altered, &tokens), Err(Unsigned::Forged));
            altered.remove(i);
            assert_eq!(verify(GOOD, URL, &altered, &tokens), Err(Unsigned::Forged));
        }
        for nonsense in ["", "%%%"] {
            assert_eq!(verify(nonsense, URL, &form(), &tokens), Err(Unsigned::Missing));
        }
    }

    #[test]
    fn the_scheme_s_own_port_may_stand_there_or_not() {
        let with = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
        let signed = sign(with, &form(), &token("12345"));
        assert_eq!(verify(&signed, URL, &form(), &[token("12345")]), Ok(()));
        assert_eq!(verify(GOOD, with, &form(), &[token("12345")]), Ok(()));
        assert_eq!(other_port("http://a.test:3000/x").as_deref(), Some("http://a.test:3000:80/x"));
    }

    #[test]
    fn nothing_verifies_without_a_token() {
        let mut by_hand = Hmac::<Sha1>::new_from_slice(b"").unwrap();
        by_hand.update(URL.as_bytes());
        let signed = BASE64_STANDARD.encode(by_hand.finalize().into_bytes());
        assert_eq!(verify(&signed, URL, &[], &[token("")]), Err(Unsigned::Forged));
        assert_eq!(verify(&signed, URL, &[], &[]), Err(Unsigned::Forged));
    }
}
