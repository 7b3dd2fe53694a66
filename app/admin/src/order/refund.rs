//! Paying back: an amount, then a look at what will happen, then the deed. Nothing is shown as done before the server has it.

use domain::{ids::OrderId, order::RefundPlan, payment::PaymentStatus};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    doing::{Plan, StepForm, StepLink, StepTitle},
    sheet::Sheet,
    stale::Stale,
};
use crate::{
    Problem,
    orders::escape,
    outcome::{Outcome, ProblemLine},
    wire::{self, Post, PostForm},
    words::{t, t_name, t_two},
};

const REASONS: [&str; 3] = ["requested_by_customer", "duplicate", "fraudulent"];

/// What paying back this much would do.
#[server(prefix = "/admin/fn", endpoint = "plan_refund", input = server_fn::codec::GetUrl)]
pub async fn plan_refund(number: String, #[server(default)] amount: String) -> Result<RefundPlan, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let plan = match domain::order::OrderNumber::parse(&number) {
        Some(number) => domain::order::refund_plan(&shop, &number, &amount, person.language).await,
        None => Err(domain::Fault::NotFound),
    };
    plan.map_err(|fault| context::problem(fault, person.language))
}

/// The plan, wherever this runs.
pub async fn plan(number: String, amount: String) -> Result<RefundPlan, Problem> {
    let address = format!("{}?number={}&amount={}", PlanRefund::PATH, escape(&number), escape(&amount));
    wire::ask(address, || plan_refund(number, amount)).await
}

/// Pays back `amount` minor units of an order seen at `version`; `key` names the request.
#[server(prefix = "/admin/fn", endpoint = "refund_order")]
pub async fn refund_order(
    id: OrderId,
    key: String,
    version: i64,
    amount: i64,
    #[server(default)] reason: String,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    use domain::payment::{RefundReason, RefundRequest, refund};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let wanted = RefundRequest {
        amount: Some(amount),
        reason: RefundReason::parse(&reason).unwrap_or_default(),
        note: Some(note),
        key,
        seen: Some(version),
    };
    match refund(&shop, &person, id, &wanted).await {
        Ok(_) => {
            context::leave_step();
            Ok(())
        }
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// The way to it, its two steps, and what came of it.
#[component]
pub fn RefundForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let post = Post::to(RefundOrder::PATH);
    let result = post.result;
    sheet.after(move || result.get());
    sheet.leave_after(post);
    let possible = sheet.memo(|page| page.allowed.refund);
    let doing = sheet.doing;
    let step =
        Memo::new(move |_| doing.with(|doing| (doing.what == "refund").then(|| doing.amount.is_some())));
    let shown = move || match (possible.get(), step.get()) {
        (false, _) => ().into_any(),
        (true, None) => {
            view! { <StepLink query="?do=refund" class="button" words=t("admin-refund")/> }.into_any()
        }
        (true, Some(false)) => view! { <Amount/> }.into_any(),
        (true, Some(true)) => view! { <Review post/> }.into_any(),
    };
    view! {
        <div class="refund">{shown} <Outcome result done=t("admin-refund-asked")/></div>
    }
    .into_any()
}

#[component]
fn Amount() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let money = sheet.page.with_untracked(|page| page.money.clone());
    let options = REASONS.map(|reason| view! { <option value=reason>{reason_words(reason)}</option> });
    view! {
        <StepForm what="refund">
            <StepTitle words=t("admin-refund-title")/>
            <p>
                <label for="refund-amount">{t_name("admin-refund-amount", &money.currency)}</label>
                <input id="refund-amount" name="amount" class="num" inputmode="decimal" autocomplete="off" required
                    value=money.refundable_typed aria-describedby="refund-most"/>
                <span id="refund-most" class="hint">{t_name("admin-refund-most", &money.refundable)}</span>
            </p>
            <p>
                <label for="refund-reason">{t("admin-refund-reason")}</label>
                <select id="refund-reason" name="reason">{options.into_iter().collect_view()}</select>
            </p>
            <p class="actions">
                <button type="submit" class="button primary">{t("admin-refund-review")}</button>
                <StepLink query="" words=t("admin-step-leave")/>
            </p>
        </StepForm>
    }
    .into_any()
}

/// Stripe's word for why, as people say it.
pub fn reason_words(reason: &str) -> String {
    t(&format!("admin-refund-reason-{}", reason.replace('_', "-")))
}

#[component]
fn Review(post: Post) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let shown = move || match sheet.plan.get() {
        None => view! { <p class="quiet-text" role="status">{t("admin-plan-asking")}</p> }.into_any(),
        Some(Err(problem)) => view! {
            <div class="outcome-bad" role="alert"><ProblemLine problem/></div>
            <p class="actions">
                <StepLink query="?do=refund" words=t("admin-refund-change")/>
                <StepLink query="" words=t("admin-step-leave")/>
            </p>
        }
        .into_any(),
        Some(Ok(Plan::Refund(plan))) => view! { <Sure post plan/> }.into_any(),
        Some(Ok(_)) => ().into_any(),
    };
    view! { <div class="step">{shown}</div> }.into_any()
}

#[component]
fn Sure(post: Post, plan: RefundPlan) -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let busy = post.busy;
    let id = sheet.page.with_untracked(|page| page.id.to_string());
    let reason = sheet.doing.with_untracked(|doing| doing.reason.clone().unwrap_or_default());
    let left = match &plan.left {
        Some(left) => t_name("admin-refund-left", left),
        None => t("admin-refund-left-nothing"),
    };
    let waits = sheet.part(|page| (page.money.stripe_paused, page.money.stripe_waits));
    let waits = move || match waits() {
        (true, _) => Some(t("admin-stripe-paused")),
        (_, true) => Some(t("admin-stripe-waits")),
        _ => None,
    };
    let waits = move || waits().map(|words| view! { <p class="warn">{words}</p> });
    let disputed = sheet.part(|page| page.payment == PaymentStatus::Disputed);
    let disputed = move || disputed().then(|| view! { <p class="warn">{t("admin-refund-disputed")}</p> });
    view! {
        <StepTitle words=t("admin-refund-sure")/>
        <p class="figure num">{plan.amount.clone()}</p>
        <p>{t_two("admin-refund-what", &plan.amount, &plan.email)} " " {left}</p>
        {waits}
        {disputed}
        <Stale seen=plan.version/>
        <PostForm post>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="key" value=plan.key/>
            <input type="hidden" name="version" value=plan.version/>
            <input type="hidden" name="amount" value=plan.minor/>
            <input type="hidden" name="reason" value=reason/>
            <p>
                <label for="refund-note">{t("admin-refund-note")}</label>
                <textarea id="refund-note" name="note" rows="2" maxlength="500"></textarea>
                <span class="hint">{t("admin-note-what")}</span>
            </p>
            <p class="actions">
                <button type="submit" class="button danger" aria-disabled=move || busy.get().then_some("true")>
                    {t_name("admin-refund-go", &plan.amount)}
                </button>
                <StepLink query="?do=refund" words=t("admin-refund-change")/>
                <StepLink query="" words=t("admin-step-leave")/>
            </p>
        </PostForm>
    }
    .into_any()
}
