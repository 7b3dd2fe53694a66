//! Every query on `label`.

use sqlx::PgConnection;

use super::{Direction, FileType, LabelStatus, Offer};
use crate::{
    Fault,
    clock::At,
    history::Actor,
    ids::{LabelId, OrderId},
    order::{ChosenRate, store::Order},
};

/// A label as verbs need it.
#[derive(Debug, Clone)]
pub struct Label {
    /// Ours: Shippo's metadata.
    pub id: LabelId,
    /// Whose.
    pub order: OrderId,
    /// Which way.
    pub direction: Direction,
    /// Which box, from 1.
    pub box_number: i16,
    /// Where it stands.
    pub status: LabelStatus,
    /// Shippo's shipment.
    pub shipment_id: String,
    /// Shippo's service.
    pub service_token: String,
    /// Shippo's carrier.
    pub carrier_token: String,
    /// For people.
    pub carrier: String,
    /// For people.
    pub service: String,
    /// Minor units expected.
    pub quoted: Option<i64>,
    /// Its currency.
    pub currency: Option<String>,
    /// What it is printed on.
    pub file_type: String,
    /// What was bought.
    pub rate_id: Option<String>,
    /// Shippo's purchase.
    pub transaction_id: Option<String>,
    /// Shippo's refund of it.
    pub void_id: Option<String>,
    /// When Shippo was asked.
    pub called_at: Option<At>,
    /// Since when it certainly was not there.
    pub missed_at: Option<At>,
    /// When anything last changed.
    pub updated_at: At,
}

struct Row {
    id: uuid::Uuid,
    order_id: uuid::Uuid,
    direction: Direction,
    r#box: i16,
    status: LabelStatus,
    shipment_id: String,
    service_token: String,
    carrier_token: String,
    carrier: String,
    service: String,
    quoted: Option<i64>,
    currency: Option<String>,
    file_type: String,
    rate_id: Option<String>,
    transaction_id: Option<String>,
    void_id: Option<String>,
    called_at: Option<At>,
    missed_at: Option<At>,
    updated_at: At,
}

impl From<Row> for Label {
    fn from(row: Row) -> Self {
        Self {
            id: LabelId(row.id),
            order: OrderId(row.order_id),
            direction: row.direction,
            box_number: row.r#box,
            status: row.status,
            shipment_id: row.shipment_id,
            service_token: row.service_token,
            carrier_token: row.carrier_token,
            carrier: row.carrier,
            service: row.service,
            quoted: row.quoted,
            currency: row.currency,
            file_type: row.file_type,
            rate_id: row.rate_id,
            transaction_id: row.transaction_id,
            void_id: row.void_id,
            called_at: row.called_at,
            missed_at: row.missed_at,
            updated_at: row.updated_at,
        }
    }
}

/// The label as it is now.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn load(conn: &mut PgConnection, id: LabelId) -> Result<Label, Fault> {
    let row = sqlx::query_as!(
        Row,
        "select id, order_id, direction, box, status, shipment_id, service_token, carrier_token, carrier, service, quoted, currency,
                file_type, rate_id, transaction_id, void_id, called_at, missed_at, updated_at from label where id = $1",
        id.0
    )
    .fetch_optional(conn)
    .await?;
    row.map(Label::from).ok_or(Fault::NotFound)
}

/// An order's labels, oldest first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn of_order(conn: &mut PgConnection, order: OrderId) -> Result<Vec<Label>, Fault> {
    let rows = sqlx::query_as!(
        Row,
        "select id, order_id, direction, box, status, shipment_id, service_token, carrier_token, carrier, service, quoted, currency,
                file_type, rate_id, transaction_id, void_id, called_at, missed_at, updated_at from label
         where order_id = $1 order by created_at, id",
        order.0
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Label::from).collect())
}

/// The label a purchase belongs to: by the purchase's id, else by our reference in it.
pub(super) async fn find(
    conn: &mut PgConnection,
    transaction: &str,
    ours: Option<LabelId>,
) -> Result<Option<LabelId>, Fault> {
    let id = sqlx::query_scalar!(
        "select id from label where transaction_id = $1 or id = $2 order by (transaction_id = $1) is true desc limit 1",
        transaction,
        ours.map(|id| id.0),
    )
    .fetch_optional(conn)
    .await?;
    Ok(id.map(LabelId))
}

/// A label to be bought.
pub(super) struct NewLabel<'a> {
    pub id: LabelId,
    pub order: OrderId,
    pub direction: Direction,
    pub box_number: i16,
    pub rate: &'a ChosenRate,
    pub offer: Option<&'a Offer>,
    pub file_type: FileType,
    pub actor: &'a Actor,
}

