//! A further box of an order.

use domain::ids::OrderId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    parcel_fields::{ParcelFields, Typed},
    sheet::Sheet,
};
use crate::{
    Problem,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::t,
};

/// Adds a box.
#[server(prefix = "/admin/fn", endpoint = "add_parcel")]
pub async fn add_parcel(
    id: OrderId,
    #[server(default)] carrier: String,
    #[server(default)] tracking_number: String,
    #[server(default)] tracking_url: String,
    #[server(default)] chosen: bool,
) -> Result<(), Problem> {
    use domain::parcel::{ParcelDetails, add_parcel};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let details = ParcelDetails {
        carrier: Some(carrier),
        tracking_number: Some(tracking_number),
        tracking_url: Some(tracking_url),
    };
    // Whoever has decided on no carrier gets none.
    let details = if chosen { details } else { details.or_suggested() };
    match add_parcel(&shop, &person, id, details).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The form, folded away: most orders are one box.
#[component]
pub fn AddParcelForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(AddParcel::PATH);
    let result = post.result;
    let typed = Typed::new();
    sheet.after(move || result.get());
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            typed.clear();
        }
    });
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let busy = post.busy;
    view! {
        <details class="add-parcel">
            <summary>{t("admin-parcel-add")}</summary>
            <PostForm post>
                <input type="hidden" name="id" value=id/>
                <ParcelFields form="parcel" typed/>
                <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-parcel-add")}</button>
            </PostForm>
        </details>
        <Outcome result done=t("admin-parcel-added")/>
    }
    .into_any()
}
