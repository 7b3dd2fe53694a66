//! `/o/{number}/cancel` and `/o/{number}/return`: a page that says what will happen, and the click that does it. The order's cookie
//! decides, as on its page; the router lets no other site click.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use customer::{Visit, Wish};
use domain::{
    Fault, Reason,
    ids::OrderId,
    order::{self, By, TrackedOrder},
    returns,
};
use serde::Deserialize;

use super::{
    LanguageWish, failed, keep_language,
    order::{admitted, language, read},
    page, visit,
};
use crate::state::AppState;

/// An order its customer may see, and the visit to one of its pages.
pub(super) struct Opened {
    pub id: OrderId,
    pub order: TrackedOrder,
    pub visit: Visit,
    wish: Wish,
}

impl Opened {
    pub(super) fn show(&self) -> Response {
        Redirect::to(&format!("/o/{}", self.order.number)).into_response()
    }

    /// Too late, or never allowed: the rule's sentence in the page's language.
    pub(super) fn refuse(&self, reason: &Reason) -> Response {
        let sentence = reason.say(self.visit.language);
        page(StatusCode::CONFLICT, customer::refused_page(&self.visit, &self.order, self.wish, &sentence))
    }

    /// After the click: the order's page, or why not.
    pub(super) fn answer(&self, state: &AppState, done: Result<(), Fault>) -> Response {
        match done {
            Ok(()) => self.show(),
            Err(Fault::Refused(reason)) => self.refuse(&reason),
            Err(fault) => failed(state, self.visit.language, &fault),
        }
    }

    fn ask_the_shop(&self) -> Response {
        self.refuse(&Reason::AskTheShop { contact: self.visit.about.contact.clone() })
    }
}

/// The order of this cookie, if the address names it; the answer for everybody else is the order page's.
pub(super) async fn open(
    state: &AppState,
    headers: &HeaderMap,
    number: &str,
    wish: Wish,
) -> Result<Opened, Box<Response>> {
    match (admitted(state, headers), read(state, headers, number).await) {
        (Some(id), Ok(order)) => {
            let visit =
                visit(state, language(headers, &order), &format!("/o/{}/{}", order.number, wish.path()));
            Ok(Opened { id, order, visit, wish })
        }
        (_, Ok(_) | Err(Fault::NotFound)) => Err(Box::new(Redirect::to("/track").into_response())),
        (_, Err(fault)) => Err(Box::new(failed(state, super::language(state, headers), &fault))),
    }
}

pub(super) async fn ask_cancel(
    State(state): State<AppState>,
    Path(number): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    let opened = match open(&state, &headers, &number, Wish::Cancel).await {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    if let Some(kept) = keep_language(&state, &wish, &opened.visit.path) {
        return kept;
    }
    if opened.order.may_cancel() {
        page(StatusCode::OK, customer::cancel_page(&opened.visit, &opened.order))
    } else if opened.order.status == order::Status::Cancelled {
        opened.show()
    } else {
        opened.ask_the_shop()
    }
}

pub(super) async fn cancel(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Response {
    match open(&state, &headers, &number, Wish::Cancel).await {
        Ok(opened) => {
            let done = order::cancel(&state.shop, &By::Customer, opened.id, None).await;
            opened.answer(&state, done.map(|_| ()))
        }
        Err(answer) => *answer,
    }
}

pub(super) async fn ask_return(
    State(state): State<AppState>,
    Path(number): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    let opened = match open(&state, &headers, &number, Wish::Return).await {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    if let Some(kept) = keep_language(&state, &wish, &opened.visit.path) {
        return kept;
    }
    if opened.order.may_return(state.shop.clock.now()) {
        page(StatusCode::OK, customer::return_page(&opened.visit, &opened.order))
    } else if opened.order.returning.is_some() {
        opened.show()
    } else {
        opened.ask_the_shop()
    }
}

/// What the form holds.
#[derive(Deserialize)]
pub(super) struct Why {
    #[serde(default)]
    reason: String,
}

pub(super) async fn send_back(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Form(why): Form<Why>,
) -> Response {
    let opened = match open(&state, &headers, &number, Wish::Return).await {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    // Asked for already: what came of it stands on the order's page, and asking again must not pass over a "no".
    if opened.order.returning.is_some() {
        return opened.show();
    }
    // Browsers count a line break as one character against `maxlength` and send two.
    let reason = why.reason.replace("\r\n", "\n");
    let done = returns::request(&state.shop, &By::Customer, opened.id, &reason).await;
    opened.answer(&state, done)
}
