//! The checks on single parameters of a new session.

use url::Url;

use super::known;
use crate::clock;
use crate::stripe::error::ApiError;
use crate::stripe::params::{Params, name};

const HALF_AN_HOUR: i64 = 30 * 60;
const A_DAY: i64 = 24 * 60 * 60;
/// Clocks differ and calls take time; Stripe allows a little, too.
const SLACK: i64 = 60;

/// One-time payments on Stripe's own page are all that Clew sells.
pub fn mode(params: &Params) -> Result<(), ApiError> {
    match params.required("/mode")? {
        "payment" => {}
        "setup" | "subscription" => return Err(ApiError::refused("The sandbox only knows mode 'payment'.")),
        other => {
            let message =
                format!("Invalid mode: must be one of payment, setup, or subscription; got {other}");
            return Err(ApiError::invalid("parameter_invalid", "mode", message));
        }
    }
    match params.text("/ui_mode") {
        None | Some("hosted" | "hosted_page") => Ok(()),
        Some(_) => Err(ApiError::refused("The sandbox only knows the hosted page.")),
    }
}

/// An absolute web address; the template's braces are allowed.
pub fn address(params: &Params, pointer: &str) -> Result<(), ApiError> {
    let Some(text) = params.text(pointer) else { return Ok(()) };
    let valid = Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if valid { Ok(()) } else { Err(ApiError::invalid("url_invalid", &name(pointer), "Not a valid URL")) }
}

/// Something with one @ between two parts.
pub fn email(params: &Params, pointer: &str) -> Result<(), ApiError> {
    let Some(text) = params.text(pointer) else { return Ok(()) };
    let valid = text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.contains('@') && !text.contains(char::is_whitespace)
    });
    let message = format!("Invalid email address: {text}");
    if valid { Ok(()) } else { Err(ApiError::invalid("email_invalid", &name(pointer), message)) }
}

/// One of Stripe's languages.
pub fn locale(params: &Params) -> Result<(), ApiError> {
    let Some(text) = params.text("/locale") else { return Ok(()) };
    let message = format!("Invalid locale: must be one of {}", known::LOCALES.join(", "));
    if known::LOCALES.contains(&text) {
        Ok(())
    } else {
        Err(ApiError::invalid("parameter_invalid", "locale", message))
    }
}

/// At once or later.
pub fn capture_method(params: &Params) -> Result<(), ApiError> {
    const AT: &str = "/payment_intent_data/capture_method";
    match params.text(AT) {
        None | Some("automatic" | "automatic_async" | "manual") => Ok(()),
        Some(other) => {
            let message = format!(
                "Invalid payment_intent_data[capture_method]: must be one of automatic, automatic_async, or manual; got {other}"
            );
            Err(ApiError::invalid("parameter_invalid", &name(AT), message))
        }
    }
}

/// Between half an hour and a day from now.
pub fn expires_at(params: &Params) -> Result<i64, ApiError> {
    let now = clock::now();
    let at = params.integer("/expires_at")?.unwrap_or(now + A_DAY);
    let refused = |message: &str| Err(ApiError::invalid("parameter_invalid", "expires_at", message));
    if at < now + HALF_AN_HOUR - SLACK {
        return refused(
            "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
        );
    }
    if at > now + A_DAY + SLACK {
        return refused(
            "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
        );
    }
    Ok(at)
}

/// Three letters, lowercased.
pub fn currency(params: &Params, pointer: &str) -> Result<String, ApiError> {
    let text = params.required(pointer)?.to_ascii_lowercase();
    if text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Ok(text);
    }
    Err(ApiError::invalid("parameter_invalid", &name(pointer), format!("Invalid currency: {text}")))
}

/// Minor units, not negative, within eight digits.
pub fn amount(params: &Params, pointer: &str) -> Result<i64, ApiError> {
    let amount = params.integer(pointer)?.ok_or_else(|| ApiError::missing(&name(pointer)))?;
    if amount < 0 {
        let message = "This value must be greater than or equal to 0.";
        return Err(ApiError::invalid("parameter_invalid_integer", &name(pointer), message));
    }
    if amount > 99_999_999 {
        let message = "Amount must be no more than 99999999 in the smallest currency unit.";
        return Err(ApiError::invalid("amount_too_large", &name(pointer), message));
    }
    Ok(amount)
}
