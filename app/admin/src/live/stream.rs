//! The line itself: server-sent events, opened again with growing pauses, closed while nobody looks.
//!
//! A browser allows few connections to one host; a tab in the background gives its one back after a minute.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::prelude::{Set, Update, document, set_timeout, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{EventSource, MessageEvent, VisibilityState};

use super::{
    Line, Live,
    pace::{Pace, pause},
};

const ADDRESS: &str = "/admin/live";
const UNSEEN: Duration = Duration::from_secs(60);

type Listener = Closure<dyn FnMut(MessageEvent)>;
/// A connection and what listens to it.
type Connection = (EventSource, [Listener; 4]);

#[derive(Clone)]
struct Stream {
    live: Live,
    anything: Pace,
    failures: Rc<Cell<u32>>,
    /// The last connection; its listeners live until the next one takes its place.
    now: Rc<RefCell<Option<Connection>>>,
}

/// Opens the line for as long as the page lives.
pub fn open(live: Live) {
    let anything = Pace::new(move || live.anything.update(|count| *count = count.wrapping_add(1)));
    let stream = Stream { live, anything, failures: Rc::default(), now: Rc::default() };
    stream.connect();
    // Never removed: they belong to the page. An open source does not notice by itself that the network has gone.
    let (gone, back) = (stream.clone(), stream.clone());
    let _page_long = window_event_listener_untyped("offline", move |_| gone.offline());
    let _page_long = window_event_listener_untyped("online", move |_| back.seen_or_not());
    // Bubbles up from the document.
    let _page_long = window_event_listener_untyped("visibilitychange", move |_| stream.seen_or_not());
}

impl Stream {
    fn connect(&self) {
        let Ok(source) = EventSource::new(ADDRESS) else { return };
        let listeners = [
            self.listener(|this, _| this.opened()),
            self.listener(|this, _| this.lost()),
            self.listener(|this, event| this.order(event)),
            self.listener(|this, _| this.anything.ask()),
        ];
        for (name, listener) in ["open", "error", "order", "anything"].into_iter().zip(&listeners) {
            // A source that was just made takes listeners.
            let _ = source.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
        *self.now.borrow_mut() = Some((source, listeners));
    }

    fn listener(&self, act: impl Fn(&Self, &MessageEvent) + 'static) -> Listener {
        let this = self.clone();
        Closure::new(move |event: MessageEvent| act(&this, &event))
    }

    fn opened(&self) {
        self.failures.set(0);
        self.live.line.set(Line::Live);
        self.live.opened.update(|times| *times = times.wrapping_add(1));
        self.anything.ask();
    }

    fn lost(&self) {
        self.close();
        self.live.line.set(Line::Reconnecting);
        let failures = self.failures.get();
        self.failures.set(failures.saturating_add(1));
        let this = self.clone();
        set_timeout(move || this.resume(), pause(failures));
    }

    fn offline(&self) {
        self.close();
        self.live.line.set(Line::Reconnecting);
    }

    fn order(&self, event: &MessageEvent) {
        if let Some(changed) = read(event) {
            self.live.order.set(Some(changed));
        }
        self.anything.ask();
    }

    fn seen_or_not(&self) {
        if hidden() {
            let this = self.clone();
            set_timeout(
                move || {
                    if hidden() {
                        this.close()
                    }
                },
                UNSEEN,
            );
        } else {
            self.resume();
            self.anything.ask();
        }
    }

    /// Connects again, unless nobody looks or the line stands.
    fn resume(&self) {
        let closed =
            self.now.borrow().as_ref().is_none_or(|(source, _)| source.ready_state() == EventSource::CLOSED);
        if closed && !hidden() {
            self.connect();
        }
    }

    fn close(&self) {
        if let Some((source, _)) = &*self.now.borrow() {
            source.close();
        }
    }
}

fn hidden() -> bool {
    document().visibility_state() == VisibilityState::Hidden
}

/// `{"number": "7K3QD-2M4XP", "version": 5}`; anything else is as good as nothing.
fn read(event: &MessageEvent) -> Option<(String, i64)> {
    let data = js_sys::JSON::parse(&event.data().as_string()?).ok()?;
    let field = |name: &str| js_sys::Reflect::get(&data, &JsValue::from_str(name)).ok();
    #[expect(clippy::cast_possible_truncation, reason = "versions count single changes of one order")]
    let version = field("version")?.as_f64()? as i64;
    Some((field("number")?.as_string()?, version))
}
