//! A further box of an order.

use domain::ids::OrderId;
use leptos::prelude::*;

use super::{
    parcel_fields::{ParcelFields, Typed},
    sheet::Sheet,
};
use crate::{Problem, outcome::Outcome, words::t};

/// Adds a box.
#[server(prefix = "/admin/fn", endpoint = "add_parcel")]
pub async fn add_parcel(
    id: OrderId,
    #[server(default)] carrier: String,
    #[server(default)] tracking_number: String,
    #[server(default)] tracking_url: String,
) -> Result<(), Problem> {
    use domain::parcel::{ParcelDetails, add_parcel};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let details = ParcelDetails {
        carrier: Some(carrier),
        tracking_number: Some(tracking_number),
        tracking_url: Some(tracking_url),
    };
    match add_parcel(&shop, &person, id, details).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The form, folded away: most orders are one box.
#[component]
pub fn AddParcelForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let action = ServerAction::<AddParcel>::new();
    let result = action.value();
    let typed = Typed::new();
    sheet.after(move || result.get());
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            typed.clear();
        }
    });
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let busy = action.pending();
    view! {
        <details class="add-parcel">
            <summary>{t("admin-parcel-add")}</summary>
            <ActionForm action>
                <input type="hidden" name="id" value=id/>
                <ParcelFields form="parcel" typed/>
                <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-parcel-add")}</button>
            </ActionForm>
        </details>
        <Outcome result done=t("admin-parcel-added")/>
    }
    .into_any()
}
