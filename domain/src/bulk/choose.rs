//! What can be done to a selection: the page between the list and the preview.

use super::{BulkChoice, Selection};
use crate::{
    Fault, Reason, Shop,
    dates::moment,
    ids::BulkId,
    moment::Moment,
    notice::by_hand::first_hour,
    staff::{self, Person, Role},
    workflow,
};

/// Beyond so many, nothing takes them.
const MOST: usize = 20_000;

/// How many orders are selected, and the choices.
///
/// # Errors
/// [`Reason::NothingSelected`], [`Reason::TooManyOrders`].
pub async fn choose(shop: &Shop, by: &Person, selection: &Selection) -> Result<BulkChoice, Fault> {
    by.must_be(Role::Operator)?;
    let mut conn = shop.pool.acquire().await?;
    let count = selection.ids(&mut conn, shop, MOST).await?.len();
    let staff = staff::everybody(&mut conn).await?;
    Ok(BulkChoice {
        count: i64::try_from(count).map_err(|_| Reason::TooManyOrders { most: MOST })?,
        stages: workflow::store::stages(&mut conn, by.language).await?,
        staff: staff.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        labels: by.role >= Role::Admin,
        first_hour: first_hour(&shop.about.zone, shop.clock.now()),
        zone: shop.about.zone.iana_name().unwrap_or_default().to_owned(),
    })
}

/// Bulk changes that were started lately: which, what, who, when.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn recent(shop: &Shop, by: &Person) -> Result<Vec<(BulkId, String, String, Moment)>, Fault> {
    by.must_be(Role::Operator)?;
    let rows = sqlx::query!(
        r#"select id, action as "action: sqlx::types::Json<super::Action>", actor, created_at from bulk
           where state <> 'preview' order by created_at desc limit 20"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let zone = &shop.about.zone;
    Ok(rows
        .into_iter()
        .map(|row| {
            let when = moment(row.created_at, by.language, zone);
            (BulkId(row.id), row.action.say(by.language), row.actor, when)
        })
        .collect())
}
