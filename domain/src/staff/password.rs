//! argon2id, off the async threads and never more than a few at a time: each hash takes 19 MB and a core.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use serde_json::json;
use sqlx::PgConnection;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::Colleague;
use crate::{
    Fault, Reason, Shop,
    notice::{NoticeKind, StaffLetter, staff_letter},
};

static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// What somebody without an account is compared with, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9i$ruIm6OdBxPmjmN1bEcBxoSLZjJ3ZvVVJO6QyHxbhW2A";

/// NIST SP 800-63B-4 §3.1.1.2 asks for 15 characters where a password stands alone; the sign-in limits let us ask for 12.
const SHORTEST: usize = 12;

/// Refuses what is easy to guess: too short, or made of few different characters.
pub(super) fn check(password: &str) -> Result<(), Reason> {
    let different = password.chars().collect::<std::collections::BTreeSet<_>>().len();
    let long = (SHORTEST..=200).contains(&password.chars().count());
    if long && different >= 5 { Ok(()) } else { Err(Reason::WeakPassword) }
}

pub(super) async fn hash(password: String) -> Result<String, Fault> {
    work(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|e| anyhow::anyhow!("{e}"))
    })
    .await?
    .map_err(Fault::Bug)
}

/// Whether the password belongs to the hash; without a hash, the same work and `false`.
pub(super) async fn verify(password: String, hash: Option<String>) -> Result<bool, Fault> {
    work(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let right = PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        right && known
    })
    .await
}

/// Tells an account's owner, by mail, that it has another password: who did not do it has to hear of it.
pub(super) async fn tell(conn: &mut PgConnection, shop: &Shop, owner: &Colleague) -> Result<(), Fault> {
    let letter = StaffLetter {
        name: &format!("staff_password_changed:{}", Uuid::now_v7()),
        kind: NoticeKind::StaffPasswordChanged,
        to: &owner.email,
        language: owner.language,
        payload: json!({ "link": shop.about.url("/admin/forgot") }),
    };
    staff_letter(conn, letter, shop.clock.now()).await
}

async fn work<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    let _turn = AT_ONCE.acquire().await.map_err(|error| Fault::Bug(error.into()))?;
    tokio::task::spawn_blocking(job).await.map_err(|error| Fault::Bug(error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_opens() {
        let kept = hash("correct horse battery".into()).await.unwrap();
        assert!(kept.starts_with("$argon2id$"));
        assert!(verify("correct horse battery".into(), Some(kept.clone())).await.unwrap());
        assert!(!verify("correct horse batterx".into(), Some(kept)).await.unwrap());
        assert!(!verify("anything".into(), None).await.unwrap());
    }

    #[test]
    fn nobody_s_hash_can_be_read_so_the_work_is_done() {
        assert!(PasswordHash::new(NOBODY).is_ok());
    }

    #[test]
    fn guessable_passwords_are_refused() {
        for weak in ["", "short", "aaaaaaaaaaaaaaaa", "ababababababab"] {
            assert_eq!(check(weak), Err(Reason::WeakPassword), "{weak}");
        }
        assert_eq!(check("a sensible sentence"), Ok(()));
    }
}
