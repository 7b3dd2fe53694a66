//! A studio's orders in the words of its production API (`POST/GET/PATCH /api/production`): the same orders, stages and payments as
//! everybody's, read and written under other names (ADR 0023).

mod assemble;
mod change;
mod new_production;
mod summary;
mod words;

pub use assemble::{Flaws, assemble};
pub use change::{ProductionChange, change};
pub use new_production::{NewProduction, SizeRun};
pub use summary::{FulfillmentEvent, Garment, LineItem, ProductionOrderSummary, find, summary};
pub use words::{ProductionOrderState, ProductionPriority, ProductionStatus};

/// Key of the workflow that production orders go through.
pub const WORKFLOW: &str = "studio";
