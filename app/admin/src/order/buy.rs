//! Buying a label: the ways to send the box with their prices, then the deed. Pressed twice it is bought once: a box has one label.

use domain::{
    ids::OrderId,
    order::LabelPlan,
    parcel::{Direction, FileType},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    doing::{Doing, Plan, StepLink, StepTitle},
    measure::Measure,
    rates::Rates,
    sheet::Sheet,
};
use crate::{
    Problem,
    orders::escape,
    outcome::{Outcome, ProblemLine},
    wire::{self, Post, PostForm},
    words::{t, t_count},
};

const FILES: [FileType; 4] = [FileType::Pdf4x6, FileType::PdfA4, FileType::Png, FileType::Zpl];

/// The ways to send a box. Asks Shippo where what was offered at checkout does not answer; buys nothing.
#[server(prefix = "/admin/fn", endpoint = "plan_label", input = server_fn::codec::GetUrl)]
pub async fn plan_label(
    number: String,
    box_number: i16,
    #[server(default)] back: bool,
    #[server(default)] size: String,
    #[server(default)] anew: bool,
) -> Result<LabelPlan, Problem> {
    use domain::order::{LabelQuestion, OrderNumber, label_plan};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let direction = if back { Direction::Return } else { Direction::Outbound };
    let question = LabelQuestion { box_number, direction, size: super::measure::read(&size), anew };
    let plan = match OrderNumber::parse(&number) {
        Some(number) => label_plan(&shop, &number, &question, person.language).await,
        None => Err(domain::Fault::NotFound),
    };
    plan.map_err(|fault| context::problem(fault, person.language))
}

/// The plan, wherever this runs.
pub async fn plan(number: String, doing: Doing) -> Result<LabelPlan, Problem> {
    let Doing { box_number, size, anew, .. } = doing;
    let back = doing.what == "return-label";
    let address = format!(
        "{}?number={}&box_number={box_number}&back={back}&size={}&anew={anew}",
        PlanLabel::PATH,
        escape(&number),
        escape(&size)
    );
    wire::ask(address, || plan_label(number, box_number, back, size, anew)).await
}

/// Buys a label for a box. `rate` is one that [`plan_label`] named; empty for the customer's choice.
#[server(prefix = "/admin/fn", endpoint = "buy_label")]
pub async fn buy_label(
    id: OrderId,
    box_number: i16,
    #[server(default)] back: bool,
    #[server(default)] rate: String,
    #[server(default)] file_type: String,
) -> Result<(), Problem> {
    use domain::{
        order::ChosenRate,
        parcel::{LabelWish, buy_label},
    };

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let mut parts = rate.split('|').map(str::to_owned);
    let rate =
        parts.next().zip(parts.next()).zip(parts.next()).map(|((shipment_id, service_token), carrier)| {
            ChosenRate { shipment_id, service_token, carrier }
        });
    let wish = LabelWish {
        id: None,
        box_number,
        rate,
        file_type: FileType::parse(&file_type).unwrap_or_default(),
        direction: if back { Direction::Return } else { Direction::Outbound },
    };
    match buy_label(&shop, &person, id, &wish).await {
        Ok(_) => {
            context::leave_step();
            Ok(())
        }
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The way to it, its steps, and what came of it.
#[component]
pub fn BuyForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(BuyLabel::PATH);
    let result = post.result;
    sheet.after(move || result.get());
    sheet.leave_after(post);
    let possible = sheet.memo(|page| (page.allowed.label, page.allowed.return_label));
    let doing = sheet.doing;
    let shown = move || {
        let (label, back) = possible.get();
        let doing = doing.get();
        let open = match &*doing.what {
            "label" => label.is_some(),
            "return-label" => back,
            _ => false,
        };
        match open {
            true if doing.box_number > 1 && doing.size.is_empty() => view! { <Measure doing/> }.into_any(),
            true => view! { <Choose post/> }.into_any(),
            false => view! { <Ways label back/> }.into_any(),
        }
    };
    view! { <div class="buy">{shown} <Outcome result done=t("admin-label-asked")/></div> }.into_any()
}

#[component]
fn Ways(label: Option<i16>, back: bool) -> impl IntoView {
    let label = label.map(|number| match number {
        1 => view! { <StepLink query="?do=label" class="button primary" words=t("admin-label-buy")/> },
        more => {
            view! { <StepLink query=format!("?do=label&box={more}") class="button" words=t("admin-label-another")/> }
        }
    });
    let back = back
        .then(|| view! { <StepLink query="?do=return-label" class="button" words=t("admin-label-return")/> });
    view! { <p class="actions">{label} {back}</p> }.into_any()
}

#[component]
fn Choose(post: Post) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let shown = move || {
        match sheet.plan.get() {
        None => view! { <p class="quiet-text" role="status">{t("admin-rates-asking")}</p> }.into_any(),
        Some(Err(problem)) => view! {
            <div class="outcome-bad" role="alert"><ProblemLine problem/></div>
            <p class="actions">
                <button type="button" class="button" on:click=move |_| sheet.look()>{t("admin-retry")}</button>
                <StepLink query="" words=t("admin-step-leave")/>
            </p>
        }
        .into_any(),
        Some(Ok(Plan::Label(plan))) => view! { <Buy post plan/> }.into_any(),
        Some(Ok(_)) => ().into_any(),
    }
    };
    view! { <div class="step">{shown}</div> }.into_any()
}

#[component]
fn Buy(post: Post, plan: LabelPlan) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let busy = post.busy;
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let doing = sheet.doing.get_untracked();
    let back = plan.direction == Direction::Return;
    let title =
        if back { t("admin-label-return") } else { t_count("admin-label-for-box", plan.box_number.into()) };
    let none = plan.rates.is_empty();
    let files = FILES.map(|file| {
        view! { <option value=file.as_str()>{t(&format!("admin-file-{}", file.as_str().to_lowercase().replace('_', "-")))}</option> }
    });
    let anew = Doing { anew: true, ..doing.clone() }.query();
    let button = (!none).then(|| {
        view! {
            <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{t("admin-label-go")}</button>
        }
    });
    view! {
        <StepTitle words=title/>
        <PostForm post>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="box_number" value=plan.box_number/>
            <input type="hidden" name="back" value=back.to_string()/>
            {(plan.together > 1).then(|| view! { <p class="hint">{t_count("admin-label-together", plan.together)}</p> })}
            <Rates plan/>
            {(!none).then(|| view! {
                <p>
                    <label for="file-type">{t("admin-label-file")}</label>
                    <select id="file-type" name="file_type">{files.into_iter().collect_view()}</select>
                </p>
            })}
            <p class="actions">
                {button}
                <StepLink query=anew words=t("admin-rates-anew")/>
                <StepLink query="" words=t("admin-step-leave")/>
            </p>
        </PostForm>
        <details class="fold">
            <summary>{t("admin-measure-other")}</summary>
            <Measure doing/>
        </details>
    }
    .into_any()
}
