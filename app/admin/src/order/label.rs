//! One label: where it stands, what it cost, its paper, and what can be done about it.

use domain::{
    ids::LabelId,
    order::LabelView,
    parcel::{Direction, LabelStatus},
};
use leptos::prelude::*;
use server_fn::ServerFn;
use ui::{Mark, When};

use super::{safe_link::safe_link, sheet::Sheet};
use crate::{
    Problem, looks,
    me::may_pay,
    wire::{Post, PostForm},
    words::{language, t, t_count},
};

/// Gives a label nobody has used back to its carrier.
#[server(prefix = "/admin/fn", endpoint = "void_label")]
pub async fn void_label(id: LabelId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    match domain::parcel::void_label(&shop, &person, id).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// Looks again for a label of which nobody knows whether it was bought. Buys nothing.
#[server(prefix = "/admin/fn", endpoint = "resolve_label")]
pub async fn resolve_label(id: LabelId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    match domain::parcel::resolve_label(&shop, &person, id).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// What the buttons of all labels post with.
#[derive(Debug, Clone, Copy)]
pub struct LabelPosts {
    /// Giving back.
    pub void: Post,
    /// Looking again.
    pub resolve: Post,
}

impl LabelPosts {
    /// Both, each followed by a look at the order.
    pub fn new(sheet: Sheet) -> Self {
        let posts = Self { void: Post::to(VoidLabel::PATH), resolve: Post::to(ResolveLabel::PATH) };
        sheet.after(move || posts.void.result.get());
        sheet.after(move || posts.resolve.result.get());
        posts
    }
}

/// The label.
#[component]
pub fn Label(label: LabelView, posts: LabelPosts) -> impl IntoView {
    let live = matches!(label.status, LabelStatus::Bought | LabelStatus::Voiding | LabelStatus::VoidRefused);
    let file = safe_link(label.file).filter(|_| live);
    let print = file.map(|url| {
        view! { <a class="button" href=url rel="external noopener noreferrer" target="_blank">{t("admin-label-print")}</a> }
    });
    let which = match label.direction {
        Direction::Outbound => t_count("admin-label-box", label.box_number.into()),
        Direction::Return => t("admin-parcel-return"),
    };
    let price = label.cost.map(|cost| {
        let expected =
            (!label.paid).then(|| view! { <span class="quiet-text">{t("admin-label-expected")} " "</span> });
        view! { <span class="num sum">{expected} {cost}</span> }
    });
    let unknown = (label.status == LabelStatus::Unknown).then(|| t("admin-label-unknown-what"));
    let buttons = may_pay().then(|| {
        let void = label.voidable.then(|| view! { <VoidForm id=label.id post=posts.void/> });
        let look = (label.status == LabelStatus::Unknown)
            .then(|| view! { <LookForm id=label.id post=posts.resolve/> });
        view! { {look} {void} }
    });
    view! {
        <div class="label">
            <p class="flow">
                <Mark status=looks::label(label.status) word=label.status.say(language())/>
                <span><bdi>{label.carrier}</bdi> " " <bdi>{label.service}</bdi></span>
                {price}
            </p>
            <p class="meta">{which} " · " {label.who.map(|who| view! { <bdi>{who}</bdi> " · " })} <When moment=label.at/></p>
            {unknown.map(|words| view! { <p class="warn">{words}</p> })}
            {(label.error.is_some() || label.error_code.is_some()).then(|| view! {
                <p class="raw bad" lang="en">{label.error_code} " " {label.error}</p>
            })}
            <div class="actions">{print} {buttons}</div>
        </div>
    }
    .into_any()
}

#[component]
fn VoidForm(id: LabelId, post: Post) -> impl IntoView {
    let busy = post.busy;
    view! {
        <details class="fold">
            <summary>{t("admin-label-void")}</summary>
            <PostForm post class="step">
                <p>{t("admin-label-void-what")}</p>
                <input type="hidden" name="id" value=id.to_string()/>
                <button type="submit" class="button danger" aria-disabled=move || busy.get().then_some("true")>{t("admin-label-void-go")}</button>
            </PostForm>
        </details>
    }
    .into_any()
}

#[component]
fn LookForm(id: LabelId, post: Post) -> impl IntoView {
    let busy = post.busy;
    view! {
        <PostForm post>
            <input type="hidden" name="id" value=id.to_string()/>
            <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-label-look")}</button>
        </PostForm>
    }
    .into_any()
}
