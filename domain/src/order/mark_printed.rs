//! Verb: staff print papers, which an order's history keeps.

use serde_json::json;
use uuid::Uuid;

use super::{OrderNumber, Paper, record, store};
use crate::{Fault, Shop, event::Kind, staff::Person};

/// Writes down that a print run was made, once per run and order: however often the button is pressed, a run is one event. Two sheets of
/// the same order from two runs are two. Numbers nobody has are passed over.
///
/// # Errors
/// When PostgreSQL is away; orders before that one are marked, and marking the run again marks the rest.
pub async fn mark_printed(
    shop: &Shop,
    by: &Person,
    run: Uuid,
    numbers: &[OrderNumber],
    papers: &[Paper],
) -> Result<(), Fault> {
    let payload = json!({ "run": run, "papers": papers });
    for number in numbers {
        let now = shop.clock.now();
        let mut tx = shop.pool.begin().await?;
        let id = match store::id_of(&mut tx, number).await {
            Ok(id) => id,
            Err(Fault::NotFound) => continue,
            Err(fault) => return Err(fault),
        };
        // Under the order's lock nobody else can be writing the same run.
        let mut order = store::lock(&mut tx, id).await?;
        let known = sqlx::query_scalar!(
            r#"select exists(select 1 from event where order_id = $1 and kind = 'printed' and payload->>'run' = $2) as "known!""#,
            id.0,
            run.to_string()
        )
        .fetch_one(&mut *tx)
        .await?;
        if !known {
            record::fact(&mut tx, &mut order, Kind::Printed, &by.actor(), payload.clone(), (now, now))
                .await?;
            tx.commit().await?;
            shop.bell.ring(id);
        }
    }
    Ok(())
}