/// Writes the intent; false when the box has a label, or may have one. The index `label_live` decides, whoever asks at once.
pub(super) async fn intend(conn: &mut PgConnection, new: &NewLabel<'_>, now: At) -> Result<bool, Fault> {
    let offer = new.offer;
    let written = sqlx::query!(
        "insert into label (id, order_id, direction, box, shipment_id, service_token, carrier_token, carrier, service, quoted,
             currency, file_type, actor, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
         on conflict do nothing",
        new.id.0,
        new.order.0,
        new.direction as Direction,
        new.box_number,
        new.rate.shipment_id,
        new.rate.service_token,
        new.rate.carrier,
        offer.map_or(new.rate.carrier.as_str(), |offer| &offer.carrier_name),
        offer.map_or(new.rate.service_token.as_str(), |offer| &offer.service),
        offer.map(|offer| offer.amount),
        offer.map(|offer| offer.currency.as_str()),
        new.file_type.as_str(),
        new.actor.name,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// From here on nobody asks without looking first. False when somebody else got here first.
pub(super) async fn call(
    conn: &mut PgConnection,
    id: LabelId,
    rate: &str,
    offer: &Offer,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "update label set status = 'calling', rate_id = $2, quoted = $3, currency = $4, carrier = $5, service = $6, called_at = $7,
             updated_at = $7
         where id = $1 and status = 'intended'",
        id.0,
        rate,
        offer.amount,
        offer.currency,
        offer.carrier_name,
        offer.service,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Shippo certainly was not asked after all: only who did not ask may say so, and names the moment by which the call is his.
pub(super) async fn uncall(
    conn: &mut PgConnection,
    id: LabelId,
    called_at: At,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update label set status = 'intended', rate_id = null, called_at = null, updated_at = $3
         where id = $1 and status = 'calling' and called_at = $2 and transaction_id is null",
        id.0,
        called_at as At,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes where a label stands.
pub(super) async fn set_status(
    conn: &mut PgConnection,
    id: LabelId,
    status: LabelStatus,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update label set status = $2, updated_at = $3 where id = $1",
        id.0,
        status as LabelStatus,
        now as At
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes why it was not sold, or not taken back.
pub(super) async fn set_error(
    conn: &mut PgConnection,
    id: LabelId,
    code: &str,
    words: &str,
) -> Result<(), Fault> {
    sqlx::query!("update label set error_code = $2, error = $3 where id = $1", id.0, code, words)
        .execute(conn)
        .await?;
    Ok(())
}

/// Looked, and it certainly was not there: since when.
pub(super) async fn miss(conn: &mut PgConnection, id: LabelId, now: At) -> Result<At, Fault> {
    let since = sqlx::query_scalar!(
        r#"update label set missed_at = coalesce(missed_at, $2) where id = $1 returning missed_at as "missed_at!""#,
        id.0,
        now as At
    )
    .fetch_one(conn)
    .await?;
    Ok(since)
}

/// Keeps what a purchase says; nothing known is taken back by silence.
pub(super) async fn learn(
    conn: &mut PgConnection,
    id: LabelId,
    news: &super::LabelNews,
) -> Result<(), Fault> {
    sqlx::query!(
        "update label set transaction_id = coalesce(transaction_id, $2), tracking_number = coalesce($3, tracking_number),
             tracking_url = coalesce($4, tracking_url), label_url = coalesce($5, label_url), eta = coalesce($6, eta),
             void_id = coalesce($7, void_id)
         where id = $1",
        id.0,
        news.transaction,
        news.number,
        news.tracking_url,
        news.label_url,
        news.eta as _,
        news.void_id,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Giving it back begins anew.
pub(super) async fn forget_void(conn: &mut PgConnection, id: LabelId) -> Result<(), Fault> {
    sqlx::query!("update label set void_id = null, error_code = null, error = null where id = $1", id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// It was paid: the price is the rate's.
pub(super) async fn pay(
    conn: &mut PgConnection,
    id: LabelId,
    status: LabelStatus,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update label set status = $2, cost = quoted, bought_at = $3, updated_at = $3, error_code = null, error = null where id = $1",
        id.0,
        status as LabelStatus,
        now as At
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether another label has, or may have, this one's box.
pub(super) async fn has_rival(conn: &mut PgConnection, label: &Label) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from label where order_id = $1 and direction = $2 and box = $3 and id <> $4
               and status in ('intended', 'calling', 'bought', 'unknown')) as "rival!""#,
        label.order.0,
        label.direction as Direction,
        label.box_number,
        label.id.0,
    )
    .fetch_one(conn)
    .await?)
}

/// Whether this box has had a label before that is over now.
pub(super) async fn had_one(
    conn: &mut PgConnection,
    order: OrderId,
    direction: Direction,
    box_number: i16,
) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from label where order_id = $1 and direction = $2 and box = $3) as "had!""#,
        order.0,
        direction as Direction,
        box_number,
    )
    .fetch_one(conn)
    .await?)
}

/// Whether a label is still unknown, and whether one was refused whose box has none since.
pub(super) async fn open_questions(conn: &mut PgConnection, order: OrderId) -> Result<(bool, bool), Fault> {
    let row = sqlx::query!(
        r#"select coalesce(bool_or(l.status = 'unknown'), false) as "unknown!",
               coalesce(bool_or(l.status = 'refused' and l.error_code <> 'ORDER_CANCELLED' and not exists (
                   select 1 from label b where b.order_id = l.order_id and b.direction = l.direction and b.box = l.box
                       and b.status in ('bought', 'voiding', 'voided', 'void_refused'))), false) as "refused!"
           from label l where l.order_id = $1"#,
        order.0
    )
    .fetch_one(conn)
    .await?;
    Ok((row.unknown, row.refused))
}

/// The order was called off: what has not been asked for is not asked for any more, and what was bought and not used goes back.
/// One that is just being bought goes back when it turns out to have been.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn let_go(conn: &mut PgConnection, order: &mut Order, actor: &Actor, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update label set status = 'refused', error_code = 'ORDER_CANCELLED', updated_at = $2 where order_id = $1 and status = 'intended'",
        order.id.0,
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    for label in of_order(conn, order.id).await? {
        if label.status == LabelStatus::Bought && !super::store::has_moved(conn, label.id).await? {
            super::void_label::begin(conn, order, &label, actor, now).await?;
        }
    }
    Ok(())
}
