//! Every query on `product` and its ledger, and what an order's lines hold of it.

use std::collections::BTreeMap;

use sqlx::{PgConnection, types::Json};

use super::{Group, MovementKind, Product, ProductKind};
use crate::{Fault, clock::At, event::Source, history::Actor, ids::OrderId, notice};

struct Row {
    sku: String,
    name: String,
    on_hand: i32,
    weight_grams: Option<i32>,
    length_mm: Option<i32>,
    width_mm: Option<i32>,
    height_mm: Option<i32>,
    item_group: Option<String>,
    group_name: Option<String>,
    kind: ProductKind,
    options: Json<BTreeMap<String, String>>,
    price: Option<i64>,
    currency: Option<String>,
    reorder_point: Option<i32>,
    offered: bool,
    locations: Vec<String>,
}

impl From<Row> for Product {
    fn from(row: Row) -> Self {
        let group = row.item_group.zip(row.group_name).map(|(key, name)| Group { key, name });
        Self {
            sku: row.sku,
            name: row.name,
            on_hand: row.on_hand,
            weight_grams: row.weight_grams,
            length_mm: row.length_mm,
            width_mm: row.width_mm,
            height_mm: row.height_mm,
            group,
            kind: row.kind,
            options: row.options.0,
            price: row.price,
            currency: row.currency,
            reorder_point: row.reorder_point,
            offered: row.offered,
            locations: row.locations,
        }
    }
}

/// Which products to read; everything that is `None` does not matter.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// These keys.
    pub skus: Option<&'a [String]>,
    /// The variants of this group, or the one product of this key.
    pub group: Option<&'a str>,
    /// Offered at this location.
    pub offered_at: Option<&'a str>,
    /// Part of a key or a name.
    pub search: Option<&'a str>,
    /// Only those that are low.
    pub low: bool,
    /// After this key.
    pub after: Option<&'a str>,
}

/// The wanted products by key, so many at most.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn read(conn: &mut PgConnection, wanted: Wanted<'_>, most: i64) -> Result<Vec<Product>, Fault> {
    let rows = sqlx::query_as!(
        Row,
        r#"select p.sku, p.name, p.on_hand, p.weight_grams, p.length_mm, p.width_mm, p.height_mm, p.item_group,
                  g.name as "group_name?", p.kind as "kind: ProductKind", p.options as "options: Json<BTreeMap<String, String>>",
                  p.price, p.currency, p.reorder_point, p.offered, p.locations
           from product p left join item_group g on g.key = p.item_group
           where ($1::text[] is null or p.sku = any($1))
               and ($2::text is null or p.item_group = $2 or p.sku = $2)
               and ($3::text is null or (p.offered and (p.locations = '{}' or $3 = any(p.locations))))
               and ($4::text is null or position(lower($4) in lower(p.sku || ' ' || p.name || ' ' || coalesce(g.name, ''))) > 0)
               and (not $5 or p.on_hand <= p.reorder_point)
               and ($6::text is null or p.sku > $6)
           order by p.sku limit $7"#,
        wanted.skus as _,
        wanted.group,
        wanted.offered_at,
        wanted.search,
        wanted.low,
        wanted.after,
        most,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Product::from).collect())
}

/// One product, as it is now.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn one(conn: &mut PgConnection, sku: &str) -> Result<Product, Fault> {
    let wanted = Wanted { skus: Some(&[sku.to_owned()]), ..Wanted::default() };
    read(conn, wanted, 1).await?.pop().ok_or(Fault::NotFound)
}

/// One product, its stock locked against other movements until the transaction ends.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn lock(conn: &mut PgConnection, sku: &str) -> Result<Product, Fault> {
    sqlx::query_scalar!("select sku from product where sku = $1 for no key update", sku)
        .fetch_optional(&mut *conn)
        .await?
        .ok_or(Fault::NotFound)?;
    one(conn, sku).await
}

/// Makes room for a product that may be new: whoever comes second waits for the first. True when it is.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn begin(conn: &mut PgConnection, sku: &str, name: &str, now: At) -> Result<bool, Fault> {
    let begun = sqlx::query!(
        "insert into product (sku, name, on_hand, updated_at) values ($1, $2, 0, $3) on conflict do nothing",
        sku,
        name,
        now as At
    )
    .execute(conn)
    .await?;
    Ok(begun.rows_affected() == 1)
}

/// Writes everything about a product that exists except how many there are.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn describe(conn: &mut PgConnection, product: &Product, now: At) -> Result<(), Fault> {
    if let Some(group) = &product.group {
        sqlx::query!(
            "insert into item_group (key, name, updated_at) values ($1, $2, $3)
             on conflict (key) do update set name = excluded.name, updated_at = excluded.updated_at",
            group.key,
            group.name,
            now as At
        )
        .execute(&mut *conn)
        .await?;
    }
    sqlx::query!(
        "update product set name = $2, weight_grams = $3, length_mm = $4, width_mm = $5, height_mm = $6, item_group = $7, kind = $8,
             options = $9, price = $10, currency = $11, reorder_point = $12, offered = $13, locations = $14, updated_at = $15
         where sku = $1",
        product.sku,
        product.name,
        product.weight_grams,
        product.length_mm,
        product.width_mm,
        product.height_mm,
        product.group.as_ref().map(|group| group.key.as_str()),
        product.kind as ProductKind,
        Json(&product.options) as _,
        product.price,
        product.currency,
        product.reorder_point,
        product.offered,
        &product.locations,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes a product, new or known, with as many pieces as it says: the difference is a count in the ledger. A program's request has its line in any
/// case, by which [`is_booked`] knows it again.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn keep(conn: &mut PgConnection, product: &Product, actor: &Actor, now: At) -> Result<(), Fault> {
    begin(conn, &product.sku, &product.name, now).await?;
    let was = lock(conn, &product.sku).await?;
    describe(conn, product, now).await?;
    let key = actor.request.map(|request| request.to_string());
    if product.on_hand != was.on_hand || key.is_some() {
        let count = Line::of(MovementKind::Count, product.on_hand - was.on_hand, actor);
        book(conn, &product.sku, &Line { request_key: key.as_deref(), ..count }, now).await?;
    }
    Ok(())
}

