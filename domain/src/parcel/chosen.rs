//! Whether a rate that a storefront names is one we offered, and can still be bought.

use sqlx::PgConnection;

use super::{quote::LIFE, quote_store};
use crate::{Fault, clock::At, order::ChosenRate};

/// What is wrong with a choice, as (field of [`ChosenRate`] in JSON, why); `None` for one of ours.
///
/// # Errors
/// When PostgreSQL is away.
pub(crate) async fn flaw(
    conn: &mut PgConnection,
    chosen: &ChosenRate,
    now: At,
) -> Result<Option<(&'static str, &'static str)>, Fault> {
    let quoted = quote_store::quoted_at(conn, &chosen.shipment_id).await?;
    if quoted.is_none_or(|at| at.seconds_until(now) > LIFE) {
        return Ok(Some(("shipmentId", "is no quote of the last seven days: ask for rates again")));
    }
    let offer = quote_store::find(conn, &chosen.shipment_id, &chosen.service_token, &chosen.carrier).await?;
    Ok(offer.is_none().then_some(("serviceToken", "is no service this carrier was quoted with")))
}
