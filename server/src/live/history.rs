//! One order's history as a stream: what was recorded after a point, then what happens, each once and in its order.

use std::time::Duration;

use axum::response::{Response, sse::Event};
use domain::{
    event::{self, Happened, Visibility},
    ids::OrderId,
};

use super::{PROOF_LASTS, Session, async_stream, stream, until_rung};
use crate::state::AppState;

/// How long a client waits before it comes back.
const RETRY: Duration = Duration::from_secs(3);

/// The stream of one order's history after a sequence: event `order.changed` for each fact this reader may know, its sequence as its id.
///
/// Where it stands is a sequence and never a time or a place in memory: whoever comes back with the last id, here or in another process,
/// reads on from there. `None` when too many follow already. A `session` is that of staff who read it: the stream ends with it.
pub fn follow_history(
    state: &AppState,
    (id, after): (OrderId, i64),
    reader: Visibility,
    session: Option<&str>,
) -> Option<Response> {
    let place = state.door.streams.take(Some(id))?;
    let mut session = session.map(|token| Session::of(token, &state.shop));
    let (shop, mut bell) = (state.shop.clone(), state.shop.bell.listen());
    let events = async_stream(move |mut send| async move {
        let _place = place;
        let mut heard = after;
        if !send.send(Event::default().retry(RETRY)).await {
            return;
        }
        loop {
            match event::since(&shop.pool, id, heard, reader).await {
                Ok(news) if !news.is_empty() => {
                    for fact in news {
                        heard = fact.sequence;
                        let Some(event) = told(&fact) else { return };
                        if !send.send(event).await {
                            return;
                        }
                    }
                    // There may be more than is read at a time.
                    continue;
                }
                Ok(_) => {}
                Err(fault) => tracing::warn!(%fault, "a history could not be read; again at the next bell"),
            }
            if !until_rung(&mut bell, Some(id), &send).await {
                return;
            }
            if let Some(session) = &mut session
                && !session.lasts(&shop).await
            {
                return;
            }
        }
    });
    Some(stream(state, PROOF_LASTS, events))
}

fn told(fact: &Happened) -> Option<Event> {
    let event = Event::default().event("order.changed").id(fact.sequence.to_string());
    event.json_data(fact).ok()
}
