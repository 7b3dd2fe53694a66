//! The table; on a phone each row becomes a card. Its roles are written out, because a table that is displayed as blocks loses
//! them.

use domain::order::Row;
use leptos::prelude::*;

use super::row::OrderRow;
use crate::words::t;

/// The orders of one page.
#[component]
pub fn Table(rows: Vec<Row>) -> impl IntoView {
    let heads = ["number", "customer", "status", "payment", "pieces", "total", "location", "placed"].map(|column| {
        let class = if matches!(column, "pieces" | "total") { "num" } else { "" };
        view! { <th scope="col" role="columnheader" class=class>{t(&format!("admin-column-{column}"))}</th> }
    });
    view! {
        <div class="table-frame">
            <table class="orders" role="table">
                <caption class="vh">{t("admin-list-caption")}</caption>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.into_iter().map(|row| view! { <OrderRow row/> }).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
