//! The reorder switch: the first of two deliveries is held until the second has been made.

use std::sync::Mutex;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::world::lock;

/// Long enough for the events of one payment to pair up, short enough that the odd one out is not late.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// The delivery that is being held, if any.
#[derive(Debug, Default)]
pub struct Turn(Mutex<Option<oneshot::Sender<()>>>);

impl Turn {
    /// Either waits to be overtaken, or overtakes: then the other one goes when the returned sender is dropped.
    pub async fn swap(&self) -> Option<oneshot::Sender<()>> {
        let (release, released) = oneshot::channel();
        {
            let mut held = lock(&self.0);
            if let Some(other) = held.take().filter(|other| !other.is_closed()) {
                return Some(other);
            }
            *held = Some(release);
        }
        // Overtaken, dropped or out of patience: in every case it is our turn now.
        let _ = timeout(LONGEST_WAIT, released).await;
        None
    }
}
