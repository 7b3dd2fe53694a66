//! The one shared object: memory behind a lock, the switches, and the signals that wake whoever waits for a change.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{mpsc, watch};

use crate::faults::Faults;
use crate::state::State;
use crate::webhook::Routes;

/// How every part holds the world.
pub type Shared = Arc<World>;

/// See the module.
pub struct World {
    /// Our own address as browsers reach it; pay links start with it.
    pub http: String,
    /// Sends webhooks.
    pub client: reqwest::Client,
    /// Where webhooks go.
    pub routes: Routes,
    /// Idempotency keys whose first request is still running.
    pub in_flight: Mutex<HashSet<String>>,
    state: Mutex<State>,
    faults: Mutex<Faults>,
    revision: watch::Sender<u64>,
    deliveries: mpsc::UnboundedSender<String>,
}

impl World {
    /// A world remembering `state`; ids of events to deliver come out of the receiver.
    pub fn new(
        http: String,
        state: State,
        routes: Routes,
    ) -> anyhow::Result<(Shared, mpsc::UnboundedReceiver<String>)> {
        let (deliveries, inbox) = mpsc::unbounded_channel();
        let world = Self {
            http,
            client: crate::webhook::client()?,
            routes,
            in_flight: Mutex::default(),
            state: Mutex::new(state),
            faults: Mutex::default(),
            revision: watch::Sender::new(0),
            deliveries,
        };
        Ok((Arc::new(world), inbox))
    }

    /// Looks without changing.
    pub fn read<R>(&self, look: impl FnOnce(&State) -> R) -> R {
        look(&lock(&self.state))
    }

    /// Changes memory, then wakes everybody who waits for that and sends the events the change made.
    pub fn change<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        let mut state = lock(&self.state);
        let result = change(&mut state);
        let made = std::mem::take(&mut state.to_deliver);
        drop(state);
        self.revision.send_modify(|revision| *revision += 1);
        for id in made {
            // Fails only while the sandbox stops; the event stays undelivered in the snapshot.
            let _ = self.deliveries.send(id);
        }
        result
    }

    /// Yields after every change.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    /// The fault switches.
    pub fn faults(&self) -> MutexGuard<'_, Faults> {
        lock(&self.faults)
    }
}

/// A panic elsewhere must not take the whole outside world down with it.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