/// A line of the ledger about to be written.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Why.
    pub kind: MovementKind,
    /// What comes (above zero) or goes.
    pub quantity: i32,
    /// Whose order moves it.
    pub order: Option<OrderId>,
    /// Who.
    pub actor: &'a Actor,
    /// In their words.
    pub note: Option<&'a str>,
    /// The key of the form, or the id of the request, that was sent.
    pub request_key: Option<&'a str>,
}

impl<'a> Line<'a> {
    /// A line without more to say.
    pub const fn of(kind: MovementKind, quantity: i32, actor: &'a Actor) -> Self {
        Self { kind, quantity, order: None, actor, note: None, request_key: None }
    }
}

/// Writes a line; the ledger books it (`movement_books_itself`), and staff hear when it brings stock low. Answers how many pieces there are then.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn book(conn: &mut PgConnection, sku: &str, line: &Line<'_>, now: At) -> Result<i32, Fault> {
    let booked = sqlx::query!(
        "insert into stock_movement (sku, kind, quantity, order_id, source, actor, note, request_key, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         returning id, balance, (select p.reorder_point from product p where p.sku = stock_movement.sku) as reorder_point",
        sku,
        line.kind as MovementKind,
        line.quantity,
        line.order.map(|order| order.0),
        line.actor.source as Source,
        line.actor.name,
        line.note,
        line.request_key,
        now as At,
    )
    .fetch_one(&mut *conn)
    .await?;
    let fall = notice::Fall {
        sku,
        quantity: line.quantity,
        balance: booked.balance,
        reorder_point: booked.reorder_point,
        movement: booked.id,
    };
    notice::low_stock(conn, fall, now).await?;
    Ok(booked.balance)
}

/// Whether a form or a request of this key was booked already. The product is locked, so that the answer holds.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn is_booked(conn: &mut PgConnection, sku: &str, request_key: &str) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from stock_movement where sku = $1 and request_key = $2) as "booked!""#,
        sku,
        request_key
    )
    .fetch_one(conn)
    .await?)
}

/// Takes what an order's lines need and do not hold yet. Answers the first product of which there are now fewer than none: who
/// sells only what there is then rolls back; what has been paid for is taken all the same.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn take(conn: &mut PgConnection, order: OrderId, now: At) -> Result<Option<String>, Fault> {
    // In one order of keys, so that two orders cannot wait for each other in a circle.
    let lines = sqlx::query!(
        r#"with line as (
               update order_item i set held = i.quantity from order_item was
               where i.order_id = $1 and i.held < i.quantity and exists (select 1 from product p where p.sku = i.sku)
                   and was.order_id = i.order_id and was.position = i.position
               returning i.sku, i.quantity - was.held as wanted)
           select sku as "sku!", sum(wanted)::integer as "wanted!" from line group by sku order by sku"#,
        order.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut missing = None;
    for line in lines {
        let actor = Actor::of(Source::System);
        let movement = Line { order: Some(order), ..Line::of(MovementKind::Order, -line.wanted, &actor) };
        let left = book(conn, &line.sku, &movement, now).await?;
        if left < 0 && missing.is_none() {
            missing = Some(line.sku);
        }
    }
    Ok(missing)
}

/// Gives back everything an order holds, once: what a line holds is set to nothing in the same statement.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn give_back(conn: &mut PgConnection, order: OrderId, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "with line as (
             update order_item i set held = 0 from order_item was
             where i.order_id = $1 and i.held > 0 and was.order_id = i.order_id and was.position = i.position
             returning i.sku, was.held as held),
         total as (select sku, sum(held)::integer as pieces from line group by sku order by sku)
         insert into stock_movement (sku, kind, quantity, order_id, source, at)
         select sku, 'release', pieces, $1, 'system', $2 from total",
        order.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives back some pieces of one line, as many as it still holds at most; answers how many that were.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn give_back_some(
    conn: &mut PgConnection,
    order: OrderId,
    position: i16,
    pieces: i32,
    now: At,
) -> Result<i32, Fault> {
    let given = sqlx::query_scalar!(
        r#"with line as (
               update order_item i set held = i.held - least(i.held, $3) from order_item was
               where i.order_id = $1 and i.position = $2 and was.order_id = i.order_id and was.position = i.position
                   and was.held > 0
               returning i.sku, least(was.held, $3) as pieces),
           given as (
               insert into stock_movement (sku, kind, quantity, order_id, source, at)
               select sku, 'release', pieces, $1, 'system', $4 from line
               returning quantity)
           select coalesce(sum(quantity), 0)::integer as "given!" from given"#,
        order.0,
        position,
        pieces,
        now as At,
    )
    .fetch_one(conn)
    .await?;
    Ok(given)
}
