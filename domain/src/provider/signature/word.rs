//! The scheme without a signature: a secret word in a header, as UPS and DHL send it. It says who speaks, not that nothing was
//! altered on the way; that is TLS's work.

use secrecy::{ExposeSecret, SecretString};

use super::Unsigned;
use crate::secret::same;

/// Whether the word is one of the active secrets. Several are active while one is being replaced; an empty one opens nothing.
///
/// # Errors
/// [`Unsigned`], from which a caller learns nothing about the right word.
pub fn verify(said: &str, secrets: &[SecretString]) -> Result<(), Unsigned> {
    let said = said.trim();
    if said.is_empty() {
        return Err(Unsigned::Missing);
    }
    // All are compared, so that the time taken does not tell which of them was nearest.
    let known = secrets
        .iter()
        .map(|secret| secret.expose_secret().as_bytes())
        .filter(|secret| !secret.is_empty())
        .fold(false, |known, secret| same(said.as_bytes(), secret) | known);
    if known { Ok(()) } else { Err(Unsigned::Forged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_the_active_words_opens_and_nothing_near_it() {
        let secrets = [SecretString::from("the one before"), SecretString::from("the new one")];
        for right in ["the one before", "the new one", " the new one "] {
            assert_eq!(verify(right, &secrets), Ok(()), "{right}");
        }
        for wrong in ["the new on", "the new onee", "The new one", "the one beforethe new one"] {
            assert_eq!(verify(wrong, &secrets), Err(Unsigned::Forged), "{wrong}");
        }
        assert_eq!(verify("", &secrets), Err(Unsigned::Missing));
        assert_eq!(verify("the one before", &secrets[1..]), Err(Unsigned::Forged), "replaced");
    }

    #[test]
    fn an_empty_word_opens_nothing() {
        for secrets in [vec![], vec![SecretString::from("")]] {
            assert_eq!(verify("", &secrets), Err(Unsigned::Missing));
            assert_eq!(verify(" ", &secrets), Err(Unsigned::Missing));
            assert_eq!(verify("a", &secrets), Err(Unsigned::Forged));
        }
    }
}
