//! Our six cookies: staff session, pass between password and code, customer's session, one order's page, one customer's preferences,
//! chosen language.

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, SameSite};
use domain::Language;

/// Seconds an order's page stays open after a look-up: 30 days.
pub const ORDER_LASTS: i64 = 30 * 24 * 3600;
const LANGUAGE: &str = "clew_language";
const ORDER: &str = "clew_order";
const PASS: &str = "clew_pass";
const PASS_PATH: &str = "/admin/sign-in";
const PREFERENCES: &str = "clew_preferences";
const PREFERENCES_PATH: &str = "/my/preferences";
/// Seconds a link from a mail keeps the preferences open: a day.
pub const PREFERENCES_LAST: i64 = 24 * 3600;

/// The session cookie's name: with TLS the browser itself holds it to this host and to TLS (`__Host-`, RFC 6265bis §4.1.3.2).
pub const fn session_name(secure: bool) -> &'static str {
    if secure { "__Host-clew_session" } else { "clew_session" }
}

/// A staff session for as long as it can last.
pub fn session(token: &str, secure: bool) -> HeaderValue {
    write(session_name(secure), token, "/", domain::staff::ABSOLUTE, secure)
}

/// Takes the session away.
pub fn end_session(secure: bool) -> HeaderValue {
    write(session_name(secure), "", "/", 0, secure)
}

/// What the right password opened where a code is asked for, too: the browser sends it to the doors of signing in only.
pub fn pass(pass: &str, secure: bool) -> HeaderValue {
    write(PASS, pass, PASS_PATH, domain::staff::factor::PASS_LASTS, secure)
}

/// Takes it away.
pub fn end_pass(secure: bool) -> HeaderValue {
    write(PASS, "", PASS_PATH, 0, secure)
}

/// Opens one order's page and no other: the browser sends it to that path only.
pub fn order(token: &str, number: &str, secure: bool) -> HeaderValue {
    write(ORDER, token, &format!("/o/{number}"), ORDER_LASTS, secure)
}

/// The customer's session cookie's name, held to this host as [`session_name`].
const fn customer_name(secure: bool) -> &'static str {
    if secure { "__Host-clew_customer" } else { "clew_customer" }
}

/// A customer's session for as long as it can last.
pub fn customer(token: &str, secure: bool) -> HeaderValue {
    write(customer_name(secure), token, "/", domain::customer::SESSION_LASTS, secure)
}

/// Takes the customer's session away.
pub fn end_customer(secure: bool) -> HeaderValue {
    write(customer_name(secure), "", "/", 0, secure)
}

/// Opens one customer's preferences: the browser sends it to that page only.
pub fn preferences(token: &str, secure: bool) -> HeaderValue {
    write(PREFERENCES, token, PREFERENCES_PATH, PREFERENCES_LAST, secure)
}

/// Takes that away: who signs in speaks for themselves.
pub fn end_preferences(secure: bool) -> HeaderValue {
    write(PREFERENCES, "", PREFERENCES_PATH, 0, secure)
}

/// Keeps the language a visitor chose, for a year.
pub fn language(language: Language, secure: bool) -> HeaderValue {
    write(LANGUAGE, language.tag(), "/", 365 * 24 * 3600, secure)
}

fn write(name: &str, value: &str, path: &str, seconds: i64, secure: bool) -> HeaderValue {
    let mut cookie = Cookie::new(name.to_owned(), value.to_owned());
    cookie.set_path(path.to_owned());
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(secure);
    // Tokens are URL-safe base64, numbers and tags are ASCII: a header can hold them all.
    let text = format!("{cookie}; Max-Age={seconds}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// The staff session's token.
pub fn session_of(headers: &HeaderMap, secure: bool) -> Option<&str> {
    read(headers, session_name(secure)).filter(|token| !token.is_empty())
}

/// The pass between password and code.
pub fn pass_of(headers: &HeaderMap) -> Option<&str> {
    read(headers, PASS).filter(|pass| !pass.is_empty())
}

/// The token that opens an order's page.
pub fn order_of(headers: &HeaderMap) -> Option<&str> {
    read(headers, ORDER)
}

/// The customer's session's token.
pub fn customer_of(headers: &HeaderMap, secure: bool) -> Option<&str> {
    read(headers, customer_name(secure)).filter(|token| !token.is_empty())
}

/// The token that opens a customer's preferences.
pub fn preferences_of(headers: &HeaderMap) -> Option<&str> {
    read(headers, PREFERENCES).filter(|token| !token.is_empty())
}

/// The language of a request: chosen, else of the browser.
pub fn language_of(headers: &HeaderMap) -> Option<Language> {
    let accepted = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(Language::from_accept);
    chosen_language(headers).or_else(accepted)
}

/// The language a visitor chose.
pub fn chosen_language(headers: &HeaderMap) -> Option<Language> {
    read(headers, LANGUAGE).and_then(Language::from_tag)
}
