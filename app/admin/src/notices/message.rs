//! `/admin/notices/{id}`: a message as it was sent, what happened to it, and what can be done about it.

use domain::{
    language::{say, say_with},
    notice::log::{Message, Step},
};
use leptos::prelude::*;
use ui::When;

use super::{
    Said, document,
    log::{reason, to, waits},
    mark::mark,
};
use crate::{doors::drawn, flows::Desk, messages::MessagesPage};

/// The page.
pub fn message_page(desk: &Desk, message: Message, said: &Said) -> String {
    drawn(|| {
        let language = desk.person.language;
        let title = say(language, &format!("notice-kind-{}", message.line.kind.as_str()));
        let actions = actions(desk, &message);
        let inside = view! {
            <p class="back"><a href=MessagesPage::Log.path()>{desk.t("log-title")}</a></p>
            <h1>{title.clone()}</h1>
            {said.lines()}
            <div class="log-message">
                <div id="life" data-live="">{facts(desk, &message)}{life(desk, &message)}</div>
                {actions}
                {as_sent(desk, &message)}
            </div>
        };
        document(desk, MessagesPage::Log, &title, inside.into_any())
    })
}

/// Whom, over what, how far.
fn facts(desk: &Desk, message: &Message) -> AnyView {
    let language = desk.person.language;
    let line = message.line.clone();
    let order = line.order.map(|number| {
        let href = format!("/admin/orders/{number}");
        fact(desk, "log-column-order", view! { <a href=href class="num">{number}</a> }.into_any())
    });
    let by =
        message.by.clone().map(|name| fact(desk, "log-written-by", view! { <bdi>{name}</bdi> }.into_any()));
    let took = message.provider.clone().map(|name| {
        let id = message.provider_id.clone().map(|id| view! { " " <code class="raw">{id}</code> });
        fact(desk, "log-taken-by", view! { {name} {id} }.into_any())
    });
    let error = message.error.clone().map(|error| {
        fact(desk, "log-error", view! { <span class="raw" lang="en">{error}</span> }.into_any())
    });
    let attempts =
        (message.attempts > 1).then(|| fact(desk, "log-attempts", message.attempts.to_string().into_any()));
    let state = view! { {mark(line.state, language)} " " {waits(desk, line.waits, line.reason)} };
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts" class="vh">{desk.t("log-facts")}</h2>
            <dl class="log-facts">
                {fact(desk, "log-column-state", state.into_any())}
                {fact(desk, "log-column-to", to(desk, line.to))}
                {fact(desk, "log-column-channel", line.channel.say(language).into_any())}
                {fact(desk, "admin-written-in", message.language.endonym().into_any())}
                {order}{by}{took}{attempts}{error}
            </dl>
        </section>
    }
    .into_any()
}

fn fact(desk: &Desk, key: &str, value: AnyView) -> AnyView {
    view! { <div><dt>{desk.t(key)}</dt> <dd>{value}</dd></div> }.into_any()
}

fn life(desk: &Desk, message: &Message) -> AnyView {
    let steps = message.life.iter().cloned();
    let steps = steps
        .map(|(step, at): (Step, _)| view! { <li>{desk.t(step.key())} " · " <When moment=at/></li> })
        .collect_view();
    let acts = message.acts.iter().cloned().map(|(what, actor, formerly, at)| {
        let formerly = formerly.map(|formerly| view! { " (" <bdi>{formerly}</bdi> ")" });
        view! { <li>{desk.t(&format!("log-act-{what}"))}{formerly} " · " <bdi>{actor}</bdi> " · " <When moment=at/></li> }
    });
    let acts = acts.collect_view();
    view! {
        <section class="panel" aria-labelledby="steps">
            <h2 id="steps">{desk.t("log-life")}</h2>
            <ol role="list" class="log-life">{steps}{acts}</ol>
        </section>
    }
    .into_any()
}

/// The words that left. The HTML stands in a frame that runs nothing, asks nobody and leads nowhere: looking at a message is not opening it.
fn as_sent(desk: &Desk, message: &Message) -> AnyView {
    let lang = message.language.tag();
    let Some(text) = message.text.clone() else {
        return view! { <p class="panel empty">{desk.t("log-not-sent")}</p> }.into_any();
    };
    let subject = message.subject.clone().map(|subject| {
        view! { <p class="log-subject" lang=lang><span class="vh">{desk.t("log-subject")} ": "</span><bdi>{subject}</bdi></p> }
    });
    let frame = message.html.then(|| {
        let src = format!("/admin/notices/{}/html", message.line.id);
        view! { <iframe class="log-html" src=src sandbox="" title=desk.t("log-html")></iframe> }
    });
    view! {
        <section class="panel" aria-labelledby="sent">
            <h2 id="sent">{desk.t("log-as-sent")}</h2>
            {subject}
            {frame}
            <details class="fold" open=!message.html>
                <summary>{desk.t("log-text")}</summary>
                <pre class="raw log-text" tabindex="0" lang=lang dir="auto">{text}</pre>
            </details>
        </section>
    }
    .into_any()
}

/// What can be done, and what stands in its way.
fn actions(desk: &Desk, message: &Message) -> AnyView {
    let here = format!("/admin/notices/{}", message.line.id);
    let silenced = message.silenced.clone().map(|(why, source, since)| {
        let args = vec![("name", reason(desk, &why).into()), ("other", source.into())];
        // What its owner wishes, only they take back.
        let wish = matches!(&*why, "opted_out" | "complained");
        let lift = (desk.may_edit() && !wish).then(|| {
            view! {
                <form method="post" action=here.clone()>
                    <p class="hint">{desk.t("log-lift-what")}</p>
                    <button type="submit" class="button" name="do" value="lift">{desk.t("log-lift")}</button>
                </form>
            }
        });
        view! { <div class="warn"><p>{say_with(desk.person.language, "log-silenced", args)} " " <When moment=since/></p>{lift}</div> }
    });
    let retry = message.may_retry().then(|| {
        view! {
            <form method="post" action=here.clone()>
                <button type="submit" class="button primary" name="do" value="retry">{desk.t("log-retry")}</button>
            </form>
        }
    });
    let readdress = message.may_readdress().then(|| {
        view! {
            <form method="post" action=here.clone() class="log-readdress">
                <label for="to">{desk.t("log-readdress-to")}</label>
                <input id="to" name="to" type="email" required maxlength="254" value=message.recipient.clone()/>
                <button type="submit" class="button" name="do" value="readdress">{desk.t("log-readdress")}</button>
            </form>
        }
    });
    let discard = message.may_retry().then(|| {
        view! {
            <form method="post" action=here.clone()>
                <button type="submit" class="button" name="do" value="discard">{desk.t("log-discard")}</button>
                <span class="hint">{desk.t("log-discard-what")}</span>
            </form>
        }
    });
    let take_back = message.may_take_back().then(|| {
        view! {
            <form method="post" action=here.clone()>
                <button type="submit" class="button" name="do" value="take-back">{desk.t("by-hand-take-back")}</button>
                <span class="hint">{desk.t("by-hand-take-back-what")}</span>
            </form>
        }
    });
    if silenced.is_none() && retry.is_none() && take_back.is_none() {
        return ().into_any();
    }
    view! {
        <section class="panel log-actions" aria-labelledby="do">
            <h2 id="do">{desk.t("log-do")}</h2>
            {silenced}{take_back}{retry}{readdress}{discard}
        </section>
    }
    .into_any()
}
