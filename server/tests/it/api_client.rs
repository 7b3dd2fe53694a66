//! The Rust client, generated from the released document, against the real doorway.
