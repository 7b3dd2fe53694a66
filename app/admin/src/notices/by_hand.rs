//! `/admin/orders/{number}/message`: writing to an order's customer.

use domain::notice::{
    Channel,
    by_hand::{LONGEST_MESSAGE, LONGEST_SUBJECT, Way},
};
use leptos::prelude::*;

use super::{Said, live};
use crate::{doors::drawn, flows::Desk};

/// What is being typed.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The order, as people read its number.
    pub number: String,
    /// The page's own name: the same page sent twice is one message.
    pub key: String,
    /// The chosen channel.
    pub channel: Channel,
    /// One line.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// When it leaves.
    pub hour: Hour,
}

/// The field for the hour at which a message leaves.
#[derive(Debug, Clone, Default)]
pub struct Hour {
    /// What was typed.
    pub typed: String,
    /// Why that is none.
    pub bad: Option<String>,
    /// The first minute that can be chosen.
    pub first: String,
    /// On whose clocks.
    pub zone: String,
}

/// The page. Looking fills the frame below and keeps what was typed, with or without a script.
pub fn by_hand_page(desk: &Desk, draft: &Draft, ways: &[Way], said: &Said) -> String {
    drawn(|| {
        let Draft { number, key, subject, text, .. } = draft.clone();
        let title = desk.name("by-hand-title", number.clone());
        let back = format!("/admin/orders/{number}");
        let here = format!("/admin/orders/{number}/message");
        let look = format!("{here}/look");
        let bad = said.bad.is_some().then_some("true");
        let choices = ways.iter().map(|way| choice(desk, draft.channel, way)).collect_view();
        let inside = view! {
            <p class="back"><a href=back.clone()>{desk.name("admin-order", number)}</a></p>
            <h1>{title.clone()}</h1>
            {said.lines()}
            <form method="post" action=here.clone() class="panel by-hand">
                <input type="hidden" name="key" value=key/>
                <fieldset><legend>{desk.t("by-hand-channel")}</legend>{choices}</fieldset>
                <p>
                    <label for="subject">{desk.t("log-subject")}</label>
                    <input id="subject" name="subject" maxlength=LONGEST_SUBJECT.to_string() value=subject aria-describedby="subject-hint"/>
                    <span id="subject-hint" class="hint">{desk.t("by-hand-subject-hint")}</span>
                </p>
                <p>
                    <label for="text">{desk.t("by-hand-text")}</label>
                    <textarea id="text" name="text" rows="8" required maxlength=LONGEST_MESSAGE.to_string() aria-invalid=bad
                        aria-describedby="text-hint" inner_html=ui::raw_text(&text)></textarea>
                    <span id="text-hint" class="hint">{desk.t("by-hand-text-hint")}</span>
                </p>
                {hour(desk, draft.hour.clone())}
                <p class="buttons">
                    <button type="submit" class="button primary">{desk.t("by-hand-send")}</button>
                    <button type="submit" class="button" formaction=look formtarget="look">{desk.t("by-hand-look")}</button>
                </p>
            </form>
            <section class="panel" aria-labelledby="look-title">
                <h2 id="look-title">{desk.t("by-hand-looks")}</h2>
                <p class="hint">{desk.t("by-hand-looks-hint")}</p>
                <iframe class="log-html" name="look" sandbox="" title=desk.t("by-hand-looks")></iframe>
            </section>
        };
        desk.document_at(&here, &title, live::SCRIPT, inside.into_any())
    })
}

fn hour(desk: &Desk, hour: Hour) -> AnyView {
    let bad = hour.bad.is_some().then_some("true");
    view! {
        <p>
            <label for="at">{desk.t("by-hand-at")}</label>
            <input id="at" name="at" type="datetime-local" min=hour.first value=hour.typed aria-invalid=bad aria-describedby="at-bad at-hint"/>
            <span id="at-bad" class="field-bad" role="alert">{hour.bad}</span>
            <span id="at-hint" class="hint">{desk.name("by-hand-at-hint", hour.zone)}</span>
        </p>
    }
    .into_any()
}

fn choice(desk: &Desk, chosen: Channel, way: &Way) -> AnyView {
    let id = format!("channel-{}", way.channel.as_str());
    let to = match way.channel {
        Channel::Push => desk.count("by-hand-browsers", i64::try_from(way.recipients.len()).unwrap_or(0), ""),
        Channel::Sms => desk.t("by-hand-number"),
        _ => way.recipients.join(", "),
    };
    let silenced = way.silenced.then(|| view! { " " <span class="warn">{desk.t("by-hand-silenced")}</span> });
    view! {
        <p class="by-hand-way">
            <input type="radio" id=id.clone() name="channel" value=way.channel.as_str() checked=way.channel == chosen disabled=way.silenced/>
            <label for=id>{way.channel.say(desk.person.language)} " " <bdi class="quiet-text">{to}</bdi>{silenced}</label>
        </p>
    }
    .into_any()
}
