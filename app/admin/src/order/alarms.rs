//! What is wrong with the order, each with the way to say that it is dealt with.

use domain::{alert::AlertView, order::Status};
use leptos::prelude::*;
use server_fn::ServerFn;
use ui::{Shape, When, status_shape};

use super::sheet::Sheet;
use crate::{
    attention::{AlertDetail, ClearAlert, ClearButton},
    me::may_change,
    outcome::Outcome,
    wire::Post,
    words::t,
};

/// One panel for each.
#[component]
pub fn Alarms() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(ClearAlert::PATH);
    let result = post.result;
    sheet.after(move || result.get());
    let alerts = sheet.memo(|page| page.alerts.clone());
    let shown = move || alerts.get().into_iter().map(|alert| view! { <Alarm alert post/> }).collect_view();
    view! { <div role="alert">{shown}</div> <Outcome result done=t("admin-alert-cleared")/> }.into_any()
}

#[component]
fn Alarm(alert: AlertView, post: Post) -> impl IntoView {
    view! {
        <div class="panel problem">
            <Shape drawing=status_shape(Status::Exception)/>
            <div class="grow">
                <p>{alert.sentence} " " <span class="since"><When moment=alert.raised/></span></p>
                <AlertDetail kind=alert.kind words=alert.detail/>
            </div>
            {may_change().then(|| view! { <ClearButton id=alert.id post/> })}
        </div>
    }
    .into_any()
}
