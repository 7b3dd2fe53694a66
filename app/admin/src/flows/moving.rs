//! Moving open orders to the newest version: first what would become of them, then how far it is.

use domain::{
    Reason,
    workflow::{Definition, Fate, Mapping, MovePlan, store::Run},
};
use leptos::prelude::*;

use super::Desk;
use crate::doors::drawn;

/// The page: the plan under a mapping, and the newest run with the orders it did not move.
pub fn moving_page(
    desk: &Desk,
    key: &str,
    to: &Definition,
    (plan, mapping): (&MovePlan, &Mapping),
    run: Option<&(Run, Vec<(String, Reason)>)>,
    problem: Option<String>,
) -> String {
    drawn(|| {
        let name = to.name.get(desk.person.language).to_owned();
        let title = format!("{}: {name}", desk.t("flow-move"));
        let inside = view! {
            <p class="back"><a href=format!("/admin/workflows/{key}")>{name.clone()}</a></p>
            <h1>{title.clone()}</h1>
            <div class="outcome-bad" role="alert">{problem.map(|words| view! { <p>{words}</p> })}</div>
            {run.map(|(run, refused)| progress(desk, run, refused))}
            {preview(desk, key, to, plan, mapping)}
        };
        desk.document(&title, inside.into_any())
    })
}

fn progress(desk: &Desk, run: &Run, refused: &[(String, Reason)]) -> AnyView {
    let looked = run.moved + run.refused;
    let words = match run.done_at {
        Some(_) => desk.count("flow-run-done", run.moved, run.refused.to_string()),
        None => desk.count("flow-run", looked, run.total.to_string()),
    };
    let again = run.done_at.is_none().then(|| {
        view! { <p><a class="button" href=format!("/admin/workflows/{}/move", run.key)>{desk.t("flow-reload")}</a></p> }
    });
    let bar = run.done_at.is_none().then(|| {
        view! { <progress max=run.total.max(1).to_string() value=looked.to_string() aria-label=words.clone()></progress> }
    });
    let rows = refused.iter().map(|(number, why)| {
        let number =
            domain::order::OrderNumber::parse(number).map_or_else(|| number.clone(), |n| n.to_string());
        let href = format!("/admin/orders/{number}");
        view! { <li><a href=href>{number}</a> " " {why.say(desk.person.language)}</li> }
    });
    view! { <section class="panel"><p role="status">{words}</p>{bar}{again}<ul>{rows.collect_view()}</ul></section> }.into_any()
}

fn preview(desk: &Desk, key: &str, to: &Definition, plan: &MovePlan, mapping: &Mapping) -> AnyView {
    if plan.groups.is_empty() {
        return view! { <p class="panel empty">{desk.t("flow-move-none")}</p> }.into_any();
    }
    let language = desk.person.language;
    let (moves, _) = plan.counts();
    let rows = plan.groups.iter().map(|group| {
        let fate = match &group.fate {
            Fate::Stays => desk.t("flow-fate-stays"),
            Fate::Goes(stage) => {
                let label = to.stage(stage).map(|stage| stage.label.get(language).to_owned());
                desk.name("flow-fate-goes", label.unwrap_or_default())
            }
            Fate::Refused(reason) => reason.say(language),
        };
        let stage = group.label.clone().unwrap_or_else(|| desk.t("flow-move-unpaid"));
        let version = desk.name("flow-version", group.version.to_string());
        view! {
            <tr>
                <th scope="row">{stage} " " <span class="quiet-text">{version}</span></th>
                <td class="num">{group.count}</td>
                <td class:needy=matches!(group.fate, Fate::Refused(_))>{fate}</td>
            </tr>
        }
    });
    let hidden = mapping
        .iter()
        .map(|(from, to)| view! { <input type="hidden" name=format!("map.{from}") value=to.clone()/> });
    view! {
        <section class="panel">
            <p>{desk.t("flow-move-what")}</p>
            {maps(desk, key, to, plan, mapping)}
            <div class="table-frame"><table>
                <thead><tr>
                    <th scope="col">{desk.t("flow-move-from")}</th>
                    <th scope="col" class="num">{desk.t("flow-move-count")}</th>
                    <th scope="col">{desk.t("flow-move-fate")}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
            {(moves > 0).then(|| view! {
                <form method="post" action=format!("/admin/workflows/{key}/move")>
                    {hidden.collect_view()}
                    <button type="submit" class="button primary">{desk.count("flow-move-go", moves, plan.version.to_string())}</button>
                </form>
            })}
        </section>
    }
    .into_any()
}

/// Where the stages lead that are no more: a form that only looks.
fn maps(desk: &Desk, key: &str, to: &Definition, plan: &MovePlan, mapping: &Mapping) -> AnyView {
    let language = desk.person.language;
    let mut gone: Vec<(String, String)> = Vec::new();
    for group in &plan.groups {
        let needs = matches!(
            group.fate,
            Fate::Refused(Reason::StageGone { .. } | Reason::StageMeansOther { .. }) | Fate::Goes(_)
        );
        if let Some(stage) = group.stage.clone().filter(|_| needs)
            && gone.iter().all(|(known, _)| *known != stage)
        {
            gone.push((stage.clone(), group.label.clone().unwrap_or(stage)));
        }
    }
    if gone.is_empty() {
        return ().into_any();
    }
    let fields = gone.into_iter().map(|(stage, label)| {
        let id = format!("map.{stage}");
        let options = to.stages.iter().map(|other| {
            let on = mapping.get(&stage) == Some(&other.key);
            view! { <option value=other.key.clone() selected=on>{other.label.get(language).to_owned()}</option> }
        });
        view! {
            <p>
                <label for=id.clone()>{desk.name("flow-map", label)}</label>
                <select id=id.clone() name=id.clone()><option value="">{desk.t("flow-map-none")}</option>{options.collect_view()}</select>
            </p>
        }
    });
    view! {
        <form method="get" action=format!("/admin/workflows/{key}/move") class="step">
            {fields.collect_view()}
            <button type="submit" class="button">{desk.t("flow-map-go")}</button>
        </form>
    }
    .into_any()
}
