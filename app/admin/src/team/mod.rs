//! Who works here: the team for administrators, and everybody's own account. Plain documents and forms made by the server. Nothing of it is in
//! the browser's download, and it works without JavaScript. An invitation's link stands on one page, once.

mod account;
mod colleague;
mod fields;
mod form;
mod history;
mod list;
mod parts;
mod sessions;

pub use account::{Own, account_page};
pub use colleague::{Shown, colleague_page};
pub use form::{ColleagueForm, Flaws};
pub use list::list_page;
