//! What a number tells while it is typed: whose it may be, how it is kept, where it stands already. It suggests and warns; nothing
//! waits for it, and the server does the same with what is posted.

use std::time::Duration;

use domain::{
    ids::OrderId,
    parcel::{CarrierHint, NumberHint},
};
use leptos::{prelude::*, task::spawn_local};
use server_fn::ServerFn;

use super::{parcel_fields::Typed, shared::Others};
use crate::{
    Problem,
    wire::{self, query},
    words::{t, t_name},
};

/// Since the last key.
const PAUSE: Duration = Duration::from_millis(300);
/// Shorter than any number.
const SHORTEST: usize = 6;

/// What is known of a number that is being typed for an order, with the carrier chosen so far.
#[server(name = AskNumber, prefix = "/admin/fn", endpoint = "number_hint", input = server_fn::codec::GetUrl)]
pub async fn number_hint(
    id: OrderId,
    #[server(default)] typed: String,
    #[server(default)] carrier: String,
) -> Result<NumberHint, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let hint = domain::parcel::suggest(&shop, id, &typed, &carrier).await;
    hint.map_err(|fault| context::problem(fault, person.language))
}

async fn ask(id: OrderId, typed: String, carrier: String) -> Option<NumberHint> {
    let fields = [("id", id.to_string()), ("typed", typed.clone()), ("carrier", carrier.clone())];
    let address = format!("{}{}", AskNumber::PATH, query(&fields));
    wire::ask(address, || number_hint(id, typed, carrier)).await.ok()
}

impl Typed {
    /// Another carrier, by hand.
    pub fn choose(self, order: OrderId, carrier: String) {
        self.carrier.set(carrier);
        self.chosen.set(true);
        self.look(order);
    }

    /// Another number.
    pub fn number(self, order: OrderId, number: String) {
        self.number.set(number);
        self.look(order);
    }

    /// What was asked about so far counts no more.
    pub fn forget(self) {
        self.asked.update_value(|asked| *asked += 1);
        self.hint.set(None);
    }

    /// Asks about the number once nobody has typed for a moment. An answer that was overtaken is dropped.
    fn look(self, order: OrderId) {
        let number = self.number.get_untracked();
        if number.trim().chars().count() < SHORTEST {
            self.forget();
            self.suggest(None);
            return;
        }
        self.asked.update_value(|asked| *asked += 1);
        let mine = self.asked.get_value();
        let latest = move || self.asked.try_get_value() == Some(mine);
        let look = move || {
            if !latest() {
                return;
            }
            let chosen = self.chosen.get_untracked();
            let carrier = if chosen { self.carrier.get_untracked() } else { String::new() };
            spawn_local(async move {
                let hint = ask(order, number, carrier).await;
                if latest() {
                    self.suggest(hint.as_ref());
                    self.hint.set(hint);
                }
            });
        };
        set_timeout(look, PAUSE);
    }

    /// Fills in the carrier that is sure. What a person has chosen stays.
    fn suggest(self, hint: Option<&NumberHint>) {
        if !self.chosen.get_untracked() {
            self.carrier.set(hint.and_then(|hint| hint.sure.clone()).unwrap_or_default());
        }
    }
}

/// The place where it is said. It stands there from the beginning: what comes is read aloud.
#[component]
pub fn Hint(id: String, order: OrderId, typed: Typed) -> impl IntoView {
    let said = move || typed.hint.get().map(|hint| view! { <Said hint order typed/> });
    view! { <div id=id class="wide number-hint" role="status">{said}</div> }.into_any()
}

#[component]
fn Said(hint: NumberHint, order: OrderId, typed: Typed) -> impl IntoView {
    let plain = typed.number.get_untracked().trim() == hint.number;
    let kept = (!plain && !hint.number.is_empty())
        .then(|| view! { <p class="hint">{t_name("admin-number-kept", &hint.number)}</p> });
    let strange = hint.carriers.is_empty() && !hint.number.is_empty();
    let strange = move || {
        (strange && typed.carrier.with(|carrier| carrier.trim().is_empty()))
            .then(|| view! { <p class="hint">{t("admin-number-strange")}</p> })
    };
    let posts = hint.carriers.iter().filter(|one| one.name.is_none());
    let posts = posts.filter_map(|one| one.country.as_deref()).map(|country| {
        view! { <p class="hint">{t_name("admin-number-post", country)}</p> }
    });
    let posts = posts.collect_view();
    let buttons = hint.carriers.into_iter().filter_map(|one| {
        let CarrierHint { name, why, .. } = one;
        let name = name?;
        let (pressed, chosen) = (name.clone(), name.clone());
        let why = t(&format!("admin-number-why-{}", why.as_str()));
        Some(view! {
            <button type="button" class="button"
                aria-pressed=move || typed.carrier.with(|carrier| *carrier == pressed).to_string()
                on:click=move |_| typed.choose(order, chosen.clone())>
                <span>{name}</span> " " <span class="meta">{why}</span>
            </button>
        })
    });
    let buttons = buttons.collect_view();
    let choices = (!buttons.is_empty()).then(|| {
        view! { <div class="buttons" role="group" aria-label=t("admin-number-carriers")>{buttons}</div> }
    });
    let others = (!hint.elsewhere.is_empty()).then(|| {
        view! { <p class="warn">{t("admin-number-twice")} " " <Others rows=hint.elsewhere/></p> }
    });
    view! { {kept} {choices} {posts} {strange} {others} }.into_any()
}
