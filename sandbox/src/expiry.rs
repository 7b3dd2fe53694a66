//! Open sessions run out on their own, at the second they were told to.

use std::time::Duration;

use crate::clock;
use crate::event::Cause;
use crate::session::{self, Status};
use crate::table::Row;
use crate::world::Shared;

/// Expires sessions when their time comes, for as long as the world exists.
#[expect(clippy::disallowed_methods, reason = "expiry is a moment on the clock")]
pub async fn watch(world: Shared) {
    let mut changes = world.changes();
    loop {
        changes.mark_unchanged();
        let next = world.read(|state| {
            let open = state.sessions.iter().filter(|session| session.status == Status::Open);
            open.map(|session| (session.expires_at, session.id().to_owned())).min()
        });
        let Some((at, id)) = next else {
            if changes.changed().await.is_err() {
                return;
            }
            continue;
        };
        let wait = u64::try_from(at - clock::now()).unwrap_or(0);
        if wait == 0 {
            // It may have been paid this very moment; then there is nothing to expire.
            let _ = world.change(|state| session::expire(state, &id, &world.http, &Cause::default()));
            continue;
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(wait)) => {}
            changed = changes.changed() => if changed.is_err() { return },
        }
    }
}
