//! Locations: when they are open, how far they deliver, how many orders they take at a time.

mod edit;
mod fields;
mod slots;

use domain::place::{PlaceRow, PlacesView};
pub use edit::PlacePage;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use server_fn::ServerFn;
use ui::When;

use crate::{
    Problem,
    live::Live,
    me::may_pay,
    orders::escape,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers},
    words::{language, t, t_count, t_name},
};

/// All locations, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "places", input = server_fn::codec::GetUrl)]
pub async fn places() -> Result<PlacesView, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let list = domain::place::list(&shop, person.language).await;
    list.map_err(|fault| context::problem(fault, person.language))
}

async fn load() -> Result<Answer, Problem> {
    wire::ask(Places::PATH.to_owned(), places).await.map(Answer::Places)
}

/// `/admin/places`
#[component]
pub fn PlacesPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let list = Answers::new(move || live.anything.get(), |_| load());
    let add = may_pay().then(|| {
        view! { <p><a class="button" href="/admin/places/edit">{t("place-add")}</a></p> }
    });
    view! {
        <Title text=t("place-title")/>
        <h1>{t("place-title")}</h1>
        {add}
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match list.await {
                    Ok(Answer::Places(list)) => view! { <Lists list/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| list.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// The page of a location.
fn address(key: &str) -> String {
    format!("/admin/places/edit?key={}", escape(key))
}

#[component]
fn Lists(list: PlacesView) -> impl IntoView {
    let none = list.rows.is_empty().then(|| view! { <p class="panel empty">{t("place-none")}</p> });
    let rows = list.rows.into_iter().map(|row| view! { <Line row/> }).collect_view();
    let any = !list.unknown.is_empty();
    let links = list
        .unknown
        .into_iter()
        .map(|key| view! { <li><A href=address(&key)><bdi>{key.clone()}</bdi></A></li> })
        .collect_view();
    let unknown = any.then(|| {
        view! {
            <section class="panel" aria-labelledby="unknown">
                <p id="unknown">{t("place-unknown")}</p>
                <ul role="list" class="entries">{links}</ul>
            </section>
        }
    });
    view! { {none} <ul role="list" class="places-list">{rows}</ul> {unknown} }.into_any()
}

#[component]
fn Line(row: PlaceRow) -> impl IntoView {
    let ways: Vec<_> = row.ways.iter().map(|way| way.say(language())).collect();
    let state = match (row.open, row.opens) {
        (true, _) => view! { <span>{t("place-open")}</span> }.into_any(),
        (false, Some(moment)) => {
            let words =
                domain::language::say_with(language(), "place-opens", vec![("when", moment.label.into())]);
            view! { <time datetime=moment.iso>{words}</time> }.into_any()
        }
        (false, None) => view! { <span>{t("place-closed-for-good")}</span> }.into_any(),
    };
    let ready = row
        .time_to_ready
        .map(|time| domain::language::say_with(language(), "place-ready-in", vec![("time", time.into())]));
    view! {
        <li class="panel">
            <h2><A href=address(&row.key)><bdi>{row.name}</bdi></A></h2>
            <p><bdi>{row.address}</bdi></p>
            <p class="meta">{state} " · " {ways.join(", ")} " · " {t_count("place-open-orders", row.open_orders)}
                {ready.map(|words| format!(" · {words}"))}</p>
        </li>
    }
    .into_any()
}

/// How staff hand an order over, and when.
#[component]
pub fn Booking(booking: domain::place::BookingView) -> impl IntoView {
    view! {
        <p>
            <strong>{booking.method.say(language())}</strong>
            {booking.slot.map(|moment| view! { " " <When moment/> })}
            {booking.distance.map(|distance| format!(" · {distance}"))}
        </p>
        <p class="quiet-text">{t_name("booking-from", &booking.place)}</p>
    }
    .into_any()
}
