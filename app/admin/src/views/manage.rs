//! Keeping what the list shows, and renaming, changing, copying and deleting what was kept. Plain forms: each leads to an address.

use domain::{order::Filter, views::ViewTab};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::ask::{DeleteView, DuplicateView, RenameView, SaveView, UpdateView};
use crate::{
    me::may_change,
    orders::fields,
    outcome::Outcome,
    wire::Post,
    words::{t, t_name},
};

/// The forms, folded away.
#[component]
pub fn Manage(filter: Filter, now: Option<ViewTab>) -> impl IntoView {
    let posts = [SaveView::PATH, RenameView::PATH, UpdateView::PATH, DuplicateView::PATH, DeleteView::PATH]
        .map(Post::to);
    let result = Signal::derive(move || posts.iter().find_map(|post| post.result.get()));
    let filter = Filter { after: None, ..filter };
    let share = may_change().then(|| {
        view! { <label class="pick-all"><input type="checkbox" name="shared" value="true"/> {t("admin-view-share")}</label> }
    });
    let open = now.map(|view| view! { <Open view filter=filter.clone()/> });
    view! {
        <Outcome result done=String::new()/>
        <details class="fold view-forms">
            <summary>{t("admin-view-manage")}</summary>
            <form method="post" action=SaveView::PATH class="view-form">
                <Shown filter/>
                <label for="view-name">{t("admin-view-name")}</label>
                <input id="view-name" name="name" required maxlength="80" autocomplete="off"/>
                {share}
                <button type="submit" class="button">{t("admin-view-save")}</button>
            </form>
            {open}
        </details>
    }
    .into_any()
}

/// What can be done with the kept list that is open.
#[component]
fn Open(view: ViewTab, filter: Filter) -> impl IntoView {
    let slug = view.slug.clone();
    let which = move || view! { <input type="hidden" name="slug" value=slug.clone()/> };
    let theirs = view.mine.then(|| {
        let differs = filter != Filter { after: None, ..view.filter.clone() };
        let update = differs.then(|| {
            view! {
                <form method="post" action=UpdateView::PATH class="view-form">
                    {which()}
                    <Shown filter/>
                    <button type="submit" class="button">{t("admin-view-update")}</button>
                </form>
            }
        });
        view! {
            <form method="post" action=RenameView::PATH class="view-form">
                {which()}
                <label for="view-rename">{t("admin-view-new-name")}</label>
                <input id="view-rename" name="name" required maxlength="80" autocomplete="off" value=view.name.clone()/>
                <button type="submit" class="button">{t("admin-view-rename")}</button>
            </form>
            {update}
            <form method="post" action=DeleteView::PATH class="view-form">
                {which()}
                <button type="submit" class="button">{t_name("admin-view-delete", &view.name)}</button>
                <span class="quiet-text">{t("admin-view-delete-what")}</span>
            </form>
        }
    });
    let link = format!("/admin/orders/views/{}", view.slug);
    let words = link.clone();
    view! {
        <p class="meta">{t("admin-view-address")} " " <a href=link rel="external">{words}</a></p>
        {theirs}
        <form method="post" action=DuplicateView::PATH class="view-form">
            {which()}
            <button type="submit" class="button">{t("admin-view-duplicate")}</button>
        </form>
    }
    .into_any()
}

/// What the list shows, as hidden fields.
#[component]
fn Shown(filter: Filter) -> impl IntoView {
    fields(&filter)
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=format!("filter[{name}]") value=value/> })
        .collect_view()
        .into_any()
}
