//! What proves that a Track Alert is UPS': no signature, but the word that was agreed. Version 1 sends it as `credential`, version 2 as
//! `x-api-key` (the webhook credentials kept at <https://developer.ups.com/update-webhook>). The scheme has no time: who repeats a body
//! repeats what the inbox knows.

use secrecy::SecretString;

use crate::provider::signature::{Unsigned, word};

/// Whether the word of either version is one of the active secrets. An empty one opens nothing.
///
/// # Errors
/// [`Unsigned`], from which a caller learns nothing about the right word.
pub fn verify(credential: &str, api_key: &str, secrets: &[SecretString]) -> Result<(), Unsigned> {
    word::verify(if credential.trim().is_empty() { api_key } else { credential }, secrets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_version_s_header_opens_and_a_wrong_word_does_not() {
        let secrets = [SecretString::from("the one before"), SecretString::from("agreed with UPS")];
        assert_eq!(verify("agreed with UPS", "", &secrets), Ok(()));
        assert_eq!(verify("", "agreed with UPS", &secrets), Ok(()));
        assert_eq!(verify("the one before", "", &secrets), Ok(()));
        assert_eq!(verify("", "", &secrets), Err(Unsigned::Missing));
        assert_eq!(verify("agreed with up", "", &secrets), Err(Unsigned::Forged));
        assert_eq!(verify("forged", "agreed with UPS", &secrets), Err(Unsigned::Forged), "one word is said");
        assert_eq!(verify("agreed with UPS", "", &[SecretString::from("")]), Err(Unsigned::Forged));
    }
}
