//! Pieces that the customer's pages and the admin both show, so that a status looks the same to both sides.
//!
//! A shape always stands beside its word: colour only reinforces (WCAG 1.4.1). `style/badges.css` dresses them.

mod badge;
mod icon;
mod raw_text;
mod shape;
mod timing;
mod when;

pub use badge::{Mark, PaymentBadge, StandingBadge, StatusBadge};
pub use icon::{StageIcon, icon_path};
pub use raw_text::raw_text;
pub use shape::{Drawing, Shape, payment_shape, priority_shape, status_shape, timing_shape};
pub use timing::{PriorityBadge, TimingBadge};
pub use when::When;
