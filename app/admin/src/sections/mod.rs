//! The sections of the admin, and who may open which: those of every day stand in the header, the others behind its last entry, the
//! settings.
//!
//! One table for the app and for the documents of the server's own, so that the header is the same on both.

mod row;
#[cfg(feature = "ssr")]
mod settings;

pub use row::Sections;
#[cfg(feature = "ssr")]
pub use settings::settings_page;

use domain::staff::Role;

use crate::messages::MessagesPage;

/// Begins like every other address.
const OVERVIEW: &str = "/admin";
/// Its entry carries a number.
const ATTENTION: &str = "/admin/attention";
/// Where what is seldom opened is listed.
pub const SETTINGS: &str = "/admin/settings";

/// A page of the admin, with what is below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Its address.
    pub path: &'static str,
    /// The key of its name.
    pub name: &'static str,
    /// The least role that may open it. Only spares people a way to a refusal: the page asks again.
    pub least: Role,
    /// Whether it is a page of the app, and not a document of the server's own.
    pub app: bool,
}

/// An entry of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Where it leads.
    pub section: Section,
    /// The key of what it is for.
    pub what: &'static str,
}

/// Entries that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The key of its name.
    pub name: &'static str,
    /// In their order.
    pub entries: &'static [Entry],
}

/// Those of every day, in the header's order. The last leads to all others.
pub const DAILY: &[Section] = &[
    page(OVERVIEW, "admin-nav-overview", Role::Viewer),
    page("/admin/orders", "admin-nav-orders", Role::Viewer),
    page("/admin/board", "admin-nav-board", Role::Viewer),
    page(ATTENTION, "admin-attention", Role::Operator),
    document("/admin/scan", "scan-title", Role::Operator),
    document(SETTINGS, "admin-settings", Role::Viewer),
];

/// All others.
pub const GROUPS: &[Group] = &[
    Group {
        name: "admin-settings-shop",
        entries: &[
            Entry {
                section: page("/admin/products", "admin-products", Role::Viewer),
                what: "admin-settings-what-products",
            },
            Entry {
                section: page("/admin/places", "place-title", Role::Viewer),
                what: "admin-settings-what-places",
            },
            Entry {
                section: document("/admin/workflows", "flow-title", Role::Viewer),
                what: "admin-settings-what-workflows",
            },
            Entry {
                section: document("/admin/import", "import-title", Role::Admin),
                what: "admin-settings-what-import",
            },
        ],
    },
    Group {
        name: "messages-title",
        entries: &[
            Entry { section: message(MessagesPage::Log), what: "admin-settings-what-log" },
            Entry { section: message(MessagesPage::Rules), what: "admin-settings-what-rules" },
            Entry { section: message(MessagesPage::Templates), what: "admin-settings-what-templates" },
            Entry { section: message(MessagesPage::Figures), what: "admin-settings-what-figures" },
        ],
    },
    Group {
        name: "admin-settings-people",
        entries: &[
            Entry {
                section: document("/admin/team", "team-title", Role::Admin),
                what: "admin-settings-what-team",
            },
            Entry {
                section: document("/admin/account", "account-title", Role::Viewer),
                what: "admin-settings-what-account",
            },
        ],
    },
    Group {
        name: "admin-settings-programs",
        entries: &[
            Entry {
                section: document("/admin/keys", "keys-title", Role::Admin),
                what: "admin-settings-what-keys",
            },
            Entry {
                section: document("/admin/webhooks", "hooks-title", Role::Admin),
                what: "admin-settings-what-hooks",
            },
            Entry {
                section: page("/admin/inbox", "admin-nav-inbox", Role::Operator),
                what: "admin-settings-what-inbox",
            },
        ],
    },
];

const fn page(path: &'static str, name: &'static str, least: Role) -> Section {
    Section { path, name, least, app: true }
}

const fn document(path: &'static str, name: &'static str, least: Role) -> Section {
    Section { path, name, least, app: false }
}

const fn message(page: MessagesPage) -> Section {
    document(page.path(), page.key(), page.least())
}

impl Section {
    /// What `aria-current` says of its link at an address: whether that is the page itself, or one below it.
    pub fn mark(&self, here: &str) -> Option<&'static str> {
        if here == self.path {
            return Some("page");
        }
        self.holds(here).then_some("true")
    }

    fn holds(&self, here: &str) -> bool {
        match self.path {
            OVERVIEW => false,
            SETTINGS => GROUPS
                .iter()
                .flat_map(|group| group.entries)
                .any(|entry| entry.section.path == here || entry.section.holds(here)),
            path => here.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_one_section_of_the_header_is_open() {
        for (here, open, mark) in [
            ("/admin", OVERVIEW, "page"),
            ("/admin/orders", "/admin/orders", "page"),
            ("/admin/orders/7K3QD-2M4XP", "/admin/orders", "true"),
            ("/admin/settings", SETTINGS, "page"),
            ("/admin/places/edit", SETTINGS, "true"),
            ("/admin/account", SETTINGS, "true"),
            ("/admin/notices/rules", SETTINGS, "true"),
            ("/admin/templates/shipped/email", SETTINGS, "true"),
        ] {
            let marks: Vec<_> =
                DAILY.iter().filter_map(|section| Some((section.path, section.mark(here)?))).collect();
            assert_eq!(marks, [(open, mark)], "{here}");
        }
        for here in ["/admin/feed", "/admin/keyring", "/admin/no/such/page"] {
            assert!(DAILY.iter().all(|section| section.mark(here).is_none()), "{here}");
        }
    }
}
