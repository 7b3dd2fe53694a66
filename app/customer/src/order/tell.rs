//! "Tell me when something happens": a button for browsers that can. Hidden until the page's small script has seen that this one can;
//! outside of the live part, which is replaced with every change.

use domain::order::TrackedOrder;
use leptos::prelude::*;

use crate::words::Words;

/// The section, for an order of which there is something to come. `key` is with what the browser's push service knows us.
pub fn tell(words: Words<'_>, order: &TrackedOrder, key: Option<&str>) -> Option<impl IntoView + use<>> {
    let key = key.filter(|_| !order.status.is_end() && order.delivered_at.is_none())?.to_owned();
    Some(view! {
        <section class="card tell" id="tell" aria-labelledby="tell-h" hidden data-key=key data-post=format!("/o/{}/push", order.number)>
            <h2 id="tell-h">{words.say("push-title")}</h2>
            <p>{words.say("push-lead")}</p>
            <button id="tell-on" type="button">{words.say("push-on")}</button>
            <button id="tell-off" class="secondary" type="button" hidden>{words.say("push-off")}</button>
            <p
                id="tell-said"
                role="status"
                data-on=words.say("push-said-on")
                data-off=words.say("push-said-off")
                data-denied=words.say("push-said-denied")
                data-failed=words.say("push-said-failed")
            ></p>
            <script type="module" src="/push.js"></script>
        </section>
    })
}
