//! Lines to the mail server between two mails: the next mail is spared the handshake, and nobody is kept waiting on an empty line for long.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

use super::line::Line;

/// A line that nobody used for so long is ended: shorter than any server's patience.
const KEEP: Duration = Duration::from_secs(5);

/// The lines nobody uses at the moment.
#[derive(Default)]
pub(super) struct Idle(Mutex<Lines>);

#[derive(Default)]
struct Lines {
    /// The longest unused first.
    free: Vec<(Line, Instant)>,
    /// Whether somebody looks after them.
    watched: bool,
}

impl Idle {
    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The line used last, when it is fresh.
    pub(super) fn take(&self) -> Option<Line> {
        let (line, since) = self.lines().free.pop()?;
        (since.elapsed() < KEEP).then_some(line)
    }

    /// Keeps a line for the next mail.
    pub(super) fn keep(self: &Arc<Self>, line: Line) {
        let mut lines = self.lines();
        lines.free.push((line, Instant::now()));
        if !std::mem::replace(&mut lines.watched, true) {
            tokio::spawn(watch(Arc::clone(self)));
        }
    }

    /// Lines unused for too long; `None` when none is left to look after.
    fn stale(&self) -> Option<Vec<Line>> {
        let mut lines = self.lines();
        if lines.free.is_empty() {
            lines.watched = false;
            return None;
        }
        let fresh = lines.free.iter().position(|(_, since)| since.elapsed() < KEEP);
        let stale = fresh.unwrap_or(lines.free.len());
        Some(lines.free.drain(..stale).map(|(line, _)| line).collect())
    }
}

async fn watch(idle: Arc<Idle>) {
    while let Some(stale) = idle.stale() {
        for line in stale {
            let _ = tokio::time::timeout(KEEP, line.end()).await;
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "what is looked for is that nothing happens for a while"
        )]
        tokio::time::sleep(KEEP).await;
    }
}
