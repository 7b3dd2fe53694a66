//! Saying that an alarm is dealt with.

use domain::ids::AlertId;
use leptos::prelude::*;

use crate::{
    Problem,
    wire::{Post, PostForm},
    words::t,
};

/// Clears an alarm; its order's history keeps who did.
#[server(prefix = "/admin/fn", endpoint = "clear_alert")]
pub async fn clear_alert(id: AlertId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let cleared = domain::alert::clear(&shop, &person, id).await;
    cleared.map_err(|fault| context::problem(fault, person.language))
}

/// The button of one alarm.
#[component]
pub fn ClearButton(id: AlertId, post: Post) -> impl IntoView {
    let busy = post.busy;
    view! {
        <PostForm post>
            <input type="hidden" name="id" value=id.to_string()/>
            <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-alert-clear")}</button>
        </PostForm>
    }
    .into_any()
}
