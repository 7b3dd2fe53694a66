//! The pool and the migrations.

use std::time::Duration;

use sqlx::{
    PgPool,
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

/// The name of the constraint an error broke, when it broke one.
pub fn broken_constraint(error: &sqlx::Error) -> Option<&str> {
    error.as_database_error().and_then(|error| error.constraint())
}
