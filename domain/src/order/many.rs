//! Orders by the chunk: read, and written with their events, notices and jobs, a statement for all of them.
//!
//! The rules are those of single changes: [`super::apply`] decides, [`super::record`] says what follows. Only the writing is set-based.

use std::collections::HashMap;

use serde_json::{Value, json};
use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use super::{OrderNumber, Priority, State, due::Schedule, store::Order};
use crate::{
    Fault, Language,
    alert::{self, AlertKind},
    clock::At,
    event::{Kind, Visibility},
    history::Actor,
    ids::{BulkId, OrderId, WorkflowId},
    notice,
    parcel::{self, TrackingStatus, roll_up},
    payment::{CapturePayment, PaymentStatus},
    place::Opening,
    queue,
    workflow::{Action, Definition},
};

/// Orders by id, each with whose hands it is in. What has gone meanwhile is left out. Lock the rows first to write them.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn load(conn: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<(Order, Option<Uuid>)>, Fault> {
    let rows = sqlx::query!(
        r#"select o.id, o.number, o.version, o.stage, o.payment, o.status, o.language, o.email, o.customer_name, o.placed_at,
                  o.delivered_at, o.workflow_id, o.assignee, o.priority as "priority: Priority", o.clock_from, o.clock_spent, o.held_at,
                  o.held_from as "held_from: Priority", o.stage_at, o.due_at, o.late_at, o.promised_at,
                  (select l.opening from place l where l.key = o.location) as "opening: Json<Opening>",
                  array(select b.tracking::text from outgoing_box b where b.order_id = o.id) as "tracking!"
           from orders o where o.id = any($1)"#,
        ids,
    )
    .fetch_all(&mut *conn)
    .await?;
    let workflows: Vec<Uuid> = rows
        .iter()
        .map(|row| row.workflow_id)
        .collect::<std::collections::HashSet<_>>()
        .into_iter()
        .collect();
    // A workflow is read once, not once per order.
    let workflows: HashMap<Uuid, Definition> = sqlx::query!(
        r#"select id, definition as "definition: Json<Definition>" from workflow where id = any($1)"#,
        &workflows
    )
    .fetch_all(conn)
    .await?
    .into_iter()
    .map(|row| (row.id, row.definition.0))
    .collect();
    rows.into_iter()
        .map(|row| {
            let number = OrderNumber::parse(&row.number)
                .ok_or_else(|| anyhow::anyhow!("orders.number of {} is no number", row.id))?;
            let tracking: Vec<_> =
                row.tracking.iter().filter_map(|word| TrackingStatus::parse(word)).collect();
            let workflow = workflows
                .get(&row.workflow_id)
                .cloned()
                .ok_or_else(|| anyhow::anyhow!("order {} has no workflow", row.id))?;
            let order = Order {
                id: OrderId(row.id),
                number,
                version: row.version,
                state: State {
                    stage: row.stage,
                    payment: row.payment,
                    roll: roll_up(&tracking),
                    status: row.status,
                    priority: row.priority,
                },
                workflow_id: WorkflowId(row.workflow_id),
                workflow,
                language: Language::from_tag(&row.language).unwrap_or_default(),
                email: row.email,
                customer_name: row.customer_name,
                placed_at: row.placed_at,
                delivered_at: row.delivered_at,
                schedule: Schedule {
                    clock_from: row.clock_from,
                    clock_spent: row.clock_spent,
                    held_at: row.held_at,
                    held_from: row.held_from,
                    stage_at: row.stage_at,
                    due_at: row.due_at,
                    late_at: row.late_at,
                    promised_at: row.promised_at,
                },
                opening: row.opening.map_or_else(Opening::always, |opening| opening.0),
            };
            Ok((order, row.assignee))
        })
        .collect()
}

/// One order's step, decided and not yet written.
#[derive(Debug, Clone)]
pub struct Planned {
    /// As it stands.
    pub order: Order,
    /// As it will.
    pub to: State,
    /// The event that records it.
    pub kind: Kind,
    /// What else the event keeps.
    pub payload: Value,
}

