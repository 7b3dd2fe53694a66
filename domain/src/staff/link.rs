//! Links by which somebody chooses a password. What is mailed is a signature over a row's id, so that the row opens nothing; it works
//! once, and only for a person's click: mail scanners open links.

use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{
    AccountEventKind, Colleague, Role, colleague,
    factor::{SignedIn, enter},
    password, record,
    record::Entry,
    session,
};
use crate::{
    Fault, Language, Reason, Shop,
    clock::At,
    ids::{OrderId, StaffId},
    notice::{INVITATION_LASTS, NoticeKind, PASSWORD_LINK_LASTS, StaffLetter, staff_letter},
    secret::{MailedKey, Purpose},
};

/// Why there is a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFor {
    /// The account is new.
    Invitation,
    /// The password was forgotten.
    Password,
}

impl LinkFor {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Password => "password",
        }
    }

    /// Seconds it works, as its mail says.
    const fn lasts(self) -> i64 {
        match self {
            Self::Invitation => INVITATION_LASTS,
            Self::Password => PASSWORD_LINK_LASTS,
        }
    }

    const fn letter(self) -> NoticeKind {
        match self {
            Self::Invitation => NoticeKind::StaffInvited,
            Self::Password => NoticeKind::StaffPassword,
        }
    }
}

/// Whom a link is mailed to.
pub(super) struct Addressee<'a> {
    pub id: StaffId,
    pub email: &'a str,
    pub language: Language,
    /// Who invites them.
    pub by: Option<&'a str>,
}

/// A fresh link under this id, and the mail that brings it. Earlier ones of its kind open nothing any more.
pub(super) async fn mail(
    conn: &mut PgConnection,
    shop: &Shop,
    (link, to): (Uuid, &Addressee<'_>),
    why: LinkFor,
) -> Result<String, Fault> {
    let now = shop.clock.now();
    let expires = now.plus(why.lasts());
    // Of its own kind alone: whoever asks for a stranger's password must not take their invitation away.
    sqlx::query!("delete from staff_link where staff_id = $1 and kind = $2", to.id.0, why.as_str())
        .execute(&mut *conn)
        .await?;
    sqlx::query!(
        "insert into staff_link (id, staff_id, kind, created_at, expires_at) values ($1, $2, $3, $4, $5)",
        link,
        to.id.0,
        why.as_str(),
        now as At,
        expires as At,
    )
    .execute(&mut *conn)
    .await?;
    let letter = StaffLetter {
        name: &occasion(link),
        kind: why.letter(),
        to: to.email,
        language: to.language,
        payload: json!({ "key": MailedKey::new(link, expires), "by": to.by }),
    };
    staff_letter(conn, letter, now).await?;
    Ok(MailedKey::new(link, expires).password_link(shop))
}

/// By which the mail of a link is known.
pub(super) fn occasion(link: Uuid) -> String {
    format!("staff_link:{link}")
}

/// The address of an invitation that still opens an account, where one was made since.
pub(super) async fn invitation(
    conn: &mut PgConnection,
    shop: &Shop,
    (of, since): (StaffId, At),
) -> Result<Option<String>, Fault> {
    let link = sqlx::query!(
        r#"select id, expires_at as "expires_at: At" from staff_link
           where staff_id = $1 and kind = 'invitation' and created_at >= $3 and expires_at > $2 limit 1"#,
        of.0,
        shop.clock.now() as At,
        since as At,
    )
    .fetch_optional(conn)
    .await?;
    Ok(link.map(|link| MailedKey::new(link.id, link.expires_at).password_link(shop)))
}

/// All links of an account open nothing any more.
pub(super) async fn spend(conn: &mut PgConnection, of: StaffId) -> Result<(), Fault> {
    sqlx::query!("delete from staff_link where staff_id = $1", of.0).execute(conn).await?;
    Ok(())
}

/// What a link is for and whose account it opens; `None` for one that opens nothing. Looking spends nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn open_link(shop: &Shop, token: &str) -> Result<Option<(LinkFor, Colleague)>, Fault> {
    let now = shop.clock.now();
    let Ok(OrderId(link)) = shop.secret.open_order(Purpose::StaffLink, token, now) else { return Ok(None) };
    let good = sqlx::query!(
        "select l.kind, l.staff_id from staff_link l join staff p on p.id = l.staff_id
         where l.id = $1 and l.expires_at > $2 and p.disabled_at is null",
        link,
        now as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(good) = good else { return Ok(None) };
    let why = if good.kind == "invitation" { LinkFor::Invitation } else { LinkFor::Password };
    Ok(Some((why, colleague(shop, StaffId(good.staff_id)).await?)))
}

/// Verb: somebody chooses a password by their link. It is spent, whoever was signed in with the account is signed out, and they are
/// signed in, or asked for a code where the account has a second factor: who reads somebody's mail does not hold their telephone.
///
/// # Errors
/// [`Reason::WeakPassword`], and the link still works; [`Reason::LinkSpent`] for one that was used, is too old or was never ours.
pub async fn use_link(shop: &Shop, token: &str, password: String, browser: &str) -> Result<SignedIn, Fault> {
    let Some((_, owner)) = open_link(shop, token).await? else { return Err(Reason::LinkSpent.into()) };
    password::check(&password)?;
    let hash = password::hash(password).await?;
    let now = shop.clock.now();
    let Ok(OrderId(link)) = shop.secret.open_order(Purpose::StaffLink, token, now) else {
        return Err(Reason::LinkSpent.into());
    };
    let mut tx = shop.pool.begin().await?;
    // The account first, as everybody who changes it does, so that nobody waits for somebody who waits for them.
    let before = sqlx::query!(
        r#"select role as "role: Role", password_hash is null as "is_new!" from staff
           where id = $1 and disabled_at is null for no key update"#,
        owner.id.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    // Two at once wait for each other above; the second finds no link here.
    let spent = sqlx::query!("delete from staff_link where id = $1 and expires_at > $2", link, now as At)
        .execute(&mut *tx)
        .await?;
    let (Some(before), 1) = (before, spent.rows_affected()) else { return Err(Reason::LinkSpent.into()) };
    sqlx::query!(
        "update staff set password_hash = $2, version = version + $3::int where id = $1",
        owner.id.0,
        hash,
        i32::from(before.is_new),
    )
    .execute(&mut *tx)
    .await?;
    spend(&mut tx, owner.id).await?;
    session::end_all(&mut tx, owner.id, None, now).await?;
    // Whatever mail brought the link: who never had a password has joined, and nobody changed anything of theirs.
    let kind = if before.is_new { AccountEventKind::Joined } else { AccountEventKind::PasswordChanged };
    record(&mut tx, Entry { roles: (None, Some(before.role)), ..Entry::new(owner.id, None, kind) }, now)
        .await?;
    if !before.is_new {
        password::tell(&mut tx, shop, &owner).await?;
    }
    let entered = enter(&mut tx, shop, owner.id, browser, now).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(entered)
}
