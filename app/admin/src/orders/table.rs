//! The table; on a phone each row becomes a card. Its roles are written out, because a table that is displayed as blocks loses
//! them.

use domain::order::{Filter, Row};
use leptos::prelude::*;

use super::{
    pick::{PickBar, PickPage, Picked},
    row::OrderRow,
};
use crate::{me::may_change, words::t};

/// The orders of one page.
#[component]
pub fn Table(rows: Vec<Row>, picked: Picked, filter: Filter) -> impl IntoView {
    let heads = ["number", "customer", "status", "payment", "pieces", "total", "location", "placed"].map(|column| {
        let class = match column {
            "pieces" | "total" => "num",
            "location" => "place",
            _ => "",
        };
        view! { <th scope="col" role="columnheader" class=class>{t(&format!("admin-column-{column}"))}</th> }
    });
    let picks = may_change();
    let here: Vec<String> = rows.iter().map(|row| row.number.clone()).collect();
    let pick = picks.then(|| view! { <th scope="col" role="columnheader" class="pick"><PickPage here=here.clone() picked/></th> });
    let column = picks.then_some(picked);
    view! {
        <div class="table-frame">
            <table class="orders" role="table">
                <caption class="vh">{t("admin-list-caption")}</caption>
                <thead role="rowgroup"><tr role="row">{pick}{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.into_iter().map(|row| view! { <OrderRow row picked=column/> }).collect_view()}</tbody>
            </table>
        </div>
        {picks.then(|| view! { <PickBar picked here filter/> })}
    }
    .into_any()
}
