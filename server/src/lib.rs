//! The doorway: turns what comes from outside into calls on `domain`, and nothing else.
//!
//! | module | what it is |
//! |---|---|
//! | [`config`] | every setting, with its source |
//! | [`cluster`] | the private PostgreSQL of a shop that names no database |
//! | [`open`] | puts the shop together from the settings |
//! | [`router`] | every URL and every layer, in one screen |
//! | [`serve`] | `clew serve` and `clew work` |
//! | [`seed`] | the demo's print studio, made through the verbs |

// The admin's pages are types as deep as their markup.
#![recursion_limit = "512"]

mod account_page;
pub mod admin_pages;
pub mod api;
mod api_docs;
pub mod bulk_csv;
pub mod carriers;
pub mod channels;
pub mod check;
pub mod client_ip;
pub mod cluster;
pub mod config;
pub mod connections;
pub mod cookies;
pub mod customer_pages;
mod desk;
mod embed;
mod factor_page;
pub mod headers;
#[cfg(debug_assertions)]
pub mod hold;
mod import_pages;
mod key_pages;
pub mod live;
pub mod nightly_export;
mod notice_pages;
mod notice_rules_pages;
pub mod open;
mod orders_csv;
mod outgoing_pages;
pub mod paper_doors;
pub mod reach;
pub mod request_id;
pub mod router;
pub mod same_origin;
pub mod sandbox;
pub mod secret_key;
pub mod seed;
pub mod serve;
mod settings_page;
pub mod ship_from;
pub mod shippo_hooks;
pub mod staff_doors;
pub mod state;
mod team_pages;
pub mod telemetry;
mod template_pages;
pub mod tracking;
pub mod view_door;
pub mod webhooks;
mod workflow_pages;
