//! The order's money, and where to find it at Stripe.

use leptos::prelude::*;
use ui::PaymentBadge;

use super::sheet::Sheet;
use crate::words::{language, t};

/// Status, amount, and Stripe's name for it.
#[component]
pub fn PaymentPanel() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let language = language();
    let money = sheet.part(|page| (page.payment, page.total.clone(), page.payment_intent.clone()));
    let rows = move || {
        let (status, total, intent) = money();
        view! {
            <div><dt>{t("admin-column-status")}</dt><dd><PaymentBadge status language/></dd></div>
            <div><dt>{t("admin-total")}</dt><dd class="num">{total}</dd></div>
            {intent.map(|id| view! { <div><dt>{t("admin-payment-intent")}</dt><dd class="raw"><bdi dir="ltr">{id}</bdi></dd></div> })}
        }
    };
    view! {
        <section class="panel" aria-labelledby="payment-head">
            <h2 id="payment-head">{t("admin-column-payment")}</h2>
            <dl class="pairs">{rows}</dl>
        </section>
    }
    .into_any()
}
