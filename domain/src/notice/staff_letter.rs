//! A mail to one member of staff about their own account: an invitation, a new password, a warning that it, or the second factor, was
//! changed.
//!
//! Nobody's rules or wishes are asked, and it waits for no morning: whoever it is for waits for it, or has to act. It goes to the address
//! of the account and nowhere else.

use serde_json::Value;
use sqlx::PgConnection;

use super::{Channel, NoticeKind, Occasion, schedule};
use crate::{Fault, Language, clock::At};

/// Seconds the link of an invitation works, as its mail says: three days.
pub const INVITATION_LASTS: i64 = 3 * 24 * 3600;
/// Seconds the link for a new password works, as its mail says: one hour.
pub const PASSWORD_LINK_LASTS: i64 = 3600;

/// One such mail.
#[derive(Debug, Clone)]
pub struct StaffLetter<'a> {
    /// What it is about: the same is told to one address once, such as `staff_link:` and the link's id.
    pub name: &'a str,
    /// As what: a kind that is about an account.
    pub kind: NoticeKind,
    /// The account's address.
    pub to: &'a str,
    /// In which language its reader reads.
    pub language: Language,
    /// `link`; of an invitation `by`, too, the name of whoever invited.
    pub payload: Value,
}

/// Plans it in the caller's transaction, to leave at once; ring the bell after the commit.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn staff_letter(conn: &mut PgConnection, letter: StaffLetter<'_>, now: At) -> Result<(), Fault> {
    let occasion = Occasion {
        name: letter.name,
        kind: letter.kind,
        channel: Channel::Email,
        // As every address in the log is written, so that it is found there.
        recipient: &letter.to.trim().to_lowercase(),
        language: letter.language,
        order: None,
        event: None,
        urgent: true,
        payload: letter.payload,
        at: None,
    };
    schedule(conn, &occasion, now).await?;
    Ok(())
}
