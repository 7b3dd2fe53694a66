//! The wall of a kitchen: what is to be made at one location, the oldest first, and what was moved on last.

use std::collections::BTreeMap;

use sqlx::{PgConnection, types::Json};

use super::{
    Card, Heat, Kitchen, Ticket,
    read::{age, moves, written},
};
use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::OrderId,
    order::{Priority, due},
    workflow::Definition,
};

/// A wall has room for so many.
const TICKETS: i64 = 24;
const LAST: i64 = 5;
/// What a stage without a limit is measured against.
const USUAL_SECONDS: i64 = 3600;

#[derive(Debug, serde::Deserialize)]
struct Item {
    quantity: i32,
    name: String,
    options: BTreeMap<String, String>,
}

/// The wall of a location.
///
/// # Errors
/// When PostgreSQL is away. A location nobody works at has an empty wall.
pub async fn kitchen(shop: &Shop, location: &str, language: Language) -> Result<Kitchen, Fault> {
    let now = shop.clock.now();
    let mut conn = shop.pool.acquire().await?;
    let rows = sqlx::query!(
        r#"select o.id, o.number, o.customer_name, o.version, o.status, o.priority as "priority: Priority", o.stage as "stage!", o.stage_at,
                  o.placed_at, o.due_at, o.late_at, o.held_at, s.name as "assignee?", w.definition as "definition: Json<Definition>",
                  coalesce((select jsonb_agg(jsonb_build_object('quantity', i.quantity, 'name', i.name, 'options', i.options)
                                order by i.position) from order_item i where i.order_id = o.id), '[]') as "items!: Json<Vec<Item>>"
           from orders o join workflow w on w.id = o.workflow_id left join staff s on s.id = o.assignee
           where o.location = $1 and o.stage is not null and o.status in ('confirmed', 'processing') and o.held_at is null
           order by o.priority, coalesce(o.stage_at, o.placed_at), o.id limit $2"#,
        location,
        TICKETS,
    )
    .fetch_all(&mut *conn)
    .await?;
    let count = sqlx::query_scalar!(
        r#"select count(*) as "n!" from orders where location = $1 and status in ('confirmed', 'processing') and held_at is null"#,
        location
    )
    .fetch_one(&mut *conn)
    .await?;
    let tickets = rows.into_iter().map(|row| {
        let since = row.stage_at.unwrap_or(row.placed_at);
        let stage = row.definition.stage(&row.stage);
        let allowed = stage.and_then(|stage| stage.seconds_allowed()).unwrap_or(USUAL_SECONDS);
        let number = written(&row.number);
        let items = row.items.0.into_iter().map(|item| {
            let options: Vec<String> = item.options.into_values().collect();
            (item.quantity, item.name, options.join(", "))
        });
        Ticket {
            call: number.rsplit('-').next().unwrap_or_default().to_owned(),
            stage: stage.map_or(row.stage.clone(), |stage| stage.label.get(language).to_owned()),
            heat: heat(since, now, allowed),
            items: items.collect(),
            card: Card {
                id: OrderId(row.id),
                number,
                customer: row.customer_name,
                version: row.version,
                status: row.status,
                age: age(since, now, language),
                timing: due::timing(row.held_at, row.due_at, row.late_at, now),
                priority: row.priority,
                assignee: row.assignee,
                moves: moves(&row.definition, &row.stage, row.status, language),
            },
        }
    });
    let tickets = tickets.collect();
    Ok(Kitchen {
        location: location.to_owned(),
        tickets,
        count,
        last: last(&mut conn, location, now, language).await?,
    })
}

/// By half and by all of the time that the stage allows.
const fn heat_of(seconds: i64, allowed: i64) -> Heat {
    match seconds {
        seconds if seconds >= allowed => Heat::Hot,
        seconds if seconds * 2 >= allowed => Heat::Warm,
        _ => Heat::Fresh,
    }
}

fn heat(since: At, now: At, allowed: i64) -> Heat {
    heat_of(since.seconds_until(now), allowed)
}

/// What was moved on last and can be called back.
async fn last(
    conn: &mut PgConnection,
    location: &str,
    now: At,
    language: Language,
) -> Result<Vec<Card>, Fault> {
    let rows = sqlx::query!(
        r#"select o.id, o.number, o.customer_name, o.version, o.status, o.priority as "priority: Priority", o.stage as "stage!",
                  e.recorded_at, w.definition as "definition: Json<Definition>"
           from event e join orders o on o.id = e.order_id and o.version = e.version join workflow w on w.id = o.workflow_id
           where e.kind = 'stage_entered' and e.recorded_at > $3 and o.location = $1 and o.stage is not null
           order by e.recorded_at desc limit $2"#,
        location,
        LAST,
        now.plus(-4 * 3600) as At,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Card {
            id: OrderId(row.id),
            number: written(&row.number),
            customer: row.customer_name,
            version: row.version,
            status: row.status,
            age: age(row.recorded_at, now, language),
            timing: crate::order::Timing::OnTime,
            priority: row.priority,
            assignee: None,
            moves: moves(&row.definition, &row.stage, row.status, language)
                .into_iter()
                .filter(|step| step.back)
                .collect(),
        })
        .filter(|card| !card.moves.is_empty())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dish_gets_hot_as_its_time_passes() {
        for (seconds, heat) in
            [(0, Heat::Fresh), (299, Heat::Fresh), (300, Heat::Warm), (599, Heat::Warm), (600, Heat::Hot)]
        {
            assert_eq!(heat_of(seconds, 600), heat, "{seconds}");
        }
    }
}
