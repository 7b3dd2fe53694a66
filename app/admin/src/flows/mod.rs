//! The workflow editor: plain documents and plain forms made by the server. Nothing of it is in the browser's download, and it works
//! without JavaScript; a refused save comes back with everything that was typed and each reason at its field.

mod draft;
mod editor;
mod frame;
mod graph;
mod list;
mod moving;
mod rules;
mod stage;

pub use draft::{Draft, Fields, Press};
pub use editor::{Said, editor_page};
pub use frame::Desk;
pub use list::list_page;
pub use moving::moving_page;
