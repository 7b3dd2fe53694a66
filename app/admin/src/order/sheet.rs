//! The order on the screen: kept current, never blanked, never overwritten by older news.

use domain::order::OrderPage;
use leptos::{prelude::*, task::spawn_local};

use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    add_parcel::AddParcelForm,
    back::ReturnPanel,
    buy::BuyForm,
    customer::CustomerPanel,
    doing::{Doing, Plan, address},
    head::Head,
    items::ItemsPanel,
    note::NoteForm,
    parcels::Parcels,
    payment::PaymentPanel,
    shared::SharedNumbers,
    steps::Steps,
    timeline::Timeline,
};
use crate::{
    Kind, Problem,
    live::Live,
    me::{may_change, may_pay},
    outcome::ProblemLine,
    wire::Post,
    words::t,
};

/// What the parts of the page share.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// The order as last heard of.
    pub page: RwSignal<OrderPage>,
    /// What the address says the person is about to do.
    pub doing: Memo<Doing>,
    /// What would come of that; `None` while it is asked for.
    pub plan: RwSignal<Option<Result<Plan, Problem>>>,
    /// Why the order could not be asked for anew.
    stale: RwSignal<Option<Problem>>,
    /// How often it was asked for, and which of these answers is shown.
    asked: StoredValue<(u32, u32)>,
}

impl Sheet {
    /// A sheet that shows this.
    pub fn new(page: OrderPage, doing: Memo<Doing>, plan: Option<Result<Plan, Problem>>) -> Self {
        Self {
            page: RwSignal::new(page),
            doing,
            plan: RwSignal::new(plan),
            stale: RwSignal::new(None),
            asked: StoredValue::new((0, 0)),
        }
    }

    /// A part of the order, for a place on the page that is to follow it.
    pub fn part<T>(self, read: impl Fn(&OrderPage) -> T + Copy) -> impl Fn() -> T + Copy {
        move || self.page.with(read)
    }

    /// A part of the order that is drawn anew only when it changes: what somebody has unfolded or typed in it stays.
    pub fn memo<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&OrderPage) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.page.with(&read))
    }

    /// Asks for the order anew. Answers may overtake each other: an older one changes nothing. Labels, refunds and providers change
    /// without a new version of the order, so that among answers of one version the one asked for last counts.
    pub fn refresh(self) {
        let number = self.page.with_untracked(|page| page.number.clone());
        let Some(mine) = self.asked.try_update_value(|(asked, _)| {
            *asked += 1;
            *asked
        }) else {
            return;
        };
        spawn_local(async move {
            let answer = super::load(number).await;
            let shown = self.page.try_with_untracked(|page| page.version);
            let newest = self.asked.try_get_value().is_some_and(|(_, newest)| mine > newest);
            match (answer, shown) {
                (_, None) => {}
                (Ok(page), Some(shown)) if page.version >= shown && newest => {
                    self.asked.update_value(|(_, newest)| *newest = mine);
                    self.stale.set(None);
                    self.page.set(page);
                }
                (Ok(_), Some(_)) => self.stale.set(None),
                (Err(problem), Some(_)) => self.stale.set(Some(problem)),
            }
        });
    }

    /// Asks anew what would come of what the person is about to do.
    pub fn look(self) {
        let (doing, number) =
            (self.doing.get_untracked(), self.page.with_untracked(|page| page.number.clone()));
        self.plan.set(None);
        spawn_local(async move {
            let plan = doing.clone().plan(number).await;
            if self.doing.try_get_untracked().is_some_and(|now| now == doing) {
                self.plan.try_set(plan);
            }
        });
    }

    /// Leaves the step once its form has worked: back or reload must not offer it again. Its answer stands until the next step begins.
    pub fn leave_after(self, post: Post) {
        let navigate = use_navigate();
        Effect::new(move |_| {
            if matches!(post.result.get(), Some(Ok(()))) {
                let here = self.page.with_untracked(|page| address(&page.number, ""));
                navigate(
                    &here,
                    NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() },
                );
            }
        });
        Effect::new(move |before: Option<bool>| {
            let idle = self.doing.with(|doing| doing.what.is_empty());
            if before == Some(true) && !idle {
                post.result.set(None);
            }
            idle
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
        Effect::new(move |before: Option<Doing>| {
            let now = self.doing.get();
            if before.is_some_and(|before| before != now) {
                self.look();
            }
            now
        });
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
                    <SharedNumbers/>
                    <Parcels/>
                    {may_pay().then(|| view! { <BuyForm/> })}
                    {may_change().then(|| view! { <AddParcelForm/> })}
                </section>
                <ReturnPanel/>
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
