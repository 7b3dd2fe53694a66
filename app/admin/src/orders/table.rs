//! The table; on a phone each row becomes a card. Its roles are written out, because a table that is displayed as blocks loses
//! them.

use domain::order::Row;
use leptos::prelude::*;

use super::{
    pick::{PickBar, Picked},
    row::OrderRow,
};
use crate::{me::may_pay, words::t};

/// The orders of one page.
#[component]
pub fn Table(rows: Vec<Row>, picked: Picked) -> impl IntoView {
    let heads = ["number", "customer", "status", "payment", "pieces", "total", "location", "placed"].map(|column| {
        let class = match column {
            "pieces" | "total" => "num",
            "location" => "place",
            _ => "",
        };
        view! { <th scope="col" role="columnheader" class=class>{t(&format!("admin-column-{column}"))}</th> }
    });
    // The column is there only while there is something to pick.
    let picks = may_pay() && rows.iter().any(|row| row.pickable);
    let pick = picks.then(
        || view! { <th scope="col" role="columnheader"><span class="vh">{t("admin-pick")}</span></th> },
    );
    let column = picks.then_some(picked);
    view! {
        <div class="table-frame">
            <table class="orders" role="table">
                <caption class="vh">{t("admin-list-caption")}</caption>
                <thead role="rowgroup"><tr role="row">{pick}{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.into_iter().map(|row| view! { <OrderRow row picked=column/> }).collect_view()}</tbody>
            </table>
        </div>
        {picks.then(|| view! { <PickBar picked/> })}
    }
    .into_any()
}
