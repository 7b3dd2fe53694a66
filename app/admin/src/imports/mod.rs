//! Orders and products from a file: plain documents made by the server. Nothing of it is in the browser's download, and it works without
//! JavaScript.

mod import;
mod upload;

pub use import::import_page;
pub use upload::{Sent, upload_page};
