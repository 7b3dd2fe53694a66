//! The circuit of each provider, in PostgreSQL: shared by every process, shown to staff.
//!
//! After [`FAILURES`] failures in a row nobody calls for a while; then one caller tries. A refused key pauses the provider until a
//! person says otherwise. When a provider answers again, the jobs that waited for it are due at once.

use std::future::Future;

use serde_json::json;

use super::{Unanswered, said::Said};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    clock::At,
};

/// So many failures in a row open the circuit.
const FAILURES: i32 = 5;
/// How long it stays open, in seconds: long enough to spare both sides, short enough that work goes on within a minute.
const OPEN: i64 = 30;

/// Whether so many failures in a row mean that it does not answer at all, rather than not just now.
pub const fn is_down(failures: i32) -> bool {
    failures >= FAILURES
}

impl Shop {
    /// Asks a provider, unless its circuit is open, and keeps how it went.
    ///
    /// # Errors
    /// [`Fault::Down`] when it does not answer or may not be asked now.
    pub async fn ask<T>(
        &self,
        provider: &'static str,
        call: impl Future<Output = Result<T, Unanswered>>,
    ) -> Result<T, Fault> {
        let down = |detail: String| Fault::Down { provider, detail };
        let fresh = match standing(self, provider).await? {
            Standing::Closed(why) => return Err(down(why.to_owned())),
            Standing::Open { fresh } => fresh,
        };
        match call.await {
            Ok(answer) => {
                // That it answers is known: ten thousand calls in a row do not queue up to write it.
                if !fresh {
                    answered(self, provider).await?;
                }
                Ok(answer)
            }
            Err(error) => {
                failed(self, provider, &error).await?;
                Err(down(error.to_string()))
            }
        }
    }
}

/// Whether a provider refused our key, and nobody has said since that it may be asked again.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn is_paused(shop: &Shop, provider: &str) -> Result<bool, Fault> {
    let paused = sqlx::query_scalar!(
        r#"select paused_at is not null as "paused!" from provider_health where provider = $1"#,
        provider
    );
    Ok(paused.fetch_optional(&shop.pool).await?.unwrap_or(false))
}

/// [`Shop::ask`]; and where our key was refused, tries whether it is taken again. Then the alarm settles by itself. For questions that cost
/// nothing and change nothing; who calls this keeps a distance between its tries.
///
/// # Errors
/// As [`Shop::ask`].
pub async fn ask_or_try<T>(
    shop: &Shop,
    provider: &'static str,
    call: impl Future<Output = Result<Said<T>, Unanswered>>,
) -> Result<Said<T>, Fault> {
    if !is_paused(shop, provider).await? {
        return shop.ask(provider, call).await;
    }
    match call.await {
        // It may be somebody in front of it who is busy: that says nothing about our key.
        Ok(Said::Busy { detail, after }) => Ok(Said::Busy { detail, after }),
        Ok(answer) => {
            answered(shop, provider).await?;
            let mut conn = shop.pool.acquire().await?;
            alert::store::settle_provider(&mut conn, provider, None, shop.clock.now()).await?;
            Ok(answer)
        }
        Err(error) => {
            failed(shop, provider, &error).await?;
            Err(Fault::Down { provider, detail: error.to_string() })
        }
    }
}

/// Whether a provider may be asked.
enum Standing {
    /// Yes; `fresh` when it is known to have answered within the last minute, and nothing failed since.
    Open { fresh: bool },
    /// No, and why.
    Closed(&'static str),
}

/// Whether the provider may be asked now. After the pause exactly one caller gets through: who moves `open_until` on.
async fn standing(shop: &Shop, provider: &str) -> Result<Standing, Fault> {
    let now = shop.clock.now();
    let row = sqlx::query!(
        r#"select open_until, paused_at,
               coalesce(failures = 0 and open_until is null and answered_at between $2::timestamptz - interval '1 minute' and $2, false) as "fresh!"
           from provider_health where provider = $1"#,
        provider,
        now as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else { return Ok(Standing::Open { fresh: false }) };
    if row.paused_at.is_some() {
        return Ok(Standing::Closed("paused: it refused our key"));
    }
    let Some(until) = row.open_until else { return Ok(Standing::Open { fresh: row.fresh }) };
    let probing = sqlx::query!(
        "update provider_health set open_until = $2 where provider = $1 and open_until = $3 and open_until <= $4",
        provider,
        now.plus(OPEN) as At,
        until as At,
        now as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(if probing.rows_affected() == 0 {
        Standing::Closed("it has not answered for a while; trying again soon")
    } else {
        Standing::Open { fresh: false }
    })
}

async fn answered(shop: &Shop, provider: &str) -> Result<(), Fault> {
    let now = shop.clock.now();
    // Written when it changes something, and once a minute so that staff see a living provider; not at every call.
    let recovered = sqlx::query_scalar!(
        r#"insert into provider_health as h (provider, answered_at) values ($1, $2)
           on conflict (provider) do update set failures = 0, open_until = null, paused_at = null, answered_at = $2
               where h.failures > 0 or h.open_until is not null or h.paused_at is not null or h.answered_at is null
                  or h.answered_at < $2 - interval '1 minute'
           returning (h.failed_at is not null) as "failed!""#,
        provider,
        now as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    if recovered == Some(true) {
        let waits = format!("{provider} %");
        let woken = sqlx::query!(
            "update job set run_at = now() where not dead and run_at > now() and lease_until is null and last_error like $1",
            waits
        )
        .execute(&shop.pool)
        .await?;
        if woken.rows_affected() > 0 {
            shop.bell.work_waits();
        }
    }
    Ok(())
}

async fn failed(shop: &Shop, provider: &str, error: &Unanswered) -> Result<(), Fault> {
    let now = shop.clock.now();
    let refused = matches!(error, Unanswered::KeyRefused(_));
    tracing::warn!(provider, refused, "a provider did not answer");
    let mut tx = shop.pool.begin().await?;
    sqlx::query!(
        "insert into provider_health as h (provider, failures, last_error, failed_at, paused_at)
         values ($1, 1, $2, $3, case when $4 then $3::timestamptz end)
         on conflict (provider) do update set failures = h.failures + 1, last_error = $2,
             failed_at = case when h.failures = 0 then $3 else h.failed_at end,
             paused_at = case when $4 then coalesce(h.paused_at, $3) else h.paused_at end,
             open_until = case when h.failures + 1 >= $5 then $6::timestamptz else h.open_until end",
        provider,
        error.to_string(),
        now as At,
        refused,
        FAILURES,
        now.plus(OPEN) as At,
    )
    .execute(&mut *tx)
    .await?;
    if refused {
        let detail = json!({ "detail": error.to_string() });
        alert::store::raise_for_provider(&mut tx, provider, AlertKind::ProviderPaused, detail, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// A person says that a paused provider may be asked again: its key was mended.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn resume(shop: &Shop, provider: &str, by: &str) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    sqlx::query!(
        "update provider_health set paused_at = null, open_until = null, failures = 0 where provider = $1",
        provider
    )
    .execute(&mut *tx)
    .await?;
    alert::store::settle_provider(&mut tx, provider, Some(by), now).await?;
    sqlx::query!(
        "update poll_source_state set pause_until = null, pause_because = null, failures = 0 where source = $1",
        provider
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "update job set run_at = now() where not dead and run_at > now() and lease_until is null and last_error like $1 || ' %'",
        provider
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}
