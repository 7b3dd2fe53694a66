//! Names become addresses in one place, and nothing that was not judged leaves it: what is connected to is what was judged.

use std::{
    collections::HashMap,
    error::Error,
    fmt, io,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::allow::Allow;

/// The system's resolver, or a test's.
#[derive(Debug, Clone, Default)]
pub enum Names {
    /// The machine's.
    #[default]
    System,
    /// Says what a test says.
    Fixed(Arc<Mutex<HashMap<String, Vec<IpAddr>>>>),
}

impl Names {
    /// Has a name mean these addresses from now on; the system's cannot be told.
    pub fn set(&self, name: &str, to: &[IpAddr]) {
        if let Self::Fixed(names) = self {
            names.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), to.to_vec());
        }
    }

    async fn of(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        match self {
            Self::System => Ok(tokio::net::lookup_host((name, 0)).await?.map(|at| at.ip()).collect()),
            Self::Fixed(names) => {
                let names = names.lock().unwrap_or_else(PoisonError::into_inner);
                names.get(name).cloned().ok_or_else(|| io::Error::other("no such name"))
            }
        }
    }
}

/// Why a name leads nowhere.
#[derive(Debug)]
pub(super) enum Unreachable {
    /// It has no address.
    Nameless(String),
    /// One of its addresses is not for this shop's webhooks.
    Inside(IpAddr),
}

impl Unreachable {
    pub(super) const fn reason(&self) -> &'static str {
        match self {
            Self::Nameless(_) => "name",
            Self::Inside(_) => "address",
        }
    }
}

impl fmt::Display for Unreachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nameless(why) => f.write_str(why),
            Self::Inside(ip) => write!(f, "{ip} is an address inside a network, see CLEW_WEBHOOK_ALLOW"),
        }
    }
}

impl Error for Unreachable {}

/// Resolves and judges.
#[derive(Debug)]
pub(super) struct Checking {
    pub allow: Allow,
    pub names: Names,
}

impl Resolve for Checking {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(judged(self.allow.clone(), self.names.clone(), name))
    }
}

/// The addresses of a name, all of them judged.
async fn judged(allow: Allow, names: Names, name: Name) -> Result<Addrs, Box<dyn Error + Send + Sync>> {
    let found = names.of(name.as_str()).await;
    let found = found.map_err(|error| Unreachable::Nameless(error.to_string()))?;
    if found.is_empty() {
        return Err(Unreachable::Nameless("no address".to_owned()).into());
    }
    // One bad address among good ones is no accident: nobody is called.
    if let Some(inside) = found.iter().find(|ip| !allow.may(name.as_str(), **ip)) {
        return Err(Unreachable::Inside(*inside).into());
    }
    Ok(Box::new(found.into_iter().map(|ip| SocketAddr::new(ip, 0))))
}
