//! The outside world as this shop uses it. Nothing here is called with a transaction open.

pub mod smtp;
pub mod stripe;
