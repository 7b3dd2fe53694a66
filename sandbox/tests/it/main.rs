//! The sandbox as its users meet it: over real sockets, with the clients Clew uses. One binary, because linking costs
//! more than running.

mod disputing;
mod faults;
mod form;
mod holding;
mod idempotency;
mod mailbox;
mod pages;
mod paying;
mod program;
mod receiver;
mod refunding;
mod shapes;
mod smtp;
mod stitch;
mod typed;
mod typed_money;
mod webhooks;
mod world;
