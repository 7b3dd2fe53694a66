//! Marking an order as shipped, with carrier, number and link when there are any.

use domain::ids::OrderId;
use leptos::prelude::*;

use super::{
    parcel_fields::{ParcelFields, Typed},
    sheet::Sheet,
};
use crate::{Problem, outcome::Outcome, words::t};

/// Marks an order seen at `version` as shipped.
#[server(prefix = "/admin/fn", endpoint = "ship_order")]
pub async fn ship_order(
    id: OrderId,
    version: i64,
    #[server(default)] carrier: String,
    #[server(default)] tracking_number: String,
    #[server(default)] tracking_url: String,
) -> Result<(), Problem> {
    use domain::{order::ship, parcel::ParcelDetails};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let details = ParcelDetails {
        carrier: Some(carrier),
        tracking_number: Some(tracking_number),
        tracking_url: Some(tracking_url),
    };
    match ship(&shop, &person, id, details, version).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The form, while the order's next step is to leave.
#[component]
pub fn ShipForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let action = ServerAction::<ShipOrder>::new();
    let result = action.value();
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
    let busy = action.pending();
    let ready = Memo::new(move |_| verb.with(Option::is_some));
    view! {
        <Show when=move || ready.get()>
            <ActionForm action attr:class="ship">
                <input type="hidden" name="id" value=id.get_value()/>
                <input type="hidden" name="version" value=version/>
                <ParcelFields form="ship" typed/>
                <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{verb}</button>
            </ActionForm>
        </Show>
        <Outcome result done=t("admin-shipped")/>
    }
    .into_any()
}
