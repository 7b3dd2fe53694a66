//! The fields of one stage.

use domain::{
    Language,
    order::Status,
    workflow::{Action, Definition, Icon, Stage},
};
use leptos::prelude::*;
use ui::StageIcon;

use super::editor::Sheet;

/// What a stage can stand for: what carriers say and what ends an order otherwise is no stage.
const STATUSES: [Status; 6] = [
    Status::Pending,
    Status::Confirmed,
    Status::Processing,
    Status::Shipped,
    Status::OutForDelivery,
    Status::Delivered,
];

/// One stage, with the buttons that move and remove it.
pub fn stage(sheet: &Sheet<'_>, i: usize, stage: &Stage) -> AnyView {
    let desk = sheet.desk;
    let label = stage.label.get(desk.person.language);
    let name = if label.is_empty() { desk.t("flow-stage-new") } else { label.to_owned() };
    let last = sheet.workflow().stages.len().saturating_sub(1);
    let button = |word: &str, key: &str, to: usize, off: bool| {
        let (value, target) = (format!("{word}-{i}"), format!("{}#stage-{to}", sheet.address()));
        let words = desk.name(key, name.clone());
        (!off).then(|| view! { <button type="submit" name="do" value=value formaction=target class="button quiet">{words}</button> })
    };
    let words = ["label", "wording", "verb"].map(|field| {
        let value = match field {
            "label" => &stage.label,
            "wording" => &stage.wording,
            _ => &stage.verb,
        };
        sheet.words(
            &format!("stage.{i}.{field}"),
            &format!("/stages/{i}/{field}"),
            &format!("flow-{field}"),
            value,
        )
    });
    view! {
        <fieldset class="panel stage-fields" id=format!("stage-{i}")>
            <legend><h2><StageIcon icon=stage.icon/> {desk.name("flow-stage", name.clone())}</h2></legend>
            {sheet.reasons(&format!("/stages/{i}"))}
            <div class="flow-words">{words.into_iter().collect_view()}</div>
            <div class="flow-facts">
                {sheet.text(&format!("stage.{i}.key"), &format!("/stages/{i}/key"), &desk.t("flow-key"), &stage.key, Some(&desk.t("flow-stage-key-hint")))}
                {status(sheet, i, stage)}
                {icon(sheet, i, stage)}
                {time(sheet, i, stage)}
                {sheet.number(&format!("stage.{i}.warn"), &format!("/stages/{i}/warn_minutes"), &desk.t("flow-warn"), stage.warn_minutes, None)}
                {sheet.number(&format!("stage.{i}.late"), &format!("/stages/{i}/late_minutes"), &desk.t("flow-late"), stage.late_minutes, None)}
            </div>
            {actions(sheet, i, stage)}
            {next(sheet, i, stage)}
            {desk.may_edit().then(|| view! {
                <p class="buttons">
                    {button("up", "flow-up", i.saturating_sub(1), i == 0)}
                    {button("down", "flow-down", i + 1, i == last)}
                    {button("remove", "flow-remove", i.saturating_sub(1), false)}
                </p>
            })}
        </fieldset>
    }
    .into_any()
}

fn status(sheet: &Sheet<'_>, i: usize, stage: &Stage) -> AnyView {
    let (desk, id) = (sheet.desk, format!("stage.{i}.status"));
    let options = STATUSES.map(|status| {
        let words = if status == Status::Pending {
            desk.t("flow-status-pending")
        } else {
            status.say(desk.person.language)
        };
        view! { <option value=status.as_str() selected=stage.status == status>{words}</option> }
    });
    let at = format!("/stages/{i}/status");
    view! {
        <p>
            <label for=id.clone()>{desk.t("flow-status")}</label>
            <select id=id.clone() name=id.clone() aria-invalid=sheet.bad(&at) aria-describedby=format!("{id}-why")>{options.into_iter().collect_view()}</select>
            {sheet.why(&id, &at)}
        </p>
    }
    .into_any()
}

fn icon(sheet: &Sheet<'_>, i: usize, stage: &Stage) -> AnyView {
    let choices = Icon::ALL.map(|icon| {
        view! {
            <label class="icon-choice">
                <input type="radio" name=format!("stage.{i}.icon") value=icon.as_str() checked=stage.icon == icon/>
                <StageIcon icon/><span class="vh">{sheet.desk.t(&format!("flow-icon-{}", icon.as_str()))}</span>
            </label>
        }
    });
    view! { <fieldset class="icons"><legend>{sheet.desk.t("flow-icon")}</legend>{choices.into_iter().collect_view()}</fieldset> }.into_any()
}

fn time(sheet: &Sheet<'_>, i: usize, stage: &Stage) -> AnyView {
    let desk = sheet.desk;
    let split =
        |part: fn(u32) -> u32| stage.minutes_allowed.map(part).map(|n| n.to_string()).unwrap_or_default();
    let field = |name: &str, value: String, words: String| {
        view! { <label><input type="number" min="0" max="9999" name=format!("stage.{i}.{name}") value=value/> {words}</label> }
    };
    view! {
        <fieldset class="time">
            <legend>{desk.t("flow-allowed")}</legend>
            {field("hours", split(|all| all / 60), desk.t("flow-hours"))}
            {field("minutes", split(|all| all % 60), desk.t("flow-minutes"))}
            <span class="hint">{desk.t("flow-allowed-hint")}</span>
        </fieldset>
    }
    .into_any()
}

fn actions(sheet: &Sheet<'_>, i: usize, stage: &Stage) -> AnyView {
    let desk = sheet.desk;
    let boxes = Action::ALL.map(|action| {
        let words = match action {
            Action::Capture => "flow-action-capture",
            Action::AskLabel => "flow-action-ask-label",
            Action::Notify => "flow-action-notify",
            Action::Hold => "flow-action-hold",
        };
        view! {
            <label><input type="checkbox" name=format!("stage.{i}.on_entry") value=action.as_str() checked=stage.does(action)/> {desk.t(words)}</label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend>{desk.t("flow-actions")}</legend>
            {boxes.into_iter().collect_view()}
            <label><input type="checkbox" name=format!("stage.{i}.visible") value="1" checked=stage.visible/> {desk.t("flow-visible")}</label>
        </fieldset>
    }
    .into_any()
}

/// The arrows that leave here.
fn next(sheet: &Sheet<'_>, i: usize, stage: &Stage) -> AnyView {
    let (desk, workflow): (_, &Definition) = (sheet.desk, sheet.workflow());
    let label = |other: &Stage| match other.label.get(desk.person.language) {
        "" => other.key.clone(),
        label => label.to_owned(),
    };
    let others = workflow.stages.iter().enumerate().filter(|(j, _)| *j != i);
    let boxes = others
        .map(|(j, other)| {
            let on = workflow.has_arrow(&stage.key, &other.key);
            view! { <label><input type="checkbox" name=format!("stage.{i}.next") value=j.to_string() checked=on/> {label(other)}</label> }
        })
        .collect_view();
    view! {
        <fieldset class="choices">
            <legend>{desk.t("flow-next")}</legend>
            {boxes}
            {sheet.reasons_of_arrows(&stage.key, label)}
        </fieldset>
    }
    .into_any()
}

/// The order in which a person's own language comes first.
pub fn languages(first: Language) -> [Language; 4] {
    let mut all = Language::ALL;
    all.sort_by_key(|language| *language != first);
    all
}
