//! Who looks at the page and what the shop is: known to the server, handed to the browser inside the page.

use domain::staff::{Person, Role};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Known on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The shop's name.
    pub shop: String,
    /// Whether payments and mails are the sandbox's.
    pub sandbox: bool,
    /// Names of the carriers whose links we can make.
    pub carriers: Vec<String>,
    /// Who is signed in.
    pub person: Person,
}

/// Both halves read the same bytes, so the first picture in the browser is the one the server drew.
pub fn shared() -> Option<Me> {
    SharedValue::new(from_server).into_inner()
}

/// Whether the person may change orders. Only spares them useless buttons: the server asks again.
pub fn may_change() -> bool {
    use_context::<Me>().is_some_and(|me| me.person.role >= Role::Operator)
}

/// Whether the person may spend the shop's money: refunds, labels, cancellations.
pub fn may_pay() -> bool {
    use_context::<Me>().is_some_and(|me| me.person.role >= Role::Admin)
}

#[cfg(feature = "ssr")]
fn from_server() -> Option<Me> {
    let person = use_context::<crate::Viewer>()?.0?;
    let about = use_context::<domain::Shop>()?.about;
    let carriers = domain::parcel::Carrier::KNOWN.iter().map(|carrier| carrier.name.to_owned()).collect();
    Some(Me { shop: about.name, sandbox: about.sandbox, carriers, person })
}

#[cfg(not(feature = "ssr"))]
fn from_server() -> Option<Me> {
    None
}
