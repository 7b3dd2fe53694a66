//! The mail by which an account's owner hears that its second factor was changed: who did not do it has to hear of it.

use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::{
    Fault, Shop,
    notice::{NoticeKind, StaffLetter, staff_letter},
    staff::Colleague,
};

/// Plans it, whatever happened: `on`, `off` or `reset`.
pub(super) async fn tell(
    conn: &mut PgConnection,
    shop: &Shop,
    owner: &Colleague,
    what: &'static str,
) -> Result<(), Fault> {
    let letter = StaffLetter {
        name: &format!("staff_factor_changed:{}", Uuid::now_v7()),
        kind: NoticeKind::StaffFactorChanged,
        to: &owner.email,
        language: owner.language,
        payload: json!({ "link": shop.about.url("/admin/account"), "what": what }),
    };
    staff_letter(conn, letter, shop.clock.now()).await
}
