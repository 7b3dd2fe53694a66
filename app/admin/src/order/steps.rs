//! What moves the order: on to the next stage, out of the house, and back while nothing has left.
//!
//! Each is a form of its own and posts natively without JavaScript.

use domain::order::Timing;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    advance::AdvanceOrder, assign::AssignForm, cancel::CancelForm, priority::PriorityForm,
    send_back::SendBackForm, sheet::Sheet, ship::ShipForm,
};
use crate::{
    me::may_pay,
    outcome::Outcome,
    print::print_link,
    wire::{Post, PostForm},
    words::{t, t_name},
};

/// All of them.
#[component]
pub fn Steps() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(AdvanceOrder::PATH);
    let result = post.result;
    sheet.after(move || result.get());
    let on =
        sheet.part(|page| page.buttons.iter().filter(|button| !button.ships).cloned().collect::<Vec<_>>());
    let back = sheet.memo(|page| page.recalls.clone());
    let forward = move || {
        let buttons = on().into_iter();
        buttons
            .map(|button| view! { <Step post stage=button.stage verb=button.verb back=false/> })
            .collect_view()
    };
    // A label is printed along once there is one.
    let paper =
        sheet.memo(|page| (page.number.clone(), page.parcels.iter().any(|parcel| parcel.label.is_some())));
    let print = move || {
        let (number, labelled) = paper.get();
        print_link(
            std::iter::once(number.as_str()),
            if labelled { "ticket,slip,label" } else { "ticket,slip" },
        )
    };
    let recalls = move || {
        let stages = back.get();
        (!stages.is_empty()).then(|| {
            let steps = stages
                .into_iter()
                .map(|(stage, label)| view! { <Step post stage verb=t_name("admin-step-back-to", &label) back=true/> })
                .collect_view();
            view! {
                <details class="fold recall">
                    <summary>{t("admin-step-back")}</summary>
                    <p class="quiet-text">{t("admin-step-back-what")}</p>
                    <div class="buttons">{steps}</div>
                </details>
            }
        })
    };
    let still = sheet.part(|page| {
        page.buttons.is_empty()
            && page.recalls.is_empty()
            && page.allowed.cancel.is_none()
            && page.timing != Timing::Held
    });
    view! {
        <section class="panel steps" aria-labelledby="next">
            <h2 id="next">{t("admin-next")}</h2>
            <div class="buttons">{forward}</div>
            <ShipForm/>
            <SendBackForm/>
            <PriorityForm/>
            <AssignForm/>
            {move || still().then(|| view! { <p class="quiet-text">{t("admin-next-nothing")}</p> })}
            <p class="flow">{print}</p>
            {recalls}
            {may_pay().then(|| view! { <CancelForm/> })}
            <Outcome result done=t("admin-moved")/>
        </section>
    }
    .into_any()
}

#[component]
fn Step(post: Post, stage: String, verb: String, back: bool) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let version = sheet.part(|page| page.version);
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let class = if back { "button" } else { "button primary" };
    let busy = post.busy;
    view! {
        <PostForm post>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="stage" value=stage/>
            <input type="hidden" name="version" value=version/>
            <input type="hidden" name="back" value=back.to_string()/>
            <button type="submit" class=class aria-disabled=move || busy.get().then_some("true")>{verb}</button>
        </PostForm>
    }
    .into_any()
}
