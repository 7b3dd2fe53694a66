//! Verbs: an administrator gives a colleague an account. Its owner chooses the password, so that nobody else ever knew it.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{
    AccountEventKind, Person, Role, create,
    link::{self, Addressee, LinkFor},
    record,
    record::Entry,
};
use crate::{Fault, Language, Reason, Shop, clock::At, db::broken_constraint, ids::StaffId};

/// A colleague to be.
#[derive(Debug, Clone)]
pub struct NewColleague {
    /// How histories name them.
    pub name: String,
    /// Where the invitation goes, and what they sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The language they read.
    pub language: Language,
}

impl NewColleague {
    /// What is wrong with it, by field.
    pub fn flaws(&self) -> Vec<(&'static str, Reason)> {
        let name = create::check_name(&self.name).err().map(|reason| ("name", reason));
        let email = create::check_email(&self.email).err().map(|reason| ("email", reason));
        name.into_iter().chain(email).collect()
    }
}

/// A button that was pressed twice sends one mail; who asks again after so many seconds means it.
const ONE_PRESS: i64 = 20;

/// Opens an account under this id and mails the link that lets its owner in; the answer is the link's address. Asked again under the
/// same id, because a button was pressed twice, it is the same account, link and mail.
///
/// # Errors
/// [`Reason::RoleTooLow`]; [`Reason::NameMissing`], [`Reason::BadEmail`], [`Reason::EmailTaken`]; [`Reason::NotInvited`] under the id of
/// an account that is in use or closed, or somebody else's.
pub async fn invite(shop: &Shop, by: &Person, id: StaffId, new: &NewColleague) -> Result<String, Fault> {
    by.must_be(Role::Admin)?;
    if let Some((_, reason)) = new.flaws().into_iter().next() {
        return Err(reason.into());
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let made = sqlx::query!(
        "insert into staff (id, email, name, role, language, created_at) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing",
        id.0,
        new.email.trim(),
        new.name.trim(),
        new.role as Role,
        new.language.tag(),
        now as At,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match broken_constraint(&error) {
        Some("staff_email") => Reason::EmailTaken.into(),
        _ => Fault::from(error),
    })?;
    if made.rows_affected() == 0 {
        let same = sqlx::query_scalar!(
            r#"select lower(email) = lower($2) and role = $3 as "same!" from staff where id = $1"#,
            id.0,
            new.email.trim(),
            new.role as Role,
        );
        if !same.fetch_one(&mut *tx).await? {
            return Err(Reason::NotInvited.into());
        }
    }
    let address = send(&mut tx, shop, by, id).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(address)
}

/// Mails a fresh link to somebody who has not come yet; the answer is its address. The one before opens nothing any more. Pressed twice, it
/// is one.
///
/// # Errors
/// [`Reason::RoleTooLow`], [`Reason::NotInvited`].
pub async fn invite_again(shop: &Shop, by: &Person, id: StaffId) -> Result<String, Fault> {
    by.must_be(Role::Admin)?;
    let mut tx = shop.pool.begin().await?;
    let address = send(&mut tx, shop, by, id).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(address)
}

async fn send(conn: &mut PgConnection, shop: &Shop, by: &Person, id: StaffId) -> Result<String, Fault> {
    let invited = sqlx::query!(
        r#"select email, language, role as "role: Role" from staff
           where id = $1 and disabled_at is null and password_hash is null for no key update"#,
        id.0,
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(invited) = invited else { return Err(Reason::NotInvited.into()) };
    if let Some(address) = link::invitation(conn, shop, (id, shop.clock.now().plus(-ONE_PRESS))).await? {
        return Ok(address);
    }
    let language = Language::from_tag(&invited.language).unwrap_or_default();
    let to = Addressee { id, email: &invited.email, language, by: Some(&by.name) };
    let address = link::mail(conn, shop, (Uuid::now_v7(), &to), LinkFor::Invitation).await?;
    let entry = Entry::new(id, Some(by.id), AccountEventKind::Invited);
    record(conn, Entry { roles: (None, Some(invited.role)), ..entry }, shop.clock.now()).await?;
    Ok(address)
}
