//! The sandbox as its users meet it: over real sockets, with the clients Clew uses. One binary, because linking costs
//! more than running.

mod faults;
mod form;
mod idempotency;
mod mailbox;
mod pages;
mod paying;
mod program;
mod receiver;
mod shapes;
mod smtp;
mod stitch;
mod typed;
mod webhooks;
mod world;
