//! What stands in the file: one row per order, under the glossary's names.
//!
//! Money is minor units, with the total once more as a decimal; moments are RFC 3339 in UTC. What our own code writes (numbers, words of a
//! fixed list, moments) stands as it is; what people wrote is guarded.

use sqlx::{Row as _, postgres::PgRow, types::Json};
use uuid::Uuid;

use super::guard::guarded;
use crate::{
    Fault, Language,
    clock::At,
    money::Money,
    order::{Address, OrderNumber, Priority, Status},
    payment::PaymentStatus,
};

/// The header, in the order of the cells.
pub const COLUMNS: [&str; 40] = [
    "number",
    "reference",
    "status",
    "stage",
    "workflow",
    "payment",
    "currency",
    "subtotal",
    "shipping",
    "total",
    "total_decimal",
    "refunded",
    "pieces",
    "items",
    "customer_name",
    "email",
    "phone",
    "line1",
    "line2",
    "city",
    "state",
    "postal_code",
    "country",
    "location",
    "shipping_choice",
    "tracking_numbers",
    "priority",
    "assignee",
    "language",
    "gift",
    "notes",
    "placed_at",
    "due_at",
    "confirmed_at",
    "shipped_at",
    "delivered_at",
    "cancelled_at",
    "returned_at",
    "updated_at",
    "version",
];

/// What is read for a row; the statement goes on with conditions on `o`.
pub(super) const SELECT: &str = "select o.id, o.number, o.reference, o.status, o.stage, w.key as workflow, o.payment, o.currency, o.subtotal, o.shipping,
        o.total, o.customer_name, o.email, o.phone, o.address, o.location, o.shipping_choice, o.priority, s.name as assignee, o.language, o.gift,
        o.notes, o.placed_at, o.due_at, o.confirmed_at, o.shipped_at, o.delivered_at, o.cancelled_at, o.returned_at, o.updated_at, o.version,
        i.pieces, i.items, p.numbers,
        (select coalesce(sum(r.amount), 0)::bigint from refund r where r.order_id = o.id and r.status = 'succeeded') as refunded
    from orders o join workflow w on w.id = o.workflow_id left join staff s on s.id = o.assignee
        left join lateral (select sum(quantity)::bigint as pieces, string_agg(quantity || ' × ' || name, '; ' order by position) as items
            from order_item where order_id = o.id) i on true
        left join lateral (select string_agg(tracking_number, ' ' order by position) as numbers
            from parcel where order_id = o.id and direction = 'outbound' and voided_at is null) p on true
    where true";

/// Where a row stands in the list.
pub(super) fn place(row: &PgRow) -> Result<(At, Uuid), sqlx::Error> {
    Ok((row.try_get("placed_at")?, row.try_get("id")?))
}

/// The cells of a row.
pub(super) fn cells(row: &PgRow) -> Result<[String; 40], Fault> {
    let own = |name: &str| row.try_get::<Option<String>, _>(name).map(Option::unwrap_or_default);
    let text = |name: &str| own(name).map(|text| guarded(&text));
    let count = |name: &str| row.try_get::<Option<i64>, _>(name).map(|n| n.unwrap_or_default().to_string());
    let at =
        |name: &str| row.try_get::<Option<At>, _>(name).map(|at| at.map(At::rfc3339).unwrap_or_default());
    let (number, currency) = (own("number")?, own("currency")?);
    let status: Status = row.try_get("status")?;
    let payment: PaymentStatus = row.try_get("payment")?;
    let priority: Priority = row.try_get("priority")?;
    let Json(address): Json<Address> = row.try_get("address")?;
    let gift: bool = row.try_get("gift")?;
    let total = Money::parse(row.try_get("total")?, &currency);
    Ok([
        OrderNumber::parse(&number).map_or(number, |number| number.to_string()),
        text("reference")?,
        status.as_str().to_owned(),
        text("stage")?,
        text("workflow")?,
        payment.as_str().to_owned(),
        currency,
        count("subtotal")?,
        count("shipping")?,
        count("total")?,
        total.map(|total| total.typed(Language::En)).unwrap_or_default(),
        count("refunded")?,
        count("pieces")?,
        text("items")?,
        text("customer_name")?,
        text("email")?,
        text("phone")?,
        guarded(&address.line1),
        guarded(address.line2.as_deref().unwrap_or_default()),
        guarded(&address.city),
        guarded(address.state.as_deref().unwrap_or_default()),
        guarded(&address.postal_code),
        guarded(&address.country),
        text("location")?,
        text("shipping_choice")?,
        text("numbers")?,
        priority.as_str().to_owned(),
        text("assignee")?,
        own("language")?,
        if gift { "yes" } else { "no" }.to_owned(),
        text("notes")?,
        at("placed_at")?,
        at("due_at")?,
        at("confirmed_at")?,
        at("shipped_at")?,
        at("delivered_at")?,
        at("cancelled_at")?,
        at("returned_at")?,
        at("updated_at")?,
        count("version")?,
    ])
}
