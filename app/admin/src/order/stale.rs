//! Said while somebody looks at a step: the order is no longer what they saw.

use domain::language::say;
use leptos::prelude::*;
use ui::When;

use super::{sheet::Sheet, timeline::source_key};
use crate::words::{language, t};

/// Who did what since version `seen`, and a way to look again.
#[component]
pub fn Stale(seen: i64) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let newest = sheet.memo(move |page| page.events.first().filter(|event| event.version > seen).cloned());
    let again = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        sheet.look();
    };
    let shown = move || {
        newest.get().map(|event| {
            let who = event
                .actor
                .unwrap_or_else(|| say(language(), &format!("source-{}", source_key(event.source))));
            view! {
                <p class="warn">
                    {t("admin-stale")} " " <strong>{event.kind.say(language())}</strong> ", " <bdi>{who}</bdi> ", " <When moment=event.at/> ". "
                    <a href="" data-noscroll="1" on:click=again>{t("admin-look-again")}</a>
                </p>
            }
        })
    };
    view! { <div role="status">{shown}</div> }.into_any()
}
