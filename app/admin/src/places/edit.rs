//! One location: its form, how long orders take there, and its next slots.

use domain::place::{PlaceForm, PlaceView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};
use server_fn::ServerFn;

use super::{
    fields::{Field, Tick},
    slots::Slots,
};
use crate::{
    Problem,
    me::may_pay,
    orders::escape,
    outcome::{Outcome, ProblemPanel},
    wire::{self, Answer, Answers, Post, PostForm, query},
    words::{language, t},
};

/// A location, or an empty form with its key.
#[server(prefix = "/admin/fn", endpoint = "place", input = server_fn::codec::GetUrl)]
pub async fn place(#[server(default)] key: String) -> Result<PlaceView, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let page = domain::place::page(&shop, &key, person.language).await;
    page.map_err(|fault| context::problem(fault, person.language))
}

/// Keeps it.
#[server(prefix = "/admin/fn", endpoint = "save_place")]
pub async fn save_place(#[server(default)] place: PlaceForm) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let saved = domain::place::save(&shop, &person, &place).await;
    saved.map_err(|fault| context::problem(fault, person.language))
}

async fn load(key: String) -> Result<Answer, Problem> {
    let address = format!("{}{}", Place::PATH, query(&[("key", key.clone())]));
    wire::ask(address, || place(key)).await.map(|view| Answer::Place(Box::new(view)))
}

/// `/admin/places/edit?key=Soho`
#[component]
pub fn PlacePage() -> impl IntoView {
    let asked = use_query_map();
    let key = Memo::new(move |_| asked.with(|query| query.get("key").unwrap_or_default()));
    let post = Post::to(SavePlace::PATH);
    // Read anew only once it was saved: what was typed before a refusal stays in its fields.
    let saved = RwSignal::new(0_u32);
    Effect::new(move |_| {
        if matches!(post.result.get(), Some(Ok(()))) {
            saved.update(|times| *times += 1);
        }
    });
    let view = Answers::new(move || (key.get(), saved.get()), |(key, _)| load(key));
    view! {
        <Title text=move || title(&key.get())/>
        <p class="back"><A href="/admin/places">{t("place-back")}</A></p>
        <h1><bdi>{move || title(&key.get())}</bdi></h1>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match view.await {
                    Ok(Answer::Place(place)) => view! { <Whole place=*place post/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| view.refetch()/> }.into_any(),
                }
            })}
        </Transition>
        <Outcome result=post.result done=t("place-saved")/>
    }
    .into_any()
}

fn title(key: &str) -> String {
    if key.is_empty() { t("place-new") } else { key.to_owned() }
}

#[component]
fn Whole(place: PlaceView, post: Post) -> impl IntoView {
    let ready = match place.time_to_ready {
        Some((time, count)) => domain::language::say_with(
            language(),
            "place-ready-over",
            vec![("time", time.into()), ("count", count.into())],
        ),
        None => t("place-ready-unknown"),
    };
    let slots = (!place.form.slot_minutes.is_empty()).then(|| {
        view! {
            <section class="panel" aria-labelledby="slots">
                <h2 id="slots">{t("place-slots")}</h2>
                <Slots slots=place.slots/>
            </section>
        }
    });
    let public = (place.form.orders_open == "on").then(|| {
        let href = format!("/order/{}", escape(&place.form.key));
        view! { <p><a href=href rel="external">{t("place-form-link")}</a></p> }
    });
    view! {
        <p>{ready}</p>
        {public}
        <Form form=place.form workflows=place.workflows post/>
        {slots}
    }
    .into_any()
}

#[component]
fn Form(form: PlaceForm, workflows: Vec<String>, post: Post) -> impl IntoView {
    let days = [
        ("monday", form.monday),
        ("tuesday", form.tuesday),
        ("wednesday", form.wednesday),
        ("thursday", form.thursday),
        ("friday", form.friday),
        ("saturday", form.saturday),
        ("sunday", form.sunday),
    ];
    let week = (0..).zip(days).map(|(nth, (name, value))| {
        view! { <Field name label=t(&format!("weekday-{nth}")) value optional=true/> }
    });
    let current = form.workflow;
    let flows = workflows.into_iter().map(move |key| {
        let chosen = key == current;
        view! { <option value=key.clone() selected=chosen>{key.clone()}</option> }
    });
    let busy = post.busy;
    let save = may_pay().then(|| {
        view! { <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{t("place-save")}</button> }
    });
    view! {
        <PostForm post class="place-form">
            <input type="hidden" name="place[version]" value=form.version/>
            <fieldset class="panel" disabled=!may_pay()>
                <legend>{t("place-address")}</legend>
                <div class="fields">
                    <Field name="key" label=t("place-key") value=form.key hint="place-key-hint" fixed=form.version != 0/>
                    <Field name="name" label=t("place-name") value=form.name/>
                    <Field name="line1" label=t("place-line1") value=form.line1/>
                    <Field name="line2" label=t("place-line2") value=form.line2 optional=true/>
                    <Field name="city" label=t("place-city") value=form.city/>
                    <Field name="state" label=t("place-state") value=form.state optional=true/>
                    <Field name="postal_code" label=t("place-postal-code") value=form.postal_code optional=true/>
                    <Field name="country" label=t("place-country") value=form.country/>
                    <Field name="contact" label=t("place-contact") value=form.contact/>
                </div>
            </fieldset>
            <fieldset class="panel" disabled=!may_pay()>
                <legend>{t("place-hours")}</legend>
                <p class="hint">{t("place-hours-hint")}</p>
                <div class="fields">
                    {week.collect_view()}
                    <Field name="zone" label=t("place-zone") value=form.zone/>
                    <Field name="closed" label=t("place-closed") value=form.closed hint="place-closed-hint" optional=true/>
                </div>
            </fieldset>
            <fieldset class="panel" disabled=!may_pay()>
                <legend>{t("place-handing-over")}</legend>
                <div class="fields">
                    <Tick name="pickup" label=t("method-pickup") on=form.pickup == "on"/>
                    <Tick name="delivery" label=t("method-delivery") on=form.delivery == "on"/>
                    <Tick name="shipping" label=t("place-shipping") on=form.shipping == "on"/>
                    <Field name="radius" label=t("place-radius") value=form.radius hint="place-radius-hint" optional=true/>
                    <Field name="slot_minutes" label=t("place-slot-minutes") value=form.slot_minutes
                        hint="place-slot-minutes-hint" optional=true number=true/>
                    <Field name="slot_capacity" label=t("place-slot-capacity") value=form.slot_capacity number=true/>
                    <Field name="lead_minutes" label=t("place-lead") value=form.lead_minutes number=true/>
                    <Field name="days_ahead" label=t("place-ahead") value=form.days_ahead number=true/>
                    <p>
                        <label for="workflow">{t("place-workflow")}</label>
                        <select id="workflow" name="place[workflow]">{flows.collect_view()}</select>
                    </p>
                    <Tick name="orders_open" label=t("place-orders-open") on=form.orders_open == "on"/>
                </div>
            </fieldset>
            {save}
        </PostForm>
    }
    .into_any()
}
