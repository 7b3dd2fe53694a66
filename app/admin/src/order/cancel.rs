//! Calling an order off, with everything that follows said beforehand.

use domain::{ids::OrderId, order::IfCancelled};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::sheet::Sheet;
use crate::{
    Problem,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::{t, t_count, t_name},
};

/// Calls off an order seen at `version`. Money goes back with it, so that only an administrator may.
#[server(prefix = "/admin/fn", endpoint = "cancel_order")]
pub async fn cancel_order(id: OrderId, version: i64) -> Result<(), Problem> {
    use domain::order::{By, cancel};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let language = person.language;
    match cancel(&shop, &By::Staff(person), id, Some(version)).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, language)),
    }
}

/// Folded away, so that nobody calls an order off by a slip.
#[component]
pub fn CancelForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(CancelOrder::PATH);
    let result = post.result;
    sheet.after(move || result.get());
    let possible = sheet.memo(|page| page.allowed.cancel.is_some());
    let follows = sheet.memo(|page| page.allowed.cancel.clone());
    let version = sheet.part(|page| page.version);
    let id = StoredValue::new(sheet.page.with_untracked(|page| page.id.to_string()));
    let busy = post.busy;
    view! {
        <Show when=move || possible.get()>
            <details class="fold danger-fold">
                <summary>{t("admin-cancel")}</summary>
                <div class="step">
                    <h3>{t("admin-cancel-sure")}</h3>
                    {move || follows.get().map(|follows| view! { <Follows follows/> })}
                    <PostForm post>
                        <input type="hidden" name="id" value=id.get_value()/>
                        <input type="hidden" name="version" value=version/>
                        <button type="submit" class="button danger" aria-disabled=move || busy.get().then_some("true")>
                            {t("admin-cancel-go")}
                        </button>
                    </PostForm>
                </div>
            </details>
        </Show>
        <Outcome result done=t("admin-cancelled")/>
    }
    .into_any()
}

#[component]
fn Follows(follows: IfCancelled) -> impl IntoView {
    let money = match (follows.refund, follows.release) {
        (Some(amount), _) => t_name("admin-cancel-refund", &amount),
        (None, Some(amount)) => t_name("admin-cancel-release", &amount),
        (None, None) => t("admin-cancel-no-money"),
    };
    let pieces = (follows.pieces > 0).then(|| t_count("admin-cancel-stock", follows.pieces));
    let labels = (follows.labels > 0).then(|| t_count("admin-cancel-labels", follows.labels));
    let lines = [Some(money), pieces, labels, Some(t("admin-cancel-told"))];
    let lines = lines.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul class="follows">{lines}</ul> }.into_any()
}
