//! The routes, and what all of them share: the language, the person, the live line.

use domain::Language;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    attention::AttentionPage,
    board::{BoardPage, KitchenPage},
    bulk::{BulkChoicePage, BulkRoute},
    countdown::Minutes,
    inbox::{BodyPage, InboxPage},
    labels::LabelsPage,
    layout::Layout,
    live::Live,
    me,
    missing::Missing,
    order::OrderRoute,
    orders::OrdersPage,
    overview::OverviewPage,
    places::{PlacePage, PlacesPage},
    products::{ProductRoute, ProductsPage},
};

/// The whole admin. Every page waits for its data on the server: it is complete without JavaScript, and its status is right.
#[component]
pub fn AdminApp() -> impl IntoView {
    provide_meta_context();
    let me = me::shared();
    provide_context(me.as_ref().map_or_else(asked_for, |me| me.person.language));
    if let Some(me) = me {
        provide_context(me);
    }
    provide_context(Live::new());
    provide_context(Minutes::new());
    view! {
        <Router>
            <Layout>
                <FlatRoutes fallback=Missing>
                    <Route path=path!("/admin") view=OverviewPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/orders") view=OrdersPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/orders/:number") view=OrderRoute ssr=SsrMode::Async/>
                    <Route path=path!("/admin/board") view=BoardPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/kitchen/:location") view=KitchenPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/bulk") view=BulkChoicePage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/bulk/:id") view=BulkRoute ssr=SsrMode::Async/>
                    <Route path=path!("/admin/products") view=ProductsPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/products/:sku") view=ProductRoute ssr=SsrMode::Async/>
                    <Route path=path!("/admin/labels") view=LabelsPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/attention") view=AttentionPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/inbox") view=InboxPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/inbox/:id") view=BodyPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/places") view=PlacesPage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/places/edit") view=PlacePage ssr=SsrMode::Async/>
                    <Route path=path!("/admin/*any") view=Missing ssr=SsrMode::Async/>
                </FlatRoutes>
            </Layout>
        </Router>
    }
}

/// Without a person: the language the server answered in, which the document itself says.
fn asked_for() -> Language {
    #[cfg(feature = "ssr")]
    return crate::context::language();
    #[cfg(not(feature = "ssr"))]
    document()
        .document_element()
        .and_then(|html| html.get_attribute("lang"))
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or_default()
}
