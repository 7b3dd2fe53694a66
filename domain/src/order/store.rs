//! Queries on `orders` and `order_item` that verbs share. Reading queries of one page stand beside that page.

use sqlx::{PgConnection, types::Json};

use super::{Address, NewOrder, OrderNumber, Priority, State, Status, due::Schedule};
use crate::{
    Fault, Language,
    clock::At,
    ids::{OrderId, WorkflowId},
    parcel::{TrackingStatus, roll_up},
    payment::PaymentStatus,
    place::Opening,
    product::Technique,
    workflow::Definition,
};

/// An order as verbs need it.
#[derive(Debug, Clone)]
pub struct Order {
    /// Internal id.
    pub id: OrderId,
    /// Public number.
    pub number: OrderNumber,
    /// For compare-and-set.
    pub version: i64,
    /// What [`super::apply`] looks at.
    pub state: State,
    /// The version of its workflow.
    pub workflow_id: WorkflowId,
    /// The graph it moves in.
    pub workflow: Definition,
    /// The customer's language.
    pub language: Language,
    /// Where messages go.
    pub email: String,
    /// Who bought it.
    pub customer_name: String,
    /// When it was placed.
    pub placed_at: At,
    /// When it arrived.
    pub delivered_at: Option<At>,
    /// Its clock, and when it has to be done.
    pub schedule: Schedule,
    /// When the place is open where it is made: its clock runs only then. Always, where no place is known by that name.
    pub opening: Opening,
}

struct OrderRow {
    id: uuid::Uuid,
    number: String,
    version: i64,
    stage: Option<String>,
    payment: PaymentStatus,
    status: Status,
    language: String,
    email: String,
    customer_name: String,
    placed_at: At,
    delivered_at: Option<At>,
    priority: Priority,
    clock_from: Option<At>,
    clock_spent: i64,
    held_at: Option<At>,
    held_from: Option<Priority>,
    stage_at: Option<At>,
    due_at: Option<At>,
    late_at: Option<At>,
    promised_at: Option<At>,
    workflow_id: uuid::Uuid,
    opening: Option<Json<Opening>>,
    definition: Json<Definition>,
    tracking: Vec<String>,
}

impl OrderRow {
    fn into_order(self) -> Result<Order, Fault> {
        let number = OrderNumber::parse(&self.number)
            .ok_or_else(|| anyhow::anyhow!("orders.number of {} is no number: {}", self.id, self.number))?;
        let tracking: Vec<_> = self.tracking.iter().filter_map(|word| TrackingStatus::parse(word)).collect();
        let roll = roll_up(&tracking);
        Ok(Order {
            id: OrderId(self.id),
            number,
            version: self.version,
            state: State {
                stage: self.stage,
                payment: self.payment,
                roll,
                status: self.status,
                priority: self.priority,
            },
            workflow_id: WorkflowId(self.workflow_id),
            workflow: self.definition.0,
            language: Language::from_tag(&self.language).unwrap_or_default(),
            email: self.email,
            customer_name: self.customer_name,
            placed_at: self.placed_at,
            delivered_at: self.delivered_at,
            opening: self.opening.map_or_else(Opening::always, |opening| opening.0),
            schedule: Schedule {
                clock_from: self.clock_from,
                clock_spent: self.clock_spent,
                held_at: self.held_at,
                held_from: self.held_from,
                stage_at: self.stage_at,
                due_at: self.due_at,
                late_at: self.late_at,
                promised_at: self.promised_at,
            },
        })
    }
}

/// The order, locked against other writers until the transaction ends.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn lock(conn: &mut PgConnection, id: OrderId) -> Result<Order, Fault> {
    // `for no key update` does not make inserts of child rows wait.
    sqlx::query_as!(
        OrderRow,
        r#"select o.id, o.number, o.version, o.stage, o.payment, o.status, o.language, o.email, o.customer_name, o.placed_at,
                  o.delivered_at, o.priority as "priority: Priority", o.clock_from, o.clock_spent, o.held_at,
                  o.held_from as "held_from: Priority", o.stage_at, o.due_at, o.late_at, o.promised_at,
                  o.workflow_id, l.opening as "opening?: Json<Opening>", w.definition as "definition: Json<Definition>",
                  array(select b.tracking::text from outgoing_box b where b.order_id = o.id) as "tracking!"
           from orders o join workflow w on w.id = o.workflow_id left join place l on l.key = o.location
           where o.id = $1
           for no key update of o"#,
        id.0,
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?
    .into_order()
}

