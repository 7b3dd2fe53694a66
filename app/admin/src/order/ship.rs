//! Marking an order as shipped, with carrier, number and link when there are any.

use domain::{ids::OrderId, parcel::Direction};
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

/// Marks an order seen at `version` as shipped.
#[server(prefix = "/admin/fn", endpoint = "ship_order")]
pub async fn ship_order(
    id: OrderId,
    version: i64,
    #[server(default)] carrier: String,
    #[server(default)] tracking_number: String,
    #[server(default)] tracking_url: String,
    #[server(default)] chosen: bool,
) -> Result<(), Problem> {
    use domain::{order::ship, parcel::ParcelDetails};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let details = ParcelDetails {
        carrier: Some(carrier),
        tracking_number: Some(tracking_number),
        tracking_url: Some(tracking_url),
    };
    // Whoever has decided on no carrier gets none.
    let details = if chosen { details } else { details.or_suggested() };
    match ship(&shop, &person, id, details, version).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The form, while the order's next step is to leave.
#[component]
pub fn ShipForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(ShipOrder::PATH);
    let result = post.result;
    let typed = Typed::new();
    sheet.after(move || result.get());
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            typed.clear();
        }
    });
    let verb =
        sheet.part(|page| page.buttons.iter().find(|button| button.ships).map(|button| button.verb.clone()));
    let version = sheet.part(|page| page.version);
    let id = StoredValue::new(sheet.page.with_untracked(|page| page.id.to_string()));
    let busy = post.busy;
    // Its boxes are listed already; another number would be another box.
    let has_box = sheet.part(|page| {
        page.parcels.iter().any(|parcel| parcel.direction == Direction::Outbound && !parcel.voided)
    });
    let ready = sheet.part(|page| page.buttons.iter().any(|button| button.ships));
    view! {
        <Show when=ready>
            <PostForm post class="ship">
                <input type="hidden" name="id" value=id.get_value()/>
                <input type="hidden" name="version" value=version/>
                <Show when=has_box fallback=move || view! { <ParcelFields form="ship" typed/> }>
                    <details class="fold">
                        <summary>{t("admin-ship-other-box")}</summary>
                        <p class="hint">{t("admin-ship-other-box-what")}</p>
                        <ParcelFields form="ship" typed/>
                    </details>
                </Show>
                <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{verb}</button>
            </PostForm>
        </Show>
        <Outcome result done=t("admin-shipped")/>
    }
    .into_any()
}
