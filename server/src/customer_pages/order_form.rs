//! `/order/{location}`: the public order form. A page, a refusal with everything kept, or an order and the way to its till.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use customer::{FormProblem, MessageKind};
use domain::{
    Fault, Language, Reason,
    order::{
        OrderNumber,
        form::{self, Choice, OrderForm, Storefront, Submitted},
    },
    payment,
    secret::{Purpose, token},
};
use serde::Deserialize;

use super::{LanguageWish, failed, keep_language, language, page, visit};
use crate::{client_ip::ClientIp, cookies, state::AppState};

/// The address of a location's form.
fn address(location: &str) -> String {
    let plain = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    format!("/order/{}", location.bytes().map(plain).collect::<String>())
}

fn render(
    state: &AppState,
    language: Language,
    at: &Storefront,
    form: &OrderForm,
    problem: Option<&FormProblem>,
    status: StatusCode,
) -> Response {
    let visit = visit(state, language, &address(&at.place.key));
    page(status, customer::order_form_page(&visit, at, form, problem))
}

/// The second step, where a carrier brings it.
fn rates(
    state: &AppState,
    language: Language,
    at: &Storefront,
    form: &OrderForm,
    (choice, problem): (&Choice, Option<&str>),
    status: StatusCode,
) -> Response {
    let visit = visit(state, language, &address(&at.place.key));
    page(status, customer::order_rates_page(&visit, at, form, choice, problem))
}

fn unknown(state: &AppState, language: Language) -> Response {
    let visit = visit(state, language, "/track");
    page(StatusCode::NOT_FOUND, customer::message_page(&visit, MessageKind::NotFound))
}

pub(super) async fn show(
    State(state): State<AppState>,
    Path(location): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    if let Some(kept) = keep_language(&state, &wish, &address(&location)) {
        return kept;
    }
    let language = language(&state, &headers);
    match form::show(&state.shop, &location).await {
        Ok(at) => {
            let fresh = OrderForm { key: token(), ..OrderForm::default() };
            render(&state, language, &at, &fresh, None, StatusCode::OK)
        }
        Err(Fault::NotFound) => unknown(&state, language),
        Err(fault) => failed(&state, language, &fault),
    }
}

pub(super) async fn submit(
    State(state): State<AppState>,
    Path(location): Path<String>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let language = language(&state, &headers);
    let typed = OrderForm::of(fields);
    let at = match form::show(&state.shop, &location).await {
        Ok(at) => at,
        Err(Fault::NotFound) => return unknown(&state, language),
        Err(fault) => return failed(&state, language, &fault),
    };
    let again = |status: StatusCode, problem: FormProblem| {
        render(&state, language, &at, &typed, Some(&problem), status)
    };
    if typed.step == "edit" {
        return render(&state, language, &at, &typed, None, StatusCode::OK);
    }
    match form::submit(&state.shop, &at, &typed, language, ip).await {
        Ok(Submitted::Placed { id, number }) => match payment::begin_checkout(&state.shop, id).await {
            Ok(_) => {
                let until = state.shop.clock.now().plus(cookies::ORDER_LASTS);
                let cookie = state.shop.secret.sign_order(Purpose::Cookie, id, until);
                let cookie = cookies::order(&cookie, &number.to_string(), state.door.secure);
                let onward = format!("{}/placed?number={number}", address(&location));
                ([(header::SET_COOKIE, cookie)], Redirect::to(&onward)).into_response()
            }
            // The order is kept: sending the same page again asks for the same order's till.
            Err(fault @ Fault::Down { .. }) => {
                let words = domain::language::say(language, sentence(&fault));
                let status = StatusCode::SERVICE_UNAVAILABLE;
                // Who chose a carrier stands in the second step, and stays there.
                let before = OrderForm { shipment: String::new(), ..typed.clone() };
                if typed.shipment.is_empty() {
                    return again(status, FormProblem::Whole(words));
                }
                match form::submit(&state.shop, &at, &before, language, ip).await {
                    Ok(Submitted::Choose(choice)) => {
                        rates(&state, language, &at, &typed, (&choice, Some(&words)), status)
                    }
                    _ => again(status, FormProblem::Whole(words)),
                }
            }
            Err(fault) => failed(&state, language, &fault),
        },
        Ok(Submitted::Choose(choice)) => {
            let flawed = choice.problem.is_some();
            let status = if flawed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            rates(&state, language, &at, &typed, (&choice, None), status)
        }
        Ok(Submitted::Flawed(flaws)) => {
            // What was free or in stock on the page may be gone: it is shown as it is now.
            let now = form::show(&state.shop, &location).await.unwrap_or_else(|_| at.clone());
            let problem = FormProblem::Flaws(flaws);
            render(&state, language, &now, &typed, Some(&problem), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Fault::Refused(reason @ Reason::TooMany { seconds })) => {
            let mut answer = again(StatusCode::TOO_MANY_REQUESTS, FormProblem::Whole(reason.say(language)));
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            answer
        }
        Err(fault @ Fault::Down { .. }) => again(
            StatusCode::SERVICE_UNAVAILABLE,
            FormProblem::Whole(domain::language::say(language, sentence(&fault))),
        ),
        Err(fault) => failed(&state, language, &fault),
    }
}

/// Who is away, in words: nobody can pay, measure, or say what sending costs.
const fn sentence(fault: &Fault) -> &'static str {
    match fault {
        Fault::Down { provider, .. } if matches!(provider.as_bytes(), b"postcodes") => {
            "order-form-no-distance"
        }
        Fault::Down { provider, .. } if matches!(provider.as_bytes(), b"shippo") => "order-form-no-rates",
        _ => "order-form-no-till",
    }
}

/// What stands in the address after an order was placed.
#[derive(Debug, Deserialize)]
pub(super) struct PlacedOrder {
    #[serde(default)]
    number: String,
    lang: Option<String>,
}

/// On to the till. By a page of our own, because a form's answer may not lead elsewhere (`form-action 'self'`).
pub(super) async fn placed(
    State(state): State<AppState>,
    Path(location): Path<String>,
    Query(said): Query<PlacedOrder>,
    headers: HeaderMap,
) -> Response {
    let wished = said.lang.as_deref().and_then(Language::from_tag);
    let language = wished.unwrap_or_else(|| language(&state, &headers));
    let Some(number) = OrderNumber::parse(&said.number).map(|number| number.to_string()) else {
        return Redirect::to(&address(&location)).into_response();
    };
    let path = format!("{}/placed?number={number}", address(&location));
    let mut answer =
        page(StatusCode::OK, customer::order_placed_page(&visit(&state, language, &path), &number));
    // Who asks for another language wants to read first.
    let refresh = HeaderValue::from_str(&format!("0; url=/o/{number}/pay")).ok().filter(|_| wished.is_none());
    if let Some(refresh) = refresh {
        answer.headers_mut().insert(header::REFRESH, refresh);
    }
    answer
}
