//! One crossing of a message and a channel: what the shop says about it, and what holds if it says nothing.

use domain::notice::{
    Channel, NoticeKind,
    rules::{Rule, Said},
};
use leptos::prelude::*;

use crate::flows::Desk;

/// What was said about it, if anything.
pub(super) fn rule_of(said: &[Said], kind: NoticeKind, channel: Channel) -> Rule {
    let found = said.iter().find(|said| said.kind == kind && said.channel == channel);
    found.map_or(Rule::Default, |said| said.rule)
}

/// The cell. `general` is what was said for all workflows, where this is one workflow's page.
pub(super) fn cell(
    desk: &Desk,
    (kind, channel): (NoticeKind, Channel),
    rule: Rule,
    general: Rule,
) -> AnyView {
    let label = channel.say(desk.person.language);
    if !kind.channels().contains(&channel) {
        return view! { <td data-label=label class="quiet-text">"–"</td> }.into_any();
    }
    if kind.is_fixed(channel) {
        return view! { <td data-label=label>{desk.t("rules-always")}</td> }.into_any();
    }
    let goes = match general {
        Rule::On => true,
        Rule::Off => false,
        Rule::Default => kind.by_default(channel),
    };
    let words = |rule: Rule| match rule {
        Rule::Default if goes => desk.t("rules-default-on"),
        Rule::Default => desk.t("rules-default-off"),
        Rule::On => desk.t("rules-on"),
        Rule::Off => desk.t("rules-off"),
    };
    if !desk.may_edit() {
        return view! { <td data-label=label>{words(rule)}</td> }.into_any();
    }
    let name = format!("{}.{}", kind.as_str(), channel.as_str());
    let options = Rule::ALL.map(|each| {
        view! { <option value=each.as_str() selected=each == rule>{words(each)}</option> }
    });
    let what = format!("{}: {label}", kind_words(desk, kind));
    view! {
        <td data-label=label>
            <select name=name aria-label=what>{options.into_iter().collect_view()}</select>
        </td>
    }
    .into_any()
}

/// What a kind of message is called.
pub(super) fn kind_words(desk: &Desk, kind: NoticeKind) -> String {
    desk.t(&format!("notice-kind-{}", kind.as_str()))
}
