//! The sandbox as its users meet it: over real sockets, with the clients Clew uses. One binary, because linking costs
//! more than running.

mod disputing;
mod faults;
mod form;
mod holding;
mod idempotency;
mod mailbox;
mod messages;
mod pages;
mod paying;
mod postcodes;
mod program;
mod receiver;
mod refunding;
mod shapes;
mod shippo;
mod shippo_addresses;
mod shippo_faults;
mod shippo_labels;
mod shippo_page;
mod shippo_rates;
mod shippo_refunds;
mod shippo_shapes;
mod shippo_tracks;
mod shippo_webhooks;
mod smtp;
mod stitch;
mod typed;
mod typed_money;
mod webhooks;
mod world;
