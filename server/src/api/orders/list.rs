//! `GET /api/orders`: the staff's list, for programs.

use axum::{Json, extract::State};
use domain::{
    Shop,
    ids::StaffId,
    order::{self, Filter, Hands, OrderSummaries, Priority, Status},
    payment::PaymentStatus,
};
use jiff::civil::Date;
use serde::Deserialize;

use super::super::{caller::Clerk, problem::Problem, read::Query};

/// Which orders. A filter that is none is refused: what cannot be read lists nothing.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// An order's number, an email, a tracking number, a reference, or part of a name.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Headline.
    #[param(inline)]
    status: Option<Status>,
    /// Payment axis.
    #[param(inline)]
    payment: Option<PaymentStatus>,
    /// Where it is made.
    location: Option<String>,
    /// Placed on or after this day, in the shop's zone.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Placed on or before this day.
    #[param(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// Only what is past its due date.
    #[serde(default)]
    overdue: bool,
    /// Only what is not, but will be.
    #[serde(default)]
    late: bool,
    /// How urgent. As in the staff's list, what is on hold is listed with `hold`, or when it is searched for.
    #[param(inline)]
    priority: Option<Priority>,
    /// In whose hands: `mine`, `nobody`, or the id of somebody who works here.
    #[param(value_type = Option<String>)]
    assignee: Option<Hands>,
    /// Only what needs a person.
    #[serde(default)]
    attention: bool,
    /// Oldest first instead of newest first.
    #[serde(default)]
    oldest: bool,
    /// Where the page before ended: its `nextCursor`.
    cursor: Option<String>,
    /// So many at most.
    #[param(minimum = 1, maximum = 100, default = 50)]
    limit: Option<u8>,
}

impl Wanted {
    fn filter(self, reader: StaffId) -> Filter {
        let Self {
            q, status, payment, location, overdue, late, priority, assignee, attention, oldest, ..
        } = self;
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        Filter {
            q,
            status,
            payment,
            location,
            from: day(self.from),
            until: day(self.until),
            overdue,
            late,
            priority,
            assignee,
            attention,
            oldest,
            after: self.cursor,
        }
        .read_by(reader)
    }
}

/// Orders by the filters of the staff's list.
///
/// One page, newest first. `nextCursor` leads to the next; orders placed meanwhile shift nothing.
#[utoipa::path(
    get, path = "/api/orders", operation_id = "listOrders", tag = "orders",
    params(Wanted),
    responses((status = 200, description = "A page of orders", body = OrderSummaries)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]))
)]
pub(super) async fn list_orders(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Query(wanted): Query<Wanted>,
) -> Result<Json<OrderSummaries>, Problem> {
    let most = match wanted.limit {
        Some(limit @ 1..=100) => usize::from(limit),
        None => 50,
        Some(_) => return Err(Problem::not_understood("`limit` is from 1 to 100.")),
    };
    if wanted.cursor.as_deref().is_some_and(|cursor| !order::is_cursor(cursor)) {
        return Err(Problem::not_understood("`cursor` is the `nextCursor` of a page."));
    }
    if [wanted.from, wanted.until].into_iter().flatten().any(|day| day.year() < 1) {
        return Err(Problem::not_understood("`from` and `until` are days of our era."));
    }
    Ok(Json(order::summaries(&shop, &wanted.filter(person.id), most).await?))
}
