//! The page: one table per audience, and the way between the workflows.

use domain::notice::{
    Channel, NoticeKind,
    rules::{EVERYWHERE, RULED, Rule, Said},
};
use leptos::prelude::*;

use super::cell::{cell, kind_words, rule_of};
use crate::{
    doors::drawn,
    flows::Desk,
    messages::{MessagesNav, MessagesPage},
};

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Every workflow's key and name.
    pub workflows: Vec<(String, String)>,
    /// Whose rules: a workflow's key, or [`EVERYWHERE`].
    pub of: String,
    /// What was said for it.
    pub said: Vec<Said>,
    /// What was said for all.
    pub general: Vec<Said>,
    /// Whether it has just been saved.
    pub saved: bool,
}

/// The page.
pub fn rules_page(desk: &Desk, shown: &Shown) -> String {
    drawn(|| {
        let title = desk.t("rules-title");
        let form = view! {
            {table(desk, shown, false)}
            {table(desk, shown, true)}
        };
        let form = if desk.may_edit() {
            view! {
                <form method="post" action=address(&shown.of) class="rules-of-notices">
                    {form}
                    <p class="buttons"><button type="submit" class="button primary">{desk.t("rules-save")}</button></p>
                </form>
            }
            .into_any()
        } else {
            form.into_any()
        };
        let inside = view! {
            <MessagesNav here=MessagesPage::Rules role=desk.person.role language=desk.person.language/>
            <h1>{title.clone()}</h1>
            {shown.saved.then(|| view! { <p class="panel" role="status">{desk.t("rules-saved")}</p> })}
            <p class="quiet-text">{desk.t("rules-what")}</p>
            {between(desk, shown)}
            {form}
        };
        desk.document_at("/admin/notices", &title, "", inside.into_any())
    })
}

fn address(of: &str) -> String {
    if of == EVERYWHERE {
        "/admin/notices/rules".to_owned()
    } else {
        format!("/admin/notices/rules?workflow={of}")
    }
}

/// From one workflow's rules to another's.
fn between(desk: &Desk, shown: &Shown) -> AnyView {
    let all = (EVERYWHERE.to_owned(), desk.t("rules-everywhere"));
    let links = std::iter::once(&all).chain(&shown.workflows).map(|(key, name)| {
        let current = (*key == shown.of).then_some("page");
        view! { <li><a href=address(key) aria-current=current><bdi>{name.clone()}</bdi></a></li> }
    });
    view! {
        <nav class="sub-nav" aria-label=desk.t("rules-workflows")><ul role="list">{links.collect_view()}</ul></nav>
    }
    .into_any()
}

fn table(desk: &Desk, shown: &Shown, staff: bool) -> AnyView {
    let general = |kind, channel| {
        if shown.of == EVERYWHERE { Rule::Default } else { rule_of(&shown.general, kind, channel) }
    };
    // What little is left of something is no workflow's.
    let listed = |kind: &NoticeKind| {
        kind.is_for_staff() == staff && (shown.of == EVERYWHERE || *kind != NoticeKind::StaffLowStock)
    };
    let channels: &[Channel] = if staff { NoticeKind::StaffNewOrder.channels() } else { &Channel::ALL };
    let rows = RULED.into_iter().filter(listed).map(|kind| {
        let cells = channels.iter().map(|channel| {
            let rule = rule_of(&shown.said, kind, *channel);
            cell(desk, (kind, *channel), rule, general(kind, *channel))
        });
        view! { <tr><th scope="row">{kind_words(desk, kind)}</th>{cells.collect_view()}</tr> }
    });
    let heads =
        channels.iter().map(|channel| view! { <th scope="col">{channel.say(desk.person.language)}</th> });
    let (id, title) =
        if staff { ("to-staff", "rules-to-staff") } else { ("to-customers", "rules-to-customers") };
    view! {
        <section class="panel" aria-labelledby=id>
            <h2 id=id>{desk.t(title)}</h2>
            <div class="table-frame"><table>
                <thead><tr><th scope="col">{desk.t("rules-message")}</th>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}
