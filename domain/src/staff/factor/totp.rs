//! Codes of an authenticator app: RFC 6238 as all of them have it, SHA-1, six digits, thirty seconds, one step early or late.

use totp_rs::{Builder, Secret, Totp};

use crate::clock::At;

/// A fresh secret of 160 bits, in base32 as people type it.
pub(super) fn fresh() -> String {
    Secret::new_stack(rand::random()).to_base32()
}

/// What a telephone's camera reads: the secret, and under which name the app keeps it. `None` for what is no secret.
pub(super) fn address(secret: &str, shop: &str, email: &str) -> Option<String> {
    // A colon parts the two in the app.
    let plain = |text: &str| text.replace(':', " ");
    let named = Builder::new()
        .with_secret(Secret::try_from_base32(secret).ok()?)
        .with_issuer(Some(plain(shop)))
        .with_account_name(plain(email));
    named.build().ok()?.to_url().ok()
}

/// The step whose code this is; `None` for a wrong one. It is the caller's to take each step once.
pub(super) fn step(secret: &str, typed: &str, now: At) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let step = app(secret)?.check(&typed, u64::try_from(now.0.as_second()).ok()?)?;
    i64::try_from(step).ok()
}

fn app(secret: &str) -> Option<Totp> {
    Builder::new().with_secret(Secret::try_from_base32(secret).ok()?).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "12345678901234567890" in base32.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// RFC 6238, appendix B, of whose eight digits an app shows the last six.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (second, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            let at = At::from_second(second);
            assert_eq!(step(SECRET, code, at), Some(second / 30), "{second}");
            assert_eq!(step(SECRET, &format!(" {} {}", &code[..3], &code[3..]), at), Some(second / 30));
            assert_eq!(step(SECRET, code, at.plus(30)), Some(second / 30), "a step late");
            assert_eq!(step(SECRET, code, at.plus(-30)), Some(second / 30), "a step early");
            assert_eq!(step(SECRET, code, at.plus(60)), None);
            assert_eq!(step(SECRET, code, at.plus(-60)), None);
        }
        for wrong in ["", "28708", "2870820", "+28708", "٢٨٧٠٨٢", "287083"] {
            assert_eq!(step(SECRET, wrong, At::from_second(59)), None, "{wrong}");
        }
    }

    #[test]
    fn the_app_is_told_whose_secret_it_is() {
        let secret = fresh();
        assert_eq!((secret.len(), fresh() == secret), (32, false));
        let address = address(&secret, "Sol: Imprenta", "ana+1@shop.test").unwrap();
        let address = url::Url::parse(&address).unwrap();
        assert_eq!((address.scheme(), address.host_str()), ("otpauth", Some("totp")));
        let told: Vec<_> = address.query_pairs().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(told, [format!("secret={secret}"), "issuer=Sol  Imprenta".to_owned()]);
    }
}
