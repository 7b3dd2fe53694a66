//! One region's life: stream while somebody looks, back off when it breaks, poll when it keeps breaking, rest when
//! nobody looks.

use std::cell::{Cell, OnceCell, RefCell};

use js_sys::{Function, Math};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, EventSource, MessageEvent};

use super::{
    document,
    fetch::{self, Answer},
    is_hidden,
    pulse::{self, State},
    swap, window,
};

/// After so many failures in a row the page polls, too.
const POLL_AFTER: u32 = 3;
/// The longest pause between two attempts, and how often it polls. Milliseconds.
const LONGEST: u32 = 30_000;
/// How long a tab may be out of sight before its stream is closed. Milliseconds.
const PATIENCE: i32 = 60_000;

/// Lives as long as the page, so it is never freed.
struct Follower {
    id: String,
    stream: String,
    fragment: String,
    on_event: OnceCell<Function>,
    on_time: OnceCell<Function>,
    source: RefCell<Option<EventSource>>,
    mark: RefCell<Option<String>>,
    heard: Cell<u32>,
    failures: Cell<u32>,
    timer: Cell<i32>,
    asking: Cell<bool>,
    gone: Cell<bool>,
}

/// Follows a region from now on.
pub fn follow(region: &Element) {
    let (Some(stream), Some(fragment)) =
        (region.get_attribute("data-live"), region.get_attribute("data-fragment"))
    else {
        return;
    };
    let it: &'static Follower = Box::leak(Box::new(Follower {
        id: region.id(),
        stream,
        fragment,
        on_event: OnceCell::new(),
        on_time: OnceCell::new(),
        source: RefCell::default(),
        mark: RefCell::default(),
        heard: Cell::default(),
        failures: Cell::default(),
        timer: Cell::default(),
        asking: Cell::default(),
        gone: Cell::default(),
    }));
    let on_event: Closure<dyn Fn(Event)> = Closure::new(move |event| it.hear(&event));
    let on_time: Closure<dyn Fn()> = Closure::new(move || it.wake());
    let on_event = it.on_event.get_or_init(|| on_event.into_js_value().unchecked_into());
    it.on_time.get_or_init(|| on_time.into_js_value().unchecked_into());
    if let (Some(window), Some(document)) = (window(), document()) {
        let _ = document.add_event_listener_with_callback("visibilitychange", on_event);
        let _ = window.add_event_listener_with_callback("online", on_event);
        let _ = window.add_event_listener_with_callback("offline", on_event);
    }
    it.open();
}

impl Follower {
    /// Everything that happens to a region comes through here, so that there is one callback.
    fn hear(&'static self, event: &Event) {
        match event.type_().as_str() {
            "open" => {
                self.failures.set(0);
                pulse::show(State::Live);
            }
            "version" => {
                let text = event.unchecked_ref::<MessageEvent>().data().as_string();
                self.heard.set(text.and_then(|text| text.parse().ok()).unwrap_or(0));
                if self.heard.get() > self.version() {
                    self.ask();
                }
            }
            "error" => self.fail(),
            "offline" => self.rest(State::Offline),
            "online" => self.resume(),
            _ if is_hidden() => self.later(PATIENCE),
            _ if self.source.borrow().is_none() => self.resume(),
            _ => self.cancel(),
        }
    }

    fn region(&self) -> Option<Element> {
        document()?.get_element_by_id(&self.id)
    }

    fn version(&self) -> u32 {
        self.region().map_or(0, |region| swap::version(&region))
    }

    fn open(&self) {
        if self.gone.get() || self.source.borrow().is_some() {
            return;
        }
        let mut address = self.stream.clone();
        address.push_str("?v=");
        address.push_str(&self.version().to_string());
        let (Ok(source), Some(on_event)) = (EventSource::new(&address), self.on_event.get()) else { return };
        for name in ["open", "error", "version"] {
            let _ = source.add_event_listener_with_callback(name, on_event);
        }
        *self.source.borrow_mut() = Some(source);
    }

    fn close(&self) {
        if let Some(source) = self.source.borrow_mut().take() {
            source.close();
        }
    }

    /// The stream broke. The browser would retry at its own pace, and for ever: we choose ours.
    fn fail(&self) {
        self.close();
        if self.gone.get() {
            return;
        }
        let failures = self.failures.get() + 1;
        self.failures.set(failures);
        pulse::show(State::Reconnecting);
        // 1, 2, 4 … 30 s, each between half and the whole of it, so that a restarted server is not stormed.
        let pause = if failures >= POLL_AFTER { LONGEST } else { 1_000 << failures.min(5) };
        let jitter = 0.5 + Math::random() / 2.0;
        self.later((f64::from(pause) * jitter) as i32);
    }

    /// The timer went off: either nobody has looked for a while, or it is time to try again.
    fn wake(&'static self) {
        self.timer.set(0);
        if is_hidden() {
            self.rest(State::Paused);
        } else if self.source.borrow().is_none() {
            if self.failures.get() >= POLL_AFTER {
                self.ask();
            }
            self.open();
        }
    }

    fn rest(&self, state: State) {
        self.cancel();
        self.close();
        if !self.gone.get() {
            pulse::show(state);
        }
    }

    fn resume(&'static self) {
        self.cancel();
        self.failures.set(0);
        self.ask();
        self.open();
    }

    fn ask(&'static self) {
        if !self.gone.get() && !self.asking.replace(true) {
            spawn_local(self.refresh());
        }
    }

    async fn refresh(&'static self) {
        let mark = self.mark.borrow().clone();
        let answer = fetch::fragment(&self.fragment, mark.as_deref()).await;
        self.asking.set(false);
        match answer {
            Answer::New(html, mark) => {
                *self.mark.borrow_mut() = mark;
                // More may have happened while we asked.
                let is_newer = self.region().is_some_and(|region| swap::swap(&region, &html));
                if is_newer && self.heard.get() > self.version() {
                    self.ask();
                }
            }
            Answer::Gone => {
                self.gone.set(true);
                self.rest(State::Gone);
                pulse::show(State::Gone);
            }
            Answer::Failed if self.source.borrow().is_some() => self.fail(),
            Answer::Same | Answer::Failed => {}
        }
    }

    fn later(&self, milliseconds: i32) {
        self.cancel();
        if let (Some(window), Some(on_time)) = (window(), self.on_time.get()) {
            let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(on_time, milliseconds);
            self.timer.set(timer.unwrap_or(0));
        }
    }

    fn cancel(&self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.timer.replace(0));
        }
    }
}
