//! Whose hands the order is in.

use domain::ids::OrderId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{seen::Seen, sheet::Sheet};
use crate::{
    Problem,
    me::Me,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::t,
};

/// Puts the order that the person saw at `version` into the hands of `staff`: an id, or nobody when empty.
#[server(prefix = "/admin/fn", endpoint = "assign_order")]
pub async fn assign_order(
    id: OrderId,
    #[server(default)] staff: String,
    version: i64,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let to = match &*staff {
        "" => Ok(None),
        id => id.parse::<domain::ids::StaffId>().map(Some).map_err(|_| domain::Reason::NoSuchPerson.into()),
    };
    let done = match to {
        Ok(to) => domain::order::assign(&shop, &person, id, to, version).await,
        Err(fault) => Err(fault),
    };
    done.map(drop).map_err(|fault| context::problem(fault, person.language))
}

/// Who has it; who else could; and the short way for whoever reads. What is over needs nobody.
#[component]
pub fn AssignForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(AssignOrder::PATH);
    sheet.after(move || post.result.get());
    let state = sheet.memo(|page| (page.assignable, page.assignee.clone(), page.staff.clone()));
    let me = use_context::<Me>().map(|me| me.person.id.to_string());
    let form = move || {
        let (possible, now, staff) = state.get();
        if !possible {
            return ().into_any();
        }
        let (id, name) = now.unzip();
        let take = me.clone().filter(|me| id.as_ref() != Some(me)).map(|me| {
            view! {
                <PostForm post>
                    <Seen/>
                    <input type="hidden" name="staff" value=me/>
                    <button type="submit" class="button">{t("admin-assign-take")}</button>
                </PostForm>
            }
        });
        let options = staff.into_iter().map(move |(key, name)| {
            let chosen = id.as_ref() == Some(&key);
            view! { <option value=key selected=chosen>{name}</option> }
        });
        view! {
            <p class="flow">
                {t("admin-assigned-to")} " "
                {match name {
                    Some(name) => view! { <strong><bdi>{name}</bdi></strong> }.into_any(),
                    None => view! { <span class="quiet-text">{t("admin-bulk-nobody")}</span> }.into_any(),
                }}
            </p>
            <div class="buttons">{take}</div>
            <details class="fold">
                <summary>{t("admin-assign")}</summary>
                <PostForm post class="step">
                    <Seen/>
                    <label for="assign-staff">{t("admin-bulk-staff")}</label>
                    <select id="assign-staff" name="staff"><option value="">{t("admin-bulk-nobody")}</option>{options.collect_view()}</select>
                    <button type="submit" class="button">{t("admin-assign-go")}</button>
                </PostForm>
            </details>
        }
        .into_any()
    };
    view! {
        <div class="assign">{form}</div>
        <Outcome result=post.result done=t("admin-assign-done")/>
    }
    .into_any()
}
