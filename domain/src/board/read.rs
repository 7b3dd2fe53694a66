//! The board of a workflow: a column per stage, late orders first.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use super::{Board, Card, CardMove, Column};
use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::OrderId,
    language::say_with,
    order::{OrderNumber, Priority, Status, due},
    workflow::{self, Definition, Stage},
};

/// Cards a column shows at first, and more at each wish.
const STEP: i64 = 50;
/// Of what is over, the newest say enough.
const ENDED: i64 = 10;
const MOST: i64 = 500;
/// Beyond, nobody counts: the words say "more than".
const COUNTED: i64 = 1000;

/// The board of a workflow (the busiest one when none is named); `show` says how many cards a column shows
/// beyond the first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn board(
    shop: &Shop,
    key: &str,
    show: &HashMap<String, i64>,
    language: Language,
) -> Result<Board, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let workflows = workflow::store::definitions(&mut conn).await?;
    let key = match workflows.iter().find(|(other, _)| other == key) {
        Some((key, _)) => key.clone(),
        None => busiest(&mut conn).await?.or_else(|| Some(workflows.first()?.0.clone())).unwrap_or_default(),
    };
    let versions: Vec<(Uuid, Definition)> = sqlx::query!(
        r#"select id, definition as "definition: Json<Definition>" from workflow where key = $1 order by version desc"#,
        key
    )
    .fetch_all(&mut *conn)
    .await?
    .into_iter()
    .map(|row| (row.id, row.definition.0))
    .collect();
    // Orders keep the version they started with: stages that the newest no longer has are still columns while somebody stands there.
    let ids: Vec<Uuid> = versions.iter().map(|(id, _)| *id).collect();
    let mut columns = Vec::new();
    for (stage, newest) in stages(&versions) {
        let least = if stage.status.is_end() { ENDED } else { STEP };
        let shown = show.get(&stage.key).copied().unwrap_or(least).clamp(least, MOST);
        let column = column(&mut conn, shop, &ids, &stage, shown, &versions, language).await?;
        if newest || column.count > 0 {
            columns.push(column);
        }
    }
    let locations = sqlx::query_scalar!(
        r#"select distinct location as "location!" from orders
           where location is not null and status in ('confirmed', 'processing') order by 1 limit 50"#
    )
    .fetch_all(&mut *conn)
    .await?;
    let workflows =
        workflows.into_iter().map(|(key, flow)| (key, flow.name.get(language).to_owned())).collect();
    Ok(Board { workflows, workflow: key, columns, locations })
}

async fn busiest(conn: &mut PgConnection) -> Result<Option<String>, Fault> {
    let key = sqlx::query_scalar!(
        "select w.key from orders o join workflow w on w.id = o.workflow_id where o.status in ('confirmed', 'processing')
         group by w.key order by count(*) desc limit 1"
    )
    .fetch_optional(conn)
    .await?;
    Ok(key)
}

/// The stages of all versions, each once, the newest version's first in their order; and whether the newest has it.
fn stages(versions: &[(Uuid, Definition)]) -> Vec<(Stage, bool)> {
    let mut found: Vec<(Stage, bool)> = Vec::new();
    for (index, (_, definition)) in versions.iter().enumerate() {
        for stage in &definition.stages {
            if !found.iter().any(|(other, _)| other.key == stage.key) {
                found.push((stage.clone(), index == 0));
            }
        }
    }
    found.sort_by_key(|(stage, _)| stage.status);
    found
}

async fn column(
    conn: &mut PgConnection,
    shop: &Shop,
    workflows: &[Uuid],
    stage: &Stage,
    shown: i64,
    versions: &[(Uuid, Definition)],
    language: Language,
) -> Result<Column, Fault> {
    let now = shop.clock.now();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "n!" from (select 1 from orders where workflow_id = any($1) and stage = $2
               and status not in ('cancelled', 'returned') and held_at is null limit $3) x"#,
        workflows,
        stage.key,
        COUNTED + 1,
    )
    .fetch_one(&mut *conn)
    .await?;
    let rows = sqlx::query!(
        r#"select o.id, o.number, o.customer_name, o.version, o.status, o.priority as "priority: Priority", o.workflow_id, o.stage_at,
                  o.placed_at, o.due_at, o.late_at, o.held_at, s.name as "assignee?"
           from orders o left join staff s on s.id = o.assignee
           where o.workflow_id = any($1) and o.stage = $2 and o.status not in ('cancelled', 'returned') and o.held_at is null
           order by case when $4 then o.due_at end, case when $4 then o.placed_at end, o.placed_at desc, o.id limit $3"#,
        workflows,
        stage.key,
        shown,
        !stage.status.is_end(),
    )
    .fetch_all(conn)
    .await?;
    let cards = rows.into_iter().map(|row| {
        let definition =
            versions.iter().find(|(id, _)| *id == row.workflow_id).map(|(_, definition)| definition);
        Card {
            id: OrderId(row.id),
            number: written(&row.number),
            customer: row.customer_name,
            version: row.version,
            status: row.status,
            age: age(row.stage_at.unwrap_or(row.placed_at), now, language),
            timing: due::timing(row.held_at, row.due_at, row.late_at, now),
            priority: row.priority,
            assignee: row.assignee,
            moves: definition.map(|flow| moves(flow, &stage.key, row.status, language)).unwrap_or_default(),
        }
    });
    Ok(Column {
        stage: stage.key.clone(),
        label: stage.label.get(language).to_owned(),
        status: stage.status,
        count,
        cards: cards.collect(),
        more: (count > shown && shown < MOST).then(|| (shown + STEP).min(MOST)),
    })
}

/// Where a card can go from a stage; the server asks the rules again.
pub(super) fn moves(flow: &Definition, from: &str, status: Status, language: Language) -> Vec<CardMove> {
    if status.is_end() {
        return Vec::new();
    }
    let on = flow.next(from).map(|stage| CardMove {
        stage: stage.key.clone(),
        words: stage.verb.get(language).to_owned(),
        back: false,
    });
    let back = flow.before(from).map(|stage| CardMove {
        stage: stage.key.clone(),
        words: say_with(
            language,
            "admin-step-back-to",
            vec![("name", stage.label.get(language).to_owned().into())],
        ),
        back: true,
    });
    on.chain(back).collect()
}

/// "5 min", "3 h", "2 d": how long, as narrow as a card is.
pub(super) fn age(since: At, now: At, language: Language) -> String {
    let minutes = since.seconds_until(now).max(0) / 60;
    let (key, count) = match minutes {
        ..60 => ("board-age-minutes", minutes),
        60..2880 => ("board-age-hours", minutes / 60),
        _ => ("board-age-days", minutes / 1440),
    };
    say_with(language, key, vec![("count", count.into())])
}

pub(super) fn written(number: &str) -> String {
    OrderNumber::parse(number).map_or_else(|| number.to_owned(), |number| number.to_string())
}
