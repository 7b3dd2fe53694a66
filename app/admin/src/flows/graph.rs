//! The picture of a workflow: its stages as knots on one thread, drawn by the server; the same in words beside it.

use domain::{
    language::{Word, say_with},
    workflow::{Definition, Stage},
};
use leptos::prelude::*;
use ui::icon_path;

use super::Desk;

const WIDE: usize = 168;
const MIDDLE: usize = 110;

/// Picture and words; `id` tells it from other pictures on the page.
pub fn graph(desk: &Desk, id: &str, workflow: &Definition) -> AnyView {
    let name = format!("{}: {}", desk.t("flow-picture"), workflow.name.get(desk.person.language));
    let tip = format!("tip-{id}");
    let url = format!("url(#{tip})");
    let width = WIDE * workflow.stages.len().max(1);
    let place = |key: &str| workflow.stages.iter().position(|stage| stage.key == key);
    let arrows = workflow.arrows.iter().filter_map(|(a, b)| arrow(place(a)?, place(b)?)).collect::<Vec<_>>();
    let arrows =
        arrows.into_iter().map(|path| view! { <path class="thread" d=path marker-end=url.clone()></path> });
    let knots = workflow.stages.iter().enumerate().map(|(i, stage)| knot(desk, i, stage)).collect_view();
    let size = format!("0 0 {width} 220");
    view! {
        <figure class="graph">
            <div class="graph-frame" tabindex="0" role="region" aria-label=name>
                <svg viewBox=size width=width.to_string() height="220" aria-hidden="true">
                    <defs>
                        <marker id=tip viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
                            <path class="tip" d="M0 0l8 4-8 4z"></path>
                        </marker>
                    </defs>
                    {arrows.collect_view()}
                    {knots}
                </svg>
            </div>
            <figcaption class="vh"><ul>{words(desk, workflow)}</ul></figcaption>
        </figure>
    }
    .into_any()
}

/// To the neighbour straight, over others in an arc above, and back in one below.
fn arrow(from: usize, to: usize) -> Option<String> {
    let centre = |i: usize| i * WIDE + WIDE / 2;
    let (a, b) = (centre(from), centre(to));
    if from == to {
        return None;
    }
    Some(if to == from + 1 {
        format!("M{} {MIDDLE}H{}", a + 26, b - 28)
    } else if to > from {
        let high = 62_usize.saturating_sub(8 * (to - from));
        format!("M{} {}C{} {high} {} {high} {} {}", a + 10, MIDDLE - 25, a + 50, b - 50, b - 10, MIDDLE - 27)
    } else {
        format!("M{} {}C{} 205 {} 205 {} {}", a - 10, MIDDLE + 25, a - 40, b + 40, b + 10, MIDDLE + 27)
    })
}

fn knot(desk: &Desk, i: usize, stage: &Stage) -> AnyView {
    let x = i * WIDE + WIDE / 2;
    let label = stage.label.get(desk.person.language);
    let label = if label.chars().count() > 20 {
        label.chars().take(19).chain(['…']).collect()
    } else {
        label.to_owned()
    };
    let class = if stage.status.is_end() { "knot end" } else { "knot" };
    let picture = format!("translate({} {}) scale(1.1)", x - 13, MIDDLE - 13);
    view! {
        <g>
            <circle class=class cx=x.to_string() cy=MIDDLE.to_string() r="24"></circle>
            <path class="picture" transform=picture d=icon_path(stage.icon)></path>
            <text x=x.to_string() y=(MIDDLE + 46).to_string() text-anchor="middle">{label}</text>
            <text class="of" x=x.to_string() y=(MIDDLE + 64).to_string() text-anchor="middle">{stage.status.say(desk.person.language)}</text>
        </g>
    }
    .into_any()
}

/// What the picture shows, arrow by arrow.
fn words(desk: &Desk, workflow: &Definition) -> AnyView {
    let language = desk.person.language;
    let label = |key: &str| workflow.stage(key).map(|stage| stage.label.get(language).to_owned());
    let leads = workflow.arrows.iter().filter_map(|(a, b)| {
        let args = vec![("name", Word::from(label(a)?)), ("other", Word::from(label(b)?))];
        Some(say_with(language, "flow-leads", args))
    });
    let ends = workflow.stages.iter().filter(|stage| stage.status.is_end());
    let ends = ends.map(|stage| desk.name("flow-ends", stage.label.get(language)));
    leads.chain(ends).map(|line| view! { <li>{line}</li> }).collect_view().into_any()
}
