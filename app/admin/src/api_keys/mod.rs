//! With which programs may call the API: plain documents and forms made by the server, for administrators. Nothing of it is in the browser's
//! download, and it works without JavaScript. A key's secret stands on one page, once.

mod fields;
mod form;
mod key;
mod list;
mod parts;

pub use form::{Flaws, KeyForm};
pub use key::{OVERLAPS, Shown, key_page};
pub use list::list_page;
pub use parts::Said;