/// Writes the steps of locked orders with their events, notices and jobs. Notices wait until `held`.
///
/// # Errors
/// When one of the orders was not at the version it was planned from: nothing is to be kept then.
pub async fn write(
    conn: &mut PgConnection,
    planned: &[Planned],
    actor: &Actor,
    now: At,
    held: Option<(BulkId, At)>,
) -> Result<(), Fault> {
    if planned.is_empty() {
        return Ok(());
    }
    let written = compare_and_set(conn, planned, now).await?;
    if written != planned.len() {
        return Err(Fault::Bug(anyhow::anyhow!("{written} of {} locked orders were written", planned.len())));
    }
    events(conn, planned, actor, now).await?;
    let moved: Vec<Uuid> = planned.iter().map(|step| step.order.id.0).collect();
    parcel::judge_again(conn, &moved).await?;
    notice::plan_many(conn, planned, actor.source, now, held).await?;
    let captures: Vec<_> = planned
        .iter()
        .filter(|step| takes_money(step))
        .map(|step| CapturePayment { order: step.order.id })
        .collect();
    queue::enqueue_many(conn, &captures, std::time::Duration::ZERO).await?;
    for step in planned.iter().filter(|step| enters(step, Action::AskLabel)) {
        let cause = json!({ "version": step.order.version + 1 });
        alert::store::raise(conn, step.order.id, AlertKind::LabelWanted, cause, now).await?;
    }
    Ok(())
}

/// Whether entering the stage takes money that was only held.
pub fn takes_money(step: &Planned) -> bool {
    step.order.state.payment == PaymentStatus::Authorized && enters(step, Action::Capture)
}

/// Whether this step enters a stage that does so: what [`super::enter`] does for one order.
pub(crate) fn enters(step: &Planned, action: Action) -> bool {
    let stage = step.to.stage.as_deref().and_then(|key| step.order.workflow.stage(key));
    matches!(step.kind, Kind::StageEntered | Kind::Recalled) && stage.is_some_and(|stage| stage.does(action))
}

