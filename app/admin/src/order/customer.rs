//! Who bought it and where it goes.

use leptos::prelude::*;

use super::sheet::Sheet;
use crate::{me::may_change, places::Booking, words::t};

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
        </section>
    }
    .into_any()
}
