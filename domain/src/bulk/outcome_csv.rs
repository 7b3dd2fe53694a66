//! What came of each order, as a file for a spreadsheet: failures first.

use sqlx::types::Json;

use super::{BulkOutcome, page::written};
use crate::{
    Fault, Reason, Shop,
    export::guard::guarded,
    ids::BulkId,
    language::say,
    staff::{Person, Role},
};

/// The file, in the reader's language: number, customer, outcome, why not, what undoing came to.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn outcome_csv(shop: &Shop, by: &Person, id: BulkId) -> Result<Vec<u8>, Fault> {
    by.must_be(Role::Operator)?;
    let language = by.language;
    let rows = sqlx::query!(
        r#"select o.number, o.customer_name, coalesce(b.outcome, b.predicted) as "outcome!: BulkOutcome",
                  coalesce(b.reason, b.predicted_reason) as "reason: Json<Reason>", b.undo as "undo: BulkOutcome",
                  b.undo_reason as "undo_reason: Json<Reason>"
           from bulk_order b join orders o on o.id = b.order_id where b.bulk_id = $1
           order by case coalesce(b.outcome, b.predicted) when 'refused' then 0 when 'changed' then 1 else 2 end, o.number"#,
        id.0
    )
    .fetch_all(&shop.pool)
    .await?;
    if rows.is_empty() {
        return Err(Fault::NotFound);
    }
    let mut file = csv::Writer::from_writer(Vec::new());
    let word = |outcome: BulkOutcome| say(language, &format!("bulk-outcome-{}", outcome.as_str()));
    let heads = ["number", "customer", "outcome", "reason", "undo"]
        .map(|head| say(language, &format!("bulk-csv-{head}")));
    file.write_record(heads).map_err(anyhow::Error::from)?;
    for row in rows {
        let undo = row.undo_reason.map(|reason| reason.say(language)).or_else(|| row.undo.map(word));
        let reason = row.reason.map(|reason| reason.say(language)).unwrap_or_default();
        let line =
            [written(&row.number), row.customer_name, word(row.outcome), reason, undo.unwrap_or_default()];
        file.write_record(line.map(|cell| guarded(&cell))).map_err(anyhow::Error::from)?;
    }
    file.into_inner().map_err(|error| anyhow::anyhow!("{error}").into())
}
