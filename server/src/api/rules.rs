//! Who may call what, as the API's own document says it: what is documented is what is held, by construction.

use std::collections::HashMap;

use axum::http::Method;
use domain::{api_key::Scope, staff::Role};
use serde_json::Value;

use super::caller::Caller;

/// The security schemes of the document.
pub(super) const API_KEY: &str = "apiKey";
/// Staff in a browser.
pub(super) const SESSION: &str = "session";
/// A customer by an order's link or their session.
pub(super) const ORDER_LINK: &str = "orderLink";
/// A customer by the link at a mail's foot to what they want to hear, or their session.
pub(super) const PREFERENCES_LINK: &str = "preferencesLink";

/// What every operation asks for.
#[derive(Debug, Default)]
pub(super) struct Rules(HashMap<String, HashMap<Method, Rule>>);

/// What one operation asks for.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    ways: Vec<Way>,
    /// Whether it takes no request without an `Idempotency-Key`.
    pub needs_key: bool,
}

#[derive(Debug, Clone)]
enum Way {
    Anybody,
    Key(Vec<Scope>),
    Session(Role),
    OrderLink,
    PreferencesLink,
}

/// Why somebody is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Barred {
    /// They have not shown who they are.
    Unknown,
    /// They have, and it is not enough.
    Forbidden,
}

impl Rules {
    /// Reads them.
    ///
    /// # Errors
    /// When the document names a scope, a role or a scheme that is none: found by the first test that opens the doorway.
    pub(super) fn read(document: &Value) -> anyhow::Result<Self> {
        let mut rules: HashMap<String, HashMap<Method, Rule>> = HashMap::new();
        for (path, operations) in document["paths"].as_object().into_iter().flatten() {
            for (method, operation) in operations.as_object().into_iter().flatten() {
                let Ok(method) = method.to_uppercase().parse() else { continue };
                rules.entry(path.clone()).or_default().insert(method, Rule::read(operation)?);
            }
        }
        Ok(Self(rules))
    }

    /// The rule of a method at a matched path. `HEAD` is `GET` without its body.
    pub(super) fn of(&self, path: &str, method: &Method) -> Option<&Rule> {
        let method = if *method == Method::HEAD { &Method::GET } else { method };
        self.0.get(path)?.get(method)
    }

    /// Which methods a path has, as an `Allow` header says it.
    pub(super) fn methods(&self, path: &str) -> Option<String> {
        let mut methods: Vec<&str> = self.0.get(path)?.keys().map(Method::as_str).collect();
        methods.sort_unstable();
        Some(methods.join(", "))
    }
}

impl Rule {
    fn read(operation: &Value) -> anyhow::Result<Self> {
        let mut ways = Vec::new();
        for requirement in operation["security"].as_array().into_iter().flatten() {
            let schemes = requirement.as_object().into_iter().flatten();
            let read: anyhow::Result<Vec<Way>> =
                schemes.map(|(scheme, words)| Way::read(scheme, words)).collect();
            ways.push(read?.pop().unwrap_or(Way::Anybody));
        }
        Ok(Self {
            ways,
            needs_key: header_of(operation, "Idempotency-Key")
                .is_some_and(|header| header["required"] == true),
        })
    }

    /// Lets somebody in, or not. An operation without `security` lets nobody in.
    pub(super) fn admits(&self, caller: &Caller) -> Result<(), Barred> {
        if self.ways.iter().any(|way| way.admits(caller)) {
            return Ok(());
        }
        Err(if matches!(caller, Caller::Anybody) { Barred::Unknown } else { Barred::Forbidden })
    }

    /// Whether anybody may.
    pub(super) fn is_public(&self) -> bool {
        self.ways.iter().any(|way| matches!(way, Way::Anybody))
    }

    /// Whether staff may: then a browser's staff session counts before its customer's.
    pub(super) fn is_for_staff(&self) -> bool {
        self.ways.iter().any(|way| matches!(way, Way::Session(_)))
    }

    /// What would open it, for the refusal.
    pub(super) fn wanted(&self) -> String {
        let ways: Vec<String> = self.ways.iter().map(Way::say).collect();
        ways.join(", or ")
    }
}

impl Way {
    fn read(scheme: &str, words: &Value) -> anyhow::Result<Self> {
        let words: Vec<&str> = words.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        match scheme {
            API_KEY => {
                let scopes: Result<_, _> = words.iter().map(|word| word.parse()).collect();
                Ok(Self::Key(scopes.map_err(anyhow::Error::msg)?))
            }
            SESSION => {
                let role = words.first().and_then(|word| Role::parse(word));
                role.map(Self::Session).ok_or_else(|| anyhow::anyhow!("no such role: {words:?}"))
            }
            ORDER_LINK => Ok(Self::OrderLink),
            PREFERENCES_LINK => Ok(Self::PreferencesLink),
            _ => anyhow::bail!("no such security scheme: {scheme}"),
        }
    }

    fn admits(&self, caller: &Caller) -> bool {
        match (self, caller) {
            (Self::Anybody, _)
            | (Self::OrderLink, Caller::Link(_) | Caller::Owner(_))
            | (Self::PreferencesLink, Caller::Preferences(..) | Caller::Owner(_)) => true,
            (Self::Key(scopes), Caller::Program(key, _)) => scopes.iter().all(|scope| key.may(*scope)),
            (Self::Session(role), Caller::Staff(person)) => person.must_be(*role).is_ok(),
            _ => false,
        }
    }

    fn say(&self) -> String {
        match self {
            Self::Anybody => "nothing".to_owned(),
            Self::Key(scopes) => {
                let words: Vec<&str> = scopes.iter().map(|scope| scope.as_str()).collect();
                format!("an API key with {}", words.join(" and "))
            }
            Self::Session(role) => format!("the session of staff who are {} or more", role.as_str()),
            Self::OrderLink => "the token of the order's link".to_owned(),
            Self::PreferencesLink => "the token of a mail's link to preferences".to_owned(),
        }
    }
}

fn header_of<'a>(operation: &'a Value, name: &str) -> Option<&'a Value> {
    let mut parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters.find(|one| one["in"] == "header" && one["name"] == name)
}
