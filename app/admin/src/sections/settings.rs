//! `/admin/settings`: what is seldom opened, in groups, each entry with what it is for. A plain document made by the server; it asks nothing
//! of the database but who is looking.

use leptos::prelude::*;

use super::{GROUPS, Group, SETTINGS};
use crate::{doors::drawn, flows::Desk};

/// The page, with what this person may open.
pub fn settings_page(desk: &Desk) -> String {
    drawn(|| {
        let title = desk.t("admin-settings");
        let groups = GROUPS.iter().filter_map(|group| shown(desk, group));
        let inside = view! {
            <h1 id="settings">{title.clone()}</h1>
            <nav class="settings" aria-labelledby="settings">{groups.collect_view()}</nav>
        };
        desk.document_at(SETTINGS, &title, "", inside.into_any())
    })
}

/// A group of which something may be opened.
fn shown(desk: &Desk, group: &'static Group) -> Option<AnyView> {
    let open: Vec<_> = group.entries.iter().filter(|entry| desk.person.role >= entry.section.least).collect();
    if open.is_empty() {
        return None;
    }
    let entries = open.into_iter().map(|entry| {
        view! {
            <li>
                <a href=entry.section.path>{desk.t(entry.section.name)}</a>
                <p class="quiet-text">{desk.t(entry.what)}</p>
            </li>
        }
    });
    let group = view! {
        <div>
            <h2 id=group.name>{desk.t(group.name)}</h2>
            <ul role="list" aria-labelledby=group.name>{entries.collect_view()}</ul>
        </div>
    };
    Some(group.into_any())
}
