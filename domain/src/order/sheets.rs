//! What the papers of many orders say: four statements, however many orders.

use std::collections::{BTreeMap, HashMap};

use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

use super::{Address, OrderNumber, Status};
use crate::{
    Fault, Language, Shop,
    clock::At,
    handover::DeliveryWish,
    ids::{LabelId, OrderId},
    money::Money,
    workflow::Definition,
};

/// Everything that is printed of one order.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// For the printed event.
    pub id: OrderId,
    /// As people read it.
    pub number: OrderNumber,
    /// The storefront's own name for it.
    pub reference: Option<String>,
    /// Headline.
    pub status: Status,
    /// Key of its stage.
    pub stage: Option<String>,
    /// The stages it goes through.
    pub workflow: Definition,
    /// Who bought it.
    pub customer: String,
    /// Where it goes, line by line.
    pub address: Vec<String>,
    /// What the customer asks of whoever brings it.
    pub wish: DeliveryWish,
    /// The customer's language.
    pub language: Language,
    /// What the customer chose at checkout.
    pub shipping_choice: Option<String>,
    /// Where it is made.
    pub location: Option<String>,
    /// When it was placed.
    pub placed: At,
    /// Until when it is to leave us.
    pub promised: Option<At>,
    /// The goods; `None` in a currency nobody knows.
    pub subtotal: Option<Money>,
    /// The way.
    pub shipping: Option<Money>,
    /// Both.
    pub total: Option<Money>,
    /// Whether its slip names no price.
    pub gift: bool,
    /// What was bought.
    pub lines: Vec<SheetLine>,
    /// What staff wrote, oldest first.
    pub notes: Vec<String>,
    /// Bought labels to the customer, by box.
    pub labels: Vec<LabelId>,
}

/// One thing that was bought.
#[derive(Debug, Clone)]
pub struct SheetLine {
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i32,
    /// Price of one.
    pub unit: Option<Money>,
    /// Price of all.
    pub sum: Option<Money>,
    /// Print specs and other choices.
    pub options: BTreeMap<String, String>,
    /// The product, when it is in stock.
    pub sku: Option<String>,
    /// Where its print file is.
    pub print_file: Option<String>,
}

impl SheetLine {
    /// Choices that must not be overlooked: allergens, in whatever of our languages the storefront names them.
    pub fn warnings(&self) -> impl Iterator<Item = &str> {
        const ROOTS: [&str; 4] = ["allerg", "alerg", "alérg", "аллерг"];
        let warns = |key: &str| ROOTS.iter().any(|root| key.to_lowercase().contains(root));
        self.options.iter().filter(move |(key, _)| warns(key)).map(|(_, value)| value.as_str())
    }
}

/// The sheets of these numbers, in the order they were asked for. Numbers nobody has are left out.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sheets(shop: &Shop, numbers: &[OrderNumber]) -> Result<Vec<Sheet>, Fault> {
    let asked: Vec<String> = numbers.iter().map(|number| number.as_str().to_owned()).collect();
    let mut conn = shop.pool.acquire().await?;
    let rows = sqlx::query!(
        r#"select o.id, o.number, o.reference, o.status, o.stage, o.customer_name, o.address as "address: Json<Address>", o.language,
               o.shipping_choice, o.location, o.placed_at, o.promised_at, o.subtotal, o.shipping, o.total, o.currency, o.gift,
               w.definition as "definition: Json<Definition>",
               (select to_jsonb(d) from delivery_wish d where d.order_id = o.id) as "wish: Json<DeliveryWish>"
           from orders o join workflow w on w.id = o.workflow_id where o.number = any($1)"#,
        &asked
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let currencies = rows.iter().map(|row| (row.id, row.currency.clone())).collect();
    let mut lines = lines(&mut conn, &ids, &currencies).await?;
    let mut notes = notes(&mut conn, &ids).await?;
    let mut labels = labels(&mut conn, &ids).await?;
    let mut found: HashMap<String, Sheet> = HashMap::new();
    for row in rows {
        let number = OrderNumber::parse(&row.number)
            .ok_or_else(|| anyhow::anyhow!("orders.number of {} is no number: {}", row.id, row.number))?;
        let money = |minor: i64| Money::parse(minor, &row.currency);
        let sheet = Sheet {
            id: OrderId(row.id),
            number,
            reference: row.reference,
            status: row.status,
            stage: row.stage,
            workflow: row.definition.0,
            customer: row.customer_name,
            address: row.address.0.lines(),
            wish: row.wish.map(|wish| wish.0).unwrap_or_default(),
            language: Language::from_tag(&row.language).unwrap_or_default(),
            shipping_choice: row.shipping_choice,
            location: row.location,
            placed: row.placed_at,
            promised: row.promised_at,
            subtotal: money(row.subtotal),
            shipping: money(row.shipping),
            total: money(row.total),
            gift: row.gift,
            lines: lines.remove(&row.id).unwrap_or_default(),
            notes: notes.remove(&row.id).unwrap_or_default(),
            labels: labels.remove(&row.id).unwrap_or_default(),
        };
        found.insert(row.number, sheet);
    }
    Ok(asked.iter().filter_map(|number| found.remove(number)).collect())
}

async fn lines(
    conn: &mut PgConnection,
    orders: &[Uuid],
    currencies: &HashMap<Uuid, String>,
) -> Result<HashMap<Uuid, Vec<SheetLine>>, Fault> {
    let rows = sqlx::query!(
        r#"select order_id, name, quantity, unit_amount, options as "options: Json<BTreeMap<String, String>>", sku, print_file_url
           from order_item where order_id = any($1) order by order_id, position"#,
        orders
    )
    .fetch_all(conn)
    .await?;
    let mut lines: HashMap<Uuid, Vec<SheetLine>> = HashMap::new();
    for row in rows {
        let money = |minor: i64| Money::parse(minor, currencies.get(&row.order_id)?);
        lines.entry(row.order_id).or_default().push(SheetLine {
            name: row.name,
            quantity: row.quantity,
            unit: money(row.unit_amount),
            sum: money(row.unit_amount.saturating_mul(row.quantity.into())),
            options: row.options.0,
            sku: row.sku,
            print_file: row.print_file_url,
        });
    }
    Ok(lines)
}

async fn notes(conn: &mut PgConnection, orders: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, Fault> {
    let rows = sqlx::query!(
        r#"select order_id, payload->>'text' as "text!" from event
           where order_id = any($1) and kind = 'note_added' and payload->>'text' is not null order by order_id, version"#,
        orders
    )
    .fetch_all(conn)
    .await?;
    let mut notes: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in rows {
        notes.entry(row.order_id).or_default().push(row.text);
    }
    Ok(notes)
}

async fn labels(conn: &mut PgConnection, orders: &[Uuid]) -> Result<HashMap<Uuid, Vec<LabelId>>, Fault> {
    let rows = sqlx::query!(
        "select order_id, id from label
         where order_id = any($1) and status = 'bought' and direction = 'outbound' and label_url is not null order by order_id, box",
        orders
    )
    .fetch_all(conn)
    .await?;
    let mut labels: HashMap<Uuid, Vec<LabelId>> = HashMap::new();
    for row in rows {
        labels.entry(row.order_id).or_default().push(LabelId(row.id));
    }
    Ok(labels)
}
