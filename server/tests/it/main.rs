//! Clew through its own doors: a real router on a real port, real PostgreSQL, and the sandbox at the other end of Stripe's and SMTP's wire.

mod api;
mod doors;
mod guards;
mod house;
mod look_up;
mod notices;
mod races;
mod support;
mod webhooks;
