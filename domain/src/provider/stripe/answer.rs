//! What Stripe's answers mean: done, refused for good, or perhaps.

use stripe::{IdempotencyKey, RequestStrategy, StripeError};

use crate::provider::{Refused, Unanswered};

/// Sorts an answer by Stripe's own rule: 409, 424, 429 and 5xx may be asked again; every other 4xx is a refusal
/// (<https://docs.stripe.com/error-low-level>).
///
/// # Errors
/// When nobody knows whether Stripe acted, or the key was refused.
pub(super) fn read<T>(answer: Result<T, StripeError>) -> Result<Result<T, Refused>, Unanswered> {
    match answer {
        Ok(answer) => Ok(Ok(answer)),
        Err(StripeError::Stripe(error, status)) => {
            let message = error.message.clone().unwrap_or_default();
            match status {
                401 | 403 => Err(Unanswered::KeyRefused(format!("HTTP {status}: {message}"))),
                409 | 424 | 429 | 500.. => Err(Unanswered::Down(format!("HTTP {status}: {message}"))),
                _ => {
                    let code =
                        error.code.as_ref().map_or_else(|| error.type_.to_string(), ToString::to_string);
                    Ok(Err(Refused { code, message }))
                }
            }
        }
        Err(error) => Err(Unanswered::Down(error.to_string())),
    }
}

/// One request under an idempotency key that is ours for ever.
pub(super) fn once_for(key: &str) -> Result<RequestStrategy, Unanswered> {
    IdempotencyKey::new(key)
        .map(RequestStrategy::Idempotent)
        .map_err(|error| Unanswered::Down(format!("{error:?}")))
}
