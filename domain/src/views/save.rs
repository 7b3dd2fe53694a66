//! Verb: keep a filter under a name.

use sqlx::{PgConnection, types::Json};

use crate::{
    Fault, Reason, Shop,
    clock::At,
    ids::ViewId,
    order::Filter,
    staff::{Person, Role},
};

/// More than anybody tells apart: for one person, and for the team.
const MOST: i64 = 50;
const LONGEST: usize = 80;

/// A list to be kept.
#[derive(Debug, Clone)]
pub struct NewView {
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub filter: Filter,
    /// Whether the whole team gets it.
    pub shared: bool,
}

/// Keeps it and answers with its name in addresses. Everybody keeps lists of their own; operators also make the team's.
///
/// # Errors
/// [`Reason::ViewNameMissing`], [`Reason::TooLong`], [`Reason::TooManyViews`], [`Reason::RoleTooLow`].
pub async fn save(shop: &Shop, by: &Person, new: NewView) -> Result<String, Fault> {
    if new.shared {
        by.must_be(Role::Operator)?;
    }
    let name = checked(&new.name)?;
    let mut tx = shop.pool.begin().await?;
    let slug = insert(&mut tx, by, &name, &new.filter, new.shared, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(slug)
}

/// A name people can read, on one line.
pub(super) fn checked(name: &str) -> Result<String, Reason> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.contains(char::is_control) {
        return Err(Reason::ViewNameMissing);
    }
    if name.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST });
    }
    Ok(name)
}

pub(super) async fn insert(
    conn: &mut PgConnection,
    by: &Person,
    name: &str,
    filter: &Filter,
    shared: bool,
    now: At,
) -> Result<String, Fault> {
    let owner = (!shared).then_some(by.id.0);
    let there = sqlx::query_scalar!(
        r#"select count(*) as "n!" from list_view where owner is not distinct from $1"#,
        owner
    )
    .fetch_one(&mut *conn)
    .await?;
    if there >= MOST {
        return Err(Reason::TooManyViews.into());
    }
    let id = ViewId::new();
    let slug = slug(name, id);
    // Where one is on the way through the pages is no part of a list.
    let filter = Filter { after: None, ..filter.clone() };
    sqlx::query!(
        "insert into list_view (id, slug, name, filter, owner, made_by, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)",
        id.0,
        slug,
        name,
        Json(&filter) as _,
        owner,
        by.id.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(slug)
}

/// Readable where the name is, and never another list's: the end of the id stands behind it.
fn slug(name: &str, id: ViewId) -> String {
    let plain: String =
        name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<_> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let mut slug: String = words.join("-").chars().take(40).collect();
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
    let id = id.0.simple().to_string();
    slug + &id[id.len() - 10..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_plain_and_one_of_a_kind() {
        let id = ViewId::new();
        for name in ["Late in Lavapiés!", "Срочные", "../../etc", "a\"><script>", "  x  "] {
            let slug = slug(name, id);
            assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{slug}");
            assert!(!slug.is_empty() && slug.len() <= 80);
        }
        assert_ne!(slug("Late", id), slug("Late", ViewId::new()));
    }
}
