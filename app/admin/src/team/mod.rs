//! Who works here: the team for administrators, and everybody's own account. Plain documents and forms made by the server. Nothing of it is in
//! the browser's download, and it works without JavaScript. What opens an
//! account, an invitation's link and codes for paper, stands on one page, once.

mod account;
mod colleague;
mod factor;
mod fields;
mod form;
mod history;
mod list;
mod parts;
mod qr;
mod sessions;

pub use account::{Own, account_page};
pub use colleague::{Shown, colleague_page};
pub use factor::{codes_page, factor_page};
pub use form::{ColleagueForm, Flaws};
pub use list::list_page;
