//! Verbs: a kept list is renamed, shows something else, is copied, or goes.

use sqlx::types::Json;

use super::{ViewTab, read::find, save};
use crate::{Fault, Reason, Shop, clock::At, order::Filter, staff::Person};

/// Gives it another name. Its address stays.
///
/// # Errors
/// [`Reason::NotYourView`], [`Reason::ViewNameMissing`]; [`Fault::NotFound`].
pub async fn rename(shop: &Shop, by: &Person, slug: &str, name: &str) -> Result<(), Fault> {
    let name = save::checked(name)?;
    theirs(shop, by, slug).await?;
    let now = shop.clock.now();
    sqlx::query!("update list_view set name = $2, updated_at = $3 where slug = $1", slug, name, now as At)
        .execute(&shop.pool)
        .await?;
    Ok(())
}

/// Lets it show something else.
///
/// # Errors
/// [`Reason::NotYourView`]; [`Fault::NotFound`].
pub async fn update(shop: &Shop, by: &Person, slug: &str, filter: &Filter) -> Result<(), Fault> {
    theirs(shop, by, slug).await?;
    let filter = Filter { after: None, ..filter.clone() };
    sqlx::query!(
        "update list_view set filter = $2, updated_at = $3 where slug = $1",
        slug,
        Json(&filter) as _,
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}

/// Makes a copy of the person's own, and answers with its name in addresses. Everybody may copy what they see.
///
/// # Errors
/// [`Reason::TooManyViews`]; [`Fault::NotFound`].
pub async fn duplicate(shop: &Shop, by: &Person, slug: &str) -> Result<String, Fault> {
    let view = find(shop, by, slug).await?;
    let mut conn = shop.pool.acquire().await?;
    save::insert(&mut conn, by, &view.name, &view.filter, false, shop.clock.now()).await
}

/// Forgets it. Orders are untouched.
///
/// # Errors
/// [`Reason::NotYourView`]; [`Fault::NotFound`].
pub async fn delete(shop: &Shop, by: &Person, slug: &str) -> Result<(), Fault> {
    theirs(shop, by, slug).await?;
    sqlx::query!("delete from list_view where slug = $1", slug).execute(&shop.pool).await?;
    Ok(())
}

async fn theirs(shop: &Shop, by: &Person, slug: &str) -> Result<ViewTab, Fault> {
    let view = find(shop, by, slug).await?;
    if view.mine { Ok(view) } else { Err(Reason::NotYourView.into()) }
}
