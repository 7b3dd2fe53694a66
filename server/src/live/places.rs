//! How many may follow at once: everybody together, and one order alone, so that whoever holds one order's link cannot take all places.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::ids::OrderId;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// One order's followers at most: a family, its devices and the shop's own windows are far fewer.
pub const OF_ONE_ORDER: usize = 50;

/// Live connections: beyond them, pages poll and programs come back. Clones share it.
#[derive(Debug, Clone)]
pub struct Places {
    all: Arc<Semaphore>,
    taken: Arc<Mutex<HashMap<OrderId, usize>>>,
}

/// A place; dropped, it is free again.
#[derive(Debug)]
pub struct Place {
    _one_of_all: OwnedSemaphorePermit,
    order: Option<(OrderId, Places)>,
}

impl Places {
    /// So many in all.
    pub fn new(most: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(most)), taken: Arc::default() }
    }

    /// A place to follow one order, or all of them; `None` when it is taken.
    pub fn take(&self, order: Option<OrderId>) -> Option<Place> {
        let one_of_all = self.all.clone().try_acquire_owned().ok()?;
        if let Some(order) = order {
            let mut taken = self.taken();
            let taken = taken.entry(order).or_default();
            if *taken >= OF_ONE_ORDER {
                return None;
            }
            *taken += 1;
        }
        Some(Place { _one_of_all: one_of_all, order: order.map(|order| (order, self.clone())) })
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<OrderId, usize>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((order, places)) = &self.order else { return };
        let mut taken = places.taken();
        if let Some(count) = taken.get_mut(order) {
            *count -= 1;
            if *count == 0 {
                taken.remove(order);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_order_cannot_take_all_places_and_gives_back_what_it_took() {
        let places = Places::new(OF_ONE_ORDER + 2);
        let (one, other) = (Some(OrderId::new()), Some(OrderId::new()));
        let mut held: Vec<_> = (0..OF_ONE_ORDER).map(|_| places.take(one).unwrap()).collect();
        assert!(places.take(one).is_none());
        let (theirs, staff) = (places.take(other).unwrap(), places.take(None).unwrap());
        assert!(places.take(None).is_none(), "that was the last of all");
        held.pop();
        held.push(places.take(one).unwrap());
        assert!(places.take(other).is_none());
        drop((held, theirs, staff));
        assert!(places.taken().is_empty(), "nothing is remembered of who went away");
        assert_eq!(places.all.available_permits(), OF_ONE_ORDER + 2);
    }
}
