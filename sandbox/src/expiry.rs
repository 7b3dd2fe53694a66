//! Open sessions run out on their own, at the second they were told to.

use std::time::Duration;

use crate::clock;
use crate::event::Cause;
use crate::session::{self, Status};
use crate::table::Row;
use crate::world::Shared;

/// A new session lives half an hour at least, so looking this often never misses one, and under load the table is not
/// searched at every change.
const LOOK: i64 = 60;

/// Expires sessions when their time comes, for as long as the world exists.
#[expect(clippy::disallowed_methods, reason = "expiry is a moment on the clock")]
pub async fn watch(world: Shared) {
    loop {
        let now = clock::now();
        let (due, later): (Vec<_>, Vec<_>) = world.read(|state| {
            let open = state.sessions.iter().filter(|session| session.status == Status::Open);
            let soon = open.filter(|session| session.expires_at < now + LOOK);
            soon.map(|session| (session.expires_at, session.id().to_owned())).partition(|(at, _)| *at <= now)
        });
        for (_, id) in due {
            // It may have been paid this very moment; then there is nothing to expire.
            let _ = world.change(|state| session::expire(state, &id, &world.http, &Cause::default()));
        }
        let wait = later.iter().map(|(at, _)| at - now).min().unwrap_or(LOOK);
        tokio::time::sleep(Duration::from_secs(wait.unsigned_abs())).await;
    }
}
