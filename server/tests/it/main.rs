//! Clew through its own doors: a real router on a real port, real PostgreSQL, and the sandbox at the other end of Stripe's and SMTP's wire.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod api;
mod assign;
mod board;
mod boxes;
mod bulk;
mod bulk_pages;
mod bulk_undo;
mod bulk_world;
mod cancel;
mod conformance;
mod customer;
mod designs;
mod doors;
mod doors_shippo;
mod due;
mod guards;
mod holds;
mod house;
mod label_kill;
mod label_world;
mod labels;
mod look_up;
mod notices;
mod order_form;
mod order_form_rates;
mod outage;
mod papers;
mod permutations;
mod places;
mod production_api;
mod products;
mod races;
mod rates;
mod refunds;
mod slots;
mod staff_pages;
mod stitch;
mod stock;
mod storefront;
mod support;
mod tracking;
mod views;
mod webhooks;
mod workflows;
