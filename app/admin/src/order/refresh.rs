//! Asking a carrier anew where a parcel is.

use domain::ids::ParcelId;
use leptos::prelude::*;

use crate::{
    Problem,
    wire::{Post, PostForm},
    words::t,
};

/// Fetches a parcel's tracking now.
#[server(prefix = "/admin/fn", endpoint = "refresh_tracking")]
pub async fn refresh_tracking(id: ParcelId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    match domain::parcel::refresh_tracking(&shop, &person, id).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The button of one parcel.
#[component]
pub fn RefreshButton(id: ParcelId, post: Post) -> impl IntoView {
    let busy = post.busy;
    view! {
        <PostForm post class="inline">
            <input type="hidden" name="id" value=id.to_string()/>
            <button type="submit" class="button quiet" aria-disabled=move || busy.get().then_some("true")>{t("admin-tracking-refresh")}</button>
        </PostForm>
    }
    .into_any()
}
