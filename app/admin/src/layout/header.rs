//! The header: where one is, who one is, whether the page is live.

use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_location};

use crate::{
    attention::Waiting,
    live::LiveMark,
    me::{Me, may_change, may_pay},
    messages::{FeedBell, MessagesPage},
    words::{language, t},
};

/// Shop, navigation, person. Signing out is a plain form: it must work when nothing else does.
#[component]
pub fn Header(
    /// Who looks, and at which shop.
    me: Me,
) -> impl IntoView {
    let role = me.person.role.say(language());
    let place = use_location().pathname;
    let messages = move || place.with(|path| MessagesPage::has(path)).then_some("page");
    let more = may_change().then(|| {
        view! {
            <li><A href="/admin/attention">{t("admin-attention")} <Waiting/></A></li>
            <li><A href="/admin/inbox">{t("admin-nav-inbox")}</A></li>
            <li><a href="/admin/scan" rel="external">{t("scan-title")}</a></li>
            {may_pay().then(|| view! { <li><a href="/admin/import" rel="external">{t("import-title")}</a></li> })}
        }
    });
    view! {
        <header class="top">
            {me.sandbox.then(|| view! { <p class="ribbon">{t("admin-sandbox")}</p> })}
            <div class="bar">
                <p class="shop"><bdi>{me.shop}</bdi></p>
                <nav aria-label=t("admin-nav")>
                    <ul role="list">
                        <li><A href="/admin" exact=true>{t("admin-nav-overview")}</A></li>
                        <li><A href="/admin/orders">{t("admin-nav-orders")}</A></li>
                        <li><A href="/admin/board">{t("admin-nav-board")}</A></li>
                        <li><A href="/admin/products">{t("admin-products")}</A></li>
                        // Documents of the server's own: no page of this app.
                        <li><a href="/admin/workflows" rel="external">{t("flow-title")}</a></li>
                        <li><a href=MessagesPage::Log.path() rel="external" aria-current=messages>{t("messages-title")}</a></li>
                        {may_pay().then(|| view! { <li><a href="/admin/webhooks" rel="external">{t("hooks-title")}</a></li> })}
                        <li><A href="/admin/places">{t("place-title")}</A></li>
                        {more}
                        {may_pay().then(|| view! { <li><a href="/admin/keys" rel="external">{t("keys-title")}</a></li> })}
                    </ul>
                </nav>
                <LiveMark/>
                <FeedBell/>
                <div class="person">
                    <p><bdi>{me.person.name}</bdi> <span class="role">{role}</span></p>
                    <form method="post" action="/admin/sign-out">
                        <button type="submit" class="button quiet">{t("admin-sign-out")}</button>
                    </form>
                </div>
            </div>
        </header>
    }
    .into_any()
}
