//! Forms that post to a server function: natively without JavaScript, by `fetch` with it.

use leptos::{ev::SubmitEvent, prelude::*, server::ServerActionError};
use server_fn::error::ServerFnUrlError;

use crate::Problem;

/// A changing server function as a form sees it.
#[derive(Debug, Clone, Copy)]
pub struct Post {
    address: &'static str,
    /// What came of the last time.
    pub result: RwSignal<Option<Result<(), Problem>>>,
    /// Whether an answer is awaited.
    pub busy: RwSignal<bool>,
}

impl Post {
    /// Posts to this address. A form posted without JavaScript comes back with its problem in the page's own address.
    pub fn to(address: &'static str) -> Self {
        let before = use_context::<ServerActionError>().filter(|error| error.path() == address);
        let before = before.map(|error| Err(ServerFnUrlError::<Problem>::decode_err(error.err())));
        Self { address, result: RwSignal::new(before), busy: RwSignal::new(false) }
    }

    /// Posts these fields without a form: what was dragged has none.
    pub fn send(self, pairs: &[(&str, String)]) {
        #[cfg(feature = "hydrate")]
        if let Ok(fields) = web_sys::UrlSearchParams::new() {
            for (name, value) in pairs {
                fields.append(name, value);
            }
            self.post(fields);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = pairs;
    }

    #[cfg(feature = "hydrate")]
    fn submit(self, event: &SubmitEvent) {
        let Some(fields) = fields(event) else { return };
        event.prevent_default();
        self.post(fields);
    }

    #[cfg(feature = "hydrate")]
    fn post(self, fields: web_sys::UrlSearchParams) {
        // A second click while the first is on its way.
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = super::fetch::post(self.address, &fields).await.map(drop);
            self.busy.try_set(false);
            self.result.try_set(Some(answer));
        });
    }

    #[cfg(not(feature = "hydrate"))]
    fn submit(self, _: &SubmitEvent) {}
}

#[cfg(feature = "hydrate")]
fn fields(event: &SubmitEvent) -> Option<web_sys::UrlSearchParams> {
    use wasm_bindgen::JsCast;
    let form: web_sys::HtmlFormElement = event.target()?.dyn_into().ok()?;
    let data = web_sys::FormData::new_with_form(&form).ok()?;
    web_sys::UrlSearchParams::new_with_str_sequence_sequence(&data).ok()
}

/// The form element around its fields.
#[component]
pub fn PostForm(
    /// Where to.
    post: Post,
    /// For the stylesheet.
    #[prop(optional)]
    class: &'static str,
    /// Fields and button.
    children: Children,
) -> impl IntoView {
    view! {
        <form method="post" action=post.address class=class on:submit=move |event| post.submit(&event)>{children()}</form>
    }
    .into_any()
}
