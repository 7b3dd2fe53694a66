//! `GET /api/places/{key}/slots`: the times an order can be for, and how many seats each has left.

use axum::{Json, extract::State};
use domain::{
    Fault, Shop,
    clock::At,
    place::{Seats, Slot, seats, store},
};
use serde::{Deserialize, Serialize};

use super::super::{
    paging::{Limit, Page},
    problem::Problem,
    read::{Path, Query},
};

/// Which slots.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SlotQuery {
    /// Those that begin at this moment or later.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<At>,
    /// Those that begin before this moment.
    #[param(value_type = Option<String>, format = DateTime)]
    to: Option<At>,
    /// `nextCursor` of the page before.
    #[param(value_type = Option<String>, format = DateTime)]
    cursor: Option<At>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// A slot that can be asked for.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PlaceSlot)]
pub struct SlotView {
    /// What an order's `fulfilment.slot` says.
    starts_at: At,
    ends_at: At,
    /// Seats there are.
    capacity: i32,
    /// Seats left: an order for a slot without any is refused.
    left: i32,
}

impl From<Seats> for SlotView {
    fn from(seats: Seats) -> Self {
        let (starts_at, ends_at) = seats.slot;
        Self { starts_at, ends_at, capacity: seats.capacity, left: seats.left() }
    }
}

/// Slots of a location that can be asked for now, full ones among them; none where it works without slots.
#[utoipa::path(
    get, path = "/api/places/{key}/slots", operation_id = "listSlots", tag = "places",
    params(("key" = String, Path, description = "The location's key"), SlotQuery),
    responses((status = 200, description = "A page of slots, the earliest first", body = Page<SlotView>)),
    security(("apiKey" = ["places:read"]), ("apiKey" = ["orders:create"]), ("session" = ["viewer"]))
)]
pub async fn list_slots(
    State(shop): State<Shop>,
    Path(key): Path<String>,
    Query(query): Query<SlotQuery>,
) -> Result<Json<Page<SlotView>>, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let place = store::find(&mut conn, &key).await?.ok_or(Fault::NotFound)?;
    let wanted = |(starts, _): &Slot| {
        query.from.is_none_or(|from| from <= *starts)
            && query.to.is_none_or(|to| *starts < to)
            && query.cursor.is_none_or(|cursor| cursor < *starts)
    };
    let open = place.open_slots(shop.clock.now()).filter(wanted);
    let mut slots: Vec<Slot> = open.take(query.limit.0 + 1).collect();
    let more = slots.len() > query.limit.0;
    slots.truncate(query.limit.0);
    let next_cursor = slots.last().filter(|_| more).map(|(starts, _)| starts.0.to_string());
    let items = seats(&mut conn, &place, &slots).await?.into_iter().map(SlotView::from).collect();
    Ok(Json(Page { items, next_cursor }))
}
