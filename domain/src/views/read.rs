//! The lists a person has: their own and the team's.

use sqlx::types::Json;

use super::ViewTab;
use crate::{
    Fault, Shop,
    order::Filter,
    staff::{Person, Role},
};

/// All of them: the person's own first, then the team's, by name.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop, by: &Person) -> Result<Vec<ViewTab>, Fault> {
    let rows = sqlx::query!(
        r#"select slug, name, filter as "filter: Json<Filter>", owner, made_by from list_view
           where owner = $1 or owner is null order by owner nulls last, lower(name), id"#,
        by.id.0
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| ViewTab {
            slug: row.slug,
            name: row.name,
            filter: row.filter.0,
            shared: row.owner.is_none(),
            mine: row.owner.is_some() || row.made_by == by.id.0 || by.role >= Role::Admin,
        })
        .collect())
}

/// One of them.
///
/// # Errors
/// [`Fault::NotFound`], also for somebody else's own.
pub async fn find(shop: &Shop, by: &Person, slug: &str) -> Result<ViewTab, Fault> {
    list(shop, by).await?.into_iter().find(|view| view.slug == slug).ok_or(Fault::NotFound)
}
