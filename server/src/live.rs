//! Server-sent events: the customer's page follows one order's version, the admin follows all orders, programs follow a history.
//!
//! A page's stream says "there is something newer" and never what: pages then read. It opens with the current version, so that a change
//! between page and stream is not missed. Every stream ends when the process stops.

mod history;
mod places;

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use domain::{
    Shop,
    bell::Ring,
    clock::At,
    ids::OrderId,
    order::{OrderNumber, store},
    staff,
};
use futures::Stream;
pub use history::follow_history;
pub use places::{OF_ONE_ORDER, Place, Places};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::{cookies, state::AppState};

const HEARTBEAT: Duration = Duration::from_secs(20);
/// With no bell for so long, a stream reads for itself: a bell rung in another process may have been missed.
const LOOK_AGAIN: Duration = Duration::from_secs(15);
/// A page of ours is asked for its cookie again after so long.
const PAGE_LASTS: Duration = Duration::from_secs(24 * 3600);
/// Who proves themselves by a key or a token is asked for it again after so long: one that was revoked or is over hears no more.
pub const PROOF_LASTS: Duration = Duration::from_secs(15 * 60);

fn stream(
    state: &AppState,
    longest: Duration,
    events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static,
) -> Response {
    let stopping = state.door.stopping.clone();
    let over = tokio::time::timeout(longest, stopping.cancelled_owned());
    let ended = futures::StreamExt::take_until(events, over);
    let mut response = Sse::new(ended).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response();
    // nginx buffers otherwise.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

/// Too many follow already: who is turned away polls.
fn no_place() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "30")]).into_response()
}

/// The stream of one order for a page of ours: event `version` now, and again at every change.
pub fn follow_order(state: &AppState, id: OrderId) -> Response {
    follow_version(state, id, PAGE_LASTS)
}

/// The same for at most so long.
pub fn follow_version(state: &AppState, id: OrderId, longest: Duration) -> Response {
    let Some(place) = state.door.streams.take(Some(id)) else { return no_place() };
    let (shop, mut bell) = (state.shop.clone(), state.shop.bell.listen());
    let events = async_stream(move |mut send| async move {
        let _place = place;
        let mut shown = None;
        loop {
            if let Ok(version) = store::version(&shop.pool, id).await
                && version != shown
            {
                let Some(version) = version else { return };
                shown = Some(version);
                let event =
                    Event::default().event("version").id(version.to_string()).data(version.to_string());
                if !send.send(event).await {
                    return;
                }
            }
            if !until_rung(&mut bell, Some(id), &send).await {
                return;
            }
        }
    });
    stream(state, longest, events)
}

/// Waits until the order (or any) may have changed; false when the reader has gone or the process stops.
async fn until_rung(bell: &mut Receiver<Ring>, id: Option<OrderId>, reader: &Sender) -> bool {
    let heard = async {
        loop {
            match bell.recv().await {
                Ok(Ring::Order(other)) if id.is_some_and(|id| id != other) => {}
                Ok(_) | Err(RecvError::Lagged(_)) => return true,
                Err(RecvError::Closed) => return false,
            }
        }
    };
    tokio::select! {
        open = tokio::time::timeout(LOOK_AGAIN, heard) => open.unwrap_or(true),
        () = reader.gone() => false,
    }
}

/// `GET /admin/live`: event `order` with number and version at every change, `anything` when one should read again.
pub async fn follow_all(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let token = cookies::session_of(&headers, state.door.secure);
    let person = match token {
        Some(token) => staff::resume(&state.shop, token).await.ok().flatten(),
        None => None,
    };
    if person.is_none() {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let Some(place) = state.door.streams.take(None) else { return no_place() };
    let (shop, mut bell) = (state.shop.clone(), state.shop.bell.listen());
    let mut session = Session::of(token.unwrap_or_default(), &state.shop);
    let events = async_stream(move |mut send| async move {
        let _place = place;
        if !send.send(Event::default().event("anything").data("1")).await {
            return;
        }
        loop {
            let rung = tokio::select! {
                rung = tokio::time::timeout(LOOK_AGAIN, bell.recv()) => rung,
                () = send.gone() => return,
            };
            if !session.lasts(&shop).await {
                return;
            }
            let event = match rung {
                Ok(Ok(Ring::Order(id))) => changed(&shop, id).await,
                Ok(Ok(Ring::Anything) | Err(RecvError::Lagged(_))) => {
                    Some(Event::default().event("anything").data("1"))
                }
                Ok(Err(RecvError::Closed)) => return,
                Err(_) => None,
            };
            if let Some(event) = event
                && !send.send(event).await
            {
                return;
            }
        }
    });
    stream(&state, PAGE_LASTS, events)
}

/// By what somebody of staff follows orders, and when it was last seen to hold.
struct Session {
    token: String,
    asked: At,
}

impl Session {
    fn of(token: &str, shop: &Shop) -> Self {
        Self { token: token.to_owned(), asked: shop.clock.now() }
    }

    /// False once they have signed out or were sent away. Asked as often as a quiet stream looks, however busy the shop is.
    async fn lasts(&mut self, shop: &Shop) -> bool {
        let now = shop.clock.now();
        if self.asked.seconds_until(now).unsigned_abs() < LOOK_AGAIN.as_secs() {
            return true;
        }
        self.asked = now;
        !matches!(staff::resume(shop, &self.token).await, Ok(None))
    }
}

async fn changed(shop: &Shop, id: OrderId) -> Option<Event> {
    let mut conn = shop.pool.acquire().await.ok()?;
    let (number, version) = store::number_and_version(&mut conn, id).await.ok()??;
    let number = OrderNumber::parse(&number)?;
    Some(Event::default().event("order").data(format!(r#"{{"number":"{number}","version":{version}}}"#)))
}

/// The writing end of a stream.
struct Sender(tokio::sync::mpsc::Sender<Result<Event, Infallible>>);

impl Sender {
    /// False when the reader has gone. A reader that does not keep up makes us wait here, not fill memory.
    async fn send(&mut self, event: Event) -> bool {
        self.0.send(Ok(event)).await.is_ok()
    }

    async fn gone(&self) {
        self.0.closed().await;
    }
}

fn async_stream<F: Future<Output = ()> + Send + 'static>(
    write: impl FnOnce(Sender) -> F,
) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    let (sender, receiver) = tokio::sync::mpsc::channel(4);
    tokio::spawn(write(Sender(sender)));
    tokio_stream::wrappers::ReceiverStream::new(receiver)
}
