//! Showing a session to the customer: to pay, to confirm, or how it ended.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::form::Typed;
use super::language::choose;
use super::words::Words;
use crate::html::escape;
use crate::money::written;
use crate::session::{Session, Status};
use crate::world::Shared;

/// What is wrong with which input.
pub struct Problem {
    /// The input's id.
    pub input: &'static str,
    /// The words' key.
    pub key: &'static str,
}

/// `GET /pay/{id}`
pub async fn show(State(world): State<Shared>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    answer(&world, &id, &headers, &Typed::default(), None)
}

/// The page as the session now stands.
pub fn answer(
    world: &Shared,
    id: &str,
    headers: &HeaderMap,
    typed: &Typed,
    problem: Option<Problem>,
) -> Response {
    let Some(session) = world.read(|state| state.sessions.get(id).cloned()) else {
        let words = Words::of(choose(None, headers));
        return frame(
            StatusCode::NOT_FOUND,
            &words,
            words.say("unknown"),
            &told(&words, "unknown", "unknown_why", None),
        );
    };
    let words = Words::of(choose(session.param("/locale"), headers));
    let back = session.param("/cancel_url");
    match session.status {
        Status::Complete => Redirect::to(&session.return_address()).into_response(),
        Status::Expired => frame(
            StatusCode::GONE,
            &words,
            words.say("expired"),
            &told(&words, "expired", "expired_why", back),
        ),
        Status::Open if session.awaiting.is_some() && problem.is_none() => {
            frame(StatusCode::OK, &words, words.say("confirm"), &confirm(&session, &words))
        }
        Status::Open => {
            let status = if problem.is_some() { StatusCode::PAYMENT_REQUIRED } else { StatusCode::OK };
            let title = format!(
                "{} {}",
                words.say("pay"),
                written(session.amount_total(), &session.currency, words.language())
            );
            frame(status, &words, &title, &open(&session, &words, &title, typed, problem.as_ref()))
        }
    }
}

fn frame(status: StatusCode, words: &Words, title: &str, main: &str) -> Response {
    let page = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">\
         <title>{}</title><style>{}</style></head><body><p class=\"ribbon\">{}</p><main>{main}</main></body></html>",
        words.language(),
        escape(title),
        include_str!("page.css"),
        words.say("ribbon"),
    );
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
    ];
    (status, headers, page).into_response()
}

fn told(words: &Words, heading: &'static str, why: &'static str, back: Option<&str>) -> String {
    format!("<h1>{}</h1><p>{}</p>{}", words.say(heading), words.say(why), cancel(words, back))
}

fn cancel(words: &Words, back: Option<&str>) -> String {
    back.map_or(String::new(), |url| {
        format!("<p><a href=\"{}\">{}</a></p>", escape(url), words.say("cancel"))
    })
}

fn confirm(session: &Session, words: &Words) -> String {
    format!(
        "<h1>{}</h1><p>{}</p><form method=\"post\" action=\"/pay/{}/authenticate\">\
         <button name=\"authentication\" value=\"complete\">{}</button>\
         <button class=\"quiet\" name=\"authentication\" value=\"fail\">{}</button></form>",
        words.say("confirm"),
        words.say("confirm_why"),
        session.id,
        words.say("confirm_yes"),
        words.say("confirm_no"),
    )
}

fn open(session: &Session, words: &Words, title: &str, typed: &Typed, problem: Option<&Problem>) -> String {
    let amount = |minor: i64| written(minor, &session.currency, words.language());
    let line = |name: &str, minor: i64| {
        format!("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escape(name), amount(minor))
    };
    let mut lines: String = session
        .line_items
        .iter()
        .map(|item| line(&format!("{} × {}", item.name, item.quantity), item.amount()))
        .collect();
    if let Some(shipping) = session.shipping.first() {
        lines += &line(&format!("{}: {}", words.say("shipping"), shipping.display_name), shipping.amount);
    }
    let alert = problem.map_or(String::new(), |problem| {
        format!("<p class=\"problem\" role=\"alert\" id=\"problem\">{}</p>", words.refusal(problem.key))
    });
    let input = |name: &'static str, key: &'static str, value: &str, extra: &str| {
        let wrong = problem.is_some_and(|problem| problem.input == name);
        let mark = if wrong { " aria-invalid=\"true\" aria-describedby=\"problem\" autofocus" } else { "" };
        let (label, value) = (words.say(key), escape(value));
        format!(
            "<label for=\"{name}\">{label}</label><input id=\"{name}\" name=\"{name}\" value=\"{value}\" {extra}{mark}>"
        )
    };
    let email = match session.param("/customer_email") {
        Some(email) => format!("<p>{}: {}</p>", words.say("email"), escape(email)),
        None => input("email", "email", &typed.email, "type=\"email\" autocomplete=\"email\" required"),
    };
    let address = if session.asks_address() {
        let field = |name, key, value| input(name, key, value, "required");
        [
            field("shippingAddressLine1", "street", &typed.shipping_address_line1),
            field("shippingPostalCode", "postcode", &typed.shipping_postal_code),
            field("shippingLocality", "town", &typed.shipping_locality),
            field("shippingCountry", "country", &typed.shipping_country),
        ]
        .concat()
    } else {
        String::new()
    };
    let ticked = if typed.delayed.is_some() { " checked" } else { "" };
    format!(
        "<h1>{title}</h1><section aria-label=\"{order}\"><table><caption>{order}</caption><tbody>{lines}</tbody>\
         <tfoot><tr><th scope=\"row\">{total}</th><td>{sum}</td></tr></tfoot></table></section>{alert}\
         <form method=\"post\" action=\"/pay/{id}\" novalidate>{email}{address}<p class=\"hint\">{hint}</p>{number}\
         <div class=\"pair\"><div>{expiry}</div><div>{cvc}</div></div>{name}\
         <label class=\"tick\"><input type=\"checkbox\" name=\"delayed\"{ticked}> {delayed}</label>\
         <button>{title}</button></form>{cancel}\
         <form method=\"post\" action=\"/pay/{id}/expire\"><button class=\"quiet\">{expire}</button></form>",
        title = escape(title),
        order = words.say("order"),
        total = words.say("total"),
        sum = amount(session.amount_total()),
        id = session.id,
        hint = words.say("hint"),
        number = input(
            "cardNumber",
            "number",
            &typed.card_number,
            "inputmode=\"numeric\" autocomplete=\"cc-number\""
        ),
        expiry = input(
            "cardExpiry",
            "expiry",
            &typed.card_expiry,
            "inputmode=\"numeric\" autocomplete=\"cc-exp\""
        ),
        cvc = input("cardCvc", "cvc", "", "inputmode=\"numeric\" autocomplete=\"cc-csc\""),
        name = input("billingName", "name", &typed.billing_name, "autocomplete=\"cc-name\""),
        delayed = words.say("delayed"),
        cancel = cancel(words, session.param("/cancel_url")),
        expire = words.say("expire"),
    )
}
