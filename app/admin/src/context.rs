//! Who calls a server function, whether they may, and with which HTTP status it answers.

use std::fmt::Debug;

use domain::{
    Fault, Language, Reason, Shop,
    language::say,
    staff::{Person, Role},
};
use http::{StatusCode, header, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::{Kind, Problem};

/// Whoever the session cookie names. The server provides it to page rendering and to server functions alike.
#[derive(Debug, Clone)]
pub struct Viewer(pub Option<Person>);

/// The shop and the person, when somebody with at least this role is signed in.
///
/// # Errors
/// [`Kind::SignedOut`] or [`Kind::Forbidden`].
pub async fn staff(needed: Role) -> Result<(Shop, Person), Problem> {
    let Some(shop) = use_context::<Shop>() else {
        return Err(bug(&"the server provides no Shop", language()));
    };
    let Some(person) = use_context::<Viewer>().and_then(|viewer| viewer.0) else {
        answer_with(Kind::SignedOut);
        return Err(Problem::new(Kind::SignedOut, Reason::SignedOut.say(language())));
    };
    match person.must_be(needed) {
        Ok(()) => Ok((shop, person)),
        Err(reason) => {
            answer_with(Kind::Forbidden);
            Err(Problem::new(Kind::Forbidden, reason.say(person.language)))
        }
    }
}

/// The language of whoever is asking: the signed-in person's, the browser's, or the shop's.
pub fn language() -> Language {
    let person = use_context::<Viewer>().and_then(|viewer| viewer.0).map(|person| person.language);
    let browser = || {
        let parts = use_context::<Parts>()?;
        Language::from_accept(parts.headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)
    };
    let shop = || use_context::<Shop>().map(|shop| shop.about.language);
    person.or_else(browser).or_else(shop).unwrap_or_default()
}

/// A verb's fault as the page gets it. Logs what only we may read.
pub fn problem(fault: Fault, language: Language) -> Problem {
    let kind = match &fault {
        Fault::NotFound => Kind::NotFound,
        Fault::Refused(Reason::SignedOut) => Kind::SignedOut,
        Fault::Refused(Reason::RoleTooLow) => Kind::Forbidden,
        Fault::Refused(_) => Kind::Refused,
        Fault::Conflict(_) => Kind::Conflict,
        Fault::Down { .. } => Kind::Down,
        Fault::Bug(_) => Kind::Bug,
    };
    match &fault {
        Fault::Bug(error) => return bug(error, language),
        Fault::Down { provider, detail } => tracing::warn!(provider, detail, "a provider is down"),
        _ => {}
    }
    answer_with(kind);
    Problem::new(kind, fault.say(language))
}

fn bug(error: &dyn Debug, language: Language) -> Problem {
    answer_with(Kind::Bug);
    let incident: String =
        domain::secret::token().chars().filter(char::is_ascii_alphanumeric).take(10).collect();
    tracing::error!(incident.id = %incident, ?error, "a server function failed: incident {incident}");
    Problem { incident: Some(incident), ..Problem::new(Kind::Bug, say(language, "fault-bug")) }
}

/// Sets the status of a server function's own answer. A page that shows an earlier problem is none the worse for it.
pub(crate) fn answer_call_with(kind: Kind) {
    if use_context::<Parts>().is_some_and(|parts| is_call(&parts)) {
        answer_with(kind);
    }
}

fn is_call(parts: &Parts) -> bool {
    parts.uri.path().starts_with("/admin/fn/")
}

/// After a step was taken without JavaScript: back to the order's page as it is, not to the step, which would offer it again.
pub(crate) fn leave_step() {
    let referer = use_context::<Parts>()
        .and_then(|parts| parts.headers.get(header::REFERER)?.to_str().ok().map(str::to_owned));
    let page = referer.as_deref().and_then(|address| {
        let path = address.split_once("://")?.1;
        let path = path.get(path.find('/')?..)?;
        path.split(['?', '#']).next().filter(|path| path.starts_with("/admin/"))
    });
    if let Some(page) = page {
        leptos_axum::redirect(page);
    }
}

/// Sets the answer's status. A form posted without JavaScript is left alone: it is redirected back to its page, which shows
/// the problem, and a status of our own would keep the browser from following.
pub(crate) fn answer_with(kind: Kind) {
    let (Some(parts), Some(response)) = (use_context::<Parts>(), use_context::<ResponseOptions>()) else {
        return;
    };
    let html = parts
        .headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|a| a.contains("text/html"));
    if html && is_call(&parts) {
        return;
    }
    response.set_status(match kind {
        Kind::SignedOut => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Down | Kind::Network => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Bug => StatusCode::INTERNAL_SERVER_ERROR,
    });
}