/// The order as it is now.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn load(conn: &mut PgConnection, id: OrderId) -> Result<Order, Fault> {
    sqlx::query_as!(
        OrderRow,
        r#"select o.id, o.number, o.version, o.stage, o.payment, o.status, o.language, o.email, o.customer_name, o.placed_at,
                  o.delivered_at, o.priority as "priority: Priority", o.clock_from, o.clock_spent, o.held_at,
                  o.held_from as "held_from: Priority", o.stage_at, o.due_at, o.late_at, o.promised_at,
                  o.workflow_id, l.opening as "opening?: Json<Opening>", w.definition as "definition: Json<Definition>",
                  array(select b.tracking::text from outgoing_box b where b.order_id = o.id) as "tracking!"
           from orders o join workflow w on w.id = o.workflow_id left join place l on l.key = o.location
           where o.id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?
    .into_order()
}

/// The id behind a public number.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn id_of(conn: &mut PgConnection, number: &OrderNumber) -> Result<OrderId, Fault> {
    sqlx::query_scalar!("select id from orders where number = $1", number.as_str())
        .fetch_optional(conn)
        .await?
        .map(OrderId)
        .ok_or(Fault::NotFound)
}

/// The order's version now; `None` when there is no such order. One primary-key read: what live pages ask.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn version(pool: &sqlx::PgPool, id: OrderId) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar!("select version from orders where id = $1", id.0).fetch_optional(pool).await
}

/// What a new row is made of besides the storefront's words.
pub(super) struct Birth<'a> {
    pub id: OrderId,
    pub number: &'a OrderNumber,
    pub workflow: WorkflowId,
    pub language: Language,
    pub email_hash: &'a [u8],
    pub currency: &'a str,
    pub success_url: &'a str,
    pub cancel_url: &'a str,
    pub at: At,
}

