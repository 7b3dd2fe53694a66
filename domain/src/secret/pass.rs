//! What somebody holds who gave the right password and still owes the code of their telephone: for a few minutes, and for the account as
//! it was then. Whatever it was bound to changes, it opens nothing any more, and nobody has to remember it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use super::{Purpose, Secret, same};
use crate::{clock::At, ids::StaffId};

/// What a pass claims. [`Secret::proves`] says whether that is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// Whose password it was.
    pub staff: StaffId,
    expires: [u8; 8],
    mark: [u8; 16],
}

impl Pass {
    /// Reads one; `None` for what cannot be one. Nothing is proven yet.
    pub fn read(token: &str) -> Option<Self> {
        let token: [u8; 40] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let (staff, rest) = token.split_at(16);
        let (expires, mark) = rest.split_at(8);
        Some(Self {
            staff: StaffId(Uuid::from_slice(staff).ok()?),
            expires: expires.try_into().ok()?,
            mark: mark.try_into().ok()?,
        })
    }
}

impl Secret {
    /// A pass of an account until `expires`, while `bound` is the same.
    pub fn sign_pass(&self, staff: StaffId, expires: At, bound: &[u8]) -> String {
        let expires = expires.0.as_second().to_be_bytes();
        let mark = self.pass_mark(staff, expires, bound);
        URL_SAFE_NO_PAD.encode([&staff.0.as_bytes()[..], &expires, &mark].concat())
    }

    /// Whether it was made by [`Self::sign_pass`] for the same account and `bound`, and is not too old.
    pub fn proves(&self, pass: &Pass, bound: &[u8], now: At) -> bool {
        let ours = same(&self.pass_mark(pass.staff, pass.expires, bound), &pass.mark);
        ours && now.0.as_second() <= i64::from_be_bytes(pass.expires)
    }

    /// A blind hash of a code on paper, of one account: useless without the key.
    pub fn recovery_hash(&self, staff: StaffId, code: &str) -> Vec<u8> {
        self.mark("recovery-code", &[staff.0.as_bytes(), code.as_bytes()]).to_vec()
    }

    fn pass_mark(&self, staff: StaffId, expires: [u8; 8], bound: &[u8]) -> [u8; 16] {
        let whole = self.mark(Purpose::SecondFactor.as_str(), &[staff.0.as_bytes(), &expires, bound]);
        let mut mark = [0; 16];
        mark.copy_from_slice(&whole[..16]);
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn a_pass_is_good_for_its_account_as_it_was_and_for_a_while() {
        let secret = Secret::new(vec![7; 32]).unwrap();
        let (now, ana) = (Clock::System.now(), StaffId::new());
        let token = secret.sign_pass(ana, now.plus(300), b"hash");
        let pass = Pass::read(&token).unwrap();
        assert_eq!(pass.staff, ana);
        assert!(secret.proves(&pass, b"hash", now) && secret.proves(&pass, b"hash", now.plus(300)));
        assert!(!secret.proves(&pass, b"hash", now.plus(301)));
        assert!(!secret.proves(&pass, b"another", now));
        assert!(!Secret::new(vec![8; 32]).unwrap().proves(&pass, b"hash", now));
        let raw = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for i in 0..raw.len() {
            let mut altered = raw.clone();
            altered[i] ^= 1;
            let altered = Pass::read(&URL_SAFE_NO_PAD.encode(altered)).unwrap();
            assert!(!secret.proves(&altered, b"hash", now), "byte {i}");
        }
        assert_eq!(Pass::read(&token[1..]), None);
    }
}
