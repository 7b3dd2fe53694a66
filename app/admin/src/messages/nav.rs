//! The pages about messages, and the line that leads from one to the others.
//!
//! Some are documents of the server's own and some may be pages of the app. Their links are plain and `external`, so that the line is
//! right on both.

use domain::{Language, language::say, staff::Role};
use leptos::prelude::*;

use crate::words;

/// A page about messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessagesPage {
    /// What was sent, and what became of it.
    Log,
    /// Who is told what.
    Rules,
    /// In which words.
    Templates,
    /// How well that went.
    Figures,
}

impl MessagesPage {
    /// All of them, in the line's order.
    pub const ALL: [Self; 4] = [Self::Log, Self::Rules, Self::Templates, Self::Figures];

    /// Its address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Log => "/admin/notices",
            Self::Rules => "/admin/notices/rules",
            Self::Templates => "/admin/templates",
            Self::Figures => "/admin/notices/figures",
        }
    }

    /// The least role that may open it: what was written to customers is not for everybody.
    pub const fn least(self) -> Role {
        match self {
            Self::Log | Self::Figures => Role::Operator,
            Self::Rules | Self::Templates => Role::Viewer,
        }
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Log => "messages-log",
            Self::Rules => "messages-rules",
            Self::Templates => "messages-templates",
            Self::Figures => "messages-figures",
        }
    }
}

/// The line below the header, on each of these pages: `<MessagesNav here=MessagesPage::Log role/>`.
#[component]
pub fn MessagesNav(
    /// The page it stands on, or whose part it stands on.
    here: MessagesPage,
    /// What whoever looks may open.
    role: Role,
    /// The reader's language, on documents outside of the app.
    #[prop(optional)]
    language: Option<Language>,
) -> impl IntoView {
    let language = language.unwrap_or_else(words::language);
    let open = MessagesPage::ALL.into_iter().filter(|page| role >= page.least());
    let links = open.map(|page| {
        let current = (page == here).then_some("page");
        view! { <li><a href=page.path() rel="external" aria-current=current>{say(language, page.key())}</a></li> }
    });
    view! {
        <nav class="sub-nav" aria-label=say(language, "messages-title")>
            <ul role="list">{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}
