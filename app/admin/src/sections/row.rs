//! The header's navigation, on pages of the app and on documents of the server's own.

use domain::{Language, language::say, staff::Role};
use leptos::prelude::*;

use super::{ATTENTION, DAILY};

/// The sections of every day, as far as whoever looks may open them.
///
/// Plain links: the app's router follows those that are not `external`, and a document has no router.
#[component]
pub fn Sections(
    /// What whoever looks may do.
    role: Role,
    /// The reader's language.
    language: Language,
    /// The page's address, or that of the section it belongs to.
    #[prop(into)]
    here: Signal<String>,
    /// How much needs attention, where somebody counts.
    waiting: Option<AnyView>,
) -> impl IntoView {
    let mut waiting = waiting;
    let links = DAILY.iter().filter(|section| role >= section.least).map(|section| {
        let beside = if section.path == ATTENTION { waiting.take() } else { None };
        let rel = (!section.app).then_some("external");
        let current = move || here.with(|here| section.mark(here));
        let name = say(language, section.name);
        view! { <li><a href=section.path rel=rel aria-current=current>{name} {beside}</a></li> }
    });
    view! { <nav aria-label=say(language, "admin-nav")><ul role="list">{links.collect_view()}</ul></nav> }
        .into_any()
}
