//! The staff's pages: one app, rendered by the server first, then brought to life in the browser.
//!
//! | module | what it is |
//! |---|---|
//! | [`AdminApp`] | the routes under `/admin` |
//! | `overview`, `orders`, `order`, `views`, `board`, `bulk`, `products`, `labels`, `attention`, `inbox` | one folder per page, its server functions beside it |
//! | `live` | tells the open page that something changed |
//! | [`problem`] | the one way a server function fails |
//! | [`sections`] | the header's navigation, and the settings behind it |
//! | [`messages`] | the way between the pages about messages |
//! | `context`, `guards` | who calls, and who may (server only) |
//! | [`notice_rules`] | who is told what: plain HTML without WASM (server only) |
//! | [`api_keys`] | with which programs may call: plain HTML without WASM (server only) |
//! | [`team`] | who works here, and one's own account: plain HTML without WASM (server only) |
//! | [`flows`] | the workflow editor: plain HTML without WASM (server only) |
//! | [`imports`] | orders and products from a file: plain HTML without WASM (server only) |
//! | [`templates`] | the templates' editor: plain HTML without WASM (server only) |
//! | [`notices`] | the log of messages, one message, one by hand, a person's news: plain HTML without WASM (server only) |
//! | [`outgoing`] | outgoing webhooks: plain HTML without WASM (server only) |
//! | `doors` | sign-in, set-up, choosing a password: plain HTML without WASM (server only) |
//!
//! Components end in `.into_any()`: otherwise the types of nested views outgrow what the compiler lays out in a release
//! build, and the browser's download grows with them.
//!
//! Everything here decides nothing: it asks `domain` and shows the answer. All words are in `locales/*/admin.ftl`.

// A page's type nests as deep as its markup.
#![recursion_limit = "512"]

mod app;
mod attention;
mod board;
mod bulk;
mod countdown;
mod inbox;
mod labels;
mod language;
mod layout;
mod live;
mod looks;
mod me;
pub mod messages;
mod missing;
mod order;
mod orders;
mod outcome;
mod overview;
mod places;
mod print;
pub mod problem;
mod products;
pub mod sections;
mod views;
mod wire;
mod words;

#[cfg(feature = "ssr")]
pub mod api_keys;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod flows;
#[cfg(feature = "ssr")]
mod guards;
#[cfg(feature = "ssr")]
pub mod imports;
#[cfg(feature = "ssr")]
pub mod notice_rules;
#[cfg(feature = "ssr")]
pub mod notices;
#[cfg(feature = "ssr")]
pub mod outgoing;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub mod team;
#[cfg(feature = "ssr")]
pub mod templates;

#[cfg(test)]
mod keys_test;

pub use app::AdminApp;
pub use problem::{Kind, Problem};
pub use views::view_address;

#[cfg(feature = "ssr")]
pub use context::Viewer;
#[cfg(feature = "ssr")]
pub use doors::{
    code_page, forgot_page, password_page, password_spent_page, plain_page, set_up_page, sign_in_page,
};
#[cfg(feature = "ssr")]
pub use guards::GUARDS;
#[cfg(feature = "ssr")]
pub use orders::filter_of_fields;
#[cfg(feature = "ssr")]
pub use shell::shell;
