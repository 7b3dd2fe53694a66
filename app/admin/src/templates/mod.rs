//! The templates' editor: plain documents and plain forms made by the server, and one small script. Nothing of it is in the browser's
//! download of the app, and everything works without the script, which only spares presses of a button.

mod conflict;
mod editor;
mod fields;
mod fill;
mod list;
mod mark;
mod past;
mod picker;
mod preview;
mod sheet;

pub use editor::editor_page;
pub use fill::Fill;
pub use list::list_page;
pub use sheet::{Said, Typed};
