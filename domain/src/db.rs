//! The pool and the migrations.

use std::time::Duration;

use sqlx::{
    PgConnection, PgPool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// The schema, embedded. sqlx runs it under an advisory lock, so that two processes starting at once are safe.
pub static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// Opens a pool of at most `size` connections.
///
/// # Errors
/// When PostgreSQL cannot be reached within ten seconds.
pub async fn connect(options: PgConnectOptions, size: u32) -> Result<PgPool, sqlx::Error> {
    let options = options.options([
        ("application_name", "clew"),
        // Our statements read few rows of a large schema. PostgreSQL reckons some of them dear enough to compile, which takes ten times
        // as long as they do (ADR 0048).
        ("jit", "off"),
        ("statement_timeout", "20s"),
        ("lock_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "30s"),
    ]);
    PgPoolOptions::new()
        .max_connections(size)
        .acquire_timeout(Duration::from_secs(10))
        // A ping before every use would double the round trips of the order page; a dead connection fails its first query instead.
        .test_before_acquire(false)
        .max_lifetime(Duration::from_secs(30 * 60))
        .connect_with(options)
        .await
}

/// For a transaction that names hundreds of rows by their keys: its statements are planned without looking at how many these are, and reach
/// each by an index. A plan made for just these reads whole tables, and takes longer the older the shop (ADR 0048).
///
/// # Errors
/// When PostgreSQL is away.
pub async fn by_key(conn: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query("set local plan_cache_mode = force_generic_plan").execute(conn).await?;
    Ok(())
}

/// The name of the constraint an error broke, when it broke one.
pub fn broken_constraint(error: &sqlx::Error) -> Option<&str> {
    error.as_database_error().and_then(|error| error.constraint())
}

/// Whether PostgreSQL could not take a value at all: a text with a NUL, a moment beyond its calendar. That is whoever sent it, not us.
pub fn is_unstorable(error: &anyhow::Error) -> bool {
    let code = error
        .downcast_ref::<sqlx::Error>()
        .and_then(sqlx::Error::as_database_error)
        .and_then(|error| error.code());
    // character_not_in_repertoire, untranslatable_character, datetime_field_overflow
    code.is_some_and(|code| matches!(&*code, "22021" | "22P05" | "22008"))
}
