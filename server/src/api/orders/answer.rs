//! How a change of an order is asked for and answered: the order as it stands then, with its version as the tag.

use axum::{
    Json,
    extract::FromRequestParts,
    http::request::Parts,
    response::{IntoResponse, Response},
};
use domain::{
    Fault, Shop,
    ids::OrderId,
    order::{self, Asked, Wish},
    parcel::ParcelDetails,
    staff::Person,
};

use super::super::{
    caller::{Clerk, RequestId},
    conditional::{IfMatch, etag},
    problem::Problem,
    standing::find,
};

/// Who asks, by which request and of which version.
pub(super) struct Asking {
    pub by: Person,
    pub request: RequestId,
    pub seen: IfMatch,
}

impl<S: Send + Sync> FromRequestParts<S> for Asking {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Clerk(by) = Clerk::from_request_parts(parts, state).await?;
        let request = RequestId::from_request_parts(parts, state).await?;
        let seen = IfMatch::from_request_parts(parts, state).await?;
        Ok(Self { by, request, seen })
    }
}

impl Asking {
    /// Asks for one thing of the order behind a number or id.
    ///
    /// # Errors
    /// 404; 412 for an order that has changed since it was seen; 422 when the shop's rules say no.
    pub async fn for_wish(self, shop: &Shop, number: &str, wish: &Wish) -> Result<(OrderId, i64), Problem> {
        let (id, _) = find(shop, number).await?;
        let asked = Asked { request: self.request.0, seen: self.seen.0 };
        let version = order::ask(shop, &self.by, id, wish, asked).await;
        version.map(|version| (id, version)).map_err(|fault| self.seen.refuse(fault))
    }

    /// The same, answered with the order.
    pub async fn order(self, shop: &Shop, number: &str, wish: &Wish) -> Result<Response, Problem> {
        let (id, _) = self.for_wish(shop, number, wish).await?;
        full(shop, id).await
    }
}

/// The order as it stands.
pub(super) async fn full(shop: &Shop, id: OrderId) -> Result<Response, Problem> {
    let order = order::full(shop, id).await?;
    Ok((etag(order.version), Json(order)).into_response())
}

/// The details of a box, as they are kept.
///
/// # Errors
/// 422 at the field that cannot be one.
pub(super) fn details(
    carrier: Option<String>,
    tracking_number: Option<String>,
    tracking_url: Option<String>,
) -> Result<ParcelDetails, Problem> {
    use domain::{Language, Reason};
    let typed = ParcelDetails { carrier, tracking_number, tracking_url };
    typed.or_suggested().check().map_err(|fault| {
        let (field, reason) = match &fault {
            Fault::Refused(reason @ Reason::BadTrackingNumber) => ("/trackingNumber", reason),
            Fault::Refused(reason @ Reason::BadTrackingUrl) => ("/trackingUrl", reason),
            Fault::Refused(reason @ Reason::TooLong { .. }) => ("/carrier", reason),
            _ => return fault.into(),
        };
        Problem::invalid(vec![(field.to_owned(), reason.say(Language::En))])
    })
}
