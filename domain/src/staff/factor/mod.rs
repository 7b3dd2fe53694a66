//! The second factor: who wants to shows at each sign-in a code of their telephone, too, or one of ten codes on paper.
//!
//! | file | what it is |
//! |---|---|
//! | `totp` | codes of an authenticator app, RFC 6238 |
//! | `begin`, `confirm` | turning it on: a secret is offered, and counts once a code of it was typed |
//! | `pass` | what somebody holds between the password and the code |
//! | `enter` | what a right password opens: a session, or the question for a code |
//! | `check` | whether a code is right, once |
//! | `codes` | the ten on paper |
//! | `turn_off`, `reset` | without it again, by its owner or by an administrator |

mod begin;
mod check;
mod codes;
mod confirm;
mod enter;
mod pass;
mod reset;
mod tell;
mod totp;
mod turn_off;
mod view;

pub use begin::{NewFactor, begin, pending};
pub use codes::new_recovery_codes;
pub use confirm::confirm;
pub use enter::{SignedIn, sign_in_with_code};
pub use pass::PASS_LASTS;
pub use reset::reset;
pub use turn_off::turn_off;
pub use view::{Factor, factor};

pub(super) use enter::enter;

use sqlx::PgConnection;

use crate::{Fault, ids::StaffId, secret::Cell};

const fn cell(of: StaffId) -> Cell {
    Cell { table: "staff_factor", column: "secret", row: of.0 }
}

/// The account first, as everybody who changes it does.
async fn lock(conn: &mut PgConnection, of: StaffId) -> Result<(), Fault> {
    let there = sqlx::query_scalar!("select id from staff where id = $1 for no key update", of.0)
        .fetch_optional(conn)
        .await?;
    there.map(drop).ok_or(Fault::NotFound)
}
