//! Places where a test may hold or end a job between two steps, so that a crash there is arranged rather than hoped for.
//!
//! In production no hook is set and passing costs a comparison. The names are in `docs/adr/0015`.

use std::{fmt, future::Future, pin::Pin, sync::Arc};

type Held = Pin<Box<dyn Future<Output = ()> + Send>>;
type Hook = dyn Fn(&'static str) -> Held + Send + Sync;

/// What happens at each place: nothing, unless a test says otherwise.
#[derive(Clone, Default)]
pub struct Failpoints(Option<Arc<Hook>>);

impl fmt::Debug for Failpoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Failpoints(set)" } else { "Failpoints" })
    }
}

impl Failpoints {
    /// Asks `hook` at every place; the job goes on when its answer resolves.
    pub fn with<H, F>(hook: H) -> Self
    where
        H: Fn(&'static str) -> F + Send + Sync + 'static,
        F: Future<Output = ()> + Send + 'static,
    {
        Self(Some(Arc::new(move |place| Box::pin(hook(place)))))
    }

    /// Passes a place.
    pub async fn reach(&self, place: &'static str) {
        if let Some(hook) = &self.0 {
            hook(place).await;
        }
    }
}

impl crate::Shop {
    /// Passes a place where a test may hold or end this job.
    pub async fn reach(&self, place: &'static str) {
        self.failpoints.reach(place).await;
    }
}
