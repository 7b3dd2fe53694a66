//! What a test has to say although it passes. libtest keeps what `println!` says of a passing test to itself; a skipped proof must be seen.

use std::io::Write;

/// Says on standard error itself, past libtest, that a proof was skipped and why.
pub fn skipped(why: &str) {
    writeln!(std::io::stderr().lock(), "skipped: {why}").unwrap();
}
