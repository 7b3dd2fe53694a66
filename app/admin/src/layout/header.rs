//! The header: where one is, who one is, whether the page is live.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    attention::Waiting,
    live::LiveMark,
    me::{Me, may_change},
    messages::FeedBell,
    sections::Sections,
    words::{language, t},
};

/// Shop, navigation, person. Signing out is a plain form: it must work when nothing else does.
#[component]
pub fn Header(
    /// Who looks, and at which shop.
    me: Me,
) -> impl IntoView {
    let (role, here) = (me.person.role, use_location().pathname);
    let waiting = may_change().then(|| view! { <Waiting/> }.into_any());
    view! {
        <header class="top">
            {me.sandbox.then(|| view! { <p class="ribbon">{t("admin-sandbox")}</p> })}
            <div class="bar">
                <p class="shop"><bdi>{me.shop}</bdi></p>
                <Sections role language=language() here waiting/>
                <LiveMark/>
                <FeedBell/>
                <div class="person">
                    <p><a href="/admin/account" rel="external"><bdi>{me.person.name}</bdi></a> <span class="role">{role.say(language())}</span></p>
                    <form method="post" action="/admin/sign-out">
                        <button type="submit" class="button quiet">{t("admin-sign-out")}</button>
                    </form>
                </div>
            </div>
        </header>
    }
    .into_any()
}
