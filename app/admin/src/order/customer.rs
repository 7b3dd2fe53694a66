//! Who bought it and where it goes.

use leptos::prelude::*;

use domain::handover::DeliveryWish;

use super::sheet::Sheet;
use crate::{
    me::may_change,
    places::Booking,
    words::{language, t},
};

/// Name, ways to reach them, address.
#[component]
pub fn CustomerPanel() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let who = sheet.part(|page| {
        (
            page.customer.clone(),
            page.email.clone(),
            page.silenced.clone(),
            page.phone.clone(),
            page.language.clone(),
            page.shipping_choice.clone(),
        )
    });
    let place = sheet.part(|page| page.address.clone());
    let wish = sheet.part(|page| page.wish.clone());
    let booking = sheet.part(|page| page.booking.clone());
    let write = sheet.page.with_untracked(|page| format!("/admin/orders/{}/message", page.number));
    let rows = move || {
        let (name, email, silenced, phone, language, choice) = who();
        view! {
            <p class="name"><bdi>{name}</bdi></p>
            <p><a href=format!("mailto:{email}") rel="external"><bdi>{email.clone()}</bdi></a></p>
            {silenced.map(|why| view! { <p class="warn">{t(&format!("order-silenced-{why}"))} " " {t("order-silenced-what")}</p> })}
            {may_change().then(|| view! { <p><a href=write.clone() rel="external">{t("by-hand-write")}</a></p> })}
            {phone.map(|phone| view! { <p><a href=format!("tel:{phone}") rel="external"><bdi dir="ltr">{phone.clone()}</bdi></a></p> })}
            <p class="quiet-text">{t("admin-written-in")} " " {language}</p>
            {choice.map(|choice| view! { <p class="quiet-text">{t("admin-shipping-choice")} " " <bdi>{choice}</bdi></p> })}
        }
    };
    let lines =
        move || place().into_iter().map(|line| view! { <span><bdi>{line}</bdi></span> }).collect_view();
    view! {
        <section class="panel" aria-labelledby="customer">
            <h2 id="customer">{t("admin-column-customer")}</h2>
            {rows}
            {move || booking().map(|booking| view! { <Booking booking/> })}
            <h3>{t("admin-address")}</h3>
            <address>{lines}</address>
            {move || Some(wish()).filter(|wish| !wish.is_empty()).map(|wish| view! { <Wish wish/> })}
        </section>
    }
    .into_any()
}

/// What the customer asks of whoever brings it, in words we do not know the language of.
#[component]
fn Wish(wish: DeliveryWish) -> impl IntoView {
    let way = wish.way_in_words(language());
    let note = (!wish.note.is_empty()).then(|| view! { ": " <bdi lang="">{wish.note}</bdi> });
    let told = (!wish.instructions.is_empty()).then(|| {
        view! {
            <p class="quiet-text">{t("handover-for-driver")}</p>
            <p class="said" lang="" dir="auto">{wish.instructions}</p>
        }
    });
    view! {
        <h3 id="wish">{t("handover-wish")}</h3>
        {way.map(|way| view! { <p>{way} {note}</p> })}
        {told}
    }
    .into_any()
}
