//! `Idempotency-Key`: a request that changes something is done once, however often it is sent.

use std::time::Duration;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::api_request::{self, Answer, Ask, Begun, LEASE, Ticket};
use sha2::{Digest, Sha256};

use super::{
    caller::{Caller, RequestId, RequestKey},
    problem::Problem,
    rules::Rule,
};
use crate::{router::LARGEST_BODY, state::AppState};

/// Headers that belong to an answer and are given again with it.
const KEPT: [HeaderName; 5] = [
    header::CONTENT_TYPE,
    header::LOCATION,
    header::ETAG,
    header::CONTENT_LANGUAGE,
    header::CONTENT_DISPOSITION,
];
/// The longest answer that is kept, in bytes.
const LARGEST_ANSWER: usize = 4 * 1024 * 1024;
/// The longest a keyed request may take: shorter than its lease, so that nobody else does it meanwhile.
const PATIENCE: Duration = Duration::from_secs(LEASE.unsigned_abs() - 10);

/// Does the request, or gives the answer it had. A request that changes nothing, or comes without a key where none is asked for, is simply
/// done.
///
/// # Errors
/// 400 without a key where one is needed, 409 while another does it, 422 for a key that stands for another request.
pub(super) async fn once(
    state: &AppState,
    rule: &Rule,
    caller: &Caller,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let changes = !request.method().is_safe();
    let Some(name) = caller.name().filter(|_| changes) else { return Ok(next.run(request).await) };
    let Some(key) = key_of(request.headers(), rule.needs_key)? else { return Ok(next.run(request).await) };
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_BODY).await.map_err(|_| too_large())?;
    let hash = hash(&parts.method, &parts.uri, &body);
    let ticket = match api_request::begin(&state.shop, &Ask { caller: &name, key: &key, hash: &hash }).await?
    {
        Begun::Go(ticket) => ticket,
        Begun::Done(answer) => return replayed(answer),
        Begun::Running(seconds) => return Err(running(seconds)),
        Begun::KeyReused => return Err(Problem::key_reused("another request")),
    };
    let mut request = Request::from_parts(parts, Body::from(body));
    request.extensions_mut().insert(RequestId(ticket.id.0));
    request.extensions_mut().insert(RequestKey(format!("{name}:{key}")));
    // A program that goes away does not stop what it began: it is done in a task of its own, and the answer is there for the retry.
    let state = state.clone();
    let done = tokio::spawn(async move { answer(&state, ticket, request, next).await });
    done.await.map_err(|error| domain::Fault::from(anyhow::Error::from(error)))?
}

async fn answer(state: &AppState, ticket: Ticket, request: Request, next: Next) -> Result<Response, Problem> {
    let shop = &state.shop;
    let Ok(response) = tokio::time::timeout(PATIENCE, next.run(request)).await else {
        api_request::abandon(shop, ticket).await?;
        return Err(running(1));
    };
    let status = response.status();
    if !status.is_success() {
        if status.is_server_error() {
            api_request::abandon(shop, ticket).await?;
        } else {
            api_request::forget(shop, ticket).await?;
        }
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, LARGEST_ANSWER)
        .await
        .map_err(|error| domain::Fault::from(anyhow::Error::from(error)))?;
    let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
    let headers =
        KEPT.iter().filter_map(|name| Some((name.to_string(), parts.headers.get(name).and_then(text)?)));
    let answer = Answer {
        status: status.as_u16(),
        headers: headers.collect(),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    shop.reach("api.answered").await;
    api_request::finish(shop, ticket, &answer).await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn replayed(answer: Answer) -> Result<Response, Problem> {
    let status = StatusCode::from_u16(answer.status)
        .map_err(|error| domain::Fault::from(anyhow::Error::from(error)))?;
    let mut response = (status, answer.body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert("idempotent-replayed", HeaderValue::from_static("true"));
    Ok(response)
}

/// The key of a request.
///
/// # Errors
/// 400 for one that is none, or is missing where it is needed.
pub(super) fn key_of(headers: &HeaderMap, needed: bool) -> Result<Option<String>, Problem> {
    let Some(said) = headers.get("idempotency-key") else {
        return if needed { Err(missing()) } else { Ok(None) };
    };
    let key = said.to_str().map(str::trim).unwrap_or_default();
    if (1..=255).contains(&key.len()) { Ok(Some(key.to_owned())) } else { Err(missing()) }
}

fn missing() -> Problem {
    let detail = "Send an Idempotency-Key of 1 to 255 characters: with it a retry can never do it twice.";
    Problem::new(StatusCode::BAD_REQUEST, "idempotency-key-missing", "Idempotency-Key is missing", detail)
}

fn running(seconds: i64) -> Problem {
    let detail = "A request with this Idempotency-Key is being done just now. Send it again for its answer.";
    Problem::new(StatusCode::CONFLICT, "idempotency-key-in-use", "Being done", detail)
        .retry_after(seconds.unsigned_abs())
}

fn too_large() -> Problem {
    let detail = format!("Nothing was done: a body has at most {LARGEST_BODY} bytes.");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Too large", detail)
}

fn hash(method: &Method, uri: &Uri, body: &Bytes) -> Vec<u8> {
    let address = uri.path_and_query().map_or("", |address| address.as_str());
    let mut hash = Sha256::new();
    for part in [method.as_str().as_bytes(), address.as_bytes()] {
        hash.update(u64::try_from(part.len()).unwrap_or_default().to_be_bytes());
        hash.update(part);
    }
    hash.update(body);
    hash.finalize().to_vec()
}