pub(super) async fn insert(
    conn: &mut PgConnection,
    birth: &Birth<'_>,
    new: &NewOrder,
) -> Result<(), sqlx::Error> {
    let rate = new.shipping.as_ref().and_then(|shipping| shipping.rate.as_ref());
    let schedule = Schedule::at_birth(new.priority, birth.at);
    sqlx::query!(
        "insert into orders
             (id, number, reference, workflow_id, status, payment, version, language, currency, subtotal, shipping, total,
              customer_name, email, email_hash, phone, address, shipping_choice, location, success_url, cancel_url,
              placed_at, updated_at, shipment_id, service_token, carrier_token, priority, held_at, held_from, notes, gift)
         values ($1, $2, $3, $4, 'pending', 'unpaid', 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19,
                 $20, $21, $22, $23, $24, $25, $26, $27)",
        birth.id.0,
        birth.number.as_str(),
        new.reference,
        birth.workflow.0,
        birth.language.tag(),
        birth.currency,
        new.subtotal(),
        new.total() - new.subtotal(),
        new.total(),
        new.customer.name.trim(),
        new.customer.email.trim(),
        birth.email_hash,
        new.customer.phone,
        Json(&new.address) as Json<&Address>,
        new.shipping.as_ref().map(|shipping| shipping.name.as_str()),
        new.location,
        birth.success_url,
        birth.cancel_url,
        birth.at as At,
        rate.map(|rate| rate.shipment_id.as_str()),
        rate.map(|rate| rate.service_token.as_str()),
        rate.map(|rate| rate.carrier.as_str()),
        new.priority as Priority,
        schedule.held_at as Option<At>,
        schedule.held_from as Option<Priority>,
        new.notes.as_deref().map(str::trim).filter(|notes| !notes.is_empty()),
        new.gift,
    )
    .execute(&mut *conn)
    .await?;
    for (position, item) in (1_i16..).zip(&new.items) {
        sqlx::query!(
            "insert into order_item
                 (order_id, position, name, quantity, unit_amount, options, print_file_url, sku, weight_grams, length_mm, width_mm, height_mm,
                  size, technique, design_url)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
            birth.id.0,
            position,
            item.name,
            item.quantity,
            item.unit_amount,
            Json(&item.options) as _,
            item.print_file_url,
            item.sku,
            item.weight_grams,
            item.length_mm,
            item.width_mm,
            item.height_mm,
            item.size,
            item.technique as Option<Technique>,
            item.design_url,
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// Writes a step if nobody was faster: true when the row was still at `version`. Milestones carry the moment they happened.
pub(super) async fn compare_and_set(
    conn: &mut PgConnection,
    order: &Order,
    to: &State,
    (happened, now): (At, At),
    schedule: &Schedule,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update orders set
             stage = $3, payment = $4, status = $5, version = version + 1, updated_at = $6, due_at = $7, promised_at = $8,
             priority = $10, clock_from = $11, clock_spent = $12, held_at = $13, held_from = $14, stage_at = $15, late_at = $16,
             workflow_id = $17,
             confirmed_at = case when $5 = 'confirmed'::order_status then coalesce(confirmed_at, $6) else confirmed_at end,
             shipped_at = case when $5 in ('shipped'::order_status, 'out_for_delivery', 'delayed', 'exception')
                 then coalesce(shipped_at, $9) else shipped_at end,
             delivered_at = case when $5 = 'delivered'::order_status then coalesce(delivered_at,
                 (select max(p.tracking_at) from parcel p where p.order_id = orders.id and p.direction = 'outbound'
                      and p.voided_at is null and p.tracking = 'delivered'), $9)
                 when $5 in ('shipped'::order_status, 'out_for_delivery', 'delayed', 'exception') then null else delivered_at end,
             cancelled_at = case when $5 = 'cancelled'::order_status then coalesce(cancelled_at, $6) else cancelled_at end,
             returned_at = case when $5 = 'returned'::order_status then coalesce(returned_at, $6) else returned_at end
         where id = $1 and version = $2",
        order.id.0,
        order.version,
        to.stage,
        to.payment as PaymentStatus,
        to.status as Status,
        now as At,
        schedule.due_at as Option<At>,
        schedule.promised_at as Option<At>,
        happened as At,
        to.priority as Priority,
        schedule.clock_from as Option<At>,
        schedule.clock_spent,
        schedule.held_at as Option<At>,
        schedule.held_from as Option<Priority>,
        schedule.stage_at as Option<At>,
        schedule.late_at as Option<At>,
        order.workflow_id.0,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// When it left us is when a carrier had it first, and when it arrived is what is believed of its last box, whatever came to our ears
/// first: called after what a carrier said was written.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn follow_scans(conn: &mut PgConnection, id: OrderId) -> Result<(), Fault> {
    sqlx::query!(
        "update orders set shipped_at = least(shipped_at, first.at),
             delivered_at = case when status = 'delivered' and last.all_there then coalesce(last.at, delivered_at) else delivered_at end
         from (select min(p.first_scan_at) as at from parcel p
               where p.order_id = $1 and p.direction = 'outbound' and p.voided_at is null) as first,
              (select max(p.tracking_at) as at, bool_and(p.tracking = 'delivered') as all_there from parcel p
               where p.order_id = $1 and p.direction = 'outbound' and p.voided_at is null) as last
         where id = $1 and first.at is not null",
        id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// In whose hands an order is.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn assignee(conn: &mut PgConnection, id: OrderId) -> Result<Option<uuid::Uuid>, Fault> {
    Ok(sqlx::query_scalar!("select assignee from orders where id = $1", id.0).fetch_one(conn).await?)
}

/// Bumps the version for an event that moves nothing (a note, a box, an alarm); true when nobody was faster.
pub(super) async fn touch(conn: &mut PgConnection, order: &Order, at: At) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update orders set version = version + 1, updated_at = $3 where id = $1 and version = $2",
        order.id.0,
        order.version,
        at as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Writes what the buyer asks for over what was written before; true when it was something else.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn set_notes(conn: &mut PgConnection, id: OrderId, notes: Option<&str>) -> Result<bool, Fault> {
    let written =
        sqlx::query!("update orders set notes = $2 where id = $1 and notes is distinct from $2", id.0, notes)
            .execute(conn)
            .await?;
    Ok(written.rows_affected() == 1)
}

/// The number and version of an order; `None` when there is none.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn number_and_version(
    conn: &mut PgConnection,
    id: OrderId,
) -> Result<Option<(String, i64)>, sqlx::Error> {
    let row =
        sqlx::query!("select number, version from orders where id = $1", id.0).fetch_optional(conn).await?;
    Ok(row.map(|row| (row.number, row.version)))
}
