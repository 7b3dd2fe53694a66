//! The rules that go with a workflow: who may call off and send back, how urgent is urgent, whether it goes round.

use domain::order::Status;
use leptos::prelude::*;

use super::editor::Sheet;

/// Their fields.
pub fn rules(sheet: &Sheet<'_>) -> AnyView {
    let (desk, workflow) = (sheet.desk, sheet.workflow());
    let until = [Status::Pending, Status::Confirmed, Status::Processing].map(|status| {
        let words = desk.name("flow-cancel-until", status.say(desk.person.language));
        view! { <option value=status.as_str() selected=workflow.customer_cancel == Some(status)>{words}</option> }
    });
    view! {
        <fieldset class="panel">
            <legend><h2>{desk.t("flow-rules")}</h2></legend>
            <div class="flow-facts">
                <p>
                    <label for="customer_cancel">{desk.t("flow-cancel")}</label>
                    <select id="customer_cancel" name="customer_cancel" aria-describedby="customer_cancel-why">
                        <option value="" selected=workflow.customer_cancel.is_none()>{desk.t("flow-cancel-never")}</option>
                        {until.into_iter().collect_view()}
                    </select>
                    {sheet.why("customer_cancel", "/customer_cancel")}
                </p>
                {sheet.number("return_days", "/return_days", &desk.t("flow-returns"), workflow.return_days.map(u32::from), Some(&desk.t("flow-returns-hint")))}
                {sheet.number("rush_percent", "/rush_percent", &desk.t("flow-rush"), Some(workflow.rush_percent.into()), None)}
                <p><label><input type="checkbox" name="repeats" value="1" checked=workflow.repeats/> {desk.t("flow-repeats")}</label></p>
            </div>
        </fieldset>
    }
    .into_any()
}
