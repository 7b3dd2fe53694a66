//! When a parcel needs a person, and when it will be late before it is: pure rules over what a timeline says and what the clock says.

mod alarm;
mod late;
mod patience;
mod promise;
mod todo;

pub use alarm::{Alarm, AlarmKind, Watched, alarm};
pub use late::{Late, Outlook, late};
pub use patience::{Lane, Patience, working_days};
pub use promise::{Promise, promises};
pub use todo::Todo;
