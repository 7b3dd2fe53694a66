//! A number somebody pastes, and the carriers it may be of.

mod check;
mod clean;
mod patterns;
mod recognise;

pub use recognise::{Recognised, Suggestion, Why, recognise};
