//! The other leg: a bare axum handler that runs the order page's query and answers with its rows as JSON. No cookie, no page, no layer.

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    routing::get,
};
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

/// The query of `domain/src/order/track.rs`, each row as one JSON value.
const QUERY: &str = "select json_build_object('number', o.number, 'version', o.version, 'language', o.language, 'status', o.status,
       'payment', o.payment, 'stage', o.stage, 'placed_at', o.placed_at, 'shipped_at', o.shipped_at, 'delivered_at', o.delivered_at,
       'promised_at', o.promised_at, 'updated_at', o.updated_at, 'address', o.address, 'currency', o.currency, 'subtotal', o.subtotal,
       'shipping', o.shipping, 'total', o.total),
       w.definition,
       (select json_agg(json_build_object('name', i.name, 'quantity', i.quantity, 'unit_amount', i.unit_amount, 'options', i.options)
           order by i.position) from order_item i where i.order_id = o.id),
       (select json_agg(json_build_object('carrier', p.carrier, 'tracking_number', p.tracking_number, 'tracking_url', p.tracking_url)
           order by p.position) from parcel p where p.order_id = o.id),
       (select json_agg(json_build_object('kind', e.kind, 'stage', e.stage, 'at', e.occurred_at) order by e.version desc)
           from event e where e.order_id = o.id and e.visibility = 'public')
   from orders o join workflow w on w.id = o.workflow_id where o.id = $1";

type Row = (Value, Value, Option<Value>, Option<Value>, Option<Value>);

/// `GET /{id}`.
pub fn app(pool: PgPool) -> Router {
    Router::new().route("/{id}", get(answer)).with_state(pool)
}

async fn answer(State(pool): State<PgPool>, Path(id): Path<Uuid>) -> Result<Json<Row>, StatusCode> {
    let row: Option<Row> = sqlx::query_as(QUERY)
        .bind(id)
        .fetch_optional(&pool)
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    row.map(Json).ok_or(StatusCode::NOT_FOUND)
}
