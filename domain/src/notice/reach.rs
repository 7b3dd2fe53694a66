//! How far the shop reaches: what planning has to know of the settings.
//!
//! A message is planned in the transaction of the event it tells of, by whoever writes that event: a verb, a webhook, a job. None of
//! them has the settings at hand, and all of them have the database; so who serves writes down there what counts (ADR 0035).

use sqlx::PgConnection;

use super::Quiet;
use crate::{Fault, Language};

/// What planning has to know of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Whether anybody sends text messages for the shop.
    pub sms: bool,
    /// The zone of recipients who named none: an IANA name.
    pub zone: String,
    /// The quiet hours of recipients who set none.
    pub quiet: Quiet,
    /// The language of mails to staff.
    pub language: Language,
    /// Where mails to staff go; nowhere unless the shop says so.
    pub staff_mail: Option<String>,
    /// Seconds a message waits after a step of staff's, so that taking it back takes the message back.
    pub hold_seconds: i32,
}

/// Writes it down, for everybody who plans from now on.
///
/// # Errors
/// When PostgreSQL is away, or a hold of more than an hour is asked for.
pub async fn keep_reach(conn: &mut PgConnection, reach: &Reach) -> Result<(), Fault> {
    sqlx::query!(
        "insert into reach (sms, zone, quiet_from, quiet_until, language, staff_mail, hold_seconds)
         values ($1, $2, time '00:00' + make_interval(mins => $3), time '00:00' + make_interval(mins => $4), $5, lower($6), $7)
         on conflict (one) do update set sms = excluded.sms, zone = excluded.zone, quiet_from = excluded.quiet_from,
             quiet_until = excluded.quiet_until, language = excluded.language, staff_mail = excluded.staff_mail,
             hold_seconds = excluded.hold_seconds",
        reach.sms,
        reach.zone,
        i32::from(reach.quiet.from),
        i32::from(reach.quiet.until),
        reach.language.tag(),
        reach.staff_mail,
        reach.hold_seconds,
    )
    .execute(conn)
    .await?;
    Ok(())
}
