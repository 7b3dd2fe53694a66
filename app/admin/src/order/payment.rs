//! The order's money: what came, what went back, what still can, and every line that says so.

use domain::order::MoneyView;
use leptos::prelude::*;
use ui::{PaymentBadge, When};

use super::{
    refund::RefundForm,
    refunds::{Disputes, Refunds},
    sheet::Sheet,
};
use crate::{
    me::may_pay,
    words::{language, t, t_count},
};

/// Status, amounts, refunds, disputes, ledger, and Stripe's name for it.
#[component]
pub fn PaymentPanel() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let sums = sheet.memo(|page| (page.payment, page.total.clone(), page.payment_intent.clone()));
    let money = sheet.memo(|page| page.money.clone());
    let rows = move || {
        let (status, total, intent) = sums.get();
        view! {
            <div><dt>{t("admin-column-status")}</dt><dd><PaymentBadge status language=language()/></dd></div>
            <div><dt>{t("admin-total")}</dt><dd class="num">{total}</dd></div>
            {money.with(amounts)}
            {intent.map(|id| view! { <div><dt>{t("admin-payment-intent")}</dt><dd class="raw"><bdi dir="ltr">{id}</bdi></dd></div> })}
        }
    };
    view! {
        <section class="panel" id="payment" aria-labelledby="payment-head">
            <h2 id="payment-head">{t("admin-column-payment")}</h2>
            <dl class="pairs">{rows}</dl>
            {may_pay().then(|| view! { <RefundForm/> })}
            {move || { let money = money.get(); view! { <Refunds waits=money.stripe_waits paused=money.stripe_paused rows=money.refunds/> } }}
            {move || money.with(|money| view! { <Disputes rows=money.disputes.clone()/> })}
            <Ledger money/>
        </section>
    }
    .into_any()
}

fn amounts(money: &MoneyView) -> AnyView {
    let row = |key: &str, amount: &String| {
        view! { <div><dt>{t(key)}</dt><dd class="num">{amount.clone()}</dd></div> }
    };
    let until = money.held_until.clone().map(|moment| {
        view! { <div><dt>{t("admin-held-until")}</dt><dd><When moment/></dd></div> }
    });
    view! {
        {money.held.as_ref().map(|held| row("admin-held", held))}
        {until}
        {row("admin-captured", &money.captured)}
        {row("admin-refunded", &money.refunded)}
        {row("admin-refundable", &money.refundable)}
    }
    .into_any()
}

#[component]
fn Ledger(money: Memo<MoneyView>) -> impl IntoView {
    let count = move || money.with(|money| i64::try_from(money.ledger.len()).unwrap_or_default());
    let rows = move || {
        let lines = money.with(|money| money.ledger.clone()).into_iter();
        lines
            .map(|line| {
                let who = line
                    .who
                    .unwrap_or_else(|| if line.stripe { "Stripe".to_owned() } else { "Clew".to_owned() });
                view! {
                    <li>
                        <span>{t(&format!("admin-ledger-{}", line.what))}</span>
                        <span class="num">{line.amount}</span>
                        <span class="meta"><bdi>{who}</bdi> " · " <When moment=line.at/></span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <details class="fold">
            <summary>{move || t_count("admin-ledger", count())}</summary>
            <ol role="list" class="ledger">{rows}</ol>
        </details>
    }
    .into_any()
}
