//! RFC 8291: what only one browser can read. One record of `aes128gcm` (RFC 8188), under a key agreed between an ephemeral key of ours
//! and the browser's.

use hkdf::Hkdf;
use p256::{PublicKey, SecretKey, elliptic_curve::sec1::ToSec1Point};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;

/// The one record's size as we announce it; push services take no body over 4096 bytes.
const RECORD: u32 = 4096;
/// Header (16 + 4 + 1 + 65), the delimiter and GCM's tag come off it.
const LONGEST: usize = 4096 - 86 - 1 - 16;

/// The body of a request: `plain` for the browser whose public key (65 bytes) and secret (16) these are, under our ephemeral key and salt.
/// Both must be new for every message; they are arguments so that the published vector can be held to this code.
///
/// # Errors
/// A word for what is wrong with the keys or the length.
pub fn encrypt(
    plain: &[u8],
    their_key: &[u8],
    their_secret: &[u8],
    ours: &SecretKey,
    salt: [u8; 16],
) -> Result<Vec<u8>, &'static str> {
    if plain.len() > LONGEST {
        return Err("the message is longer than a push message may be");
    }
    let theirs = PublicKey::from_sec1_bytes(their_key).map_err(|_| "the browser's key is none")?;
    if their_key.len() != 65 || their_secret.len() != 16 {
        return Err("the browser's key or secret has another length");
    }
    let shared = ours.diffie_hellman(&theirs);
    let our_key = ours.public_key().to_sec1_point(false);
    let info = [b"WebPush: info\0".as_slice(), their_key, our_key.as_bytes()].concat();
    let mut ikm = [0; 32];
    derive(their_secret, shared.raw_secret_bytes(), &info, &mut ikm)?;
    let (mut key, mut nonce) = ([0; 16], [0; 12]);
    derive(&salt, &ikm, b"Content-Encoding: aes128gcm\0", &mut key)?;
    derive(&salt, &ikm, b"Content-Encoding: nonce\0", &mut nonce)?;

    // The last record ends with 2, then padding, of which there is none.
    let mut record = [plain, &[2]].concat();
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).map_err(|_| "no key")?);
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record)
        .map_err(|_| "not sealed")?;
    let our_key = our_key.as_bytes();
    let length = u8::try_from(our_key.len()).map_err(|_| "our key has another length")?;
    Ok([salt.as_slice(), &RECORD.to_be_bytes(), &[length], our_key, &record].concat())
}

fn derive(salt: &[u8], secret: &[u8], info: &[u8], into: &mut [u8]) -> Result<(), &'static str> {
    Hkdf::<Sha256>::new(Some(salt), secret).expand(info, into).map_err(|_| "no key can be derived")
}

#[cfg(test)]
mod tests {
    use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        BASE64_URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    /// RFC 8291 §5, octet for octet.
    #[test]
    fn the_published_vector_comes_out() {
        let ours = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let body = encrypt(
            b"When I grow up, I want to be a watermelon",
            &bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            &bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            &ours,
            bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap(),
        );
        let published = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(body.map(|body| BASE64_URL_SAFE_NO_PAD.encode(body)).as_deref(), Ok(published));
    }

    #[test]
    fn a_key_that_is_none_and_a_message_that_is_too_long_are_told() {
        let ours = SecretKey::from_slice(&[7; 32]).unwrap();
        let theirs = ours.public_key().to_sec1_point(false);
        let with = |plain: &[u8], key: &[u8], secret: &[u8]| encrypt(plain, key, secret, &ours, [0; 16]);
        let longest = with(&[0; LONGEST], theirs.as_bytes(), &[0; 16]);
        assert_eq!(longest.map(|body| body.len()), Ok(4096));
        assert!(with(&[0; LONGEST + 1], theirs.as_bytes(), &[0; 16]).is_err());
        assert!(with(b"x", &theirs.as_bytes()[..64], &[0; 16]).is_err());
        assert!(with(b"x", theirs.as_bytes(), &[0; 15]).is_err());
        let mut off_curve = theirs.as_bytes().to_vec();
        off_curve[40] ^= 1;
        assert!(with(b"x", &off_curve, &[0; 16]).is_err());
        let compressed = ours.public_key().to_sec1_point(true);
        assert!(with(b"x", compressed.as_bytes(), &[0; 16]).is_err());
    }
}
