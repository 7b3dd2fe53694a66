//! The words of messages: a template per kind, channel and language, which a shop may write anew.
//!
//! The language is a corner of Jinja's that cannot loop, call or reach into anything ([`parse`]), its variables are a closed list
//! ([`Variable`]), and what is wrong is said before it is saved ([`lint`]). Underneath always lie our own words (`builtin`), so that a
//! message never fails for want of one. See `docs/adr/0039-templates.md`.

mod fill;
mod finding;
mod lint;
mod parse;
mod plural;
mod sms;
mod variable;
mod variables;
mod views;

pub use fill::fill;
pub use finding::{Field, Finding, Problem};
pub use lint::{LONGEST_BODY, LONGEST_SUBJECT, lint};
pub use parse::{Node, Parsed, parse};
pub use plural::{Form, form, forms};
pub use sms::{Segments, plain, segments};
pub use variable::{Type, Variable};
pub use variables::{Goods, Package, Value, Variables};
pub use views::{
    CHANNELS, Draft, Preview, TemplateCell, TemplateKey, TemplatePage, TemplateRow, TemplateState,
    TemplateVersion, Tried, VariableView,
};

#[cfg(feature = "ssr")]
mod builtin;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod preview;
#[cfg(feature = "ssr")]
mod roll_back;
#[cfg(feature = "ssr")]
pub(super) mod sample;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
mod send_test;
#[cfg(feature = "ssr")]
mod store;

#[cfg(feature = "ssr")]
pub use builtin::builtin;
#[cfg(feature = "ssr")]
pub use list::list;
#[cfg(feature = "ssr")]
pub use page::page;
#[cfg(feature = "ssr")]
pub use preview::{Against, check, preview};
#[cfg(feature = "ssr")]
pub use roll_back::roll_back;
#[cfg(feature = "ssr")]
pub use save::{Saved, save};
#[cfg(feature = "ssr")]
pub use send_test::{SendTest, send_test};
#[cfg(feature = "ssr")]
pub(super) use store::newest;
#[cfg(feature = "ssr")]
pub(super) use variables::one_line;