async fn events(conn: &mut PgConnection, planned: &[Planned], actor: &Actor, now: At) -> Result<(), Fault> {
    let ids: Vec<Uuid> = planned.iter().map(|step| step.order.id.0).collect();
    let versions: Vec<i64> = planned.iter().map(|step| step.order.version + 1).collect();
    let kinds: Vec<&str> = planned.iter().map(|step| step.kind.as_str()).collect();
    let from: Vec<&str> = planned.iter().map(|step| step.order.state.status.as_str()).collect();
    let to: Vec<&str> = planned.iter().map(|step| step.to.status.as_str()).collect();
    let stages: Vec<Option<&str>> = planned.iter().map(|step| step.to.stage.as_deref()).collect();
    let public: Vec<bool> = planned.iter().map(|step| step.kind.visibility() == Visibility::Public).collect();
    let payloads: Vec<Value> = planned.iter().map(|step| step.payload.clone()).collect();
    sqlx::query!(
        r#"insert into event
               (order_id, version, kind, from_status, to_status, stage, source, actor, visibility, payload, occurred_at, recorded_at)
           select x.id, x.version, x.kind, x.from_status::order_status, x.to_status::order_status, x.stage, $9, $10,
                  case when x.public then 'public'::visibility else 'internal' end, x.payload, $11, $11
           from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::jsonb[])
               as x (id, version, kind, from_status, to_status, stage, public, payload)"#,
        &ids,
        &versions,
        &kinds as _,
        &from as _,
        &to as _,
        &stages as _,
        &public,
        &payloads,
        actor.source as crate::event::Source,
        actor.name,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// [`super::store`]'s compare-and-set for many: how many were still at the version they were planned from. Those that stay where they are keep their dates;
/// what stands inside the shop again, because a move was taken back, was neither shipped nor delivered.
async fn compare_and_set(conn: &mut PgConnection, planned: &[Planned], now: At) -> Result<usize, Fault> {
    let ids: Vec<Uuid> = planned.iter().map(|step| step.order.id.0).collect();
    let versions: Vec<i64> = planned.iter().map(|step| step.order.version).collect();
    let stages: Vec<Option<&str>> = planned.iter().map(|step| step.to.stage.as_deref()).collect();
    let statuses: Vec<&str> = planned.iter().map(|step| step.to.status.as_str()).collect();
    let priorities: Vec<&str> = planned.iter().map(|step| step.to.priority.as_str()).collect();
    let stays: Vec<bool> = planned.iter().map(stays).collect();
    let schedules: Vec<Schedule> = planned.iter().map(|step| schedule(step, now)).collect();
    let at = |moment: fn(&Schedule) -> Option<At>| schedules.iter().map(moment).collect::<Vec<_>>();
    let spent: Vec<i64> = schedules.iter().map(|schedule| schedule.clock_spent).collect();
    let held_from: Vec<_> =
        schedules.iter().map(|schedule| schedule.held_from.map(Priority::as_str)).collect();
    let written = sqlx::query!(
        "update orders o set
             stage = x.stage, status = x.status::order_status, version = o.version + 1, updated_at = $15, priority = x.priority::priority,
             due_at = x.due_at, late_at = x.late_at, promised_at = x.promised_at, stage_at = x.stage_at, clock_from = x.clock_from,
             clock_spent = x.clock_spent, held_at = x.held_at, held_from = x.held_from::priority,
             confirmed_at = case when x.status = 'confirmed' then coalesce(o.confirmed_at, $15) else o.confirmed_at end,
             shipped_at = case when x.stays then o.shipped_at
                 when x.status in ('shipped', 'out_for_delivery', 'delayed', 'exception') then coalesce(o.shipped_at, $15)
                 when x.status in ('pending', 'confirmed', 'processing') then null else o.shipped_at end,
             delivered_at = case when x.stays then o.delivered_at
                 when x.status = 'delivered' then coalesce(o.delivered_at,
                     (select max(p.tracking_at) from parcel p where p.order_id = o.id and p.direction = 'outbound'
                          and p.voided_at is null and p.tracking = 'delivered'), $15)
                 else null end
         from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::timestamptz[], $8::timestamptz[],
                     $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::bigint[], $13::timestamptz[], $14::text[])
             as x (id, version, stage, status, priority, stays, due_at, late_at, promised_at, stage_at, clock_from, clock_spent, held_at, held_from)
         where o.id = x.id and o.version = x.version",
        &ids,
        &versions,
        &stages as _,
        &statuses as _,
        &priorities as _,
        &stays,
        &at(|schedule| schedule.due_at) as _,
        &at(|schedule| schedule.late_at) as _,
        &at(|schedule| schedule.promised_at) as _,
        &at(|schedule| schedule.stage_at) as _,
        &at(|schedule| schedule.clock_from) as _,
        &spent,
        &at(|schedule| schedule.held_at) as _,
        &held_from as _,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(usize::try_from(written.rows_affected()).unwrap_or(usize::MAX))
}

/// Puts orders into somebody's hands, or out of everybody's.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn assign(conn: &mut PgConnection, ids: &[Uuid], to: &[Option<Uuid>]) -> Result<(), Fault> {
    sqlx::query!(
        "update orders o set assignee = x.assignee from unnest($1::uuid[], $2::uuid[]) as x (id, assignee) where o.id = x.id",
        ids,
        to as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The order's clock after a step; what stays where it is keeps it.
fn schedule(step: &Planned, now: At) -> Schedule {
    let Planned { order, to, .. } = step;
    if stays(step) {
        return order.schedule.clone();
    }
    order.schedule.after((&order.state, to), &order.workflow, &order.opening, now)
}

/// Whether the order stands where it did: its event is a fact, not a move, and its dates stay.
fn stays(step: &Planned) -> bool {
    step.order.state == step.to
}
