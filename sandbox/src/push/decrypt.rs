//! RFC 8291 and RFC 8188, read from the browser's side.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;

use super::Subscription;

/// The words in a body.
pub fn decrypt(browser: &Subscription, body: &[u8]) -> Result<String, &'static str> {
    let (head, rest) = body.split_at_checked(21).ok_or("shorter than its header")?;
    let (salt, head) = head.split_at(16);
    let size = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
    let (their_key, record) = rest.split_at_checked(usize::from(head[4])).ok_or("shorter than its key")?;
    if record.len() > size as usize {
        return Err("more than one record");
    }
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| "no base64url");
    let own = SecretKey::from_slice(&decode(&browser.private)?).map_err(|_| "no key")?;
    let theirs = PublicKey::from_sec1_bytes(their_key).map_err(|_| "the sender's key is no point")?;
    let shared = own.diffie_hellman(&theirs);
    let mut ikm = [0; 32];
    let info = [b"WebPush: info\0", decode(&browser.public)?.as_slice(), their_key].concat();
    let auth = decode(&browser.auth)?;
    derive(&auth, shared.raw_secret_bytes(), &info, &mut ikm)?;
    let (mut key, mut nonce) = ([0; 16], [0; 12]);
    derive(salt, &ikm, b"Content-Encoding: aes128gcm\0", &mut key)?;
    derive(salt, &ikm, b"Content-Encoding: nonce\0", &mut nonce)?;
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).map_err(|_| "no key")?);
    let mut record = record.to_vec();
    let plain = key
        .open_in_place(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record)
        .map_err(|_| "it does not open")?;
    let end = plain.iter().rposition(|byte| *byte != 0).ok_or("nothing but padding")?;
    if plain[end] != 2 {
        return Err("the last record does not end with 2");
    }
    String::from_utf8(plain[..end].to_vec()).map_err(|_| "no text")
}

fn derive(salt: &[u8], secret: &[u8], info: &[u8], into: &mut [u8]) -> Result<(), &'static str> {
    Hkdf::<Sha256>::new(Some(salt), secret).expand(info, into).map_err(|_| "no key can be derived")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8291 §5.
    #[test]
    fn the_published_message_can_be_read() {
        let browser = Subscription {
            id: "1".to_owned(),
            private: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94".to_owned(),
            public: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
                .to_owned(),
            auth: "BTBZMqHH6r4Tts7J_aSIgg".to_owned(),
            for_key: None,
            answers: None,
            received: Vec::new(),
        };
        let body = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        let mut body = URL_SAFE_NO_PAD.decode(body).unwrap();
        assert_eq!(decrypt(&browser, &body).as_deref(), Ok("When I grow up, I want to be a watermelon"));
        body[100] ^= 1;
        assert!(decrypt(&browser, &body).is_err());
    }
}
