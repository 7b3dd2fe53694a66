//! A bulk change as staff see it: what is predicted, how far it is, what came of it.

use sqlx::{PgConnection, types::Json};

use super::{Action, BulkCounts, BulkLine, BulkOutcome, BulkPage, BulkReason, BulkState};
use crate::{
    Fault, Language, Reason, Shop,
    clock::At,
    dates::moment,
    ids::BulkId,
    order::OrderNumber,
    staff::{Person, Role},
};

/// The page.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn page(shop: &Shop, by: &Person, id: BulkId) -> Result<BulkPage, Fault> {
    by.must_be(Role::Operator)?;
    let mut conn = shop.pool.acquire().await?;
    let bulk = sqlx::query!(
        r#"select coalesce(staff_id, api_key_id) as "asker!", actor, action as "action: Json<Action>", state, total, created_at, held_until,
                  (select count(*) from notice n where n.bulk_id = b.id and n.state in ('pending', 'deferred')) as "held!"
           from bulk b where id = $1"#,
        id.0
    )
    .fetch_optional(&mut *conn)
    .await?
    .ok_or(Fault::NotFound)?;
    let [predicted, outcome, undone] = counts(&mut conn, id).await?;
    let (now, language, zone) = (shop.clock.now(), by.language, &shop.about.zone);
    let state: BulkState = bulk.state;
    let action = bulk.action.0;
    let open = matches!(state, BulkState::Running | BulkState::Done) && action.can_be_undone();
    let until = bulk.held_until.filter(|until| open && *until > now);
    let undo_until =
        until.map(|until: At| (moment(until, language, zone), (now.seconds_until(until) + 59) / 60));
    let hour = match &action {
        Action::Message { at, .. } => at.map(At::from_second),
        _ => None,
    };
    Ok(BulkPage {
        id,
        leaves: hour.map(|at| moment(at, language, zone)),
        action: action.say(language),
        may_start: bulk.asker == by.id.0 && by.role >= action.needs(),
        note: match action {
            Action::Note { text } => Some(text),
            Action::Message { subject, text, .. } if subject.is_empty() => Some(text),
            Action::Message { subject, text, .. } => Some(format!("{subject}\n\n{text}")),
            _ => None,
        },
        actor: bulk.actor,
        created: moment(bulk.created_at, language, zone),
        state,
        total: i64::from(bulk.total),
        predicted,
        outcome,
        undone,
        refusals: refusals(&mut conn, id, state == BulkState::Preview, language).await?,
        kept: kept(&mut conn, id, language).await?,
        lines: lines(&mut conn, id, language).await?,
        held: bulk.held,
        undo_until,
    })
}

async fn counts(conn: &mut PgConnection, id: BulkId) -> Result<[BulkCounts; 3], Fault> {
    let rows = sqlx::query!(
        r#"select predicted, outcome as "outcome: BulkOutcome", undo as "undo: BulkOutcome", count(*) as "n!"
           from bulk_order where bulk_id = $1 group by 1, 2, 3"#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let [mut predicted, mut outcome, mut undone] = [BulkCounts::default(); 3];
    for row in rows {
        predicted.add(row.predicted, row.n);
        if let Some(came) = row.outcome {
            outcome.add(came, row.n);
        }
        if let Some(came) = row.undo {
            undone.add(came, row.n);
        }
    }
    Ok([predicted, outcome, undone])
}

async fn refusals(
    conn: &mut PgConnection,
    id: BulkId,
    preview: bool,
    language: Language,
) -> Result<Vec<BulkReason>, Fault> {
    let rows = sqlx::query!(
        r#"select x.reason as "reason!: Json<Reason>", count(*) as "n!", (array_agg(o.number order by o.id))[1:5] as "numbers!"
           from (select order_id, case when $2 then predicted_reason else reason end as reason from bulk_order where bulk_id = $1) x
               join orders o on o.id = x.order_id
           where x.reason is not null group by x.reason order by 2 desc limit 50"#,
        id.0,
        preview,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| reason(&row.reason, row.n, &row.numbers, language)).collect())
}

async fn kept(conn: &mut PgConnection, id: BulkId, language: Language) -> Result<Vec<BulkReason>, Fault> {
    let rows = sqlx::query!(
        r#"select b.undo_reason as "reason!: Json<Reason>", count(*) as "n!", (array_agg(o.number order by o.id))[1:5] as "numbers!"
           from bulk_order b join orders o on o.id = b.order_id
           where b.bulk_id = $1 and b.undo_reason is not null group by b.undo_reason order by 2 desc limit 50"#,
        id.0,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| reason(&row.reason, row.n, &row.numbers, language)).collect())
}

fn reason(reason: &Reason, count: i64, numbers: &[String], language: Language) -> BulkReason {
    BulkReason {
        sentence: reason.say(language),
        count,
        examples: numbers.iter().map(|n| written(n)).collect(),
    }
}

/// Failures first, then what waits, then what changed, then what was so already.
async fn lines(conn: &mut PgConnection, id: BulkId, language: Language) -> Result<Vec<BulkLine>, Fault> {
    let rows = sqlx::query!(
        r#"select o.number, o.customer_name, b.outcome as "outcome: BulkOutcome", b.reason as "reason: Json<Reason>"
           from bulk_order b join orders o on o.id = b.order_id where b.bulk_id = $1
           order by case when coalesce(b.outcome, b.predicted) = 'refused' then 0 when b.outcome is null then 1
               when b.outcome = 'changed' then 2 else 3 end, b.order_id
           limit 100"#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| BulkLine {
            number: written(&row.number),
            customer: row.customer_name,
            outcome: row.outcome,
            reason: row.reason.map(|reason| reason.say(language)),
        })
        .collect())
}

/// As people read it.
pub(super) fn written(number: &str) -> String {
    OrderNumber::parse(number).map_or_else(|| number.to_owned(), |number| number.to_string())
}
