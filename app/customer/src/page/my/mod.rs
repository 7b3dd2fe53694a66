//! `/my`: a customer's own page, reached by a link in a mail. No password, no script.

mod door;
mod list;

pub use door::{SignInDoor, sign_in_page};
pub use list::{MyView, my_page};
