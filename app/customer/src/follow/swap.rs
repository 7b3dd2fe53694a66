//! Putting new HTML in the place of the old without disturbing whoever reads it: no scroll, no lost focus, no fold that
//! closes, and one announcement.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlTemplateElement};

use super::{document, pulse};

/// The version a region shows.
pub fn version(region: &Element) -> u32 {
    number(region, "data-version")
}

fn number(region: &Element, attribute: &str) -> u32 {
    region.get_attribute(attribute).and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Replaces a region by newer HTML of the same server; older HTML is left alone. Says whether it was newer.
pub fn swap(old: &Element, html: &str) -> bool {
    let Some((document, new)) = document().and_then(|document| {
        let template: HtmlTemplateElement = document.create_element("template").ok()?.unchecked_into();
        template.set_inner_html(html);
        Some((document, template.content().first_element_child()?))
    }) else {
        return false;
    };
    if version(&new) <= version(old) {
        return false;
    }
    keep_folds_open(old, &new);
    highlight(old, &new);
    let focused =
        document.active_element().filter(|focused| old.contains(Some(focused))).map(|focused| focused.id());
    let _ = old.replace_with_with_node_1(&new);
    if let Some(id) = focused {
        refocus(&id);
    }
    let said = new.get_attribute("data-announce");
    if said != old.get_attribute("data-announce") {
        pulse::say(said.as_deref());
    }
    true
}

fn keep_folds_open(old: &Element, new: &Element) {
    let Ok(open) = old.query_selector_all("details[open]") else { return };
    for position in 0..open.length() {
        let id = open.item(position).map(|fold| fold.unchecked_into::<Element>().id()).unwrap_or_default();
        let same = new.query_selector_all("details").ok();
        for position in 0..same.as_ref().map_or(0, web_sys::NodeList::length) {
            let fold = same
                .as_ref()
                .and_then(|same| same.item(position))
                .map(|fold| fold.unchecked_into::<Element>());
            if let Some(fold) = fold.filter(|fold| fold.id() == id) {
                let _ = fold.set_attribute("open", "");
            }
        }
    }
}

/// Marks the entries that were not there before: the newest stand first.
fn highlight(old: &Element, new: &Element) {
    let fresh = number(new, "data-count").saturating_sub(number(old, "data-count"));
    let Ok(entries) = new.query_selector_all(".timeline > li") else { return };
    for position in 0..fresh.min(entries.length()) {
        if let Some(entry) = entries.item(position) {
            let _ = entry.unchecked_into::<Element>().class_list().add_1("new");
        }
    }
}

fn refocus(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.unchecked_into::<HtmlElement>().focus_with_options(&options);
    }
}
