//! The one door of the API: who calls, whether they may, how often, and that a request is done once.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{
    authenticate::authenticate,
    caller::{Caller, unknown},
    cors, once,
    plain_refusal::as_problem,
    problem::Problem,
    rate::{self, Window},
    rules::{Barred, Rule, Rules},
};
use crate::{client_ip::ClientIp, state::AppState};

/// What the guard needs.
#[derive(Clone)]
pub(super) struct Guarded {
    pub state: AppState,
    pub rules: Arc<Rules>,
}

/// Lets a request through to its handler, or answers it. Whatever is answered, pages of the caller's sites may read it.
pub(super) async fn guard(State(guarded): State<Guarded>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let path =
        request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let Some(rule) = guarded.rules.of(&path, request.method()).cloned() else {
        let (method, headers) = (request.method().clone(), request.headers().clone());
        return no_such_method(&guarded, &path, &method, &headers).await;
    };
    let mut passed = Passed::default();
    let answer = pass(&guarded.state, &rule, request, next, &mut passed).await;
    let mut response = as_problem(answer.unwrap_or_else(IntoResponse::into_response)).await;
    if let Some(window) = passed.window {
        window.tell(response.headers_mut());
    }
    if let Some(Caller::Program(key, _)) = &passed.caller {
        cors::share(&mut response, origin.as_ref(), &key.origins);
    }
    response
}

/// What is known of a request so far, also when it goes no further.
#[derive(Default)]
struct Passed {
    caller: Option<Caller>,
    window: Option<Window>,
}

async fn pass(
    state: &AppState,
    rule: &Rule,
    request: Request,
    next: Next,
    passed: &mut Passed,
) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let Ok(ClientIp(ip)) = ClientIp::from_request_parts(&mut parts, state).await;
    let caller = match authenticate(state, &parts.method, &parts.headers, rule).await {
        Ok(caller) => caller,
        Err(problem) => {
            // Guessing keys is counted by address; a program with a good key is never held up by it.
            rate::miss(state, ip).await?;
            return Err(problem);
        }
    };
    passed.caller = Some(caller.clone());
    passed.window = Some(rate::take(state, &caller, ip).await?);
    if let Some(window) = passed.window.filter(Window::is_over) {
        return Err(window.refusal());
    }
    if let Caller::Program(key, _) = &caller {
        cors::check(&parts.headers, &key.origins, &state.shop.about.public_url)?;
    }
    rule.admits(&caller).map_err(|barred| match barred {
        Barred::Unknown => unknown(),
        Barred::Forbidden => {
            let detail = format!("This needs {}.", rule.wanted());
            Problem::new(StatusCode::FORBIDDEN, "forbidden", "Not with this key or role", detail)
        }
    })?;
    parts.extensions.insert(caller.clone());
    once::once(state, rule, &caller, Request::from_parts(parts, body), next).await
}

/// `OPTIONS` is a browser that asks first; anything else is told what there is.
async fn no_such_method(guarded: &Guarded, path: &str, method: &Method, headers: &HeaderMap) -> Response {
    let Some(methods) = guarded.rules.methods(path) else { return not_found().await };
    if method == Method::OPTIONS {
        return cors::preflight(&guarded.state, headers, &methods).await;
    }
    let detail = format!("There is {methods}.");
    let mut response =
        Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", "No such method here", detail)
            .into_response();
    if let Ok(methods) = HeaderValue::from_str(&methods) {
        response.headers_mut().insert(header::ALLOW, methods);
    }
    response
}

/// What every other address under `/api` is answered.
pub(super) async fn not_found() -> Response {
    let detail = "There is no such address. The API's document is at /api/openapi.json.";
    Problem::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail).into_response()
}
