//! For tests that kill the program: a job is held at the failpoint that `CLEW_HOLD_AT` names, until SIGKILL comes.
//!
//! Not in an optimised program (`server/tests/kill.rs` looks), so that no variable can hold a shop's jobs. See `docs/adr/0015`.

use std::io::Write;

use domain::failpoint::Failpoints;

/// The variable that names the place.
pub const VARIABLE: &str = "CLEW_HOLD_AT";

/// The failpoints of a program under test: a job that comes to the named place says so on standard output and goes no further.
pub fn failpoints() -> Failpoints {
    let Ok(wanted) = std::env::var(VARIABLE) else { return Failpoints::default() };
    Failpoints::with(move |place| {
        let held = place == wanted;
        async move {
            if held {
                announce(place);
                std::future::pending::<()>().await;
            }
        }
    })
}

fn announce(place: &str) {
    let mut out = std::io::stdout().lock();
    if let Err(error) = writeln!(out, "held at {place}").and_then(|()| out.flush()) {
        tracing::error!(%error, "whoever asked for this no longer listens");
    }
}
