//! The order on the screen: kept current, never blanked, never overwritten by older news.

use domain::order::OrderPage;
use leptos::{prelude::*, task::spawn_local};

use super::{
    add_parcel::AddParcelForm, customer::CustomerPanel, head::Head, items::ItemsPanel, note::NoteForm,
    parcels::Parcels, payment::PaymentPanel, steps::Steps, timeline::Timeline,
};
use crate::{Kind, Problem, live::Live, me::may_change, outcome::ProblemLine, words::t};

/// What the parts of the page share.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// The order as last heard of.
    pub page: RwSignal<OrderPage>,
    /// Why it could not be asked for anew.
    stale: RwSignal<Option<Problem>>,
}

impl Sheet {
    /// A sheet that shows this.
    pub fn new(page: OrderPage) -> Self {
        Self { page: RwSignal::new(page), stale: RwSignal::new(None) }
    }

    /// A part of the order, for a place on the page that is to follow it.
    pub fn part<T>(self, read: impl Fn(&OrderPage) -> T + Copy) -> impl Fn() -> T + Copy {
        move || self.page.with(read)
    }

    /// Asks for the order anew. Answers may overtake each other: an older one changes nothing.
    pub fn refresh(self) {
        let number = self.page.with_untracked(|page| page.number.clone());
        spawn_local(async move {
            let answer = super::load(number).await;
            let shown = self.page.try_with_untracked(|page| page.version);
            match (answer, shown) {
                (_, None) => {}
                (Ok(page), Some(shown)) if page.version >= shown => {
                    self.stale.set(None);
                    self.page.set(page);
                }
                (Ok(_), Some(_)) => self.stale.set(None),
                (Err(problem), Some(_)) => self.stale.set(Some(problem)),
            }
        });
    }

    /// Refreshes after a form's answer, a refusal included: it often means that the order has moved on.
    pub fn after(self, answer: impl Fn() -> Option<Result<(), Problem>> + 'static) {
        Effect::new(move |_| match answer() {
            None => {}
            // Asking again would only fail in the same way.
            Some(Err(Problem { kind: Kind::SignedOut | Kind::Network, .. })) => {}
            Some(_) => self.refresh(),
        });
    }

    /// Refreshes whenever the line says that this order has changed, or that it may have.
    fn follow(self, live: Live) {
        Effect::new(move |_| {
            if live.opened.get() > 0 {
                self.refresh();
            }
        });
        Effect::new(move |_| {
            let (mine, version) = self.page.with_untracked(|page| (page.number.clone(), page.version));
            if live.order.get().is_some_and(|(number, newer)| number == mine && newer >= version) {
                self.refresh();
            }
        });
    }
}

/// The page: two thirds for the work, one third for who and where.
#[component]
pub fn OrderSheet(sheet: Sheet) -> impl IntoView {
    provide_context(sheet);
    sheet.follow(expect_context());
    let stale = move || sheet.stale.get().map(|problem| view! { <ProblemLine problem/> });
    let steps = may_change().then(|| view! { <Steps/> });
    view! {
        <Head/>
        <div class="outcome-bad" role="alert">{stale}</div>
        <div class="sheet">
            <div class="work">
                {steps}
                <ItemsPanel/>
                <section class="panel" aria-labelledby="parcels">
                    <h2 id="parcels">{t("admin-parcels")}</h2>
                    <Parcels/>
                    {may_change().then(|| view! { <AddParcelForm/> })}
                </section>
                <section class="panel" aria-labelledby="history">
                    <h2 id="history">{t("admin-history")}</h2>
                    {may_change().then(|| view! { <NoteForm/> })}
                    <Timeline/>
                </section>
            </div>
            <div class="aside">
                <CustomerPanel/>
                <PaymentPanel/>
            </div>
        </div>
    }
    .into_any()
}
