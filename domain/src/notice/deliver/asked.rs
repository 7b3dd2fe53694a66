//! A provider asked behind its circuit, and what may be concluded when no answer came.

use std::future::Future;

use crate::{
    Fault, Shop,
    provider::{Unanswered, said::Said},
};

/// The end of one question.
pub(super) enum Asked<T> {
    /// It answered.
    Said(Said<T>),
    /// Nobody acted: it was not asked, or refused our key.
    Held(String),
    /// Perhaps it acted.
    Unknown(String),
}

/// Asks, unless the circuit is open.
pub(super) async fn ask<T>(
    shop: &Shop,
    provider: &'static str,
    call: impl Future<Output = Result<Said<T>, Unanswered>>,
) -> Asked<T> {
    let mut doubt = false;
    let answer = shop
        .ask(provider, async {
            let answer = call.await;
            doubt = matches!(answer, Err(Unanswered::Down(_)));
            answer
        })
        .await;
    match answer {
        Ok(said) => Asked::Said(said),
        // The sentence begins with the provider's name: by it `provider::health` finds who waits.
        Err(fault @ Fault::Down { .. }) if doubt => Asked::Unknown(fault.to_string()),
        Err(fault) => Asked::Held(fault.to_string()),
    }
}
